"""Differences in attribution: said in the own voice, only reported, or reported in order to be doubted."""

import re

from claimcmp.compare.features.polarity.bearers import find_actors, find_sayings
from claimcmp.compare.features.polarity.commitments import find_commitment, is_promise, only_presupposes
from claimcmp.compare.features.polarity.opposites import find_same_end, judge_one
from claimcmp.compare.features.polarity.questions import find_plain_questions
from claimcmp.compare.features.wording.statements import (
    find_common,
    find_mentions,
    is_telling,
    read_statement,
    read_words,
    share_words,
)
from claimcmp.compare.rules.certainty import read_phrases
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.records import Claim, Evidence

# From this share of common words on both say the same, so that who says it is the difference.
SAME_STATEMENT = 0.5
SAME_SUBJECT = 0.28
FEWEST_WORDS = 2
# The question why something came about, which has no ends.
CAUSE = "cause"
# From here on what happens in the one is spoken of in the other.
SAME_PREDICATE = 0.4
ONE_PREDICATE = 0.9


def oppose_doubt(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """One tells with doubt what the other holds or reports plainly."""
    # Who doubts one figure does not doubt another.
    if evidence.numbers == "conflict":
        return None
    doubt_a, doubt_b = find_doubt(a), find_doubt(b)
    if bool(doubt_a) == bool(doubt_b):
        return None
    # What is doubted must be what the other holds, and not something else of the same thing.
    alike = find_same_end(a, b) is not None or judge_one(a, b) or CAUSE in _share_questions(a, b)
    if share_words(a, b) < SAME_SUBJECT and not alike:
        return None
    # "Allegedly the decline began" doubts nothing of "the ban began".
    one_verb = evidence.measures.get("predicates", 0.0) >= ONE_PREDICATE
    if one_verb and evidence.measures.get("subjects", 1.0) < SAME_PREDICATE and not alike:
        return None
    doubter, other = (a, b) if doubt_a else (b, a)
    # Who denies what another tells with doubt holds it as little, and what happens must be one thing.
    if not alike and evidence.numbers != "agree" and (a.polarity != b.polarity or not _happen_alike(a, b, evidence)):
        return None
    # Who doubts that the cuts had nothing to do with it does not doubt that there were cuts.
    if not alike and _reports_with_doubt(doubter) and only_presupposes(doubter, other):
        return None
    source, words = (a.source, doubt_a) if doubt_a else (b.source, doubt_b)
    reason = f'{source} tells it with doubt ["{words}"], the other without'
    return Ruling("differ-in-attribution", "told-with-doubt", reason)


def oppose_voices(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """One speaks in the own voice, the other only reports; both say the same or judge alike."""
    if (a.attributed_to is None) == (b.attributed_to is None):
        return None
    common = find_common(read_statement(a), read_statement(b))
    alike = share_words(a, b) >= SAME_STATEMENT and evidence.measures.get("predicates", 1.0) >= SAME_PREDICATE
    # Of one word in common, and of what one affirms and the other denies, nobody can say who says it.
    alike = alike and len(common) >= FEWEST_WORDS and a.polarity == b.polarity
    # "Will draw few after the free rides end" says nothing of the rides.
    alike = alike and not (only_presupposes(a, b) or only_presupposes(b, a))
    if not alike and not _judge_alike(a, b):
        return None
    # Two denials agree, whoever denies.
    if a.polarity == b.polarity == "negated":
        return None
    # What one promises and another demands is not one statement.
    if (a.modality == "normative") != (b.modality == "normative"):
        return None
    # "It could be extended, she said" is not what "to extend it would be a mistake" says.
    if find_commitment(a, b) != find_commitment(b, a):
        return None
    reporter, other = (a, b) if a.attributed_to else (b, a)
    held = reporter.attributed_to
    # What was promised is not what came.
    if held is not None and is_promise(held.cue) and other.modality == "asserted":
        return Ruling(
            "complementary", "plan-and-fact", f"{reporter.source} tells what was promised, {other.source} what came"
        )
    # Whatever "they" say is said by nobody in particular.
    if held is None or not any(is_telling(word) for word in read_words(held.name, "")):
        return None
    # "The ministry said" in another source, or in its own statement, is that source's own voice.
    if _is_named(held.name, other.source) or _is_named(held.name, reporter.source):
        return None
    # "Her call for a strike" tells of her words too.
    if _names(held.name, other.text):
        return None
    reason = f"{other.source} says it in its own voice, {reporter.source} reports it from {held.name} [{held.cue}]"
    return Ruling("differ-in-attribution", "own-voice-against-reported", reason)


def _happen_alike(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Tell whether what happens in two claims is alike, or they say much the same where a verb tells little."""
    happening = evidence.measures.get("predicates")
    return share_words(a, b) >= SAME_STATEMENT if happening is None else happening >= SAME_PREDICATE


def _share_questions(a: Claim, b: Claim) -> frozenset[str]:
    return find_plain_questions(a) & find_plain_questions(b)


def find_doubt(claim: Claim) -> str:
    """Return the words by which a source keeps away from what it tells, or nothing."""
    if claim.attributed_to and _reports_with_doubt(claim):
        return claim.attributed_to.cue
    mention = next(find_mentions(read_statement(claim), read_phrases("disbelieved")), None)
    return mention.text if mention else ""


def _reports_with_doubt(claim: Claim) -> bool:
    return claim.attributed_to is not None and claim.attributed_to.stance == "doubted"


def _judge_alike(a: Claim, b: Claim) -> bool:
    """Tell whether both judge alike, and not two different actors."""
    found = find_same_end(a, b)
    if found is None or not find_common(read_statement(a), read_statement(b)):
        return False
    # "The first failure" names what happened, and judges nothing.
    if not (find_sayings(a, found[0]) and find_sayings(b, found[1])):
        return False
    actors_a, actors_b = find_actors(a, a.predicates), find_actors(b, b.predicates)
    return not (actors_a and actors_b and actors_a.isdisjoint(actors_b))


def _names(name: str, text: str) -> bool:
    """Tell whether a text names somebody, by the last word of a name: "Ms. Weber", "Weber"."""
    words = re.findall(r"[^\W_]+", name)
    return bool(words) and words[-1][0].isupper() and re.search(rf"\b{re.escape(words[-1])}\b", text) is not None


def _is_named(name: str, source: str) -> bool:
    words = [{word for word in re.findall(r"\w+", text.lower()) if len(word) > 2} - {"the"} for text in (name, source)]
    return bool(words[0]) and words[0] <= words[1]
