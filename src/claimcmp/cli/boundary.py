"""Turns expected failures into one sentence on standard error and an exit code."""

import re
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperGroup

from claimcmp.cli.misuse import WrongUse, describe_misuse
from claimcmp.cli.output import discard_output, print_note
from claimcmp.errors import ClaimcmpError, UsageError

BAD_INPUT = 2
INTERRUPTED = 130

_BORDER = re.compile(r'["\n]')
"""What ends a name inside a longer text."""


class ErrorBoundary(TyperGroup):
    """A command group whose commands may raise ``ClaimcmpError``: exit 2, the message, no traceback."""

    def make_context(self, info_name: str | None, args: list[str], *given: Any, **extra: Any) -> Any:
        """Read what stands before the command; where nothing stands at all, help is shown."""
        if not args:
            return super().make_context(info_name, args, *given, **extra)
        try:
            return super().make_context(info_name, args, *given, **extra)
        except WrongUse as error:
            raise _tell_misuse(error) from error

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is named first, or raise with those that are known."""
        if args[0] in self.commands or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], self.commands, n=1)
        known = f" Did you mean {near[0]}?" if near else ""
        group = f" {ctx.info_name}" if ctx.parent else ""
        raise UsageError(f'claimcmp{group} has no command "{args[0]}". Known: {", ".join(self.commands)}.{known}')

    def invoke(self, ctx: Any) -> Any:
        """Run the command inside the boundary."""
        try:
            return super().invoke(ctx)
        except WrongUse as error:
            raise _tell_misuse(error) from error
        except ClaimcmpError as error:
            # Not through rich: square brackets in a message are the user's own words.
            print_note(f"{error}")
            raise typer.Exit(BAD_INPUT) from error
        except UnicodeEncodeError as error:
            print_note(_format_unwritable(error))
            raise typer.Exit(BAD_INPUT) from error
        except BrokenPipeError:
            # The reader of a pipe (head, less) has seen enough.
            discard_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            print_note("Interrupted. Nothing was half written; run the command again.")
            raise typer.Exit(INTERRUPTED) from None


def _tell_misuse(error: Exception) -> typer.Exit:
    from claimcmp.report import for_screen

    print_note(for_screen(describe_misuse(error)))
    return typer.Exit(BAD_INPUT)


def _format_unwritable(error: UnicodeEncodeError) -> str:
    """Say which name the encoding of the system cannot write, as a file name in the locale C."""
    name = _BORDER.split(error.object[: error.end])[-1] + _BORDER.split(error.object[error.end :])[0]
    return (
        f'The name "{name}" cannot be written in {error.encoding}. '
        "Set PYTHONUTF8=1 and run the command again, or rename the file."
    )
