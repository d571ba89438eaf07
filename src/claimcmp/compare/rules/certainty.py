"""Differences in certainty: what one source leaves open or hedges, the other holds as settled."""

import re
from functools import cache

from claimcmp.compare.features.frames.fillers import find_filler
from claimcmp.compare.features.polarity.commitments import only_presupposes
from claimcmp.compare.features.polarity.opposites import find_opposites
from claimcmp.compare.features.polarity.questions import find_plain_questions, is_only_named
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import (
    Phrases,
    find_common,
    find_mentions,
    is_telling,
    make_phrases,
    read_statement,
    read_words,
    share_words,
)
from claimcmp.compare.rules.rulings import Outcome, Ruling, show_cue
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence
from claimcmp.units import find_unit
from claimcmp.words import find_base_forms

SAME_PROPOSITION = 0.28
SAME_QUESTION = 0.14
# From here on the wording is the same.
SAME_WORDS = 0.5
FEWEST_ASKED = 2
FIRM = frozenset({"asserted", "predicted"})
# From here on what happens in the one is spoken of in the other.
SAME_PREDICATE = 0.5
# One verb of two subjects tells two things.
ONE_VERB = 0.9
LIKE_SUBJECTS = 0.4
ALLOWING = frozenset({"may", "can", "could", "might"})
ALLOWED = re.compile(r"\b(?:may|can|able\s+to|allowed\s+to|permitted\s+to|entitled\s+to|free\s+to)\b", re.IGNORECASE)
WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
ASKING = frozenset({"what", "who", "why", "how", "where", "which"})
NOT_SETTLED = frozenset({"conditional", "normative"})


def oppose_openness(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """One leaves the matter open that the other settles."""
    open_a, open_b = (find_unsettled(claim) or find_undated(claim) for claim in (a, b))
    if bool(open_a) == bool(open_b):
        return None
    opener, words, other = (a, open_a, b) if open_a else (b, open_b, a)
    undated = find_undated(opener)
    if other.modality in NOT_SETTLED or (not tells_when(other) if undated else other.modality == "hedged"):
        return None
    if _only_proposes(other):
        return None
    disputed = words.lower() in _table("contested") and WHETHER.search(opener.text) is None
    if disputed and opener.polarity == "affirmed" and other.polarity == "negated":
        # "The claim that it cures is disputed": who denies it does not hold it either.
        return None
    if "one question" not in evidence.measures and share_words(a, b) < SAME_QUESTION:
        return None
    if _asks_for_amount(opener, words) and not (other.quantities or other.dates):
        return Ruling("complementary", "other-question", f'{opener.source} leaves something else open ["{words}"]')
    if _asks(opener) and (not _answer(opener, evidence, words, first=opener is a) or _gives_no_cause(opener, other)):
        if find_opposites(a, b) is not None:
            # "So vague that nobody knows what it means" against "the survey was precise"
            return None
        return Ruling("complementary", "other-question", f'{opener.source} leaves something else open ["{words}"]')
    # Whether the ban cut accidents is settled by nobody who only says when it began.
    asked = "one question" in evidence.measures and not is_only_named(opener, other, find_plain_questions(opener))
    told = _opens_clause(opener, words) and bool(_list_behind(opener, words))
    loose = told or (not asked and share_words(a, b) < SAME_PROPOSITION)
    if loose and not undated and not _speaks_of_it(opener, words, evidence, first=opener is a):
        return Ruling("complementary", "other-question", f'{opener.source} leaves something else open ["{words}"]')
    return Ruling(
        "differ-in-certainty", "left-open", f'{opener.source} leaves it open ["{words}"], the other settles it'
    )


def _only_proposes(claim: Claim) -> bool:
    """Tell whether a claim settles nothing of what is undecided: "has been proposed", "would be a mistake".

    "Would not rebuild it" refuses, "would rebuild it, she said" promises.
    """
    table, cue = read_lexicon("certainty")["proposing"], claim.modality_cue
    supposed = cue is not None and claim.modality == "predicted" and cue.text.lower() in table["supposing"]
    if supposed and claim.polarity == "affirmed" and claim.attributed_to is None:
        return True
    return any(not find_base_forms(verb.lemma).isdisjoint(table["verbs"]) for verb in claim.predicates[:1])


def _asks_for_amount(claim: Claim, opening: str) -> bool:
    """Tell whether it is an amount or a time that a claim leaves open: "nobody knows how long it lasts"."""
    behind = claim.text.rpartition(opening)[2].lower().split()
    return behind[:1] == ["how"] and not _table("amounts").isdisjoint(behind[1:2])


def _asks(claim: Claim) -> bool:
    """Tell whether a claim names in a clause what is open: "what made the sensor fail has yet to be explained"."""
    return any(word.text.lower() in ASKING for word in read_statement(claim))


def _answer(claim: Claim, evidence: Evidence, opening: str, *, first: bool) -> bool:
    """Tell whether a claim speaks of what the other leaves open, beside the words that leave it open.

    "What made the sensor fail" is answered by what speaks of the sensor and of its failure.
    """
    asked = {link[0] if first else link[1] for link in evidence.near_words} - {*opening.split()}
    left = _list_behind(claim, opening)
    if len(left) >= FEWEST_ASKED:
        asked = {word for word in asked if word.lower() in left}
    return len(asked) >= FEWEST_ASKED and bool(asked - {*evidence.shared_terms})


def _speaks_of_it(opener: Claim, opening: str, evidence: Evidence, *, first: bool) -> bool:
    """Tell whether a claim has two words of what the other leaves open: what follows "cannot say", if anything does."""
    left = _list_behind(opener, opening)
    asked = {(link[0] if first else link[1]).lower() for link in evidence.near_words} - {*opening.lower().split()}
    if _opens_clause(opener, opening):
        return len(asked & left) >= min(FEWEST_ASKED, len(left))
    return len(asked & left if len(left) >= FEWEST_ASKED else asked) >= FEWEST_ASKED


def _list_behind(claim: Claim, opening: str) -> set[str]:
    """Return the telling words behind those by which a claim leaves something open."""
    behind = claim.text.rpartition(opening)[2].lower()
    return {word.text.lower() for word in read_words(behind, "") if is_telling(word)}


def _opens_clause(claim: Claim, opening: str) -> bool:
    """Tell whether what is left open follows: "cannot say whether the dam holds", not "is disputed by engineers"."""
    behind = claim.text.rpartition(opening)[2].lower().split()
    return opening.lower().endswith("whether") or (
        bool(behind) and behind[0] in {*ASKING, "whether", "if", "that", "when"}
    )


def _gives_no_cause(opener: Claim, other: Claim) -> bool:
    """Tell whether a claim gives no cause of what the other asks the cause of: "what made the sensor fail".

    What names the sensor as a cause of something else does not either.
    """
    words = read_statement(opener)
    asking = next(find_mentions(words, _why()), None)
    if asking is None:
        return False
    verbs = {form for word in words[asking.first + 1 : asking.last] for form in word.forms}
    if any(not find_base_forms(predicate.text).isdisjoint(verbs) for predicate in other.predicates):
        # "A worn spring made it fail" answers in the words of the question.
        return False
    given = find_filler(other, "cause")
    return given is None or given.denied or bool(find_common(words[asking.last :], given.words))


def oppose_hedge(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """One hedges what the other asserts, and both say the same of much the same."""
    if not any((x.modality == "hedged") > (y.modality == "hedged") and y.modality in FIRM for x, y in ((a, b), (b, a))):
        return None
    shared = share_words(a, b)
    if shared < SAME_PROPOSITION:
        return None
    hedger, other = (a, b) if a.modality == "hedged" else (b, a)
    if evidence.measures.get("predicates", 0.0) >= ONE_VERB and evidence.measures.get("subjects", 1.0) < LIKE_SUBJECTS:
        # "The decline may have begun in spring", "the strike began in spring"
        return None
    if _allow_alike(hedger, other):
        return None
    # What is hedged is what happens: "fish could breed" hedges nothing of "fish were seen".
    happens = _happens_too(hedger, other)
    if other.modality == "predicted" and (shared < SAME_WORDS or not happens):
        return None
    if not happens and only_presupposes(hedger, other):
        return None
    if shared < SAME_WORDS and "one question" not in evidence.measures and not happens:
        return None
    reason = f"{hedger.source} hedges{show_cue(hedger.modality_cue)}, the other is firm"
    return Ruling("differ-in-certainty", "one-sided-hedge", reason)


def _allow_alike(hedger: Claim, other: Claim) -> bool:
    """Tell whether both say what one may do: "the ruling may be appealed", "rulings can be challenged"."""
    cue = hedger.modality_cue
    return cue is not None and cue.text.lower() in ALLOWING and ALLOWED.search(other.text) is not None


def _happens_too(hedger: Claim, other: Claim) -> bool:
    hedged = [word for predicate in hedger.predicates[:1] for word in read_words(predicate.text, "")]
    told = [word for predicate in other.predicates[:1] for word in read_words(predicate.text, "")]
    return not hedged or not told or find_affinity(hedged, told) >= SAME_PREDICATE


def oppose_weak_words(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One only suspects what the other asserts: "implicated in" against "behind"; both answer one question.

    Or it tells as one of several options, in the same words, what the other tells as settled.
    """
    if not {a.modality, b.modality} <= FIRM:
        return None
    weak_a, weak_b = find_weak(a), find_weak(b)
    if bool(weak_a) == bool(weak_b):
        return None
    if not find_plain_questions(a) & find_plain_questions(b):
        teller, other = (a, b) if weak_a else (b, a)
        if not _says_faintly(teller, other) or share_words(a, b) < SAME_PROPOSITION:
            return None
    source, words = (a.source, weak_a) if weak_a else (b.source, weak_b)
    return Ruling(
        "differ-in-certainty", "weaker-words", f'{source} says it in weaker words ["{words}"], the other is firm'
    )


def _says_faintly(claim: Claim, other: Claim) -> bool:
    """Tell whether a claim hopes for, tries or has as an option what the other tells, and not something beside it.

    "Sanctions relief, which it was hoping to get in Hanoi" says of the relief what anybody does.
    """
    words = read_statement(claim)
    return any(
        words[mention.last - 1].text.lower() != "to" or find_common(words[mention.last :], read_statement(other))
        for mention in find_mentions(words, read_phrases("faint"))
    )


def find_weak(claim: Claim) -> str:
    """Return the words by which a claim commits to less than it says, or nothing."""
    mention = next(find_mentions(read_statement(claim), read_phrases("weak")), None)
    return mention.text if mention else ""


def find_unsettled(claim: Claim) -> str:
    """Return the words by which a claim leaves its matter open, or nothing."""
    words, table = read_statement(claim), read_lexicon("certainty")["unsettled"]
    for mention in find_mentions(words, read_phrases("unsettled")):
        behind = words[mention.last : mention.last + 1]
        # "Not known to harm anybody" tells what is known, "are in dispute over the name" who disagrees.
        if any(word.text.lower() in table["followed"] for word in behind):
            continue
        # "Shot by an unknown gunman" leaves no doubt of the shot.
        attribute = mention.text.lower() in table["attributes"]
        if attribute and any(is_telling(word) and word.stretch == mention.stretch for word in behind):
            continue
        return mention.text
    return ""


def find_undated(claim: Claim) -> str:
    """Return the words by which a claim leaves open when it will be, or nothing."""
    words = read_statement(claim)
    mention = next(find_mentions(words, read_phrases("undated")), None)
    if mention is None and any(word.text.lower() == "when" for word in words):
        mention = next(find_mentions(words, read_phrases("unsettled")), None)
    return mention.text if mention else ""


def tells_when(claim: Claim) -> bool:
    """Tell whether a claim gives a date or a length of time, or tells what will be."""
    lengths = (find_unit(quantity.unit) for quantity in claim.quantities)
    timed = any(unit is not None and unit.dimension == "duration" for unit in lengths)
    return timed or claim.modality in {"predicted", "hedged"} or any(date.of == "event" for date in claim.dates)


@cache
def _why() -> Phrases:
    return make_phrases(read_lexicon("frames")["cause"]["asking"])


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("certainty")["unsettled"][name])


@cache
def read_phrases(table: str) -> Phrases:
    """Return the phrases of a table of the lexicon."""
    return make_phrases(read_lexicon("certainty")[table]["phrases"])
