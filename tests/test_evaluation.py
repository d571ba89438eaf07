"""A run held against an annotation: what counts as right, and annotations in all their forms."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import claimcmp
from claimcmp.errors import SourceError
from claimcmp.evaluation import evaluate, read_gold
from claimcmp.records import Document, Evaluation, Extraction, Figure, Topic

TOPICS = (Topic("bridge", "Bridge", terms=("bridge",)), Topic("tolls", "Tolls", terms=("toll",)))
DOCUMENTS = (
    Document("east.txt", "The bridge cost 40 million euros. The toll is not 5 euros, said the mayor.", "East"),
    Document("west.txt", "The bridge cost 90 million euros.\nA toll may come in 2031. It rained.", "West"),
)
GOLD = """
[[claim]]
id = "cost"
document = "east.txt"
quote = "The bridge cost 40 million euros."
topics = ["bridge"]
polarity = "affirmed"
attributed_to = "author"
quantities = [40000000]
[[claim]]
quote = "The toll is not 5 euros"
topics = ["tolls"]
polarity = "negated"
attributed_to = "the mayor"
quantities = ["5 euros"]
[[claim]]
document = "west"
quote = "A toll may come in 2031."
topics = ["bridge"]
polarity = "negated"
modality = "hedged"
dates = ["2031"]
[[pair]]
a = "cost"
b = "The bridge cost 90 million euros."
relation = "differ-in-number"
[[nonpair]]
a = "cost"
b = "A toll may come in 2031."
"""
CSV = """document,quote,topics,polarity,quantities
east.txt,The bridge cost 40 million euros.,bridge;tolls,affirmed,40 million euros
"""
JSONL = '{"document": "east.txt", "quote": "The bridge cost 40 million euros.", "polarity": "negated"}\n'


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return claimcmp.extract(DOCUMENTS, topics=TOPICS)


def score(path: Path, text: str, extraction: Extraction) -> Evaluation:
    path.write_text(text, encoding="utf-8")
    return evaluate(read_gold(path, extraction.texts), extraction, claimcmp.compare(extraction))


def _figures(evaluation: Evaluation) -> Mapping[str, tuple[int, int, int]]:
    return {figure.name: (figure.right, figure.extra, figure.missed) for figure in evaluation.figures}


def test_every_attribute_is_scored_where_it_is_annotated(tmp_path: Path, extraction: Extraction) -> None:
    found = score(tmp_path / "gold.toml", GOLD, extraction)
    figures = _figures(found)
    assert figures["topic"] == (2, 1, 1)
    assert figures["polarity"] == (2, 1, 1)
    assert figures["modality"] == (1, 0, 0)
    assert figures["attribution"] == (1, 0, 0)
    assert figures["quantity"] == (2, 0, 0)
    assert figures["date"] == (1, 0, 0)
    rates = {rate.name: (rate.right, rate.total) for rate in found.rates}
    assert (
        rates.items()
        >= {
            "pairs-found": (1, 1),
            "nonpairs-rejected": (1, 1),
            "found-and-right": (1, 1),
        }.items()
    )
    assert ("polarity", "negated missed", ("A toll may come in 2031.",)) in [
        (miss.kind, miss.told, miss.quotes) for miss in found.misses
    ]


def test_csv_and_jsonl_say_the_same_in_their_ways(tmp_path: Path, extraction: Extraction) -> None:
    assert _figures(score(tmp_path / "gold.csv", CSV, extraction)) == {
        "topic": (1, 0, 1),
        "polarity": (1, 0, 0),
        "quantity": (1, 0, 0),
    }
    assert _figures(score(tmp_path / "gold.jsonl", JSONL, extraction)) == {"polarity": (0, 1, 1)}


def test_a_folder_by_offsets_is_read_whole(tmp_path: Path, extraction: Extraction) -> None:
    (tmp_path / "claims.jsonl").write_text(
        '{"id": "e1", "doc": "east.txt", "start": 0, "end": 33, "topics": ["bridge"], "topics_borderline": [], '
        '"claims": [{"attributed_to": "author", "polarity": "affirmed", "modality": "asserted", "why": "own note", '
        '"quantities": [{"value": 4e7, "unit": "EUR"}], "dates": []}]}\n'
        '{"id": "w1", "doc": "west.txt", "start": 0, "end": 33, "topics": ["bridge"], "claims": []}\n',
        encoding="utf-8",
    )
    (tmp_path / "pairs.jsonl").write_text(
        '{"a": "e1", "b": "w1", "relation": "agree", "also": ["differ-in-number"], "topic": "bridge"}\n',
        encoding="utf-8",
    )
    found = evaluate(read_gold(tmp_path, extraction.texts), extraction, claimcmp.compare(extraction))
    assert _figures(found)["quantity"] == (1, 0, 0)
    assert {rate.name: rate.value for rate in found.rates}["found-and-right"] == 1.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[claim]]\nquote = 'Nobody said this.'", '"Nobody said this." stands 0 times in the documents. Copy it'),
        ("[[claim]]\nquote = 'The bridge cost'", '"The bridge cost" stands 2 times in the documents. Write more'),
        ("[[claim]]\nquote = 'x'\ndocument = 'north.txt'", 'There is no document "north.txt" among the claims.'),
        ("[[claim]]\nquote = 'x'\npolarity = 'no'", 'claim 1 has the polarity "no". Known: affirmed, negated.'),
        ("[[claim]]\nquote = 'x'\npolarty = 'no'", 'claim 1 has the unknown key "polarty".'),
        ("[[claim]]\nquote = 'x'\ntopics = 'a'", "claim 1 has no list as topics."),
        ("[[pair]]\na = 'x'", 'pair 1 has no "b".'),
        ("[[claims]]\nquote = 'x'", 'has the unknown key "claims". Known: [[claim]], [[pair]]'),
        ("quote = ", "is not TOML"),
        ("", "annotates nothing."),
    ],
)
def test_what_is_wrong_with_an_annotation_is_said(
    tmp_path: Path, extraction: Extraction, text: str, message: str
) -> None:
    (tmp_path / "gold.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        read_gold(tmp_path / "gold.toml", extraction.texts)
    assert message in str(raised.value)


def test_quotes_are_found_across_line_breaks(tmp_path: Path, extraction: Extraction) -> None:
    text = "[[claim]]\nquote = 'euros. A  toll may come'\npolarity = 'affirmed'\n"
    assert read_gold_units(tmp_path, text, extraction) == [("west.txt", 27, 49)]


def read_gold_units(tmp_path: Path, text: str, extraction: Extraction) -> list[tuple[str, int, int]]:
    (tmp_path / "gold.toml").write_text(text, encoding="utf-8")
    gold = read_gold(tmp_path / "gold.toml", extraction.texts)
    return [(unit.document, unit.start, unit.end) for unit in gold.units]


def test_figures_of_nothing_are_nothing() -> None:
    figure = Figure("date", 0, 0, 0)
    assert (figure.precision, figure.recall, figure.f1) == (0, 0, 0)
