"""Finds layout that only shows in several blocks together: headlines, teasers and sections of references."""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.blocks import Block

LONGEST_TEASER = 90
"""In words."""
LONGEST_HEADLINE = 30
"""In words."""


def is_kicker(text: str) -> bool:
    """Tell whether a line names the kind of text or the part of the paper, above the headline: "OPINION"."""
    return text.strip("*_#:| \t").lower() in read_lexicon("layout")["kickers"]["words"]


def mark_headlines(text: str, blocks: Sequence[Block], kinds: list[str | None], sentences: Sequence[int]) -> None:
    """Mark the one sentence right above the byline that opens a text as its title, and what stands over a title."""
    kicker = is_kicker(text[blocks[0].body : blocks[0].end]) if blocks else False
    number = 1 if kicker else 0
    if number + 1 < len(blocks) and kinds[number] is None and kinds[number + 1] == "byline":
        words = len(text[blocks[number].start : blocks[number].end].split())
        if sentences[number] == 1 and words <= LONGEST_HEADLINE:
            kinds[number] = "title"
    if kicker and len(kinds) > 1 and kinds[1] == "title":
        kinds[0] = "label"


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
