"""``claimcmp review``: a person goes through the groups and decides."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcmp.cli.keys import Keys
from claimcmp.cli.options import ClaimsFolder, Threshold, read_options
from claimcmp.cli.output import find_width, has_color, print_note, write_result
from claimcmp.cli.review_session import Session
from claimcmp.errors import StoreError, UsageError
from claimcmp.records import Review


def review_command(
    claims: ClaimsFolder = Path("claims"),
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", help="Your name. [default: your login]", show_default=False)
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", help="Only this topic; may be repeated.", show_default=False)
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Hide what the program says of the groups.")] = False,
    all_groups: Annotated[bool, typer.Option("--all", help="Begin at the first group, decided or not.")] = False,
    threshold: Threshold = None,
    agreement: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            "--agreement",
            help="Do not review: say how far the files of two reviewers agree.",
            show_default=False,
            metavar="FILE FILE",
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="Of --agreement: table or json.")] = "table",  # noqa: A002
) -> None:
    """Go through the groups and decide on each: accept, reject, merge, split, relabel, note.

    Decisions are written at once, to review-NAME.toml beside the claims, and followed by every later compare.

    Example: claimcmp review --reviewer Ann --topic sanctions
    """
    if agreement is not None:
        _show_agreement(*agreement, format)
        return
    from claimcmp.review.walking import Walk
    from claimcmp.store import find_review_path, read_extraction
    from claimcmp.workflow import compare

    name = _find_reviewer(reviewer)
    options = read_options(threshold)
    extraction = read_extraction(claims)
    path = find_review_path(claims, name)
    review = _read(path, name)
    walk = Walk(extraction, compare(extraction, topics=topic or (), options=options), review, options=options)
    walk.start(decided=all_groups)
    if not walk.groups:
        raise UsageError("There is no group to review. `claimcmp compare` says what was found.")
    session = Session(walk, path, Keys(sys.stdin, sys.stdout), blind=blind, all_groups=all_groups)
    session.run()
    decided = len(walk.groups) - walk.undecided
    left = f"{walk.undecided} left" if walk.undecided else "none left"
    print_note(f"{decided} of {len(walk.groups)} groups decided, {left}. Decisions are in {path.as_posix()}.")


def _find_reviewer(name: str | None) -> str:
    if name is None:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError) as error:
            raise UsageError("Say who you are with --reviewer NAME.") from error
    if not name.strip():
        raise UsageError("--reviewer is empty. Give a name, for example --reviewer Ann.")
    return name.strip()


def _read(path: Path, name: str) -> Review:
    from claimcmp.store import read_review

    if not path.exists():
        return Review(name)
    review = read_review(path)
    if review.reviewer.casefold() != name.casefold():
        raise StoreError(f"{path.as_posix()} has decisions of {review.reviewer}. Use another name for {name}.")
    return review


def _show_agreement(first: Path, second: Path, format: str) -> None:  # noqa: A002
    from claimcmp.report import format_agreement
    from claimcmp.review.agreement import find_agreement
    from claimcmp.store import read_review

    agreement = find_agreement(read_review(first), read_review(second))
    write_result(format_agreement(agreement, format, width=find_width(), color=has_color()), None)
