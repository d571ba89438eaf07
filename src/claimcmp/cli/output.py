"""Writes results to standard output or a file, and says how wide and colourful the terminal is."""

import os
import shutil
import sys
from collections.abc import Container, Iterable
from pathlib import Path
from textwrap import TextWrapper
from typing import TextIO

from claimcmp.errors import UsageError

PIPE_WIDTH = 100
NARROWEST = 40


def write_result(result: str | bytes, output: Path | None) -> None:
    """Write a result: to the file, whole or not at all, or to standard output; text as UTF-8 with its own line ends."""
    data = result.encode("utf-8", "surrogatepass") if isinstance(result, str) else result
    if output is not None and str(output) != "-":
        from claimcmp.store import write_atomically

        is_new = not output.parent.is_dir()
        write_atomically(output, data)
        if is_new:
            # So that a mistyped path does not go unnoticed.
            print_note(f"Made the folder {output.parent.as_posix()}.")
        return
    if _is_closed(sys.stdout):
        raise UsageError("Standard output is closed, so the result cannot be shown. Run the command without >&-.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise UsageError(
            f"Standard output cannot be written: {error.strerror or error}. "
            "Send it to another place, or free some room."
        ) from error


def refuse_to_replace(
    output: Path | None, read: Iterable[str | Path], *, texts: Container[str] = (), settings_too: bool = False
) -> None:
    """Refuse a file to write that is one of those the result is made of: nothing of the user's is written over.

    ``texts`` are the hashes of documents, wherever they lie now; settings are never written over, unless they are what
    is written (``settings_too``).
    """
    if output is None or str(output) == "-" or not output.exists():
        return
    from claimcmp.sources import SETTINGS, hash_file

    if any(file.exists() and output.samefile(file) for file in map(Path, read)) or hash_file(output) in texts:
        raise UsageError(f"{output.as_posix()} is a file that was read. Name another file for the result.")
    if output.name in SETTINGS and not settings_too:
        raise UsageError(f"{output.as_posix()} holds settings of yours. Name another file for the result.")


def print_note(text: str) -> None:
    """Print a line for the person at the terminal, never mixed into results."""
    # Where standard error is closed, print would fall back on standard output.
    if not _is_closed(sys.stderr):
        encoding = sys.stderr.encoding or "utf-8"
        # A name that the terminal cannot show must not hide what is said about it.
        print(_wrap(text.rstrip("\n")).encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def discard_output() -> None:
    """Send what standard output still holds to nowhere; Python would complain once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_watched() -> bool:
    """Tell whether a person sees standard error, so that progress is worth showing."""
    return _is_terminal(sys.stderr)


def find_width() -> int:
    """Return the width of the terminal; a pipe or file gets a fixed one, so that its bytes do not depend on it."""
    if "COLUMNS" in os.environ or _is_terminal(sys.stdout):
        return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    return PIPE_WIDTH


def has_color() -> bool:
    """Tell whether to colour: only a terminal, and only where NO_COLOR is not set (no-color.org)."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _wrap(text: str) -> str:
    """Break lines where a person reads them; a log keeps a line a message, so that it can be searched."""
    if "COLUMNS" not in os.environ and not _is_terminal(sys.stderr):
        return text
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    # Paths, ids and options stay whole, so that they can be copied.
    wrapper = TextWrapper(max(width, NARROWEST), break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrapper.wrap(line)) for line in text.split("\n"))


def _is_closed(stream: TextIO | None) -> bool:
    # Python has None for a stream that was closed before it started.
    return stream is None or stream.closed


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
