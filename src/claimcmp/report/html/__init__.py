"""A comparison as one HTML page that needs nothing else."""

from claimcmp.report.html.page import format_html

__all__ = ["format_html"]
