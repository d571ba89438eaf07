"""``claimcmp extract``: documents in, claims by topic out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcmp.cli.output import find_width, has_color, write_result
from claimcmp.errors import UsageError

if TYPE_CHECKING:
    from claimcmp.workflow import Progress


class TopicsBy(StrEnum):
    """How sentences get their topics."""

    TERMS = "terms"
    MEANING = "meaning"


def extract_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or - for standard input. [default: seeds/]", show_default=False),
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="Folder that receives one .jsonl file a document.")] = Path(
        "claims"
    ),
    topics: Annotated[
        Path | None,
        typer.Option(
            "--topics",
            help="Topics file. [default: topics.toml beside the documents, else the packaged example]",
            show_default=False,
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", help="Only this topic, by id or label; may be repeated.", show_default=False),
    ] = None,
    keep_all: Annotated[bool, typer.Option("--all", help="Keep claims that have no topic too.")] = False,
    topics_by: Annotated[
        TopicsBy,
        typer.Option("--topics-by", help="terms: only sentences that hold a term; meaning: also those near a topic."),
    ] = TopicsBy.MEANING,
    meaning_threshold: Annotated[
        float | None,
        typer.Option(
            "--meaning-threshold",
            help="Score from which a topic is near. [default: by how many near sentences hold a term]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find what documents claim, tag every claim by topic, and write the claims to a folder.

    Example: claimcmp extract seeds/ --out claims/
    """
    from claimcmp.report import summarise_extraction
    from claimcmp.store import write_extraction
    from claimcmp.workflow import ExtractOptions, extract

    if meaning_threshold is not None and topics_by is TopicsBy.TERMS:
        raise UsageError("--meaning-threshold needs --topics-by meaning. Leave one of them out.")
    options = ExtractOptions(topics_by=topics_by.value, meaning_threshold=meaning_threshold, keep_all=keep_all)
    with _show_progress() as progress:
        extraction = extract(paths or ["seeds"], topics=topics, only=topic or (), options=options, progress=progress)
        write_extraction(extraction, out)
    summary = summarise_extraction(extraction, width=find_width(), color=has_color())
    write_result(f"{summary}Written to {out.as_posix().rstrip('/')}/.\n", None)


@contextmanager
def _show_progress() -> "Iterator[Progress | None]":
    """Show a bar on standard error; nothing where that is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("Extracting", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda done, total, _name: bar.update(task, completed=done, total=total)
