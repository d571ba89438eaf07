"""The words for how two claims relate, and for what a group comes to."""

from typing import Literal, get_args

Relation = Literal[
    "agree",
    "complementary",
    "contradict",
    "differ-in-number",
    "differ-in-date",
    "differ-in-certainty",
    "differ-in-attribution",
]
Verdict = Literal["agree", "compatible", "diverge", "mixed", "single-source"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
COMPATIBLE: frozenset[Relation] = frozenset({"agree", "complementary"})
"""Relations that leave both claims standing; all others diverge."""
