"""The documentation: every command has help with an example that runs, and the pages say what is there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from tools.make_commands import PAGE, find_commands, format_page

from claimcmp.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
COMMANDS = list(find_commands(typer.main.get_command(app)))
EXAMPLE = re.compile(r"Example: (claimcmp .+)$", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
INTERACTIVE = "claimcmp review"
ENDED = (0, 1)
"""Done, or a condition such as --fail-on is met."""


@pytest.fixture(scope="module")
def worked_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the worked example, with what the examples of help name besides."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    run_line("claimcmp extract seeds/", folder)
    for name in ("claims-march", "claims-april"):
        shutil.copytree(folder / "claims", folder / name)
    return folder


def run_line(line: str, folder: Path) -> None:
    for part in line.split(" && "):
        command = [sys.executable, "-m", "claimcmp", *shlex.split(part)[1:]]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        result = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert result.returncode in ENDED, result.stderr.decode()


def test_the_reference_of_commands_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == format_page(), "Run make docs."


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_has_an_example_that_runs(worked_example: Path, name: str, command: object) -> None:
    found = EXAMPLE.search(str(getattr(command, "help", "")))
    assert found is not None, f"{name} has no example at the end of its help."
    example = " ".join(found[1].split())
    assert name in example
    if not example.startswith(INTERACTIVE):
        run_line(example, worked_example)


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_linked_from_the_first() -> None:
    linked = set(LINK.findall((ROOT / "docs" / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in PAGES} - {"README.md"} <= linked


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered(shell: str, tmp_path: Path) -> None:
    environment = {**os.environ, "_CLAIMCMP_COMPLETE": f"source_{shell}", "HOME": str(tmp_path)}
    code = "from claimcmp.cli.main import app; app(prog_name='claimcmp')"
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False, timeout=60)
    assert b"_CLAIMCMP_COMPLETE" in result.stdout
