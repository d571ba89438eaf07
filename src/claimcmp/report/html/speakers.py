"""Who says what: every speaker whom the sources quote or report, matter by matter, with who reports it and how."""

from collections.abc import Iterable, Iterator, Sequence

from claimcmp.records import Attribution, Claim, Group
from claimcmp.report.html.contents import Contents, claim_place, group_place, quote_place
from claimcmp.report.html.markup import Html, element, isolated, join, lazy, link
from claimcmp.report.html.verdicts import write_matter
from claimcmp.report.notes import describe_attitude
from claimcmp.report.safe_text import cut
from claimcmp.report.wording import count

QUOTE_LENGTH = 220
"""Characters of a quote that are shown; the whole is a link away."""
ROWS_A_PART = 30
"""Matters of a speaker that are laid out together."""
Row = tuple[Group | None, list[Claim]]
"""A matter, if there is one, and what a speaker says of it."""
NOBODY = "nobody named"


def write_speakers(contents: Contents) -> Html:
    """Return a table for each speaker, those first whom most sources report, a row a matter."""
    tables = [_write_speaker(contents, name, claims) for name, claims in list_speakers(contents)]
    return join(tables) if tables else element("p", "No source reports what somebody says.", class_="nothing")


def list_speakers(contents: Contents) -> Sequence[tuple[str, Sequence[Claim]]]:
    """Return the speakers with their claims, those first whom most sources report, nobody named last."""
    said: dict[str, list[Claim]] = {}
    for claim in contents.comparison.claims:
        if claim.attributed_to is not None:
            said.setdefault(claim.attributed_to.name, []).append(claim)
    return sorted(said.items(), key=_most_reported_first)


def _most_reported_first(said: tuple[str, Sequence[Claim]]) -> tuple[bool, int, int, str]:
    name, claims = said
    return not name, -len({claim.source for claim in claims}), -len(claims), name


def _write_speaker(contents: Contents, name: str, claims: Sequence[Claim]) -> Html:
    by_matter: dict[str, Row] = {}
    for claim in claims:
        for group in contents.groups_of.get(claim.id, (None,)):
            by_matter.setdefault(group.id if group else "", (group, []))[1].append(claim)
    ordered = sorted(
        by_matter.values(), key=lambda item: contents.numbers[item[0].id] if item[0] else len(contents.numbers) + 1
    )
    sources = {claim.source for claim in claims}
    told = f"{count(len(claims), 'claim')} reported by {count(len(sources), 'source')}"
    return element(
        "section",
        element("h3", isolated(name or NOBODY), " ", element("small", told)),
        [element("div", lazy(_write_table(contents, part)), class_="rows") for part in _in_parts(ordered)],
        class_="speaker",
        data_groups=" ".join(group_place(group) for group, _ in ordered if group),
        data_topics=_topics(claims for group, claims in ordered if not group),
    )


def _in_parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for begun in range(0, len(rows), ROWS_A_PART):
        yield rows[begun : begun + ROWS_A_PART]


def _write_table(contents: Contents, rows: Iterable[Row]) -> Html:
    titles = "Matter", "What is said, and who reports it"
    return element(
        "table",
        element("thead", element("tr", *(element("th", title, scope="col") for title in titles)), class_="vh"),
        element("tbody", *(_write_row(contents, group, held) for group, held in rows)),
        class_="said",
    )


def _write_row(contents: Contents, group: Group | None, claims: Sequence[Claim]) -> Html:
    matter: Html = element("span", "no counterpart in another source", class_="silent")
    if group:
        matter = link(group_place(group), write_matter(group, contents.numbers[group.id]))
    lines = [element("li", *_tell_claim(claim, group)) for claim in claims]
    return element(
        "tr",
        element("th", matter, scope="row"),
        element("td", element("ul", *lines)),
        data_group=group_place(group) if group else None,
        data_topics=None if group else _topics([claims]),
    )


def _topics(many: Iterable[Sequence[Claim]]) -> str | None:
    """Return the topics of claims that are in no group, for the filters; None where there are no such claims."""
    topics = sorted({topic for claims in many for claim in claims for topic in claim.topics})
    return "\n".join(topics) or None


def _tell_claim(claim: Claim, group: Group | None) -> Iterator[Html | str]:
    target = quote_place(group, claim.id) if group else claim_place(claim.id)
    yield element("b", isolated(claim.source))
    yield " "
    yield link(target, isolated(cut(claim.text, QUOTE_LENGTH)), class_="said-quote")
    assert claim.attributed_to is not None
    notes = [_tell_how(claim.attributed_to), *list(describe_attitude(claim))[1:]]
    yield " "
    yield element("span", isolated(", ".join(notes)), class_="note")


def _tell_how(attribution: Attribution) -> str:
    how = "quoted" if attribution.kind == "direct" else "reported"
    cue = f" [{attribution.cue}]" if attribution.cue else ""
    stance = "" if attribution.stance == "neutral" else f", {attribution.stance}"
    via = f", by way of {', '.join(attribution.via)}" if attribution.via else ""
    return f"{how}{cue}{stance}{via}"
