"""``claimcmp init``: the files of a new project."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.arguments import path_parser
from claimcmp.cli.output import print_note


def init_command(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="Folder of the project's documents.", parser=path_parser("DIR"), show_default=False
        ),
    ],
) -> None:
    """Start a project: commented sources.toml, topics.toml and actors.toml beside the documents in a folder.

    Titles, authors and dates are filled in where the documents tell them, topics where they share some. A file that is
    there is never written over. Example: claimcmp init my-project
    """
    from claimcmp.new_project import plan_project
    from claimcmp.report import for_screen
    from claimcmp.sources import holds_documents
    from claimcmp.store import make_folder, write_atomically

    files = plan_project(folder)
    filled = folder.is_dir() and holds_documents(folder)
    make_folder(folder)
    for path, text in files.items():
        write_atomically(path, text.encode())
        print_note(f"Written: {for_screen(path.as_posix())}")
    shown = for_screen(folder.as_posix())
    if not files:
        print_note(f"Nothing to do: {shown} has all its files already.")
    add = "" if filled else f"put .txt or .md documents into {shown}, "
    print_note(f"Next: {add}edit the files, then run claimcmp extract {shown}")
