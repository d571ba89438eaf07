"""Comparisons and extractions as text for people and programs; nothing here reads, prints or logs."""

from claimcmp.report.formats import FORMATS, LAYOUTS, FormatOptions, Writer, format_comparison
from claimcmp.report.summary import summarise_comparison, summarise_extraction
from claimcmp.report.wording import count

__all__ = [
    "FORMATS",
    "LAYOUTS",
    "FormatOptions",
    "Writer",
    "count",
    "format_comparison",
    "summarise_comparison",
    "summarise_extraction",
]
