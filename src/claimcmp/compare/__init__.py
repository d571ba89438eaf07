"""The comparison stage: claims in, groups of claims on one matter out. Pure: records in, records out."""

from claimcmp.compare.comparator import CompareOptions, compare_claims, judge_claims
from claimcmp.compare.explanation import explain_claims, explain_pair
from claimcmp.compare.filters import Filters, filter_comparison

__all__ = [
    "CompareOptions",
    "Filters",
    "compare_claims",
    "explain_claims",
    "explain_pair",
    "filter_comparison",
    "judge_claims",
]
