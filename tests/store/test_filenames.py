import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.store.filenames import find_filenames, is_claims_filename


@pytest.mark.parametrize(
    ("documents", "files"),
    [
        (["000.txt", "notes"], ["000.jsonl", "notes.jsonl"]),
        (["000.txt", "000.md"], ["000.txt.jsonl", "000.md.jsonl"]),
        (["a/report.txt", "b/report.txt"], ["a-report.txt.jsonl", "b-report.txt.jsonl"]),
        (["Report.txt", "report.md"], ["Report.txt.jsonl", "report.md.jsonl"]),
        (["a/b.txt", "a-b.txt", "b.md"], ["a-b.txt.jsonl", "a-b.jsonl", "b.md.jsonl"]),
        (
            ["x/a-b.txt", "x-a/b.txt", "a-b.txt", "b.txt"],
            ["x-a-b.txt.jsonl", "x-a-b.txt-2.jsonl", "a-b.txt.jsonl", "b.txt.jsonl"],
        ),
        (
            ["What: a report?.txt", "con.txt", "...", "a. .txt"],
            ["What- a report-.jsonl", "con-.jsonl", "document.jsonl", "a.jsonl"],
        ),
    ],
)
def test_find_filenames_are_safe_and_unique(documents: list[str], files: list[str]) -> None:
    found = find_filenames(documents)
    assert sorted(found.values()) == sorted(files)
    assert found == find_filenames(documents[::-1])


@given(st.sets(st.text(min_size=1), max_size=8))
def test_find_filenames_serve_any_name(documents: set[str]) -> None:
    files = find_filenames(documents).values()
    assert len({file.casefold() for file in files}) == len(documents)
    assert all(is_claims_filename(file) and len(file.encode()) <= 200 for file in files)


@pytest.mark.parametrize(
    "filename", ["../000.jsonl", "/elsewhere/000.jsonl", "a\\b.jsonl", "comparison.csv", ".jsonl", "a\0.jsonl"]
)
def test_is_claims_filename_refuses_what_leads_elsewhere(filename: str) -> None:
    assert not is_claims_filename(filename)
