"""Puts the pipeline together and refuses one whose parts do not fit."""

from collections.abc import Sequence
from dataclasses import asdict

import spacy
from spacy.language import Language

from claimcmp.errors import PipelineError
from claimcmp.pipeline.attribution import ATTRIBUTION
from claimcmp.pipeline.facts import ACTORS, DATES, QUANTITIES
from claimcmp.pipeline.layout import LAYOUT
from claimcmp.pipeline.sentences import SENTENCES
from claimcmp.pipeline.stance import STANCE
from claimcmp.pipeline.topics import TOPICS
from claimcmp.records import Topic


def build_nlp(topics: Sequence[Topic]) -> Language:
    """Build the pipeline that finds sentences, layout, topics and what each sentence on a topic says."""
    nlp = spacy.blank("en")
    # Documents are read whole; spaCy's limit guards parsers, which see single sentences here.
    nlp.max_length = 10**9
    nlp.add_pipe(SENTENCES)
    nlp.add_pipe(LAYOUT)
    nlp.add_pipe(TOPICS, config={"topics": [_to_config(topic) for topic in topics]})
    for name in (ATTRIBUTION, STANCE, QUANTITIES, DATES, ACTORS):
        nlp.add_pipe(name)
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
