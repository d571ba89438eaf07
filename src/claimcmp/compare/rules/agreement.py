"""What is left when no rule finds a difference."""

from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.compare.statements import find_common, read_statement, share_words
from claimcmp.records import Claim, Evidence

SAME_STATEMENT = 0.14
FEWEST_WORDS = 2


def accept_agreement(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Many of the telling words are common."""
    if share_words(a, b) < SAME_STATEMENT:
        return None
    return Ruling("agree", "same-words", f"both speak of {_list(a, b)}, no rule finds a difference")


def accept_matter(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The matter is common and nothing clashes."""
    return Ruling("agree", "same-matter", f"both bear on {_list(a, b)}, nothing clashes")


def _list(a: Claim, b: Claim) -> str:
    words = list(dict.fromkeys(word.text for word, _ in find_common(read_statement(a), read_statement(b))))[:5]
    return ", ".join(words) if words else "one matter"
