"""What stands at a path; a place that may not be looked at counts as empty, for reading it says what is wrong."""

from collections.abc import Callable
from pathlib import Path


def expand_home(given: str | Path) -> Path:
    """Return the path with ``~`` as the home folder; a name that only begins with one stays as it is."""
    path = Path(given)
    try:
        return path.expanduser()
    except RuntimeError:
        # "~$report.txt" is a file, not the home of the user "$report.txt".
        return path


def exists(path: Path) -> bool:
    """Tell whether something is there, be it a link that leads nowhere or behind a closed door."""
    try:
        return path.exists() or path.is_symlink()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Tell whether a regular file is there."""
    return _holds(path.is_file)


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there."""
    return _holds(path.is_dir)


def is_special(path: Path) -> bool:
    """Tell whether something other than a regular file is there: a pipe, a device, a folder."""
    return _holds(path.exists) and not _holds(path.is_file)


def _holds(question: Callable[[], bool]) -> bool:
    try:
        # Permissions of the folders above, and names that are too long, raise.
        return question()
    except (OSError, ValueError):
        return False
