"""Finds the corpora in their folder and says which part serves what."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from training.conllu import read_treebank
from training.sentences import Sentence, add_entities
from training.uner import read_names
from training.wikigold import read_wikigold

FILES = (
    "ud/en_ewt-train.conllu.xz",
    "ud/en_ewt-dev.conllu.xz",
    "ud/en_ewt-test.conllu.xz",
    "ud/en_gum-train.conllu.xz",
    "ud/en_gum-dev.conllu.xz",
    "ud/en_gum-test.conllu.xz",
    "ner/uner_ewt-dev.iob2.xz",
    "ner/uner_ewt-test.iob2.xz",
    "ner/wikigold.conll.xz",
)


@dataclass(frozen=True)
class Corpora:
    """All sentences, EWT's dev and test with Universal NER's names on them."""

    ewt_train: tuple[Sentence, ...]
    ewt_dev: tuple[Sentence, ...]
    ewt_test: tuple[Sentence, ...]
    gum_train: tuple[Sentence, ...]
    gum_dev: tuple[Sentence, ...]
    gum_test: tuple[Sentence, ...]
    wikigold: tuple[Sentence, ...]

    @property
    def dev(self) -> dict[str, tuple[Sentence, ...]]:
        """The documents that everything is chosen on: a quarter of each dev part, never trained on."""
        return {
            "EWT dev": tuple(filter(_is_held_out, self.ewt_dev)),
            "GUM dev": tuple(filter(_is_held_out, self.gum_dev)),
        }

    @property
    def more_train(self) -> tuple[Sentence, ...]:
        """The other three quarters of the dev parts, for the final training."""
        return tuple(sentence for sentence in self.ewt_dev + self.gum_dev if not _is_held_out(sentence))

    @property
    def gum_names(self) -> tuple[Sentence, ...]:
        """All of GUM that may teach names."""
        return (*self.gum_train, *(sentence for sentence in self.gum_dev if not _is_held_out(sentence)))

    @property
    def uner_train(self) -> tuple[Sentence, ...]:
        """Those of the web treebank among them, for names: Universal NER's own training part is not at hand."""
        return tuple(sentence for sentence in self.ewt_dev if not _is_held_out(sentence))


def read_corpora(folder: Path, *, limit: int | None = None) -> Corpora:
    """Return the corpora of a folder, or the first few sentences of each part."""

    def treebank(name: str, *, names: str = "") -> tuple[Sentence, ...]:
        is_gum = name.startswith("en_gum")
        sentences = read_treebank(folder / "ud" / f"{name}.conllu.xz", with_entities=is_gum)
        if names:
            sentences = add_entities(sentences, read_names(folder / "ner" / f"{names}.iob2.xz"))
        return sentences[:limit]

    return Corpora(
        ewt_train=treebank("en_ewt-train"),
        ewt_dev=treebank("en_ewt-dev", names="uner_ewt-dev"),
        ewt_test=treebank("en_ewt-test", names="uner_ewt-test"),
        gum_train=treebank("en_gum-train"),
        gum_dev=treebank("en_gum-dev"),
        gum_test=treebank("en_gum-test"),
        wikigold=read_wikigold(folder / "ner" / "wikigold.conll.xz")[:limit],
    )


def find_checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each corpus file, to tell later which data a model was trained on."""
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES}


def _is_held_out(sentence: Sentence) -> bool:
    return sha256(sentence.document.encode()).digest()[0] % 4 == 0
