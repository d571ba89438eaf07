"""Marks a Doc that is one sentence as one claim, so that parsers keep it whole and the analysis sees it."""

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.pipeline.attributes import set_attributes
from claimcmp.pipeline.sentences import set_sentence_starts

SINGLE_CLAIM = "claimcmp_single_claim"


@Language.factory(SINGLE_CLAIM, assigns=["token.is_sent_start", "doc.sents", "span._.topic_evidence"])
def make_single_claim(nlp: Language, name: str) -> "SingleClaim":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return SingleClaim(name)


class SingleClaim:
    """Makes the whole Doc one sentence, and a claim whatever its topic."""

    def __init__(self, name: str = SINGLE_CLAIM):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark ``doc``."""
        if len(doc):
            set_sentence_starts(doc, [0])
        doc._.keep_all = True
        return doc
