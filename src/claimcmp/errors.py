"""Errors that a user can mend; every message says where, what, and the way out."""


class ClaimcmpError(Exception):
    """The root of all errors that claimcmp raises on purpose."""


class UsageError(ClaimcmpError):
    """Raised when an option or argument asks for something that does not exist."""


class SourceError(ClaimcmpError):
    """Raised when documents, sources.toml or topics.toml cannot be used as they are."""


class PipelineError(ClaimcmpError):
    """Raised when the language pipeline cannot be put together."""


class StoreError(ClaimcmpError):
    """Raised when a claims folder cannot be read or written."""


class ReportError(ClaimcmpError):
    """Raised when a comparison cannot be written in the form that was asked for."""
