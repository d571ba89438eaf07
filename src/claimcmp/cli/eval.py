"""``claimcmp eval``: a run held against the user's own annotation."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.arguments import NUMBER, count_parser, path_parser
from claimcmp.cli.options import ClaimsFolder, OutputFile, Threshold, read_options
from claimcmp.cli.output import find_width, has_color, refuse_to_replace, write_result
from claimcmp.errors import UsageError

ERRORS = 3
TABLE, JSON = "table", "json"


def eval_command(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="Annotation: a .toml, .csv or .jsonl file, or a folder of them.",
            parser=path_parser("GOLD"),
            show_default=False,
        ),
    ],
    claims: ClaimsFolder = Path("claims"),
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", help="Only this topic, by id; may be repeated. [default: all]", show_default=False),
    ] = None,
    errors: Annotated[
        int,
        typer.Option(
            "--errors", help="How many errors of each kind to show.", parser=count_parser("--errors"), metavar=NUMBER
        ),
    ] = ERRORS,
    threshold: Threshold = None,
    format: Annotated[str, typer.Option("--format", help="table or json.")] = TABLE,  # noqa: A002
    output: OutputFile = None,
) -> None:
    """Score claims and their comparison against what you annotated yourself, and list the errors.

    docs/evaluating.md shows how to write an annotation. Example: claimcmp eval seeds/gold.toml --errors 5
    """
    from claimcmp.evaluation import evaluate, read_gold
    from claimcmp.report import format_evaluation, format_evaluation_json
    from claimcmp.store import list_read, read_extraction
    from claimcmp.workflow import compare

    if format not in (TABLE, JSON):
        raise UsageError(f'Unknown format "{format}". Known: {TABLE}, {JSON}.')
    extraction = read_extraction(claims)
    refuse_to_replace(
        output, [gold, *list_read(claims, extraction)], texts={item.sha256 for item in extraction.documents}
    )
    if missing := [document.name for document in extraction.documents if document.name not in extraction.texts]:
        raise UsageError(f"The text of {missing[0]} is not beside the claims. Run claimcmp extract again.")
    annotated = read_gold(gold, extraction.texts)
    options = read_options(threshold)
    comparison = compare(extraction, options=options) if annotated.pairs or annotated.nonpairs else None
    found = evaluate(annotated, extraction, comparison, topics=topic or ())
    if format == JSON:
        write_result(format_evaluation_json(found), output)
    else:
        color = has_color() and (output is None or str(output) == "-")
        write_result(format_evaluation(found, errors=errors, width=find_width(), color=color), output)
