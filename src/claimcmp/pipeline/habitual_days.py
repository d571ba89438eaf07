"""Tells the weekdays of a rule from those of an event: "applies from Monday to Friday" dates nothing.

A stretch of weekdays is of one week where something happened or will happen in it ("lasted from Monday to Friday");
what holds in the present holds every week. A single weekday ("the council meets on Tuesday") may be of either kind.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from claimcmp.pipeline.date_patterns import weekdays
from claimcmp.records import DateRef

TO = re.compile(r"\s?(?:to|through|thru|until|till|[-–—])\s?", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
PAST = frozenset({"VBD"})
COMING = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})


def drop_habits(sent: Span, dates: Sequence[DateRef]) -> list[DateRef]:
    """Return the dates of a parsed sentence without the ends of stretches of weekdays that come round every week."""
    habitual: set[int] = set()
    for number, (first, last) in enumerate(pairwise(dates)):
        if _is_weekday(first) and _is_weekday(last) and _recurs(sent, first, last):
            habitual |= {number, number + 1}
    return [date for number, date in enumerate(dates) if number not in habitual]


def _is_weekday(date: DateRef) -> bool:
    return date.text.lower() in weekdays()


def _recurs(sent: Span, first: DateRef, last: DateRef) -> bool:
    start = sent.start_char
    between = sent.text[first.end - start : last.start - start]
    if not TO.fullmatch(between):
        return False
    day = next((token for token in sent if token.idx == first.start), None)
    if day is None:
        return False
    verbs = _find_verbs(day)
    if any(verb.tag_ in PAST for verb in verbs):
        return False
    from_day = FROM.search(sent.text, 0, first.start - start) is not None
    return not (from_day and any(verb.lower_ in COMING for verb in verbs))


def _find_verbs(token: Token) -> Iterable[Token]:
    """Return the verb that a day hangs on, with its auxiliaries; nothing where the sentence has none."""
    while token.pos_ not in ("VERB", "AUX") and not any(child.dep_ == "cop" for child in token.children):
        if token.head == token:
            return ()
        token = token.head
    helping = [child for child in token.children if child.dep_ in ("aux", "aux:pass", "cop")]
    return (token, *helping)
