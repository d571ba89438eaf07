"""Finds who, other than the author, is committed to what a sentence says."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attributes import is_claim, set_attributes
from claimcmp.records import Attribution, AttributionKind, AttributionStance

ATTRIBUTION = "claimcmp_attribution"

QUOTE = re.compile(r"[“\"][^”\"]{12,}[”\"]")
NAME = r"[A-Z][\w.'’-]*"
NAMES = rf"{NAME}(?:\s+(?:(?:of|for|the|and|de|van|von|al|el|bin)\s+){{0,2}}{NAME}){{0,6}}"
THAT_FOLLOWS = re.compile(r"(?:\s+\w+){0,5}?\s+that\b|\s*[,:]?\s*[“\"]")
CLAUSE_ENDS = re.compile(r"\s*[.,]|\s+(?:on|in|at|during|to)\s+[^,.]{2,60}[.,]")
BEHIND_CONTENT = re.compile(r"[,”\"]\s*$")


@Language.factory(ATTRIBUTION, requires=["doc.sents", "span._.topic_evidence"], assigns=["span._.attribution"])
def make_attribution(nlp: Language, name: str) -> "AttributionTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return AttributionTagger(name)


class AttributionTagger:
    """Sets ``sent._.attribution`` on sentences that are somebody else's statement."""

    def __init__(self, name: str = ATTRIBUTION):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        for sent in doc.sents:
            if is_claim(sent):
                found = find_attribution(sent.text, offset=sent.start_char)
                if found is not None:
                    sent._.attribution = {field: getattr(found, field) for field in found.__slots__}
        return doc


def find_attribution(text: str, *, offset: int = 0) -> Attribution | None:
    """Find the outermost attribution of a sentence: "X said that P", "P, X said", "P, said X", "according to X, P"."""
    for cue in _cues().finditer(text):
        according = cue.lastgroup == "according"
        source = _find_source(text, cue.start(), cue.end(), according=according)
        if source is None:
            continue
        start, end = source
        kind: AttributionKind = "direct" if QUOTE.search(text) else "indirect"
        return Attribution(
            name=text[start:end],
            start=offset + start,
            end=offset + end,
            cue=cue.group(),
            kind="according-to" if according else kind,
            stance=_stance_of(cue.group()),
        )
    return None


def _find_source(text: str, start: int, end: int, *, according: bool) -> tuple[int, int] | None:
    """Find who stands at the cue in ``text[start:end]``, if the words around it hand a content to somebody."""
    behind = _source_behind().match(text, end)
    if according:
        return behind.span("source") if behind and _can_speak(behind["source"]) else None
    before = _source_before().search(text, max(0, start - 200), start)
    trailing = before is not None and BEHIND_CONTENT.search(text, 0, before.start("source")) is not None
    if before and _can_speak(before["source"]):
        reports = THAT_FOLLOWS.match(text, end) is not None
        if reports or (trailing and CLAUSE_ENDS.match(text, end)):
            return before.span("source")
    if behind and BEHIND_CONTENT.search(text, 0, start) and _can_speak(behind["source"]):
        return behind.span("source")
    return None


def _can_speak(name: str) -> bool:
    words = re.findall(r"[\w'’-]+", name)
    heads = read_lexicon("attribution")["heads"]["words"]
    return any(word[0].isupper() and word not in _openers() for word in words) or any(
        word.lower() in heads for word in words
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(word.capitalize() for word in read_lexicon("attribution")["openers"]["words"])


def _stance_of(cue: str) -> AttributionStance:
    return _stances().get(" ".join(cue.lower().split()), "neutral")


@cache
def _stances() -> dict[str, AttributionStance]:
    lexicon = read_lexicon("attribution")
    stances: tuple[AttributionStance, ...] = ("doubted", "endorsed")
    return {
        entry.removesuffix(" that"): stance
        for stance in stances
        for entry in (*lexicon[stance]["verbs"], *lexicon[stance]["phrases"])
    }


@cache
def _cues() -> re.Pattern[str]:
    lexicon = read_lexicon("attribution")
    verbs = {verb for table in ("neutral", "doubted", "endorsed") for verb in lexicon[table]["verbs"]}
    phrases = {
        phrase.removesuffix(" that") for table in ("doubted", "endorsed") for phrase in lexicon[table]["phrases"]
    }
    return re.compile(
        rf"\b(?:(?P<according>(?i:{_any(lexicon['according']['phrases'])}))|(?P<verb>{_any(verbs | phrases)}))\b"
    )


@cache
def _source_pattern() -> str:
    """Give the pattern of a source: names with what stands before them, or a common noun that speaks."""
    lexicon = read_lexicon("attribution")
    heads = _any(lexicon["heads"]["words"])
    determiner = rf"(?i:{_any(lexicon['determiners']['words'])})\s+"
    named = rf"{NAMES}(?:\s+(?:{heads}))?"
    speaking = rf"(?:[\w-]+\s+){{0,2}}(?:{heads})(?:\s+(?:of|at|from)\s+(?:the\s+)?{NAMES})?"
    return rf"(?P<source>(?:{determiner})?(?:[a-z][\w-]*\s+){{0,2}}(?:{named}|{speaking}))"


@cache
def _source_before() -> re.Pattern[str]:
    adverbs = rf"(?:\s+(?:{_any(read_lexicon('attribution')['adverbs']['words'])}|on\s+\w+day))*"
    return re.compile(rf"(?<![\w-]){_source_pattern()}(?:\s*,[^,]{{3,90}},)?{adverbs}\s+$")


@cache
def _source_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_source_pattern()}")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
