"""``claimcmp explain`` and ``claimcmp judge``: why two claims count as one matter, and how they relate."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.options import ClaimsFolder, Threshold, read_options
from claimcmp.cli.output import find_width, has_color, write_result
from claimcmp.errors import UsageError
from claimcmp.records import Explanation

Format = Annotated[str, typer.Option("--format", help="table or json.")]
Full = Annotated[bool, typer.Option("--full", help="Say what each rule asks that does not apply.")]


def explain_command(
    a: Annotated[str, typer.Argument(help="Id of a claim, or how it begins.", metavar="A", show_default=False)],
    b: Annotated[str, typer.Argument(help="Id of another.", metavar="B", show_default=False)],
    claims: ClaimsFolder = Path("claims"),
    format: Format = "table",  # noqa: A002 - the option's name
    full: Full = False,
    threshold: Threshold = None,
) -> None:
    """Show why two claims are, or are not, on one matter, and which rule says how they relate.

    Works for claims in no group too. Example: claimcmp explain 000-3d5507c3 002-29cfac61
    """
    from claimcmp.store import read_extraction
    from claimcmp.workflow import explain

    options = read_options(threshold)
    _write(explain(read_extraction(claims), a, b, options=options), format, full=full)


def judge_command(
    a: Annotated[
        str | None, typer.Argument(help="A sentence that asserts something.", metavar="A", show_default=False)
    ] = None,
    b: Annotated[str | None, typer.Argument(help="Another one.", metavar="B", show_default=False)] = None,
    format: Format = "table",  # noqa: A002 - the option's name
    full: Full = False,
    threshold: Threshold = None,
) -> None:
    """Judge two sentences as if two sources had said them, and show how that came about.

    Example: claimcmp judge "The dam holds 40 million tonnes." "The dam may hold 55 million tonnes."
    """
    from claimcmp.workflow import explain_texts

    if a is None or b is None:
        raise UsageError('judge takes two sentences, each in quotes: claimcmp judge "It rains." "It does not rain."')
    options = read_options(threshold)
    _write(explain_texts(a, b, options=options), format, full=full)


def _write(explanation: Explanation, format: str, *, full: bool) -> None:  # noqa: A002
    from claimcmp.report import format_explanation

    told = format_explanation(explanation, format, width=find_width(), color=has_color(), full=full)
    write_result(told, None)
