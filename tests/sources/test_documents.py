import io
from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.records import Document, Skipped
from claimcmp.sources.documents import read_documents

RISE = "Prices rose 4 % in May.\r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(name: str, content: str | bytes = RISE) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_read_documents_without_sources_toml_goes_by_the_file() -> None:
    _write("docs/kinu.md")
    assert read_documents(["docs"]) == (
        (Document("kinu.md", RISE, "kinu", format="markdown", path="docs/kinu.md"),),
        (),
    )


def test_read_documents_takes_metadata_from_beside_the_file() -> None:
    _write("docs/b.txt", RISE.replace("4", "5"))
    _write("docs/a.txt", "It cost €5.".encode("cp1252"))
    _write(
        "docs/sources.toml",
        '[[source]]\nfile = "a.txt"\npublisher = "KINU"\nauthor = ["A. Kim", "B. Lee"]\ntitle = "Costs"\n'
        'published = 2019-04-25\nurl = "https://example.org"\nvoice = "wire"\n',
    )
    documents, skipped = read_documents(["docs/b.txt", "docs/a.txt"])
    assert documents == (
        Document(
            name="a.txt",
            text="It cost €5.",
            source="KINU",
            author="A. Kim, B. Lee",
            title="Costs",
            published="2019-04-25",
            url="https://example.org",
            voice="wire",
            notes=("read as Windows-1252",),
            path="docs/a.txt",
        ),
        Document("b.txt", "Prices rose 5 % in May.\r\n", "b", path="docs/b.txt"),
    )
    assert skipped == ()


def test_read_documents_finds_entries_for_folders_below() -> None:
    _write("docs/2019/a.txt")
    _write("docs/2020/a.txt")
    _write("docs/sources.toml", '[[source]]\nfile = "2019/a.txt"\npublisher = "KINU"\n')
    _write("docs/2020/sources.toml", '[[source]]\nfile = "a.txt"\npublisher = "Valdai Club"\n')
    documents, _ = read_documents(["docs"])
    assert [(document.name, document.source) for document in documents] == [
        ("2019/a.txt", "KINU"),
        ("2020/a.txt", "Valdai Club"),
    ]


def test_read_documents_reports_entries_without_a_file() -> None:
    _write("docs/a.txt")
    _write("docs/sources.toml", '[[source]]\nfile = "b.txt"\npublisher = "KINU"\n')
    assert read_documents(["docs"])[1] == (Skipped("docs/b.txt", "docs/sources.toml names it, but it is not there"),)


def test_read_documents_refuses_a_wrong_sources_toml() -> None:
    _write("docs/a.txt")
    _write("docs/sources.toml", '[[source]]\npublisher = "KINU"\n')
    with pytest.raises(SourceError, match=r'docs/sources.toml, line 1: source 1 has no "file"'):
        read_documents(["docs"])


def test_read_documents_skips_what_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in {"a.txt": RISE, "b.txt": b"\0\1\2", "c.txt": " \n", "d.txt": RISE, "e.pdf": RISE}.items():
        _write(f"docs/{name}", content)
    Path("docs/f.txt").symlink_to("nowhere.txt")
    _deny(monkeypatch, "d.txt")
    documents, skipped = read_documents(["docs"])
    assert [document.name for document in documents] == ["a.txt"]
    assert skipped == (
        Skipped("docs/e.pdf", "not a .txt or .md file"),
        Skipped("docs/b.txt", "binary, not text"),
        Skipped("docs/c.txt", "empty"),
        Skipped("docs/d.txt", "permission denied"),
        Skipped("docs/f.txt", "a link that leads nowhere"),
    )


def _deny(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    # Tests may run as root, whom no permission stops.
    read = Path.read_bytes

    def read_or_refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_or_refuse)


def test_read_documents_lists_the_reasons_where_nothing_can_be_read() -> None:
    _write("a.txt", "")
    _write("b.txt", b"\0\1")
    with pytest.raises(SourceError) as raised:
        read_documents(["a.txt", "b.txt"])
    assert str(raised.value) == (
        "None of the documents can be read. Name other files, or mend these:\n  a.txt: empty\n  b.txt: binary, not text"
    )


def test_read_documents_reads_standard_input() -> None:
    _write("stdin.txt")
    documents, _ = read_documents(["-", "stdin.txt", "-"], stdin=io.BytesIO(b"Prices fell."))
    assert [(document.name, document.text, document.source) for document in documents] == [
        ("stdin-2.txt", RISE, "stdin-2"),
        ("stdin.txt", "Prices fell.", "stdin"),
    ]


def test_read_documents_refuses_empty_standard_input() -> None:
    with pytest.raises(SourceError, match="standard input: empty"):
        read_documents(["-"], stdin=io.BytesIO())


def test_read_documents_order_of_paths_changes_nothing() -> None:
    for name in ("x/a.txt", "y/a.txt", "b.txt"):
        _write(name)
    assert read_documents(["x", "y", "b.txt"]) == read_documents(["b.txt", "y", "x"])


def test_read_documents_takes_files_of_one_name_for_different_sources() -> None:
    for name in ("x/a.txt", "y/a.txt"):
        _write(name)
    assert [document.source for document in read_documents(["x", "y"])[0]] == ["x/a", "y/a"]


def test_read_documents_takes_files_of_one_stem_for_different_sources() -> None:
    for name in ("x/ports.txt", "y/ports.md", "y/rail.txt"):
        _write(name)
    sources = [document.source for document in read_documents(["x", "y"])[0]]
    assert sources == ["ports.md", "ports.txt", "rail"]


def test_read_documents_takes_no_file_for_a_publisher_of_its_name() -> None:
    for name in ("x/ports.txt", "x/rail.txt"):
        _write(name)
    _write("x/sources.toml", '[[source]]\nfile = "rail.txt"\npublisher = "ports"\n')
    assert [document.source for document in read_documents(["x"])[0]] == ["ports.txt", "ports"]
