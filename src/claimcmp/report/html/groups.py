"""The groups: the quotes of all sources side by side, what is said of them and why."""

from collections.abc import Iterable, Iterator

from claimcmp.records import COMPATIBLE, Claim, Group, SelfContradiction
from claimcmp.report.arrangement import TopicView, locate, unique
from claimcmp.report.decisions import tell_rejected
from claimcmp.report.html.contents import Contents, claim_place, diverging, group_place, quote_place, topic_place
from claimcmp.report.html.dates import dates_place
from claimcmp.report.html.marks import find_differing, find_named, mark_quote
from claimcmp.report.html.markup import Html, element, isolated, join, lazy, link
from claimcmp.report.html.ranges import write_ranges
from claimcmp.report.html.verdicts import write_group_badge
from claimcmp.report.judgements import Judgement, find_judgements
from claimcmp.report.notes import describe_claim
from claimcmp.report.standing import tell_consensus, tell_copy, tell_decisions, tell_shared_voices
from claimcmp.report.wording import RELATION_WORDS, count, find_respects, tell_reasons

JUDGEMENTS_OPEN = 4
"""Judgements of a group that are seen at once; the others unfold."""
FEWEST_VOICES = 2
"""Of two voices the relation says all; a majority needs more."""


def write_groups(contents: Contents) -> Html:
    """Return all groups under their topics, then what documents copied and what reviewers took apart."""
    return join(
        [_write_topic(contents, view) for view in contents.views],
        _write_list("Copied passages, one voice each", map(tell_copy, contents.comparison.copies)),
        _write_list("Taken apart by review", map(tell_rejected, contents.comparison.rejected)),
    )


def _write_list(heading: str, told: Iterable[str]) -> Html | None:
    lines = [element("li", isolated(line)) for line in told]
    return element("section", element("h3", heading), element("ul", *lines), class_="apart") if lines else None


def _write_topic(contents: Contents, view: TopicView) -> Html:
    label = contents.labels.get(view.topic, view.topic)
    return element(
        "section",
        element("h3", isolated(label), id=topic_place(view.topic), tabindex=-1),
        [_write_group(contents, group) for group in view.groups],
        [_write_clash(contents, found) for found in view.self_contradictions],
        element("p", _tell_rest(view), class_="rest"),
        class_="topic",
        data_topic=view.topic,
    )


def _tell_rest(view: TopicView) -> str:
    told = [] if view.groups else ["No claims." if not view.claims else "None on the same matter."]
    if view.unmatched:
        told.append(f"{count(view.unmatched, 'claim')} found no counterpart.")
    if view.unjudged:
        reasons = tell_reasons(pair.reason for pair in view.unjudged)
        told.append(f"{count(len(view.unjudged), 'similar pair')} not judged: {reasons}.")
    return " ".join(told)


def _write_group(contents: Contents, group: Group) -> Html:
    place = group_place(group)
    respects = find_respects(group)
    differs = f"in {', '.join(respects)}" if respects else None
    heading = element(
        "h4",
        link(place, f"{contents.numbers[group.id]}", class_="no", title=group.id),
        " ",
        isolated(group.matter),
        id=f"{place}-h",
    )
    verdict = [write_group_badge(group), element("span", differs, class_="in") if differs else None]
    head = element(
        "header",
        element("div", *verdict, class_="verdict"),
        element("div", heading, element("p", *_separate(_tell_standing(group)), class_="standing")),
    )
    return element(
        "article",
        head,
        lazy(
            element("div", *_write_sides(contents, group), class_="sides"),
            write_ranges(group),
            _write_judgements(contents, group),
            _write_decisions(group),
        ),
        class_=f"group {group.verdict}",
        id=place,
        tabindex=-1,
        aria_labelledby=f"{place}-h",
    )


def _write_sides(contents: Contents, group: Group) -> Iterator[Html]:
    differing, named = find_differing(group), find_named(group)
    copied = {claim for voice in group.voices for claim in voice.copies}
    for source in unique([*group.sources, *(contents.claims[claim].source for claim in group.claims)]):
        claims = [contents.claims[claim] for claim in group.claims if contents.claims[claim].source == source]
        quotes = [
            _write_quote(
                contents,
                group,
                claim,
                differing.get(claim.id, frozenset()),
                named.get(claim.id, frozenset()),
                copied=claim.id in copied,
            )
            for claim in claims
        ]
        published = unique(claim.published for claim in claims if claim.published)
        head = element("h5", isolated(source), element("small", ", ".join(published)))
        if quotes:
            yield element("div", head, *quotes, class_="side")


def _write_quote(
    contents: Contents, group: Group, claim: Claim, differing: frozenset[str], named: frozenset[str], *, copied: bool
) -> Html:
    quote = mark_quote(claim, contents.texts.get(claim.document), differing=differing, named=named)
    notes = [
        *describe_claim(claim, topic=group.topic),
        *_tell_facts(claim),
        *(["same words as another"] if copied else []),
    ]
    reads = claim.resolved if claim.resolved and claim.resolved != claim.text else None
    return element(
        "figure",
        element("blockquote", quote),
        element("p", element("span", "reads ", class_="label"), isolated(reads), class_="reads") if reads else None,
        element(
            "figcaption",
            [element("span", isolated(note), class_="note") for note in notes],
            link(claim_place(claim.id), isolated(locate(claim)), class_="place", title=claim.id),
        ),
        id=quote_place(group, claim.id),
        tabindex=-1,
        class_="copy" if copied else None,
    )


def _tell_facts(claim: Claim) -> Iterator[str]:
    amounts = unique(quantity.text for quantity in claim.quantities)
    if amounts:
        yield f"{'amount' if len(amounts) == 1 else 'amounts'} [{', '.join(amounts)}]"
    dates = unique(date.text for date in claim.dates if date.of == "event")
    if dates:
        yield f"{'date' if len(dates) == 1 else 'dates'} [{', '.join(dates)}]"


def _tell_standing(group: Group) -> Iterator[Html]:
    if len(group.voices) > FEWEST_VOICES:
        yield isolated(tell_consensus(group))
    for shared in tell_shared_voices(group):
        yield join("one voice: ", isolated(shared))
    if group.silent:
        yield join("silent here: ", isolated(", ".join(group.silent)))
    if any(pair.relation == "differ-in-date" for pair in diverging(group)):
        yield link(dates_place(group), "dates on a line")
    if group.pairs_hidden:
        yield join(f"{count(group.pairs_hidden, 'pair')} hidden by filters; the verdict is that over all pairs")


def _separate(parts: Iterable[Html]) -> Iterator[Html | str]:
    for position, part in enumerate(parts):
        if position:
            yield " · "
        yield part


def _write_judgements(contents: Contents, group: Group) -> Html | None:
    judgements = find_judgements(group, contents.claims)
    if not judgements:
        return None
    lines = [_write_judgement(judgement) for judgement in judgements]
    shown, folded = lines[:JUDGEMENTS_OPEN], lines[JUDGEMENTS_OPEN:]
    more = element("details", element("summary", f"{count(len(folded), 'more judgement')}"), element("ul", *folded))
    return element("div", element("ul", *shown), more if folded else None, class_="judgements")


def _write_judgement(judgement: Judgement) -> Html:
    compatible = judgement.relation in COMPATIBLE
    return element(
        "li",
        element("span", "=" if compatible else "≠", class_="sign", aria_hidden="true"),
        element(
            "span",
            element("b", RELATION_WORDS[judgement.relation]),
            ": ",
            isolated(judgement.who),
            " — ",
            isolated(judgement.reason.rstrip(".")),
            element("small", f" rule {judgement.rule} · {judgement.score} · {judgement.confidence}"),
        ),
        class_="agree" if compatible else "diverge",
    )


def _write_decisions(group: Group) -> Html | None:
    lines = [element("li", isolated(told)) for told in tell_decisions(group)]
    return element("ul", *lines, class_="decisions", aria_label="Decisions of reviewers") if lines else None


def _write_clash(contents: Contents, found: SelfContradiction) -> Html:
    pair = found.pair
    quotes = [
        element(
            "figure",
            element("blockquote", mark_quote(claim, contents.texts.get(claim.document))),
            element("figcaption", link(claim_place(claim.id), isolated(locate(claim)), class_="place")),
        )
        for claim in (contents.claims[pair.a], contents.claims[pair.b])
    ]
    return element(
        "aside",
        element("h4", "! ", isolated(found.source), " contradicts itself"),
        element("div", *(element("div", quote, class_="side") for quote in quotes), class_="sides"),
        element(
            "p",
            element("b", RELATION_WORDS[pair.relation]),
            ": ",
            isolated(pair.reason),
            element("small", f" rule {pair.rule} · confidence {pair.confidence:.2f}"),
        ),
        class_="clash",
        data_source=found.source,
    )
