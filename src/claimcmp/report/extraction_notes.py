"""What came of an extraction, in sentences: what was kept, what was not and why, and what to do next."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from claimcmp.records import Extraction, Skipped
from claimcmp.report.safe_text import for_screen
from claimcmp.report.wording import count

# Scores of meaning are relative to the collection: 0 is a sentence as near to a topic as the mean of all.
WIDE, NARROW = 0.0, 0.25


def tell_topics(extraction: Extraction) -> str:
    """Say where the topics are from and how many they are; nothing where that is not known."""
    number = count(len(extraction.topics), "topic")
    if extraction.settings.get("topics_proposed"):
        return f"Topics: none given; {number} proposed from what the documents share"
    file = extraction.settings.get("topics_file")
    return f"Topics: {for_screen(file)} ({number})" if file else ""


def tell_extraction(extraction: Extraction) -> Iterator[str]:
    """Yield the closing lines: how much was found, what became of the prose, what was left out, and advice."""
    total = f"{count(len(extraction.claims), 'claim')} from {count(len(extraction.documents), 'document')}."
    parts = (total, _tell_prose(extraction), _tell_meaning(extraction), _tell_references(extraction))
    yield " ".join(part for part in (*parts, _tell_skipped(extraction.skipped)) if part)
    if extraction.documents and not extraction.claims:
        yield _advise_none(extraction)
    elif extraction.settings.get("topics_proposed"):
        yield _advise_file(extraction)


def _tell_prose(extraction: Extraction) -> str:
    """Say what became of the sentences: those with claims, those that claim nothing, and those on no topic."""
    sentences = sum(document.sentences for document in extraction.documents)
    # Of claims that were made elsewhere it is not known why others are missing.
    if not sentences or "keep_all" not in extraction.settings:
        return ""
    holding = len({(claim.document, claim.sentence_start) for claim in extraction.claims})
    kept = bool(extraction.settings.get("keep_all"))
    aside = 0 if kept else sum(document.off_topic for document in extraction.documents)
    nothing = max(0, sentences - holding - aside)
    told = [f"{holding:,} {'holds' if holding == 1 else 'hold'} them"]
    told += [f"{nothing:,} {'claims' if nothing == 1 else 'claim'} nothing"] if nothing else []
    told += [f"{aside:,} {'is' if aside == 1 else 'are'} on no topic (--all keeps their claims)"] if aside else []
    loose = sum(not claim.topics for claim in extraction.claims)
    on_none = (
        f" {count(loose, 'claim')} {'is' if loose == 1 else 'are'} on no topic." if loose and extraction.topics else ""
    )
    return f"Of {count(sentences, 'sentence')} of prose {', '.join(told)}.{on_none}"


def _tell_meaning(extraction: Extraction) -> str:
    """Say how many claims have a topic by meaning, how near that had to be, and why."""
    found = sum(any(item.by == "meaning" for item in claim.topic_evidence) for claim in extraction.claims)
    threshold = extraction.settings.get("meaning_threshold")
    if threshold is None or not extraction.topics or extraction.settings.get("topics_proposed"):
        return ""
    told = f"{count(found, 'topic')} by meaning" if found else "No topic by meaning"
    if extraction.settings.get("meaning_threshold_given"):
        return f"{told} (from a score of {threshold:g} on, as set)."
    kind = "wide" if threshold < WIDE else "narrow" if threshold > NARROW else "middling"
    recall, on_topic = (extraction.settings.get(name) for name in ("term_recall", "on_topic"))
    why = "" if recall is None else f": {recall:.0%} of the sentences near a topic hold a term"
    why += "" if on_topic is None else f"; about {on_topic:.0%} of all seem to be on one"
    return f"{told} ({kind} limit{why})."


def _tell_references(extraction: Extraction) -> str:
    """Say how many pronouns and the like are resolved, and how many are not."""
    places = {
        (claim.document, reference.start, reference.end): reference.by is not None
        for claim in extraction.claims
        for reference in claim.references
    }
    if not places:
        return ""
    resolved = sum(places.values())
    left = f", {len(places) - resolved:,} left as printed" if resolved < len(places) else ""
    return f"{count(resolved, 'reference')} resolved{left}."


def _tell_skipped(skipped: Sequence[Skipped]) -> str:
    if not skipped:
        return "Skipped: nothing."
    told = ", ".join(f"{for_screen(left_out.what)} ({for_screen(left_out.reason).rstrip('.')})" for left_out in skipped)
    return f"Skipped: {count(len(skipped), 'file')}: {told}."


def _advise_none(extraction: Extraction) -> str:
    if extraction.settings.get("keep_all"):
        return "No claim was found: no sentence of the documents is prose that asserts something."
    return "No claim was found. Try --all to see all prose, or `claimcmp topics suggest` for topics of these documents."


def _advise_file(extraction: Extraction) -> str:
    folders = {PurePath(document.path).parent.as_posix() for document in extraction.documents if document.path}
    folder = for_screen(folders.pop()) if len(folders) == 1 else "FOLDER"
    quoted = f"'{folder}'" if " " in folder else folder
    return (
        "Proposed topics are headings: claims are compared whether they share one or not. To choose your own, write "
        f"them to a file and edit it: claimcmp topics suggest {quoted} --write {quoted}/topics.toml"
    )
