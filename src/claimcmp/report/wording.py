"""Counts, lists and judgements put into words, so that every report says them alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from claimcmp.records import Group, Pair, Relation, Verdict

VERDICT_SIGNS: dict[Verdict, str] = {
    "agree": "✓",
    "compatible": "+",
    "diverge": "≠",
    "mixed": "±",
    "single-source": "·",
}
VERDICT_WORDS: dict[Verdict, str] = {
    "agree": "AGREE",
    "compatible": "COMPATIBLE",
    "diverge": "DIVERGE",
    "mixed": "MIXED",
    "single-source": "SINGLE-SOURCE",
}
ALIKE_SIGN = "≈"
"""Stands for the sign of agreement where claims only share words."""
ALIKE_WORD = "ALIKE"
"""Stands for "AGREE" there: whether they agree is for the reader to say."""
WORDS = "words"
_SAYING_LITTLE = frozenset({"same-words", "same-matter"})
"""Rules by which two claims agree because nothing else was found."""
RELATION_WORDS: dict[Relation, str] = {
    "agree": "agree",
    "complementary": "complement each other",
    "contradict": "contradict each other",
    "differ-in-number": "differ in number",
    "differ-in-date": "differ in date",
    "differ-in-certainty": "differ in certainty",
    "differ-in-attribution": "differ in attribution",
}

_VERDICT_VERBS: dict[Verdict, tuple[str, str]] = {
    "agree": ("agrees", "agree"),
    "compatible": ("is compatible", "are compatible"),
    "diverge": ("diverges", "diverge"),
    "mixed": ("is mixed", "are mixed"),
    "single-source": ("has a single source", "have a single source"),
}
_VERDICT_LABELS = _VERDICT_VERBS | {
    "compatible": ("compatible", "compatible"),
    "mixed": ("mixed", "mixed"),
    "single-source": ("single-source", "single-source"),
}
_ALIKE_VERBS = ("is alike in words", "are alike in words")
_ALIKE_LABELS = ("alike in words", "alike in words")
_FILTER_WORDS = {"relations": "relation", "sources": "source", "min_confidence": "confidence from"}


def count(n: int, singular: str, plural: str | None = None) -> str:
    """Return the number with its noun, as in "1 claim", "2 claims" or "1,204 claims"."""
    noun = singular if n == 1 else plural or f"{singular}s"
    return f"{n:,} {noun}"


def list_words(words: Iterable[str], *, last: str = "and") -> str:
    """Return the words as a list in prose: "a", "a and b", "a, b and c"."""
    *rest, end = list(words) or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def found_nothing_else(pair: Pair) -> bool:
    """Tell whether two claims agree only in that they share words, or a matter, and no rule finds a difference."""
    return pair.relation == "agree" and pair.rule in _SAYING_LITTLE


def is_only_alike(group: Group) -> bool:
    """Tell whether nothing that its claims share but words makes a group agree; what a reviewer decided on does."""
    agreeing = [pair for pair in group.pairs if pair.independent and pair.relation == "agree"]
    return group.verdict == "agree" and not group.decisions and all(map(found_nothing_else, agreeing))


def show_sign(group: Group) -> str:
    """Return the sign of a group's verdict; another one where its claims agree only in words."""
    return ALIKE_SIGN if is_only_alike(group) else VERDICT_SIGNS[group.verdict]


def show_verdict(group: Group) -> str:
    """Return the word for a group's verdict; another one where its claims agree only in words."""
    return ALIKE_WORD if is_only_alike(group) else VERDICT_WORDS[group.verdict]


def find_respects(group: Group) -> tuple[str, ...]:
    """Return in what the sources differ ("content", "number"), or that they agree in words only."""
    return group.differs_in or ((WORDS,) if is_only_alike(group) else ())


def unknown_name(kind: str, name: str, known: Sequence[str]) -> str:
    """Return the message for a name that is not known, with the known ones and the nearest of them."""
    message = f'Unknown {kind} "{name}". Known: {", ".join(known)}.'
    nearest = get_close_matches(name.strip().casefold(), known, n=1)
    return f'{message} Did you mean "{nearest[0]}"?' if nearest else message


def count_verdicts(groups: Iterable[Group]) -> str:
    """Return how many groups have which verdict and in what they differ: "4 agree, 1 diverges (certainty)"."""
    return ", ".join(
        f"{_count_verb(len(having), labels)}{_in_brackets(having)}" for labels, having in _sort(groups, _VERDICT_LABELS)
    )


def tell_verdicts(groups: Iterable[Group]) -> str:
    """Return the verdicts as the middle of a sentence: "2 groups agree, 1 diverges, 1 is mixed"."""
    parts = [_count_verb(len(having), verbs) for verbs, having in _sort(groups, _VERDICT_VERBS)]
    if not parts:
        return ""
    number, _, verb = parts[0].partition(" ")
    parts[0] = f"{number} {'group' if number == '1' else 'groups'} {verb}"
    return ", ".join(parts)


def tell_filters(filters: Mapping[str, object]) -> str:
    """Return what was asked to be shown: "relation contradict, since 2019"."""
    return ", ".join(f"{_FILTER_WORDS.get(name, name)} {tell_setting(value)}" for name, value in filters.items())


def tell_setting(value: object) -> str:
    """Return the value of a setting, one or several, in words."""
    return list_words(map(str, value), last="or") if isinstance(value, list | tuple) else str(value)


def tell_reasons(reasons: Iterable[str], *, most: int = 3) -> str:
    """Return the commonest reasons with their numbers; the rest is counted, not named."""
    ranked = sorted(Counter(reasons).items(), key=_commonest_first)
    named = [
        reason.rstrip(".") if n == 1 else f"{reason.rstrip('.')} ({count(n, 'time')})" for reason, n in ranked[:most]
    ]
    rest = sum(n for _, n in ranked[most:])
    return "; ".join([*named, f"other reasons ({count(rest, 'time')})"] if rest else named)


def _sort(
    groups: Iterable[Group], words: Mapping[Verdict, tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], list[Group]]]:
    """Yield the groups of each verdict with its words; those that agree only in words apart."""
    listed = list(groups)
    for verdict in VERDICT_WORDS:
        having = [group for group in listed if group.verdict == verdict]
        alike = [group for group in having if is_only_alike(group)]
        if sure := [group for group in having if group not in alike]:
            yield words[verdict], sure
        if alike:
            yield _ALIKE_VERBS if words is _VERDICT_VERBS else _ALIKE_LABELS, alike


def _count_verb(n: int, forms: tuple[str, str]) -> str:
    return f"{n:,} {forms[0] if n == 1 else forms[1]}"


def _in_brackets(groups: Iterable[Group]) -> str:
    differences = dict.fromkeys(difference for group in groups for difference in group.differs_in)
    return f" ({', '.join(sorted(differences))})" if differences else ""


def _commonest_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]
