"""Opposites of general English: both said of one thing, in any form, and of nothing else."""

import pytest

from claimcmp import judge
from claimcmp.compare.features.polarity.axis_table import read_axes
from claimcmp.lexicons import read_lexicon


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The rules of the port were strict.", "Rules in the port were lax."),
        ("The ministry heeded the warnings.", "The warnings were ignored by the ministry."),
        ("The king was a hero.", "The king was a traitor."),
        ("The inquiry was thorough.", "The inquiry was superficial."),
        ("The talks have stalled.", "The talks are making progress."),
        ("The protest was spontaneous.", "The protest had been carefully orchestrated."),
        ("The court upheld the ban.", "The court struck down the ban."),
        ("The new law was a blessing for the farmers.", "For the farmers the new law was a curse."),
    ],
)
def test_one_thing_is_not_at_both_ends(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradict"
    assert judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Of two things.
        ("The rules of the port were strict.", "The ropes of the port's ships were loose."),
        ("The council heeded the warnings.", "The hotel owners ignored the warnings."),
        # In a name, or another part of speech.
        ("The Open University is in Kent.", "The university is closed."),
        ("The doors closed automatically.", "The doors are described in two manuals."),
        # What is denied stands beside them.
        ("No decision was taken on the new pier.", "The pier of the old port was sold."),
        ("The firm failed to pay the fine.", "The firm did not pay the fine."),
        # In a date, or of a crop.
        ("The licence was renewed by the council.", "The council gave the licence at the end of 2022."),
        ("Beet farms have grown.", "Less beet is grown on the farms."),
        # Undone by its verb.
        ("The drug was banned.", "The government withdrew the licence of the drug."),
        # Who does it and to whom it is done.
        ("Ghent attacked Bruges.", "Bruges was attacked by Ghent."),
    ],
)
def test_what_is_said_of_two_things_is_no_contradiction(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradict"


def test_every_axis_has_a_name_of_its_own() -> None:
    names = [axis.name for axis in read_axes()]
    assert len(names) == len(set(names))


def test_no_word_stands_at_both_ends_of_an_axis() -> None:
    tables = [table for kind in read_lexicon("antonyms").values() for table in kind["axes"]]
    assert tables
    for table in tables:
        assert table["left"]
        assert table["right"]
        assert set(table["left"]).isdisjoint(table["right"]), table["name"]
        for side in (table["left"], table["right"]):
            assert len(side) == len(set(side)), table["name"]
