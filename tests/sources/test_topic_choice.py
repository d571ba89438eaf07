from pathlib import Path

import pytest

from claimcmp.errors import UsageError
from claimcmp.records import Topic
from claimcmp.sources.topic_choice import choose_topics_file, find_example_topics, find_topic

TOPICS = (
    Topic("sanctions", "Sanctions"),
    Topic("six-party-talks", "Six-party talks"),
    Topic("trade-share", "Share in trade"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("docs/a.txt", "docs/topics.toml", "other/b.txt", "third/topics.toml", "third/c.txt"):
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text("Prices rose.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["six-party-talks", "Six Party Talks", "SIX_PARTY_TALKS", " six-party talks "])
def test_find_topic_is_lenient_about_spelling(name: str) -> None:
    assert find_topic(TOPICS, name).id == "six-party-talks"


def test_find_topic_goes_by_label_too() -> None:
    assert find_topic(TOPICS, "share in trade").id == "trade-share"


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("sanction", ' Did you mean "sanctions"?'),
        ("party talks", ' Did you mean "six-party-talks"?'),
        ("weather", ""),
        ("tax", ""),
    ],
)
def test_find_topic_names_the_known_ones(name: str, end: str) -> None:
    with pytest.raises(UsageError) as raised:
        find_topic(TOPICS, name)
    assert str(raised.value) == f'Unknown topic "{name}". Known: sanctions, six-party-talks, trade-share.{end}'


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "paths", [["docs"], ["docs/a.txt"], ["docs/*.txt"], ["-", "docs", "docs/a.txt"], ["other", "docs"]]
)
def test_choose_topics_file_takes_the_one_beside_the_documents(paths: list[str]) -> None:
    assert choose_topics_file(None, paths) == Path("docs/topics.toml")


@pytest.mark.usefixtures("folder")
def test_choose_topics_file_takes_what_was_asked_for() -> None:
    assert choose_topics_file(Path("mine.toml"), ["docs"]) == Path("mine.toml")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("paths", [["other"], ["other/b.txt"], ["-"], ["gone"]])
def test_choose_topics_file_finds_none_elsewhere(paths: list[str]) -> None:
    assert choose_topics_file(None, paths) is None


@pytest.mark.usefixtures("folder")
def test_choose_topics_file_takes_the_packaged_one_by_name_unless_a_file_has_it() -> None:
    assert choose_topics_file(Path("example"), ["docs"]) == find_example_topics()
    assert find_example_topics().is_file()
    Path("example").write_text("", encoding="utf-8")
    assert choose_topics_file(Path("example"), ["docs"]) == Path("example")


@pytest.mark.usefixtures("folder")
def test_choose_topics_file_does_not_choose_between_two() -> None:
    with pytest.raises(UsageError) as raised:
        choose_topics_file(None, ["third", "docs"])
    assert str(raised.value) == (
        "There is more than one topics.toml: docs/topics.toml and third/topics.toml. Choose one with --topics."
    )
