"""Reads a claim so that it stands alone: references replaced by what they stand for, a left-out subject supplied."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Attribution, Claim, Reference

RELATIVE = frozenset({"who", "which", "that", "whom"})
# The number of a section or of an item of a list, which names nothing.
NUMBERING = re.compile(r"(?:\(?(?:\d{1,3}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s*(?:\Z|(?=[A-Z]))")
# What stands between a noun and its apposition.
LONGEST_BREAK = 3


def read_alone(claim: Claim, references: Sequence[Reference]) -> Claim:
    """Return the claim with its references among those of its sentence, and with ``resolved`` where one is known."""
    own = [reference for reference in references if claim.start <= reference.start and reference.end <= claim.end]
    subject = _find_subject(claim, references)
    if subject is not None:
        own.insert(0, subject)
    resolved = _replace_all(claim, own) if any(reference.by for reference in own) else None
    held = _name_source(claim, references)
    if not own and held is claim.attributed_to:
        return claim
    return replace(claim, references=tuple(own), resolved=resolved, attributed_to=held)


def _name_source(claim: Claim, references: Iterable[Reference]) -> Attribution | None:
    """Return who says it by name, where a pronoun says it and what that stands for is known."""
    said = claim.attributed_to
    if said is None or said.text:
        return said
    for reference in references:
        if (reference.start, reference.end) == (said.start, said.end) and reference.by:
            return replace(said, name=reference.by, text=said.name)
    return said


def _find_subject(claim: Claim, references: Iterable[Reference]) -> Reference | None:
    """Return the subject that a claim shares with the clause before it: "[The firm] hired 40 people"."""
    subject = _find_argument(claim)
    if subject is None:
        return None
    # "[which] grew": the relative pronoun gives way to what it stands for.
    first = claim.text.split(maxsplit=1)[0]
    word = first if first.lower() in RELATIVE else ""
    place = Reference(word, claim.start, claim.start + len(word))
    for reference in references:
        if (reference.start, reference.end) == (subject.start, subject.end):
            return replace(place, by=reference.by, antecedents=reference.antecedents, actors=reference.actors)
    if subject.head.lower() in _UNKNOWN:
        return place
    if word.lower() == "which" and subject.head.lower() in read_lexicon("references")["people"]["words"]:
        # "A spokesman for Halvern, which runs the mine": it is not the spokesman that does.
        return place
    numbering = NUMBERING.match(subject.text)
    begin = subject.start + (numbering.end() if numbering else 0)
    name, end = subject.text[begin - subject.start :], subject.end
    if subject.start < claim.start < subject.end:
        # The parser has taken the relative clause, and what follows it, for a part of the name.
        name = name[: max(0, claim.start - begin)].rstrip(" ,(—–-")
        end = begin + len(name)
    if not any(map(str.isalpha, name)):
        return None
    return replace(place, by=" ".join(name.split()), antecedents=((begin, end),))


def _find_argument(claim: Claim) -> Argument | None:
    if not claim.predicates:
        return None
    subjects = [argument for argument in claim.predicates[0].arguments if argument.role.startswith("nsubj")]
    outside = [subject for subject in subjects if not claim.start <= subject.start < claim.end]
    return outside[0] if outside and len(subjects) == len(outside) else None


def _replace_all(claim: Claim, references: Iterable[Reference]) -> str:
    text, position = "", claim.start
    for reference in references:
        if reference.by is None or reference.start < position:
            continue
        before = claim.text[position - claim.start : reference.start - claim.start]
        text += before + reference.by + ("" if reference.text else _join(claim, reference))
        position = reference.end
    return text + claim.text[position - claim.start :]


def _join(claim: Claim, subject: Reference) -> str:
    """Return what stands between a claim and its supplied subject: "[The firm] hired", "[Osei], a judge who left"."""
    ends = [end for _, end in subject.antecedents]
    beside = any(0 < claim.start - end <= LONGEST_BREAK for end in ends)
    return ", " if beside else " "


_UNKNOWN = frozenset({"he", "she", "it", "they", "i", "we", "you", "this", "that", "these", "those", "one"})
