"""``claimcmp compare``: claims in, a comparison table out."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.output import find_width, has_color, print_note, write_result
from claimcmp.errors import UsageError

ENDINGS = {".csv": "csv", ".json": "json", ".txt": "table"}


def compare_command(
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", help="Only this topic, by id or label; may be repeated. [default: all]", show_default=False
        ),
    ] = None,
    claims: Annotated[Path, typer.Option("--claims", help="Folder that claimcmp extract wrote.")] = Path("claims"),
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format", help="table, csv or json. [default: by the ending of --output, else table]", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; - is standard output.", show_default=False)
    ] = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout", help="Of csv: long, a row a pair, or wide, a row a group. [default: long]", show_default=False
        ),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Of csv: begin with a byte-order mark, for Excel.")] = False,
    offsets: Annotated[bool, typer.Option("--offsets", help="Of wide csv: add where each quote stands.")] = False,
    threshold: Annotated[
        float | None,
        typer.Option(
            "--threshold", help="Score from which two claims are on one matter.", min=0.0, max=2.0, show_default="0.1"
        ),
    ] = None,
) -> None:
    """Bring together the claims of different sources, and show where they agree and where they diverge.

    Example: claimcmp compare --topic sanctions
    """
    chosen = format or (ENDINGS.get(output.suffix.lower(), "table") if output else "table")
    _refuse_idle_options(chosen, layout=layout, bom=bom, offsets=offsets)
    from claimcmp.compare import CompareOptions
    from claimcmp.report import FormatOptions, format_comparison, summarise_comparison
    from claimcmp.store import read_extraction
    from claimcmp.workflow import compare

    options = CompareOptions() if threshold is None else CompareOptions(threshold=threshold)
    comparison = compare(read_extraction(claims), topics=topic or (), options=options)
    to_screen = output is None or str(output) == "-"
    form = FormatOptions(
        layout=layout or "long",
        bom=bom,
        offsets=offsets,
        width=find_width(),
        color=to_screen and has_color(),
    )
    write_result(format_comparison(comparison, chosen, options=form), output)
    print_note(
        summarise_comparison(comparison) + ("" if to_screen or output is None else f" Written to {output.as_posix()}.")
    )


def _refuse_idle_options(format: str, *, layout: str | None, bom: bool, offsets: bool) -> None:  # noqa: A002
    """Refuse options that the chosen format would ignore without a word."""
    if format != "csv":
        given = [name for name, value in (("--layout", layout), ("--bom", bom), ("--offsets", offsets)) if value]
        if given:
            raise UsageError(f"{given[0]} belongs to --format csv, not to {format}. Add --format csv or leave it out.")
    elif offsets and layout != "wide":
        raise UsageError("--offsets belongs to --layout wide; the long layout has offsets in columns of their own.")
