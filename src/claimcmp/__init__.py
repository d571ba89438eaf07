"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

from claimcmp.version import __version__
from claimcmp.workflow import compare, extract, judge, sentences

__all__ = ["__version__", "compare", "extract", "judge", "sentences"]
