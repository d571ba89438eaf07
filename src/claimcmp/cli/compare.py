"""``claimcmp compare``: claims in, a comparison table out."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcmp.cli.arguments import NUMBER, number_parser
from claimcmp.cli.fail_on import CONDITION_MET, find_met, parse_condition, refuse_idle
from claimcmp.cli.options import ClaimsFolder, OutputFile, Threshold, read_options
from claimcmp.cli.output import find_width, has_color, is_watched, print_note, refuse_to_replace, write_result
from claimcmp.errors import UsageError

if TYPE_CHECKING:
    from claimcmp.records import Comparison, Extraction
    from claimcmp.report import Form


def compare_command(
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", help="Only this topic, by id or label; may be repeated. [default: all]", show_default=False
        ),
    ] = None,
    claims: ClaimsFolder = Path("claims"),
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format",
            help="table, html, csv, json, jsonl, markdown, xlsx, parquet, sqlite, duckdb, qdpx or graphml. "
            "[default: by the ending of --output, else table]",
            show_default=False,
        ),
    ] = None,
    output: OutputFile = None,
    layout: Annotated[
        str | None,
        typer.Option(
            "--layout",
            help="Of csv: long, a row a pair; wide, a row a group; matrix, a row a source; or a table by its name: "
            "documents, claims, groups, pairs, voices, ... [default: long]",
            show_default=False,
        ),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Of csv: begin with a byte-order mark, for Excel.")] = False,
    offsets: Annotated[bool, typer.Option("--offsets", help="Of wide csv: add where each quote stands.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Of csv: leave texts as they are, even where a spreadsheet reads a formula.")
    ] = False,
    full: Annotated[
        bool,
        typer.Option("--full", help="Of the table: spell out the pairs that agree, every judgement and every group."),
    ] = False,
    threshold: Threshold = None,
    relation: Annotated[
        list[str] | None,
        typer.Option("--relation", help="Show only pairs of this relation; may be repeated.", show_default=False),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source", help="Show only pairs with this source on a side; may be repeated.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            help="Show only claims of documents published then or later: 2019, 2019-04 or 2019-04-25.",
            show_default=False,
            metavar="<date>",
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            help="Show only pairs judged with at least this confidence, 0 to 1.",
            show_default=False,
            parser=number_parser("--min-confidence", lowest=0, highest=1),
            metavar=NUMBER,
        ),
    ] = None,
    review: Annotated[
        bool, typer.Option("--review/--no-review", help="Follow the decisions of reviewers, or show the program alone.")
    ] = True,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            help="Exit with 1 if a pair that is shown has this relation, or any that diverges: contradict, diverge, "
            "differ-in-number:topic=prices; may be repeated.",
            show_default=False,
            metavar="<relation>[:topic=<topic>]",
        ),
    ] = None,
) -> None:
    """Bring together the claims of different sources, and show where they agree and where they diverge.

    Filters change what is shown, in every format; verdicts stay those over all pairs.

    Example: claimcmp compare --topic sanctions --relation contradict --fail-on contradict
    """
    conditions = [parse_condition(text) for text in fail_on or ()]
    from claimcmp.compare.filters import filter_comparison
    from claimcmp.report import FORMATS, FormatOptions, find_format, for_screen, format_comparison
    from claimcmp.store import list_read, read_extraction, read_reviews
    from claimcmp.workflow import compare, find_filters

    file = None if output is None or str(output) == "-" else output
    chosen = format or (find_format(file) if file else "table")
    _refuse_idle_options(chosen, FORMATS, {"layout": layout, "bom": bom, "offsets": offsets, "raw": raw, "full": full})
    _refuse_wrong_place(chosen, file)
    options = read_options(threshold)
    with _show_status():
        extraction = read_extraction(claims)
        texts = {document.sha256 for document in extraction.documents}
        refuse_to_replace(file, list_read(claims, extraction), texts=texts)
        # Before the comparing, which takes time, so that a wrong name is told at once.
        filters = find_filters(
            extraction.documents,
            relations=relation or (),
            sources=source or (),
            since=since,
            min_confidence=min_confidence,
        )
        refuse_idle(conditions, relation or ())
        reviews = read_reviews(claims) if review else ()
        comparison = compare(extraction, topics=topic or (), options=options, reviews=reviews)
        comparison = filter_comparison(comparison, filters)
    met = find_met(comparison, conditions)
    form = FormatOptions(
        layout=layout or "long",
        bom=bom,
        offsets=offsets,
        raw=raw,
        full=full,
        width=find_width(),
        color=file is None and has_color(),
        texts=extraction.texts,
    )
    write_result(format_comparison(comparison, chosen, options=form), output)
    _print_summary(extraction, comparison, file)
    for condition in met:
        print_note(f"Failed: {for_screen(condition)}.")
    if met:
        raise typer.Exit(CONDITION_MET)


def _refuse_wrong_place(form: str, file: Path | None) -> None:
    """Refuse a file whose ending promises another form, and a terminal for what it cannot show."""
    from claimcmp.report import FORMATS, check_ending

    if file:
        check_ending(form, file)
    elif form in FORMATS and FORMATS[form].binary and sys.stdout.isatty():
        raise UsageError(f"A terminal cannot show {form}. Name a file for it with --output.")


def _print_summary(extraction: "Extraction", comparison: "Comparison", file: Path | None) -> None:
    """Tell on standard error what was found, what reviewers did, and what is not as it should be."""
    from claimcmp.report import for_screen, summarise_comparison, summarise_review, tell_stale
    from claimcmp.workflow import count_left_aside

    for warning in extraction.warnings:
        print_note(f"Warning: {for_screen(warning)}")
    written = f" Written to {file.as_posix()}." if file else ""
    print_note(summarise_comparison(comparison, aside=count_left_aside(extraction)) + written)
    if told := summarise_review(comparison):
        print_note(for_screen(told))
    for stale in comparison.stale:
        print_note(f"Warning: {for_screen(tell_stale(stale))}")


@contextmanager
def _show_status() -> Iterator[None]:
    """Show on standard error that something goes on; nothing where that is not a terminal."""
    if not is_watched():
        yield
        return
    from rich.console import Console

    with Console(stderr=True, markup=False).status("Comparing"):
        yield


def _refuse_idle_options(form: str, forms: "Mapping[str, Form]", options: Mapping[str, str | bool | None]) -> None:
    """Refuse options that the chosen form would ignore without a word."""
    if form not in forms:
        return
    for name in (name for name, given in options.items() if given and name not in forms[form].takes):
        taking = [other for other, taken in forms.items() if name in taken.takes]
        raise UsageError(
            f"--{name} belongs to --format {' or '.join(taking)}, not to {form}. "
            f"Add --format {taking[0]} or leave it out."
        )
    if options["offsets"] and options["layout"] != "wide":
        raise UsageError("--offsets belongs to --layout wide; the other layouts have offsets in columns of their own.")
