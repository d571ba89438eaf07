"""Which topics file a run uses, and which topic a name means."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from rapidfuzz import fuzz, process

from claimcmp.errors import UsageError
from claimcmp.records import Topic
from claimcmp.sources.discovery import find_matches
from claimcmp.sources.places import exists, expand_home, is_file, is_folder
from claimcmp.sources.topics import TOPICS_FILE, make_slug

EXAMPLE = "example"
"""How the packaged topics are asked for."""
_NEAR = 70.0
"""Of 100; "sanction" for "sanctions" has 94, unrelated words stay below 60."""


def find_topic(topics: Iterable[Topic], name: str) -> Topic:
    """Return the topic with that id or label; case, hyphens, spaces and underscores make no difference."""
    known = tuple(topics)
    wanted = make_slug(name)
    for names in ({make_slug(topic.id): topic for topic in known}, {make_slug(topic.label): topic for topic in known}):
        if wanted in names:
            return names[wanted]
    ids = ", ".join(topic.id for topic in known) or "none"
    raise UsageError(f'Unknown topic "{name}". Known: {ids}.{_suggest(known, wanted)}')


def choose_topics_file(explicit: Path | None, paths: Iterable[str | Path]) -> Path | None:
    """Return the topics file of a run: the one asked for, else the one beside the documents, if there is one.

    Beside means in a folder that was named, or in the folder of a file that was. ``example`` is the file that comes
    with the package, unless a file of that name is there.
    """
    if explicit is not None:
        path = expand_home(explicit)
        return find_example_topics() if path == Path(EXAMPLE) and not exists(path) else path
    found = {path.resolve(): path for path in find_beside(paths, TOPICS_FILE)}
    if len(found) > 1:
        listed = " and ".join(sorted(path.as_posix() for path in found.values()))
        raise UsageError(f"There is more than one {TOPICS_FILE}: {listed}. Choose one with --topics.")
    return next(iter(found.values()), None)


def find_beside(paths: Iterable[str | Path], name: str) -> Iterable[Path]:
    """Yield the files of that name in the folders that are named, and in those of the files that are."""
    for given in paths:
        path = expand_home(given)
        if str(given) == "-":
            continue
        for match in [path] if exists(path) else find_matches(path):
            candidate = (match if is_folder(match) else match.parent) / name
            if is_file(candidate):
                yield candidate


def find_example_topics() -> Path:
    """Return the topics file that comes with the package."""
    return Path(str(files(__package__).joinpath("example_topics.toml")))


def _suggest(topics: tuple[Topic, ...], wanted: str) -> str:
    names = {make_slug(topic.label): topic.id for topic in topics} | {topic.id: topic.id for topic in topics}
    words = {name.replace("-", " "): topic for name, topic in names.items()}
    # Whole words, not parts of them: WRatio finds "nope" in "operator".
    near = process.extractOne(wanted.replace("-", " "), list(words), scorer=fuzz.token_set_ratio, score_cutoff=_NEAR)
    return f' Did you mean "{words[near[0]]}"?' if near else ""
