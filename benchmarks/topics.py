"""Scores topics on annotated subjects, also where the texts are mostly about something else.

Run as ``python benchmarks/topics.py SHARED [GOLD ...]``: the folder that holds ``gold/`` and ``seeds/``, and further
folders of annotated subjects. Nearly every sentence of a subject is on one of its topics, which no user's texts are. So
each subject is also read with only some of its topics: what is on the others is then off the topics, and close to them.

Prints a row a subject: precision, recall and F1 of a sentence's topics, what share of the sentences seemed to be on a
topic and what share is, and of the sentences of another subject that are read along the share that got a topic. Then
the means with one topic left out, with two, and with all but one.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.meaning import add_topics_by_meaning
from claimcmp.pipeline.reading import Reading
from claimcmp.records import Topic
from claimcmp.sources import read_documents, read_topics
from claimcmp.word_vectors import load_words

SUBJECTS = ("seeds", "suez2021", "boeing737max", "jcpoa2018", "minimumwage")
SEEDS_TOPICS = Path("seeds/topics.toml")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Figures:
    """How well topics were found."""

    precision: float
    recall: float
    f1: float
    seemed: float
    """The share of the sentences that seemed to be on a topic."""
    were: float


@dataclass(frozen=True)
class Subject:
    """The sentences of an annotated subject with the topics that terms give them, and what they are about."""

    topics: tuple[Topic, ...]
    readings: tuple[Reading, ...]
    gold: Mapping[str, Sequence[Row]]
    """The annotated sentences by document."""

    def keep(self, kept: Iterable[str]) -> "Subject":
        """Return the subject as one whose user has named these topics only."""
        wanted = frozenset(kept)
        readings = tuple(
            replace(
                reading,
                sentences=tuple(s.with_evidence(e for e in s.evidence if e.topic in wanted) for s in reading.sentences),
            )
            for reading in self.readings
        )
        return Subject(tuple(topic for topic in self.topics if topic.id in wanted), readings, self.gold)


def read_subject(gold: Path, documents: Path, topics_file: Path) -> Subject:
    """Read the documents, topics and annotated sentences of a subject."""
    topics = tuple(read_topics(topics_file))
    analyser = Analyser(topics)
    lines = (gold / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    rows: dict[str, list[Row]] = {}
    for row in map(json.loads, filter(str.strip, lines)):
        rows.setdefault(row["doc"], []).append(row)
    return Subject(topics, tuple(analyser.read(document) for document in read_documents([documents])[0]), rows)


def score(subject: Subject) -> Figures:
    """Give the sentences topics and compare them with the annotated ones; borderline topics count for nothing."""
    result = add_topics_by_meaning(subject.readings, subject.topics, load_words())
    wanted = {topic.id for topic in subject.topics}
    right = extra = missed = 0
    on_topic: list[bool] = []
    for row, given in _pair(result.readings, subject.gold):
        annotated = wanted.intersection(row["topics"]) if row else set()
        found = given - set(row["topics_borderline"] if row else ())
        right += len(found & annotated)
        extra += len(found - annotated)
        missed += len(annotated - given - set(row["topics_borderline"] if row else ()))
        on_topic.append(bool(annotated))
    precision, recall = right / max(1, right + extra), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return Figures(precision, recall, f1, result.on_topic, mean(on_topic))


def _pair(readings: Sequence[Reading], gold: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Row | None, set[str]]]:
    """Yield each sentence with its annotation, if it has one, and the annotations of those that were not read."""
    for reading in readings:
        left = list(gold.get(reading.document.name, ()))
        for sentence in reading.sentences:
            row = next((row for row in left if row["start"] < sentence.end and sentence.start < row["end"]), None)
            if row is not None:
                left.remove(row)
            yield row, {item.topic for item in sentence.evidence}
        for row in left:
            yield row, set()


def find_stray(subject: Subject, other: Subject) -> float:
    """Read the documents of another subject along, and return the share of their sentences that got a topic."""
    begin = len(subject.readings)
    together = (*subject.readings, *other.keep(()).readings)
    result = add_topics_by_meaning(together, subject.topics, load_words())
    return mean(bool(sentence.evidence) for reading in result.readings[begin:] for sentence in reading.sentences)


def vary(subject: Subject) -> Iterator[tuple[str, Subject]]:
    """Yield the subject with only some of its topics, and how."""
    ids = [topic.id for topic in subject.topics]
    for number, topic in enumerate(ids):
        pair = {topic, ids[(number + 1) % len(ids)]}
        yield "one left out", subject.keep(set(ids) - {topic})
        yield "two left out", subject.keep(set(ids) - pair)
        yield "one alone", subject.keep({topic})


def main() -> None:
    """Print the table."""
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "gold").is_dir():
        sys.exit("Usage: python benchmarks/topics.py SHARED [GOLD ...], the folder with gold/ and seeds/.")
    shared, *more = map(Path, sys.argv[1:])
    folders = [(shared / "gold" / name, shared / "seeds" if name == "seeds" else None) for name in SUBJECTS]
    subjects = {
        gold.name: read_subject(gold, documents or gold / "docs", SEEDS_TOPICS if documents else gold / "topics.toml")
        for gold, documents in [*folders, *((folder, None) for folder in more)]
    }
    names = list(subjects)
    varied: dict[str, list[float]] = {}
    columns = ("precision", "recall", "F1", "seem on", "are on", "stray")
    print(f"{'':16}" + "".join(f"{column:>11}" for column in columns))
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        figures = score(subjects[name])
        values = (*astuple(figures), find_stray(subjects[name], subjects[other]))
        print(f"{name:16}" + "".join(f"{value:11.3f}" for value in values))
        # The seeds have many topics, and much in them is on none; their own figures tell enough.
        for kind, part in vary(subjects[name]) if name != "seeds" else ():
            varied.setdefault(kind, []).append(score(part).f1)
    for kind, f1s in varied.items():
        print(f"mean F1, {kind}: {mean(f1s):.3f}")


if __name__ == "__main__":
    main()
