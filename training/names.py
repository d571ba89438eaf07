"""Completes the name annotation of the corpora, so that every training sentence shows all five labels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from training.corpora import Corpora
from training.sentences import UNKNOWN, EntitySpan, Sentence
from training.teacher import NameTeacher

PLAIN = ("PERSON", "ORG", "PLACE")


def find_taught_corpora(corpora: Corpora) -> Mapping[str, Sequence[Sentence]]:
    """Return what the teacher learns from, by the convention of the annotation."""
    return {"gum": corpora.gum_names, "uner": corpora.uner_train, "wikigold": corpora.wikigold}


def complete_names(corpora: Corpora, teacher: NameTeacher) -> tuple[Sentence, ...]:
    """Return the training sentences for names: gold where there is gold, else the teacher's finding.

    The web treebank gets Universal NER's kinds of names from the teacher, all but GUM its events and dates.
    """
    bare = (*corpora.ewt_train,)
    silver = [
        replace(sentence, entities=merge(_keep(names, PLAIN)))
        for sentence, names in zip(bare, teacher.find_names(bare, "uner"), strict=True)
    ]
    others = (*silver, *corpora.uner_train, *corpora.wikigold)
    completed = [
        replace(sentence, entities=merge(sentence.entities or (), _drop(names, PLAIN)))
        for sentence, names in zip(others, teacher.find_names(others, "gum"), strict=True)
    ]
    return (*corpora.gum_names, *completed)


def merge(gold: Iterable[EntitySpan], added: Iterable[EntitySpan] = ()) -> tuple[EntitySpan, ...]:
    """Return gold spans and those added ones that touch no gold; an open span yields to an added one inside."""
    kept = list(gold)
    for span in added:
        touched = [other for other in kept if other.start < span.end and span.start < other.end]
        if all(other.label == UNKNOWN for other in touched):
            kept = [other for other in kept if other not in touched] + [span]
    return tuple(sorted(kept, key=lambda span: span.start))


def _keep(spans: Iterable[EntitySpan], labels: Sequence[str]) -> tuple[EntitySpan, ...]:
    return tuple(span for span in spans if span.label in labels)


def _drop(spans: Iterable[EntitySpan], labels: Sequence[str]) -> tuple[EntitySpan, ...]:
    return tuple(span for span in spans if span.label not in labels)
