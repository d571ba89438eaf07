"""Scores a run against what people annotated in its documents."""

from claimcmp.evaluation.gold import Gold, GoldClaim, GoldPair, GoldUnit
from claimcmp.evaluation.reading import read_gold
from claimcmp.evaluation.scoring import evaluate

__all__ = ["Gold", "GoldClaim", "GoldPair", "GoldUnit", "evaluate", "read_gold"]
