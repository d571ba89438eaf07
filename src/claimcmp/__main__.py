"""Runs the program as ``python -m claimcmp``."""

from claimcmp.cli.main import run

run()
