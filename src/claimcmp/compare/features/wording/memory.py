"""Remembers what was found of a claim, which is asked again for every pair that it is in."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from claimcmp.records import Claim

P = ParamSpec("P")
R = TypeVar("R")
MOST = 8192


def remember(find: Callable[Concatenate[Claim, P], R]) -> Callable[Concatenate[Claim, P], R]:
    """Make a function of a claim answer from memory when it is asked of the same claim again.

    A claim does not change. It is known by its identity, not by its id: two texts may give one id to unlike claims.
    """
    memory: dict[tuple[int, Hashable], tuple[Claim, R]] = {}

    @wraps(find)
    def recall(claim: Claim, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (id(claim), (args, tuple(sorted(kwargs.items()))))
        # The claim is held, so that no other one can come to stand at its address.
        if (held := memory.get(key)) is not None:
            return held[1]
        if len(memory) >= MOST:
            memory.clear()
        found = find(claim, *args, **kwargs)
        memory[key] = (claim, found)
        return found

    return recall
