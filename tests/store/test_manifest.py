import json
from pathlib import Path
from typing import Any

import pytest

from claimcmp.errors import StoreError
from claimcmp.records import DocumentSummary, Extraction, Topic
from claimcmp.store.manifest import ClaimsFile, digest, format_manifest, read_manifest

KINU = DocumentSummary("kinu.txt", "KINU", None, None, "2019", None, None, "ab12", 3, 1)
EXTRACTION = Extraction((KINU,), (Topic("prices", "Prices"),), (), settings={"carry": True})
FILES = (ClaimsFile("kinu.txt", "kinu.jsonl", digest(b"")),)


def _write(folder: Path, change: dict[str, Any]) -> None:
    content = json.loads(format_manifest(EXTRACTION, FILES)) | change
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")


def test_manifest_says_what_the_folder_holds() -> None:
    content = json.loads(format_manifest(EXTRACTION, FILES))
    assert list(content) == [
        *("format", "format_version", "claimcmp", "documents", "files", "topics", "skipped", "warnings", "settings"),
    ]
    assert content["files"][0]["file"] == "kinu.jsonl"


def test_read_manifest_gives_back_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(format_manifest(EXTRACTION, FILES))
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert (manifest.documents, manifest.files, manifest.settings) == (EXTRACTION.documents, FILES, {"carry": True})


def test_read_manifest_is_content_without_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "gone") is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "webapp"}, "was not written by claimcmp. Choose another folder for the claims, or move it away."),
        ({"format_version": 2}, "has format 2, and this claimcmp reads format 1."),
        ({"documents": {}}, "is damaged: documents must be a list, not {}."),
        ({"documents": []}, 'is damaged: "files" does not list the documents one by one.'),
        (
            {"files": [{"document": "kinu.txt", "file": "../kinu.jsonl", "sha256": ""}]},
            'is damaged: "../kinu.jsonl" is not',
        ),
        ({"topics": [{"id": "prices"}]}, 'is damaged: "label" is missing in topics[0].'),
    ],
)
def test_read_manifest_refuses_what_is_not_ours(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    _write(tmp_path, change)
    with pytest.raises(StoreError) as raised:
        read_manifest(tmp_path)
    assert message in str(raised.value)
