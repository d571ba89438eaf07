"""The table of a run and the closing sentences."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from claimcmp.records import Comparison, Extraction, Skipped
from claimcmp.report.summary import summarise_comparison, summarise_extraction

ASSETS = Path(__file__).parent / "assets"


@pytest.mark.parametrize("width", [80, 200])
def test_extraction_as_a_whole(extraction: Extraction, width: int) -> None:
    expected = (ASSETS / f"extraction_{width}.txt").read_text(encoding="utf-8")
    assert summarise_extraction(extraction, width=width) == expected


@pytest.mark.parametrize(
    ("skipped", "sentence"),
    [
        ((), "Skipped: nothing."),
        ((Skipped("empty.txt", "empty."),), "Skipped: 1 file: empty.txt (empty)."),
        (
            (Skipped("notes.pdf", "not a .txt or .md file"), Skipped("empty.txt", "empty")),
            "Skipped: 2 files: notes.pdf (not a .txt or .md file), empty.txt (empty).",
        ),
    ],
)
def test_extraction_names_what_was_skipped(extraction: Extraction, skipped: tuple[Skipped, ...], sentence: str) -> None:
    text = summarise_extraction(replace(extraction, skipped=skipped, warnings=()), width=200)
    assert text.splitlines()[-1] == f"13 claims from 4 documents. {sentence}"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            {"meaning_threshold": 0.3, "term_recall": 0.9, "on_topic": 0.5},
            "No topic by meaning (narrow limit: 90% of the sentences near a topic hold a term; "
            "about 50% of all seem to be on one).",
        ),
        (
            {"meaning_threshold": 0.3, "meaning_threshold_given": True, "term_recall": 0.9, "on_topic": 0.5},
            "No topic by meaning (from a score of 0.3 on, as set).",
        ),
        ({"meaning_threshold": None, "term_recall": 1.0, "on_topic": 1.0}, None),
        ({"meaning_threshold": 0.3, "topics_proposed": True}, None),
        ({}, None),
    ],
)
def test_extraction_says_how_near_a_topic_must_be(
    extraction: Extraction, settings: dict[str, object], told: str | None
) -> None:
    held = tuple(replace(claim, topic_evidence=()) for claim in extraction.claims)
    text = " ".join(summarise_extraction(replace(extraction, claims=held, settings=settings), width=200).split())
    assert told in text if told else "by meaning" not in text


def test_extraction_without_documents_is_a_sentence() -> None:
    assert summarise_extraction(Extraction((), (), ())) == "0 claims from 0 documents. Skipped: nothing.\n"


def test_extraction_counts_claims_without_a_topic_as_other(extraction: Extraction) -> None:
    claims = tuple(replace(claim, topics=()) for claim in extraction.claims)
    header, first, *_ = summarise_extraction(replace(extraction, claims=claims), width=200).splitlines()
    assert header.split()[-1] == "other"
    assert first.split()[-1] == "5"


@pytest.mark.parametrize(
    ("width", "topics", "legend"),
    [
        (
            56,
            4,
            "other: claims on topics without a column here (six-party 3, energy 1). A claim on two topics counts in "
            "both. `claimcmp topics` lists every topic with its claims by source.",
        ),
        (200, 0, "  other: claims on no topic. A claim on two topics counts in both."),
        (200, 4, None),
    ],
)
def test_extraction_says_what_other_means(extraction: Extraction, width: int, topics: int, legend: str | None) -> None:
    claims = extraction.claims if topics else tuple(replace(claim, topics=()) for claim in extraction.claims)
    text = " ".join(summarise_extraction(replace(extraction, claims=claims), width=width).split())
    assert ("other:" in text) is (legend is not None)
    assert legend is None or legend.strip() in text


@pytest.mark.parametrize(
    ("width", "headings"), [(70, "claims manufa… trade employ… energy"), (100, "published sentences claims")]
)
def test_extraction_has_a_column_for_every_topic_where_some_form_fits(
    extraction: Extraction, width: int, headings: str
) -> None:
    names = {"roadmap": "manufacture", "six-party": "employment", "energy": "energy", "trade": "trade"}
    topics = tuple(replace(topic, id=names[topic.id]) for topic in extraction.topics)
    claims = tuple(replace(claim, topics=tuple(names[topic] for topic in claim.topics)) for claim in extraction.claims)
    text = summarise_extraction(replace(extraction, topics=topics, claims=claims), width=width)
    header = next(line for line in text.splitlines() if line.strip().startswith("source"))
    assert headings in " ".join(header.split())
    assert "other" not in text
    # A heading that is cut stands in full elsewhere.
    assert ("manufa…" in header) == ("`claimcmp topics` lists every topic" in text) == (width == 70)


@pytest.mark.parametrize(("noted", "last"), [(1, "5.txt: read as UTF-16"), (12, "… and 2 more")])
def test_extraction_shows_what_reading_guessed(extraction: Extraction, noted: int, last: str) -> None:
    document = extraction.documents[0]
    documents = tuple(
        replace(document, name=f"{n}.txt", notes=("read as UTF-16",) if n >= 5 else ()) for n in range(5, 5 + noted)
    )
    lines = summarise_extraction(Extraction((document, *documents), extraction.topics, ()), width=200).splitlines()
    notes = [line.strip() for line in lines if "read as" in line or "more" in line]
    assert notes[0] == "5.txt: read as UTF-16"
    assert notes[-1] == last
    assert len(notes) == min(noted, 11)


@pytest.mark.parametrize(("keep_all", "way_out"), [(False, "Try --all to see all prose"), (True, "is prose")])
def test_extraction_without_claims_shows_the_way_out(extraction: Extraction, keep_all: bool, way_out: str) -> None:
    nothing = replace(extraction, claims=(), warnings=(), settings={"keep_all": keep_all})
    last = summarise_extraction(nothing, width=200).splitlines()[-1]
    assert last.startswith("No claim was found")
    assert way_out in last


def test_extraction_tells_documents_of_one_source_apart(extraction: Extraction) -> None:
    documents = tuple(replace(document, source="KINU") for document in extraction.documents)
    text = summarise_extraction(replace(extraction, documents=documents), width=200)
    assert "KINU (002.txt)" in text


@pytest.mark.parametrize("width", range(40, 110, 3))
def test_extraction_fits_the_width_with_every_source(extraction: Extraction, width: int) -> None:
    lines = summarise_extraction(extraction, width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert any(line.strip().startswith("source") for line in lines[:2])


def test_comparison_is_summed_up_in_one_line(comparison: Comparison) -> None:
    assert summarise_comparison(comparison) == (
        "13 claims from 4 sources: 1 group agrees, 1 is compatible, 1 diverges, 1 is mixed, 1 has a single source. "
        "1,118 pairs examined. 3 claims found no counterpart. 1 similar pair could not be judged."
    )


def test_comparison_counts_the_claims_on_no_topic(comparison: Comparison) -> None:
    assert summarise_comparison(comparison, aside=2).endswith(" 2 claims on no topic were left aside.")


def test_comparison_without_groups_says_so(comparison: Comparison) -> None:
    apart = replace(comparison, groups=(), unmatched=(), unjudged=())
    assert summarise_comparison(apart) == "13 claims from 4 sources: none on the same matter. 1,118 pairs examined."


def test_extraction_counts_topics_below_the_table_where_no_column_fits(extraction: Extraction) -> None:
    text = " ".join(summarise_extraction(extraction, width=40).split())
    assert "by topic: roadmap 5, trade 5, six-party 3, energy 1." in text
    assert "other" not in text
