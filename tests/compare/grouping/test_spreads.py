"""The values of a group are those that its voices hold themselves."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.grouping.spreads import find_spreads
from claimcmp.compare.voices.voices import find_voices, gather_voices
from claimcmp.records import Claim, DocumentSummary, Evidence, Extraction, Pair, Spread
from claimcmp.report.standing import tell_spread


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["The stadium cost $520 million.", "The stadium cost $560 million."], {"Club": 500e6, "Daily": 520e6}),
        (["The stadium did not cost $420 million.", "The stadium cost $520 million."], {"Club": 500e6, "Daily": 520e6}),
        # Who only names a figure, to correct or reject it, has another one.
        (
            ["The figure of $500 million, printed by some papers, was incomplete.", "It cost $560 million."],
            {"Club": 500e6, "Daily": 560e6},
        ),
        (
            ["The figure of $500 million has been withdrawn.", "The stadium cost $560 million."],
            {"Club": 500e6, "Daily": 560e6},
        ),
        (["The initial estimate of $500 million was low.", "It cost $560 million."], {"Club": 500e6, "Daily": 560e6}),
        (["The club denies that the stadium cost $500 million.", "It cost $560 m."], {"Club": 500e6, "Daily": 560e6}),
        (["It is doubtful that the stadium cost $500 million.", "It cost $560 m."], {"Club": 500e6, "Daily": 560e6}),
        (["They doubt that the stadium cost $500 million.", "It cost $560 million."], {"Club": 500e6, "Daily": 560e6}),
    ],
)
def test_a_voice_has_a_value_that_it_gave(
    claim: Callable[..., Claim], texts: list[str], values: dict[str, float]
) -> None:
    first = claim("Club", "The stadium cost $500 million.")
    others = [replace(claim("Daily", text), id=f"daily-{n}") for n, text in enumerate(texts)]
    claims = [first, *others]
    documents = [DocumentSummary(f"{s.lower()}.txt", s, None, None, None, None, None, "", 0, 1) for s in values]
    voices = gather_voices(claims, find_voices(claims, documents, {}))
    pairs = [
        Pair(first.id, other.id, "differ-in-number", "intervals-apart", "", 1.0, Evidence(1.0)) for other in others
    ]
    (spread,) = find_spreads(claims, voices, pairs)
    assert {measured.voice: measured.value for measured in spread.values} == values


def test_changes_in_opposite_directions_are_no_values_of_one_thing(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim]
) -> None:
    held = extraction(
        claim("Club", "Ticket sales rose by 5 percent."), claim("Daily", "Ticket sales fell by 5 percent.")
    )
    assert not any(group.spreads for group in compare_claims(held).groups)


def test_a_figure_of_its_own_stands_for_a_voice(claim: Callable[..., Claim]) -> None:
    claims = [
        claim("Club", "The stadium cost $500 million."),
        claim("Daily", "The stadium cost $520 million."),
        replace(claim("Daily", "According to the builder, the stadium cost $560 million."), id="daily-1"),
    ]
    documents = [
        DocumentSummary(f"{s.lower()}.txt", s, None, None, None, None, None, "", 0, 1) for s in ("Club", "Daily")
    ]
    voices = gather_voices(claims, find_voices(claims, documents, {}))
    pairs = [
        Pair(claims[0].id, other.id, "differ-in-number", "intervals-apart", "", 1.0, Evidence(1.0))
        for other in claims[1:]
    ]
    (spread,) = find_spreads(claims, voices, pairs)
    assert {measured.voice: measured.value for measured in spread.values} == {"Club": 500e6, "Daily": 520e6}


def find_values(extraction: Callable[..., Extraction], *claims: Claim) -> list[dict[str, float]]:
    groups = compare_claims(extraction(*claims)).groups
    return [{item.voice: item.value for item in spread.values} for group in groups for spread in group.spreads]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Most of the tickets were sold in May.", "Tickets worth 40 percent of the budget were sold in May."),
        ("The storm injured 35 people in the town.", "The storm injured 56,000 people in the town."),
        ("The stadium cost $500 million.", "According to Club, the stadium cost $560 million."),
        ("The stadium cost $500 million.", "It is a myth that the stadium cost $560 million."),
    ],
)
def test_amounts_that_are_no_values_of_one_thing_make_no_range(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim], one: str, other: str
) -> None:
    assert find_values(extraction, claim("Club", one), claim("Daily", other)) == []


def test_a_bound_is_a_value_that_is_marked(extraction: Callable[..., Extraction], claim: Callable[..., Claim]) -> None:
    held = extraction(
        claim("Club", "The fire killed more than 200 sheep."), claim("Daily", "The fire killed 230 sheep.")
    )
    ((spread,),) = (group.spreads for group in compare_claims(held).groups)
    assert {item.voice: (item.value, item.open) for item in spread.values} == {
        "Club": (200, True),
        "Daily": (230, False),
    }
    assert tell_spread(spread).endswith("(2 voices; Club: more than 200 sheep)")


def make_spreads(
    texts: dict[str, str], rules: dict[tuple[str, str], tuple[str, str, float]], claim: Callable[..., Claim]
) -> tuple[Spread, ...]:
    claims = {source: claim(source, text) for source, text in texts.items()}
    documents = [DocumentSummary(f"{s.lower()}.txt", s, None, None, None, None, None, "", 0, 1) for s in texts]
    voices = gather_voices(list(claims.values()), find_voices(list(claims.values()), documents, {}))
    pairs = [
        Pair(claims[a].id, claims[b].id, relation, rule, "", score, Evidence(score))
        for (a, b), (relation, rule, score) in rules.items()
    ]
    return find_spreads(list(claims.values()), voices, pairs)


def test_the_ends_of_a_range_are_values(claim: Callable[..., Claim]) -> None:
    texts = {"Club": "The stadium cost $5.5 million.", "Daily": "The stadium cost between $5 million and $6 million."}
    (spread,) = make_spreads(texts, {("Club", "Daily"): ("agree", "same-number", 1.0)}, claim)
    assert (spread.low, spread.high) == (5e6, 6e6)


def test_figures_of_two_things_are_no_values_of_one(claim: Callable[..., Claim]) -> None:
    texts = {
        "Club": "The stadium cost $18 million.",
        "Daily": "The stadium cost $22 million.",
        "Echo": "The city spent $12 million on it.",
    }
    rules = {
        ("Daily", "Echo"): ("differ-in-number", "intervals-apart", 0.3),
        ("Club", "Daily"): ("differ-in-number", "intervals-apart", 0.9),
    }
    (spread,) = make_spreads(texts, rules, claim)
    assert (spread.low, spread.high) == (18e6, 22e6)


def test_a_judgement_on_one_figure_of_a_claim_keeps_no_other_apart(claim: Callable[..., Claim]) -> None:
    claims = [
        claim("Club", "The stadium had 9,000 seats in 1990 and 12,000 seats in 2011."),
        claim("Daily", "The stadium had 14,000 seats in 2011."),
        claim("Echo", "The stadium had 12,000 seats in 2011."),
    ]
    names = [item.source for item in claims]
    documents = [DocumentSummary(f"{s.lower()}.txt", s, None, None, None, None, None, "", 0, 1) for s in names]
    voices = gather_voices(claims, find_voices(claims, documents, {}))
    club, daily, echo = (item.id for item in claims)
    both = '"9,000 seats" and "14,000 seats" are of two periods'
    pairs = [
        Pair(club, daily, "complementary", "other-periods", both, 1.0, Evidence(1.0)),
        Pair(club, echo, "agree", "same-number", "", 1.2, Evidence(1.2)),
        Pair(daily, echo, "differ-in-number", "intervals-apart", "", 1.1, Evidence(1.1)),
    ]
    (spread,) = find_spreads(claims, voices, pairs)
    assert {measured.voice: measured.value for measured in spread.values} == {"Club": 12e3, "Daily": 14e3, "Echo": 12e3}
    whole = [replace(pairs[0], reason='"12,000 seats" and "14,000 seats" are of two periods'), *pairs[1:]]
    assert all({"Daily", "Club"} - {m.voice for m in found.values} for found in find_spreads(claims, voices, whole))
