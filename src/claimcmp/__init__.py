"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

from claimcmp.workflow import compare, extract, judge, sentences

__version__ = "0.1.0"

__all__ = ["__version__", "compare", "extract", "judge", "sentences"]
