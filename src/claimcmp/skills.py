"""The single skills of the Python API: what a text says by whom, how firmly, how much, when and of whom.

Each goes over a whole text of any number of sentences; offsets are code points of that text.
"""

from typing import TYPE_CHECKING

from claimcmp.inputs import check_text
from claimcmp.records import Attribution, Claim, DateRef, Document, Entity, Quantity, Stance
from claimcmp.sources import check_published

if TYPE_CHECKING:
    from claimcmp.pipeline import Analyser


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the borders of the sentences of ``text`` as code-point offsets, layout such as headings included."""
    from claimcmp.pipeline.sentences import find_text_sentences

    return tuple(find_text_sentences(text)[1])


def attributions(text: str) -> tuple[Attribution, ...]:
    """Return who, other than the author, says something in ``text``, with the words that tell.

    ``attributions("Prices rose, the bank said.")`` has one: the bank, said. One that covers several clauses is one.
    Wishes and questions are among them, with ``commits`` false: nobody says that it is so.
    """
    check_text(text)
    from claimcmp.pipeline.text_attributions import find_attributions

    return find_attributions(text)


def stance(text: str) -> tuple[Stance, ...]:
    """Return for each clause that claims something whether it affirms or denies, and how firmly, with the cues.

    ``stance("Prices may not fall.")`` has one: negated by "not", hedged by "may".
    """
    return tuple(
        Stance(
            text=claim.text,
            start=claim.start,
            end=claim.end,
            polarity=claim.polarity,
            polarity_cue=claim.polarity_cue,
            modality=claim.modality,
            modality_cue=claim.modality_cue,
        )
        for claim in _find_claims(text)
    )


def quantities(text: str, published: str | None = None) -> tuple[Quantity, ...]:
    """Return the measured amounts in ``text`` as intervals with their units, in headings and questions too.

    ``quantities("Exports fell by almost 5 percent.")`` has one, below and near 5 percent.
    """
    return tuple(_analyser().find_facts(_make_document(text, published)).quantities)


def dates(text: str, published: str | None = None) -> tuple[DateRef, ...]:
    """Return the dates in ``text``; "last year" is counted from ``published``, an ISO date as precise as is known.

    ``dates("Wages rose last year.", published="2024-05")`` has one: 2023.
    """
    return tuple(_analyser().find_facts(_make_document(text, published)).dates)


def actors(text: str) -> tuple[Entity, ...]:
    """Return who is named in ``text``; different names of one actor share its id, and so do several in one name.

    ``actors("Paris and the French government disagree.")`` has two, both with the id ``fr``.
    """
    return tuple(_analyser().find_facts(_make_document(text, None)).actors)


def _find_claims(text: str) -> tuple[Claim, ...]:
    return _analyser().find_claims(_make_document(text, None), keep_all=True).claims


def _make_document(text: str, published: str | None) -> Document:
    check_text(text)
    document = Document(name="text", text=text, source="text", published=published)
    check_published(document)
    return document


def _analyser() -> "Analyser":
    from claimcmp.pipeline import load_plain_analyser

    return load_plain_analyser()
