import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.errors import StoreError
from claimcmp.records import Anchor, Review, ReviewEntry
from claimcmp.store import find_review_path, read_review, read_reviews, write_review
from claimcmp.store.reviews import format_review

ANCHOR = Anchor("a.txt", "A", 3, 9, "It “rained”.\n\tTwice \\ \x7f.", nth=1, polarity="negated")
REVIEW = Review(
    "Ann",
    (
        ReviewEntry("accept", "rain", (ANCHOR,), group="rain-1", matter="It rained", verdict="agree", leaves="agree"),
        ReviewEntry("relabel", "rain", (ANCHOR, ANCHOR), chosen=(1, 2), relation="differ-in-date", note="in 2020"),
        ReviewEntry("merge", "rain", (ANCHOR,), others=(ANCHOR,)),
    ),
)


def test_a_review_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = find_review_path(tmp_path, "Ann")
    write_review(path, REVIEW)
    assert path.name == "review-ann.toml"
    assert read_review(path) == REVIEW
    assert read_reviews(tmp_path) == (REVIEW,)
    assert path.read_text(encoding="utf-8").startswith("# Decisions on groups of claims")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_file(text: str) -> None:
    review = Review("Ann", (ReviewEntry("note", "t", (Anchor("a", "b", 0, 1, text),), note=text),))
    plain = tomllib.loads(format_review(review))
    assert plain["decision"][0].get("note", "") == text
    assert plain["decision"][0]["claim"][0]["quote"] == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = ", "cannot be read as TOML"),
        ('title = "other"', "no decisions of a review"),
        ('format = "claimcmp-review"\nformat_version = 9', "has format 9"),
        ('format = "claimcmp-review"\nformat_version = 1', "reviewer must be text"),
        (
            'format = "claimcmp-review"\nformat_version = 1\nreviewer = "Ann"\n'
            '[[decision]]\naction = "approve"\ntopic = "t"',
            "decision 1.action must be one of accept",
        ),
        (
            'format = "claimcmp-review"\nformat_version = 1\nreviewer = "Ann"\n'
            '[[decision]]\naction = "accept"\ntopic = "t"',
            "names no quotes",
        ),
        (
            'format = "claimcmp-review"\nformat_version = 1\nreviewer = "Ann"\n'
            '[[decision]]\naction = "split"\ntopic = "t"\nchosen = [2]\n'
            '[[decision.claim]]\ndocument = "a"\nsource = "b"\nstart = 0\nend = 1\nquote = "c"',
            "names quotes that are not there",
        ),
    ],
)
def test_a_file_that_is_wrong_says_where_and_why(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "review-ann.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=r"review-ann\.toml") as error:
        read_review(path)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("name", "file"), [("J. Smith", "review-j. smith.toml"), ("../x", "review--x.toml"), ("Ünal", "review-ünal.toml")]
)
def test_a_reviewer_has_a_file_in_the_folder(tmp_path: Path, name: str, file: str) -> None:
    path = find_review_path(tmp_path, name)
    assert path.parent == tmp_path
    assert path.name == file


def test_one_reviewer_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("review-ann.toml", "review-copy.toml"):
        write_review(tmp_path / name, REVIEW)
    with pytest.raises(StoreError, match="another file"):
        read_reviews(tmp_path)
