"""The documents: their texts with every claim marked, and from each claim a way to its groups."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from claimcmp.records import Claim, DocumentSummary, Group
from claimcmp.report.html.contents import Contents, claim_place, document_place, quote_place
from claimcmp.report.html.markup import Html, element, isolated, join, lazy, link
from claimcmp.report.wording import count, show_sign

PART_LENGTH = 6_000
"""Characters after which a new part of a document begins."""

_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n[ \t\r]*\n|\s*\Z)", re.DOTALL)


def write_documents(contents: Contents) -> Html:
    """Return all documents; of one whose text is not known, its claims."""
    documents = contents.comparison.documents
    names = [link(document_place(document.name), isolated(_name(document))) for document in documents]
    return join(
        element("ul", *(element("li", name) for name in names), class_="list") if len(names) > 1 else None,
        [_write_document(contents, document) for document in documents],
    )


def _write_document(contents: Contents, document: DocumentSummary) -> Html:
    claims = sorted(
        (claim for claim in contents.comparison.claims if claim.document == document.name),
        key=lambda claim: (claim.start, -claim.end, claim.id),
    )
    text = contents.texts.get(document.name)
    body = _write_claims(contents, claims) if text is None else join(_write_parts(contents, text, claims))
    return element(
        "section",
        element("h3", isolated(_name(document)), id=document_place(document.name), tabindex=-1),
        element("p", *_tell_facts(document, len(claims)), class_="facts"),
        [element("p", isolated(note), class_="facts") for note in document.notes],
        element("div", body, class_="text"),
        class_="document",
        data_source=document.source,
    )


def _name(document: DocumentSummary) -> str:
    return document.title or document.source


def _tell_facts(document: DocumentSummary, claims: int) -> Iterator[Html | str]:
    source = document.source if document.title else None
    facts = [source, document.author, document.published, document.name]
    for fact in facts:
        if fact:
            yield isolated(fact)
            yield " · "
    yield f"{count(document.sentences, 'sentence')}, {count(claims, 'claim')}"
    if document.url:
        yield " · "
        yield _link_out(document.url)


def _link_out(url: str) -> Html:
    """Return a link to where a document was published; what is no web address is shown and leads nowhere."""
    try:
        safe = urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        safe = False
    if not safe:
        return isolated(url)
    return element("a", isolated(url), href=url, rel="noopener noreferrer", referrerpolicy="no-referrer")


def _write_parts(contents: Contents, text: str, claims: Sequence[Claim]) -> Iterator[Html]:
    """Yield the text in parts of whole paragraphs, each of which is laid out on its own."""
    begun, part = 0, list[Html]()
    for start, end, here in _paragraphs(text, claims):
        part.append(element("p", *_mark(contents, text, start, end, here), dir="auto"))
        if end - begun > PART_LENGTH:
            yield element("div", lazy(*part), class_="part")
            begun, part = end, []
    if part:
        yield element("div", lazy(*part), class_="part")


def _paragraphs(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, int, list[Claim]]]:
    """Yield the paragraphs with the claims that reach into them; claims come sorted by their start."""
    waiting, following = list[Claim](), 0
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        while following < len(claims) and claims[following].start < end:
            waiting.append(claims[following])
            following += 1
        waiting = [claim for claim in waiting if claim.end > start]
        yield start, end, list(waiting)


def _mark(contents: Contents, text: str, start: int, end: int, here: Sequence[Claim]) -> Iterator[Html | str]:
    """Yield a paragraph in pieces between the borders of claims; where one ends, the ways to its groups follow."""
    cuts = {start, end, *(cut for claim in here for cut in (claim.start, claim.end) if start < cut < end)}
    borders = sorted(cuts)
    for left, right in pairwise(borders):
        covering = [claim for claim in here if claim.start <= left and right <= claim.end]
        for claim in covering:
            if claim.start == left:
                yield element("a", id=claim_place(claim.id), class_="pin")
        piece = text[left:right]
        if covering:
            groups = [group for claim in covering for group in contents.groups_of.get(claim.id, ())]
            verdict = groups[-1].verdict if groups else "alone"
            places = " ".join(claim_place(claim.id) for claim in covering)
            yield element("span", piece, class_=f"claim {verdict}", data_c=places)
        else:
            yield piece
        for claim in covering:
            if claim.end == right:
                yield join(_ways(contents, claim))


def _ways(contents: Contents, claim: Claim) -> Iterable[Html]:
    for group in contents.groups_of.get(claim.id, ()):
        yield _way(group, contents.numbers[group.id], claim)


def _way(group: Group, number: int, claim: Claim) -> Html:
    told = f"group {number}, {group.verdict}: {group.matter}"
    return element(
        "sup",
        link(
            quote_place(group, claim.id),
            f"{show_sign(group)}{number}",
            class_=f"way {group.verdict}",
            title=told,
            aria_label=told,
        ),
    )


def _write_claims(contents: Contents, claims: Sequence[Claim]) -> Html:
    lines = [
        element(
            "li",
            element("a", id=claim_place(claim.id), class_="pin"),
            element("span", isolated(claim.text), class_="claim", data_c=claim_place(claim.id)),
            *_ways(contents, claim),
            element("small", f" {claim.start}–{claim.end}"),
        )
        for claim in claims
    ]
    return join(
        element("p", "The text of this document is not at hand; these are its claims.", class_="facts"),
        element("ul", *lines),
    )
