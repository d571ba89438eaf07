"""Values of options, checked where the type alone does not say all."""

import math
from collections.abc import Callable
from pathlib import Path

from claimcmp.errors import UsageError

PATH, NUMBER = "<path>", "<number>"
"""How help names the values that are read here."""


def path_parser(option: str) -> Callable[[str | Path], Path]:
    """Return what reads the path of ``option``: ``~`` is the home folder, and no path at all is refused."""

    def parse(value: str | Path) -> Path:
        # Path("") is the current folder, which nobody means by an empty variable in a script.
        if not str(value).strip():
            raise UsageError(f"{option} is empty. Name a path after it; . is the current folder.")
        from claimcmp.sources import expand_home

        return expand_home(value)

    return parse


def number_parser(
    option: str, *, lowest: float | None = None, highest: float | None = None
) -> Callable[[str | float], float]:
    """Return what reads the number of ``option`` between the borders, where there are some; "nan" is none."""
    borders = "" if lowest is None or highest is None else f" from {lowest:g} to {highest:g}"

    def parse(value: str | float) -> float:
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        below, above = lowest is not None and number < lowest, highest is not None and number > highest
        if not math.isfinite(number) or below or above:
            raise UsageError(f'{option} cannot be "{value}". Give a number{borders}, such as 0.1.')
        return number

    return parse


def count_parser(option: str, *, lowest: int = 0) -> Callable[[str | int], int]:
    """Return what reads the whole number of ``option``, from the lowest on."""

    def parse(value: str | int) -> int:
        try:
            number = int(value)
        except ValueError:
            number = lowest - 1
        if number < lowest:
            raise UsageError(f'{option} cannot be "{value}". Give a whole number from {lowest}, such as {lowest + 2}.')
        return number

    return parse
