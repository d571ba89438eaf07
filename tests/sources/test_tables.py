from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.sources.tables import read_tables

EXAMPLE = '[[topic]]\nid = "prices"\n'


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("topics.toml")


def _lines(path: Path, text: str) -> list[int | None]:
    path.write_bytes(text.encode())
    return [table.line for table in read_tables(path, "topic", example=EXAMPLE)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ('# topics\n\n[[topic]]\nid = "a"\n\n  [[ topic ]]\nid = "b"\n', [3, 6]),
        ('\ufeff[["topic"]]\r\nid = "a"\r\n[[topic]]\r\n', [1, 3]),
        ('[[topic]]\nid = """\n[[topic]]\n"""\n[[topic]]\nid = "b"\n', [1, 5]),
        ('topic = [{id = "a"}, {id = "b"}]', [None, None]),
    ],
)
def test_read_tables_knows_the_line_of_every_header(path: Path, text: str, lines: list[int | None]) -> None:
    assert _lines(path, text) == lines


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("[[topic]]\nid = prices\n", "topics.toml, line 2: this is not TOML (Invalid value)."),
        ('[[topic]]\nid = "prices\n', "topics.toml, line 2: this is not TOML (Illegal character '\\n')."),
        ("[[topic]]\nid = ", "topics.toml: this is not TOML (Invalid value, at the end of the file)."),
        ('[topic]\nid = "a"\n', "topics.toml: [topic] needs double brackets. Write [[topic]]."),
        (
            '[[topics]]\nid = "a"\n',
            'topics.toml: the key "topics" stands outside of any [[topic]]. Did you mean [[topic]]?',
        ),
        ('id = "a"\n', 'topics.toml: the key "id" stands outside of any [[topic]]. Put it below a [[topic]] header.'),
        ("[settings]\nx = 1\n", 'topics.toml: the key "settings" stands outside of any [[topic]]. Remove it'),
        ("topic = [1]\n", "topics.toml: topic must be tables. Write, for example:\n\n[[topic]]"),
    ],
)
def test_read_tables_says_what_is_wrong_and_where(path: Path, text: str, start: str) -> None:
    with pytest.raises(SourceError) as raised:
        _lines(path, text)
    assert str(raised.value).startswith(start)


def test_read_tables_refuses_other_encodings(path: Path) -> None:
    path.write_bytes('[[topic]]\nlabel = "Café"\n'.encode("cp1252"))
    with pytest.raises(SourceError, match=r"^topics.toml is not UTF-8. Save it again with the encoding UTF-8.$"):
        read_tables(path, "topic", example=EXAMPLE)


def test_read_tables_shows_what_to_write_where_the_file_is_missing(path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read_tables(path, "topic", example=EXAMPLE)
    assert str(raised.value) == f"There is no topics.toml. Write one, for example:\n\n{EXAMPLE}"


def test_read_tables_refuses_a_folder(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SourceError, match=r"topics.toml cannot be read"):
        read_tables(path, "topic", example=EXAMPLE)
