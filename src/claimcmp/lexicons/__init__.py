"""Word lists and rules as data, and how the package reads them."""

from claimcmp.lexicons.reading import read_lexicon

__all__ = ["read_lexicon"]
