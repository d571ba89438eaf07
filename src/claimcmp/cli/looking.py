"""``claimcmp show``, ``claimcmp verify`` and ``claimcmp diff``: looking closer at what was found."""

from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.arguments import NUMBER, count_parser, path_parser
from claimcmp.cli.options import ClaimsFolder
from claimcmp.cli.output import find_width, has_color, print_note, write_result
from claimcmp.records import Extraction, Review

NOT_EXACT = 1
Format = Annotated[str, typer.Option("--format", help="table or json.")]
FollowReviews = Annotated[
    bool, typer.Option("--review/--no-review", help="Follow the decisions of reviewers, or show the program alone.")
]


def show_command(
    name: Annotated[
        str,
        typer.Argument(help="Id of a claim or a group, or how it begins.", metavar="CLAIM|GROUP", show_default=False),
    ],
    claims: ClaimsFolder = Path("claims"),
    context: Annotated[
        int,
        typer.Option("--context", help="Sentences before and after.", parser=count_parser("--context"), metavar=NUMBER),
    ] = 2,
    format: Format = "table",  # noqa: A002 - the option's name
    review: FollowReviews = True,
) -> None:
    """Show a claim, or all claims of a group, in its place: context, marks, offsets, document, groups and pairs.

    Example: claimcmp show 000-3d5507c3 --context 3
    """
    from claimcmp.looking import show
    from claimcmp.report import format_view

    extraction, reviews = _read(claims, review=review)
    view = show(extraction, name, context=context, reviews=reviews)
    write_result(format_view(view, format, width=find_width(), color=has_color()), None)


def verify_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders to look into. [default: those that extract read]", show_default=False),
    ] = None,
    claims: ClaimsFolder = Path("claims"),
    format: Format = "table",  # noqa: A002 - the option's name
    full: Annotated[bool, typer.Option("--full", help="List the quotes that have only moved, too.")] = False,
) -> None:
    """Check every saved quote against the files: is it there, word for word, at its place?

    Exits with 1 if any is not. A quote has moved where it stands once elsewhere; it has changed where near words stand.

    Example: claimcmp verify seeds/
    """
    from claimcmp.looking import verify
    from claimcmp.report import format_verification, summarise_verification

    extraction, _ = _read(claims, review=False)
    found = verify(extraction, paths or ())
    write_result(format_verification(found, format, width=find_width(), color=has_color(), full=full), None)
    print_note(summarise_verification(found))
    if sum(found.counts.values()) != found.counts["exact"]:
        raise typer.Exit(NOT_EXACT)


def diff_command(
    old: Annotated[Path, typer.Argument(help="Folder of the earlier run.", metavar="OLD", parser=path_parser("OLD"))],
    new: Annotated[Path, typer.Argument(help="Folder of the later run.", metavar="NEW", parser=path_parser("NEW"))],
    format: Format = "table",  # noqa: A002 - the option's name
    review: FollowReviews = True,
) -> None:
    """Show what changed between two runs: claims new, gone or changed, verdicts, sources, settings.

    Two editions of a source are set against each other also where their files have two names.

    Example: claimcmp diff claims-march/ claims-april/
    """
    from claimcmp.looking import diff
    from claimcmp.report import format_difference, summarise_difference

    (before, old_reviews), (after, new_reviews) = (_read(folder, review=review) for folder in (old, new))
    found = diff(before, after, old_reviews=old_reviews, new_reviews=new_reviews)
    write_result(format_difference(found, format, width=find_width(), color=has_color()), None)
    print_note(summarise_difference(found))


def _read(folder: Path, *, review: bool) -> tuple[Extraction, tuple[Review, ...]]:
    from claimcmp.report import for_screen
    from claimcmp.store import read_extraction, read_reviews

    extraction = read_extraction(folder)
    for warning in extraction.warnings:
        print_note(f"Warning: {for_screen(warning)}")
    return extraction, read_reviews(folder) if review else ()
