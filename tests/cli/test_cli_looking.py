import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import write_project


@pytest.fixture(scope="module")
def extracted(run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose documents were extracted once for all tests."""
    folder = tmp_path_factory.mktemp("project")
    write_project(folder)
    assert run(["extract"], cwd=folder).returncode == 0
    return folder


@pytest.fixture
def claims(extracted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(extracted, tmp_path / "project"))


def test_show_a_claim_in_its_place(run, claims: Path) -> None:
    first = json.loads((claims / "claims" / "south.jsonl").read_text(encoding="utf-8").splitlines()[0])
    shown = " ".join(run(["show", first["id"][:9]], cwd=claims).stdout.decode().split())
    assert "South Star south.md 22–71" in shown
    assert "did [not] cost" in shown
    assert "contradict each other: North Post north.txt 20–65" in shown
    plain = json.loads(run(["show", first["id"], "--format", "json"], cwd=claims).stdout)
    assert plain["claims"][0]["sentence"]["start"] == 22
    group = plain["groups"][0]["id"]
    assert group.encode() in run(["show", group], cwd=claims).stdout


def test_show_of_what_is_not_there_suggests(run, claims: Path) -> None:
    result = run(["show", "south-zz"], cwd=claims)
    assert (result.returncode, result.stdout) == (2, b"")
    assert "No claim and no group has the id" in result.stderr.decode()


def test_verify_exits_with_1_once_a_quote_is_not_where_it_was(run, claims: Path) -> None:
    result = run(["verify"], cwd=claims)
    assert result.returncode == 0
    assert "2 documents: 2 exact." in result.stderr.decode()
    document = claims / "seeds" / "north.txt"
    document.write_text("News. " + document.read_text(encoding="utf-8"), encoding="utf-8")
    result = run(["verify", "seeds/"], cwd=claims)
    assert result.returncode == 1
    told = " ".join(result.stdout.decode().split())
    assert "north.txt: 1 quote stands word for word at another place (--full lists them)." in told
    full = " ".join(run(["verify", "seeds/", "--full"], cwd=claims).stdout.decode().split())
    assert "moved north.txt 20–65 → 26–71" in full
    assert "--full" not in full
    plain = json.loads(run(["verify", "--format", "json"], cwd=claims).stdout)
    assert (plain["counts"]["moved"], plain["counts"]["exact"]) == (1, 1)


def test_diff_says_what_changed(run, claims: Path) -> None:
    shutil.copytree(claims / "claims", claims / "before")
    document = claims / "seeds" / "south.md"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("did not cost jobs", "cost jobs"), encoding="utf-8")
    assert run(["extract"], cwd=claims).returncode == 0
    result = run(["diff", "before", "claims"], cwd=claims)
    shown = " ".join(result.stdout.decode().split())
    assert result.returncode == 0
    assert "~ changed: DIVERGE (content) → AGREE" in shown
    assert "in wording, polarity" in shown
    assert "documents: 1 changed; claims: 1 changed; groups: 2 changed." in result.stderr.decode()
    same = run(["diff", "claims", "claims"], cwd=claims)
    assert (same.returncode, same.stderr.decode()) == (0, "Nothing changed.\n")
