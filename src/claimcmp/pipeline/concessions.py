"""Finds what somebody says beside the point: "whatever they say", "no matter what the club claims".

Who concedes that something is said does not rest what the sentence states on it: that is the author's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches
from claimcmp.pipeline.attribution_words import word_set


def drop_conceded(frames: Sequence[Frame], tokens: Sequence[Token]) -> list[Frame]:
    """Return frames without the words outside of the aside that they stand in, those that then hold none dropped."""
    asides = list(_find_asides(tokens))
    kept: list[Frame] = []
    for frame in frames:
        aside = next((aside for aside in asides if aside[0] <= frame.cue[0] and frame.cue[1] <= aside[1]), None)
        if aside is None:
            kept.append(frame)
        elif inside := cut_stretches(tokens[0].doc, frame.contents, _find_outside(aside, tokens)):
            kept.append(replace(frame, contents=inside))
    return kept


def _find_asides(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Yield the stretches from the words that concede something to the next comma, or to the end of the sentence."""
    for place, token in enumerate(tokens):
        if (place == 0 or tokens[place - 1].is_punct) and _concedes(
            [item.lower_ for item in tokens[place : place + 4]]
        ):
            end = next((item.i for item in tokens[place:] if item.text in (",", ";", ":", "—", "–")), tokens[-1].i + 1)
            yield token.i, end - 1


def _concedes(words: Sequence[str]) -> bool:
    if words[0] in word_set("conceding", "pronouns"):
        return True
    if words[0] == "however":
        # "However often they deny it", but "However, they deny it" and "However they voted, ..." go on.
        return len(words) > 2 and words[1] in word_set("conceding", "degrees")
    phrases = [phrase.split() for phrase in word_set("conceding", "phrases")]
    asking = word_set("conceding", "asking")
    return any(
        words[: len(phrase)] == phrase and len(words) > len(phrase) and words[len(phrase)] in asking
        for phrase in phrases
    )


def _find_outside(aside: Stretch, tokens: Sequence[Token]) -> list[Stretch]:
    before, behind = (tokens[0].i, aside[0] - 1), (aside[1] + 1, tokens[-1].i)
    return [stretch for stretch in (before, behind) if stretch[0] <= stretch[1]]
