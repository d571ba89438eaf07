"""Writes results to standard output or a file, and says how wide and colourful the terminal is."""

import os
import shutil
import sys
from pathlib import Path

PIPE_WIDTH = 100


def write_result(text: str, output: Path | None) -> None:
    """Write a result: to the file, whole or not at all, or to standard output as UTF-8 with its own line ends."""
    data = text.encode("utf-8", "surrogatepass")
    if output is not None and str(output) != "-":
        from claimcmp.store import write_atomically

        write_atomically(output, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_note(text: str) -> None:
    """Print a line for the person at the terminal, never mixed into results."""
    print(text.rstrip("\n"), file=sys.stderr)


def find_width() -> int:
    """Return the width of the terminal; a pipe or file gets a fixed one, so that its bytes do not depend on it."""
    if "COLUMNS" in os.environ or sys.stdout.isatty():
        return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    return PIPE_WIDTH


def has_color() -> bool:
    """Tell whether to colour: only a terminal, and only where NO_COLOR is not set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
