"""What marks a folder that extract wrote, for those who write it and those who must not read it as documents."""

import json
from pathlib import Path

MANIFEST = "manifest.json"
FORMAT = "claimcmp-claims"
USUAL_NAME = "claims"
"""Of the folder, where no other is named."""
TEXTS = "texts"
"""Its folder with the texts of the documents."""


def is_claims_folder(folder: Path) -> bool:
    """Tell whether a manifest of ours lies in the folder."""
    try:
        plain = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(plain, dict) and plain.get("format") == FORMAT
