"""actors.toml: what it says, and what is wrong with it."""

from pathlib import Path

import pytest

from claimcmp.errors import SourceError, UsageError
from claimcmp.records import KnownActor
from claimcmp.sources import choose_actors_file, read_actors


def write(folder: Path, text: str) -> Path:
    path = folder / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_actors_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[actor]]\nid = "boe"\nname = "Bank of England"\nkind = "organisation"\naliases = ["BoE"]\n'
        '[[actor]]\nid = "by"\ndemonyms = ["Bavarian"]\n',
    )
    assert read_actors(path) == (
        KnownActor("boe", "Bank of England", "organisation", ("BoE",)),
        KnownActor("by", demonyms=("Bavarian",)),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('name = "BoE"', 'actor 1 has no "id". Give it a short name, for example id = "boe".'),
        ('id = "boe"', 'actor 1 has no names. Write those it goes by, for example aliases = ["BoE"].'),
        ('id = "boe"\nname = "B"\nkind = "bank"', 'actor 1 has the kind "bank". Known: organisation, company'),
        ('id = "boe"\nalias = ["B"]', 'actor 1 has the unknown key "alias". Known: id, name, kind, aliases, demonyms.'),
        ('id = "boe"\naliases = "BoE"', 'Write a list, for example aliases = ["BoE"].'),
        ('id = "a"\nname = "B"\n[[actor]]\nid = "a"\nname = "C"', "actor 2 has the same id as actor 1"),
        ('id = "a"\nname = "B"\n[[actor]]\nid = "c"\nname = "B"', 'actor 2 has a name of actor 1, "B".'),
    ],
)
def test_actors_problems_are_told(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_actors(write(tmp_path, f"[[actor]]\n{text}\n"))
    assert problem in str(raised.value)


def test_actors_file_is_the_one_beside_the_documents(tmp_path: Path) -> None:
    assert choose_actors_file(None, [tmp_path]) is None
    path = write(tmp_path, "")
    assert choose_actors_file(None, [tmp_path]) == path
    assert choose_actors_file(Path("other.toml"), [tmp_path]) == Path("other.toml")


def test_actors_files_in_two_folders_need_a_choice(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        write(folder, "")
    with pytest.raises(UsageError, match="Choose one with --actors"):
        choose_actors_file(None, folders)
