"""Libraries that only some forms need, and what to install where one is missing."""

from importlib import import_module
from typing import Any

from claimcmp.errors import ReportError


def load_extra(module: str, extra: str) -> Any:
    """Return the module, or raise ``ReportError`` that says which extra brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise ReportError(
            f'This format needs {name}, which is not installed: pip install "claimcmp[{extra}]"'
        ) from error
