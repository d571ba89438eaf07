"""A new project: files that explain themselves and are valid as they are."""

from pathlib import Path

import pytest

import claimcmp
from claimcmp.errors import SourceError
from claimcmp.new_project import plan_project
from claimcmp.pipeline import FrontMatter, load_plain_analyser, read_front_matter
from claimcmp.records import Document
from claimcmp.sources import read_actors, read_sources, read_topics

DAM = """Dam wall shows cracks
By Ana Ruiz
Published 3 May 2021

The dam wall shows cracks, the engineers said. Repairs of the dam wall take a year.
"""
LAKE = "The dam wall is sound, said the mayor. Nobody found cracks in the dam wall in 2019.\n"


def _front(text: str) -> FrontMatter:
    return read_front_matter(text, load_plain_analyser().find_layout(Document("a", text, "a")))


def test_front_matter_is_read_where_the_text_tells_it() -> None:
    assert _front(DAM) == FrontMatter("Dam wall shows cracks", "Ana Ruiz", "2021-05-03")
    assert _front(LAKE) == FrontMatter()


@pytest.mark.parametrize(
    "behind", [", 12 March 2024", ", March 12, 2024", " (2024-03-12)", ", published on 12 March 2024"]
)
def test_the_date_in_a_byline_is_no_part_of_the_name(behind: str) -> None:
    text = DAM.replace("By Ana Ruiz", f"By the Dam Trust{behind}").replace("Published 3 May 2021\n", "")
    assert _front(text) == FrontMatter("Dam wall shows cracks", "the Dam Trust", "2024-03-12")


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ana Ruiz, OSLO", "Ana Ruiz"),
        ("By Ana Ruiz, NEW YORK", "Ana Ruiz"),
        ("By Ana Ruiz, Oslo Institute", "Ana Ruiz, Oslo Institute"),
        ("By Ana Ruiz, BBC", "Ana Ruiz, BBC"),
    ],
)
def test_the_place_in_a_byline_is_no_part_of_the_name(byline: str, author: str) -> None:
    assert _front(DAM.replace("By Ana Ruiz", byline)).author == author


@pytest.mark.parametrize(
    ("opening", "title", "published"),
    [
        ("THE BAY HERALD\nMonday 3 May 2021\n\nDam wall shows cracks, say its engineers", "Dam wall shows cracks, say its engineers", "2021-05-03"),
        ("BAY DAM TRUST\n\nReport on the tests held on 2 April 2021\n\nBayport, 3 May 2021", "Report on the tests held on 2 April 2021", "2021-05-03"),
        ("CRACKS IN THE DAM WALL\n\nSummary", "CRACKS IN THE DAM WALL", None),
        ("Dam wall shows cracks\n\nIts engineers ask for new tests", "Dam wall shows cracks", None),
    ],
)  # fmt: skip
def test_a_masthead_in_capitals_is_no_title(opening: str, title: str, published: str | None) -> None:
    assert _front(f"{opening}\n\n{DAM.rpartition(chr(10) * 2)[2]}") == FrontMatter(title, None, published)


HEADER = """---
title: "Dam wall: is it sound?"
authors: [Ana Ruiz, 'Jo Dow']
date: 2021-05-03T09:00:00Z
tags:
  - dams
source: https://example.org/dam
publisher: Bay Herald
---

# Dam wall shows cracks

The dam wall shows cracks, the engineers said. Repairs of the dam wall take a year.
"""


def test_the_header_of_a_markdown_file_comes_first() -> None:
    told = FrontMatter(
        "Dam wall: is it sound?", "Ana Ruiz, Jo Dow", "2021-05-03", "Bay Herald", "https://example.org/dam"
    )
    assert _front(HEADER) == told
    assert _front(HEADER.replace("\n", "\r\n")) == told


@pytest.mark.parametrize("date", ["3 May", "2021", "2021-99-99", '""'])
def test_a_header_that_tells_nothing_of_use_gives_a_file_that_is_valid(date: str, tmp_path: Path) -> None:
    text = HEADER.replace("2021-05-03T09:00:00Z", date)
    (tmp_path / "dam.md").write_text(text, encoding="utf-8")
    (tmp_path / "sources.toml").write_text(plan_project(tmp_path)[tmp_path / "sources.toml"], encoding="utf-8")
    entry = read_sources(tmp_path / "sources.toml").entries["dam.md"]
    assert (entry.publisher, entry.url, entry.published) == ("Bay Herald", "https://example.org/dam", None)


def test_two_dates_before_the_text_are_none() -> None:
    assert _front(DAM.replace("\n\n", "\nUpdated 7 May 2021\n\n", 1)).published is None


def test_files_for_documents_are_valid_and_used(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "dam.txt").write_text(DAM, encoding="utf-8")
    (tmp_path / "lake.txt").write_text(LAKE, encoding="utf-8")
    for path, text in plan_project(tmp_path).items():
        path.write_text(text, encoding="utf-8")
    sources = read_sources(tmp_path / "sources.toml")
    assert sources.missing == ()
    assert sources.entries["news/dam.txt"].published == "2021-05-03"
    assert sources.entries["lake.txt"].published is None
    assert "dam wall" in {term for topic in read_topics(tmp_path / "topics.toml") for term in topic.terms}
    assert read_actors(tmp_path / "actors.toml") == ()
    assert claimcmp.extract(tmp_path).settings["topics_file"] == (tmp_path / "topics.toml").as_posix()


def test_an_empty_folder_gets_examples_that_are_commented_out(tmp_path: Path) -> None:
    files = plan_project(tmp_path / "new")
    assert [path.name for path in files] == ["sources.toml", "topics.toml", "actors.toml"]
    assert all(line.startswith("#") for text in files.values() for line in text.splitlines() if line)
    (tmp_path / "new").mkdir()
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    (tmp_path / "new" / "dam.txt").write_text(DAM, encoding="utf-8")
    assert claimcmp.extract(tmp_path / "new").settings["topics_proposed"] is True


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text("mine", encoding="utf-8")
    assert [path.name for path in plan_project(tmp_path)] == ["sources.toml", "actors.toml"]
    with pytest.raises(SourceError, match="is a file"):
        plan_project(tmp_path / "topics.toml")
