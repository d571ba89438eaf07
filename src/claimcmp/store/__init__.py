"""The claims folder: written whole or not at all, and read back with every value checked."""

from claimcmp.store.atomic import write_atomically
from claimcmp.store.claims import read_extraction, write_extraction

__all__ = ["read_extraction", "write_atomically", "write_extraction"]
