import pytest

from claimcmp.records import Anchor, Review, ReviewEntry
from claimcmp.review.agreement import find_agreement


def make_review(name: str, said: str) -> Review:
    """Make a review with a letter a group: a accept, r reject, c relabelled to diverge, n a note, - nothing."""
    entries = []
    for number, letter in enumerate(said):
        anchors = tuple(Anchor("a.txt", "A", 0, 5, f"Quote {number}{side}") for side in "xy")
        if letter == "a":
            entries.append(ReviewEntry("accept", "t", anchors, verdict="agree", leaves="agree"))
        elif letter == "r":
            entries.append(ReviewEntry("reject", "t", anchors, group=f"g{number}", verdict="agree"))
        elif letter == "c":
            entries.append(ReviewEntry("relabel", "t", anchors, relation="contradict", leaves="diverge"))
        elif letter == "n":
            entries.append(ReviewEntry("note", "t", anchors, note="odd"))
    return Review(name, tuple(entries))


@pytest.mark.parametrize(
    ("ann", "bob", "share", "kappa"),
    [
        ("aarr", "aarr", 1.0, 1.0),
        ("aarr", "rraa", 0.0, -1.0),
        # Cohen's own arithmetic: p_o = .7, p_e = .5 * .6 + .5 * .4 = .5.
        ("aaaaarrrrr", "aaaarrrraa", 0.7, 0.4),
        ("aaaa", "aaaa", 1.0, None),
        ("acra", "acrr", 0.75, 0.6364),
        ("nn", "aa", None, None),
    ],
)
def test_agreement_and_kappa(ann: str, bob: str, share: float | None, kappa: float | None) -> None:
    agreement = find_agreement(make_review("Ann", ann), make_review("Bob", bob))
    assert (agreement.share, agreement.kappa) == (share, kappa)


def test_groups_that_one_alone_decided_are_counted_apart() -> None:
    agreement = find_agreement(make_review("Ann", "aa-r"), make_review("Bob", "-ar-"))
    assert (agreement.groups, agreement.only) == (1, (2, 1))


def test_disagreements_say_what_both_said() -> None:
    (found,) = find_agreement(make_review("Ann", "ra"), make_review("Bob", "ca")).disagreements
    assert (found.group, found.first, found.second) == ("g0", "not one matter", "diverge")
