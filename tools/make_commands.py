"""Writes docs/commands.md, the reference of all commands, from the program itself; run ``make docs``."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from claimcmp.cli.main import app

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEADER = """\
# Commands

Made from the program by `make docs`. Every example runs in the project's root.
"""
# The terminal's width must not show.
WIDTH = 110


def format_page() -> str:
    """Return the page: a section a command, with its help."""
    root = typer.main.get_command(app)
    sections = (f"## {name}\n\n```text\n{show_help(command, name)}\n```\n" for name, command in find_commands(root))
    return "\n".join([HEADER, *sections])


# The classes of commands are Click's or Typer's own, by the version of Typer.
def find_commands(command: Any, name: str = "claimcmp") -> Iterator[tuple[str, Any]]:
    """Yield a command and those below it with their full names, in the order of the help."""
    yield name, command
    for below, inner in getattr(command, "commands", {}).items():
        yield from find_commands(inner, f"{name} {below}")


def show_help(command: Any, name: str) -> str:
    """Return the help of a command as a terminal of fixed width shows it."""
    settings = {"terminal_width": WIDTH, "max_content_width": WIDTH, "help_option_names": ["-h", "--help"]}
    context = command.context_class(command, info_name=name, **settings)
    help_text: str = command.get_help(context)
    return help_text.rstrip()


if __name__ == "__main__":
    page = format_page()
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page else "docs/commands.md is not current. Run make docs.")
    PAGE.write_text(page, encoding="utf-8")
