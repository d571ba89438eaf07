import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import write_project

pty = pytest.importorskip("pty")

PATIENCE = 60
"""Seconds after which a program that should have answered is given up."""


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


def review(run, claims: Path, lines: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return run(["review", "--reviewer", "Ann", *arguments], cwd=claims, stdin=lines.encode())


def compare(run, claims: Path, *arguments: str) -> dict:
    return json.loads(run(["compare", "--format", "json", *arguments], cwd=claims).stdout)


def test_review_over_a_pipe_keeps_decisions_that_compare_follows(run, claims: Path) -> None:
    result = review(run, claims, "r not the same valley\nl 1\nq\n")
    assert result.returncode == 0
    assert "2 of 2 groups decided, none left. Decisions are in claims/review-ann.toml." in result.stderr.decode()
    after = compare(run, claims)
    assert [group["verdict"] for group in after["groups"]] == ["agree"]
    assert after["groups"][0]["decisions"][0]["reviewer"] == "Ann"
    assert {pair["rule"] for pair in after["groups"][0]["pairs"]} == {"decided-by-reviewer"}
    assert after["rejected"][0]["decisions"][0]["note"] == "not the same valley"
    alone = compare(run, claims, "--no-review")
    assert [group["verdict"] for group in alone["groups"]] == ["diverge", "diverge"]


def test_decisions_are_shown_in_table_csv_and_summary(run, claims: Path) -> None:
    review(run, claims, "a\nr odd\n")
    table = run(["compare"], cwd=claims)
    assert "review: Ann: accept" in table.stdout.decode()
    assert "Taken apart by review: jobs-" in table.stdout.decode()
    assert "Review by Ann: 2 groups decided, 1 group taken apart." in table.stderr.decode()
    assert "Ann: accept" in run(["compare", "--format", "csv"], cwd=claims).stdout.decode()
    assert "Ann: accept" in run(["compare", "--format", "csv", "--layout", "wide"], cwd=claims).stdout.decode()


def test_review_goes_on_where_it_was_left(run, claims: Path) -> None:
    first = review(run, claims, "a\nq\n").stdout.decode()
    second = review(run, claims, "q\n").stdout.decode()
    assert "Group 1 of 2" in first
    assert "Group 1 of 2" not in second
    assert "Group 2 of 2" in second
    assert "Group 1 of 2" in review(run, claims, "q\n", "--all").stdout.decode()


def test_groups_are_counted_on_after_one_was_taken_apart(run, claims: Path) -> None:
    shown = review(run, claims, "r odd\nq\n").stdout.decode()
    assert [line.split(" ")[1] for line in shown.splitlines() if line.startswith("Group ")] == ["1", "2"]


def test_blind_review_shows_no_verdict(run, claims: Path) -> None:
    shown = review(run, claims, "a\nq\n", "--blind").stdout.decode()
    assert "“The minimum wage cost 400 jobs in the valley.”" in " ".join(shown.split())
    assert "DIVERGE" not in shown
    assert "contradict each other" not in shown
    assert "The verdict is hidden" in shown


def test_keys_that_cannot_be_followed_say_why_and_write_nothing(run, claims: Path) -> None:
    answers = {
        "x": "a accept",
        "u": "You have decided nothing on this group.",
        "m 7": "There is no other group on this topic.",
        "s 1 2": "not none and not all",
        "s 3": '"3" is no number of a claim. They go from 1 to 2.',
        "l maybe": '"maybe" is no relation.',
        "l agree 1": "between two claims at least",
        "t": "a title needs words",
        "?": "take back what you decided",
    }
    result = review(run, claims, "\n".join([*answers, "q", ""]))
    assert result.returncode == 0
    shown = " ".join(result.stdout.decode().split())
    assert [told for told in answers.values() if told not in shown] == []
    assert not (claims / "claims" / "review-ann.toml").exists()


def test_undo_takes_a_decision_back(run, claims: Path) -> None:
    review(run, claims, "r\nb\nu\n", "--topic", "jobs")
    assert "[[decision]]" not in (claims / "claims" / "review-ann.toml").read_text(encoding="utf-8")


def test_decisions_survive_an_edit_of_the_document_and_a_new_extraction(run, claims: Path) -> None:
    review(run, claims, "a\na\n")
    document = claims / "seeds" / "north.txt"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("The minimum", "It rained all day.\n\nThe minimum"), encoding="utf-8")
    assert run(["extract"], cwd=claims).returncode == 0
    after = compare(run, claims)
    assert [[d["action"] for d in group["decisions"]] for group in after["groups"]] == [["accept"], ["accept"]]
    document.write_text(text.replace("cost 400 jobs", "cost 900 jobs"), encoding="utf-8")
    assert run(["extract"], cwd=claims).returncode == 0
    result = run(["compare"], cwd=claims)
    assert "Warning: Ann's accept of wage-floor-" in result.stderr.decode()
    assert "now reads “The minimum wage cost 900 jobs in the valley.”" in result.stderr.decode()


def test_agreement_of_two_reviewers(run, claims: Path) -> None:
    review(run, claims, "a\na\n")
    run(["review", "--reviewer", "Bob"], cwd=claims, stdin=b"a\nr\n")
    files = ["claims/review-ann.toml", "claims/review-bob.toml"]
    shown = run(["review", "--agreement", *files], cwd=claims).stdout.decode()
    assert "Ann and Bob: 2 groups decided by both." in shown
    assert "Alike: 1 (50%). Cohen's kappa: 0.00." in shown
    plain = json.loads(run(["review", "--agreement", *files, "--format", "json"], cwd=claims).stdout)
    assert plain["disagreements"][0]["second"] == "not one matter"
    conflict = run(["compare"], cwd=claims)
    assert "1 group in conflict, left as the program has it" in conflict.stderr.decode()


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """The program at a terminal of its own."""

    def __init__(self, arguments: list[str], cwd: Path):
        self._side, other = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "claimcmp", *arguments],
            cwd=cwd,
            stdin=other,
            stdout=other,
            stderr=other,
            # Tests that a shell runs in the background ignore Ctrl+C, and so would their children.
            preexec_fn=_heed_interrupts,
        )
        os.close(other)
        self._seen = ""

    def wait_for(self, text: str) -> None:
        """Read what is shown until the text is there; the next wait begins behind it."""
        end = time.monotonic() + PATIENCE
        while text not in self._seen:
            assert time.monotonic() < end, f"{text!r} is not in {self._seen!r}"
            if select.select([self._side], [], [], 0.2)[0]:
                try:
                    self._seen += os.read(self._side, 4096).decode("utf-8", "replace")
                except OSError:
                    break
        before, found, self._seen = self._seen.partition(text)
        assert found, before

    def press(self, keys: str) -> None:
        os.write(self._side, keys.encode())

    def end(self) -> int:
        code = self.process.wait(PATIENCE)
        os.close(self._side)
        return code


def test_single_keys_work_at_a_terminal(claims: Path) -> None:
    terminal = Terminal(["review", "--reviewer", "Ann"], claims)
    terminal.wait_for("? help")
    terminal.press("a")
    terminal.wait_for("Group 2 of 2")
    terminal.wait_for("? help")
    terminal.press("n")
    terminal.wait_for("Note:")
    terminal.press("seen élsewhere\n")
    terminal.wait_for("Ann: note, seen élsewhere")
    terminal.press("\x1b[A")
    terminal.press("q")
    terminal.wait_for("1 of 2 groups decided, 1 left.")
    assert terminal.end() == 0


def test_what_was_decided_is_there_after_a_kill(run, claims: Path) -> None:
    terminal = Terminal(["review", "--reviewer", "Ann"], claims)
    terminal.wait_for("? help")
    terminal.press("a")
    terminal.wait_for("Group 2 of 2")
    terminal.process.send_signal(signal.SIGKILL)
    terminal.end()
    assert "Group 2 of 2" in review(run, claims, "q\n").stdout.decode()
    assert [d["action"] for d in compare(run, claims)["groups"][0]["decisions"]] == ["accept"]


def test_ctrl_c_leaves_the_terminal_and_says_so(claims: Path) -> None:
    terminal = Terminal(["review", "--reviewer", "Ann"], claims)
    terminal.wait_for("? help")
    # What a terminal sends to the programs in it.
    terminal.process.send_signal(signal.SIGINT)
    terminal.wait_for("Interrupted.")
    assert terminal.end() == 130
