from pathlib import Path

import pytest

from claimcmp.sources.naming import find_names, find_sources


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a/kinu.txt", "b/valdai.txt"], ["kinu.txt", "valdai.txt"]),
        (["a/report.txt", "b/report.txt", "b/other.txt"], ["a/report.txt", "b/report.txt", "other.txt"]),
        (["report.txt", "sub/report.txt"], ["report.txt", "sub/report.txt"]),
        (["a/x/report.txt", "b/x/report.txt"], ["a/x/report.txt", "b/x/report.txt"]),
        (["a/report.txt", "b/report.txt", "c/d/report.txt"], ["a/report.txt", "b/report.txt", "d/report.txt"]),
        (["stdin.txt"], ["stdin-2.txt"]),
    ],
)
def test_find_names_takes_as_little_of_the_path_as_tells_apart(files: list[str], names: list[str]) -> None:
    paths = [Path(file) for file in files]
    assert find_names(paths, taken=["stdin.txt"]) == dict(zip(paths, names, strict=True))
    assert find_names(paths[::-1], taken=["stdin.txt"]) == dict(zip(paths, names, strict=True))


def test_find_names_do_not_depend_on_where_the_folder_is(tmp_path: Path) -> None:
    files = [tmp_path / "report.txt", tmp_path / "sub" / "report.txt"]
    assert list(find_names(files).values()) == ["report.txt", "sub/report.txt"]


def test_find_names_are_valid_text() -> None:
    (name,) = find_names([Path("caf\udce9.txt")]).values()
    assert name == "caf\ufffd.txt"


@pytest.mark.parametrize(
    ("names", "publishers", "sources"),
    [
        (["ports.txt", "rail.md"], [], ["ports", "rail"]),
        (["ports.txt", "ports.md", "rail.md"], [], ["ports.txt", "ports.md", "rail"]),
        (["ports.txt", "rail.md"], ["ports", "ports"], ["ports.txt", "rail"]),
        (["ports.txt"], ["ports", "ports.txt"], ["ports-2.txt"]),
        (["x/ports.txt", "y/ports.txt"], [], ["x/ports", "y/ports"]),
    ],
)
def test_find_sources_never_names_two_alike(names: list[str], publishers: list[str], sources: list[str]) -> None:
    assert find_sources(names, publishers=publishers) == dict(zip(names, sources, strict=True))
    assert find_sources(names[::-1], publishers=publishers) == dict(zip(names, sources, strict=True))
