"""A comparison with its documents, and pages of it in a real browser."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcmp.records import (
    Attribution,
    Claim,
    Comparison,
    Cue,
    DateRef,
    Decision,
    DocumentSummary,
    Evidence,
    Group,
    Measured,
    Pair,
    Quantity,
    SelfContradiction,
    Spread,
    Topic,
    Voice,
)
from claimcmp.report.html import format_html

TEXTS = {
    "post.txt": "The bridge at Ashford will open in May 2024, the mayor said. Its piers cost 12 million euros.\n\n"
    "Wheat did not suffer from the frost. Barley, which was sown late, froze. Nobody counts oats.",
    "gazette.txt": "The bridge at Ashford may open in July 2024. The piers of the bridge cost about 15 million euros.\n\n"
    "Wheat suffered from the frost.",
    "ministry.txt": "Wheat has suffered from the frost in the south.\n\nRye did well. Rye did not do well.",
}
SOURCES = {"post.txt": "Harbour Post", "gazette.txt": "River Gazette", "ministry.txt": "Ministry of Farming"}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

MakePage = Callable[..., Any]


def _find(document: str, words: str) -> tuple[int, int]:
    start = TEXTS[document].index(words)
    return start, start + len(words)


def _claim(name: str, document: str, words: str, topic: str, **fields: Any) -> Claim:
    start, end = _find(document, words)
    return Claim(
        id=name,
        document=document,
        source=SOURCES[document],
        published="2024-02" if document == "post.txt" else "2024-03-05",
        start=start,
        end=end,
        text=words,
        sentence_start=start,
        sentence_end=TEXTS[document].index(".", end - 1) + 1,
        topics=(topic,),
        **fields,
    )


def _cue(document: str, words: str) -> Cue:
    return Cue(words, *_find(document, words))


def _amount(document: str, words: str, value: float) -> Quantity:
    return Quantity(words, *_find(document, words), value, value, value, "EUR")


def _date(document: str, words: str, iso: str) -> DateRef:
    return DateRef(words, *_find(document, words), iso, "month")


CLAIMS = (
    _claim(
        "p-open",
        "post.txt",
        "The bridge at Ashford will open in May 2024",
        "bridge",
        attributed_to=Attribution(
            "the mayor", *_find("post.txt", "the mayor"), "said", "indirect", cue_start=55, cue_end=59
        ),
        modality="predicted",
        modality_cue=_cue("post.txt", "will"),
        dates=(_date("post.txt", "May 2024", "2024-05"),),
    ),
    _claim(
        "p-cost",
        "post.txt",
        "Its piers cost 12 million euros",
        "bridge",
        quantities=(_amount("post.txt", "12 million euros", 12e6),),
        resolved="The bridge's piers cost 12 million euros",
    ),
    _claim(
        "p-wheat",
        "post.txt",
        "Wheat did not suffer from the frost.",
        "harvest",
        polarity="negated",
        polarity_cue=_cue("post.txt", "not"),
    ),
    _claim(
        "p-barley",
        "post.txt",
        "Barley, which was sown late, froze.",
        "harvest",
        gaps=(_find("post.txt", "which was sown late"),),
    ),
    _claim("p-sown", "post.txt", "which was sown late", "harvest"),
    _claim(
        "g-open",
        "gazette.txt",
        "The bridge at Ashford may open in July 2024.",
        "bridge",
        modality="hedged",
        modality_cue=_cue("gazette.txt", "may"),
        dates=(_date("gazette.txt", "July 2024", "2024-07"),),
    ),
    _claim(
        "g-cost",
        "gazette.txt",
        "The piers of the bridge cost about 15 million euros.",
        "bridge",
        quantities=(_amount("gazette.txt", "about 15 million euros", 15e6),),
    ),
    _claim("g-wheat", "gazette.txt", "Wheat suffered from the frost.", "harvest"),
    _claim("m-wheat", "ministry.txt", "Wheat has suffered from the frost in the south.", "harvest"),
    _claim("m-rye", "ministry.txt", "Rye did well.", "harvest"),
    _claim("m-no-rye", "ministry.txt", "Rye did not do well.", "harvest", polarity="negated"),
)


def _pair(a: str, b: str, relation: Any, reason: str) -> Pair:
    return Pair(a, b, relation, f"rule-of-{relation}", reason, 0.5, Evidence(0.5), 0.75)


def _voices(*claims: str) -> tuple[Voice, ...]:
    by_id = {claim.id: claim for claim in CLAIMS}
    return tuple(Voice(by_id[claim].source, (by_id[claim].source,), (claim,)) for claim in claims)


GROUPS = (
    Group(
        id="bridge-1",
        topic="bridge",
        matter="when the bridge opens",
        verdict="diverge",
        differs_in=("certainty", "date"),
        claims=("p-open", "g-open"),
        sources=("Harbour Post", "River Gazette"),
        silent=("Ministry of Farming",),
        pairs=(_pair("p-open", "g-open", "differ-in-date", "May 2024 against July 2024"),),
        voices=_voices("p-open", "g-open"),
    ),
    Group(
        id="bridge-2",
        topic="bridge",
        matter="what the piers cost",
        verdict="diverge",
        differs_in=("number",),
        claims=("p-cost", "g-cost"),
        sources=("Harbour Post", "River Gazette"),
        silent=("Ministry of Farming",),
        pairs=(_pair("p-cost", "g-cost", "differ-in-number", "12 million against 15 million"),),
        voices=_voices("p-cost", "g-cost"),
        spreads=(
            Spread(
                "EUR",
                None,
                12e6,
                15e6,
                13.5e6,
                (
                    Measured("Harbour Post", 12e6, ("12 million euros",)),
                    Measured("River Gazette", 15e6, ("about 15 million euros",)),
                ),
            ),
        ),
        decisions=(Decision("Ada", "relabel", was="piers", note="the piers only, not the deck"),),
    ),
    Group(
        id="harvest-1",
        topic="harvest",
        matter="frost and wheat",
        verdict="mixed",
        differs_in=("content",),
        claims=("p-wheat", "g-wheat", "m-wheat"),
        sources=("Harbour Post", "River Gazette", "Ministry of Farming"),
        silent=(),
        pairs=(
            _pair("p-wheat", "g-wheat", "contradict", 'Harbour Post denies [not] what the other affirms: "suffer"'),
            _pair("p-wheat", "m-wheat", "contradict", "Harbour Post denies [not] what the other affirms"),
            _pair("g-wheat", "m-wheat", "agree", "nothing clashes"),
        ),
        voices=_voices("p-wheat", "g-wheat", "m-wheat"),
    ),
)


@pytest.fixture
def documents() -> dict[str, str]:
    """The documents' texts by name."""
    return dict(TEXTS)


@pytest.fixture
def farming() -> Comparison:
    """Two topics, three sources, three groups: one differs in date, one in number, one is mixed."""
    return Comparison(
        documents=tuple(
            DocumentSummary(
                name, source, None, None, None, f"https://example.org/{name}", None, "", 4, 3, path=f"in/{name}"
            )
            for name, source in SOURCES.items()
        ),
        topics=(Topic("bridge", "The bridge"), Topic("harvest", "The harvest"), Topic("fish", "Fishing")),
        claims=CLAIMS,
        groups=GROUPS,
        unmatched=("p-barley", "p-sown", "m-rye", "m-no-rye"),
        pairs_examined=7,
        settings={"threshold": 0.23, "topics": ["bridge", "harvest"]},
        self_contradictions=(
            SelfContradiction(
                "harvest",
                "Ministry of Farming",
                _pair("m-rye", "m-no-rye", "contradict", "one denies what the other says"),
            ),
        ),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window; tests that need it are skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (it is in the dev extra)")
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path, farming: Comparison, documents: dict[str, str]) -> Iterator[MakePage]:
    """Opens a comparison from disk; what the page asks for and complains of is in ``page.asked`` and ``page.said``."""
    opened = []

    def make(
        comparison: Comparison = farming,
        texts: dict[str, str] = documents,
        *,
        place: str = "",
        **settings: Any,
    ) -> Any:
        file = tmp_path / "report.html"
        file.write_text(format_html(comparison, texts), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "offline": True, **settings})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: page.said.append(dialog.message))
        page.goto(f"{file.as_uri()}{place}")
        return page

    yield make
    for context in opened:
        context.close()
