"""Puts the pipelines together and refuses one whose parts do not fit."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

import spacy
from spacy.language import Language

from claimcmp.errors import PipelineError
from claimcmp.pipeline.attribution import ATTRIBUTION
from claimcmp.pipeline.clauses import CLAUSES
from claimcmp.pipeline.facts import ACTORS, DATES, QUANTITIES
from claimcmp.pipeline.layout import LAYOUT
from claimcmp.pipeline.model import load_model
from claimcmp.pipeline.names import NAMES
from claimcmp.pipeline.sentences import SENTENCES
from claimcmp.pipeline.single_claim import SINGLE_CLAIM
from claimcmp.pipeline.stance import STANCE
from claimcmp.pipeline.topics import TOPICS
from claimcmp.records import Topic

BATCH = 128
"""Sentences that are parsed together, of several documents if need be: the model is quickest with some hundred."""
ANALYSIS = (CLAUSES, ACTORS, ATTRIBUTION, STANCE, QUANTITIES, DATES)


def build_nlp(topics: Sequence[Topic]) -> Language:
    """Build the whole pipeline for whole documents, for use outside of claimcmp's own two steps."""
    nlp = load_model()
    # In front of the parser, which keeps to borders that are set.
    nlp.add_pipe(SENTENCES, first=True)
    _add_topics(nlp, topics)
    for name in (*ANALYSIS, NAMES):
        nlp.add_pipe(name)
    return _check(nlp)


def build_reader(topics: Sequence[Topic], analysis: Language | None = None) -> Language:
    """Build the cheap step: sentences, layout and the topics that terms give, over whole documents.

    With the tokenizer of the thorough step, where that is given: what one has read, the other need not take apart.
    """
    nlp = spacy.blank("en") if analysis is None else _share_tokenizer(analysis)
    # Documents are read whole; spaCy's limit guards parsers, which see single sentences only.
    nlp.max_length = 10**9
    nlp.add_pipe(SENTENCES)
    _add_topics(nlp, topics)
    return _check(nlp)


def build_analysis(model: str | None = None) -> Language:
    """Build the thorough step, which sees one sentence at a time: the parse, then what a claim says; once a model."""
    return _build_analysis(model)


# The argument is always given: a cache would take a default and the same value given for two.
@cache
def _build_analysis(model: str | None) -> Language:
    nlp = load_model(model)
    nlp.batch_size = BATCH
    nlp.add_pipe(SINGLE_CLAIM, first=True)
    for name in (*ANALYSIS, NAMES):
        nlp.add_pipe(name)
    return nlp


def _share_tokenizer(nlp: Language) -> Language:
    return type(nlp)(vocab=nlp.vocab, create_tokenizer=lambda _: nlp.tokenizer)


def _add_topics(nlp: Language, topics: Sequence[Topic]) -> None:
    nlp.add_pipe(LAYOUT)
    nlp.add_pipe(TOPICS, config={"topics": [_to_config(topic) for topic in topics]})


def _check(nlp: Language) -> Language:
    problems = {name: needs for name, needs in (nlp.analyze_pipes() or {})["problems"].items() if needs}
    if problems:
        raise PipelineError(f"The pipeline's components do not fit together: {problems}.")
    return nlp


def _to_config(topic: Topic) -> dict[str, object]:
    values = asdict(topic)
    return {key: _to_plain(values[key]) for key in ("id", "terms", "patterns", "exclude")}


def _to_plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _to_plain(item) for key, item in value.items()}
    return value
