"""Names a matter in a few words of the claims themselves."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from claimcmp.compare.features.statements import read_statement
from claimcmp.compare.features.vocabulary import WORD, Vocabulary
from claimcmp.compare.grouping.name_borders import find_whole, locate_whole, read_words, says_enough, trim_name, widen
from claimcmp.records import Argument, Claim, Predicate

MOST_WORDS, FEWEST_WORDS = 9, 3
FEWEST_SHARED = 2
"""A name is read at a glance; longer stretches are cut to what is shared."""
# Of what a name holds in common words and actors, this share is given for each word that it is longer.
_PRICE = 0.04
_TOKEN = re.compile(r"[$€£¥]?\d(?:[\d.,]*\d)?(?:\s?%|[^\W\d_]+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_COMPLETING = frozenset({"obj", "xcomp", "ccomp", "obl", "obl:agent", "iobj"})
Find = Callable[[Claim, Mapping[str, float]], Iterator[str]]
_BREAK = re.compile(r"[,;:()\[\]“”\"—–!?]|\.\s")


def name_matter(claims: Sequence[Claim], vocabulary: Vocabulary) -> str:
    """Return the few words of a claim that hold most of what the claims share: who does what to whom.

    Taken from one claim, verbatim and in its order, with "…" for what is left out; the first of equals wins. What a
    claim denies stands in its name with the denial, or not at all.
    """
    counts = Counter(key for claim in claims for key in vocabulary.words_of(claim).keys)
    most = max(counts.values(), default=0)
    # A word of one claim only tells nothing about the matter; one that all have tells most.
    worth = {key: vocabulary.weight(key) * count / most for key, count in counts.items() if count > 1 or most == 1}
    for find, fewest in ((_find_names, FEWEST_SHARED), (_find_clauses, 1)):
        named = [
            (score, -place, name)
            for place, claim in enumerate(claims)
            for score, name in _rate_names(claim, find, vocabulary.words_of(claim).keys, worth, fewest)
        ]
        if named:
            return max(named, key=lambda found: found[:2])[2]
    # Of a claim that leads off with "in" or "when", the beginning tells least.
    ordered = sorted(claims, key=lambda claim: claim.text.split()[0].casefold() in read_words("openers"))
    return next((name for claim in ordered if _keeps_denials(name := _begin(claim), claim)), _begin(claims[0]))


def _rate_names(
    claim: Claim, find: Find, keys: Mapping[str, str], worth: Mapping[str, float], fewest: int
) -> Iterator[tuple[float, str]]:
    """Yield the names that a claim offers and that tell something, each with what it is worth."""
    shared = {word: worth[key] for key, word in keys.items() if key in worth}
    dates = [date.text for date in claim.dates]
    for name in (trim_name(found, dates) for found in find(claim, shared)):
        if _keeps_denials(name, claim) and _tells(name, shared, fewest) and says_enough(name, keys.values(), dates):
            yield _rate(name, shared), name


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
        subject = any(_is_subject(argument) for argument in predicate.arguments)
        name = _name_predicate(claim, predicate, shared)
        if name:
            whole |= subject
            yield name
    # A predicate without a named subject may be no better than a stretch of the text.
    if not whole:
        keeps = partial(_keeps_denials, claim=claim)
        yield from _find_stretches(claim.text, shared, whole=find_whole(claim), keeps=keeps)


def _find_clauses(claim: Claim, shared: Mapping[str, float]) -> Iterator[str]:
    """Yield predicates that hold a single shared word, with what completes them: "the court fined a bank"."""
    for predicate in claim.predicates:
        if any(_is_subject(argument) for argument in predicate.arguments):
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
    kept = [argument for argument in undated if _is_subject(argument) or _holds(argument.text, shared)]
    if all(_is_subject(argument) for argument in kept):
        kept += [argument for argument in undated if argument.role in _COMPLETING][:1]
    items = [predicate, *kept]
    name, last = "", claim.end
    places = [(first + claim.start, last + claim.start) for first, last in locate_whole(claim.text, find_whole(claim))]
    spans = [widen(item.start, item.end, places) for item in items]
    denial = _find_denial(claim, predicate)
    for start, end in _without_inner([*spans, denial] if denial else spans):
        text = _shorten(_cut(claim, start, end) or _text_of(start, items), shared, find_whole(claim))
        between = claim.text[last - claim.start : start - claim.start].strip() if name else ""
        link = between if between.casefold() in {"", *_links()} else "…"
        name = " ".join(f"{name} {link} {text}".split())
        last = end
    return name if len(WORD.findall(name)) <= MOST_WORDS + FEWEST_WORDS else ""


def _is_subject(argument: Argument) -> bool:
    """Tell whether an argument names who does it or what it is done to; a pronoun names nothing outside its text."""
    return argument.role.startswith("nsubj") and argument.text.casefold() not in _links()


def _is_date(argument: Argument, claim: Claim) -> bool:
    """Tell whether an argument is a date and nothing else."""
    dates = [date.text.removeprefix("the ") for date in claim.dates]
    return argument.text.removeprefix("the ") in dates


def _without_inner(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in their order that lie in none before them."""
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def _holds(text: str, shared: Mapping[str, float]) -> bool:
    return any(word in shared for word in WORD.findall(text))


def _cut(claim: Claim, start: int, end: int) -> str:
    return claim.text[start - claim.start : end - claim.start] if claim.start <= start and end <= claim.end else ""


def _text_of(start: int, items: Iterable[Predicate | Argument]) -> str:
    return next((item.text for item in items if item.start == start), "")


def _keeps_denials(name: str, claim: Claim) -> bool:
    """Tell whether a name says of no predicate that the claim denies that it holds."""
    words = set(name.casefold().split())
    for predicate in claim.predicates:
        if predicate.negated and not words.isdisjoint(predicate.text.casefold().split()):
            denial = _find_denial(claim, predicate)
            if denial is None or not words.issuperset(_cut(claim, *denial).casefold().split()):
                return False
    return True


def _find_denial(claim: Claim, predicate: Predicate) -> tuple[int, int] | None:
    """Return where the words stand that deny a predicate; None where it is affirmed, or denied outside of the claim."""
    cue = claim.polarity_cue
    if not predicate.negated:
        return None
    if cue is not None and claim.polarity == "negated":
        start, end = cue.start - claim.start, cue.end - claim.start
    else:
        before = claim.text[: max(0, predicate.start - claim.start)]
        denied = (word.denied for word in read_statement(claim) if word.start == predicate.start - claim.start)
        denial = next(denied, "")
        start = before.rfind(denial) if denial else -1
        end = start + len(denial)
    if not 0 <= start < end <= len(claim.text):
        return None
    # The whole of "didn't", of which the cue is the end.
    start = claim.text.rfind(" ", 0, start) + 1
    return claim.start + start, claim.start + end


def _shorten(text: str, shared: Mapping[str, float], whole: Collection[str]) -> str:
    """Return the stretch of a long argument that holds its shared words."""
    words = list(WORD.finditer(text))
    if len(words) <= MOST_WORDS // 2:
        return text
    return next(iter(_find_stretches(text, shared, whole=whole, most=MOST_WORDS // 2)), text)


def _find_stretches(
    text: str,
    shared: Mapping[str, float],
    *,
    whole: Collection[str],
    most: int = MOST_WORDS,
    keeps: Callable[[str], bool] = bool,
) -> Iterator[str]:
    """Yield the best stretch of at most so many words that crosses no comma, bracket or dash."""
    best: tuple[float, str] | None = None
    places = locate_whole(text, whole)
    for words in _find_runs(text):
        for first in range(len(words)):
            for last in range(first + min(FEWEST_WORDS, len(words)) - 1, min(len(words), first + most)):
                ends = words[first].group(), words[last].group()
                if not any(word in shared for word in ends) or any(word.casefold() in _links() for word in ends):
                    continue
                start, end = widen(words[first].start(), words[last].end(), places)
                name = text[start:end]
                score = _rate(name, shared)
                if score > (best[0] if best else 0.0) and keeps(name):
                    best = score, name
    if best:
        yield " ".join(best[1].split())


def _find_runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the words between marks of punctuation; signs of money and percent belong to their number."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if run and _BREAK.search(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _links() -> frozenset[str]:
    return read_words("links")
