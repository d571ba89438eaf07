from pathlib import Path


def test_init_writes_what_is_missing_and_keeps_what_is_there(run, project: Path) -> None:
    before = (project / "seeds" / "sources.toml").read_bytes()
    result = run(["init", "seeds"], cwd=project)
    assert result.returncode == 0
    assert "Written: seeds/actors.toml" in result.stderr.decode()
    assert "Next: edit the files" in result.stderr.decode()
    assert "sources.toml" not in result.stderr.decode()
    assert (project / "seeds" / "sources.toml").read_bytes() == before
    again = run(["init", "seeds"], cwd=project)
    assert "Nothing to do" in again.stderr.decode()


def test_init_makes_the_folder(run, tmp_path: Path) -> None:
    result = run(["init", "new/project"], cwd=tmp_path)
    assert result.returncode == 0
    assert "Next: put .txt or .md documents into new/project" in result.stderr.decode()
    assert sorted(path.name for path in (tmp_path / "new" / "project").iterdir()) == [
        "actors.toml",
        "sources.toml",
        "topics.toml",
    ]
