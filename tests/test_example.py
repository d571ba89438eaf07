"""The worked example: what is checked in is what the program gives, and README shows it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"<!-- example: (?P<command>[^\n]*) -->\n```console\n(?P<shown>.*?)```\n<!-- end -->", re.DOTALL)
EXAMPLES = [match.groups() for match in BLOCK.finditer((ROOT / "README.md").read_text(encoding="utf-8"))]


def run_program(*arguments: str) -> str:
    command = [sys.executable, "-m", "claimcmp", *arguments]
    # The width of the terminal that runs the tests must not show.
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120, env=environment)
    return result.stdout.decode()


def _read_folder(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_claims_folder_is_what_extract_writes(tmp_path: Path) -> None:
    run_program("extract", "seeds/", "--out", str(tmp_path))
    written, kept = _read_folder(tmp_path), _read_folder(ROOT / "claims")
    # What compare wrote is looked at below.
    kept = {name: data for name, data in kept.items() if not name.startswith(("comparison.", "report."))}
    assert written == kept


def test_comparison_csv_is_what_compare_writes(tmp_path: Path) -> None:
    run_program("compare", "--claims", "claims/", "--format", "csv", "--output", str(tmp_path / "comparison.csv"))
    assert (tmp_path / "comparison.csv").read_bytes() == (ROOT / "claims" / "comparison.csv").read_bytes()


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_readme_shows_what_the_program_prints(command: str, shown: str, tmp_path: Path) -> None:
    arguments = shlex.split(command.removeprefix("claimcmp "))
    if arguments[0] == "extract":
        # The example writes to claims/; the test must not.
        output = run_program(*arguments, "--out", str(tmp_path)).replace(f"{tmp_path.as_posix()}/", "claims/")
    else:
        output = run_program(*arguments)
    assert shown == f"$ {command}\n{output}"


def test_readme_has_examples() -> None:
    assert len(EXAMPLES) == 3
