"""Finds predicates that one claim denies and another affirms."""

import re
from functools import cache

from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, find_common, find_wording, is_telling, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

# From this cosine on two participants may be one.
SAME_PARTICIPANT = 0.5
# After a "not" they are what it denies.
PARTIAL = re.compile(
    r"\s+(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\s+)?(?:all|every\w*|each|always|necessarily|entirely|solely|only|just|merely|exactly|wholly|fully|quite|both)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(?:without|unless|except)\b", re.IGNORECASE)
RELATIVE = re.compile(
    r"[^\W\d_]\s(?:which|who|that)\s(?:(?:[\w'’]+\s){0,2}(?:not|never)|\w+n['’]t)\s(?:\w+\s)?$", re.IGNORECASE
)
REASON = re.compile(r"\b(?:because|due to|owing to|as a result of|on account of)\b", re.IGNORECASE)
# "Not ruled out" denies a denial.
UNPROVEN = re.compile(
    r"(?:no|not|without|lack)\b(?!\s+(?:be\s+)?(?:rul|exclud|den[iy]|doubt|reject|dismiss))", re.IGNORECASE
)
PARTICIPANTS = ("nsubj", "obj", "iobj")
AGENT = "by"
NONE = "no"
# "Found nothing" denies of those who found nothing that they found anything.
NEITHER = frozenset({"nothing", "neither"})
EXISTING = frozenset({"be", "exist"})


def find_denied_predicates(a: Claim, b: Claim) -> tuple[Predicate, Predicate] | None:
    """Return a predicate as it stands in both claims, if one denies it and the other does not.

    In one of them it is what the claim stands or falls with. A claim that both affirms and denies it ("rose in May, but
    did not in June") decides nothing.
    """
    pairs = [
        (x, y)
        for x in a.predicates
        for y in b.predicates
        if not _find_forms(x).isdisjoint(_find_forms(y)) or _hold_one_thing(a, x, b, y) or _happens_in_one(a, x, b, y)
        if not any(is_aimed_at(p, claim) and not _is_unplanned(p, claim) for p, claim in ((x, a), (y, b)))
        if not _happens_to_others(a, x, b, y) and not is_done_by_others(a, x, b, y)
        if not any(p.negated and only_tells_which(p.start, claim) for p, claim in ((x, a), (y, b)))
        if not _lacks_denied(a, x, b, y) and not _lacks_denied(b, y, a, x)
    ]
    if any(is_denied(x, a) == is_denied(y, b) for x, y in pairs):
        return None
    return next((pair for pair in pairs if pair[0] == a.predicates[0] or pair[1] == b.predicates[0]), None)


def is_aimed_at(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is only what a plan or a question is about: "a petition to rebuild it"."""
    return _aims().search(claim.text, 0, max(0, predicate.start - claim.start)) is not None


def show_predicate(predicate: Predicate) -> str:
    """Return a predicate as a reader sees it, with what somebody has or what there is: "has debts"."""
    held = _find_held(predicate)
    return f"{predicate.text} {held.text}" if held and held.start > predicate.end else predicate.text


def hold_alike(a: Claim, b: Claim) -> bool:
    """Tell whether both affirm, or both deny, a predicate that they have in common: "stop selling", "not sell"."""
    return any(
        is_denied(x, a) == is_denied(y, b)
        for x in a.predicates
        for y in b.predicates
        if not _find_forms(x).isdisjoint(_find_forms(y))
    )


def share_participants(x: Predicate, y: Predicate) -> bool:
    """Tell whether the same take part in two predicates, as far as both name them."""
    subjects = [_find_words(predicate, ("nsubj",)) for predicate in (x, y)]
    # The subject of a passive is what its active form has as object.
    passive = [any(item.role == "nsubj:pass" for item in predicate.arguments) for predicate in (x, y)]
    if passive[0] == passive[1] and all(subjects) and find_affinity(*subjects) < SAME_PARTICIPANT:
        return False
    # "Found tracks of dogs" and "dogs were never found": what is done is done to two.
    done_to = [_find_patient(predicate) for predicate in (x, y)]
    if passive[0] != passive[1] and all(done_to) and _are_apart(*done_to):
        return False
    everybody = [_find_words(predicate, PARTICIPANTS) for predicate in (x, y)]
    return not all(everybody) or find_affinity(*everybody) >= SAME_PARTICIPANT


def is_done_by_others(a: Claim, x: Predicate, b: Claim, y: Predicate) -> bool:
    """Tell whether one of two doers is who speaks, and the other somebody else: "we published it", "Ash published"."""
    doers = [_name_doer(claim, predicate) for claim, predicate in ((a, x), (b, y))]
    speaking = [any(_is_speaker(item) for item in predicate.arguments) for predicate in (x, y)]
    return any(speaking) and all(doers) and doers[0].isdisjoint(doers[1])


def _find_patient(predicate: Predicate) -> Argument | None:
    """Return what a predicate is done to: its object, or the subject of a passive."""
    return next((item for item in predicate.arguments if item.role in ("obj", "nsubj:pass")), None)


def _are_apart(one: Argument | None, other: Argument | None) -> bool:
    """Tell whether two arguments have unlike heads and no word in common."""
    if one is None or other is None:
        return False
    heads, phrases = (
        [read_words(text, "") for text in texts] for texts in ((one.head, other.head), (one.text, other.text))
    )
    return find_affinity(*heads) < SAME_PARTICIPANT and not find_common(*phrases)


def only_tells_which(start: int, claim: Claim) -> bool:
    """Tell whether what is denied at a place only says which things are meant: "animals which are never found"."""
    return RELATIVE.search(claim.text[: max(0, start - claim.start)]) is not None


def denies_only_why(claim: Claim, other: Claim) -> bool:
    """Tell whether a claim denies a reason of which the other says nothing: "no shop closed because of the works"."""
    cue = claim.polarity_cue
    if claim.polarity != "negated" or cue is None:
        return False
    behind = claim.text[max(0, cue.end - claim.start) :]
    return REASON.search(behind) is not None and REASON.search(other.text) is None


def is_denied(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is denied, be it from outside or by its verb: "he denies that it rained", "stop work".

    "Not all the letters are used" does not deny that letters are used; who has no evidence of it does not affirm it.
    """
    outside = predicate == claim.predicates[0] and (bool(find_wording(claim)[1]) or _lacks_proof(claim))
    negated = predicate.negated and not _is_partial(claim)
    denied = negated or outside or _is_disclaimed(predicate, claim) or _lacks_grounds(predicate, claim)
    denied = denied or _is_unplanned(predicate, claim)
    return denied != _is_ended(predicate, claim)


def _lacks_proof(claim: Claim) -> bool:
    """Tell whether a claim is hedged by a denial: "there is no evidence that the letters were read"."""
    cue = claim.modality_cue
    return claim.modality == "hedged" and cue is not None and UNPROVEN.match(cue.text) is not None


def _lacks_grounds(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is what nothing speaks for: "found no sign that prices rose"."""
    cue = claim.polarity_cue
    if cue is None or cue.scope is None or not cue.end <= predicate.start < cue.scope[1]:
        return False
    return _grounds().match(claim.text[max(0, cue.end - claim.start) : predicate.start - claim.start]) is not None


def _is_ended(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is what another one says is over or left undone."""
    return any(
        not _ceasing().isdisjoint(find_base_forms(verb.text))
        and any(item.role in ("xcomp", "advcl") and item.start == predicate.start for item in verb.arguments)
        for verb in claim.predicates
    )


def _is_disclaimed(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is what somebody denies to have done: "he denies having taken it"."""
    return any(
        not _disclaiming().isdisjoint(find_base_forms(verb.text))
        and any(item.role in ("xcomp", "ccomp", "obj") and _leads_to(item, predicate) for item in verb.arguments)
        for verb in claim.predicates
        if verb is not predicate
    )


def _leads_to(argument: Argument, predicate: Predicate) -> bool:
    """Tell whether a predicate is the first of an argument, behind its auxiliaries: "having taken"."""
    within = argument.start <= predicate.start < argument.end
    return within and argument.text[: predicate.start - argument.start].strip().lower() in ("", "having", "being")


def _is_unplanned(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether nobody means to do it: "there are no plans to extend the line"."""
    return _no_plan().search(claim.text, 0, max(0, predicate.start - claim.start)) is not None


def _happens_to_others(a: Claim, x: Predicate, b: Claim, y: Predicate) -> bool:
    """Tell whether two predicates have objects of other names: "defies Rome", "breaks the law of Padua"."""
    named = [
        {
            entity.id
            for entity in claim.entities
            for item in predicate.arguments
            if item.role == "obj" and item.start <= entity.start < item.end
        }
        for claim, predicate in ((a, x), (b, y))
    ]
    return all(named) and named[0].isdisjoint(named[1])


def _name_doer(claim: Claim, predicate: Predicate) -> frozenset[str]:
    """Return the words of the name of who does what a predicate says, if it is a name or the speaker."""
    subject = next((item for item in predicate.arguments if item.role == "nsubj"), None)
    if subject is None:
        return frozenset()
    if _is_speaker(subject):
        name = claim.attributed_to.name if claim.attributed_to else claim.source
        return frozenset(re.findall(r"[^\W_]+", name.lower()))
    named = any(subject.start <= entity.start < subject.end for entity in claim.entities)
    return frozenset(re.findall(r"[^\W_]+", subject.text.lower())) if named else frozenset()


def _is_speaker(argument: Argument) -> bool:
    return argument.role == "nsubj" and argument.text.lower() in ("we", "i")


def _lacks_denied(denier: Claim, denied: Predicate, other: Claim, told: Predicate) -> bool:
    """Tell whether a claim says nothing of what the other has none of: "holds no power", "holds to its promise"."""
    cue = denier.polarity_cue
    if cue is None or not told.arguments:
        return False
    if cue.text.lower() in NEITHER:
        said = _find_forms(denied) | _find_forms(told)
        both = [
            [w for w in read_words(find_wording(claim)[0], "") if w.forms.isdisjoint(said)] for claim in (denier, other)
        ]
        return not find_common(*both)
    if cue.text.lower() != NONE:
        return False
    held = [item for item in denied.arguments if item.role in ("nsubj", "obj", "nsubj:pass")]
    nouns = [read_words(item.head, "") for item in held if item.start <= cue.start < item.end]
    if any(not word.forms.isdisjoint(read_lexicon("clauses")["grounds"]["words"]) for noun in nouns for word in noun):
        # "No sign that prices rose" denies the rise.
        return False
    words = [word for noun in nouns for word in noun if is_telling(word)]
    return bool(words) and find_affinity(words, read_words(find_wording(other)[0], "")) < SAME_PARTICIPANT


def _is_partial(claim: Claim) -> bool:
    """Tell whether a denial is of how many or how far only, or on a condition: "do not sail without a pilot"."""
    cue = claim.polarity_cue
    behind = claim.text[cue.end - claim.start :] if cue and claim.start <= cue.start < claim.end else ""
    return bool(behind) and (PARTIAL.match(behind) is not None or CONDITION.search(behind) is not None)


def _hold_one_thing(a: Claim, x: Predicate, b: Claim, y: Predicate) -> bool:
    """Tell whether the one says that there is what the other says there is none of: "has no debts", "has debts".

    "No Dutch player" is said of fewer than "three players": whatever the denied side says of it the other must say.
    """
    held = [_find_held(predicate) for predicate in (x, y)]
    if held[0] is None or held[1] is None or find_base_forms(held[0].head).isdisjoint(find_base_forms(held[1].head)):
        return False
    denied, what, other = (x, held[0], b) if is_denied(x, a) else (y, held[1], a)
    told = {form for word in read_words(find_wording(other)[0], "") for form in word.forms}
    said = [what.text, *(item.text for item in denied.arguments if item.role.startswith("obl"))]
    return all(not w.forms.isdisjoint(told) for text in said for w in read_words(text, "") if is_telling(w))


def _happens_in_one(a: Claim, x: Predicate, b: Claim, y: Predicate) -> bool:
    """Tell whether there was none in the one of what happens in the other: "there was no siren", "sirens sounded"."""
    for denier, denied, other, told in ((a, x, b, y), (b, y, a, x)):
        held = _find_held(denied) if denied.lemma in EXISTING and is_denied(denied, denier) else None
        if held is None or other.modality != "asserted" or is_denied(told, other):
            continue
        subject = next((item for item in told.arguments if item.role.startswith("nsubj")), None)
        if subject is None or find_base_forms(held.head).isdisjoint(find_base_forms(subject.head)):
            continue
        said = {form for word in read_words(find_wording(other)[0], "") for form in word.forms}
        if not said.isdisjoint(read_lexicon("opposites")["denial"]["implied"]):
            # "The sirens stayed silent."
            continue
        if all(not word.forms.isdisjoint(said) for word in read_words(held.text, "") if is_telling(word)):
            return True
    return False


def _find_held(predicate: Predicate) -> Argument | None:
    """Return what somebody has, or what there is; of "take part" and the like what says what happens."""
    if predicate.lemma in EXISTING:
        role = "nsubj"
    elif not _find_forms(predicate):
        role = "obj"
    else:
        return None
    return next((item for item in predicate.arguments if item.role == role), None)


def _find_forms(predicate: Predicate) -> frozenset[str]:
    words = [word for word in read_words(f"{predicate.text} {predicate.lemma}", "") if is_telling(word)]
    return frozenset(form for word in words for form in word.forms | find_base_forms(word.text))


def _find_words(predicate: Predicate, roles: tuple[str, ...]) -> list[Word]:
    texts = [
        argument.text
        for argument in predicate.arguments
        if argument.role.startswith(roles) or (argument.role.startswith("obl") and argument.marker == AGENT)
    ]
    return [word for text in texts for word in read_words(text, "") if is_telling(word)]


@cache
def _aims() -> re.Pattern[str]:
    """Return what matches a noun for something only aimed at, and the "to" behind it."""
    words = "|".join(read_lexicon("opposites")["supposing"]["plans"])
    return re.compile(rf"\b(?:(?:{words})s?|whether(?:\s+or\s+not)?)\s+to\s+$", re.IGNORECASE)


@cache
def _no_plan() -> re.Pattern[str]:
    words = "|".join(read_lexicon("opposites")["supposing"]["intentions"])
    return re.compile(rf"\bno\s+(?:\w+\s+)?(?:{words})s?\s+(?:whatsoever\s+)?(?:to|of)\s+$", re.IGNORECASE)


@cache
def _grounds() -> re.Pattern[str]:
    """Return what matches a noun for what speaks for a clause, and what opens the clause."""
    words = "|".join(read_lexicon("clauses")["grounds"]["words"])
    return re.compile(rf"\s+(?:[^\W\d_]+\s+)?(?:{words})s?\s+(?:to show |to suggest |to prove )?that\b", re.IGNORECASE)


@cache
def _disclaiming() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["disclaiming"])


@cache
def _ceasing() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["ceasing"])
