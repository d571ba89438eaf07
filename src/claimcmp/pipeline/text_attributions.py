"""Finds every attribution in a text, with offsets into the text."""

from claimcmp.pipeline.attributing import read_attributions
from claimcmp.pipeline.build import build_analysis, build_reader
from claimcmp.pipeline.long_quotations import LongQuotations
from claimcmp.pipeline.reading import read_sentences
from claimcmp.pipeline.tokens import make_doc
from claimcmp.records import Attribution, Document


def find_attributions(text: str, *, model: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of the prose in a text, in the order of their cues.

    Wishes, praise and questions are among them, with ``commits`` false.
    """
    analysis = build_analysis(model)
    reader = build_reader((), analysis)
    reading = read_sentences(reader(make_doc(reader, text)), Document(name="text", text=text, source="text"))
    docs = analysis.pipe(make_doc(analysis, sentence.text) for sentence in reading.sentences)
    found = {
        number: read_attributions(doc, sentence.start)
        for number, (sentence, doc) in enumerate(zip(reading.sentences, docs, strict=True))
    }
    quotations = LongQuotations(text, [(sentence.start, sentence.end) for sentence in reading.sentences])
    carried = [
        speaker
        for number in found
        if not quotations.is_told(number, found[number])
        and (speaker := quotations.find_speaker(number, found)) is not None
    ]
    everything = [*(item for items in found.values() for item in items), *carried]
    return tuple(sorted(everything, key=lambda item: (item.cue_start, item.cue_end, item.content)))
