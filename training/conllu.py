"""Reads treebanks in CoNLL-U, keeping the true spaces between words and inside multiword tokens."""

import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.gum_names import find_names
from training.sentences import Sentence, Syntax

# They describe spelling, register and numerals' looks, not grammar; each would double the classes that
# the morphologizer has to tell apart.
DROPPED_FEATURES = frozenset({"ExtPos", "NumForm", "Style", "Typo"})


class Row(NamedTuple):
    """The ten columns of a word line."""

    id: str
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: str
    deprel: str
    deps: str
    misc: str


def read_treebank(path: Path, *, with_entities: bool = False) -> tuple[Sentence, ...]:
    """Return the sentences of an xz-compressed CoNLL-U file, with GUM's entities where asked for."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        return tuple(parse_treebank(file.read(), with_entities=with_entities))


def parse_treebank(text: str, *, with_entities: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of CoNLL-U text."""
    document = ""
    for block in re.split(r"\r?\n\r?\n", text):
        lines = block.splitlines()
        comments = dict(line[1:].partition("=")[::2] for line in lines if line.startswith("#"))
        comments = {key.strip(): value.strip() for key, value in comments.items()}
        document = comments.get("newdoc id", document)
        rows = [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]
        if rows:
            yield _make_sentence(comments.get("sent_id", ""), document, rows, with_entities=with_entities)


def _make_sentence(sentence_id: str, document: str, rows: list[Row], *, with_entities: bool) -> Sentence:
    words = [row for row in rows if row.id.isdecimal()]
    forms = tuple(row.form for row in words)
    heads = tuple(int(row.head) - 1 if row.head != "0" else index for index, row in enumerate(words))
    syntax = Syntax(
        tags=tuple(row.xpos for row in words),
        pos=tuple(row.upos for row in words),
        morphs=tuple(_keep_grammar(row.feats) for row in words),
        lemmas=tuple(row.form if row.lemma == "_" else row.lemma for row in words),
        heads=heads,
        deps=tuple("ROOT" if row.head == "0" else row.deprel for row in words),
    )
    return Sentence(
        id=sentence_id,
        document=document,
        words=forms,
        spaces=_find_spaces(rows),
        syntax=syntax,
        entities=find_names(forms, [row.misc for row in words], syntax) if with_entities else None,
    )


def _find_spaces(rows: list[Row]) -> tuple[bool, ...]:
    """Return whether a space follows each word; inside "don't" (2-3 in the first column) none does."""
    spaces: list[bool] = []
    last_of_token, space_after_token = 0, True
    for row in rows:
        space = "SpaceAfter=No" not in row.misc.split("|")
        if "-" in row.id:
            last_of_token, space_after_token = int(row.id.partition("-")[2]), space
        elif row.id.isdecimal():
            inside = int(row.id) <= last_of_token
            spaces.append(space_after_token and int(row.id) == last_of_token if inside else space)
    return tuple(spaces)


def _keep_grammar(feats: str) -> str:
    kept = [feat for feat in feats.split("|") if feat != "_" and feat.partition("=")[0] not in DROPPED_FEATURES]
    return "|".join(kept) or "_"
