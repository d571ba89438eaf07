"""The values of a group are those that its voices hold themselves."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.spreads import find_spreads
from claimcmp.compare.voices import find_voices, gather_voices
from claimcmp.records import Claim, DocumentSummary, Evidence, Extraction, Pair


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["The stadium cost $520 million.", "The stadium cost $560 million."], {"Club": 500e6, "Daily": 520e6}),
        (["The stadium did not cost $420 million.", "The stadium cost $520 million."], {"Club": 500e6, "Daily": 520e6}),
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
    pairs = [Pair(first.id, other.id, "differ-in-number", "", "", 1.0, Evidence(1.0)) for other in others]
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
    pairs = [Pair(claims[0].id, other.id, "differ-in-number", "", "", 1.0, Evidence(1.0)) for other in claims[1:]]
    (spread,) = find_spreads(claims, voices, pairs)
    assert {measured.voice: measured.value for measured in spread.values} == {"Club": 500e6, "Daily": 520e6}
