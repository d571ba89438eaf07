"""Finds polarity and modality of a sentence from cues and their clauses."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attributes import set_attributes
from claimcmp.records import Cue, Modality, Polarity

STANCE = "claimcmp_stance"

# The look behind keeps long runs of spaces from being read again from each of them.
CLAUSE_BREAK = re.compile(r"(?<!\s)\s*(?:[;:]|,(?!\d)|—|\s[–-]{1,2}\s|[()])\s*")
CONTRAST = re.compile(r"\W*(?:but\s+|and\s+|though\s+)?not\b", re.IGNORECASE)
WORD_BEFORE = re.compile(r"([\w'’-]+)\s+$")
LONGEST_WORD = 30
# A hedge says more about a claim than its tense, and a norm or a condition more than either.
PRECEDENCE: tuple[Modality, ...] = ("normative", "conditional", "hedged", "predicted")


@Language.factory(STANCE, requires=["doc.sents", "span._.clauses"])
def make_stance(nlp: Language, name: str) -> "StanceTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return StanceTagger(name)


class StanceTagger:
    """Sets ``stance``, polarity and modality with their cues, on the clauses of ``sent._.clauses``."""

    def __init__(self, name: str = STANCE):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        for sent in doc.sents:
            for clause in sent._.clauses or ():
                polarity, polarity_cue = find_polarity(sent.text, offset=sent.start_char)
                modality, modality_cue = find_modality(sent.text, offset=sent.start_char)
                clause["stance"] = {
                    "polarity": polarity,
                    "polarity_cue": _to_plain(polarity_cue),
                    "modality": modality,
                    "modality_cue": _to_plain(modality_cue),
                }
        return doc


def find_polarity(text: str, *, offset: int = 0) -> tuple[Polarity, Cue | None]:
    """Find whether the main clause of a sentence affirms or denies, and the word that denies.

    Two negations in one clause cancel each other; negations in subordinate clauses and brackets do not count.
    """
    for clause_start, clause in _main_clauses(text):
        # "Sweden, not Norway, joined" denies nothing of Sweden.
        if clause_start and CONTRAST.match(clause):
            continue
        cues = _find_cues(clause, "negation")
        if len(cues) % 2:
            return "negated", _make_cue(text, offset, clause_start, cues[0])
    return "affirmed", None


def find_modality(text: str, *, offset: int = 0) -> tuple[Modality, Cue | None]:
    """Find how the main clauses of a sentence are held, and the cue; without a cue they are asserted."""
    clauses = list(_main_clauses(text))
    for modality in PRECEDENCE:
        for clause_start, clause in clauses:
            cues = _find_cues(clause, modality)
            if modality == "hedged":
                cues += [match.span() for match in [_phrases("pseudo", "hedging").search(clause)] if match]
            if cues:
                return modality, _make_cue(text, offset, clause_start, min(cues))
    return "asserted", None


def _make_cue(text: str, offset: int, clause_start: int, span: tuple[int, int]) -> Cue:
    start, end = clause_start + span[0], clause_start + span[1]
    return Cue(text[start:end], offset + start, offset + end)


def _main_clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches between commas, dashes and brackets that do not open a clause of their own.

    A sentence that opens with a subordinate clause ("Although ..., X") still has its main clause behind the
    comma; a condition counts wherever it stands, because it governs the main clause.
    """
    edges = [0, *(edge for match in CLAUSE_BREAK.finditer(text) for edge in match.span()), len(text)]
    depth = 0
    for number in range(0, len(edges) - 1, 2):
        start, end = edges[number], edges[number + 1]
        clause = text[start:end]
        gap = text[edges[number - 1] : start] if number else ""
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        subordinate = _subordinator().match(clause)
        conditional = subordinate and subordinate.group(1).lower() in ("if", "unless", "even if")
        if clause and not depth and (not subordinate or conditional):
            yield start, clause


def _find_cues(clause: str, table: str) -> list[tuple[int, int]]:
    """Find the cues of one kind in a clause, in order, without those that something around them switches off."""
    cues = [match.span() for match in _phrases(table, "words").finditer(clause)]
    if not cues:
        return []
    ahead = sorted(_find_exceptions(clause, table), reverse=True)
    covered = 0
    counting: list[tuple[int, int]] = []
    for start, end in cues:
        while ahead and ahead[-1][0] <= start:
            covered = max(covered, ahead.pop()[1])
        if end > covered and not _is_other_word(clause, start, end, table):
            counting.append((start, end))
    return counting


def _find_exceptions(clause: str, table: str) -> Iterator[tuple[int, int]]:
    tables = [("pseudo", "phrases")]
    if table != "hedged":
        tables.append(("pseudo", "hedging"))
    if table in read_lexicon("stance")["except"]:
        tables.append(("except", table))
    for name, key in tables:
        for match in _phrases(name, key).finditer(clause):
            yield match.span()


def _is_other_word(clause: str, start: int, end: int, table: str) -> bool:
    """Tell whether ``clause[start:end]`` only looks like a cue: it is a name, a noun, or in a relative clause."""
    lexicon = read_lexicon("stance")
    cue = clause[start:end]
    word = " ".join(cue.lower().split())
    if word in lexicon["names"]["words"] and cue[0].isupper() and not clause.isupper():
        return True
    if word in lexicon["initial"]["words"] and clause[:start].strip("\"'“‘ "):
        return True
    before = clause[max(0, start - LONGEST_WORD) : start]
    if table == "negation" and _relative_opening().search(before):
        return True
    if word not in lexicon["nominal"]["words"]:
        return False
    determiner = WORD_BEFORE.search(before)
    return clause.startswith(" of ", end) or (
        determiner is not None and determiner[1].lower() in lexicon["nominal"]["determiners"]
    )


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    entry = read_lexicon("stance")[table][key]
    words = entry["phrases"] if isinstance(entry, dict) else entry
    whole = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    # "n't" hangs on its verb; all other cues are words of their own.
    contracted = r"|(?<=\w)n['’]t\b" if "n't" in words else ""
    return re.compile(rf"(?<![\w'’-])(?:{whole})(?![\w-])(?!['’]s\b){contracted}", re.IGNORECASE)


@cache
def _relative_opening() -> re.Pattern[str]:
    auxiliaries = "do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must"
    pronouns = "|".join(read_lexicon("stance")["relative"]["words"])
    return re.compile(rf"\b(?:{pronouns})\s+(?:(?:{auxiliaries})\s*)?$", re.IGNORECASE)


@cache
def _subordinator() -> re.Pattern[str]:
    words = sorted(read_lexicon("stance")["subordinators"]["words"], key=len, reverse=True)
    return re.compile(rf"\W*({'|'.join(words)})\b", re.IGNORECASE)


def _to_plain(cue: Cue | None) -> dict[str, object] | None:
    return None if cue is None else {"text": cue.text, "start": cue.start, "end": cue.end}
