"""What changed between two runs, or two editions of a source: documents, claims, verdicts, settings."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import PurePath

from rapidfuzz import fuzz, process

from claimcmp.compare.edited_groups import find_group_changes, pair_groups
from claimcmp.compare.features.dates.hours import find_hours
from claimcmp.findings import ClaimChange, Difference, DocumentChange, SettingChange
from claimcmp.records import Claim, Comparison, DocumentSummary, Extraction, Topic

NEAR = 75
"""Of 100: from this likeness on two quotes are one that was edited, not two."""
THRESHOLD_GIVEN = "meaning_threshold_given"
"""The setting that tells whether the threshold was asked for; else it follows from the documents."""
_FILES = ("topics_file", "actors_file")
_FACTS = ("author", "title", "published", "url", "voice")


def find_changes(
    old: Extraction, new: Extraction, old_comparison: Comparison, new_comparison: Comparison
) -> Difference:
    """Return what the second run has that the first had not, what is gone, and what says something else.

    A document is the same by its name; what is left is the same by its source, so that two editions may have two names.
    """
    documents = tuple(_pair_documents(old.documents, new.documents))
    document_changes = tuple(_find_document_changes(documents))
    pairs = [pair for before, after in documents for pair in _pair_claims(old, new, before, after)]
    counterparts = {before.name: after.name for before, after in documents if before and after}
    claim_changes = tuple(_find_claim_changes(old, new, pairs, counterparts))
    renamed = {a.id: b.id for a, b in pairs if a and b}
    group_pairs = list(pair_groups(old_comparison.groups, new_comparison.groups, renamed))
    group_changes = tuple(find_group_changes(group_pairs, renamed))
    return Difference(
        documents=document_changes,
        claims=claim_changes,
        groups=group_changes,
        settings=tuple(_find_setting_changes(old, new)),
        unchanged={
            "documents": len(documents) - len(document_changes),
            "claims": len(pairs) - len(claim_changes),
            "groups": len(group_pairs) - len(group_changes),
        },
    )


def _pair_documents(
    old: Sequence[DocumentSummary], new: Sequence[DocumentSummary]
) -> Iterator[tuple[DocumentSummary | None, DocumentSummary | None]]:
    later = {document.name: document for document in new}
    left = {document.name: document for document in new if document.name not in {d.name for d in old}}
    for document in sorted(old, key=_edition):
        same = later.get(document.name)
        if same is None:
            # Of several editions of a source, the first is set against the first.
            same = next((d for d in sorted(left.values(), key=_edition) if d.source == document.source), None)
            if same is not None:
                del left[same.name]
        yield document, same
    for document in sorted(left.values(), key=_edition):
        yield None, document


def _edition(document: DocumentSummary) -> tuple[str, str]:
    return document.published or "", document.name


def _find_document_changes(
    pairs: Iterable[tuple[DocumentSummary | None, DocumentSummary | None]],
) -> Iterator[DocumentChange]:
    for old, new in pairs:
        if old is None or new is None:
            document = old or new
            if document is not None:
                kind = "new" if old is None else "gone"
                yield DocumentChange(kind, document.source, old and old.name, new and new.name)  # type: ignore[arg-type]
            continue
        differs = ["name"] if old.name != new.name else []
        differs += ["source"] if old.source != new.source else []
        differs += ["text"] if old.sha256 != new.sha256 else []
        differs += [fact for fact in _FACTS if getattr(old, fact) != getattr(new, fact)]
        if differs:
            yield DocumentChange("changed", new.source, old.name, new.name, tuple(differs))


def _pair_claims(
    old: Extraction, new: Extraction, before: DocumentSummary | None, after: DocumentSummary | None
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Yield the claims of a document in both runs: by the same words in their order, then by near words."""
    theirs = _of_document(new, after)
    by_text: dict[str, list[Claim]] = {}
    for claim in theirs:
        by_text.setdefault(_fold(claim.text), []).append(claim)
    paired: dict[str, Claim] = {}
    left: list[Claim] = []
    for claim in _of_document(old, before):
        same = by_text.get(_fold(claim.text))
        if same:
            paired[claim.id] = same.pop(0)
        else:
            left.append(claim)
    taken = {claim.id for claim in paired.values()}
    paired |= _pair_near(left, [claim for claim in theirs if claim.id not in taken])
    taken = {claim.id for claim in paired.values()}
    for claim in _of_document(old, before):
        yield claim, paired.get(claim.id)
    for claim in theirs:
        if claim.id not in taken:
            yield None, claim


def _pair_near(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, Claim]:
    found: list[tuple[float, int, int]] = []
    texts = [_fold(claim.text) for claim in new]
    for number, claim in enumerate(old):
        near = process.extract(_fold(claim.text), texts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
        found += [(-score, number, other) for _, score, other in near]
    paired: dict[str, Claim] = {}
    taken: set[int] = set()
    for _, number, other in sorted(found):
        if old[number].id not in paired and other not in taken:
            paired[old[number].id] = new[other]
            taken.add(other)
    return paired


def _find_claim_changes(
    old: Extraction,
    new: Extraction,
    pairs: Iterable[tuple[Claim | None, Claim | None]],
    counterparts: Mapping[str, str],
) -> Iterator[ClaimChange]:
    before = {later: earlier for earlier, later in counterparts.items()}
    for was, now in pairs:
        if was and now:
            sides = [_describe(claim) for claim in (was, now)]
            differs = tuple(name for name in sides[0] if sides[0][name] != sides[1][name])
            if differs:
                yield ClaimChange("changed", was, now, differs)
        elif was:
            passed_over = _passes_over(new, counterparts.get(was.document), was.text)
            yield ClaimChange("gone", was, None, ("topics",) if passed_over else ())
        elif now:
            passed_over = _passes_over(old, before.get(now.document), now.text)
            yield ClaimChange("new", None, now, ("topics",) if passed_over else ())


def _passes_over(extraction: Extraction, document: str | None, quote: str) -> bool:
    """Tell whether a run that keeps only what is on a topic found words in a document and made no claim of them."""
    text = extraction.texts.get(document or "")
    if text is None or extraction.settings.get("keep_all", True):
        return False
    claims = [(claim.start, claim.end) for claim in extraction.claims if claim.document == document]
    places = ((found.start(), found.end()) for found in re.finditer(re.escape(quote), text))
    return any(all(last <= start or end <= first for first, last in claims) for start, end in places)


def _describe(claim: Claim) -> Mapping[str, object]:
    """Return what may differ in a claim, by name."""
    said = claim.attributed_to
    return {
        "wording": _fold(claim.text),
        "polarity": claim.polarity,
        "certainty": claim.modality,
        "number": [(quantity.low, quantity.high, quantity.unit) for quantity in claim.quantities],
        "date": [date.iso for date in claim.dates if date.of == "event"],
        "hour": [(hours.first, hours.last) for hours in find_hours(claim)],
        "attribution": (said.name.casefold(), said.stance) if said else None,
        "topics": sorted(claim.topics),
    }


def _find_setting_changes(old: Extraction, new: Extraction) -> Iterator[SettingChange]:
    before, after = _find_chosen(old.settings), _find_chosen(new.settings)
    for name in dict.fromkeys([*before, *after]):
        sides = [_show(settings.get(name)) for settings in (before, after)]
        if sides[0] != sides[1]:
            yield SettingChange(name, *sides)
    topics = [{topic.id: topic for topic in extraction.topics} for extraction in (old, new)]
    for topic in dict.fromkeys([*topics[0], *topics[1]]):
        sides = [_define(held.get(topic)) for held in topics]
        if sides[0] != sides[1]:
            yield SettingChange(f"topic {topic}", *sides)


def _find_chosen(settings: Mapping[str, object]) -> Mapping[str, object]:
    """Return the settings that somebody chose: not what a run measured, nor in which folder a file lay."""
    measured = {"term_recall", "on_topic", THRESHOLD_GIVEN} | (
        set() if settings.get(THRESHOLD_GIVEN) else {"meaning_threshold"}
    )
    return {
        name: PurePath(value).name if name in _FILES and isinstance(value, str) else value
        for name, value in settings.items()
        if name not in measured
    }


def _define(topic: Topic | None) -> str:
    return "" if topic is None else _show({name: value for name, value in asdict(topic).items() if value})


def _show(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _of_document(extraction: Extraction, document: DocumentSummary | None) -> list[Claim]:
    return [claim for claim in extraction.claims if document and claim.document == document.name]


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
