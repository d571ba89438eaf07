"""Turns expected failures into one sentence on standard error and an exit code."""

import re
from typing import Any

import typer
from typer.core import TyperGroup

from claimcmp.cli.output import discard_output, print_note
from claimcmp.errors import ClaimcmpError

BAD_INPUT = 2
INTERRUPTED = 130

_BORDER = re.compile(r'["\n]')
"""What ends a name inside a longer text."""


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
    name = _BORDER.split(error.object[: error.end])[-1] + _BORDER.split(error.object[error.end :])[0]
    return (
        f'The name "{name}" cannot be written in {error.encoding}. '
        "Set PYTHONUTF8=1 and run the command again, or rename the file."
    )
