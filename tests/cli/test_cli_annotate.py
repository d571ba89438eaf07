import json
from pathlib import Path

import pytest

TEXT = "Jobs\n\nThe brewery cut 40 jobs in May. It will not hire in 2025, Anna Berg said.\n\nWho knows?\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    (tmp_path / "topics.toml").write_text('[[topic]]\nid = "jobs"\nlabel = "Jobs"\nterms = ["jobs"]\n')
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_annotate_shows_everything_in_words(run, document: Path) -> None:
    result = run(["annotate", "report.txt"], cwd=document.parent)
    assert result.returncode == 0
    shown = result.stdout.decode()
    for line in (
        "Topics: topics.toml (1 topic)",
        "0–4  [title]  Jobs",
        "6–37  The brewery cut [40 jobs] in [May].",
        "topic     jobs by term [jobs]",
        "said by   the author",
        "said by   Anna Berg [said] indirect",
        "polarity  negated [not]",
        "modality  predicted [will]",
        "date      2025 = 2025 (year)",
        "refers    It = The brewery",
        "reads     The brewery will not hire in 2025",
        "[question]  Who knows?",
    ):
        assert line in shown
    assert "\x1b" not in shown
    assert result.stderr.decode() == (
        "2 sentences of prose, 2 lines of layout, 2 claims, 2 on a topic. 1 reference resolved, 0 left as printed.\n"
    )


def test_annotate_writes_json_with_exact_offsets(run, document: Path) -> None:
    result = run(["annotate", "report.txt", "--output", "out.json"], cwd=document.parent)
    assert result.returncode == 0
    assert result.stdout == b""
    plain = json.loads((document.parent / "out.json").read_text(encoding="utf-8"))
    assert [sentence["layout"] for sentence in plain["sentences"]] == ["title", None, None, "question"]
    for sentence in plain["sentences"]:
        assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
        for claim in sentence["claims"]:
            assert TEXT[claim["start"] : claim["end"]] == claim["text"]


def test_annotate_reads_standard_input_and_leaves_references_when_asked(run, document: Path) -> None:
    arguments = ["annotate", "-", "--topics", "topics.toml", "--no-resolve", "--format", "json"]
    result = run(arguments, cwd=document.parent, stdin=b"The brewery cut jobs. It will hire.")
    claims = [claim for sentence in json.loads(result.stdout)["sentences"] for claim in sentence["claims"]]
    assert [claim["resolved"] for claim in claims] == [None, None]
    assert [claim["references"] for claim in claims] == [[], []]


def test_annotate_never_interprets_the_text(run, document: Path) -> None:
    document.write_text("The brewery [bold]cut[/bold] jobs \x1b[31min May.\n", encoding="utf-8")
    shown = run(["annotate", "report.txt"], cwd=document.parent).stdout.decode()
    assert "[bold]cut[/bold]" in shown
    assert "\x1b" not in shown


def test_annotate_uses_the_actors_of_the_user(run, document: Path) -> None:
    actors = '[[actor]]\nid = "bb"\nname = "Berg Brewery"\nkind = "company"\naliases = ["the brewery", "The brewery"]\n'
    (document.parent / "actors.toml").write_text(actors)
    shown = run(["annotate", "report.txt"], cwd=document.parent).stdout.decode()
    assert "actor     The brewery = bb (Berg Brewery, company)" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        ([".", "--topics", "topics.toml"], "2 documents. Name one of them."),
        (["report.txt", "--output", "out.pdf"], "End it in .txt or .json, or say which with --format."),
        (["report.txt", "--actors", "nowhere.toml"], "There is no nowhere.toml."),
    ],
)
def test_annotate_says_what_is_wrong(run, document: Path, arguments: list[str], message: str) -> None:
    (document.parent / "other.txt").write_text("Wages rose.\n")
    result = run(["annotate", *arguments], cwd=document.parent)
    assert result.returncode == 2
    assert message in result.stderr.decode()
    assert result.stdout == b""
    assert "Traceback" not in result.stderr.decode()
