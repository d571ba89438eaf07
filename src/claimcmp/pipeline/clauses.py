"""Finds the clauses of a sentence that assert something of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.pipeline.attributes import is_claim, set_attributes
from claimcmp.pipeline.clause_roles import NOBODY, Roles
from claimcmp.pipeline.emphasis import take_in_marks
from claimcmp.pipeline.moods import asks, commands, evades, only_names, wonders
from claimcmp.pipeline.parse import RELATIVES, Parse, read_parse
from claimcmp.pipeline.predicates import find_predicates

CLAUSES = "claimcmp_clauses"

CURRENCIES = frozenset("$€£¥₹₽₩")
PAIRS = (("“", "”"), ('"', '"'), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that is a claim, as offsets into the Doc's text."""

    start: int
    end: int
    head: int
    """Index of the token that heads it."""
    gaps: tuple[tuple[int, int], ...] = ()
    """Stretches within it that belong to clauses of their own, or to a frame such as "he said"."""
    frame: int | None = None
    """Index of the token that heads the frame it is the content of, "said"; null where it has none."""
    words: tuple[int, ...] = ()
    """Indexes of its own tokens, those of the gaps left out."""
    frames: tuple[int, ...] = ()
    """Indexes of the heads of all frames that it stands in, the outermost first: "tried", "argue"."""
    frame_words: tuple[int, ...] = ()
    """Indexes of the words of these frames that are no claim's own: "said on Tuesday"."""


@Language.factory(CLAUSES, requires=["doc.sents", "token.dep", "span._.topic_evidence"], assigns=["span._.clauses"])
def make_clauses(nlp: Language, name: str) -> "ClauseFinder":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return ClauseFinder(name)


class ClauseFinder:
    """Sets ``sent._.clauses`` on sentences that are claims."""

    def __init__(self, name: str = CLAUSES):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the clauses of the sentences of ``doc``."""
        for sent in doc.sents:
            if is_claim(sent):
                parse = read_parse(sent)
                sent._.clauses = [_to_plain(parse, clause) for clause in find_clauses(parse, led=doc._.led is not None)]
        return doc


def find_clauses(parse: Parse, *, led: bool = False) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in the order of their starts; none where it only asks or commands.

    What is ``led`` is an item of a list that tells what somebody will or should do: no command.
    """
    roles = Roles(parse)
    members: dict[int, list[int]] = {}
    for number, owner in enumerate(roles.owners):
        if owner != NOBODY:
            members.setdefault(owner, []).append(number)
    claims = {head: own for head, own in members.items() if _claims(parse, head, own, led=led)}
    whole = len(claims) == 1
    claims = {head: own for head, own in claims.items() if not only_names(parse, head, own, whole=whole)}
    if len(claims) == 1 and NOBODY not in roles.owners and len(members) == 1:
        head, own = next(iter(claims.items()))
        end = parse.start + len(parse.text)
        frames = _find_frames(roles, head)
        return (
            Clause(
                parse.start,
                end,
                parse.offset + head,
                words=_to_indexes(parse, own),
                frames=_to_indexes(parse, frames),
            ),
        )
    found = (_make_clause(parse, roles, head, own) for head, own in claims.items())
    return tuple(sorted((clause for clause in found if clause), key=lambda clause: (clause.start, clause.end)))


def _claims(parse: Parse, head: int, own: Sequence[int], *, led: bool) -> bool:
    if asks(parse, head, own) or wonders(parse, head) or evades(parse, head, own):
        return False
    return led or not commands(parse, head)


def _make_clause(parse: Parse, roles: Roles, head: int, own: Sequence[int]) -> Clause | None:
    own = _trim(parse, head, own)
    if not own:
        return None
    words = parse.words
    gaps = tuple((words[first].start, words[last].end) for first, last in _find_gaps(parse, own))
    frames = _find_frames(roles, head)
    outside = [frame for frame in frames if roles.owners[frame] == NOBODY]
    begin, last = _find_edges(parse, own)
    start, end = take_in_marks(parse.text, words[begin].start - parse.start, words[last].end - parse.start)
    return Clause(
        parse.start + start,
        parse.start + end,
        parse.offset + head,
        gaps,
        parse.offset + outside[0] if outside else None,
        _to_indexes(parse, own),
        _to_indexes(parse, frames),
        _to_indexes(parse, _find_frame_words(roles, frames)),
    )


def _find_frames(roles: Roles, head: int) -> list[int]:
    """Return the heads of the frames that a clause stands in, the outermost first.

    A conjunct of a content is a content too: "said that prices rose and wages fell".
    """
    parse = roles.parse
    content = head if head in roles.framed else parse.first_conjunct(head)
    if content not in roles.framed:
        return []
    return sorted(
        (frame.head for frame in roles.frames.values() if content in frame.contents),
        key=lambda number: parse.order.index(number),
    )


def _find_frame_words(roles: Roles, frames: Sequence[int]) -> list[int]:
    """Return the words that are said with frames and belong to no claim."""
    said = set(frames)
    for number in roles.parse.order:
        if roles.owners[number] == NOBODY and roles.parse.words[number].head in said:
            said.add(number)
    return sorted(number for number in said if roles.owners[number] == NOBODY)


def _trim(parse: Parse, head: int, own: Sequence[int]) -> Sequence[int]:
    """Drop what only joins a clause to others at its edges: signs, "and", "although"."""
    first, last = 0, len(own)
    while first < last and (_only_joins(parse, head, own[first]) or _has_moved(parse, own[first:last])):
        first += 1
    while first < last and not any(map(str.isalnum, parse.words[own[last - 1]].text)):
        last -= 1
    return own[first:last]


def _find_edges(parse: Parse, own: Sequence[int]) -> tuple[int, int]:
    """Return the first and last word of a clause with the sign beside an edge whose counterpart is inside.

    Quotation marks and brackets come in pairs; their halves may hang on any word around.
    """
    first, last = own[0], own[-1]
    texts = [word.text for word in parse.words[first : last + 1]]
    for opening, closing in PAIRS:
        opened, closed = texts.count(opening), texts.count(closing)
        alone = opened % 2 if opening == closing else opened - closed
        behind = [word.text for word in parse.words[last + 1 : last + 3]]
        if alone > 0 and closing in behind:
            last += behind.index(closing) + 1
        elif alone and first and parse.words[first - 1].text == opening:
            first -= 1
    return first, last


def _only_joins(parse: Parse, head: int, number: int) -> bool:
    word = parse.words[number]
    if not any(map(str.isalnum, word.text)):
        # "$5 million was lost" begins with its sign.
        return word.text not in CURRENCIES
    if word.lower == "now" and parse.words[number + 1].base == "mark":
        return True
    return (word.base == "cc" and word.lower != "nor") or (
        word.base == "mark" and word.lower != "to" and (word.head == head or word.lower == "that")
    )


def _has_moved(parse: Parse, own: Sequence[int]) -> bool:
    """Tell whether a relative pronoun is parted from its clause by who says it: "which doctors say is unsafe"."""
    return parse.words[own[0]].lower in RELATIVES and len(own) > 1 and own[1] > own[0] + 1


def _find_gaps(parse: Parse, own: Sequence[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(own):
        between = [n for n in range(before + 1, after) if parse.words[n].pos not in ("PUNCT", "SPACE")]
        if between:
            yield between[0], between[-1]


def _to_indexes(parse: Parse, own: Sequence[int]) -> tuple[int, ...]:
    return tuple(parse.offset + number for number in own)


def _to_plain(parse: Parse, clause: Clause) -> dict[str, Any]:
    # Lists, not tuples: what a Doc holds must be the same after it went through bytes.
    return {
        "start": clause.start,
        "end": clause.end,
        "head": clause.head,
        "gaps": [list(gap) for gap in clause.gaps],
        "frame": clause.frame,
        "frames": list(clause.frames),
        "words": list(clause.words),
        "frame_words": list(clause.frame_words),
        "predicates": find_predicates(
            parse, clause.head - parse.offset, [index - parse.offset for index in clause.words]
        ),
    }
