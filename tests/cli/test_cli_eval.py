import json
from pathlib import Path

GOLD = """
[[claim]]
quote = "The minimum wage cost 400 jobs in the valley."
polarity = "negated"
[[pair]]
a = "The minimum wage cost 400 jobs in the valley."
b = "The minimum wage did not cost jobs in the valley."
relation = "contradict"
"""


def test_eval_shows_figures_and_errors(run, project: Path) -> None:
    (project / "gold.toml").write_text(GOLD, encoding="utf-8")
    run(["extract"], cwd=project)
    shown = run(["eval", "gold.toml"], cwd=project).stdout.decode()
    assert "2 annotated passages; 2 of them hold one of 2 claims." in shown
    assert "polarity: 2 errors" in shown
    assert "negated missed: “The minimum wage cost 400 jobs in the valley.”" in shown
    found = json.loads(run(["eval", "gold.toml", "--format", "json"], cwd=project).stdout)
    assert found["rates"]["pairs-found"] == {"share": 1.0, "right": 1, "of": 1}


def test_eval_says_where_nothing_is_scored(run, project: Path) -> None:
    (project / "gold.toml").write_text(
        '[[claim]]\nquote = "The minimum wage cost 400 jobs in the valley."\n', encoding="utf-8"
    )
    run(["extract"], cwd=project)
    shown = run(["eval", "gold.toml"], cwd=project).stdout.decode()
    assert "Nothing that is scored is annotated." in shown
    assert "precision" not in shown


def test_eval_says_what_is_missing(run, project: Path) -> None:
    run(["extract"], cwd=project)
    result = run(["eval", "gold.toml"], cwd=project)
    assert result.returncode == 2
    assert "There is no gold.toml." in result.stderr.decode()
