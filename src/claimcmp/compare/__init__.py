"""The comparison stage: claims in, groups of claims on one matter out. Pure: records in, records out.

Its modules are imported where they are needed, because they load numpy.
"""

from claimcmp.compare.options import CompareOptions

__all__ = ["CompareOptions"]
