"""The Python API: extract claims from documents, compare them, judge two texts.

The language pipeline and the comparator are loaded on first use; importing this module loads neither spaCy nor numpy.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimcmp.compare import CompareOptions
from claimcmp.errors import UsageError
from claimcmp.inputs import check_text, find_known_actors, find_topics, summarise_document
from claimcmp.records import (
    RELATIONS,
    Claim,
    Comparison,
    Document,
    DocumentSummary,
    Explanation,
    Extraction,
    Judgment,
    KnownActor,
    Review,
    Skipped,
    Topic,
)
from claimcmp.sources import check_published, find_topic, is_date, read_documents

if TYPE_CHECKING:
    from claimcmp.compare.filters import Filters
    from claimcmp.pipeline import Analyser

IDS_SHOWN = 6
FEWEST_WORDS = 2
"""Of a statement that is judged."""
Inputs = str | Path | Document | Sequence[str | Path | Document]
Progress = Callable[[int, int, str], None]
"""Called with steps done, steps in all (two a document), and the name of the next document."""


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """Settings of an extraction; all of them are in its result."""

    topics_by: Literal["terms", "meaning"] = "meaning"
    """``terms``: a sentence has a topic only by its terms. ``meaning``: one without any gets the nearest, if near."""
    meaning_threshold: float | None = None
    """Score from which a topic is near; by default it follows from how many near sentences hold a term."""
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
        _choose(given_topics, only)  # an unknown topic is told before anything is read
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
    chosen = _choose(all_topics, only)
    restricted = [topic.id for topic in chosen] if len(chosen) < len(all_topics) else []
    warnings: list[str] = []
    if proposed and topics_file:
        warnings.append(f"{topics_file} names no topic, so topics are proposed.")
    settings: dict[str, object] = {
        "topics_file": None if proposed else topics_file,
        "topics_proposed": proposed,
        "actors_file": actors_file,
        "only": restricted,
        **asdict(options),
        "model": analyser.model,
    }
    if options.topics_by == "meaning":
        result = analyser.add_topics_by_meaning(readings, threshold=options.meaning_threshold)
        readings = list(result.readings)
        if options.meaning_threshold is not None and not math.isfinite(result.threshold):
            warnings.append(
                "The threshold of meaning was not used: the documents have too few sentences to compare with."
            )
        settings |= {} if options.meaning_threshold is None else {"meaning_threshold_given": True}
        settings |= {"meaning_threshold": _finite(result.threshold), "term_recall": round(result.term_recall, 4)}
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


def compare(
    claims: Extraction | Iterable[Claim],
    *,
    topics: str | Iterable[str] = (),
    options: CompareOptions | None = None,
    reviews: Iterable[Review] = (),
) -> Comparison:
    """Compare the claims of different sources, topic by topic; ``topics`` are ids or labels, default all.

    Topics that were proposed are headings: claims are compared whether they share one or not. ``reviews`` are decisions
    of people, which are followed where they still fit. Claims without an extraction are compared within the topics that
    they have. Raises ``UsageError`` for an
    unknown topic, and for the path of a folder.
    """
    if isinstance(claims, str | Path):
        raise UsageError(
            f'compare takes an Extraction or claims, not the path "{claims}". '
            "Read the folder first: compare(claimcmp.store.read_extraction(Path(...)))."
        )
    extraction = claims if isinstance(claims, Extraction) else _make_extraction(claims)
    from claimcmp.compare.comparator import compare_claims
    from claimcmp.compare.proposed_topics import OTHER, compare_under_proposed

    proposed = bool(extraction.settings.get("topics_proposed"))
    known = (*extraction.topics, OTHER) if proposed else extraction.topics
    # By id: a topic with patterns has no hash.
    chosen = tuple({topic.id: topic for topic in (find_topic(known, name) for name in _list_names(topics))}.values())
    compare_all = compare_under_proposed if proposed else compare_claims
    comparison = compare_all(extraction, topics=chosen or None, options=options)
    decided = tuple(reviews)
    if not decided:
        return comparison
    from claimcmp.review.replay import replay

    return replay(extraction, comparison, decided, options=options)


def judge(text_a: str, text_b: str, *, options: CompareOptions | None = None) -> Judgment:
    """Judge two statements as if two sources had made them: are they on one matter, and how do they relate.

    Of a text that claims several things the first is judged; ``explain_texts`` says what is left.
    """
    from claimcmp.pipeline import load_plain_analyser

    analyser = load_plain_analyser()
    first, second = (_find_statement(analyser, name, text) for name, text in (("a", text_a), ("b", text_b)))
    from claimcmp.compare.comparator import judge_claims

    return judge_claims(first, second, options=options)


def explain(extraction: Extraction, a: str, b: str, *, options: CompareOptions | None = None) -> Explanation:
    """Explain what is said of two claims, by id or by the beginning of an id that no other claim has."""
    first, second = (find_claim(extraction.claims, name) for name in (a, b))
    if first is second:
        raise UsageError(f'Both names mean the claim "{first.id}". Name two claims.')
    from claimcmp.compare.explanation import explain_pair

    return explain_pair(extraction, first, second, options=options)


def explain_texts(text_a: str, text_b: str, *, options: CompareOptions | None = None) -> Explanation:
    """Explain what is said of two statements, as if two sources had made them."""
    judgment = judge(text_a, text_b, options=options)
    from claimcmp.compare.explanation import explain_claims

    return explain_claims(judgment.a, judgment.b, options=options, notes=_tell_rest(text_a, text_b))


def select(
    comparison: Comparison,
    *,
    relations: str | Iterable[str] = (),
    sources: str | Iterable[str] = (),
    since: str | None = None,
    min_confidence: float | None = None,
) -> Comparison:
    """Return the part of a comparison that has one of the relations and of the sources, is recent and sure enough.

    Verdicts stay those of the whole. Raises ``UsageError`` for a relation or a source that is not known, and for a date
    that is none.
    """
    from claimcmp.compare.filters import filter_comparison

    filters = find_filters(
        comparison.documents, relations=relations, sources=sources, since=since, min_confidence=min_confidence
    )
    return filter_comparison(comparison, filters)


def find_filters(
    documents: Iterable[DocumentSummary],
    *,
    relations: str | Iterable[str] = (),
    sources: str | Iterable[str] = (),
    since: str | None = None,
    min_confidence: float | None = None,
) -> "Filters":
    """Return what ``select`` filters by, all names known; so they can be checked before anything is compared."""
    known = list(dict.fromkeys(document.source for document in documents))
    chosen = [_know("source", name, known) for name in _list_names(sources)]
    wanted = [_know("relation", name, RELATIONS) for name in _list_names(relations)]
    if since is not None and not is_date(since):
        raise UsageError(f'"{since}" is no date. Write a year, a month or a day: 2019, 2019-04 or 2019-04-25.')
    from claimcmp.compare.filters import Filters

    return Filters(
        relations=tuple(relation for relation in RELATIONS if relation in wanted),
        sources=tuple(source for source in known if source in chosen),
        since=since,
        min_confidence=min_confidence,
    )


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the borders of the sentences of ``text`` as code-point offsets, layout such as headings included."""
    from claimcmp.pipeline.sentences import find_text_sentences

    return tuple(find_text_sentences(text)[1])


def read_inputs(inputs: Inputs) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents that are meant, sorted by name, and what was left out."""
    given = [item for item in _list_inputs(inputs) if isinstance(item, Document)]
    for document in given:
        check_published(document)
    paths = list_paths(inputs)
    read, skipped = read_documents(paths) if paths else ((), ())
    return tuple(_unique([*given, *read])), tuple(skipped)


def list_paths(inputs: Inputs) -> list[str | Path]:
    """Return those of the inputs that are paths."""
    return [item for item in _list_inputs(inputs) if not isinstance(item, Document)]


def _list_inputs(inputs: object) -> list[str | Path | Document]:
    items = list(inputs) if isinstance(inputs, Iterable) and not isinstance(inputs, str | bytes) else [inputs]
    documents = [item for item in items if isinstance(item, str | Path | Document)]
    for item in items:
        if not isinstance(item, str | Path | Document):
            raise UsageError(
                f"extract takes paths and Documents, not {item!r}. Name a file or folder, or list several."
            )
    return documents


def _list_names(names: str | Iterable[str]) -> list[str]:
    # A string is also an iterable of strings: its letters.
    return [names] if isinstance(names, str) else list(names)


def _know(kind: str, name: str, known: Sequence[str]) -> str:
    """Return the known name that is meant, whatever its case."""
    found = next((one for one in known if one.casefold() == name.strip().casefold()), None)
    if found is None:
        from claimcmp.report import unknown_name

        raise UsageError(unknown_name(kind, name, known))
    return found


def find_claim(claims: Sequence[Claim], name: str) -> Claim:
    """Return the claim with an id, or with a beginning of an id that no other claim has."""
    exact = [claim for claim in claims if claim.id == name]
    found = exact or [claim for claim in claims if name and claim.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    ids = [claim.id for claim in found or claims]
    if found:
        shown = ", ".join(ids[:IDS_SHOWN]) + (", …" if len(ids) > IDS_SHOWN else "")
        raise UsageError(f'{len(ids)} claims begin with "{name}": {shown}. Write more of the id.')
    near = get_close_matches(name, ids, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise UsageError(f'No claim has the id "{name}".{hint} `claimcmp compare --format csv` lists the ids.')


def _find_statement(analyser: "Analyser", name: str, text: str) -> Claim:
    return _find_statements(analyser, name, text)[0]


def _find_statements(analyser: "Analyser", name: str, text: str) -> tuple[Claim, ...]:
    check_text(text)
    found = analyser.find_claims(Document(name=name, text=text, source=name), keep_all=True)
    # A single word is taken for a whole sentence, but it is what a claim is about, and says nothing of it.
    if not found.claims or len(text.split()) < FEWEST_WORDS:
        raise UsageError(f'Nothing is claimed in "{text}". Give a whole sentence that asserts something.')
    return found.claims


def _tell_rest(text_a: str, text_b: str) -> Iterator[str]:
    """Yield what is claimed in either text beyond the claim that is judged."""
    from claimcmp.pipeline import load_plain_analyser

    for name, text in (("A", text_a), ("B", text_b)):
        first, *rest = _find_statements(load_plain_analyser(), name, text)
        if rest:
            left = ", ".join(f"“{claim.text}”" for claim in rest)
            yield f"of {name} only its first claim is judged, “{first.text}”; left is {left}"


def _choose(topics: tuple[Topic, ...], names: str | Iterable[str]) -> tuple[Topic, ...]:
    wanted = {find_topic(topics, name).id for name in _list_names(names)}
    return tuple(topic for topic in topics if topic.id in wanted) if wanted else topics


def _unique(documents: Iterable[Document]) -> list[Document]:
    ordered = sorted(documents, key=lambda document: document.name)
    for first, second in pairwise(ordered):
        if first.name == second.name:
            raise UsageError(f'Two documents have the name "{first.name}". Give each its own.')
    return ordered


def _report_nothing(_done: int, _total: int, _name: str) -> None:
    """Stand in where nobody watches."""


def _finite(threshold: float) -> float | None:
    return round(threshold, 4) if math.isfinite(threshold) else None


def _make_extraction(claims: Iterable[Claim]) -> Extraction:
    ordered = tuple(sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.id)))
    counts: dict[str, int] = {}
    for claim in ordered:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    firsts = {claim.document: claim for claim in reversed(ordered)}
    documents = tuple(
        DocumentSummary(name, firsts[name].source, None, None, firsts[name].published, None, None, "", 0, count)
        for name, count in counts.items()
    )
    topic_ids = dict.fromkeys(topic for claim in ordered for topic in claim.topics)
    return Extraction(documents=documents, topics=tuple(Topic(topic, topic) for topic in topic_ids), claims=ordered)
