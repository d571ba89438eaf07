"""claimcmp: extract claims by topic from several documents and compare what their sources say."""

__version__ = "0.1.0"
