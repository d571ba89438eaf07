"""Which groups of two runs are on one matter, which have another verdict, and into which the others went."""

from collections.abc import Iterator, Mapping, Sequence

from claimcmp.findings import GroupChange
from claimcmp.records import Group


def pair_groups(
    old: Sequence[Group], new: Sequence[Group], renamed: Mapping[str, str]
) -> Iterator[tuple[Group | None, Group | None]]:
    """Yield the groups of both runs in pairs; ``renamed`` gives the claim of the later run that a claim became.

    Those that are most like each other go together: the same claims before most of them, and of equals the same id.
    """
    found: list[tuple[float, bool, int, int, int]] = []
    for number, group in enumerate(old):
        claims = _rename(group, renamed)
        for other, candidate in enumerate(new):
            common = len(claims & set(candidate.claims)) if candidate.topic == group.topic else 0
            if common:
                # A group that took in another one stays more like itself than the other is like it.
                likeness = common / (len(group.claims) + len(candidate.claims) - common)
                found.append((-likeness, group.id != candidate.id, -common, number, other))
    paired: dict[int, int] = {}
    for *_, number, other in sorted(found):
        if number not in paired and other not in paired.values():
            paired[number] = other
    for number, group in enumerate(old):
        yield group, new[paired[number]] if number in paired else None
    for other, group in enumerate(new):
        if other not in paired.values():
            yield None, group


def find_group_changes(
    pairs: Sequence[tuple[Group | None, Group | None]], renamed: Mapping[str, str]
) -> Iterator[GroupChange]:
    """Yield what came, went or has another verdict; of what went, the group that holds what is left of its claims."""
    before = {claim: claim_before for claim_before, claim in renamed.items()}
    for old, new in pairs:
        shown = new or old
        if shown is None or (old and new and (old.verdict, old.differs_in) == (new.verdict, new.differs_in)):
            continue
        yield GroupChange(
            kind="new" if old is None else "gone" if new is None else "changed",
            topic=shown.topic,
            matter=shown.matter,
            old=old.id if old else None,
            new=new.id if new else None,
            old_verdict=old.verdict if old else None,
            new_verdict=new.verdict if new else None,
            old_differs_in=old.differs_in if old else (),
            new_differs_in=new.differs_in if new else (),
            merged_into=None if old is None or new else _find_holder(old, renamed, [after for _, after in pairs]),
            split_from=None if new is None or old else _find_holder(new, before, [was for was, _ in pairs]),
        )


def _find_holder(group: Group, renamed: Mapping[str, str], others: Sequence[Group | None]) -> str | None:
    """Return the id of the group of the other run that holds all claims of a group that are still there."""
    claims = _rename(group, renamed)
    holders = [other.id for other in others if other and other.topic == group.topic and claims <= set(other.claims)]
    return holders[0] if claims and holders else None


def _rename(group: Group, renamed: Mapping[str, str]) -> set[str]:
    return {renamed[claim] for claim in group.claims if claim in renamed}
