"""Measures how near two claims come to each other in what happens, who does it, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcmp.compare.features.vocabulary import DIGITS, SUBJECT, Vocabulary
from claimcmp.compare.matching.alignment import align_rows
from claimcmp.records import Argument, Claim

# Clauses are claims or circumstances of their own.
CLAUSES = ("advcl", "acl", "ccomp", "csubj", "parataxis")

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Roles:
    """Nearness from 0 to 1; None where a side says nothing of the kind."""

    predicates: float | None
    """How well the predicates of each claim find a word in the other, mean of both directions."""
    subjects: float | None
    others: float | None
    """Of objects and circumstances."""


def compare_roles(a: Claim, b: Claim, vocabulary: Vocabulary) -> Roles:
    """Compare the predicates of two claims, and who has which part in them."""
    return Roles(
        predicates=_mean(_cover(a, b, vocabulary), _cover(b, a, vocabulary)),
        subjects=_liken(_list_arguments(a, subjects=True), _list_arguments(b, subjects=True), vocabulary),
        others=_liken(_list_arguments(a, subjects=False), _list_arguments(b, subjects=False), vocabulary),
    )


def _cover(a: Claim, b: Claim, vocabulary: Vocabulary) -> float | None:
    predicates = [rows for predicate in a.predicates if len(rows := vocabulary.find(predicate.text))]
    opposite = vocabulary.indices_of(b)
    if not predicates or not len(opposite):
        return None
    found = [float(align_rows(rows, opposite, vocabulary).max()) for rows in predicates]
    return sum(found) / len(found)


def _liken(ours: Sequence[str], theirs: Sequence[str], vocabulary: Vocabulary) -> float | None:
    """Return how near the two arguments come that are nearest to each other."""
    rows = [[found for text in texts if len(found := vocabulary.find(text))] for texts in (ours, theirs)]
    near = [_compare(x, y, vocabulary) for x in rows[0] for y in rows[1]]
    return max(near, default=None)


def _compare(x: Rows, y: Rows, vocabulary: Vocabulary) -> float:
    near = align_rows(x, y, vocabulary)
    return round((float(near.max(axis=1).mean()) + float(near.max(axis=0).mean())) / 2, DIGITS)


def _list_arguments(claim: Claim, *, subjects: bool) -> list[str]:
    return [
        argument.text
        for predicate in claim.predicates
        for argument in predicate.arguments
        if not argument.role.startswith(CLAUSES) and _is_subject(argument) is subjects
    ]


def _is_subject(argument: Argument) -> bool:
    return argument.role.startswith(SUBJECT)


def _mean(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else round((first + second) / 2, DIGITS)
