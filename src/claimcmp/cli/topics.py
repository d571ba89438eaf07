"""``claimcmp topics``: what the claims are about, and help with writing a topics file."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.arguments import NUMBER, PATH, count_parser, path_parser
from claimcmp.cli.boundary import ErrorBoundary
from claimcmp.cli.extract import DOCUMENTS
from claimcmp.cli.options import ClaimsFolder, Model, TopicsFile
from claimcmp.cli.output import find_width, has_color, print_note, refuse_to_replace, write_result
from claimcmp.errors import UsageError

FAILED = 1
TABLE, JSON = "table", "json"

Format = Annotated[str, typer.Option("--format", help="table or json.")]
Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders or globs. [default: seeds/, if it is there]", show_default=False),
]

app = typer.Typer(cls=ErrorBoundary, invoke_without_command=True, rich_markup_mode=None)


@app.callback()
def list_topics(
    context: typer.Context,
    claims: ClaimsFolder = Path("claims"),
    format: Format = TABLE,  # noqa: A002 - the option's name
) -> None:
    """List the topics with their claims by source, and how much of each source is on some topic.

    Example: claimcmp topics --claims claims/
    """
    if context.invoked_subcommand is not None:
        return
    from claimcmp.report import format_topics, format_topics_json
    from claimcmp.store import read_extraction

    _refuse_unknown(format)
    extraction = read_extraction(claims)
    told = (
        format_topics_json(extraction)
        if format == JSON
        else format_topics(extraction, width=find_width(), color=has_color())
    )
    write_result(told, None)


@app.command("check")
def check_command(
    paths: Paths = None,
    topics: Annotated[
        Path | None,
        typer.Option(
            "--topics",
            help="Topics file, or example for ten general ones. [default: topics.toml beside the documents, which "
            "must be there]",
            show_default=False,
            parser=path_parser("--topics"),
            metavar=PATH,
        ),
    ] = None,
) -> None:
    """Test the examples of a topics file, and tell of terms that find nothing or stand in two topics.

    Exits with 1 if an example fails. Example: claimcmp topics check seeds/
    """
    from claimcmp.report import format_problems
    from claimcmp.topic_advice import check_topics

    found, problems = check_topics(topics, _find_paths(paths))
    write_result(format_problems(found, problems, width=find_width(), color=has_color()), None)
    if any(problem.kind == "example" for problem in problems):
        raise typer.Exit(FAILED)


@app.command("suggest")
def suggest_command(
    paths: Paths = None,
    topics: TopicsFile = None,
    most: Annotated[
        int,
        typer.Option(
            "--most", help="How many topics at most.", parser=count_parser("--most", lowest=1), metavar=NUMBER
        ),
    ] = 12,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write",
            help="Topics file to write them to, ready for use.",
            show_default=False,
            parser=path_parser("--write"),
            metavar=PATH,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    format: Format = TABLE,  # noqa: A002 - the option's name
    model: Model = None,
) -> None:
    """Suggest topics: terms that sources share and that no topic covers yet, with sentences.

    Example: claimcmp topics suggest seeds/ --write more-topics.toml
    """
    from claimcmp.report import count, format_proposals, format_proposals_json, format_topics_toml
    from claimcmp.store import write_atomically
    from claimcmp.topic_advice import suggest_topics

    _refuse_unknown(format)
    chosen = _find_paths(paths)
    if not chosen:
        raise UsageError("Name the documents: claimcmp topics suggest PATH.")
    if write is not None and write.exists() and not force:
        raise UsageError(f"{write.as_posix()} is there already. Name another file, or write over it with --force.")
    # With --force a topics file may be written over, in whatever folder it is, and nothing else.
    found = (file for path in map(Path, chosen) for file in (path.rglob("*") if path.is_dir() else [path]))
    refuse_to_replace(write, (file for file in found if file.suffix.lower() != ".toml"), settings_too=True)
    proposals = suggest_topics(chosen, topics=topics, most=most, model=model)
    if format == JSON:
        write_result(format_proposals_json(proposals), None)
    else:
        write_result(format_proposals(proposals, width=find_width(), color=has_color()), None)
    if write is not None and not proposals:
        print_note("No topic to write: the documents share nothing that no topic covers yet.")
    elif write is not None:
        write_atomically(write, format_topics_toml(proposals).encode())
        told = f"{count(len(proposals), 'topic')} written to {write.as_posix()}."
        print_note(f"{told} Edit the file, then run claimcmp extract.")


def _find_paths(paths: list[str] | None) -> list[str]:
    for path in paths or ():
        if Path(path).suffix.lower() == ".toml":
            raise UsageError(
                f"{path} is no document. Name the documents or their folder, and a topics file by --topics {path}."
            )
    return paths or ([DOCUMENTS] if Path(DOCUMENTS).is_dir() else [])


def _refuse_unknown(format: str) -> None:  # noqa: A002
    if format not in (TABLE, JSON):
        raise UsageError(f'Unknown format "{format}". Known: {TABLE}, {JSON}.')
