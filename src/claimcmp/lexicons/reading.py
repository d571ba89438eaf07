"""Reads the package's own TOML lexicons, once each."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_lexicon(name: str) -> Mapping[str, Any]:
    """Return the tables of ``lexicons/<name>.toml``; callers must not change them."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
