import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcmp.cli.compare import _show_status as show_status


@pytest.fixture
def claims(run, project: Path) -> Path:
    assert run(["extract"], cwd=project).returncode == 0
    return project


def test_compare_shows_both_quotes_with_their_offsets(run, claims: Path) -> None:
    result = run(["compare", "--topic", "wage-floor"], cwd=claims)
    shown = " ".join(result.stdout.decode().split())
    assert result.returncode == 0
    assert "“The minimum wage cost 400 jobs in the valley.”" in shown
    assert "“The minimum wage did not cost jobs in the valley.”" in shown
    assert "north.txt 20–65" in shown
    assert "DIVERGE" in shown
    assert "2 claims from 2 sources: 1 group diverges." in result.stderr.decode()


def test_without_topics_of_the_user_no_claim_is_left_aside(run, claims: Path) -> None:
    (claims / "seeds" / "topics.toml").unlink()
    assert run(["extract"], cwd=claims).returncode == 0
    result = run(["compare"], cwd=claims)
    assert "3 claims from 2 sources: 1 group diverges." in result.stderr.decode()
    assert "left aside" not in result.stderr.decode()


def test_notes_are_as_wide_as_the_terminal_and_one_line_in_a_log(run, claims: Path) -> None:
    narrow = run(["compare"], cwd=claims, COLUMNS="50").stderr.decode()
    log = run(["compare"], cwd=claims).stderr.decode()
    assert max(map(len, narrow.splitlines())) <= 50
    assert narrow.split() == log.split()
    assert len(log.splitlines()) == 1


@pytest.mark.parametrize("name", ["wage-floor", "wage floor", "Wage Floor", "WAGE_FLOOR"])
def test_compare_takes_a_topic_by_id_or_label(run, claims: Path, name: str) -> None:
    comparison = json.loads(run(["compare", "--topic", name, "--format", "json"], cwd=claims).stdout)
    assert [group["topic"] for group in comparison["groups"]] == ["wage-floor"]


def test_compare_to_csv_is_rfc_4180_with_a_row_a_pair(run, claims: Path) -> None:
    data = run(["compare", "--format", "csv", "--bom"], cwd=claims).stdout
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["topic"] for row in rows] == ["wage-floor", "jobs"]
    assert {row["relation"] for row in rows} == {"contradict"}


def test_compare_to_wide_csv_has_a_column_a_source(run, claims: Path) -> None:
    data = run(["compare", "--format", "csv", "--layout", "wide", "--topic", "jobs"], cwd=claims).stdout
    (row,) = csv.DictReader(io.StringIO(data.decode(), newline=""))
    assert row["North Post"] == "The minimum wage cost 400 jobs in the valley."
    assert row["South Star"] == "The minimum wage did not cost jobs in the valley."


@pytest.mark.parametrize(
    ("name", "begins"), [("table.csv", b"topic,"), ("table.json", b"{"), ("table.txt", b"2 topics: ")]
)
def test_compare_takes_the_format_from_the_ending(run, claims: Path, name: str, begins: bytes) -> None:
    result = run(["compare", "--output", f"out/{name}"], cwd=claims)
    assert result.stdout == b""
    assert (claims / "out" / name).read_bytes().startswith(begins)
    assert f"Written to out/{name}." in result.stderr.decode()
    assert "Made the folder out." in result.stderr.decode()
    assert "Made the folder" not in run(["compare", "--output", f"out/{name}"], cwd=claims).stderr.decode()


def test_compare_gives_the_same_bytes_whatever_the_hash_seed(run, claims: Path) -> None:
    first, second = (
        run(["compare", "--format", "json"], cwd=claims, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert first == second


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--topic", "wages"], 'Unknown topic "wages". Known: wage-floor, jobs.'),
        (
            ["--claims", "nowhere"],
            "No claims in nowhere/. Run `claimcmp extract PATH` first, or name the folder with --claims.",
        ),
        (["--format", "xml"], 'Unknown format "xml". Known: table, csv, json, '),
        (["--format", "csv", "--layout", "tall"], 'Unknown layout "tall". Known: long, wide, matrix,'),
        (["--layout", "wide"], "--layout belongs to --format csv"),
        (["--bom", "--format", "json"], "--bom belongs to --format csv"),
        (["--format", "csv", "--offsets"], "--offsets belongs to --layout wide"),
        (["--threshold", "-1"], '--threshold cannot be "-1". Give a number from 0 to 2, such as 0.1.'),
        (["--threshold", "nan"], '--threshold cannot be "nan". Give a number from 0 to 2, such as 0.1.'),
        (
            ["--claims", "seeds/north.txt"],
            "seeds/north.txt is a file; name the folder that claimcmp extract wrote.",
        ),
        (["--claims", ""], "--claims is empty. Name a path after it"),
    ],
)
def test_compare_says_what_is_wrong_and_keeps_the_old_file(
    run, claims: Path, arguments: list[str], message: str
) -> None:
    (claims / "kept.csv").write_text("kept", encoding="utf-8")
    result = run(
        ["compare", *arguments, "--output", "kept.csv"] if "--layout" not in arguments[:1] else ["compare", *arguments],
        cwd=claims,
    )
    assert result.returncode == 2
    assert message in " ".join(result.stderr.decode().split())
    assert "Traceback" not in result.stderr.decode()
    assert result.stdout == b""
    assert (claims / "kept.csv").read_text(encoding="utf-8") == "kept"


def test_compare_on_claims_of_one_source_says_that_nothing_meets(run, claims: Path) -> None:
    run(["extract", "seeds/north.txt", "--out", "one"], cwd=claims)
    result = run(["compare", "--claims", "one"], cwd=claims)
    assert result.returncode == 0
    assert "1 claim from 1 source: none on the same matter." in result.stderr.decode()


def test_compare_into_a_closed_pipe_ends_quietly(claims: Path) -> None:
    command = f"{sys.executable} -m claimcmp compare --format json | head -c 1"
    result = subprocess.run(["bash", "-c", command], cwd=claims, capture_output=True, check=False, timeout=60)
    assert result.stdout == b"{"
    assert b"Traceback" not in result.stderr
    assert b"BrokenPipe" not in result.stderr


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (">/dev/full", "Standard output cannot be written: No space left on device."),
        (">&-", "Standard output is closed, so the result cannot be shown."),
    ],
)
def test_compare_says_that_standard_output_takes_nothing(claims: Path, target: str, message: str) -> None:
    # In a log, where no width is known, a message is one line.
    command = f"unset COLUMNS; {sys.executable} -m claimcmp compare {target}"
    result = subprocess.run(["bash", "-c", command], cwd=claims, capture_output=True, check=False, timeout=60)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert len(result.stderr.splitlines()) == 1


def test_compare_with_closed_standard_error_keeps_its_notes_out_of_the_result(claims: Path) -> None:
    command = f"{sys.executable} -m claimcmp compare --format json 2>&-"
    result = subprocess.run(["bash", "-c", command], cwd=claims, capture_output=True, check=False, timeout=60)
    assert result.returncode == 0
    assert json.loads(result.stdout)


def test_compare_refuses_an_ending_that_names_no_format(run, claims: Path) -> None:
    result = run(["compare", "-o", "table.pdf"], cwd=claims)
    assert result.returncode == 2
    message = result.stderr.decode()
    assert message.startswith('The ending ".pdf" of table.pdf names no format. End it in .txt, .csv, .json, ')
    assert message.endswith(", or say which with --format.\n")
    assert not (claims / "table.pdf").exists()
    assert run(["compare", "-o", "table.pdf", "--format", "table"], cwd=claims).returncode == 0
    assert run(["compare", "-o", "table"], cwd=claims).returncode == 0


def test_compare_expands_the_home_folder(run, claims: Path) -> None:
    arguments = ["compare", "--claims=~/claims", "--output=~/x.csv"]
    assert run(arguments, cwd=claims, HOME=str(claims)).returncode == 0
    assert (claims / "x.csv").is_file()
    assert not (claims / "~").exists()


def test_compare_passes_on_the_warnings_of_the_claims(run, claims: Path) -> None:
    (claims / "claims" / "north.jsonl").write_bytes(b"")
    result = run(["compare"], cwd=claims)
    assert result.returncode == 0
    assert "Warning: claims/north.jsonl is not the file" in result.stderr.decode()
    assert "its claims are 0 instead of 1" in result.stderr.decode()


@pytest.mark.parametrize(("watched", "shown"), [(True, True), (False, False)])
def test_compare_shows_on_a_terminal_that_it_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], watched: bool, shown: bool
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setattr("claimcmp.cli.compare.is_watched", lambda: watched)
    with show_status():
        pass
    captured = capsys.readouterr()
    assert ("Comparing" in captured.err) is shown
    assert captured.out == ""


def test_fail_on_exits_with_1_after_the_result_is_written(run, claims: Path) -> None:
    result = run(["compare", "--format", "json", "--fail-on", "contradict:topic=jobs"], cwd=claims)
    assert result.returncode == 1
    assert json.loads(result.stdout)["groups"]
    assert "Failed: 1 pair for --fail-on contradict:topic=jobs." in result.stderr.decode()
    assert run(["compare", "--fail-on", "differ-in-date"], cwd=claims).returncode == 0


def test_filters_act_on_every_format_alike(run, claims: Path) -> None:
    asked = ["--relation", "agree", "--source", "north post"]
    shown = run(["compare", *asked], cwd=claims)
    assert shown.stdout.decode().startswith("Nothing to show: of 2 groups none passes the filter (relation agree, ")
    assert "2 groups hidden by filters." in shown.stderr.decode()
    assert json.loads(run(["compare", *asked, "--format", "json"], cwd=claims).stdout)["groups"] == []
    assert run(["compare", *asked, "--format", "csv"], cwd=claims).stdout.count(b"\r\n") == 1


def test_explain_takes_the_ids_of_the_csv(run, claims: Path) -> None:
    data = run(["compare", "--format", "csv", "--topic", "jobs"], cwd=claims).stdout
    (row,) = csv.DictReader(io.StringIO(data.decode(), newline=""))
    result = run(["explain", row["claim_a"], row["claim_b"][:-1], "--format", "json"], cwd=claims)
    assert json.loads(result.stdout)["judgment"]["relation"] == row["relation"]


def test_judge_says_that_it_takes_two_sentences(run, tmp_path: Path) -> None:
    result = run(["judge", "It rains."], cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().splitlines() == [
        'judge takes two sentences, each in quotes: claimcmp judge "It rains." "It does not rain."'
    ]


def test_judge_takes_two_sentences(run, tmp_path: Path) -> None:
    result = run(["judge", "The dam holds 40 million tonnes.", "The dam holds 55 million tonnes."], cwd=tmp_path)
    assert "Relation: differ in number" in result.stdout.decode()


@pytest.mark.parametrize(
    ("name", "start"),
    [("t.xlsx", b"PK"), ("t.sqlite", b"SQLite format 3"), ("t.md", b"# Comparison"), ("t.jsonl", b'{"type": "run"')],
)
def test_compare_writes_what_the_ending_names(run, claims: Path, name: str, start: bytes) -> None:
    assert run(["compare", "-o", name], cwd=claims).returncode == 0
    assert (claims / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--relation", "agre"], 'Unknown relation "agre"'),
        (["--source", "East Post"], 'Unknown source "East Post"'),
        (["--since", "May"], '"May" is no date'),
    ],
)
def test_filters_are_checked_before_anything_is_compared(
    monkeypatch: pytest.MonkeyPatch, claims: Path, arguments: list[str], told: str
) -> None:
    from typer.testing import CliRunner

    from claimcmp.cli.main import app

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was compared")

    monkeypatch.chdir(claims)
    monkeypatch.setattr("claimcmp.workflow.compare", refuse)
    result = CliRunner().invoke(app, ["compare", *arguments])
    assert result.exit_code == 2
    assert told in result.stderr
