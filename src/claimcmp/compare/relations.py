"""Decides how two claims on one matter relate, by named rules; contradiction is tested before agreement."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimcmp.compare.denial import find_denied_words, find_opposites
from claimcmp.compare.numbers import compare_quantities
from claimcmp.records import Claim, Cue, Evidence, Relation

# Below this share of common wording a one-sided cue may belong to a part that the other claim does not speak of.
SAME_PROPOSITION = 0.2
# From this share on, and with two words beyond the topic's terms, claims say the same rather than add to each other.
SAME_STATEMENT = 0.14
FEWEST_WORDS = 2
# From this share on they speak of the same subject, so that opposite words about it exclude each other.
SAME_SUBJECT = 0.3
# Values further apart than this measure different things more often than they contradict each other.
SMALLEST_RATIO = 0.2
NOT_FACTUAL = frozenset({"normative", "conditional"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of a pair, the rule that decided, and the reason in words."""

    relation: Relation
    rule: str
    reason: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why no rule can judge a pair."""

    reason: str


Rule = Callable[[Claim, Claim, Evidence], Ruling | Abstention | None]


def decide_relation(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention:
    """Return what the first rule that applies says; the last one always applies."""
    for rule in RULES:
        outcome = rule(a, b, evidence)
        if outcome is not None:
            return outcome
    return Abstention("no rule applies")


def oppose_words(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """The claims use words that exclude each other of the same thing."""
    opposites = find_opposites(a, b)
    if opposites is None or evidence.measures["wording"] < SAME_PROPOSITION:
        return None
    shown = f'"{opposites[0]}" and "{opposites[1]}"'
    if a.polarity != b.polarity:
        return Abstention(f"{shown} are opposites and one side denies; whether both say the same cannot be told")
    if _say_what_should_be(a, b):
        return Abstention(f"{shown} are opposites, but one side says what should be, not what is")
    if evidence.measures["wording"] < SAME_SUBJECT:
        return Abstention(f"{shown} are opposites, but whether they are said of the same thing cannot be told")
    return Ruling("contradict", "opposite-words", f"{shown} exclude each other")


def oppose_polarity(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One claim denies what the other affirms: the common words stand in the clause that denies."""
    if a.polarity == b.polarity:
        return None
    denier = a if a.polarity == "negated" else b
    words = _show(denier.polarity_cue)
    if _say_what_should_be(a, b):
        return Abstention(f"{denier.source} denies{words}, but one side says what should be, not what is")
    shared = (*evidence.shared_words, *evidence.shared_terms)
    denied = find_denied_words(denier, shared)
    if evidence.measures["wording"] < SAME_SUBJECT or len(denied) < max(FEWEST_WORDS, len(shared) / 2):
        return Abstention(f"{denier.source} denies{words}, but whether it denies what the other affirms cannot be told")
    return Ruling("contradict", "opposite-polarity", f"{denier.source} denies{words} what the other affirms")


def oppose_numbers(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Both measure in one unit, and no interval of the one meets one of the other."""
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.a is None or numbers.b is None or numbers.state == "agree":
        return None
    shown = f'"{numbers.a.text}" and "{numbers.b.text}"'
    if numbers.state == "incomparable":
        return Abstention(f"{shown} are in units that cannot be compared")
    if numbers.ratio < SMALLEST_RATIO and evidence.measures["wording"] < SAME_SUBJECT:
        return Abstention(f"{shown} lie so far apart that they may measure different things")
    return Ruling("differ-in-number", "intervals-apart", f"{shown} do not meet ({numbers.a.unit})")


def oppose_dates(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Each names one date, and neither holds the other: April against 27 May, not 2025 against May 2025."""
    if len(a.dates) != 1 or len(b.dates) != 1 or evidence.measures["wording"] < SAME_PROPOSITION:
        return None
    first, second = a.dates[0], b.dates[0]
    if first.iso is None or second.iso is None or "--" in first.iso + second.iso:
        return None
    if first.iso.startswith(second.iso) or second.iso.startswith(first.iso):
        return None
    return Ruling(
        "differ-in-date", "dates-apart", f'"{first.text}" ({first.iso}) against "{second.text}" ({second.iso})'
    )


def oppose_certainty(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One asserts firmly what the other hedges."""
    if {a.modality, b.modality} != {"asserted", "hedged"} or evidence.measures["wording"] < SAME_PROPOSITION:
        return None
    hedger = a if a.modality == "hedged" else b
    return Ruling(
        "differ-in-certainty",
        "one-sided-hedge",
        f"{hedger.source} hedges{_show(hedger.modality_cue)}, the other is firm",
    )


def oppose_attribution(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One speaks in the own voice, the other only reports."""
    if (a.attributed_to is None) == (b.attributed_to is None) or evidence.measures["wording"] < SAME_PROPOSITION:
        return None
    reporter, other = (a, b) if a.attributed_to else (b, a)
    held = reporter.attributed_to
    # "The ministry said" in another source, or in its own statement, is that source's own voice.
    if held is None or _is_named(held.name, other.source) or _is_named(held.name, reporter.source):
        return None
    doubt = " with doubt" if held.stance == "doubted" else ""
    return Ruling(
        "differ-in-attribution",
        "own-voice-against-reported",
        f"{other.source} says it in its own voice, {reporter.source} reports it{doubt} from {held.name} [{held.cue}]",
    )


def refuse_opposites(a: Claim, b: Claim, _evidence: Evidence) -> Ruling | Abstention | None:
    """Words that may exclude each other leave no agreement, even where they are said of different things."""
    opposites = find_opposites(a, b)
    if opposites is None:
        return None
    return Abstention(f'"{opposites[0]}" and "{opposites[1]}" are opposites; whether they clash cannot be told')


def accept_agreement(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Many of the telling words are common, or a number is; claims that measure different things only add up."""
    if evidence.numbers == "agree":
        return Ruling("agree", "same-number", f"both give the same amount and speak of {_list(evidence)}")
    measured = any(quantity.unit for quantity in a.quantities) and any(quantity.unit for quantity in b.quantities)
    if measured:
        return None
    if evidence.measures["wording"] >= SAME_STATEMENT and len(evidence.shared_words) >= FEWEST_WORDS:
        return Ruling("agree", "same-words", f"both speak of {_list(evidence)}, no rule finds a difference")
    return None


def accept_complement(_a: Claim, _b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """The matter is common, each adds detail, nothing clashes."""
    return Ruling("complementary", "same-matter", f"both bear on {_list(evidence)}; different detail, nothing clashes")


RULES: tuple[Rule, ...] = (
    oppose_words,
    oppose_numbers,
    oppose_polarity,
    oppose_dates,
    oppose_certainty,
    oppose_attribution,
    refuse_opposites,
    accept_agreement,
    accept_complement,
)


def _say_what_should_be(a: Claim, b: Claim) -> bool:
    return (a.modality in NOT_FACTUAL) != (b.modality in NOT_FACTUAL)


def _is_named(name: str, source: str) -> bool:
    words = [{word for word in re.findall(r"\w+", text.lower()) if len(word) > 2} - {"the"} for text in (name, source)]
    return bool(words[0]) and words[0] <= words[1]


def _show(cue: Cue | None) -> str:
    return f" [{cue.text}]" if cue else ""


def _list(evidence: Evidence) -> str:
    words = list(dict.fromkeys(evidence.shared_words))[:5]
    return ", ".join(words) if words else "one matter"
