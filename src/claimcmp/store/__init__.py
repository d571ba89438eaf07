"""The claims folder: written whole or not at all, and read back with every value checked."""

from claimcmp.store.atomic import make_folder, write_atomically
from claimcmp.store.claims import list_read, read_extraction, write_extraction
from claimcmp.store.reviews import find_review_path, read_review, read_reviews, write_review

__all__ = [
    "find_review_path",
    "list_read",
    "make_folder",
    "read_extraction",
    "read_review",
    "read_reviews",
    "write_atomically",
    "write_extraction",
    "write_review",
]
