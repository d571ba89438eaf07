"""Names a matter in a few words of the claims themselves."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from claimcmp.compare.features.vocabulary import WORD, Vocabulary
from claimcmp.compare.grouping.name_borders import find_whole, locate_whole, read_words, says_enough, trim_name, widen
from claimcmp.compare.grouping.name_denials import find_name_denial, keeps_denials
from claimcmp.compare.grouping.phrase_borders import Phrases, join_pieces, without_inner
from claimcmp.records import Argument, Claim, Predicate

MOST_WORDS, FEWEST_WORDS = 9, 3
MOST_OF_PIECE, MOST_OF_NAME = 6, 14
FEWEST_SHARED = 2
"""A name is read at a glance; longer stretches are cut to what is shared."""
MOST_FILLED = 4
"""Words between a predicate and its arguments that are kept, for they make it readable; of more "…" stands."""
# Of what a name holds in common words and actors, this share is given for each word that it is longer.
_PRICE = 0.04
# Of that a predicate without its subject has this share.
_NOBODY = 0.8
_TOKEN = re.compile(r"[$€£¥]?\d(?:[\d.,]*\d)?(?:\s?%|[^\W\d_]+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_COMPLETING = frozenset({"obj", "xcomp", "ccomp", "obl", "obl:agent", "iobj"})
_NAMING = frozenset({"nsubj", "csubj", "obj", "iobj", "xcomp", "ccomp", "obl"})
_OBJECTS = frozenset({"obj", "iobj"})
Find = Callable[[Claim, Mapping[str, float]], Iterator[str]]
_BREAK = re.compile(r"[,;:()\[\]“”\"—–!?]|\.\s")


def name_matter(claims: Sequence[Claim], vocabulary: Vocabulary, taken: Collection[str] = ()) -> str:
    """Return the few words of a claim that hold most of what the claims share: who does what to whom.

    Taken from one claim, verbatim and in its order, with "…" for what is left out; the first of equals wins, and none
    of the names that are ``taken``. What a claim denies stands in its name with the denial, or not at all.
    """
    used = {name.casefold() for name in taken}
    counts = Counter(key for claim in claims for key in vocabulary.words_of(claim).keys)
    most = max(counts.values(), default=0)
    # A word of one claim only tells nothing about the matter; one that all have tells most.
    worth = {key: vocabulary.weight(key) * count / most for key, count in counts.items() if count > 1 or most == 1}
    for find, fewest in ((_find_names, FEWEST_SHARED), (_find_clauses, 1)):
        named = [
            (score, -place, name)
            for place, claim in enumerate(claims)
            for score, name in _rate_names(claim, find, vocabulary.words_of(claim).keys, worth, fewest)
            if name.casefold() not in used
        ]
        if named:
            return max(named, key=lambda found: found[:2])[2]
    # Of a claim that leads off with "in" or "when", the beginning tells least.
    ordered = sorted(claims, key=lambda claim: claim.text.split()[0].casefold() in read_words("openers"))
    begun = [name for claim in ordered if (name := _begin(claim)).casefold() not in used]
    kept = [name for claim in ordered if (name := _begin(claim)) in begun and keeps_denials(name, claim)]
    return next(iter((*kept, *begun)), _begin(claims[0]))


def _rate_names(
    claim: Claim, find: Find, keys: Mapping[str, str], worth: Mapping[str, float], fewest: int
) -> Iterator[tuple[float, str]]:
    """Yield the names that a claim offers and that tell something, each with what it is worth."""
    shared = {word: worth[key] for key, word in keys.items() if key in worth}
    dates = [date.text for date in claim.dates]
    for name in (trim_name(found, dates) for found in find(claim, shared)):
        if keeps_denials(name, claim) and _tells(name, shared, fewest) and says_enough(name, keys.values(), dates):
            yield _rate(name, shared) * (1 if _is_told_of(name, claim) else _NOBODY), name


def _is_told_of(name: str, claim: Claim) -> bool:
    """Tell whether a name begins with a thing or with who does it, and not with a predicate: "signed the lease"."""
    start = claim.text.find(name.split("…")[0].strip())
    return all(start != predicate.start - claim.start or not predicate.arguments for predicate in claim.predicates)


def _tells(name: str, shared: Mapping[str, float], fewest: int) -> bool:
    """Tell whether a name still holds enough of what its claims share."""
    return len({word for word in WORD.findall(name) if word in shared}) >= min(fewest, len(shared))


def _begin(claim: Claim) -> str:
    words = claim.text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


def _rate(name: str, shared: Mapping[str, float]) -> float:
    words = WORD.findall(name)
    worth = sum(shared[word] for word in dict.fromkeys(words) if word in shared)
    return round(worth * (1 - _PRICE * len(words)), 9)


def _find_names(claim: Claim, shared: Mapping[str, float]) -> Iterator[str]:
    whole = False
    for predicate in claim.predicates:
        subject = _find_subject(predicate) is not None
        name = _name_predicate(claim, predicate, shared)
        if name:
            whole |= subject
            yield name
    # A predicate without a named subject may be no better than a stretch of the text.
    if not whole:
        keeps = partial(keeps_denials, claim=claim)
        found = _find_stretches(claim, 0, len(claim.text), shared, keeps=keeps)
        yield from (" ".join(claim.text[start:end].split()) for start, end in found)


def _find_clauses(claim: Claim, shared: Mapping[str, float]) -> Iterator[str]:
    """Yield predicates that hold a single shared word, with what completes them: "the court fined a bank"."""
    for predicate in claim.predicates:
        if _find_subject(predicate):
            yield _name_predicate(claim, predicate, shared, fewest=1)


def _name_predicate(
    claim: Claim, predicate: Predicate, shared: Mapping[str, float], *, fewest: int = FEWEST_SHARED
) -> str:
    """Return a predicate with its subject and those arguments that hold shared words, in the order of the text."""
    items: list[Argument | Predicate] = [predicate, *predicate.arguments]
    # Who does it, or whether it is done, is not yet a matter: it takes two of predicate and arguments.
    if sum(_holds(item.text, shared) for item in items) < fewest:
        return ""
    undated = [argument for argument in predicate.arguments if not _is_date(argument, claim)]
    kept = [item for item in undated if _is_subject(item) or _completes(item, predicate, shared)]
    # What stands outside of the claim is not read with it, unless it is who does it.
    kept = [item for item in kept if _is_subject(item) or claim.start <= item.start < claim.end]
    if all(_is_subject(argument) for argument in kept):
        kept += [argument for argument in undated if argument.role in _COMPLETING][:1]
    items = [predicate, *kept]
    places = locate_whole(claim.text, find_whole(claim))
    spans = [widen(item.start - claim.start, item.end - claim.start, places) for item in items]
    if denial := find_name_denial(claim, predicate):
        spans.append((denial[0] - claim.start, denial[1] - claim.start))
    pieces = [_shorten(claim, start, end, items, shared) for start, end in without_inner(spans)]
    names = (join_pieces(claim.text, pieces, filled=filled) for filled in (MOST_FILLED, 0))
    return next((name for name in names if len(name.split()) <= MOST_OF_NAME), "")


def _completes(argument: Argument, predicate: Predicate, shared: Mapping[str, float]) -> bool:
    """Tell whether an argument belongs to the matter: not what is said beside it, nor when or by whom before it."""
    role = argument.role.partition(":")[0]
    if role in _OBJECTS:
        return argument.text.casefold() not in _links()
    return role in _NAMING and (role != "obl" or argument.start > predicate.start) and _holds(argument.text, shared)


def _find_subject(predicate: Predicate) -> Argument | None:
    return next((argument for argument in predicate.arguments if _is_subject(argument)), None)


def _is_subject(argument: Argument) -> bool:
    """Tell whether an argument names who does it or what it is done to; a pronoun names nothing outside its text."""
    return argument.role.startswith("nsubj") and argument.text.casefold() not in _links()


def _is_date(argument: Argument, claim: Claim) -> bool:
    """Tell whether an argument is a date and nothing else."""
    dates = [date.text.removeprefix("the ") for date in claim.dates]
    return argument.text.removeprefix("the ") in dates


def _holds(text: str, shared: Mapping[str, float]) -> bool:
    return any(word in shared for word in WORD.findall(text))


def _shorten(
    claim: Claim, start: int, end: int, items: Iterable[Predicate | Argument], shared: Mapping[str, float]
) -> tuple[int, int, str]:
    """Return a piece of a claim, of a long one the stretch from its beginning that holds its shared words."""
    if 0 <= start < len(claim.text) < end:
        end = len(claim.text)
    if not 0 <= start < end <= len(claim.text):
        # Such as the subject of an earlier clause; of a long one nothing tells where to cut it.
        text = next((item.text for item in items if item.start - claim.start == start), "")
        return start, end, text if len(WORD.findall(text)) <= MOST_WORDS else ""
    text = claim.text[start:end]
    if len(list(_TOKEN.finditer(text))) <= MOST_OF_PIECE and not _BREAK.search(text):
        return start, end, text
    for leading in (True, False):
        for first, last in _find_stretches(claim, start, end, shared, most=MOST_OF_PIECE, leading=leading):
            return first, last, claim.text[first:last]
    return start, end, text


def _find_stretches(
    claim: Claim,
    start: int,
    end: int,
    shared: Mapping[str, float],
    *,
    most: int = MOST_WORDS,
    leading: bool = False,
    keeps: Callable[[str], bool] = bool,
) -> Iterator[tuple[int, int]]:
    """Yield the best stretch of at most so many words that cuts no phrase and crosses no comma, bracket or dash.

    A stretch that is ``leading`` begins where the piece does.
    """
    best: tuple[float, tuple[int, int]] | None = None
    places, phrases = locate_whole(claim.text, find_whole(claim)), Phrases(claim)
    for words in _find_runs(claim.text, start, end):
        for first in range(1 if leading else len(words)):
            for last in range(first + min(FEWEST_WORDS, len(words)) - 1, min(len(words), first + most)):
                ends = words[first].group(), words[last].group()
                if not any(word in shared for word in ends) or any(word.casefold() in _links() for word in ends):
                    continue
                span = widen(phrases.find_article(words[first].start()), words[last].end(), places)
                name = claim.text[slice(*span)]
                score = _rate(name, shared)
                if score > (best[0] if best else 0.0) and phrases.hold(*span) and keeps(name):
                    best = score, span
        if leading:
            break
    if best:
        yield best[1]


def _find_runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Yield the words between marks of punctuation; signs of money and percent belong to their number."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text, start, end):
        if run and _BREAK.search(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _links() -> frozenset[str]:
    return read_words("links")
