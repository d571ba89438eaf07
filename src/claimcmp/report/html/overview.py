"""The overview: topics by sources, each cell saying how a source stands to the others on a topic."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from claimcmp.records import Verdict
from claimcmp.report.arrangement import TopicView
from claimcmp.report.html.contents import Contents, Part, find_parts, topic_place
from claimcmp.report.html.markup import Html, element, hidden, isolated, join, link
from claimcmp.report.html.verdicts import write_badge
from claimcmp.report.safe_text import for_page
from claimcmp.report.wording import count

_WORDS: dict[Verdict, tuple[str, str]] = {
    "agree": ("agrees", "agree"),
    "compatible": ("compatible", "compatible"),
    "diverge": ("diverges", "diverge"),
    "mixed": ("mixed", "mixed"),
    "single-source": ("single-source", "single-source"),
}


def write_overview(contents: Contents) -> Html:
    """Return the matrix of topics and sources; every number leads to the groups that it counts."""
    if not contents.views:
        return element("p", "No topic to compare.", class_="nothing")
    return element(
        "div",
        element(
            "table",
            element("caption", hidden("Topics by sources: how each source stands to the others")),
            element("thead", element("tr", _corner(), *(_source_heading(contents, name) for name in contents.sources))),
            element("tbody", *(_row(contents, view) for view in contents.views)),
            class_="matrix",
        ),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label="Topics by sources",
    )


def _corner() -> Html:
    return element("th", "Topic", scope="col")


def _source_heading(contents: Contents, source: str) -> Html:
    published = [document.published for document in contents.comparison.documents if document.source == source]
    told = ", ".join(date for date in published[:2] if date) + (", …" if len(published) > 2 else "")
    return element("th", isolated(source), element("small", told), scope="col")


def _row(contents: Contents, view: TopicView) -> Html:
    verdicts = Counter(group.verdict for group in view.groups)
    counts = [
        link(
            topic_place(view.topic),
            write_badge(verdict, f"{n:,} {words[n != 1]}"),
            data_set=_query(topic=view.topic, verdict=verdict),
        )
        for verdict, words in _WORDS.items()
        if (n := verdicts[verdict])
    ]
    label = isolated(contents.labels.get(view.topic, view.topic))
    # A link must lead somewhere: where there is no group there is nothing to filter.
    heading = link(topic_place(view.topic), label, data_set=_query(topic=view.topic)) if view.groups else label
    told = join(*(join(one, " ") for one in counts)) if counts else _tell_nothing(view)
    header = element("th", heading, element("div", told, class_="counts"), scope="row")
    parts = [find_parts(group, contents.claims) for group in view.groups]
    cells = [element("td", *_cell(view, source, parts)) for source in contents.sources]
    return element("tr", header, *cells)


def _cell(view: TopicView, source: str, parts: Sequence[Mapping[str, Part]]) -> Iterator[Html]:
    claims = sum(claim.source == source for claim in view.claims)
    if not claims:
        yield element("span", "silent", class_="silent")
        return
    yield element("span", count(claims, "claim"), class_="number")
    held = [found[source] for found in parts if source in found]
    numbers = {
        "agree": ("✓", "agrees", sum(part.agrees for part in held)),
        "complementary": ("+", "adds", sum(part.adds for part in held)),
        "diverging": ("≠", "diverges", sum(part.diverges for part in held)),
    }
    for relation, (sign, words, n) in numbers.items():
        if n:
            yield _count(view.topic, source, sign, f"{words} {n:,}", relation)
    missing = sum(source in group.silent for group in view.groups)
    if missing:
        target = _query(topic=view.topic, source=f"!{source}")
        yield link(topic_place(view.topic), f"silent {missing:,}", class_="stand silent", data_set=target)
    if not held and view.groups:
        yield element("span", "no counterpart", class_="silent")


def _count(topic: str, source: str, sign: str, told: str, relation: str) -> Html:
    colour = {"agree": "agree", "complementary": "compatible", "diverging": "diverge"}[relation]
    return link(
        topic_place(topic),
        element("span", sign, aria_hidden="true"),
        " ",
        told,
        class_=f"stand {colour}",
        data_set=_query(topic=topic, source=source, relation=relation),
    )


def _query(**choices: str) -> str:
    """Return the filters that a link sets, as the page's script reads them."""
    return urlencode({name: for_page(value) for name, value in choices.items()})


def _tell_nothing(view: TopicView) -> str:
    if not view.claims:
        return "no claims"
    return "nothing to compare with" if len(view.sources) == 1 else "none on the same matter"
