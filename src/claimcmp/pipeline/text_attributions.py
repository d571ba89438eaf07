"""Finds every attribution in a text, with offsets into the text."""

from collections.abc import Mapping
from typing import Any

from claimcmp.pipeline.build import build_analysis, build_reader
from claimcmp.pipeline.reading import read_sentences
from claimcmp.pipeline.tokens import make_doc
from claimcmp.records import Attribution, Document


def find_attributions(text: str, *, model: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of the prose in a text, in the order of their cues.

    Wishes, praise and questions are among them, with ``commits`` false.
    """
    reader, analysis = build_reader(()), build_analysis(model)
    reading = read_sentences(reader(make_doc(reader, text)), Document(name="text", text=text, source="text"))
    docs = analysis.pipe(make_doc(analysis, sentence.text) for sentence in reading.sentences)
    found = [
        place_attribution(fields, sentence.start)
        for sentence, doc in zip(reading.sentences, docs, strict=True)
        for sent in doc.sents
        for fields in sent._.attributions or ()
    ]
    return tuple(sorted(found, key=lambda item: (item.cue_start, item.cue_end, item.content)))


def place_attribution(fields: Mapping[str, Any], offset: int) -> Attribution:
    """Make the record of an attribution whose place in its sentence becomes one in the document."""
    moved = {key: fields[key] + offset for key in ("start", "end", "cue_start", "cue_end")}
    content = tuple((first + offset, last + offset) for first, last in fields["content"])
    return Attribution(**{**fields, **moved, "content": content, "via": tuple(fields["via"])})
