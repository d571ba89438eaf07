"""How a group stands, in words: majority and outliers, shared voices, ranges of values."""

from collections.abc import Iterable

from claimcmp.records import Consensus, Copy, Decision, Group, Spread, Voice
from claimcmp.report.wording import count, is_only_alike, list_words
from claimcmp.units import name_unit

_MANY = 4
"""Names that are listed in full; of more, the rest is counted."""


def tell_consensus(group: Group) -> str:
    """Return "3 of 4 agree; Chatham House differs (number)"; empty for a single voice."""
    consensus, voices = group.consensus, len(group.voices)
    if voices < 2:
        return ""
    if consensus is None:
        return f"no majority among {count(voices, 'voice')}"
    together = len(consensus.together)
    held = "agree" if consensus.agree and not is_only_alike(group) else "do not differ"
    told = f"{together} of {voices} {held}" if together > 1 or voices > 1 else ""
    return "; ".join([told, *_tell_outliers(consensus)])


def tell_shared_voices(group: Group) -> list[str]:
    """Return why several sources count as one voice, a phrase a voice."""
    return [_tell_voice(voice) for voice in group.voices if len(voice.sources) > 1]


def tell_spreads(group: Group) -> list[str]:
    """Return the range of each measured value: "12–15 million t, median 13.5 (3 voices)"."""
    return [tell_spread(spread) for spread in group.spreads]


def tell_spread(spread: Spread) -> str:
    """Return the range of one measured value; a bound is shown as it is printed."""
    unit = f" {name_unit(spread.unit, spread.high)}" if spread.unit else ""
    of = f" of {spread.of}" if spread.of else ""
    bounds = [f"{item.voice}: {' or '.join(item.texts)}" for item in spread.values if item.open]
    voices = "; ".join([count(len(spread.values), "voice"), *bounds])
    if spread.low == spread.high:
        return f"{_number(spread.low)}{unit}{of} ({voices})"
    values = f"{_number(spread.low)}–{_number(spread.high)}{unit}{of}"
    return f"{values}, median {_number(spread.median)} ({voices})"


def tell_decisions(group: Group) -> list[str]:
    """Return what reviewers decided, a phrase each: 'Ann: relabel (was "mixed"), two different years'."""
    return [_tell_decision(decision) for decision in group.decisions]


def tell_copy(copy: Copy) -> str:
    """Return where a copied passage stands in both documents."""
    similarity = "word for word" if copy.similarity == 1 else f"{int(copy.similarity * 100)} % of the words"
    places = [f"{name} {start}–{end}" for name, start, end in _places(copy)]
    return f"{places[0]} = {places[1]} ({similarity})"


def _tell_decision(decision: Decision) -> str:
    was = f' (was "{decision.was}")' if decision.was else ""
    note = f", {decision.note}" if decision.note else ""
    return f"{decision.reviewer}: {decision.action}{was}{note}"


def _places(copy: Copy) -> tuple[tuple[str, int, int], tuple[str, int, int]]:
    return (copy.document, copy.start, copy.end), (copy.of, copy.of_start, copy.of_end)


def _tell_outliers(consensus: Consensus) -> Iterable[str]:
    return (f"{outlier.voice} differs ({', '.join(outlier.differs_in)})" for outlier in consensus.outliers)


def _tell_voice(voice: Voice) -> str:
    if voice.kind == "quoted":
        return f"{_list(voice.sources)} quote {voice.name}"
    if voice.kind == "declared":
        return f"{_list(voice.sources)} are declared one voice, {voice.name}"
    others = [source for source in voice.sources if source != voice.name]
    return f"{_list(others)} {'has' if len(others) == 1 else 'have'} the words of {voice.name}"


def _list(names: Iterable[str]) -> str:
    held = list(names)
    if len(held) <= _MANY:
        return list_words(held)
    return list_words([*held[: _MANY - 1], f"{len(held) - _MANY + 1:,} more"])


def _number(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.1f}"
