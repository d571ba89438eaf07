"""Comparisons and extractions as text for people and programs; nothing here reads, prints or logs."""

from claimcmp.report.annotation import format_annotation, format_annotation_json, summarise_annotation
from claimcmp.report.changes import format_difference, summarise_difference
from claimcmp.report.closer import format_view
from claimcmp.report.decisions import summarise_review, tell_rejected, tell_stale
from claimcmp.report.evaluating import format_evaluation, format_evaluation_json
from claimcmp.report.explaining import format_explanation
from claimcmp.report.formats import FORMATS, Form, FormatOptions, check_ending, find_format, format_comparison
from claimcmp.report.layouts import LAYOUTS
from claimcmp.report.project_files import ACTORS, format_sources_toml
from claimcmp.report.review_screen import format_agreement, format_group_for_review
from claimcmp.report.safe_text import for_screen
from claimcmp.report.summary import summarise_comparison, summarise_extraction
from claimcmp.report.topic_lists import (
    format_problems,
    format_proposals,
    format_proposals_json,
    format_topics,
    format_topics_json,
)
from claimcmp.report.topics_toml import format_topics_toml
from claimcmp.report.verification import format_verification, summarise_verification
from claimcmp.report.wording import count, unknown_name

__all__ = [
    "ACTORS",
    "FORMATS",
    "LAYOUTS",
    "Form",
    "FormatOptions",
    "check_ending",
    "count",
    "find_format",
    "for_screen",
    "format_agreement",
    "format_annotation",
    "format_annotation_json",
    "format_comparison",
    "format_difference",
    "format_evaluation",
    "format_evaluation_json",
    "format_explanation",
    "format_group_for_review",
    "format_problems",
    "format_proposals",
    "format_proposals_json",
    "format_sources_toml",
    "format_topics",
    "format_topics_json",
    "format_topics_toml",
    "format_verification",
    "format_view",
    "summarise_annotation",
    "summarise_comparison",
    "summarise_difference",
    "summarise_extraction",
    "summarise_review",
    "summarise_verification",
    "tell_rejected",
    "tell_stale",
    "unknown_name",
]
