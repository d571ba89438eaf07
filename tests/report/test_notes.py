"""What is said about a claim beside its quote."""

from collections.abc import Callable
from typing import Any

import pytest

from claimcmp.records import Attribution, Claim, Cue, TopicEvidence
from claimcmp.report.notes import describe_claim

_BY_TERM = TopicEvidence("trade", "term", "Trade", 0, 5)
_CARRIED = TopicEvidence("trade", "carried", "These measures", 0, 14)


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, ()),
        ({"polarity": "negated", "polarity_cue": Cue("did not", 6, 13)}, ("negated [did not]",)),
        ({"modality": "hedged", "modality_cue": Cue("may", 6, 9)}, ("hedged [may]",)),
        ({"modality": "predicted"}, ("predicted",)),
        (
            {"attributed_to": Attribution("Moscow", 0, 6, "claims", "indirect", "doubted")},
            ("reported from Moscow [claims], doubted",),
        ),
        (
            {"attributed_to": Attribution("Vladimir Putin", 0, 6, "said", "direct")},
            ("quoted from Vladimir Putin [said]",),
        ),
        ({"topic_evidence": (_BY_TERM,)}, ()),
        ({"topic_evidence": (_CARRIED,)}, ("topic carried over [These measures]",)),
        ({"topic_evidence": (_CARRIED, _BY_TERM)}, ()),
        ({"topic_evidence": (TopicEvidence("trade", "meaning", "coal", 0, 4, 0.6),)}, ("topic by meaning",)),
        ({"topic_evidence": (TopicEvidence("sanctions", "carried", "They", 0, 4),)}, ()),
    ],
)
def test_describe_claim_tells_what_is_not_plain(
    make_claim: Callable[..., Claim], fields: dict[str, Any], notes: tuple[str, ...]
) -> None:
    claim = make_claim("000-1", "000.txt", "Trade fell in May.", topics=("trade",), **fields)
    assert describe_claim(claim, topic="trade") == notes
