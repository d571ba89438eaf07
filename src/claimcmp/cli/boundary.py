"""Turns expected failures into one sentence on standard error and an exit code."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from claimcmp.errors import ClaimcmpError

BAD_INPUT = 2
INTERRUPTED = 130


class ErrorBoundary(TyperGroup):
    """A command group whose commands may raise ``ClaimcmpError``: exit 2, the message, no traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command inside the boundary."""
        try:
            return super().invoke(ctx)
        except ClaimcmpError as error:
            # Not through rich: square brackets in a message are the user's own words.
            print(f"{error}", file=sys.stderr)
            raise typer.Exit(BAD_INPUT) from error
        except BrokenPipeError:
            # The reader of a pipe (head, less) has seen enough; Python would complain once more at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            print("Interrupted. Nothing was half written; run the command again.", file=sys.stderr)
            raise typer.Exit(INTERRUPTED) from None
