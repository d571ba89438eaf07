"""Finds who, other than the author, is committed to what a sentence says."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attributes import set_attributes
from claimcmp.records import Attribution, AttributionKind, AttributionStance

ATTRIBUTION = "claimcmp_attribution"

QUOTE = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
NAME = r"[A-Z][\w.'’-]*"
NAMES = rf"{NAME}(?:\s+(?:(?:of|for|the|and|de|van|von|al|el|bin)\s+){{0,2}}{NAME}){{0,6}}"
NO_NAME = ("and", "or", "but", "is", "are", "was", "were", "has", "have", "had", "not")
TIME = r"(?:day|night|week|weekend|month|year|season|spring|summer|autumn|winter|time|morning|afternoon|evening)"
THAT_FOLLOWS = re.compile(rf"(?:\s+\w+){{0,5}}?\s+that\b(?!\s+{TIME}\b)|\s*[,:]?\s*[“\"]")
CLAUSE_ENDS = re.compile(r"\s*[.,]|\s+(?:on|in|at|during|to)\s+[^,.]{2,60}[.,]")
BEHIND_CONTENT = re.compile(r"[,”\"]['’]*\s*$")
DAY = r"(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
PREPOSITION = "in|on|at|of|to|by|for|with|from|after|during|as|so|about|through|via"
SUBJECT = (
    r"(?:(?:it|he|she|they|we|there|the|an?|its|their|his|her|no|some|many|most|more|all|this|these)\b|[A-Z$€£\d])"
)
# "said the same of Spain" and "said the prayer" have no clause: it takes some words to make one.
ANY_CLAUSE = re.compile(rf"{DAY}\s+(?!the\s+same\b){SUBJECT}[^\s,;.]*(?:\s+[^\s,;.]+){{3,}}")
# How far before a cue its source, and before a source its content, are looked for.
SOURCE_WINDOW = 200
CONTENT_WINDOW = 20


@Language.factory(ATTRIBUTION, requires=["doc.sents", "span._.clauses"])
def make_attribution(nlp: Language, name: str) -> "AttributionTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return AttributionTagger(name)


class AttributionTagger:
    """Sets ``attribution`` on the clauses of ``sent._.clauses`` that are somebody else's statement."""

    def __init__(self, name: str = ATTRIBUTION):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        for sent in doc.sents:
            for clause in sent._.clauses or ():
                found = find_attribution(sent.text, offset=sent.start_char)
                clause["attribution"] = asdict(found) if found else None
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
    if according:
        named = _source_behind().match(text, end)
        if named and _can_speak(named["source"]):
            return _trim(text, *named.span("source"))
        described = _described_behind().match(text, end)
        return described.span("source") if described else None
    before = _find_subject(text, start)
    if before is not None and (
        THAT_FOLLOWS.match(text, end)
        or _reports_bare_clause(text, start, end)
        or (_is_behind_content(text, before[0]) and CLAUSE_ENDS.match(text, end))
    ):
        return before
    behind = _source_behind().match(text, end)
    if behind and _is_behind_content(text, start) and _can_speak(behind["source"]):
        return _trim(text, *behind.span("source"))
    return None


def _find_subject(text: str, end: int) -> tuple[int, int] | None:
    """Find the source that ends before the cue at ``end``, without the words that only lead up to it."""
    window = max(0, end - SOURCE_WINDOW)
    match = _source_before().search(text, window, end)
    if match is None or not _can_speak(match["source"]):
        return None
    first, last = _trim(text, *match.span("source"))
    words = text[max(window, first - CONTENT_WINDOW) : first].lower().split()
    lexicon = read_lexicon("attribution")
    if words and (
        words[-1] in lexicon["nonsubjects"]["words"]
        or (words[-1] in lexicon["subordinators"]["words"] and not text[:first].split()[:-1])
    ):
        return None
    return first, last


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop what is no part of a name: "On Monday" before it, the full stop of the sentence behind it."""
    words = list(re.finditer(r"\S+", text[start:end]))
    while len(words) > 1 and words[0].group() in _lead_words():
        words.pop(0)
    begin = start + words[0].start()
    return begin, end - 1 if end == len(text.rstrip()) and text[end - 1] == "." else end


def _is_behind_content(text: str, position: int) -> bool:
    return BEHIND_CONTENT.search(text, max(0, position - CONTENT_WINDOW), position) is not None


def _reports_bare_clause(text: str, start: int, end: int) -> bool:
    """Tell whether a clause without "that" follows the cue in ``text[start:end]``."""
    bare = read_lexicon("attribution")["bare"]
    cue = text[start:end]
    if cue in bare["any"] and ANY_CLAUSE.match(text, end):
        return True
    return (cue in bare["any"] or cue in bare["clear"]) and _clear_clause().match(text, end) is not None


def _can_speak(name: str) -> bool:
    lexicon = read_lexicon("attribution")
    words = re.findall(r"[\w'’-]+", name)
    if len(words) == 1 and words[0].lower() in lexicon["pronouns"]["words"]:
        return True
    return any(
        (word[0].isupper() and word not in _openers()) or word.lower() in lexicon["heads"]["words"] for word in words
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset(word.capitalize() for word in read_lexicon("attribution")["openers"]["words"])


@cache
def _lead_words() -> frozenset[str]:
    """Give the capitalised words that may stand right before a name and are no part of it."""
    lexicon = read_lexicon("attribution")
    times = {word.capitalize() for word in lexicon["openers"]["times"]}
    kept = {word.capitalize() for table in ("determiners", "pronouns") for word in lexicon[table]["words"]}
    return (_openers() | times) - kept


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
    """Give the pattern of a source: a pronoun, names with what stands before them, or a common noun that speaks."""
    lexicon = read_lexicon("attribution")
    heads = f"(?i:{_any(lexicon['heads']['words'])})"
    determiner = rf"(?i:{_any(lexicon['determiners']['words'])})\s+"
    # Words of the clause before are no part of a name: "people who go to Beijing know".
    others = _any([*lexicon["nonsubjects"]["words"], *lexicon["subordinators"]["words"], *NO_NAME])
    plain = rf"(?!(?:{others})\b)[a-z][\w-]*"
    any_case = rf"(?!(?i:{others})\b)[\w-]+"
    share = r"(?:\d[\d.,]*\s+(?:percent|per\s+cent)\s+of\s+)?"
    named = rf"{NAMES}(?:\s+{heads})?"
    issued = r"(?:released|published|led|conducted|commissioned|written|issued)(?:\s+(?:on\s+)?\w+day)?\s+by"
    relation = rf"(?:of|at|from|for|in|with|by|close\s+to|familiar\s+with|{issued})"
    owner = rf"(?:{NAMES}|(?:{plain}\s+)?{heads}|{plain})"
    belonging = rf"(?:\s+{relation}\s+(?:(?:the|an?|its|his|her)\s+)?{owner})"
    speaking = rf"{share}(?:{any_case}\s+){{0,2}}{heads}(?!['’\w-]){belonging}{{0,2}}"
    pronoun = rf"\b(?i:{_any(lexicon['pronouns']['words'])})"
    # Before a name only a noun that speaks belongs to it: "the insurer Allianz", but "after the summit Putin".
    titled = rf"(?:(?:{determiner})?(?:[A-Z][\w-]*\s+)?(?:{plain}\s+)?{heads}\s+|[Tt]he\s+(?=[A-Z]))?{named}"
    spoken = rf"(?:{determiner})?(?:{plain}\s+){{0,2}}{speaking}"
    return rf"(?P<source>{titled}|{spoken}|{pronoun})"


@cache
def _source_before() -> re.Pattern[str]:
    adverbs = rf"(?:\s+(?:{_any(read_lexicon('attribution')['adverbs']['words'])}|on\s+\w+day))*"
    return re.compile(rf"(?<![\w-]){_source_pattern()}(?:\s*,[^,]{{3,90}},)?{adverbs}\s+$")


@cache
def _source_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_source_pattern()}")


@cache
def _described_behind() -> re.Pattern[str]:
    """Give the pattern of whatever "according to" names, up to where its description ends."""
    determiner = _any([*read_lexicon("attribution")["determiners"]["words"], "these", "those", "our", "my"])
    ending = r"\s*(?:[,.;:)]|$)|\s+(?:of|in|on|from|for|by|at|that|which|who|published|released|seen|obtained)\b"
    return re.compile(rf"\s+(?P<source>(?i:{determiner})\s+[\w’'-]+(?:\s+[\w’'-]+){{0,2}}?)(?={ending})")


@cache
def _clear_clause() -> re.Pattern[str]:
    """Give the pattern of a clause behind a verb of saying: a few words, none of them relative, then an auxiliary."""
    no_clause = "who|which|that|whose|whom|where|when|to|because|if|how|why|what|whether"
    word = rf"(?!(?:{no_clause})\b)[^\s;:—–()“”\"]+(?<![,.])\s+"
    contracted = r"\w+n['’]t|(?:it|he|she|they|we|there|you|i)['’](?:s|d|re|ve|ll)"
    auxiliary = rf"(?:{_any(read_lexicon('attribution')['bare']['auxiliaries'])}|{contracted})\b"
    return re.compile(rf"{DAY}\s+(?!(?:{PREPOSITION})\b)(?:{word}){{1,12}}?(?i:{auxiliary})|\s+(?i:{contracted})\b")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
