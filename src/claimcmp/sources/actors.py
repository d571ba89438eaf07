"""actors.toml: who goes by which names, beside those that claimcmp knows."""

from collections.abc import Iterable
from pathlib import Path

from claimcmp.errors import UsageError
from claimcmp.records import KnownActor
from claimcmp.sources.places import expand_home
from claimcmp.sources.tables import Table, quote, raise_problems, read_tables, suggest
from claimcmp.sources.topic_choice import find_beside

ACTORS_FILE = "actors.toml"
KINDS = ("organisation", "company", "person", "country", "place", "event")

_KEYS = ("id", "name", "kind", "aliases", "demonyms")
_EXAMPLE = """[[actor]]
id = "boe"
name = "Bank of England"
kind = "organisation"
aliases = ["BoE", "Threadneedle Street", "the Old Lady"]
"""


def choose_actors_file(explicit: Path | None, paths: Iterable[str | Path]) -> Path | None:
    """Return the actors file of a run: the one asked for, else the one beside the documents, if there is any."""
    if explicit is not None:
        return expand_home(explicit)
    found = {path.resolve(): path for path in find_beside(paths, ACTORS_FILE)}
    if len(found) > 1:
        listed = " and ".join(sorted(path.as_posix() for path in found.values()))
        raise UsageError(f"There is more than one {ACTORS_FILE}: {listed}. Choose one with --actors.")
    return next(iter(found.values()), None)


def read_actors(path: Path) -> tuple[KnownActor, ...]:
    """Return the actors of an actors.toml, or raise one SourceError with everything that is wrong with it."""
    tables = read_tables(path, "actor", example=_EXAMPLE)
    ids: dict[str, int] = {}
    owners: dict[str, int] = {}
    actors = [_read_actor(table, ids, owners) for table in tables]
    raise_problems(tables)
    return tuple(actors)


def _read_actor(table: Table, ids: dict[str, int], owners: dict[str, int]) -> KnownActor:
    table.refuse_unknown(_KEYS)
    key = table.text("id", example="boe")
    if key is None and "id" not in table.values:
        table.report('has no "id". Give it a short name, for example id = "boe".')
    elif key is not None and ids.setdefault(key, table.number) != table.number:
        table.report(f"has the same id as actor {ids[key]}, {quote(key)}. Give it another one, or join the two.")
    kind = table.text("kind", example="organisation") or ""
    if kind and kind not in KINDS:
        table.report(f"has the kind {quote(kind)}. Known: {', '.join(KINDS)}.{suggest(kind, KINDS)}")
    name = table.text("name", example="Bank of England") or ""
    aliases, demonyms = table.texts("aliases", example="BoE"), table.texts("demonyms", example="Bavarian")
    for text in dict.fromkeys((name, *aliases, *demonyms)):
        if text and owners.setdefault(text, table.number) != table.number:
            table.report(f"has a name of actor {owners[text]}, {quote(text)}. A name can stand for one actor only.")
    if not name and not aliases and not demonyms:
        table.report('has no names. Write those it goes by, for example aliases = ["BoE"].')
    return KnownActor(key or "", name, kind, aliases, demonyms)
