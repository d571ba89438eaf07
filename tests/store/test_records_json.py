import json
import math
from dataclasses import replace
from typing import Any

import pytest

from claimcmp.records import Attribution, Claim, Cue, Evidence, Quantity, Topic
from claimcmp.records_json import RecordError, from_plain, to_plain

TEXT = "Officials said prices will not rise by more than 4 % in May."
CLAIM = Claim(
    id="kinu-1",
    document="kinu.txt",
    source="KINU",
    published="2019-04",
    start=0,
    end=len(TEXT),
    text=TEXT,
    sentence_start=0,
    sentence_end=len(TEXT),
    topics=("prices",),
    attributed_to=Attribution("Officials", 0, 9, "said", "indirect"),
    polarity="negated",
    polarity_cue=Cue("not", 27, 30),
    quantities=(Quantity("more than 4 %", 39, 52, 4.0, 4.0, math.inf, "percent"),),
)


def test_to_plain_keeps_the_order_of_the_fields() -> None:
    assert list(to_plain(CLAIM)) == [
        *("id", "document", "source", "published", "start", "end", "text", "sentence_start", "sentence_end"),
        *("topics", "topic_evidence", "attributed_to", "polarity", "polarity_cue", "modality", "modality_cue"),
        *("quantities", "dates", "entities", "resolved", "gaps", "predicates", "references", "near_topics"),
    ]


def test_to_plain_nests_records_as_objects_and_tuples_as_lists() -> None:
    plain = to_plain(CLAIM)
    assert plain["topics"] == ["prices"]
    assert plain["polarity_cue"] == {"text": "not", "start": 27, "end": 30, "scope": None}


def test_to_plain_writes_an_open_end_as_null() -> None:
    assert to_plain(CLAIM)["quantities"][0]["high"] is None
    json.dumps(to_plain(CLAIM), allow_nan=False)


@pytest.mark.parametrize(
    "record",
    [
        CLAIM,
        replace(CLAIM, attributed_to=None, published=None),
        Topic("prices", "Prices", patterns=(({"LOWER": {"IN": ["price", "cost"]}}, {"OP": "?"}),)),
        Evidence(1.5, {"topic": 1.0, "actors": 0.5}, shared_words=("prices",), shared_terms=("rise",), numbers="agree"),
    ],
)
def test_from_plain_gives_back_the_record(record: object) -> None:
    assert from_plain(type(record), json.loads(json.dumps(to_plain(record)))) == record


def test_from_plain_ignores_keys_it_does_not_know_and_fills_in_defaults() -> None:
    plain = to_plain(CLAIM) | {"checked_by": "A. Kim"}
    del plain["dates"]
    assert from_plain(Claim, plain) == CLAIM


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": "0"}, "start must be a whole number, not '0'"),
        ({"start": 0.0}, "start must be a whole number, not 0.0"),
        ({"start": True}, "start must be a whole number, not True"),
        ({"text": None}, "text must be text, not None"),
        ({"text": "\ud800"}, "text holds half a character (a lone surrogate)"),
        ({"polarity": "denied"}, "polarity must be one of affirmed, negated, not 'denied'"),
        (
            {"modality": ["hedged"]},
            "modality must be one of asserted, hedged, predicted, conditional, normative, not ['hedged']",
        ),
        ({"topics": "prices"}, "topics must be a list, not 'prices'"),
        ({"topics": ["prices", 3]}, "topics[1] must be text, not 3"),
        ({"polarity_cue": {"text": "not", "start": 27}}, '"end" is missing in polarity_cue'),
        ({"attributed_to": []}, "attributed_to must be an object with keys, not []"),
        (
            {"quantities": [{**to_plain(CLAIM.quantities[0]), "value": "4"}]},
            "quantities[0].value must be a number, not '4'",
        ),
        (
            {"quantities": [{**to_plain(CLAIM.quantities[0]), "value": 10**400}]},
            "quantities[0].value is too large a number",
        ),
        (
            {"quantities": [{**to_plain(CLAIM.quantities[0]), "approximate": 1}]},
            "quantities[0].approximate must be true or false, not 1",
        ),
    ],
)
def test_from_plain_refuses_wrong_types(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError) as raised:
        from_plain(Claim, to_plain(CLAIM) | change)
    assert str(raised.value) == message


@pytest.mark.parametrize("plain", [None, [], "claim", {}])
def test_from_plain_refuses_what_is_no_record(plain: object) -> None:
    with pytest.raises(RecordError):
        from_plain(Claim, plain)


def test_from_plain_takes_whole_numbers_for_numbers() -> None:
    plain = to_plain(CLAIM.quantities[0]) | {"value": 4}
    assert isinstance(from_plain(Quantity, plain).value, float)
