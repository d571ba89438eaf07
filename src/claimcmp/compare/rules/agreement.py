"""What is left when no rule finds a difference."""

from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.dates.times import order_by_publication
from claimcmp.compare.features.polarity.commitments import find_commitment
from claimcmp.compare.features.polarity.denied_predicates import find_denied_predicates
from claimcmp.compare.features.polarity.opposites import find_same_end, find_unlike_bearers
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import (
    Phrases,
    Word,
    find_common,
    find_mentions,
    is_telling,
    make_phrases,
    read_statement,
    read_words,
    share_words,
)
from claimcmp.compare.rules.rulings import OtherMatter, Outcome, Ruling
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence
from claimcmp.words import find_base_forms

SAME_STATEMENT = 0.2
MOST_OF_IT = 0.35
FEWEST_WORDS = 2
# Below this cosine of their nearest words, two objects are two things.
SAME_OBJECT = 0.4


def keep_bearers_apart(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Opposite words of different things: "lost 40 sheep", "attacks rose"."""
    if (found := find_unlike_bearers(a, b)) is None:
        return None
    x, y = found
    reason = f'"{x.shown}" and "{y.shown}" are said of different things ({x.axis.name})'
    return OtherMatter("other-bearers", reason)


def keep_objects_apart(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The same is done to different things: "opened the library", "opened the swimming pool"."""
    objects = [_find_object(claim) for claim in (a, b)]
    if objects[0] is None or objects[1] is None or objects[0].verb.isdisjoint(objects[1].verb):
        return None
    if find_affinity(objects[0].words, objects[1].words) >= SAME_OBJECT:
        return None
    # "Ann met Ben" and "Ben met Ann" name the same two.
    if find_common(objects[0].words, read_statement(b)) or find_common(objects[1].words, read_statement(a)):
        return None
    shown = " and ".join(f'"{held.text}"' for held in objects if held)
    return OtherMatter("other-objects", f"it is done to different things: {shown}")


def keep_moods_apart(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One says what is, the other what will, should or would be: they do not commit to one thing."""
    said = find_commitment(a, b), find_commitment(b, a)
    if said[0] == said[1] or _is_borne_out(a, b):
        return None
    reason = f"{a.source} says {said[0]}, {b.source} {said[1]}"
    return Ruling("complementary", "other-moods", reason)


def keep_polarities_apart(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies and the other affirms, though not the same: that is no agreement."""
    if a.polarity == b.polarity or find_same_end(a, b):
        return None
    denier, other = (a, b) if a.polarity == "negated" else (b, a)
    if _says_no(other, denier):
        return None
    cue = f" [{denier.polarity_cue.text}]" if denier.polarity_cue else ""
    return Ruling(
        "complementary", "denied-of-other", f"{denier.source} denies{cue} something that the other does not say"
    )


def accept_judgement(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both judge alike: "kept its word" and "complied"."""
    if (found := find_same_end(a, b)) is None:
        return None
    x, y = found
    return Ruling("agree", "same-judgement", f'both judge alike: "{x.shown}", "{y.shown}" ({x.axis.name})')


def accept_agreement(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """Many of the telling words are common."""
    share = share_words(a, b)
    if share < SAME_STATEMENT or find_denied_predicates(a, b):
        return None
    # "The board", "in 2023": what everybody names, or when, says nothing of what is said.
    if share < MOST_OF_IT and not any(_says_something(word) for word in evidence.shared_words):
        return None
    # One word is a matter; it says the same only where little else is said.
    if share < MOST_OF_IT and len(find_common(read_statement(a), read_statement(b))) < FEWEST_WORDS:
        return None
    return Ruling("agree", "same-words", f"both speak of {_list(a, b)}, no rule finds a difference")


def accept_matter(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The matter is common and nothing clashes; what one side denies of other participants is no agreement."""
    if found := find_denied_predicates(a, b):
        reason = f'one affirms "{found[0].text}", the other denies it, but not of the same'
        return Ruling("complementary", "denied-of-other", reason)
    return Ruling("agree", "same-matter", f"both bear on {_list(a, b)}, nothing clashes")


def _says_something(word: str) -> bool:
    return not any(map(str.isdigit, word)) and word.lower() not in _calendar()


@cache
def _calendar() -> frozenset[str]:
    dates = read_lexicon("dates")
    return frozenset(word.lower() for table in ("months", "weekdays") for word in dates[table])


def _says_no(claim: Claim, denier: Claim) -> bool:
    """Tell whether an affirmed claim says by its words what another denies: "the sirens stayed silent", "is banned"."""
    words = read_statement(claim)
    common = [word for word, _ in find_common(words, read_statement(denier))]
    stretches = {word.stretch for word in common}
    return any(word.denied for word in common) or any(
        mention.stretch in stretches for mention in find_mentions(words, _negative())
    )


@cache
def _negative() -> Phrases:
    return make_phrases(read_lexicon("opposites")["denial"]["implied"])


@dataclass(frozen=True, slots=True)
class _Object:
    """To what the first predicate of a claim is done."""

    verb: frozenset[str]
    text: str
    words: tuple[Word, ...]


def _find_object(claim: Claim) -> _Object | None:
    verb = claim.predicates[0] if claim.predicates else None
    held = next((item for item in verb.arguments if item.role == "obj"), None) if verb else None
    if verb is None or held is None:
        return None
    words = tuple(word for word in read_words(held.text, "") if is_telling(word))
    return _Object(find_base_forms(verb.text), held.text, words) if words else None


def _is_borne_out(a: Claim, b: Claim) -> bool:
    """Tell whether the later text tells as done what the earlier one saw coming."""
    ordered = order_by_publication(a, b, days=0)
    if ordered is None or a.polarity != b.polarity:
        return False
    return (ordered[0].modality, ordered[1].modality) == ("predicted", "asserted")


def _list(a: Claim, b: Claim) -> str:
    words = list(dict.fromkeys(word.text for word, _ in find_common(read_statement(a), read_statement(b))))[:5]
    return ", ".join(words) if words else "one matter"
