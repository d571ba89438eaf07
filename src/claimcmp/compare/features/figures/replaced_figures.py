"""Tells that one of two figures has taken the place of the other: an outcome for an estimate, six years for nine."""

import re
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import SAME_NEWS, find_stretches, order_by_publication
from claimcmp.compare.features.figures.figure_slots import find_own_date, find_own_periods
from claimcmp.compare.features.figures.mentioned_figures import is_only_mentioned
from claimcmp.compare.features.figures.numbers import measure_alike
from claimcmp.compare.features.figures.revisions import gives
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Predicate, Quantity
from claimcmp.words import find_base_forms

TO = "to"
COMPARED = re.compile(r"\b(?:than|against|relative to|compared (?:to|with))\b[^,;.]{0,40}$", re.IGNORECASE)
# How many words before a verb its auxiliary may stand.
REACH = 4


@dataclass(frozen=True, slots=True)
class _Standing:
    """The words that put a figure into a course of figures, each empty where nothing says so."""

    first: str
    """It was given at first."""
    last: str
    """It counts in the end."""
    planned: str
    """It is estimated or planned."""
    past_plan: bool
    """The plan was one of a time before its text: "was to cost"."""
    changed: str
    """It was made from another one, as a sentence is cut."""
    undone: str
    """It has been revised since, to nobody says what."""


def find_replacement(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[Claim, str] | None:
    """Return the claim with the later figure and the words that make it one, if either figure has replaced the other.

    Both must be told as such: one as the first and the other as the last, one as planned or foreseen and the other as
    what came after, or one as made from a figure like the other.
    """
    for (older, old), (newer, new) in (((a, x), (b, y)), ((b, y), (a, x))):
        before, after = _find_standing(older, old), _find_standing(newer, new)
        if cue := _find_cue(older, old, before, newer, new, after):
            return newer, cue
    return None


def _find_cue(older: Claim, old: Quantity, before: _Standing, newer: Claim, new: Quantity, after: _Standing) -> str:
    later = after.last or after.changed
    if before.undone and not (after.undone or after.planned):
        return before.undone
    if before.first and later and not after.first:
        return later
    fact = newer.modality == "asserted" and not after.planned
    if before.planned and fact and not before.last:
        known = _is_later_told(older, newer) or (gives(newer, old) and before.planned)
        return after.last or (before.planned if known or before.past_plan else "")
    if fact and (foreseen := _find_forecast(older, old, newer, new)):
        return foreseen
    plain = not (before.last or before.changed or before.planned)
    if after.changed and plain and measure_alike(old, new) and not _is_later_told(newer, older):
        return after.changed
    return ""


def _find_forecast(older: Claim, old: Quantity, newer: Claim, new: Quantity) -> str:
    """Return the word by which a figure is foreseen for a time that the other, told of the past, is of too."""
    ordered = order_by_publication(older, newer, days=SAME_NEWS)
    if older.modality != "predicted" or older.modality_cue is None or (ordered and ordered[0] is newer):
        return ""
    written, dated = read_stretch(older.published), find_own_date(newer, new)
    if written and dated and dated[1].days_before(written) > 0:
        return ""
    told = [p for p in newer.predicates if any(item.start <= new.start < item.end for item in p.arguments)]
    done = any(_is_past(newer, predicate) for predicate in told)
    return older.modality_cue.text if done and not find_own_periods(older, old, newer, new) else ""


def _is_past(claim: Claim, predicate: Predicate) -> bool:
    """Tell whether a verb is told of the past: "carried", "were sold", not "is sold", "will be sold"."""
    before = claim.text[: max(0, predicate.start - claim.start)]
    tenses = read_lexicon("comparing")["tenses"]
    auxiliaries = [word for word in before.lower().split()[-REACH:] if word in _auxiliaries()]
    if auxiliaries:
        return auxiliaries[-1] in tenses["past"]
    text = predicate.text.lower()
    return not text.endswith(("s", "ing")) and text != predicate.lemma


def _is_later_told(earlier: Claim, later: Claim) -> bool:
    """Tell whether one claim dates what it tells behind the text of the other, or behind what that one dates."""
    told = find_stretches(later)
    written = read_stretch(earlier.published)
    if written and any(written.days_before(stretch) > 0 for _, stretch in told):
        return True
    dated = find_stretches(earlier)
    if dated and told:
        return all(x.days_before(y) > 0 for _, x in dated for _, y in told)
    ordered = order_by_publication(earlier, later, days=0)
    return bool(dated) and not told and ordered is not None and ordered[0] is earlier


def _find_standing(claim: Claim, quantity: Quantity) -> _Standing:
    words = read_lexicon("comparing")["replaced"]
    alone = all(item == quantity or item.unit != quantity.unit for item in claim.quantities)
    behind = claim.text[quantity.end - claim.start :]
    undone = _undone().search(behind) if alone and is_only_mentioned(claim, quantity) else None
    return _Standing(
        first=_search("first", claim.text),
        last=_search("last", claim.text),
        planned=_search("planned", claim.text),
        past_plan=bool(_past_plan().search(claim.text[: quantity.start - claim.start])),
        changed=_find_change(claim, quantity, frozenset(words["changing"]), frozenset(words["decided"])),
        undone=undone.group() if undone else "",
    )


def _find_change(claim: Claim, quantity: Quantity, changing: frozenset[str], decided: frozenset[str]) -> str:
    """Return the verb by which somebody set an amount anew: "cut his sentence to six years"."""
    measured = {form for word in (quantity.measure or "").split() for form in find_base_forms(word)}
    for predicate in claim.predicates:
        if predicate.negated or predicate.lemma not in changing:
            continue
        moved = any(item.start <= quantity.start < item.end and item.marker == TO for item in predicate.arguments)
        heads = {item.head for item in predicate.arguments}
        if moved and (measured | heads) & decided:
            return predicate.text
    return ""


def _search(kind: str, text: str) -> str:
    # "Less than had been forecast" is an outcome.
    found = (match for match in _patterns()[kind].finditer(text) if not COMPARED.search(text[: match.start()]))
    return next((match.group() for match in found), "")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = read_lexicon("comparing")["replaced"]
    return {
        kind: re.compile(rf"\b(?:{'|'.join(words[kind])})\b", re.IGNORECASE) for kind in ("first", "last", "planned")
    }


@cache
def _past_plan() -> re.Pattern[str]:
    plans = "|".join(read_lexicon("comparing")["replaced"]["past_plans"])
    return re.compile(rf"\b(?:was|were|had been)\s+(?:\w+ly\s+|at first\s+|once\s+)?(?:{plans})\b", re.IGNORECASE)


@cache
def _auxiliaries() -> frozenset[str]:
    tenses = read_lexicon("comparing")["tenses"]
    return frozenset(word for name in ("past", "present", "future", "open") for word in tenses[name])


@cache
def _undone() -> re.Pattern[str]:
    verbs = "|".join(read_lexicon("comparing")["replaced"]["undone"])
    return re.compile(
        rf"\b(?:was|were|has been|have been|had to be)\s+(?:later\s+|since\s+)?(?:{verbs})\b", re.IGNORECASE
    )
