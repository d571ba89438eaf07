"""The attributes that the components set on spaCy's objects; all in one table.

They hold plain values only (text, numbers, lists, dicts), so that a Doc survives ``to_bytes`` and spaCy's
worker processes; ``harvest`` turns them into records.
"""

from typing import Any

from spacy.tokens import Doc, Span

DOC_ATTRIBUTES: dict[str, Any] = {
    "blocks": None,  # [[start, end, paragraph, body], ...], the fields of blocks.Block
    "keep_all": False,  # whether prose without a topic is analysed and claimed too, set by the caller
    "around": None,  # ids of the actors that the whole document names, set by the caller where a Doc is one sentence
    "day_first": None,  # whether the document writes 25/4/2020, set by the caller; None where it does not tell
    "dates_before": None,  # ISO dates shortly before a Doc that is one sentence, set by the caller
    "earlier": None,  # ISO date that the document names last before a Doc that is one sentence, set by the caller
    "known_actors": None,  # [fields of records.KnownActor, ...], those of the user's actors.toml
    "as_printed": False,  # whether actors keep their printed names for ids, none of them shared
    "led": None,  # the modality of a Doc that is one sentence, an item of a list; set by the caller
    "name_forms": None,  # fields of name_forms.NameForms, found in the whole document
    "sentence_before": "",  # the sentence right before a Doc that is one sentence, set by the caller
    "published": None,  # ISO date of the document, set by the caller; relative dates need it
}
SPAN_ATTRIBUTES: dict[str, Any] = {  # all of them on sentences
    "layout": None,  # what layout the sentence is part of; None is prose
    "topic_evidence": None,  # [fields of records.TopicEvidence, ...]
    "clauses": None,  # [fields of clauses.Clause, ...]; attribution and stance add their findings to each
    "attributions": None,  # [fields of records.Attribution, ...], every one of the sentence
    "quantities": None,  # [fields of records.Quantity, ...]
    "dates": None,  # [fields of records.DateRef, ...]
    "actors": None,  # [fields of records.Entity, ...]
}


def list_fields(record: Any) -> dict[str, Any]:
    """Return the fields of a record that has plain values only; unlike ``asdict`` without copying each of them."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def is_claim(sent: Span) -> bool:
    """Tell whether a sentence is a claim: running prose on a topic, or any prose where all is kept."""
    return sent._.layout is None and bool(sent._.topic_evidence or sent.doc._.keep_all)


def set_attributes() -> None:
    """Register the attributes once; an attribute of the same name that is there already is left alone."""
    for target, attributes in ((Doc, DOC_ATTRIBUTES), (Span, SPAN_ATTRIBUTES)):
        for name, default in attributes.items():
            if not target.has_extension(name):
                target.set_extension(name, default=default)
