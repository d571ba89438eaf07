"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

from claimcmp.annotation import annotate
from claimcmp.checkable import is_checkable, measure_checkability
from claimcmp.looking import diff, show, verify
from claimcmp.skills import actors, attributions, dates, quantities, sentences, stance
from claimcmp.version import __version__
from claimcmp.workflow import ExtractOptions, compare, explain, explain_texts, extract, judge, select

__all__ = [
    "ExtractOptions",
    "__version__",
    "actors",
    "annotate",
    "attributions",
    "compare",
    "dates",
    "diff",
    "explain",
    "explain_texts",
    "extract",
    "is_checkable",
    "judge",
    "measure_checkability",
    "quantities",
    "select",
    "sentences",
    "show",
    "stance",
    "verify",
]
