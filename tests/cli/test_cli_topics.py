import json
from pathlib import Path


def test_topics_lists_claims_by_source_and_coverage(run, project: Path) -> None:
    run(["extract"], cwd=project)
    shown = run(["topics"], cwd=project).stdout.decode()
    assert "North Post 1, South Star 1" in shown
    found = json.loads(run(["topics", "--format", "json"], cwd=project).stdout)
    assert found["topics"][0] == {
        "id": "wage-floor",
        "label": "Wage floor",
        "claims": 2,
        "by_source": {"North Post": 1, "South Star": 1},
    }
    assert found["coverage"] == [
        {"source": "North Post", "sentences": 2, "on_topic": 1},
        {"source": "South Star", "sentences": 1, "on_topic": 1},
    ]


def test_topics_check_exits_with_1_where_an_example_fails(run, project: Path) -> None:
    passed = run(["topics", "check"], cwd=project)
    assert passed.returncode == 0
    assert 'wage-floor: not in the documents: "wage floor".' in passed.stdout.decode()
    with (project / "seeds" / "topics.toml").open("a", encoding="utf-8") as file:
        file.write('[topic.examples]\nno_match = ["Jobs were lost."]\n')
    failed = run(["topics", "check"], cwd=project)
    assert failed.returncode == 1
    assert 'Failed: jobs: "Jobs were lost." should not match but does.' in failed.stdout.decode()


def test_topics_suggest_writes_a_file_that_extract_takes_and_keeps_what_is_there(run, project: Path) -> None:
    arguments = ["topics", "suggest", "seeds/north.txt", "seeds/south.md", "--write", "seeds/topics.toml"]
    refused = run(arguments, cwd=project)
    assert refused.returncode == 2
    assert "seeds/topics.toml is there already." in refused.stderr.decode()
    (project / "seeds" / "topics.toml").unlink()
    written = run(arguments, cwd=project)
    assert written.returncode == 0
    assert "written to seeds/topics.toml" in written.stderr.decode()
    assert "Topics: seeds/topics.toml" in run(["extract"], cwd=project).stdout.decode()
    assert run([*arguments, "--force"], cwd=project).returncode == 0


def test_topics_suggest_writes_no_file_without_topics(run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The ferry sank at dawn.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Wheat is harvested in July.", encoding="utf-8")
    result = run(["topics", "suggest", "one.txt", "two.txt", "--write", "topics.toml"], cwd=tmp_path)
    assert result.returncode == 0
    assert "No topic to write" in result.stderr.decode()
    assert not (tmp_path / "topics.toml").exists()


def test_topics_says_what_it_needs(run, tmp_path: Path) -> None:
    assert "No claims in claims/" in run(["topics"], cwd=tmp_path).stderr.decode()
    assert "Name the documents" in run(["topics", "suggest"], cwd=tmp_path).stderr.decode()
    assert "There is no topics.toml" in run(["topics", "check"], cwd=tmp_path).stderr.decode()


def test_topics_check_says_where_a_topics_file_is_named(run, project: Path) -> None:
    result = run(["topics", "check", "seeds/topics.toml"], cwd=project)
    assert result.returncode == 2
    assert "a topics file by --topics seeds/topics.toml" in " ".join(result.stderr.decode().split())
