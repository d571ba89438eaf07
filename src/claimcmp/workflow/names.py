"""Finds what a user names: topics, claims, and the names of a list such as sources and relations."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from claimcmp.errors import UsageError
from claimcmp.records import Claim, Topic
from claimcmp.sources import find_topic

IDS_SHOWN = 6


def list_names(names: str | Iterable[str]) -> list[str]:
    """Return the names of a list, or the one that is given alone."""
    # A string is also an iterable of strings: its letters.
    return [names] if isinstance(names, str) else list(names)


def find_known(kind: str, name: str, known: Sequence[str]) -> str:
    """Return the known name that is meant, whatever its case."""
    found = next((one for one in known if one.casefold() == name.strip().casefold()), None)
    if found is None:
        from claimcmp.report import unknown_name

        raise UsageError(unknown_name(kind, name, known))
    return found


def choose_topics(topics: tuple[Topic, ...], names: str | Iterable[str]) -> tuple[Topic, ...]:
    """Return the topics that are named by id or label; all where none is named."""
    wanted = {find_topic(topics, name).id for name in list_names(names)}
    return tuple(topic for topic in topics if topic.id in wanted) if wanted else topics


def find_claim(claims: Sequence[Claim], name: str) -> Claim:
    """Return the claim with an id, or with a beginning of an id that no other claim has."""
    exact = [claim for claim in claims if claim.id == name]
    found = exact or [claim for claim in claims if name and claim.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    ids = [claim.id for claim in found or claims]
    if found:
        shown = ", ".join(ids[:IDS_SHOWN]) + (", …" if len(ids) > IDS_SHOWN else "")
        raise UsageError(f'{len(ids)} claims begin with "{name}": {shown}. Write more of the id.')
    near = get_close_matches(name, ids, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise UsageError(f'No claim has the id "{name}".{hint} `claimcmp compare --format csv` lists the ids.')
