"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

from claimcmp.version import __version__
from claimcmp.workflow import ExtractOptions, compare, extract, judge, sentences

__all__ = ["ExtractOptions", "__version__", "compare", "extract", "judge", "sentences"]
