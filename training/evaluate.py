"""Scores a trained pipeline on annotated sentences, with gold words and sentence borders."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from training.docs import make_doc
from training.sentences import Sentence

BATCH = 128


@dataclass(frozen=True)
class GrammarScore:
    """Shares in percent. ``las`` and ``uas`` leave out punctuation, as spaCy's scorer does."""

    words: int
    las: float
    uas: float
    las_with_punctuation: float
    tag: float
    pos: float
    morph: float
    lemma: float


@dataclass(frozen=True)
class NameScore:
    """Precision, recall and F of exact spans and labels, in percent."""

    names: int
    precision: float
    recall: float
    f: float


def measure_grammar(nlp: Language, sentences: Sequence[Sentence]) -> GrammarScore:
    """Return how often each annotation of the grammar is right."""
    right = dict.fromkeys(("las", "uas", "las_with_punctuation", "tag", "pos", "morph", "lemma"), 0)
    words = punctuation = 0
    for sentence, doc in zip(sentences, _run(nlp, sentences), strict=True):
        gold = sentence.syntax
        if gold is None:
            continue
        words += len(doc)
        for token, head, dep in zip(doc, gold.heads, gold.deps, strict=True):
            is_punctuation = dep == "punct"
            punctuation += is_punctuation
            has_head, has_dep = token.head.i == head, token.dep_ == dep
            right["uas"] += has_head and not is_punctuation
            right["las"] += has_head and has_dep and not is_punctuation
            right["las_with_punctuation"] += has_head and has_dep
            right["tag"] += token.tag_ == gold.tags[token.i]
            right["pos"] += token.pos_ == gold.pos[token.i]
            right["morph"] += (str(token.morph) or "_") == gold.morphs[token.i]
            right["lemma"] += token.lemma_ == gold.lemmas[token.i]
    of = {name: words - punctuation if name in {"las", "uas"} else words for name in right}
    return GrammarScore(words, **{name: 100 * count / max(1, of[name]) for name, count in right.items()})


def measure_names(nlp: Language, sentences: Sequence[Sentence], labels: Iterable[str]) -> dict[str, NameScore]:
    """Return the scores of each label, and of all these labels together under "all"."""
    wanted = tuple(labels)
    found: dict[str, set[tuple[int, int, int]]] = {label: set() for label in wanted}
    true: dict[str, set[tuple[int, int, int]]] = {label: set() for label in wanted}
    for index, (sentence, doc) in enumerate(zip(sentences, _run(nlp, sentences), strict=True)):
        for span in sentence.entities or ():
            if span.label in true:
                true[span.label].add((index, span.start, span.end))
        for ent in doc.ents:
            if ent.label_ in found:
                found[ent.label_].add((index, ent.start, ent.end))
    right = {label: len(found[label] & true[label]) for label in wanted}
    scores = {label: _score(right[label], len(found[label]), len(true[label])) for label in wanted}
    scores["all"] = _score(sum(right.values()), sum(map(len, found.values())), sum(map(len, true.values())))
    return scores


def measure_speed(nlp: Language, sentences: Sequence[Sentence]) -> float:
    """Return the words analysed in a second of processor time, best of three rounds, without tokenizing."""
    best = 0.0
    for _ in range(3):
        docs = [make_doc(nlp, [sentence]) for sentence in sentences]
        start = time.process_time()
        for _doc in nlp.pipe(docs, batch_size=BATCH):
            pass
        best = max(best, sum(map(len, docs)) / (time.process_time() - start))
    return best


def _run(nlp: Language, sentences: Sequence[Sentence]) -> list[Doc]:
    # Alike lengths together: the parser works through a batch state by state.
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index].words))
    docs = nlp.pipe((make_doc(nlp, [sentences[index]]) for index in order), batch_size=BATCH)
    found = dict(zip(order, docs, strict=True))
    return [found[index] for index in range(len(sentences))]


def _score(right: int, found: int, true: int) -> NameScore:
    precision = 100 * right / found if found else 0.0
    recall = 100 * right / true if true else 0.0
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return NameScore(true, precision, recall, f)
