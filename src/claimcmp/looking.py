"""Looking closer: a claim or group in its place, whether saved quotes still stand, what changed between two runs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from claimcmp.errors import UsageError
from claimcmp.findings import (
    QUOTE_STATES,
    Difference,
    DocumentCheck,
    PlacedClaim,
    QuoteCheck,
    Sentence,
    Verification,
    View,
)
from claimcmp.records import Claim, Comparison, DocumentSummary, Extraction, Group, Review
from claimcmp.skills import sentences
from claimcmp.sources import DecodingError, decode, expand_home, read_documents
from claimcmp.workflow import compare, find_claim

NEAR = 80
"""Of 100: from this likeness on a stretch of a document is a quote that was edited."""
AROUND = 30
"""Characters on each side by which one of several equal quotes is told from the others."""
_DANGLING = " \n\t([{“‘,;"
"""What no quote ends with; the alignment is as long as the quote was."""
CONTEXT = 2
"""Sentences before and after a claim that are shown."""


def show(extraction: Extraction, name: str, *, context: int = CONTEXT, reviews: Iterable[Review] = ()) -> View:
    """Return a claim or a group by its id, or by a beginning of it that no other has, with the sentences around it."""
    decided = tuple(reviews)
    if any(claim.id.startswith(name) for claim in extraction.claims):
        claim = find_claim(extraction.claims, name)
        topics = [topic.id for topic in extraction.topics if topic.id in claim.topics]
        compared = compare(extraction, topics=topics, reviews=decided) if topics else None
        groups = [group for group in compared.groups if claim.id in group.claims] if compared else []
        return _make_view(extraction, [claim], groups, context)
    group = _find_group(extraction, name, decided)
    by_id = {claim.id: claim for claim in extraction.claims}
    return _make_view(extraction, [by_id[claim] for claim in group.claims], [group], context)


def diff(
    old: Extraction, new: Extraction, *, old_reviews: Iterable[Review] = (), new_reviews: Iterable[Review] = ()
) -> Difference:
    """Return what changed between two runs: documents, claims, groups whose verdict is another, settings."""
    from claimcmp.compare.editions import find_changes

    return find_changes(old, new, compare(old, reviews=old_reviews), compare(new, reviews=new_reviews))


def verify(extraction: Extraction, paths: Sequence[str | Path] = ()) -> Verification:
    """Check every saved quote against its document's file: the one it was read from, or one among ``paths``."""
    claims: dict[str, list[Claim]] = {document.name: [] for document in extraction.documents}
    for claim in extraction.claims:
        claims.setdefault(claim.document, []).append(claim)
    texts = _read_given(extraction.documents, paths) if paths else map(_read_known, extraction.documents)
    checks = tuple(
        _check_document(document, claims[document.name], found, extraction.texts.get(document.name))
        for document, found in zip(extraction.documents, texts, strict=True)
    )
    return Verification(checks, _count(check.counts for check in checks))


_Text = tuple[str | None, str | None, str]
"""Text, path, and why there is none."""


def _read_known(document: DocumentSummary) -> _Text:
    if document.path is None:
        return None, None, "the claims folder does not say where its file is"
    path = expand_home(document.path)
    try:
        return decode(path.read_bytes())[0], document.path, ""
    except FileNotFoundError:
        return None, document.path, "there is no such file"
    except DecodingError as error:
        return None, document.path, f"{error}"
    except OSError as error:
        return None, document.path, f"it cannot be read: {error.strerror}"


def _read_given(documents: Iterable[DocumentSummary], paths: Sequence[str | Path]) -> Iterator[_Text]:
    read, _ = read_documents(paths)
    by_name = {document.name: document for document in read}
    for document in documents:
        # A document may have been named with its folder, where two files have one name.
        found = by_name.get(document.name) or by_name.get(Path(document.name).name)
        if found is None:
            yield None, None, "no file of that name is among those given"
        else:
            yield found.text, found.path, ""


def _check_document(document: DocumentSummary, claims: Iterable[Claim], found: _Text, old: str | None) -> DocumentCheck:
    text, path, problem = found
    other_ends = text is not None and old is not None and text != old and _unify(text) == _unify(old)
    checks = [_check_quote(claim, old if other_ends else text, old) for claim in claims]
    return DocumentCheck(
        document=document.name,
        source=document.source,
        path=path,
        problem=problem,
        counts=_count([Counter(check.state for check in checks)]),
        quotes=tuple(check for check in checks if check.state != "exact"),
        other_line_ends=other_ends,
    )


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_quote(claim: Claim, text: str | None, old: str | None) -> QuoteCheck:
    saved = (claim.text, claim.start, claim.end)
    if text is None:
        return QuoteCheck(claim.id, "missing", *saved)
    if text[claim.start : claim.end] == claim.text:
        return QuoteCheck(claim.id, "exact", *saved, claim.start, claim.end)
    places = list(_find_places(claim.text, text))
    if len(places) > 1:
        same = [start for start in places if old is not None and _is_like_before(claim, start, text, old)]
        places = same if len(same) == 1 else places
    if len(places) == 1:
        return QuoteCheck(claim.id, "moved", *saved, places[0], places[0] + len(claim.text))
    if places:
        return QuoteCheck(claim.id, "unclear", *saved)
    return _find_edited(claim, text)


def _find_places(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _is_like_before(claim: Claim, start: int, text: str, old: str) -> bool:
    """Tell whether the same words stand around a place as stood around the claim."""
    end = start + len(claim.text)
    before = text[max(0, start - AROUND) : start] == old[max(0, claim.start - AROUND) : claim.start]
    return before and text[end : end + AROUND] == old[claim.end : claim.end + AROUND]


def _find_edited(claim: Claim, text: str) -> QuoteCheck:
    from rapidfuzz import fuzz

    saved = (claim.text, claim.start, claim.end)
    found = fuzz.partial_ratio_alignment(claim.text, text, score_cutoff=NEAR) if claim.text and text else None
    # In a text shorter than the quote the whole of it would be found in the quote.
    if found is None or len(text) < len(claim.text):
        return QuoteCheck(claim.id, "gone", *saved)
    start, end = found.dest_start, found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while end > start and text[end - 1] in _DANGLING:
        end -= 1
    return QuoteCheck(claim.id, "changed", *saved, start, end, text[start:end])


def _count(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for held in counts:
        total.update(held)
    return {state: total[state] for state in QUOTE_STATES}


def _find_group(extraction: Extraction, name: str, reviews: Sequence[Review]) -> Group:
    # A group's id begins with its topic, so only what may be meant is compared.
    meant = [topic.id for topic in extraction.topics if name.startswith(f"{topic.id}-")]
    compared: Comparison = compare(extraction, topics=meant, reviews=reviews)
    groups = {group.id: group for group in (*compared.groups, *compared.rejected)}
    found = [name] if name in groups else [group for group in groups if name and group.startswith(name)]
    if len(found) == 1:
        return groups[found[0]]
    if found:
        raise UsageError(f'{len(found)} groups begin with "{name}": {", ".join(sorted(found))}. Write more of the id.')
    from difflib import get_close_matches

    near = get_close_matches(name, [*groups, *(claim.id for claim in extraction.claims)], n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise UsageError(f'No claim and no group has the id "{name}".{hint} `claimcmp compare` shows the ids.')


def _make_view(extraction: Extraction, claims: Sequence[Claim], groups: Sequence[Group], context: int) -> View:
    shown = {claim.id for claim in claims}
    wanted = {claim for group in groups for claim in group.claims} - shown
    documents = {document.name: document for document in extraction.documents}
    borders = {name: sentences(extraction.texts[name]) for name in {c.document for c in claims} & {*extraction.texts}}
    return View(
        claims=tuple(
            _place(claim, documents[claim.document], extraction.texts, borders.get(claim.document, ()), context)
            for claim in claims
        ),
        groups=tuple(groups),
        partners=tuple(claim for claim in extraction.claims if claim.id in wanted),
    )


def _place(
    claim: Claim,
    document: DocumentSummary,
    texts: Mapping[str, str],
    borders: Sequence[tuple[int, int]],
    context: int,
) -> PlacedClaim:
    text = texts.get(claim.document)
    if text is None:
        return PlacedClaim(claim, document)
    before = [(start, end) for start, end in borders if end <= claim.sentence_start]
    after = [(start, end) for start, end in borders if start >= claim.sentence_end]
    held, first, last = (claim.sentence_start, claim.sentence_end), max(0, len(before) - context), context
    return PlacedClaim(
        claim,
        document,
        before=tuple(Sentence(text[start:end], start, end) for start, end in before[first:]),
        sentence=Sentence(text[held[0] : held[1]], *held),
        after=tuple(Sentence(text[start:end], start, end) for start, end in after[:last]),
    )
