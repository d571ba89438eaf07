"""What a reader must know about a claim beside its quote: who holds it, how firmly, and why it is on the topic."""

from collections.abc import Iterator

from claimcmp.records import Attribution, Claim, Cue


def describe_claim(claim: Claim, *, topic: str) -> tuple[str, ...]:
    """Return the notes on a claim; none for a plain statement in the author's own voice.

    The words that decided stand in square brackets behind what they decided. Texts of the source are not made safe
    here.
    """
    return tuple(_find_notes(claim, topic))


def describe_attitude(claim: Claim) -> Iterator[str]:
    """Yield who holds a claim, how firmly, and whether it denies; nothing for what is plainly asserted."""
    if claim.attributed_to:
        yield _tell_attribution(claim.attributed_to)
    if claim.modality != "asserted":
        yield f"{claim.modality}{_cue(claim.modality_cue)}"
    if claim.polarity == "negated":
        yield f"negated{_cue(claim.polarity_cue)}"


def _find_notes(claim: Claim, topic: str) -> Iterator[str]:
    yield from describe_attitude(claim)
    if topic not in claim.topics and any(near.topic == topic for near in claim.near_topics):
        yield f"on {', '.join(claim.topics)}, near this topic"
    evidence = [found for found in claim.topic_evidence if found.topic == topic]
    # A term in the claim itself needs no note, whatever else led to the topic.
    if evidence and all(found.by in {"carried", "meaning"} for found in evidence):
        carried = next((found for found in evidence if found.by == "carried"), None)
        yield f"topic carried over [{carried.text}]" if carried else "topic by meaning"


def _tell_attribution(attribution: Attribution) -> str:
    verb = "quoted from" if attribution.kind == "direct" else "reported from"
    stance = "" if attribution.stance == "neutral" else f", {attribution.stance}"
    return f"{verb} {attribution.name or 'nobody named'}{f' [{attribution.cue}]' if attribution.cue else ''}{stance}"


def _cue(cue: Cue | None) -> str:
    return f" [{cue.text}]" if cue else ""
