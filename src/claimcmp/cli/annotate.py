"""``claimcmp annotate``: one document, with everything that was found in it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.options import ActorsFile, Model, OutputFile, Resolve, ShareActors, TopicsFile
from claimcmp.cli.output import find_width, has_color, print_note, refuse_to_replace, write_result
from claimcmp.errors import UsageError

ENDINGS = {".json": "json", ".txt": "text"}


class AnnotationFormat(StrEnum):
    """The forms of an annotated document."""

    TEXT = "text"
    JSON = "json"


def annotate_command(
    document: Annotated[
        str, typer.Argument(metavar="FILE", help="A document, or - for standard input.", show_default=False)
    ],
    topics: TopicsFile = None,
    actors: ActorsFile = None,
    share_actors: ShareActors = True,
    resolve: Resolve = True,
    model: Model = None,
    format: Annotated[  # noqa: A002 - the option's name
        AnnotationFormat | None,
        typer.Option("--format", help="[default: by the ending of --output, else text]", show_default=False),
    ] = None,
    output: OutputFile = None,
) -> None:
    """Show one document with everything found in it: layout, topics, claims, and the words that decided.

    Example: claimcmp annotate seeds/000_valdai.txt
    """
    chosen = format or _find_format(output)
    refuse_to_replace(output, [] if document == "-" else [document])
    from claimcmp.annotation import annotate
    from claimcmp.report import format_annotation, format_annotation_json, summarise_annotation
    from claimcmp.workflow import ExtractOptions

    options = ExtractOptions(model=model, share_actors=share_actors, resolve=resolve)
    annotation = annotate(document, topics=topics, actors=actors, options=options)
    to_screen = output is None or str(output) == "-"
    if chosen is AnnotationFormat.JSON:
        text = format_annotation_json(annotation)
    else:
        text = format_annotation(annotation, width=find_width(), color=to_screen and has_color())
    write_result(text, output)
    written = "" if to_screen or output is None else f" Written to {output.as_posix()}."
    print_note(summarise_annotation(annotation) + written)


def _find_format(output: Path | None) -> AnnotationFormat:
    """Return the format that the ending of the file names; a file without an ending gets text."""
    if output is None or not output.suffix:
        return AnnotationFormat.TEXT
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(
            f'The ending "{output.suffix}" of {output.as_posix()} names no format. '
            "End it in .txt or .json, or say which with --format."
        )
    return AnnotationFormat(ENDINGS[ending])
