"""The Python API: extract claims from documents, compare them, judge two texts.

The language pipeline and the comparator are loaded on first use; importing this package loads neither spaCy nor numpy.
"""

from claimcmp.workflow.comparison import compare, count_left_aside
from claimcmp.workflow.extraction import ExtractOptions, Progress, extract
from claimcmp.workflow.judgment import explain, explain_texts, judge
from claimcmp.workflow.names import find_claim
from claimcmp.workflow.selection import find_filters, select

__all__ = [
    "ExtractOptions",
    "Progress",
    "compare",
    "count_left_aside",
    "explain",
    "explain_texts",
    "extract",
    "find_claim",
    "find_filters",
    "judge",
    "select",
]
