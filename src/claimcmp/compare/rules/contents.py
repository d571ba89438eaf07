"""Contradictions of content: opposite words, and a word that one side denies."""

from collections.abc import Sequence

from claimcmp.compare.affinity import find_affinity
from claimcmp.compare.axes import Place, exclude, find_places
from claimcmp.compare.rules.rulings import Abstention, Outcome, Ruling
from claimcmp.compare.statements import Word, find_common, is_telling, read_statement
from claimcmp.records import Claim, Evidence

NOT_FACTUAL = frozenset({"normative", "conditional"})
# A claim with more telling words than this speaks of several things; opposite words in it need a common word beside
# them.
SHORT = 9
# How alike the words around two mentions must be where the mentions mean little alone: "rise" of what?
ALIKE = 0.2
NEAR = 6
# One denied word may be a detail; two are a statement.
FEWEST_DENIED = 2


def oppose_words(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The claims stand at ends of an axis that exclude each other: "rose" and "fell", "kept" and "broke"."""
    found = find_opposites(a, b)
    if found is None:
        return None
    x, y = found
    if _have_other_subjects(a, x, b, y):
        return Ruling("complementary", "other-subjects", f'"{x.shown}" and "{y.shown}" are said of different actors')
    if _say_what_should_be(a, b):
        return Abstention(f'"{x.shown}" and "{y.shown}" are opposites, but one side says what should be, not what is')
    if bool(x.mention.denied) != bool(y.mention.denied):
        source, denial, denied = (a.source, x, y) if x.mention.denied else (b.source, y, x)
        reason = f'{source} denies [{denial.mention.denied}] what the other affirms: "{denied.mention.text}"'
        return Ruling("contradict", "opposite-polarity", reason)
    rule = "opposite-measures" if x.axis.bound else "opposite-words"
    return Ruling("contradict", rule, f'"{x.shown}" and "{y.shown}" exclude each other ({x.axis.name})')


def oppose_denials(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One claim denies most of the words that the other affirms."""
    words_a, words_b = read_statement(a), read_statement(b)
    common = find_common(words_a, words_b)
    clash = [(x, y) for x, y in common if bool(x.denied) != bool(y.denied)]
    if (
        len(clash) < FEWEST_DENIED
        or len(clash) < len(find_common(words_b, words_a)) / 2
        or len(clash) < len(common) / 2
    ):
        return None
    x, y = clash[0]
    denied, source = (x, a.source) if x.denied else (y, b.source)
    if _say_what_should_be(a, b):
        return Abstention(f"{source} denies [{denied.denied}], but one side says what should be, not what is")
    shown = ", ".join(dict.fromkeys(word.text for word, _ in clash))
    return Ruling("contradict", "words-denied", f'{source} denies [{denied.denied}] what the other affirms: "{shown}"')


def find_opposites(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return a place of each claim that cannot both be right; a claim that stands at both ends decides nothing."""
    places_a, places_b = find_places(a), find_places(b)
    words_a, words_b = read_statement(a), read_statement(b)
    pairs = [(x, y) for x in places_a for y in places_b if x.axis.name == y.axis.name]
    undecided = {x.axis.name for x, y in pairs if not exclude(x, y)}
    found = [(x, y) for x, y in pairs if x.axis.name not in undecided and _are_said_of_one(x, y, words_a, words_b)]
    # The same whichever claim comes first: words that mean something alone before others, plain ones before denied.
    return min(
        found, key=lambda pair: (pair[0].axis.bound, _count_denied(pair), sorted(p.shown for p in pair)), default=None
    )


def _have_other_subjects(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether both are said of somebody named, and not of the same: one agency approved, another rejected."""
    first, second = _find_named_subjects(a, x), _find_named_subjects(b, y)
    return bool(first and second) and first.isdisjoint(second)


def _find_named_subjects(claim: Claim, place: Place) -> frozenset[str]:
    words = read_statement(claim)[place.mention.first : place.mention.last]
    starts = {claim.start + word.start for word in words}
    subjects = [
        argument
        for predicate in claim.predicates
        if predicate.start in starts
        for argument in predicate.arguments
        if argument.role == "nsubj"
    ]
    return frozenset(
        entity.id for entity in claim.entities for subject in subjects if subject.start <= entity.start < subject.end
    )


def _count_denied(pair: tuple[Place, Place]) -> int:
    return sum(bool(place.mention.denied) for place in pair)


def _say_what_should_be(a: Claim, b: Claim) -> bool:
    return (a.modality in NOT_FACTUAL) != (b.modality in NOT_FACTUAL)


def _are_said_of_one(x: Place, y: Place, words_a: Sequence[Word], words_b: Sequence[Word]) -> bool:
    near_a, near_b = _near(x, words_a), _near(y, words_b)
    if x.axis.bound:
        return find_affinity(near_a, near_b) >= ALIKE
    if min(_count_telling(words_a), _count_telling(words_b)) <= SHORT:
        return True
    return bool(find_common(near_a, near_b))


def _near(place: Place, words: Sequence[Word]) -> list[Word]:
    mention = place.mention
    around = range(max(0, mention.first - NEAR), min(len(words), mention.last + NEAR))
    return [
        words[number]
        for number in around
        if not mention.first <= number < mention.last
        and words[number].stretch == mention.stretch
        and is_telling(words[number])
    ]


def _count_telling(words: Sequence[Word]) -> int:
    return sum(1 for word in words if is_telling(word))
