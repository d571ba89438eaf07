"""Annotates one document: every sentence with everything that was found in it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from claimcmp.errors import SourceError
from claimcmp.inputs import find_known_actors, find_topics, summarise_document
from claimcmp.records import AnnotatedSentence, Annotation, Claim, Document, KnownActor, Topic
from claimcmp.sources import check_published, read_documents
from claimcmp.workflow import ExtractOptions


def annotate(
    document: str | Path | Document,
    *,
    topics: str | Path | Sequence[Topic] | None = None,
    actors: str | Path | Sequence[KnownActor] | None = None,
    options: ExtractOptions | None = None,
) -> Annotation:
    """Return a document's sentences with layout, topics and claims, those on no topic too.

    ``topics`` and ``actors`` are chosen as in ``extract``, but no topics are proposed. Topics by meaning are
    seen against this document alone.
    """
    from claimcmp.pipeline import Analyser, Naming

    options = options or ExtractOptions()
    paths = [] if isinstance(document, Document) else [document]
    found, topics_file = find_topics(topics, paths)
    # One document cannot tell what several share, so without topics it is shown without.
    chosen = found or ()
    known, actors_file = find_known_actors(actors, paths)
    document = _read(document)
    naming = Naming(known, shared=options.share_actors, resolved=options.resolve)
    analyser = Analyser(chosen, model=options.model, naming=naming)
    reading = analyser.read(document)
    if options.topics_by == "meaning":
        reading = analyser.add_topics_by_meaning([reading], threshold=options.meaning_threshold).readings[0]
    claims: dict[int, list[Claim]] = {}
    for claim in next(analyser.analyse([reading], keep_all=True)).claims:
        claims.setdefault(claim.sentence_start, []).append(claim)
    evidence = {sentence.start: sentence.evidence for sentence in reading.sentences}
    sentences = tuple(
        AnnotatedSentence(
            text=document.text[start:end],
            start=start,
            end=end,
            layout=layout,
            topic_evidence=evidence.get(start, ()),
            claims=tuple(claims.get(start, ())),
        )
        for start, end, layout in analyser.find_layout(document)
    )
    return Annotation(
        document=summarise_document(reading.document, len(reading.sentences), sum(map(len, claims.values()))),
        topics=chosen,
        sentences=sentences,
        warnings=tuple(analyser.check_examples()),
        settings={
            "topics_file": topics_file if found else None,
            "actors_file": actors_file,
            **asdict(options),
            "model": analyser.model,
        },
    )


def _read(document: str | Path | Document) -> Document:
    if isinstance(document, Document):
        check_published(document)
        return document
    read, skipped = read_documents([document])
    if len(read) > 1:
        raise SourceError(f"{document} holds {len(read)} documents. Name one of them.")
    if not read:
        reasons = "; ".join(f"{item.what} ({item.reason.rstrip('.')})" for item in skipped)
        raise SourceError(f"There is no document to annotate in {document}{f': {reasons}' if reasons else ''}.")
    return read[0]
