"""Options that several commands have, said once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcmp.cli.arguments import NUMBER, PATH, number_parser, path_parser

if TYPE_CHECKING:
    from claimcmp.compare import CompareOptions

ActorsFile = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        help="Actors file: who goes by which names. [default: actors.toml beside the documents, if there is one]",
        show_default=False,
        parser=path_parser("--actors"),
        metavar=PATH,
    ),
]
ClaimsFolder = Annotated[
    Path,
    typer.Option("--claims", help="Folder that claimcmp extract wrote.", parser=path_parser("--claims"), metavar=PATH),
]
Model = Annotated[
    str | None,
    typer.Option("--model", help="Another spaCy pipeline: package or folder. [default: shipped]", show_default=False),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="File to write, in a folder that is made where it is missing; - is standard output.",
        show_default=False,
        parser=path_parser("--output"),
        metavar=PATH,
    ),
]
Resolve = Annotated[
    bool, typer.Option("--resolve/--no-resolve", help="Say what pronouns and the like stand for, where it is safe.")
]
ShareActors = Annotated[
    bool, typer.Option("--share-actors/--no-share-actors", help="Give the names of one actor one id, or each its own.")
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        help="Score from which two claims are on one matter, 0 to 2.",
        show_default="what was measured best",
        parser=number_parser("--threshold", lowest=0, highest=2),
        metavar=NUMBER,
    ),
]
TopicsFile = Annotated[
    Path | None,
    typer.Option(
        "--topics",
        help="Topics file, or example for ten general ones. "
        "[default: topics.toml beside the documents, if there is one]",
        show_default=False,
        parser=path_parser("--topics"),
        metavar=PATH,
    ),
]


def read_options(threshold: float | None) -> "CompareOptions":
    """Return how to compare; without a threshold of the user's, the one that was measured best."""
    from claimcmp.compare import CompareOptions

    return CompareOptions() if threshold is None else CompareOptions(threshold=threshold)
