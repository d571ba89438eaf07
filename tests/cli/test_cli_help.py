import subprocess
import sys
from pathlib import Path

import pytest

import claimcmp


@pytest.mark.parametrize("command", [[], ["extract"], ["compare"], ["annotate"]])
def test_help_has_an_example_that_could_be_typed(run, tmp_path: Path, command: list[str]) -> None:
    result = run([*command, "--help"], cwd=tmp_path)
    assert result.returncode == 0
    assert "Example: claimcmp " in result.stdout.decode()


def test_version(run, tmp_path: Path) -> None:
    assert run(["--version"], cwd=tmp_path).stdout.decode() == f"claimcmp {claimcmp.__version__}\n"


def test_help_and_import_load_no_spacy() -> None:
    code = "import sys, claimcmp, claimcmp.cli.main; print(sorted({'spacy', 'numpy', 'rich'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout == "[]\n"
