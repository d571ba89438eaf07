"""Judges how two claims on one matter relate: named rules, tried in order, contradiction before agreement."""

from dataclasses import replace
from functools import cache

from claimcmp.compare.rules.agreement import (
    accept_agreement,
    accept_judgement,
    accept_matter,
    keep_bearers_apart,
    keep_moods_apart,
    keep_objects_apart,
    keep_polarities_apart,
)
from claimcmp.compare.rules.apart import keep_parts_apart
from claimcmp.compare.rules.attribution import oppose_doubt, oppose_voices
from claimcmp.compare.rules.certainty import oppose_hedge, oppose_openness, oppose_weak_words
from claimcmp.compare.rules.contents import oppose_denials, oppose_kinds, oppose_polarity, oppose_words
from claimcmp.compare.rules.dates import accept_bounds, oppose_dates, oppose_deadlines, oppose_hours, oppose_times
from claimcmp.compare.rules.frames import oppose_denied_causes, oppose_doers, oppose_fillers, oppose_sites
from claimcmp.compare.rules.numbers import (
    accept_numbers,
    oppose_denied_numbers,
    oppose_disputed_numbers,
    oppose_extents,
    oppose_numbers,
    oppose_replaced_numbers,
)
from claimcmp.compare.rules.participants import accept_converse, oppose_roles
from claimcmp.compare.rules.ranks import oppose_ranks
from claimcmp.compare.rules.rulings import Abstention, OtherMatter, Rule, Ruling
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence

__all__ = ["RULES", "Abstention", "OtherMatter", "Ruling", "decide_relation", "find_confidence", "is_weak"]

RULES: tuple[Rule, ...] = (
    oppose_doubt,
    keep_parts_apart,
    oppose_times,
    oppose_openness,
    accept_bounds,
    oppose_roles,
    oppose_denied_causes,
    oppose_polarity,
    oppose_words,
    oppose_kinds,
    oppose_fillers,
    oppose_doers,
    oppose_sites,
    oppose_replaced_numbers,
    oppose_denied_numbers,
    oppose_disputed_numbers,
    oppose_numbers,
    oppose_ranks,
    oppose_deadlines,
    oppose_dates,
    oppose_hours,
    accept_numbers,
    oppose_extents,
    oppose_denials,
    oppose_hedge,
    oppose_weak_words,
    oppose_voices,
    accept_converse,
    keep_bearers_apart,
    keep_moods_apart,
    keep_polarities_apart,
    keep_objects_apart,
    accept_agreement,
    accept_judgement,
    accept_matter,
)


def decide_relation(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | OtherMatter:
    """Return what the first rule that applies says; the last one always applies."""
    for rule in RULES:
        outcome = rule(a, b, evidence)
        if isinstance(outcome, Ruling):
            return replace(outcome, confidence=find_confidence(outcome.rule))
        if outcome is not None:
            return outcome
    return Abstention("no rule applies")


def find_confidence(rule: str) -> float:
    """Return how often a rule is right on the pairs that are reported, in [0, 1]; one never seen is as the mean."""
    table = _read_confidences()
    return table.get(rule, table["other"])


def is_weak(rule: str) -> bool:
    """Tell whether a rule is wrong more often than not even on pairs that are on one matter."""
    return rule in _read_weak()


@cache
def _read_confidences() -> dict[str, float]:
    return dict(read_lexicon("confidence")["rules"])


@cache
def _read_weak() -> frozenset[str]:
    return frozenset(read_lexicon("confidence")["weak"]["rules"])
