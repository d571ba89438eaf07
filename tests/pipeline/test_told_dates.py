"""Which year a day without one has: that of the passage, or the one nearest to the publication."""

import pytest

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.records import Document

NEWS = "2026-06-09"


def read_last(text: str, published: str | None) -> str | None:
    """Return the last date of a document."""
    document = Document("a", text, "A", published=published)
    return load_plain_analyser().find_facts(document).dates[-1].iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        # The sentence before tells it, of the past.
        ("The mill was founded in 1999. It burned down on 7 July.", "1999-07-07"),
        ("The dam broke on 12 May 2015. In September it was mended. In October it broke again.", "2015-10"),
        # What is in another paragraph or two sentences before does not.
        ("The mill was founded in 1999.\n\nIt burned down on 7 July.", "2025-07-07"),
        ("The mill was founded in 1999. It was loved. It burned down on 7 July.", "2025-07-07"),
        # What is to come is not of a year that is over, and news of this year leaves its year out.
        ("The mill was founded in 1999. It will close on 7 July.", "2026-07-07"),
        ("The mill was founded in 1999. It closed on 7 May.", "2026-05-07"),
    ],
)
def test_news_is_of_the_year_next_to_its_publication(text: str, iso: str) -> None:
    assert read_last(text, NEWS) == iso


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("The mill was founded in 1999. It burned down on 7 July.", None, "1999-07-07"),
        ("The mill was founded in 1999. It was loved. It burned down on 7 July.", None, "--07-07"),
        ("The mill burned down on 7 July 1999.\n\nIn August it was rebuilt.", None, "1999-08"),
        ("The mill burned down on 7 July 1999.\n\nIn March it was rebuilt.", None, "--03"),
        ("The mill burned down on 7 July 1999.\n\nIn August it was rebuilt.", "2004-10", "1999-08"),
        ("The mill burned down on 7 July 1999.\n\nIn August it was rebuilt.", "2004-10-01", "2004-08"),
        ("The mill fire of 1999\n\nIt began on 7 July.", None, "1999-07-07"),
        ("The Mills Act of 1999\n\nIt was passed on 7 July.", None, "--07-07"),
    ],
)
def test_chronicles_go_on_with_their_year(text: str, published: str | None, iso: str) -> None:
    assert read_last(text, published) == iso
