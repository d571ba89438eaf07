"""Dates of what was and of what is to come."""

import pytest

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.pipeline.dates import find_dates
from claimcmp.records import Document

TUESDAY = "2026-06-09"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The museum intends to show the painting in October.", "2026-10"),
        ("The museum showed the painting in October.", "2025-10"),
        ("The queen is to open the bridge on 7 May.", "2027-05-07"),
        ("The queen opened the bridge on 7 May.", "2026-05-07"),
        ("Tickets may be returned until the end of August.", "2026-08"),
        ("Tickets were sold until August.", "2025-08"),
        ("The shop was open until 3 March.", "2026-03-03"),
        ("The shop is open until 3 March.", "2027-03-03"),
        ("A diver saw the crack last September.", "2025-09"),
        ("A diver saw the crack last June.", "2025-06"),
        ("The jury is to publish its list on Friday.", "2026-06-12"),
        ("The jury published its list on Friday.", "2026-06-05"),
        ("We ask all members to join us on Saturday.", "2026-06-13"),
        ("All members were made to join on Saturday.", "2026-06-06"),
        ("It failed to publish the list in October.", "2025-10"),
        ("The absences were due to a flood that closed the road on 14 May.", "2026-05-14"),
        ("The road is due to open on 14 May.", "2027-05-14"),
        ("Trains stopped because of a strike that will end on 14 May.", "2027-05-14"),
        ("A pact signed in March will last for years.", "2026-03"),
        ("It may have seen the signal in November.", "2025-11"),
        ("The fair would open in October, she said.", "2026-10"),
        ("The fair would open in March, she said.", "2026-03"),
        ("The scheme closes at the end of August.", "2026-08"),
        ("The board says so in its report of August.", "--08"),
        ("The deadline was extended until the end of August.", "2026-08"),
        ("The critics want the law scrapped by December.", "--12"),
        ("The start was planned for 4 December.", "2026-12-04"),
    ],
)
def test_dates_are_before_or_behind_the_publication_by_the_verb(text: str, iso: str) -> None:
    found = load_plain_analyser().find_facts(Document("a", text, "A", published=TUESDAY)).dates
    assert [date.iso for date in found] == [iso]


def test_what_was_agreed_last_week_may_lie_ahead() -> None:
    document = Document("a", "Last week the board decided to close the pool by August.", "A", published=TUESDAY)
    assert [date.iso for date in load_plain_analyser().find_facts(document).dates] == ["2026-06", "2026-08"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The absences were due to a flood on 14 May.", "2026-05-14"),
        ("The road is due to open on 14 May.", "2027-05-14"),
        ("Open until 3 March.", "2027-03-03"),
        ("It was open until 3 March.", "2026-03-03"),
    ],
)
def test_words_before_a_date_tell_it_without_a_parse(text: str, iso: str) -> None:
    assert [date.iso for date in find_dates(text, published=TUESDAY)] == [iso]
