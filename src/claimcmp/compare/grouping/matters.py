"""Names a matter in a few words of the claims themselves."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from claimcmp.compare.features.statements import read_statement
from claimcmp.compare.features.vocabulary import WORD, Vocabulary
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate

MOST_WORDS, FEWEST_WORDS = 9, 3
FEWEST_SHARED = 2
"""A name is read at a glance; longer stretches are cut to what is shared."""
# Of what a name holds in common words and actors, this share is given for each word that it is longer.
_PRICE = 0.04
_TOKEN = re.compile(r"[$€£¥]?\d(?:[\d.,]*\d)?(?:\s?%|[^\W\d_]+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OWNER = re.compile(r"['’]s?$")
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
    best: tuple[float, str] | None = None
    for claim in claims:
        keys = vocabulary.words_of(claim).keys
        shared = {word: worth[key] for key, word in keys.items() if key in worth}
        for name in (trim_name(found) for found in _find_names(claim, shared)):
            if not _keeps_denials(name, claim) or not _tells(name, shared):
                continue
            score = _rate(name, shared)
            if best is None or score > best[0]:
                best = score, name
    if best is not None:
        return best[1]
    return next((name for claim in claims if _keeps_denials(name := _begin(claim), claim)), _begin(claims[0]))


def trim_name(name: str) -> str:
    """Return a name without what only leads to it or hangs behind it: "before the storm of" is "the storm"."""
    words = name.split()
    while words and words[0].casefold() in {*_words("openers"), "…"}:
        words.pop(0)
    while words and words[-1].casefold() in _words("openers") | _words("closers") | {"…"}:
        words.pop()
    return _OWNER.sub("", " ".join(words))


def _tells(name: str, shared: Mapping[str, float]) -> bool:
    """Tell whether a name still holds enough of what its claims share."""
    return len({word for word in WORD.findall(name) if word in shared}) >= min(FEWEST_SHARED, len(shared))


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
        yield from _find_stretches(claim.text, shared, keeps=lambda name: _keeps_denials(name, claim))


def _name_predicate(claim: Claim, predicate: Predicate, shared: Mapping[str, float]) -> str:
    """Return a predicate with its subject and those arguments that hold shared words, in the order of the text."""
    kept = [argument for argument in predicate.arguments if _is_subject(argument) or _holds(argument.text, shared)]
    items: list[Argument | Predicate] = [predicate, *kept]
    # Who does it, or whether it is done, is not yet a matter: it takes two of predicate and arguments.
    if sum(_holds(item.text, shared) for item in items) < FEWEST_SHARED:
        return ""
    name, last = "", claim.end
    spans = [(item.start, item.end) for item in items]
    denial = _find_denial(claim, predicate)
    for start, end in _without_inner([*spans, denial] if denial else spans):
        text = _shorten(_cut(claim, start, end) or _text_of(start, items), shared)
        between = claim.text[last - claim.start : start - claim.start].strip() if name else ""
        link = between if between.casefold() in {"", *_links()} else "…"
        name = " ".join(f"{name} {link} {text}".split())
        last = end
    return name if len(WORD.findall(name)) <= MOST_WORDS + FEWEST_WORDS else ""


def _is_subject(argument: Argument) -> bool:
    """Tell whether an argument names who does it or what it is done to; a pronoun names nothing outside its text."""
    return argument.role.startswith("nsubj") and argument.text.casefold() not in _links()


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


def _shorten(text: str, shared: Mapping[str, float]) -> str:
    """Return the stretch of a long argument that holds its shared words."""
    words = list(WORD.finditer(text))
    if len(words) <= MOST_WORDS // 2:
        return text
    return next(iter(_find_stretches(text, shared, most=MOST_WORDS // 2)), text)


def _find_stretches(
    text: str,
    shared: Mapping[str, float],
    *,
    most: int = MOST_WORDS,
    keeps: Callable[[str], bool] = bool,
) -> Iterator[str]:
    """Yield the best stretch of at most so many words that crosses no comma, bracket or dash."""
    best: tuple[float, str] | None = None
    for words in _find_runs(text):
        for first in range(len(words)):
            for last in range(first + min(FEWEST_WORDS, len(words)) - 1, min(len(words), first + most)):
                ends = words[first].group(), words[last].group()
                if not any(word in shared for word in ends) or any(word.casefold() in _links() for word in ends):
                    continue
                name = text[words[first].start() : words[last].end()]
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
    return _words("links")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("matters")[table]["words"])
