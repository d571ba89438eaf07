"""Judges single pairs, of two texts or of two claims, and explains what is said of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from claimcmp.compare import CompareOptions
from claimcmp.errors import UsageError
from claimcmp.inputs import check_text
from claimcmp.records import COMPATIBLE, Claim, Document, Explanation, Extraction, Judgment
from claimcmp.workflow.names import find_claim

if TYPE_CHECKING:
    from claimcmp.pipeline import Analyser

FEWEST_WORDS = 2
"""Of a statement that is judged."""
NEARLY_BEST = 0.6
"""Of the clauses of two texts, two that diverge stand for them if they score so much of the best."""


def judge(text_a: str, text_b: str, *, options: CompareOptions | None = None) -> Judgment:
    """Judge two statements as if two sources had made them: are they on one matter, and how do they relate.

    Of texts that claim several things the two that are nearest to each other are judged, those that diverge first;
    ``explain_texts`` says what is left.
    """
    from claimcmp.compare.comparator import judge_claims
    from claimcmp.compare.features.vocabulary import Vocabulary
    from claimcmp.pipeline import load_plain_analyser

    analyser = load_plain_analyser()
    first, second = (_find_statements(analyser, name, text) for name, text in (("A", text_a), ("B", text_b)))
    vocabulary = Vocabulary((*first, *second))
    judged = [judge_claims(a, b, vocabulary=vocabulary, options=options) for a in first for b in second]
    least = NEARLY_BEST * max(judgment.evidence.score for judgment in judged)
    best = _find_best(judged)
    return max(judged, key=lambda judgment: _rank(judgment, least, best))


def explain(extraction: Extraction, a: str, b: str, *, options: CompareOptions | None = None) -> Explanation:
    """Explain what is said of two claims, by id or by the beginning of an id that no other claim has."""
    first, second = (find_claim(extraction.claims, name) for name in (a, b))
    if first is second:
        raise UsageError(f'Both names mean the claim "{first.id}". Name two claims.')
    from claimcmp.compare.explanation import explain_pair

    return explain_pair(extraction, first, second, options=options)


def explain_texts(text_a: str, text_b: str, *, options: CompareOptions | None = None) -> Explanation:
    """Explain what is said of two statements, as if two sources had made them."""
    judgment = judge(text_a, text_b, options=options)
    from claimcmp.compare.explanation import explain_claims

    return explain_claims(judgment.a, judgment.b, options=options, notes=_tell_rest(judgment, text_a, text_b))


def _find_best(judged: Iterable[Judgment]) -> dict[str, float]:
    """Return the score of each clause with the one that it goes best with."""
    best: dict[str, float] = {}
    for judgment in judged:
        for claim in (judgment.a, judgment.b):
            best[claim.id] = max(best.get(claim.id, 0.0), judgment.evidence.score)
    return best


def _rank(judgment: Judgment, least: float, best: Mapping[str, float]) -> tuple[bool, bool, float]:
    """Put what is on one matter first, of that two clauses that diverge, unless each goes better with another one."""
    score = judgment.evidence.score
    diverges = judgment.relation is not None and judgment.relation not in COMPATIBLE
    own = score >= min(best[judgment.a.id], best[judgment.b.id])
    return judgment.same_matter, diverges and own and score >= least, score


def _find_statements(analyser: "Analyser", name: str, text: str) -> tuple[Claim, ...]:
    check_text(text)
    found = analyser.find_claims(Document(name=name, text=text, source=name), keep_all=True)
    # A single word is taken for a whole sentence, but it is what a claim is about, and says nothing of it.
    if not found.claims or len(text.split()) < FEWEST_WORDS:
        raise UsageError(f'Nothing is claimed in "{text}". Give a whole sentence that asserts something.')
    return found.claims


def _tell_rest(judgment: Judgment, *texts: str) -> Iterator[str]:
    """Yield what is claimed in either text beyond the claim that is judged."""
    from claimcmp.pipeline import load_plain_analyser

    for judged, text in zip((judgment.a, judgment.b), texts, strict=True):
        name = judged.document
        rest = [claim for claim in _find_statements(load_plain_analyser(), name, text) if claim.id != judged.id]
        if rest:
            left = ", ".join(f"“{claim.text}”" for claim in rest)
            told = f"of the {len(rest) + 1} claims of {name} that one is judged which goes best with the other side"
            yield f"{told}, “{judged.text}”; left is {left}"
