import os
from pathlib import Path

import pytest

from claimcmp.errors import StoreError
from claimcmp.store.atomic import write_atomically

DATA = b"Prices rose 4 % in May.\n"


def test_write_atomically_makes_the_folder_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "new" / "a.jsonl"
    write_atomically(path, b"old")
    write_atomically(path, DATA)
    assert path.read_bytes() == DATA
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_write_atomically_keeps_permissions(tmp_path: Path) -> None:
    plain, mine = tmp_path / "plain", tmp_path / "mine"
    plain.write_bytes(b"")
    write_atomically(mine, DATA)
    assert mine.stat().st_mode == plain.stat().st_mode
    mine.chmod(0o640)
    write_atomically(mine, DATA)
    assert mine.stat().st_mode & 0o777 == 0o640


def test_write_atomically_writes_through_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, DATA)
    assert link.is_symlink()
    assert target.read_bytes() == DATA


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_write_atomically_does_not_replace_a_device() -> None:
    write_atomically(Path("/dev/null"), DATA)
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("stage", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_write_atomically_keeps_the_old_file_when_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, error: BaseException
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(*((os, "fsync", fail) if stage == "fsync" else (Path, "replace", fail)))
        with pytest.raises((StoreError, KeyboardInterrupt)) as raised:
            write_atomically(path, DATA)
    if isinstance(error, OSError):
        assert str(raised.value) == (
            f"{path.as_posix()} cannot be written: the disk is full. Free some space and run the command again."
        )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_write_atomically_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be written: there is a folder of that name. Choose another name.$"):
        write_atomically(tmp_path, DATA)


@pytest.mark.parametrize("below", ["claims/a.jsonl", "claims/sub/a.jsonl"])
def test_write_atomically_refuses_a_file_as_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "claims").write_bytes(b"")
    with pytest.raises(StoreError, match=r"cannot be a folder: a file is in its place. Choose another one.$"):
        write_atomically(tmp_path / below, DATA)


def test_write_atomically_names_missing_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StoreError, match=r"permission denied. Choose another folder, or change its permissions.$"):
        write_atomically(tmp_path / "a.jsonl", DATA)
