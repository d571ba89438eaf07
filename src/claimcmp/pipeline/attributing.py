"""Completes whose statement a claim is by the sentences around it: who speaks in a long quotation, whom "she" means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from claimcmp.pipeline.long_quotations import LongQuotations
from claimcmp.records import Attribution, Claim, Reference

ACRONYM = re.compile(r"(?=\([A-Z]+\)\Z)")
OWNER_MARKS = ("'s", "’s", "'", "’")


def attribute(
    claim: Claim,
    number: int,
    quotations: LongQuotations,
    docs: Mapping[int, Doc],
    references: Iterable[Reference],
) -> Claim:
    """Return a claim of a sentence with the speaker of a quotation that goes on in it, and with the name of a "she"."""
    held = claim.attributed_to
    if held is None:
        held = _find_speaker(claim, number, quotations, docs)
    if held is not None:
        held = _name(held, references)
    if held is not None and _is_publisher(held, claim.source):
        held = None
    return claim if held is claim.attributed_to else replace(claim, attributed_to=held)


def place_attribution(fields: Mapping[str, Any], offset: int) -> Attribution:
    """Make the record of an attribution whose place in its sentence becomes one in the document."""
    moved = {key: fields[key] + offset for key in ("start", "end", "cue_start", "cue_end")}
    content = tuple((first + offset, last + offset) for first, last in fields["content"])
    name = " ".join(fields["name"].split())
    return Attribution(**{**fields, **moved, "name": name, "content": content, "via": tuple(fields["via"])})


def read_attributions(doc: Doc, offset: int) -> list[Attribution]:
    """Return every attribution of an analysed sentence that begins at ``offset``."""
    return [place_attribution(fields, offset) for sent in doc.sents for fields in sent._.attributions or ()]


def _find_speaker(claim: Claim, number: int, quotations: LongQuotations, docs: Mapping[int, Doc]) -> Attribution | None:
    quotation = quotations.find_quotation(number)
    if quotation is None or not (quotation[0] <= claim.start and claim.end <= quotation[1]):
        return None
    found = {
        near: read_attributions(docs[near], quotations.sentences[near][0])
        for near in quotations.find_carriers(number)
        if near in docs
    }
    return quotations.find_speaker(number, found)


def _is_publisher(held: Attribution, source: str) -> bool:
    """Tell whether a text speaks of itself: "the CBO expects that", in a report that the CBO has published."""
    forms = {_strip(held.name), *(_strip(form) for form in ACRONYM.split(held.name))}
    acronym = "".join(word[0] for word in source.replace("-", " ").split() if word[0].isupper())
    return not held.via and bool(forms & {_strip(source), acronym.casefold() if len(acronym) > 2 else _strip(source)})


def _strip(name: str) -> str:
    return name.strip("() ").casefold().removeprefix("the ")


def _name(held: Attribution, references: Iterable[Reference]) -> Attribution:
    """Return an attribution with the name of what its source refers to, where that is known."""
    for reference in references:
        if reference.start == held.start and reference.by and reference.end >= held.end:
            name = next(
                (reference.by.removesuffix(mark) for mark in OWNER_MARKS if reference.by.endswith(mark)), reference.by
            )
            return replace(held, name=name, text=held.text or held.name)
    return held
