import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcmp.errors import SourceError
from claimcmp.sources.documents import read_documents
from claimcmp.sources.places import exists, expand_home, is_file, is_folder, is_special
from claimcmp.sources.topic_choice import choose_topics_file


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document, closed to the user of the program."""
    folder = tmp_path / "closed"
    folder.mkdir()
    look = Path.stat

    def refuse(path: Path, **options: bool) -> object:
        if folder in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, **options)

    def refuse_all(path: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr("os.scandir", refuse_all)
    return folder


def test_places_behind_a_closed_door_are_asked_without_an_error(closed: Path) -> None:
    place = closed / "report.txt"
    assert exists(place)
    assert not any(question(place) for question in (is_file, is_folder, is_special))


def test_places_topics_are_not_looked_for_in_a_closed_folder(closed: Path) -> None:
    assert choose_topics_file(None, [closed]) is None


def test_places_closed_folder_is_a_source_error(closed: Path) -> None:
    with pytest.raises(SourceError, match="Permission denied"):
        read_documents([closed])


@pytest.mark.parametrize("question", [exists, is_file, is_folder, is_special])
def test_places_with_impossible_names_are_empty(question: Callable[[Path], bool]) -> None:
    assert not question(Path("x" * 5000))


def test_expand_home_leaves_a_name_that_begins_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert expand_home("~/x") == tmp_path / "x"
    assert expand_home("~$report.txt") == Path("~$report.txt")


def test_topics_file_may_lie_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert choose_topics_file(Path("~/topics.toml"), []) == tmp_path / "topics.toml"
