from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.sources.metadata import SourceEntry, read_sources


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Prices rose.", encoding="utf-8")
    return tmp_path


def _sources(text: str) -> Path:
    path = Path("sources.toml")
    path.write_text(text, encoding="utf-8")
    return path


def _problems(text: str) -> list[str]:
    with pytest.raises(SourceError) as raised:
        read_sources(_sources(text))
    return str(raised.value).splitlines()


def test_read_sources_reads_an_entry() -> None:
    path = _sources('[[source]]\nfile = "./a.txt"\npublisher = " KINU "\nauthor = "A. Kim"\n')
    assert read_sources(path).entries == {"a.txt": SourceEntry("a.txt", publisher="KINU", author="A. Kim")}


def test_read_sources_with_no_entry_is_empty() -> None:
    assert read_sources(_sources("# none yet\n")).entries == {}


@pytest.mark.parametrize(
    ("published", "iso"),
    [
        ('"2019"', "2019"),
        ('"2019-04"', "2019-04"),
        ('"2019-04-25"', "2019-04-25"),
        ("2019-04-25", "2019-04-25"),
        ("2019-04-25T10:00:00Z", "2019-04-25"),
        ("2019", "2019"),
        ('"2020-02-29"', "2020-02-29"),
    ],
)
def test_read_sources_takes_dates_as_precise_as_known(published: str, iso: str) -> None:
    entry = read_sources(_sources(f'[[source]]\nfile = "a.txt"\npublished = {published}\n')).entries["a.txt"]
    assert entry.published == iso


@pytest.mark.parametrize(
    "published",
    [
        '"2019-13"',
        '"2019-02-30"',
        '"April 2019"',
        '"2019-4"',
        '""',
        "19",
        "true",
        "2019.5",
        "[2019]",
        "10:00:00",
        '"0000"',
    ],
)
def test_read_sources_refuses_other_dates(published: str) -> None:
    (problem,) = _problems(f'[[source]]\nfile = "a.txt"\npublished = {published}\n')
    assert problem.startswith("sources.toml, line 1: source 1 has ")
    assert problem.endswith('as precise as it is known: "2019", "2019-04" or "2019-04-25".')


def test_read_sources_names_missing_files() -> None:
    sources = read_sources(_sources('[[source]]\nfile = "gone.txt"\n[[source]]\nfile = "a.txt"\n'))
    assert sources.missing == ("gone.txt",)
    assert sources.warnings == ('"gone.txt" is not beside sources.toml.',)


def test_read_sources_allows_one_publisher_twice() -> None:
    text = '[[source]]\nfile = "a.txt"\npublisher = "KINU"\n[[source]]\nfile = "b.txt"\npublisher = "KINU"\n'
    assert [entry.publisher for entry in read_sources(_sources(text)).entries.values()] == ["KINU", "KINU"]


def test_read_sources_reports_everything_at_once() -> None:
    assert _problems(
        '[[source]]\nfile = "a.txt"\npublisher = 3\nautor = "A. Kim"\n\n'
        '[[source]]\nfile = "a.txt"\nauthor = ["A. Kim", 1]\n'
        '\n[[source]]\npublisher = ""\n\n[[source]]\nfile = 4\n'
    ) == [
        'sources.toml, line 4: source 1 has the unknown key "autor". '
        'Known: file, publisher, author, title, published, url, voice. Did you mean "author"?',
        "sources.toml, line 3: source 1 has the number 3 as publisher. "
        'Write it in quotes, for example publisher = "Example Institute".',
        'sources.toml, line 8: source 2 has the number 1 in author. Write every item in quotes, such as "1".',
        'sources.toml, line 6: source 2 is about "a.txt", as is source 1. Keep one of the two.',
        "sources.toml, line 11: source 3 has an empty publisher. "
        'Fill it in, for example publisher = "Example Institute", or remove the line.',
        'sources.toml, line 10: source 3 has no "file". Name the document, for example file = "report.txt".',
        "sources.toml, line 14: source 4 has the number 4 as file. "
        'Write it in quotes, for example file = "report.txt".',
    ]
