"""Finds layout that only shows in several blocks together: teasers and sections of references."""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.blocks import Block

LONGEST_TEASER = 90
"""In words."""


def mark_teasers(text: str, blocks: Sequence[Block], kinds: list[str | None]) -> None:
    """Mark the teasers of other articles: heading, name and a few sentences without a blank line between them."""
    for number in range(2, len(blocks) - 1):
        heading, name, teaser = number - 1, number, number + 1
        same_paragraph = len({blocks[index].paragraph for index in (heading, name, teaser)}) == 1
        if (
            same_paragraph
            and blocks[heading].paragraph > 0
            and kinds[heading] == "heading"
            and kinds[name] in ("heading", "byline")
            and kinds[teaser] is None
            and len(text[blocks[name].start : blocks[name].end].split()) <= 5
            and len(text[blocks[teaser].start : blocks[teaser].end].split()) <= LONGEST_TEASER
        ):
            kinds[teaser] = "teaser"


def mark_reference_sections(text: str, blocks: Sequence[Block], kinds: list[str | None]) -> None:
    """Mark what stands under headings such as "References" as citations, up to the next heading."""
    names = frozenset(read_lexicon("layout")["sections"]["headings"])
    inside = False
    for number, block in enumerate(blocks):
        # What a whole text is called heads no section of it.
        titled = number == 0 or kinds[number] == "title"
        heads_section = not titled and text[block.start : block.end].strip("#: \t\r\n").lower() in names
        if kinds[number] in ("heading", "label") or heads_section:
            inside = heads_section
        elif inside and kinds[number] is None:
            kinds[number] = "citation"
