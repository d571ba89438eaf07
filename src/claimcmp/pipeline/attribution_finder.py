"""Finds all attribution frames of a parsed sentence and joins them with its quotations."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from claimcmp.pipeline.according import find_phrase_frames
from claimcmp.pipeline.attribution_frames import Frame, Stretch
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma
from claimcmp.pipeline.concessions import drop_conceded
from claimcmp.pipeline.hearsay import find_hearsay_frames
from claimcmp.pipeline.parentheses import find_parenthetic_frames
from claimcmp.pipeline.quotations import find_quotations
from claimcmp.pipeline.reporting import find_verb_frames
from claimcmp.pipeline.reporting_adjectives import find_adjective_frames
from claimcmp.pipeline.reporting_nouns import find_noun_frames
from claimcmp.pipeline.speakers import can_speak, find_inverted_subject, find_subject

# Shorter quotations are words that are borrowed, not a statement.
SHORTEST_QUOTATION = 4
# From so many letters on the words of a title have capitals.
LONG_WORD = 4


def find_frames(sent: Span) -> tuple[Frame, ...]:
    """Return the frames of a sentence, the widest content first; none where the sentence is not parsed."""
    doc = sent.doc
    if not doc.has_annotation("DEP"):
        return ()
    quotations = list(_find_quoted_words(sent))
    # Each time that a Span is asked for its tokens it makes them anew.
    tokens = list(sent)
    beside = list(find_parenthetic_frames(sent, tokens))
    taken = {frame.cue for frame in beside}
    verbs = [frame for frame in find_verb_frames(tokens) if frame.cue not in taken]
    found = [*beside, *verbs, *find_adjective_frames(tokens), *find_noun_frames(tokens)]
    found += [*find_hearsay_frames(tokens), *find_phrase_frames(tokens)]
    frames = _join(drop_conceded(found, tokens), quotations, sent)
    return tuple(sorted(frames, key=lambda frame: (-frame.size, frame.cue)))


def _find_quoted_words(sent: Span) -> Iterable[Stretch]:
    text = sent.text
    for start, end in find_quotations(text):
        span = sent.doc.char_span(sent.start_char + start, sent.start_char + end, alignment_mode="expand")
        if span is not None:
            yield span.start, span.end - 1


def _join(frames: list[Frame], quotations: list[Stretch], sent: Span) -> list[Frame]:
    """Give quotations to the frames that they belong to, or make frames for them."""
    joined = list(frames)
    for quotation in quotations:
        if _count_words(sent.doc, quotation) < SHORTEST_QUOTATION and not _is_speech(quotation, sent):
            continue
        # What is said inside of a quotation is no frame around it.
        outside = [i for i, frame in enumerate(joined) if not _touches(quotation, frame.cue)]
        touching = [i for i in outside if any(_touches(quotation, content) for content in joined[i].contents)]
        if touching:
            holder = min(touching, key=lambda i: (joined[i].size, i))
            covered = any(first <= quotation[0] and quotation[1] <= last for first, last in joined[holder].contents)
            if not covered:
                joined[holder] = _add(joined[holder], quotation)
            continue
        speaking = [i for i in outside if joined[i].source is not None and joined[i].kind != "nominal"]
        if speaking:
            nearest = min(speaking, key=lambda i: (abs(joined[i].cue[0] - quotation[0]), i))
            near = joined[nearest]
            says = find_lemma(sent.doc[near.cue[1]]) in clause_verbs() or _is_whole(quotation, sent)
            joined[nearest] = _add(replace(near, commits=near.commits or says), quotation)
        elif (made := _make_frame(quotation, sent)) is not None:
            joined.append(made)
    return [_set_kind(frame, quotations) for frame in joined]


def _is_speech(quotation: Stretch, sent: Span) -> bool:
    """Tell whether a short quotation is a statement, not borrowed words."""
    first, last = quotation
    introduced = first > sent.start and sent.doc[first - 1].text == ":"
    return (
        introduced or _is_whole(quotation, sent) or (first == sent.start and sent.doc[last - 1].text in (",", "!", "?"))
    )


def _add(frame: Frame, quotation: Stretch) -> Frame:
    """Return a frame with a quotation in its content, from which its own source and cue stay out."""
    kept = [content for content in frame.contents if not _touches(quotation, content)]
    partly = [content for content in frame.contents if _touches(quotation, content)]
    wide = [(min(quotation[0], first), max(quotation[1], last)) for first, last in partly] or [quotation]
    merged = (min(first for first, _ in wide), max(last for _, last in wide))
    if frame.cue[0] >= merged[0] and frame.cue[1] <= merged[1]:
        merged = quotation
    return replace(frame, contents=tuple(sorted({*kept, merged})))


def _make_frame(quotation: Stretch, sent: Span) -> Frame | None:
    """Make a frame of a quotation that no word of saying stands by: "X was blunt: '...'", "'...', X shrugged"."""
    if _is_title(quotation, sent):
        return None
    root: Token = sent.root
    for token in (root, *(token for token in sent if token.dep_ in ("parataxis", "conj") and token.pos_ == "VERB")):
        if quotation[0] <= token.i <= quotation[1] or token.pos_ not in ("VERB", "ADJ", "AUX", "NOUN"):
            continue
        source = find_subject(token) or (find_inverted_subject(token) if find_lemma(token) in clause_verbs() else None)
        if (
            source is not None
            and can_speak(source)
            and not quotation[0] <= source.i <= quotation[1]
            and source.lower_ != "it"
        ):
            says = find_lemma(token) in clause_verbs()
            return Frame(source, (token.i, token.i), (quotation,), "direct", commits=says or _is_whole(quotation, sent))
    # "The court: '...'"
    before = quotation[0] - 1
    if before > sent.start and sent.doc[before].text in (":", "—", "―", "--"):
        head = next(
            (
                token
                for token in sent.doc[sent.start : before]
                if token.pos_ in ("NOUN", "PROPN") and can_speak(token) and token.head.i >= before
            ),
            None,
        )
        if head is not None:
            return Frame(head, (before, before), (quotation,), "direct")
    return None


def _is_title(quotation: Stretch, sent: Span) -> bool:
    """Tell whether what is quoted is the name of a work, its words in capitals: "Does a Tiger Have a Necktie"."""
    words = [token for token in sent.doc[quotation[0] : quotation[1] + 1] if token.is_alpha]
    long = [token for token in words if len(token.text) >= LONG_WORD]
    return len(long) > 1 and all(token.text[0].isupper() for token in (words[0], *long))


def _is_whole(quotation: Stretch, sent: Span) -> bool:
    """Tell whether a quotation is a statement of its own, not words within the author's."""
    first, last = quotation
    subjects = [token for token in sent.doc[first : last + 1] if token.dep_ in ("nsubj", "nsubj:pass", "expl")]
    return any(first <= token.head.i <= last for token in subjects)


def _set_kind(frame: Frame, quotations: list[Stretch]) -> Frame:
    if frame.kind != "indirect":
        return frame
    quoted = sum(
        max(0, min(last, high) - max(first, low) + 1) for first, last in frame.contents for low, high in quotations
    )
    return replace(frame, kind="direct") if quoted >= 0.8 * frame.size else frame


def _count_words(doc: Doc, stretch: Stretch) -> int:
    return sum(not token.is_punct for token in doc[stretch[0] : stretch[1] + 1])


def _touches(a: Stretch, b: Stretch) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
