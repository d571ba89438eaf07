"""The names of documents: the file's name, or as much of its path as tells it from the others; and of their sources."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath


def find_names(files: Iterable[Path], *, taken: Iterable[str] = ()) -> Mapping[Path, str]:
    """Return a name for every file, unique among them and different from those taken.

    Files of one name in different folders get the shortest end of their paths that tells them all apart, below the
    folder that they share; so the names do not depend on where that folder is.
    """
    groups: dict[str, list[Path]] = {}
    for file in files:
        groups.setdefault(_printable(file.name), []).append(file)
    names: dict[Path, str] = {}
    used = set(taken)
    for name, group in sorted(groups.items()):
        chosen = [name] if len(group) == 1 else _tell_apart(group)
        for file, wanted in zip(group, chosen, strict=True):
            names[file] = _free(wanted, used)
            used.add(names[file])
    return names


def find_sources(names: Iterable[str], *, publishers: Iterable[str] = ()) -> Mapping[str, str]:
    """Return what to call the source of every document that has no publisher: its name without the ending.

    The ending stays where another document or a publisher would be called the same, as documents of one source are
    not compared.
    """
    stems = {name: PurePath(name).with_suffix("").as_posix() for name in sorted(names)}
    shared = Counter([*stems.values(), *set(publishers)])
    used = set(publishers)
    sources: dict[str, str] = {}
    for name, stem in stems.items():
        sources[name] = _free(stem if shared[stem] == 1 else name, used)
        used.add(sources[name])
    return sources


def _tell_apart(files: list[Path]) -> list[str]:
    paths = [(file.parent.resolve() / file.name).parts for file in files]
    shared = 0
    while len({path[: shared + 1] for path in paths}) == 1:
        shared += 1
    below = [path[shared:] for path in paths]
    for length in range(2, max(map(len, below)) + 1):
        ends = [_printable("/".join(path[-length:])) for path in below]
        if len(set(ends)) == len(ends):
            return ends
    return [_printable("/".join(path)) for path in below]


def _free(wanted: str, used: set[str]) -> str:
    free, number = wanted, 1
    while free in used:
        number += 1
        path = PurePath(wanted)
        free = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
    return free


def _printable(name: str) -> str:
    # A file name need not be UTF-8; as the name of a document it is written to files that are.
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
