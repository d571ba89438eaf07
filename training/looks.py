"""Says of words what a transformer of lower-case pieces cannot see: how they are written and, if known, their class."""

from collections.abc import Sequence

from training.sentences import Sentence

CLASSES = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
LOOKS = ("none", "lower", "capital", "upper", "first", "title", "mixed")
COUNT = 1 + len(LOOKS) + len(CLASSES)
"""Numbers in use; 0 stands for nothing known."""


def find_looks(sentence: Sentence) -> list[tuple[int, int]]:
    """Return two numbers a word: how it is written, and the treebank's class of it or 0."""
    classes = sentence.syntax.pos if sentence.syntax else ("",) * len(sentence.words)
    return [
        (1 + LOOKS.index(_find_look(word, index)), _number_class(pos))
        for index, (word, pos) in enumerate(zip(sentence.words, classes, strict=True))
    ]


def spread_looks(sentence: Sentence, word_ids: Sequence[int | None]) -> list[tuple[int, int]]:
    """Return the looks of the word behind each piece; word 0 is the teacher's marker, which has none."""
    looks = find_looks(sentence)
    return [looks[word - 1] if word else (0, 0) for word in word_ids]


def _number_class(pos: str) -> int:
    return 1 + len(LOOKS) + CLASSES.index(pos) if pos in CLASSES else 0


def _find_look(word: str, index: int) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return "none"
    if not any(map(str.isupper, letters)):
        return "lower"
    if all(map(str.isupper, letters)):
        return "upper" if len(letters) > 1 else "capital"
    if word[0].isupper() and not any(map(str.isupper, letters[1:])):
        return "title" if index else "first"
    return "mixed"
