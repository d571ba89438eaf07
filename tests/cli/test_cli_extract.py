import io
import json
from pathlib import Path

import pytest

from claimcmp.cli.output import print_note


def read_claims(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_extract_writes_a_file_a_document_and_sums_up(run, project: Path) -> None:
    result = run(["extract"], cwd=project)
    assert result.returncode == 0
    assert [path.name for path in sorted((project / "claims").iterdir())] == [
        "manifest.json",
        "north.jsonl",
        "south.jsonl",
        "texts",
    ]
    assert (project / "claims" / "texts" / "south.txt").read_bytes() == (project / "seeds" / "south.md").read_bytes()
    shown = result.stdout.decode()
    assert "Topics: seeds/topics.toml (2 topics)" in shown
    told = (
        "2 claims from 2 documents. Of 3 sentences of prose 2 hold them, 1 is on no topic (--all keeps their claims)."
    )
    assert f"{told} Skipped: 1 file: seeds/broken.txt (binary, not text)." in " ".join(shown.split())
    assert result.stderr == b""


def test_extract_keeps_offsets_into_the_file(run, project: Path) -> None:
    run(["extract"], cwd=project)
    (claim,) = read_claims(project / "claims", "south")
    text = (project / "seeds" / "south.md").read_text(encoding="utf-8")
    assert text[claim["start"] : claim["end"]] == claim["text"] == "The minimum wage did not cost jobs in the valley."
    assert claim["topics"] == ["wage-floor", "jobs"]
    assert claim["polarity"] == "negated"
    assert claim["source"] == "South Star"


def test_extract_keeps_all_prose_when_asked(run, project: Path) -> None:
    run(["extract", "--all"], cwd=project)
    assert [claim["text"] for claim in read_claims(project / "claims", "north")] == [
        "The minimum wage cost 400 jobs in the valley.",
        "Nobody moved away.",
    ]


@pytest.mark.parametrize("name", ["jobs", "Jobs", "JOBS"])
def test_extract_restricts_to_a_topic(run, project: Path, name: str) -> None:
    run(["extract", "--topic", name], cwd=project)
    assert {topic for claim in read_claims(project / "claims", "north") for topic in claim["topics"]} == {"jobs"}


def test_extract_reads_standard_input(run, project: Path) -> None:
    arguments = ["extract", "-", "--topics", "seeds/topics.toml", "--out", "piped"]
    result = run(arguments, cwd=project, stdin="Jobs in the café were lost.".encode())
    assert result.returncode == 0
    assert [claim["text"] for claim in read_claims(project / "piped", "stdin")] == ["Jobs in the café were lost."]


def test_extract_takes_the_packaged_topics_by_name(run, project: Path) -> None:
    result = run(["extract", "--topics", "example"], cwd=project)
    assert "Topics: the packaged example (10 topics)" in result.stdout.decode()


def test_extract_without_a_topics_file_proposes_topics_and_keeps_all_claims(run, project: Path) -> None:
    (project / "seeds" / "topics.toml").unlink()
    shown = " ".join(run(["extract"], cwd=project).stdout.decode().split())
    assert "Topics: none given; 1 topic proposed from what the documents share" in shown
    assert "3 claims from 2 documents." in shown
    assert "claimcmp topics suggest seeds --write seeds/topics.toml" in shown
    compared = run(["compare"], cwd=project).stdout.decode()
    assert "CONTRADICT" in compared.upper()


def test_extract_again_gives_the_same_bytes_whatever_the_hash_seed(run, project: Path) -> None:
    run(["extract", "--out", "first"], cwd=project, PYTHONHASHSEED="1")
    run(
        ["extract", "seeds/south.md", "seeds/north.txt", "seeds/broken.txt", "--out", "second"],
        cwd=project,
        PYTHONHASHSEED="2",
    )
    for name in ("north.jsonl", "south.jsonl"):
        assert (project / "first" / name).read_bytes() == (project / "second" / name).read_bytes()


def test_extract_warns_of_an_example_that_fails(run, project: Path) -> None:
    with (project / "seeds" / "topics.toml").open("a", encoding="utf-8") as file:
        file.write('[topic.examples]\nmatch = ["Bread became dearer."]\n')
    result = run(["extract"], cwd=project)
    assert result.returncode == 0
    assert 'Topic "jobs": "Bread became dearer." should match but does not.' in " ".join(result.stdout.decode().split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "nowhere.txt"], 'There is no file or folder "nowhere.txt".'),
        (["extract", "--topics", "nowhere.toml"], "There is no nowhere.toml."),
        (["extract", "--topic", "job"], 'Unknown topic "job". Known: wage-floor, jobs. Did you mean "jobs"?'),
        (["extract", "--out", "seeds/north.txt"], "seeds/north.txt cannot be a folder"),
        (["extract", "seeds/broken.txt"], "seeds/broken.txt: binary, not text"),
        (["extract", ""], "A path is empty. Name a file or folder; . is the current folder."),
        (["extract", "--out", ""], "--out is empty. Name a path after it; . is the current folder."),
        (["extract", "--meaning-threshold", "nan"], '--meaning-threshold cannot be "nan". Give a number from -1 to 1'),
        (["extract", "--meaning-threshold", "7"], '--meaning-threshold cannot be "7". Give a number from -1 to 1'),
        (["extract", "--out", "seeds"], "Your documents lie in seeds, and the claims would lie among them."),
        (["extract", "seeds/north.txt", "--out", "seeds/"], "Name a folder of its own: --out seeds/claims."),
        (["extract", "--bogus"], "claimcmp extract has no option --bogus. `claimcmp extract --help` shows"),
        (["extract", "seeds/note.txt"], 'There is no file or folder "seeds/note.txt". Check the spelling'),
        (["extract", "seeds/nort.txt"], 'Did you mean "north.txt"?'),
    ],
)
def test_extract_says_what_is_wrong_and_writes_nothing(run, project: Path, arguments: list[str], message: str) -> None:
    result = run(arguments, cwd=project)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()
    assert result.stdout == b""
    assert not (project / "claims").exists()


def test_extract_tells_of_a_document_that_is_not_there_and_of_topics_that_are_none(run, project: Path) -> None:
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as file:
        file.write('[[source]]\nfile = "east.txt"\npublisher = "East Echo"\n')
    (project / "seeds" / "topics.toml").write_text("# Topics come later.\n", encoding="utf-8")
    result = run(["extract"], cwd=project)
    assert result.returncode == 0
    assert result.stderr.decode() == (
        'Warning: "seeds/east.txt" is left out: seeds/sources.toml names it, but it is not there. '
        "Mend its name there, or remove its entry.\n"
        "Warning: seeds/topics.toml holds no topic, so topics are proposed.\n"
    )
    told = " ".join(result.stdout.decode().split())
    assert "Warning: seeds/topics.toml holds no topic, so topics are proposed." in told


def test_extract_that_fails_leaves_the_claims_of_the_last_run(run, project: Path) -> None:
    run(["extract"], cwd=project)
    before = {path.name: path.read_bytes() for path in (project / "claims").rglob("*.*")}
    (project / "seeds" / "topics.toml").write_text("[[topic]]\nterms = [1]\n", encoding="utf-8")
    assert run(["extract"], cwd=project).returncode == 2
    assert {path.name: path.read_bytes() for path in (project / "claims").rglob("*.*")} == before


def test_extract_without_arguments_names_the_folder_that_is_not_there(run, tmp_path: Path) -> None:
    result = run(["extract"], cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.decode() == (
        "There is no seeds/ here, where extract looks by default. Name your documents: claimcmp extract PATH.\n"
    )


def test_extract_expands_the_home_folder(run, project: Path) -> None:
    arguments = ["extract", "seeds", "--out=~/x", "--topics=~/seeds/topics.toml"]
    assert run(arguments, cwd=project, HOME=str(project)).returncode == 0
    assert (project / "x" / "manifest.json").is_file()
    assert not (project / "~").exists()


def test_extract_in_a_locale_that_cannot_write_a_name_says_so(run, project: Path) -> None:
    (project / "café.txt").write_text("Jobs were lost.", encoding="utf-8")
    result = run(["extract", "café.txt"], cwd=project, LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 2
    assert result.stderr.decode() == (
        'The name "claims/caf\\xe9.jsonl" cannot be written in ascii. '
        "Set PYTHONUTF8=1 and run the command again, or rename the file.\n"
    )


def test_extract_names_the_path_that_is_not_utf_8_and_writes_nothing(run, project: Path) -> None:
    (project / "seeds").rename(project / "café")
    result = run(["extract", "café"], cwd=project, LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 2
    assert result.stderr.decode().startswith('The name "caf\\udcc3\\udca9/broken.txt" cannot be written in utf-8')
    assert not list((project / "claims").iterdir())


def test_notes_show_what_the_terminal_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(written, encoding="ascii", errors="strict", write_through=True))
    print_note("There is no café.txt.")
    assert written.getvalue() == b"There is no caf\\xe9.txt.\n"


def test_extract_counts_the_readme_as_skipped(run, project: Path) -> None:
    (project / "seeds" / "README.md").write_text("Jobs.", encoding="utf-8")
    shown = " ".join(run(["extract"], cwd=project).stdout.decode().split())
    assert "seeds/README.md (describes the folder; name it to read it)" in shown
