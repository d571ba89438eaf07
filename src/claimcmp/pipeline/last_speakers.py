"""Names the "he" or "she" who goes on speaking: who spoke last, where nobody else has been named since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

PRONOUNS: Mapping[str, str] = {"he": "women", "his": "women", "she": "men", "her": "men"}
"""With the list of first names that it does not go with."""


def name_speaker(claim: Claim, before: Sequence[Doc]) -> Claim:
    """Return a claim with the name of who says it, where a pronoun says it; ``before`` are the sentences before it.

    The resolution of references knows nothing of who speaks. In "Ada Berg, on a visit to Jon Lie, said that P. Q, she
    added" it sees two who may be meant, of whom only one has said anything.
    """
    held = claim.attributed_to
    if held is None or held.text or held.name.lower() not in PRONOUNS:
        return claim
    name = _find_last_speaker(held.name.lower(), before)
    return claim if name is None else replace(claim, attributed_to=replace(held, name=name, text=held.name))


def _find_last_speaker(pronoun: str, before: Sequence[Doc]) -> str | None:
    for doc in reversed(before):
        people = [actor for sent in doc.sents for actor in sent._.actors or () if _is_person(actor)]
        sources = [source for sent in doc.sents for source in sent._.attributions or ()]
        spoke = {actor["name"] for actor in people if any(_speaks(actor, source) for source in sources)}
        if len(spoke) == 1:
            (name,) = spoke
            return name if _may_be(name, pronoun) else None
        if people:
            return None
    return None


def _is_person(actor: Mapping[str, Any]) -> bool:
    # One word alone may be a firm or a place.
    return bool(actor["kind"] == "person" and " " in actor["name"])


def _speaks(actor: Mapping[str, Any], source: Mapping[str, Any]) -> bool:
    return bool(source["start"] <= actor["start"] < source["end"])


def _may_be(name: str, pronoun: str) -> bool:
    return frozenset(read_lexicon("references")[PRONOUNS[pronoun]]["names"]).isdisjoint(name.split())
