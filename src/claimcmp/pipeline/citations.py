"""Finds references to other texts inside a sentence: what stands in them are not claims of the text itself.

"(Mid.ru, March 2)", "(Reuters, March 3; Lemonde.fr, March 5)", "(Smith et al., 2014, p. 5)" and "[12]" are
references; "(last convened in 2008)" and "(April 10)" are part of the text.
"""

import re
from functools import cache

from claimcmp.lexicons import read_lexicon

BRACKETS = re.compile(r"\(([^()]{3,200})\)|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\]")
DOMAIN = re.compile(
    r"\b[\w-]{2,}\.(?:com|org|net|ru|kr|cn|uk|eu|gov|edu|int|io|info|de|fr|ua|jp|[a-z]{2}\.[a-z]{2})\b", re.I
)
NAME_AND_DATE = re.compile(
    r"\s*(?:see |e\.g\.,? |cf\. )?[A-Z][\w.&’'/-]*(?:\s(?:and |of |the |de |al\.?|&\s)?[\w.&’'/-]+){0,6}?,?\s"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:[,–-]\s?\d{1,4})?(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?|(?:19|20)\d\d[a-z]?)"
    r"(?:[,:]\s?(?:pp?\.\s?)?\d+(?:[–-]\d+)?)?\s*"
)


def find_citations(text: str) -> list[tuple[int, int]]:
    """Return where ``text`` cites: footnote marks, and brackets that hold only who printed something and when."""
    if "(" not in text and "[" not in text:
        return []
    return [match.span() for match in BRACKETS.finditer(text) if match[1] is None or _is_citation(match[1])]


def _is_citation(inside: str) -> bool:
    parts = inside.split(";")
    if not all(_names_and_dates(part) for part in parts):
        return False
    # A month is no name: "(May 8, 2018)" and "(in March 2019)" belong to the sentence.
    return not _opens_with_month(inside)


def _names_and_dates(part: str) -> bool:
    if NAME_AND_DATE.fullmatch(part):
        return True
    return bool(re.search(r"\d", part)) and len(part.split()) <= 12 and bool(DOMAIN.search(part))


def _opens_with_month(inside: str) -> bool:
    first = inside.split(maxsplit=1)
    return bool(first) and first[0].strip(".,").lower() in _months_and_days()


@cache
def _months_and_days() -> frozenset[str]:
    dates = read_lexicon("dates")
    return frozenset(
        [
            *(*dates["months"], *dates["weekdays"]["full"], *dates["weekdays"]["short"], *dates["seasons"]["words"]),
            *("in", "on", "since", "from", "until", "by", "as", "early", "late", "mid", "between", "after", "before"),
        ]
    )
