"""A matter is named in words of its claims that do not turn what they deny into its opposite."""

import re
from collections.abc import Callable

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.matters import name_matter
from claimcmp.compare.grouping.name_borders import says_enough, trim_name
from claimcmp.compare.grouping.phrase_borders import Phrases
from claimcmp.records import Claim, Extraction


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The club did not sell its striker.", "The club didn't sell the striker in May."),
        ("The vaccine was no help to infants.", "Infants got no help from the vaccine."),
        ("No court ever convicted the banker.", "The banker was never convicted by a court."),
        ("The airline failed to refund passengers.", "The airline would not refund its passengers."),
    ],
)
def test_a_name_keeps_what_is_denied_denied(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim], one: str, other: str
) -> None:
    (group,) = compare_claims(extraction(claim("Club", one), claim("Daily", other))).groups
    said = group.matter.casefold().split()
    denials = {"not", "didn't", "no", "never", "failed"}
    predicates = {"sell", "help", "got", "convicted", "refund"}
    assert denials & set(said) or not predicates & set(said)


def test_a_name_takes_no_predicate_that_is_denied_outside_of_the_claim(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim]
) -> None:
    held = extraction(
        claim("Club", "The coach denied that the keeper broke his finger."),
        claim("Daily", "The keeper did not break his finger."),
    )
    (group,) = compare_claims(held).groups
    assert "broke" not in group.matter


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("before last month's", "last month"),
        ("were 40 goats on the ferry", "40 goats on the ferry"),
        ("storm that everybody", "storm"),
        ("that old dams be emptied … by 2031", "old dams be emptied … by 2031"),
        ("the verdict was against the", "the verdict"),
        ("No court convicted the banker", "No court convicted the banker"),
        ("would have", ""),
    ],
)
def test_a_name_neither_begins_nor_ends_with_words_that_only_lead_on(found: str, name: str) -> None:
    assert trim_name(found) == name


@pytest.mark.parametrize(
    ("found", "dates", "name"),
    [
        ("the ferry sank on 3 May 2011", ["3 May 2011"], "the ferry sank"),
        ("by the end of June", ["June"], "the end"),
        ("March 2014 the bridge collapsed", ["March 2014"], "the bridge collapsed"),
        ("the night of 4 to 5 May", ["4", "5 May"], "the night"),
        ("the 2015 treaty on ivory", ["2015"], "the 2015 treaty on ivory"),
        # What is read of a season is not cut from the rest of it.
        ("2031/32 harvest was poor", ["2031"], "2031/32 harvest was poor"),
    ],
)
def test_a_name_neither_begins_nor_ends_with_a_date(found: str, dates: list[str], name: str) -> None:
    assert trim_name(found, dates) == name


@pytest.mark.parametrize(
    ("name", "enough"),
    [
        ("first three days", False),
        ("3 to 4 May", False),
        ("the ferry", False),
        ("the ferry sank", True),
        ("1.3 million hens", False),
        ("cages of 1.3 million hens", True),
    ],
)
def test_a_number_a_date_or_a_single_noun_is_no_name(name: str, enough: bool) -> None:
    assert says_enough(name, ["days", "first", "ferry", "sank", "million", "hens", "cages"], ["4 May"]) is enough


@pytest.mark.parametrize(
    ("one", "other", "cut"),
    [
        (
            "Inspectors of the Royal Horse Society counted 312 horses.",
            "The Royal Horse Society sent inspectors, who counted 290 horses.",
            "Royal Horse$",
        ),
        (
            "The orchard lost between 30 and 40 apple trees in the frost.",
            "In the frost the orchard lost between 10 and 20 apple trees.",
            r"between \d+( and \d+)?$",
        ),
    ],
)
def test_a_name_cuts_no_proper_name_and_no_amount(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim], one: str, other: str, cut: str
) -> None:
    (group,) = compare_claims(extraction(claim("Club", one), claim("Daily", other))).groups
    assert not re.search(cut, group.matter)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In the last days of May a rescue team found three climbers.",
            "A rescue team has found three climbers below the ridge.",
        ),
        ("Stewards and pilots fly this route.", "The pilots who fly this route are tired."),
        ("The orchestra will perform the symphony in Oslo.", "In Oslo the orchestra performs the symphony."),
        ("Peru is the second-largest producer of copper.", "Peru is no longer the largest copper producer."),
        ("The museum lent the vase to a school.", "According to the museum, the vase was lent to a school."),
    ],
)
def test_a_name_begins_and_ends_where_phrases_do(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim], one: str, other: str
) -> None:
    (group,) = compare_claims(extraction(claim("Club", one), claim("Daily", other))).groups
    cut = r"May a |^pilots fly|^days|^Peru … producer|… perform|^(of|to|was|and)\b|\b(of|to|was|and|the)$|^\W|[,;:(/]$"
    assert not re.search(cut, group.matter)
    assert len(group.matter.split()) > 2


@pytest.mark.parametrize(
    ("stretch", "holds"),
    [
        ("the old harbour", True),
        ("The council", True),
        ("The council will close the old harbour", True),
        ("old", False),
        ("The council will close", False),
        ("harbour in spring", False),
        ("close the old harbour in spring", True),
        ("council will close the", False),
    ],
)
def test_a_stretch_holds_whole_phrases(claim: Callable[..., Claim], stretch: str, holds: bool) -> None:
    whole = claim("Club", "The council will close the old harbour in spring.")
    start = whole.text.index(stretch)
    assert Phrases(whole).hold(start, start + len(stretch)) is holds


def test_a_name_that_is_taken_is_not_given_again(claim: Callable[..., Claim]) -> None:
    texts = [
        "The museum sold the painting.",
        "The museum sold the painting in a hurry.",
        "Nobody paid for the painting.",
    ]
    claims = [claim(source, text) for source, text in zip(("Club", "Daily", "Echo"), texts, strict=True)]
    vocabulary = Vocabulary(claims)
    first = name_matter(claims[:2], vocabulary)
    second = name_matter(claims[:2], vocabulary, [first])
    assert first.casefold() != second.casefold()
    assert second.split("…")[0].strip() in " ".join(texts)
