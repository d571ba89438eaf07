"""Fills the examples of README.md with what the program prints; run ``make readme`` after a change of the output."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- example: (?P<command>[^\n]*) -->\n```console\n).*?(```\n<!-- end -->)", re.DOTALL)


def fill(match: re.Match[str]) -> str:
    """Return the block with the command's present output."""
    arguments = shlex.split(match["command"].removeprefix("claimcmp "))
    command = [sys.executable, "-m", "claimcmp", *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    shown = subprocess.run(command, cwd=README.parent, capture_output=True, check=True, env=environment).stdout.decode()
    return f"{match[1]}$ {match['command']}\n{shown}{match[3]}"


if __name__ == "__main__":
    README.write_text(BLOCK.sub(fill, README.read_text(encoding="utf-8")), encoding="utf-8")
