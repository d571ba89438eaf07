"""Runs the program, also as ``python -m claimcmp``."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Run the program; an interruption while it is still being loaded ends it without a traceback."""
    try:
        from claimcmp.cli.main import app

        app()
    except KeyboardInterrupt:
        # What the command's own boundary says, for the time before there is one.
        print("Interrupted.", file=sys.stderr)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
