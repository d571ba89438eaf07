"""The comparison stage: claims in, groups of claims on one matter out. Pure: records in, records out.

Its folders are the steps, each built on those before it: features, matching, rules, voices, grouping; the comparator
takes them in turn. Its modules are imported where they are needed, because they load numpy.
"""

from claimcmp.compare.options import CompareOptions

__all__ = ["CompareOptions"]
