"""Contradictions of content: opposite words, and a predicate or words that one side denies."""

from claimcmp.compare.features.figures.denials import is_plain_denial
from claimcmp.compare.features.frames.participants import find_converse
from claimcmp.compare.features.polarity.denied_predicates import (
    denies_only_why,
    find_denied_predicates,
    is_aimed_at,
    is_denied,
    is_done_by_others,
    share_participants,
    show_predicate,
)
from claimcmp.compare.features.polarity.kinds import find_denied_kind
from claimcmp.compare.features.polarity.opposites import find_opposites, is_counterfactual, is_imagined, name_others
from claimcmp.compare.features.wording.statements import Word, find_common, read_statement, share_words
from claimcmp.compare.rules.apart import set_apart
from claimcmp.compare.rules.rulings import Abstention, OtherMatter, Outcome, Ruling
from claimcmp.records import Claim, Evidence, Predicate

NOT_FACTUAL = frozenset({"normative", "conditional"})
# Below this share of common words, those that are denied may be anything, names above all.
SAME_STATEMENT = 0.35
# One denied word may be a detail; two are a statement.
FEWEST_DENIED = 2


def oppose_words(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """The claims stand at ends of an axis that exclude each other: "rose" and "fell", "kept" and "broke"."""
    if denies_only_why(a, b) or denies_only_why(b, a):
        return None
    found = find_opposites(a, b, of_one="one question" in evidence.measures)
    # "A beat B" and "B lost to A" are one event.
    if found is None or find_converse(a, b):
        return None
    if is_counterfactual(a) != is_counterfactual(b):
        return None
    x, y = found
    if apart := set_apart(a, b, x, y):
        return apart
    if name_others(a, b):
        return OtherMatter("other-bearers", f'"{x.shown}" and "{y.shown}" are said of other people')
    if _say_what_should_be(a, b):
        return Abstention(
            f'"{x.shown}" and "{y.shown}" are opposites, but one side says {_not_factual(a, b)}, not what is'
        )
    if x.is_denied != y.is_denied:
        source, denial, denied = (a.source, x, y) if x.mention.denied else (b.source, y, x)
        reason = f'{source} denies [{denial.mention.denied}] what the other affirms: "{denied.mention.text}"'
        return Ruling("contradict", "opposite-polarity", reason)
    rule = "opposite-measures" if x.axis.bound else "opposite-words"
    return Ruling("contradict", rule, f'"{x.shown}" and "{y.shown}" exclude each other (axis: {x.axis.name})')


def oppose_polarity(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies of the same participants what the other affirms of them."""
    found = find_denied_predicates(a, b)
    if found is None or not share_participants(*found) or denies_only_why(a, b) or denies_only_why(b, a):
        return None
    x, y = found
    if apart := set_apart(a, b, x, y):
        return apart
    denier, denied = (a, x) if is_denied(x, a) else (b, y)
    if _say_what_should_be(a, b):
        return Abstention(
            f'{denier.source} denies "{denied.text}", but one side says {_not_factual(a, b)}, not what is'
        )
    cue = f" [{denier.polarity_cue.text}]" if denier.polarity_cue else ""
    reason = f'{denier.source} denies{cue} what the other affirms: "{show_predicate(x if denied is y else y)}"'
    return Ruling("contradict", "opposite-polarity", reason)


def oppose_kinds(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies in general what the other tells a kind of: "no patient came to harm", "one patient died"."""
    for denier, other in ((a, b), (b, a)):
        if denies_only_why(denier, other) or _say_what_should_be(a, b) or _is_imagined(denier, other):
            continue
        if (found := find_denied_kind(denier, other)) is None:
            continue
        if apart := set_apart(a, b):
            return apart
        general, special = found
        reason = (
            f'{denier.source} denies [{general.denied}] any "{general.text}", {other.source} tells of "{special.text}"'
        )
        return Ruling("contradict", "kind-denied", reason)
    return None


def oppose_denials(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Two claims of much the same words, most of which the one denies and the other affirms."""
    words_a, words_b = read_statement(a), read_statement(b)
    if share_words(a, b) < SAME_STATEMENT or words_a == words_b or denies_only_why(a, b) or denies_only_why(b, a):
        return None
    common = find_common(words_a, words_b)
    clash = [(x, y) for x, y in common if bool(x.denied) != bool(y.denied)]
    if (
        len(clash) < FEWEST_DENIED
        or len(clash) < len(find_common(words_b, words_a)) / 2
        or len(clash) < len(common) / 2
    ):
        return None
    if apart := set_apart(a, b):
        return apart
    x, y = clash[0]
    denied, source = (x, a.source) if x.denied else (y, b.source)
    shown = ", ".join(dict.fromkeys(word.text for word, _ in clash))
    # "No hen lives on the island" denies nothing that foxes do there, and who rejects a charge of having sold too few
    # does not deny having sold.
    own = [(p, q) for x, y in clash for p in _find_own(x, a) for q in _find_own(y, b)]
    # Who both affirms and denies it decides nothing; "drought caused it" denies nothing of "frost did not cause it".
    happening = bool(own) and all(is_denied(p, a) != is_denied(q, b) for p, q in own)
    happening = happening and any(share_participants(p, q) and not is_done_by_others(a, p, b, q) for p, q in own)
    if not happening or not is_plain_denial(denied.denied):
        reason = f'{source} denies [{denied.denied}] something else of "{shown}"'
        return Ruling("complementary", "denied-of-other", reason)
    if _say_what_should_be(a, b):
        return Abstention(f"{source} denies [{denied.denied}], but one side says {_not_factual(a, b)}, not what is")
    return Ruling("contradict", "words-denied", f'{source} denies [{denied.denied}] what the other affirms: "{shown}"')


def _find_own(word: Word, claim: Claim) -> list[Predicate]:
    """Return the predicates that a word is of."""
    start = claim.start + word.start
    found = [predicate for predicate in claim.predicates if predicate.start <= start < predicate.end]
    return [predicate for predicate in found if not is_aimed_at(predicate, claim)]


def _say_what_should_be(a: Claim, b: Claim) -> bool:
    return (a.modality in NOT_FACTUAL) != (b.modality in NOT_FACTUAL)


def _is_imagined(denier: Claim, other: Claim) -> bool:
    """Tell whether the one that affirms tells what would be, and the other what is: "a ban would hurt trade"."""
    return is_imagined(other) and denier.modality == "asserted"


def _not_factual(a: Claim, b: Claim) -> str:
    return "what would be on a condition" if "conditional" in {a.modality, b.modality} else "what should be"
