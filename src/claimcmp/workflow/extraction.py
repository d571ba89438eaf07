"""Extracts the claims of documents: reads, gives topics, analyses.

The language pipeline is loaded on first use.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimcmp.inputs import Inputs, find_known_actors, find_topics, list_paths, read_inputs, summarise_document
from claimcmp.records import Claim, DocumentSummary, Extraction, KnownActor, Topic
from claimcmp.workflow.names import choose_topics

if TYPE_CHECKING:
    from claimcmp.pipeline import Analyser
    from claimcmp.pipeline.reading import Reading

Progress = Callable[[int, int, str], None]
"""Called with steps done, steps in all (two a document), and the name of the next document."""


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """Settings of an extraction; all of them are in its result."""

    topics_by: Literal["terms", "meaning"] = "meaning"
    """``terms``: a sentence has a topic only by its terms. ``meaning``: one without any gets the nearest, if near."""
    meaning_threshold: float | None = None
    """Score from which a topic is near; by default it follows from how many sentences seem on topic and hold a term."""
    keep_all: bool = False
    """Keep the claims that have no topic too."""
    model: str | None = None
    """Package or folder of a spaCy pipeline that parses; the shipped one by default."""
    share_actors: bool = True
    """Names of one actor ("Moscow", "the Kremlin") share its id; else each name has an id of its own."""
    resolve: bool = True
    """Pronouns, "both countries" and the like are resolved where one antecedent is safe."""


def extract(
    inputs: Inputs,
    *,
    topics: str | Path | Sequence[Topic] | None = None,
    only: str | Iterable[str] = (),
    actors: str | Path | Sequence[KnownActor] | None = None,
    options: ExtractOptions | None = None,
    progress: Progress | None = None,
) -> Extraction:
    """Extract the claims of documents: paths, folders, globs, ``-`` or ``Document`` records.

    ``topics`` is a topics file or topics, or ``example`` for those of the package; without it the file topics.toml
    beside the documents is used. Where there is none, topics are proposed from what the sources share, and every claim
    is kept. ``only`` restricts to a topic, or to some, by id or label. ``actors`` is an actors file or
    actors; without it the file actors.toml beside the documents is used, if there is one. Raises ``SourceError`` for
    documents, topics or actors that cannot be used, and ``UsageError`` for inputs that are none.
    """
    from claimcmp.pipeline import Analyser, Naming

    options = options or ExtractOptions()
    given_topics, topics_file = find_topics(topics, list_paths(inputs))
    if given_topics is not None:
        choose_topics(given_topics, only)  # an unknown topic is told before anything is read
    known, actors_file = find_known_actors(actors, list_paths(inputs))
    documents, skipped = read_inputs(inputs)
    naming = Naming(known, shared=options.share_actors, resolved=options.resolve)
    analyser = Analyser(given_topics or (), model=options.model, naming=naming)
    report = progress or _report_nothing
    steps = 2 * len(documents)
    readings = []
    for number, document in enumerate(documents):
        report(number, steps, document.name)
        readings.append(analyser.read(document))
    proposed = given_topics is None
    if proposed:
        all_topics = tuple(proposal.topic for proposal in analyser.propose_topics(readings))
        analyser = Analyser(all_topics, model=options.model, naming=naming)
        readings = [analyser.read(document) for document in documents]
        options = replace(options, keep_all=True)
    # A sentence has its nearest topic of all, so the others are looked for even where only some are kept.
    all_topics = analyser.topics
    chosen = choose_topics(all_topics, only)
    restricted = [topic.id for topic in chosen] if len(chosen) < len(all_topics) else []
    warnings: list[str] = []
    if proposed and topics_file:
        warnings.append(f"{topics_file} holds no topic, so topics are proposed.")
    settings: dict[str, object] = {
        "topics_file": None if proposed else topics_file,
        "topics_proposed": proposed,
        "actors_file": actors_file,
        "only": restricted,
        **asdict(options),
        "model": analyser.model,
    }
    if options.topics_by == "meaning":
        readings, measured = _add_topics_by_meaning(analyser, readings, options.meaning_threshold)
        settings |= measured
        if options.meaning_threshold is not None and measured["meaning_threshold"] is None:
            warnings.append(
                "The threshold of meaning was not used: the documents have too few sentences to compare with."
            )
    summaries: list[DocumentSummary] = []
    claims: list[Claim] = []
    name_forms = analyser.find_name_forms(readings)
    results = analyser.analyse(readings, keep_all=options.keep_all, only=restricted, name_forms=name_forms)
    for number, reading in enumerate(readings):
        report(len(documents) + number, steps, reading.document.name)
        found = next(results)
        claims.extend(found.claims)
        summaries.append(
            summarise_document(reading.document, found.sentences, len(found.claims), off_topic=found.off_topic)
        )
    report(steps, steps, "")
    return Extraction(
        documents=tuple(summaries),
        topics=chosen,
        claims=tuple(claims),
        skipped=skipped,
        warnings=(*warnings, *analyser.check_examples()),
        settings=settings,
        texts={document.name: document.text for document in documents},
    )


def _add_topics_by_meaning(
    analyser: "Analyser", readings: Sequence["Reading"], threshold: float | None
) -> tuple[list["Reading"], Mapping[str, object]]:
    """Return the readings with topics by meaning, and what settings say of it; a threshold that is infinite is null."""
    result = analyser.add_topics_by_meaning(readings, threshold=threshold)
    return list(result.readings), {
        **({} if threshold is None else {"meaning_threshold_given": True}),
        "meaning_threshold": round(result.threshold, 4) if math.isfinite(result.threshold) else None,
        "term_recall": result.term_recall,
        "on_topic": result.on_topic,
    }


def _report_nothing(_done: int, _total: int, _name: str) -> None:
    """Stand in where nobody watches."""
