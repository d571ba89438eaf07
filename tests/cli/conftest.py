import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run the program as a process; text in and out is bytes, as the shell sees it."""

    def run_process(
        arguments: Sequence[str], *, cwd: Path, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "claimcmp", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            env={**{key: value for key, value in os.environ.items() if key != "COLUMNS"}, **environment},
        )

    return run_process


TOPICS = """
[[topic]]
id = "wage-floor"
label = "Wage floor"
terms = ["minimum wage", "wage floor"]
[[topic]]
id = "jobs"
label = "Jobs"
terms = ["jobs", "employment"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with documents of two sources, as a user would have it."""
    write_project(tmp_path)
    return tmp_path


def write_project(folder: Path) -> None:
    """Write the documents of two sources, as a user would have them."""
    documents = folder / "seeds"
    documents.mkdir()
    (documents / "north.txt").write_text(
        "Wages in the north\n\nThe minimum wage cost 400 jobs in the valley. Nobody moved away.\n", encoding="utf-8"
    )
    (documents / "south.md").write_text(
        "# Wages in the south\n\nThe minimum wage did not cost jobs in the valley.\n", encoding="utf-8"
    )
    (documents / "broken.txt").write_bytes(b"\x00\x01\x02" * 50)
    (documents / "sources.toml").write_text(
        '[[source]]\nfile = "north.txt"\npublisher = "North Post"\npublished = "2021-03"\n'
        '[[source]]\nfile = "south.md"\npublisher = "South Star"\n',
        encoding="utf-8",
    )
    (documents / "topics.toml").write_text(TOPICS, encoding="utf-8")
