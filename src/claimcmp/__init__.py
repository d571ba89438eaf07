"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

from claimcmp.version import __version__
from claimcmp.workflow import ExtractOptions, compare, explain, explain_texts, extract, judge, select, sentences

__all__ = [
    "ExtractOptions",
    "__version__",
    "compare",
    "explain",
    "explain_texts",
    "extract",
    "judge",
    "select",
    "sentences",
]
