"""topics.toml: the subjects that claims are wanted about."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcmp.errors import SourceError
from claimcmp.records import Topic
from claimcmp.sources.tables import Table, describe, quote, raise_problems, read_tables, suggest

TOPICS_FILE = "topics.toml"

_KEYS = ("id", "label", "definition", "terms", "patterns", "exclude", "examples")
_EXAMPLE_KEYS = ("match", "no_match")
_EXAMPLE = """[[topic]]
id = "prices"
label = "Prices"
definition = "How the prices of goods and services change."
terms = ["price", "prices", "inflation"]
"""
_PATTERN = 'patterns = [[{LOWER = "price"}, {LOWER = "rise"}]]'
# spaCy refuses other keys too, but later and without the line.
_TOKEN_KEYS = (
    *("ORTH", "TEXT", "NORM", "LOWER", "LEMMA", "POS", "TAG", "DEP", "MORPH", "SHAPE", "ENT_TYPE", "ENT_IOB"),
    *("ENT_ID", "ENT_KB_ID", "LENGTH", "SPACY", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER"),
    *("IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_SENT_START", "SENT_START", "LIKE_NUM", "LIKE_URL"),
    *("LIKE_EMAIL", "PREFIX", "SUFFIX", "LANG", "OP", "_"),
)
_OTHER = "other"
"""What summaries call the claims that are on no topic."""
_NOT_SLUG = re.compile(r"[\W_]+")


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Return the topics of a topics.toml, or raise one SourceError with everything that is wrong with it."""
    tables = read_tables(path, "topic", example=_EXAMPLE)
    if not tables:
        raise SourceError(f"{path.as_posix()} has no topics. Write at least one, for example:\n\n{_EXAMPLE}")
    topics = []
    ids: dict[str, int] = {}
    labels: dict[str, int] = {}
    for table in tables:
        topic = _read_topic(table)
        if topic.id and not _is_repeated(table, "id", topic.id, ids):
            # Two topics of one id mostly have one label too; saying both would be saying it twice.
            _is_repeated(table, "label", topic.label, labels)
        topics.append(topic)
    raise_problems(tables)
    return tuple(topics)


def is_blank(path: Path) -> bool:
    """Tell whether a file holds nothing but comments, as a template that nobody filled in."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False  # reading it says what is wrong
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


def make_slug(text: str) -> str:
    """Return ``text`` as the id of a topic: lower case, words joined by hyphens."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")


def _read_topic(table: Table) -> Topic:
    table.refuse_unknown(_KEYS)
    slug = _read_id(table)
    label = table.text("label", example="Prices")
    terms = table.texts("terms", example="prices")
    patterns = _read_patterns(table)
    if not terms and not patterns and not _is_filled(table, "terms") and not _is_filled(table, "patterns"):
        table.report('has no terms. Write words that it is about, for example terms = ["price", "inflation"].')
    match, no_match = _read_examples(table)
    return Topic(
        id=slug,
        label=label or slug.replace("-", " ").capitalize(),
        definition=table.text("definition", example="How prices change.") or "",
        terms=terms,
        patterns=patterns,
        exclude=table.texts("exclude", example="price tag"),
        match_examples=match,
        no_match_examples=no_match,
    )


def _read_id(table: Table) -> str:
    written = table.text("id", example="prices")
    if written is None:
        if "id" not in table.values:
            label = table.values.get("label")
            example = make_slug(label) if isinstance(label, str) else ""
            table.report(f'has no "id". Give it a short name, for example id = {quote(example or "prices")}.')
        return ""
    slug = make_slug(written)
    if written != slug:
        table.report(
            f"has the id {quote(written)}. Use lower case and hyphens, for example id = {quote(slug or 'prices')}.",
            key="id",
        )
    if slug == _OTHER:
        table.report('has the id "other", which stands for the claims on no topic. Give it another name.', key="id")
    return slug


def _is_filled(table: Table, key: str) -> bool:
    # A key of the wrong type has been reported already; "no terms" on top of that would confuse.
    value = table.values.get(key)
    return value is not None and (not isinstance(value, list) or bool(value))


def _read_patterns(table: Table) -> tuple[tuple[Mapping[str, Any], ...], ...]:
    patterns = table.values.get("patterns", [])
    if not isinstance(patterns, list):
        table.report(
            f"has {describe(patterns)} as patterns. Write a list of token lists, for example {_PATTERN}.",
            key="patterns",
        )
        return ()
    read = []
    for number, pattern in enumerate(patterns, start=1):
        if isinstance(pattern, list) and pattern and all(isinstance(token, dict) for token in pattern):
            read.append(tuple(pattern))
            _check_tokens(table, number, pattern)
        else:
            what = "an empty list" if pattern == [] else describe(pattern)
            told = f"has {what} as pattern {number}. Write a list of tokens, for example {_PATTERN}."
            table.report(told, key="patterns")
    return tuple(read)


def _check_tokens(table: Table, number: int, pattern: list[Mapping[str, Any]]) -> None:
    for key in sorted({key for token in pattern for key in token if key.upper() not in _TOKEN_KEYS}):
        near = suggest(key, [known.lower() for known in _TOKEN_KEYS]).upper().replace("DID YOU MEAN", "Did you mean")
        told = f'has the unknown key "{key}" in pattern {number}.{near or " Use LOWER for the word itself."}'
        table.report(told, key="patterns")


def _read_examples(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    examples = table.values.get("examples", {})
    if not isinstance(examples, dict):
        table.report(
            f"has {describe(examples)} as examples. Write [topic.examples] and below it "
            'match = ["Prices rose in May."] and no_match = ["The prize was high."].',
            key="examples",
        )
        return (), ()
    table.refuse_unknown(_EXAMPLE_KEYS, inside="examples")
    match = table.texts("match", example="Prices rose in May.", inside="examples")
    no_match = table.texts("no_match", example="The prize was high.", inside="examples")
    return match, no_match


def _is_repeated(table: Table, key: str, value: str, seen: dict[str, int]) -> bool:
    first = seen.setdefault(make_slug(value), table.number)
    if first != table.number:
        told = f"has the same {key} as topic {first}, {quote(value)}. Give it another one, or join the two."
        table.report(told, key=key)
    return first != table.number
