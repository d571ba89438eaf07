"""The page as a whole: one file with its style, its script and all documents in it, which loads nothing."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claimcmp.records import RELATIONS, Comparison
from claimcmp.report.html.contents import Contents, gather, group_place
from claimcmp.report.html.dates import has_dates, write_dates
from claimcmp.report.html.documents import write_documents
from claimcmp.report.html.frame import write_footer, write_help, write_legend, write_rail
from claimcmp.report.html.groups import write_groups
from claimcmp.report.html.markup import Html, data_block, element, join
from claimcmp.report.html.overview import write_overview
from claimcmp.report.html.speakers import list_speakers, write_speakers
from claimcmp.report.safe_text import for_page

_EARLY = "document.documentElement.classList.add('js')"
"""Runs before the body is read, so that a long page does not show all its views first."""


def format_html(comparison: Comparison, texts: Mapping[str, str]) -> str:
    """Return the comparison as a page; ``texts`` has the documents' texts, those missing are not shown."""
    contents = gather(comparison, texts)
    views = (
        ("overview", "Overview", None, write_overview(contents)),
        ("groups", "Groups", len(contents.groups), join(write_legend(), write_groups(contents))),
        ("speakers", "Who says what", len(list_speakers(contents)), write_speakers(contents)),
        ("dates", "Dates", has_dates(contents.groups), write_dates(contents)),
        ("documents", "Documents", len(comparison.documents), write_documents(contents)),
    )
    sections = [
        element(
            "section",
            element("h2", title, id=f"{name}-h", tabindex=-1),
            body,
            id=name,
            class_="view on" if position == 0 else "view",
            aria_labelledby=f"{name}-h",
        )
        for position, (name, title, _, body) in enumerate(views)
    ]
    body = element(
        "body",
        element("a", "Skip to the content", href="#main", class_="skip"),
        write_rail(contents, [(name, title, n) for name, title, n, _ in views]),
        element("main", *sections, id="main", tabindex=-1),
        write_footer(comparison),
        write_help(),
        data_block("index", _index(contents)),
        _script(_asset("report.js")),
    )
    return f"<!doctype html>\n{element('html', _head(comparison), body, lang='en')}\n"


def _head(comparison: Comparison) -> Html:
    style = _asset("report.css")
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(_EARLY)} {_hash(_asset('report.js'))}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    topics = ", ".join(topic.label or topic.id for topic in comparison.topics[:3])
    return element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"What the sources say: {topics}" if topics else "What the sources say"),
        Html(f"<style>{style}</style>"),
        _script(_EARLY),
    )


def _index(contents: Contents) -> dict[str, object]:
    """Return what the filters look at: per group its topic, verdict, sources, and which of them a pair relates.

    Names are as the page shows them, so that they are those of the choices.
    """
    sources = {source: number for number, source in enumerate(contents.sources)}
    return {
        "sources": [for_page(source) for source in contents.sources],
        "relations": list(RELATIONS),
        "groups": [
            {
                "id": group_place(group),
                "topic": for_page(group.topic),
                "verdict": group.verdict,
                "sources": sorted({sources[contents.claims[claim].source] for claim in group.claims}),
                "silent": [sources[source] for source in group.silent if source in sources],
                "pairs": sorted(
                    {
                        (
                            sources[contents.claims[pair.a].source],
                            sources[contents.claims[pair.b].source],
                            RELATIONS.index(pair.relation),
                        )
                        for pair in group.pairs
                        if pair.independent
                    }
                ),
            }
            for group in contents.groups
        ],
    }


@cache
def _asset(name: str) -> str:
    return (files("claimcmp.report.html") / "assets" / name).read_text(encoding="utf-8")


def _script(text: str) -> Html:
    return Html(f"<script>{text}</script>")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
