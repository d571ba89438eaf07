from dataclasses import replace
from pathlib import Path

import pytest
from training.corpora import Corpora
from training.pipeline import NameSizes
from training.recipe import FULL
from training.workshop import Workshop, write_whole

NOTHING = Corpora((), (), (), (), (), (), ())


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(NOTHING, {"a.conllu.xz": "1"}, FULL, tmp_path)


def test_other_data_take_up_nothing(shop):
    other = replace(shop, checksums={"a.conllu.xz": "2"})
    for step in ("words", "encoder", "grammar", "names", "complete"):
        assert getattr(shop, step) != getattr(other, step)


def test_another_choice_for_names_takes_up_grammar(shop):
    other = replace(shop, recipe=replace(FULL, name_sizes=NameSizes(depth=7)))
    assert other.grammar == shop.grammar
    assert other.complete != shop.complete


@pytest.mark.parametrize("choice", [{"dimensions": 64}, {"pretraining_rounds": 3}, {"seed": 2}])
def test_grammar_follows_all_that_it_is_built_on(shop, choice):
    assert replace(shop, recipe=replace(FULL, **choice)).grammar != shop.grammar


def test_what_an_interruption_leaves_half_written_is_not_kept(tmp_path):
    kept = tmp_path / "step"
    with pytest.raises(KeyboardInterrupt):
        _interrupt(kept)
    assert not kept.exists()
    with write_whole(kept) as path:
        path.write_text("whole")
    assert kept.read_text() == "whole"


def _interrupt(kept: Path) -> None:
    with write_whole(kept) as path:
        path.write_text("half")
        raise KeyboardInterrupt
