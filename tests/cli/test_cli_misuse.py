from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["judge"], 'judge takes two sentences, each in quotes: claimcmp judge "It rains." "It does not rain."'),
        (
            ["judge", "Rain."],
            'judge takes two sentences, each in quotes: claimcmp judge "It rains." "It does not rain."',
        ),
        (
            ["judge", "Rain", "fell", "here"],
            'claimcmp judge has no place for "here". `claimcmp judge --help` shows what it takes. '
            "A text of several words stands in quotes.",
        ),
        (["compare", "--clams", "x"], "claimcmp compare has no option --clams. Did you mean --claims?"),
        (["--nope"], "claimcmp has no option --nope. `claimcmp --help` shows what it takes."),
        (["explain", "a"], "claimcmp explain needs B. `claimcmp explain --help` has an example."),
        (["extract", "--topics"], "--topics has no value behind it. Write one, or leave the option out."),
        (["show", "x", "--context", "-1"], '--context cannot be "-1". Give a whole number from 0, such as 2.'),
        (["topics", "suggest", "x", "--most", "0"], '--most cannot be "0". Give a whole number from 1, such as 3.'),
        (["topics", "nosuch"], 'claimcmp topics has no command "nosuch". Known: check, suggest.'),
        (["topics", "--nope"], "claimcmp topics has no option --nope. `claimcmp topics --help` shows what it takes."),
        (
            ["extract", "--topics-by", "foo"],
            "claimcmp extract, --topics-by: 'foo' is not one of 'terms', 'meaning'. "
            "`claimcmp extract --help` shows what it takes.",
        ),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line_with_the_way_out(
    run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    result = run(arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout, result.stderr.decode()) == (2, b"", f"{message}\n")


def test_an_unknown_command_names_the_known_ones_and_the_nearest(run, tmp_path: Path) -> None:
    told = run(["comapre"], cwd=tmp_path).stderr.decode()
    assert told.startswith('claimcmp has no command "comapre". Known: init, extract, compare,')
    assert told.endswith(" Did you mean compare?\n")


def test_no_command_at_all_shows_help(run, tmp_path: Path) -> None:
    result = run([], cwd=tmp_path)
    assert result.returncode == 2
    assert "Commands:" in result.stderr.decode()


def test_documents_without_any_prose_are_refused_and_nothing_is_written(run, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("word " * 30_000, encoding="utf-8")
    result = run(["extract", "line.txt"], cwd=tmp_path)
    told = result.stderr.decode()
    assert (result.returncode, result.stdout) == (2, b"")
    assert told.startswith("Nothing was extracted, for no sentence of prose was found (line.txt; ")
    assert "a passage of " in told
    assert not (tmp_path / "claims").exists()


def test_topics_check_tells_of_a_folder_that_is_not_there(run, tmp_path: Path) -> None:
    told = run(["topics", "check", "nosuch"], cwd=tmp_path).stderr.decode()
    assert told == 'There is no file or folder "nosuch". Check the spelling and the folder you are in.\n'


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "--claims", "claims", "--output", "texts/harbour.txt", "--format", "table"],
        ["compare", "--claims", "claims", "--output", "claims/manifest.json", "--format", "json"],
        ["annotate", "texts/harbour.txt", "--output", "texts/harbour.txt"],
        ["topics", "suggest", "texts", "--write", "texts/harbour.txt", "--force"],
    ],
)
def test_no_result_is_written_over_what_was_read(run, tmp_path: Path, arguments: list[str]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("harbour", "ferry"):
        (folder / f"{name}.txt").write_text("The harbour was closed in May, and nobody knows why it was.\n")
    assert run(["extract", "texts", "--out", "claims", "--all"], cwd=tmp_path).returncode == 0
    before = {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()}
    done = run(arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert b"is a file that was read" in done.stderr
    assert {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()} == before


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("../texts/harbour.txt", b"is a file that was read"),
        ("../texts/topics.toml", b"holds settings of yours"),
        ("../texts/sources.toml", b"holds settings of yours"),
    ],
)
def test_no_result_is_written_over_what_was_read_from_elsewhere(
    run, tmp_path: Path, output: str, reason: bytes
) -> None:
    folder = tmp_path / "texts"
    (tmp_path / "work").mkdir()
    folder.mkdir()
    (folder / "harbour.txt").write_text("The harbour was closed in May, and nobody knows why it was.\n")
    (folder / "sources.toml").write_text('[[source]]\nfile = "harbour.txt"\npublisher = "Daily"\n')
    (folder / "topics.toml").write_text('[[topic]]\nid = "port"\nlabel = "Port"\nterms = ["harbour"]\n')
    assert run(["extract", "texts", "--out", "claims"], cwd=tmp_path).returncode == 0
    before = {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()}
    arguments = ["compare", "--claims", "../claims", "--format", "csv", "--output", output]
    done = run(arguments, cwd=tmp_path / "work")
    assert done.returncode == 2
    assert reason in done.stderr
    assert {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()} == before
