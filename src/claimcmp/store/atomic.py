"""Writes files that appear whole or not at all."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from claimcmp.errors import StoreError

_ADVICE = {
    errno.EACCES: "permission denied. Choose another folder, or change its permissions.",
    errno.EPERM: "permission denied. Choose another folder, or change its permissions.",
    errno.EROFS: "the disk is read-only. Choose another folder.",
    errno.ENOSPC: "the disk is full. Free some space and run the command again.",
    errno.EDQUOT: "your disk quota is used up. Free some space and run the command again.",
    errno.EISDIR: "there is a folder of that name. Choose another name.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
}


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, making its folder; readers see the old file or the new one, never a part.

    A link is written through, and an existing file keeps its permissions.
    """
    make_folder(path.parent)
    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if target.exists() and not target.is_file():
            # A device or pipe (/dev/null) cannot be replaced by a file; writing to it is what was asked for.
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise StoreError(f"{path.as_posix()} cannot be written: {_advice(error)}") from error


def make_folder(folder: Path) -> None:
    """Create ``folder`` and those above it where they are missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(
            f"{folder.as_posix()} cannot be a folder: a file is in its place. Choose another one."
        ) from error
    except OSError as error:
        raise StoreError(f"The folder {folder.as_posix()} cannot be made: {_advice(error)}") from error


def _replace(target: Path, data: bytes) -> None:
    # A short name of its own, because the target's name may already be as long as the disk allows.
    beside = target.with_name(f".claimcmp-{secrets.token_hex(6)}.tmp")
    try:
        # Not tempfile: its files are readable by the owner alone, whatever the umask says.
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # The rename is on disk only once the folder is; systems that cannot open a folder do without.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _advice(error: OSError) -> str:
    return _ADVICE.get(error.errno or 0, f"{error.strerror or error}. Check the disk, or choose another folder.")
