"""Turns expected failures into one sentence on standard error and an exit code."""

from typing import Any

import typer
from typer.core import TyperGroup

from claimcmp.cli.output import discard_output, print_note
from claimcmp.errors import ClaimcmpError

BAD_INPUT = 2
INTERRUPTED = 130

_AROUND = 40
"""Characters shown on both sides of one that cannot be written."""


class ErrorBoundary(TyperGroup):
    """A command group whose commands may raise ``ClaimcmpError``: exit 2, the message, no traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command inside the boundary."""
        try:
            return super().invoke(ctx)
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


def _format_unwritable(error: UnicodeEncodeError) -> str:
    """Say which name the encoding of the system cannot write, as a file name in the locale C."""
    name = error.object[max(0, error.start - _AROUND) : error.end + _AROUND]
    return (
        f'The name "{name}" cannot be written in {error.encoding}, the encoding of this system. '
        "Set PYTHONUTF8=1 and run the command again, or rename the file."
    )
