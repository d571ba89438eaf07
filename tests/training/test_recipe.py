"""The whole recipe on a few sentences, where its libraries and the corpora are there."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
LIBRARIES = ("torch", "transformers")


@pytest.mark.skipif(not all(map(find_spec, LIBRARIES)), reason="torch and transformers are not installed")
@pytest.mark.skipif(not (CORPORA / "ud").is_dir(), reason="the corpora are not there")
def test_build_makes_models_with_cards_and_scores(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "training.build", "--corpora", str(CORPORA), "--out", str(tmp_path), "--smoke"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=900, env={**os.environ, "OMP_NUM_THREADS": "1"})
    scores = json.loads((tmp_path / "en_claimcmp" / "scores.json").read_text(encoding="utf-8"))
    assert scores["grammar"]["EWT test"]["words"] > 0
    assert "CC BY-SA 4.0" in (tmp_path / "en_claimcmp" / "README.md").read_text(encoding="utf-8")
    assert (tmp_path / "words" / "words.npz").is_file()
