"""Decides how two claims on one matter relate, by named rules; contradiction is tested before agreement."""

from collections.abc import Callable
from dataclasses import dataclass

from claimcmp.compare.numbers import compare_quantities
from claimcmp.records import Claim, Cue, Evidence, Relation

# Below this share of common wording a one-sided cue may belong to a part that the other claim does not speak of.
SAME_PROPOSITION = 0.2
# From this share on, and with two words beyond the topic's terms, claims say the same rather than add to each other.
SAME_STATEMENT = 0.14
FEWEST_WORDS = 2
# Values further apart than this measure different things more often than they contradict each other.
SMALLEST_RATIO = 0.2


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of a pair, the rule that decided, and the reason in words."""

    relation: Relation
    rule: str
    reason: str


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


def oppose_polarity(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One claim denies what the other affirms."""
    if a.polarity == b.polarity:
        return None
    cue = a.polarity_cue or b.polarity_cue
    denier = a if a.polarity == "negated" else b
    words = _show(cue)
    if evidence.parts["wording"] < SAME_PROPOSITION:
        return Abstention(f"{denier.source} denies{words}, but whether it denies what the other affirms cannot be told")
    return Ruling("contradict", "opposite-polarity", f"{denier.source} denies{words} what the other affirms")


def oppose_numbers(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Both measure in one unit, and no interval of the one meets one of the other."""
    if evidence.numbers != "conflict":
        return None
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.a is None or numbers.b is None or numbers.ratio < SMALLEST_RATIO:
        return None
    return Ruling(
        "differ-in-number",
        "intervals-apart",
        f'"{numbers.a.text}" and "{numbers.b.text}" do not meet ({numbers.a.unit})',
    )


def oppose_dates(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Each names one date, of the same granularity, and they differ."""
    if len(a.dates) != 1 or len(b.dates) != 1 or evidence.parts["wording"] < SAME_PROPOSITION:
        return None
    first, second = a.dates[0], b.dates[0]
    if first.iso is None or second.iso is None or first.granularity != second.granularity:
        return None
    if first.iso == second.iso or "--" in first.iso + second.iso:
        return None
    return Ruling(
        "differ-in-date", "dates-apart", f'"{first.text}" ({first.iso}) against "{second.text}" ({second.iso})'
    )


def oppose_certainty(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One asserts firmly what the other hedges."""
    if {a.modality, b.modality} != {"asserted", "hedged"} or evidence.parts["wording"] < SAME_PROPOSITION:
        return None
    hedger = a if a.modality == "hedged" else b
    return Ruling(
        "differ-in-certainty",
        "one-sided-hedge",
        f"{hedger.source} hedges{_show(hedger.modality_cue)}, the other is firm",
    )


def oppose_attribution(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """One speaks in the own voice, the other only reports."""
    if (a.attributed_to is None) == (b.attributed_to is None) or evidence.parts["wording"] < SAME_PROPOSITION:
        return None
    reporter, other = (a, b) if a.attributed_to else (b, a)
    held = reporter.attributed_to
    if held is None:
        return None
    doubt = " with doubt" if held.stance == "doubted" else ""
    return Ruling(
        "differ-in-attribution",
        "own-voice-against-reported",
        f"{other.source} says it in its own voice, {reporter.source} reports it{doubt} from {held.name} [{held.cue}]",
    )


def accept_agreement(_a: Claim, _b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """Most of the telling words are common, or a number is."""
    if evidence.numbers == "agree":
        return Ruling("agree", "same-number", f"both give the same amount and speak of {_list(evidence)}")
    if evidence.parts["wording"] >= SAME_STATEMENT and len(evidence.shared_words) >= FEWEST_WORDS:
        return Ruling("agree", "same-words", f"both speak of {_list(evidence)}, nothing differs")
    return None


def accept_complement(_a: Claim, _b: Claim, evidence: Evidence) -> Ruling | Abstention | None:
    """The matter is common, each adds detail, nothing clashes."""
    return Ruling("complementary", "same-matter", f"both bear on {_list(evidence)}; different detail, nothing clashes")


RULES: tuple[Rule, ...] = (
    oppose_numbers,
    oppose_polarity,
    oppose_dates,
    oppose_certainty,
    oppose_attribution,
    accept_agreement,
    accept_complement,
)


def _show(cue: Cue | None) -> str:
    return f" [{cue.text}]" if cue else ""


def _list(evidence: Evidence) -> str:
    words = list(dict.fromkeys(evidence.shared_words))[:5]
    return ", ".join(words) if words else "one matter"
