"""``claimcmp extract``: documents in, claims by topic out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcmp.cli.arguments import NUMBER, PATH, number_parser, path_parser
from claimcmp.cli.options import ActorsFile, Model, Resolve, ShareActors, TopicsFile
from claimcmp.cli.output import find_width, has_color, is_watched, print_note, write_result
from claimcmp.errors import UsageError

if TYPE_CHECKING:
    from claimcmp.records import Extraction
    from claimcmp.workflow import Progress


DOCUMENTS = "seeds"
"""The folder that is read where none is named."""


class TopicsBy(StrEnum):
    """How sentences get their topics."""

    TERMS = "terms"
    MEANING = "meaning"


def extract_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or - for standard input. [default: seeds/]", show_default=False),
    ] = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "--output",
            help="Folder that receives one .jsonl file a document, and the texts.",
            parser=path_parser("--out"),
            metavar=PATH,
        ),
    ] = Path("claims"),
    topics: TopicsFile = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", help="Only this topic, by id or label; may be repeated.", show_default=False),
    ] = None,
    actors: ActorsFile = None,
    share_actors: ShareActors = True,
    resolve: Resolve = True,
    keep_all: Annotated[
        bool, typer.Option("--all", help="Keep claims that have no topic too; compare leaves them aside.")
    ] = False,
    model: Model = None,
    topics_by: Annotated[
        TopicsBy,
        typer.Option("--topics-by", help="terms: only sentences that hold a term; meaning: also those near a topic."),
    ] = TopicsBy.MEANING,
    meaning_threshold: Annotated[
        float | None,
        typer.Option(
            "--meaning-threshold",
            help="Score from which a topic is near, -1 to 1. "
            "[default: by how many sentences seem to be on a topic, and how many of the near ones hold a term]",
            show_default=False,
            parser=number_parser("--meaning-threshold", lowest=-1, highest=1),
            metavar=NUMBER,
        ),
    ] = None,
) -> None:
    """Find what documents claim, tag every claim by topic, and write the claims to a folder.

    Without a topics file every claim is kept, and topics are proposed.

    Example: claimcmp extract seeds/ --out claims/
    """
    from claimcmp.report import for_screen, summarise_extraction
    from claimcmp.sources import NOT_THERE
    from claimcmp.store import write_extraction
    from claimcmp.workflow import ExtractOptions, extract

    if meaning_threshold is not None and topics_by is TopicsBy.TERMS:
        raise UsageError("--meaning-threshold needs --topics-by meaning. Leave one of them out.")
    if not paths and not Path(DOCUMENTS).exists():
        raise UsageError(
            f"There is no {DOCUMENTS}/ here, where extract looks by default. "
            "Name your documents: claimcmp extract PATH."
        )
    _refuse_folder_of_documents(out, paths or [DOCUMENTS])
    options = ExtractOptions(
        topics_by=topics_by.value,
        meaning_threshold=meaning_threshold,
        keep_all=keep_all,
        model=model,
        share_actors=share_actors,
        resolve=resolve,
    )
    with _show_progress() as progress:
        extraction = extract(
            paths or [DOCUMENTS], topics=topics, only=topic or (), actors=actors, options=options, progress=progress
        )
        _refuse_nothing(extraction)
        write_extraction(extraction, out)
    summary = summarise_extraction(extraction, width=find_width(), color=has_color())
    for file in (item for item in extraction.skipped if item.reason.endswith(NOT_THERE)):
        told = f'Warning: "{file.what}" is left out: {file.reason}. Mend its name there, or remove its entry.'
        print_note(for_screen(told))
    for warning in extraction.warnings:
        print_note(f"Warning: {for_screen(warning)}")
    write_result(f"{summary}Written to {out.as_posix().rstrip('/')}/.\n", None)


def _refuse_nothing(extraction: "Extraction") -> None:
    """Refuse documents without a sentence of prose, all of them: of an empty table nobody learns why it is empty."""
    from claimcmp.report import for_screen

    if any(document.sentences for document in extraction.documents):
        return
    named = (f"{document.name}{'; '.join(['', *document.notes])}" for document in extraction.documents)
    raise UsageError(
        for_screen(
            f"Nothing was extracted, for no sentence of prose was found ({', '.join(named)}). "
            "Name other documents, or save these as plain text with sentences."
        )
    )


def _refuse_folder_of_documents(out: Path, paths: Sequence[str]) -> None:
    """Refuse a folder in which documents lie: what is derived from them would lie among them."""
    from claimcmp.sources import find_files

    files, _ = find_files([path for path in paths if path != "-"]) if set(paths) != {"-"} else ((), ())
    if any(file.parent.resolve() == out.resolve() for file in files):
        raise UsageError(
            f"Your documents lie in {out.as_posix()}, and the claims would lie among them. "
            f"Name a folder of its own: --out {(out / 'claims').as_posix()}."
        )


@contextmanager
def _show_progress() -> "Iterator[Progress | None]":
    """Show a bar on standard error; nothing where that is not a terminal."""
    if not is_watched():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    name = TextColumn("{task.fields[document]}", markup=False)
    columns = (TextColumn("Extracting", markup=False), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), name)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None, document="")
        yield lambda done, total, document: bar.update(task, completed=done, total=total, document=document)
