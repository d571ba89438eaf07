import errno
import os
from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.records import Skipped
from claimcmp.sources.discovery import find_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "sub/c.text", "sub/deep/D.TXT"):
        _write(Path("docs") / name)
    return Path("docs")


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Prices rose 4 % in May.", encoding="utf-8")
    return path


def _found(*paths: str | Path) -> list[str]:
    return [path.as_posix() for path in find_files(paths)[0]]


def test_find_files_searches_folders_sorted(folder: Path) -> None:
    assert _found(folder) == ["docs/a.md", "docs/b.txt", "docs/sub/c.text", "docs/sub/deep/D.TXT"]


@pytest.mark.parametrize("name", [".hidden.txt", ".README.md", ".git/x.txt", "sources.toml", "topics.toml"])
def test_find_files_leaves_out_what_is_no_document(folder: Path, name: str) -> None:
    before = find_files([folder])
    _write(folder / name)
    assert find_files([folder]) == before


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "CHANGELOG.txt"])
def test_find_files_counts_what_describes_the_folder(folder: Path, name: str) -> None:
    before = _found(folder)
    _write(folder / name)
    found, skipped = find_files([folder])
    assert [path.as_posix() for path in found] == before
    assert skipped == (Skipped(f"docs/{name}", "describes the folder; name it to read it"),)


@pytest.mark.parametrize("name", ["report.pdf", "data.csv", "notes", "readme.pdf"])
def test_find_files_reports_other_types_in_a_folder(folder: Path, name: str) -> None:
    _write(folder / name)
    assert find_files([folder])[1] == (Skipped(f"docs/{name}", "not a .txt or .md file"),)


@pytest.mark.parametrize("name", ["server.log", "notes", "README.md", ".hidden.txt"])
def test_find_files_takes_a_named_file_whatever_its_suffix(folder: Path, name: str) -> None:
    _write(folder / name)
    assert _found(folder / name) == [f"docs/{name}"]
    assert f"docs/{name}" not in [item.what for item in find_files([folder, folder / name])[1]]


def test_find_files_expands_patterns(folder: Path) -> None:
    assert _found("docs/*.txt") == ["docs/b.txt"]
    assert _found("docs/**/*.t*") == ["docs/b.txt", "docs/sub/c.text"]
    assert _found("docs/*") == _found(folder)


def test_find_files_prefers_a_file_that_is_named_like_a_pattern(folder: Path) -> None:
    _write(folder / "b[1].txt")
    assert _found("docs/b[1].txt") == ["docs/b[1].txt"]


def test_find_files_counts_a_file_once(folder: Path) -> None:
    given = [folder, folder / "a.md", folder.resolve() / "a.md", "docs/../docs/b.txt", "docs/*.md"]
    assert len(find_files(given)[0]) == 4
    assert find_files(given) == find_files(given[::-1])


def test_find_files_survives_links_that_lead_back_up(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder.resolve(), target_is_directory=True)
    assert len(_found(folder)) == 4


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("doc", 'There is no file or folder "doc". Did you mean "docs"?'),
        ("docs/b.text", 'There is no file or folder "docs/b.text". Did you mean "b.txt"?'),
        ("elsewhere/x", 'There is no file or folder "elsewhere/x". Check the spelling and the folder you are in.'),
        ("docs/*.log", 'Nothing matches "docs/*.log". Check the pattern, or name a file or folder.'),
    ],
)
@pytest.mark.usefixtures("folder")
def test_find_files_names_what_is_not_there(path: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        find_files([path])
    assert str(raised.value) == message


@pytest.mark.usefixtures("folder")
def test_find_files_names_all_that_is_missing() -> None:
    with pytest.raises(SourceError) as raised:
        find_files(["doc", "docs", "*.log"])
    assert len(str(raised.value).splitlines()) == 2


def test_find_files_refuses_a_folder_without_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(Path("pdfs/a.pdf"))
    with pytest.raises(SourceError) as raised:
        find_files(["pdfs"])
    assert str(raised.value) == (
        "pdfs holds no .txt or .md document, only 1 other file. "
        "Name another folder, or save the documents as plain text first."
    )


def test_find_files_refuses_a_folder_that_is_only_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(Path("docs/README.md"))
    with pytest.raises(SourceError, match=r"docs holds no document but docs/README\.md\. Name a file itself"):
        find_files(["docs"])


@pytest.mark.parametrize("path", ["", " "])
def test_find_files_refuses_an_empty_path(folder: Path, path: str) -> None:
    with pytest.raises(SourceError, match=r"A path is empty\. Name a file or folder"):
        find_files([folder, path])


def test_find_files_says_that_a_folder_is_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(SourceError) as raised:
        find_files([folder])
    assert str(raised.value) == (
        "docs: the folder cannot be read (Permission denied). Change its permissions, or name another folder."
    )


@pytest.mark.parametrize("paths", [[], ["docs/sources.toml"]])
def test_find_files_refuses_to_find_nothing(folder: Path, paths: list[str]) -> None:
    _write(folder / "sources.toml")
    with pytest.raises(SourceError, match=r"No documents were named|There is no document in"):
        find_files(paths)


@pytest.mark.parametrize("claims", ["claims", "."])
def test_what_extract_wrote_is_no_document(folder: Path, claims: str) -> None:
    before = _found(folder)
    _write(folder / claims / "texts" / "a.txt")
    (folder / claims / "manifest.json").write_text('{"format": "claimcmp-claims"}')
    assert _found(folder) == before
    left_out = "docs/claims" if claims == "claims" else "docs/texts"
    assert Skipped(left_out, "written by claimcmp extract; name it to read it") in find_files([folder])[1]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("o.md", "# Comparison of claims\n\n212 claims from 4 sources: 38 groups agree.\n"),
        ("o.txt", "12 topics: 53 groups, 38 agree, 7 compatible\n"),
        ("e.txt", "Topics: docs/topics.toml (12 topics)    Model: en_claimcmp 0.1.0 (shipped)\n"),
    ],
)
def test_what_was_exported_among_the_documents_is_no_document(folder: Path, name: str, beginning: str) -> None:
    before = _found(folder)
    (folder / name).write_text(beginning)
    assert _found(folder) == before
    assert Skipped(f"docs/{name}", "written by claimcmp; name it to read it") in find_files([folder])[1]


@pytest.mark.parametrize(
    "beginning", ["# Comparison of prices\n", "12 topics were on the agenda.\n", "Topics: rain.\n"]
)
def test_what_only_begins_alike_is_read(folder: Path, beginning: str) -> None:
    (folder / "notes.md").write_text(beginning)
    assert "docs/notes.md" in _found(folder)


def test_a_folder_of_texts_that_is_not_ours_is_read(folder: Path) -> None:
    _write(folder / "texts" / "a.txt")
    assert "docs/texts/a.txt" in _found(folder)
