"""The comparison stage: claims in, groups of claims on one matter out. Pure: records in, records out."""

from claimcmp.compare.comparator import CompareOptions, compare_claims, judge_claims

__all__ = ["CompareOptions", "compare_claims", "judge_claims"]
