"""Keeps edits that occur once from being taught as lemmas."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees  # type: ignore[import-not-found]
from spacy.strings import StringStore

from training.sentences import Sentence


def forget_rare_lemmas(sentences: Sequence[Sentence], *, min_count: int) -> tuple[Sentence, ...]:
    """Return the sentences with empty lemmas where the edit from word to lemma is rarer than ``min_count``.

    spaCy's lemmatizer teaches its first label for edits it has dropped as rare; an empty lemma teaches nothing.
    """
    trees = EditTrees(StringStore())
    counts: Counter[int] = Counter()
    edits: dict[tuple[str, str], int] = {}
    for sentence in sentences:
        for pair in zip(sentence.words, sentence.syntax.lemmas if sentence.syntax else (), strict=False):
            if pair not in edits:
                edits[pair] = trees.add(*pair)
            counts[edits[pair]] += 1
    rare = {pair for pair, edit in edits.items() if counts[edit] < min_count}
    return tuple(_blank(sentence, rare) for sentence in sentences)


def _blank(sentence: Sentence, rare: set[tuple[str, str]]) -> Sentence:
    syntax = sentence.syntax
    if syntax is None or rare.isdisjoint(zip(sentence.words, syntax.lemmas, strict=True)):
        return sentence
    lemmas = tuple("" if pair in rare else pair[1] for pair in zip(sentence.words, syntax.lemmas, strict=True))
    return replace(sentence, syntax=replace(syntax, lemmas=lemmas))
