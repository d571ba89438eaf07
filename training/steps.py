"""The steps of the recipe, each kept on disk so that an interrupted build continues where it stopped."""

import json
import logging
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path

import spacy
from spacy.language import Language

from claimcmp.pipeline.model import make_vectors
from claimcmp.word_vectors import WordTable, read_words
from training.corpora import Corpora
from training.evaluate import measure_grammar, measure_names
from training.lemmas import forget_rare_lemmas
from training.minilm import encode_words_alone, read_encoder
from training.name_tags import LABELS
from training.names import PLAIN, complete_names, find_taught_corpora
from training.pipeline import GRAMMAR, NAMES, add_names, find_encoder, make_grammar_pipeline
from training.pretrain import find_targets, pretrain
from training.recipe import Recipe
from training.sentences import EntitySpan, Sentence
from training.teacher import NameTeacher
from training.train import initialize, initialize_names, train
from training.vectors import LAYERS, choose_words, compress, write_words

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workshop:
    """What the steps share: the corpora, the recipe, and the folder that their results are kept in.

    Each result is named after the data and all choices that decide it, so that nothing stale is taken up and
    another choice for names leaves grammar as it is.
    """

    corpora: Corpora
    checksums: Mapping[str, str]
    recipe: Recipe
    folder: Path

    @property
    def words(self) -> Path:
        """Folder of the table of word vectors."""
        return self._place("words", self.recipe.words, self.recipe.dimensions)

    @property
    def encoder(self) -> Path:
        """File of the pretrained encoder's weights."""
        return self._place("encoder", self.words.name, asdict(self.recipe.sizes), self.recipe.pretraining_rounds)

    @property
    def grammar(self) -> Path:
        """Folder of the pipeline without names."""
        recipe = self.recipe
        return self._place(
            "grammar", self.encoder.name, asdict(recipe.grammar), recipe.with_dev, recipe.min_lemma_count
        )

    @property
    def names(self) -> Path:
        """File of the names in the training sentences."""
        return self._place("names", self.recipe.teacher_rounds)

    @property
    def complete(self) -> Path:
        """Folder of the whole pipeline."""
        return self._place("complete", asdict(self.recipe))

    def _place(self, step: str, *choices: object) -> Path:
        key = json.dumps([dict(self.checksums), self.recipe.seed, self.recipe.limit, *choices], sort_keys=True)
        return self.folder / f"{step}-{sha256(key.encode()).hexdigest()[:12]}"


def make_words(shop: Workshop) -> WordTable:
    """Return the static word vectors."""
    if not shop.words.exists():
        log.info("distilling word vectors")
        encoder = read_encoder()
        vocabulary = sorted(encoder.tokenizer.get_vocab().items(), key=lambda item: item[1])
        text = (*shop.corpora.ewt_train, *shop.corpora.gum_train, *shop.corpora.wikigold)
        words = choose_words((word for word, _ in vocabulary), (word for s in text for word in s.words))
        words = words[: shop.recipe.words]
        layers = encode_words_alone(words, encoder, LAYERS)
        with _whole(shop.words) as folder:
            write_words(compress(words, layers, dimensions=shop.recipe.dimensions), folder)
    return read_words(shop.words)


def make_encoder(shop: Workshop, words: WordTable) -> bytes:
    """Return the weights of the encoder, pretrained on the text alone."""
    if not shop.encoder.exists():
        log.info("reading the text with the sentence transformer")
        sentences = (*shop.corpora.ewt_train, *shop.corpora.gum_train, *shop.corpora.wikigold)
        targets = find_targets(sentences, read_encoder())
        log.info("pretraining the encoder")
        nlp = _make_empty(shop, words)
        initialize(nlp, sentences[:2000], seed=shop.recipe.seed)
        model = find_encoder(nlp)
        pretrain(nlp, model, sentences, targets, rounds=shop.recipe.pretraining_rounds, seed=shop.recipe.seed)
        with _whole(shop.encoder) as path:
            path.write_bytes(model.to_bytes())
    return shop.encoder.read_bytes()


def make_grammar(shop: Workshop, words: WordTable, encoder: bytes) -> Language:
    """Return the pipeline with everything but names trained."""
    if not shop.grammar.exists():
        log.info("training grammar")
        corpora = shop.corpora
        dev = corpora.more_train if shop.recipe.with_dev else ()
        parsed = (*corpora.ewt_train, *corpora.gum_train, *dev)
        parsed = forget_rare_lemmas(parsed, min_count=shop.recipe.min_lemma_count)
        nlp = _make_empty(shop, words)
        initialize(nlp, parsed, seed=shop.recipe.seed)
        find_encoder(nlp).from_bytes(encoder)

        def evaluate(step: int) -> None:
            for name, held_out in shop.corpora.dev.items():
                log.info("step %d, %s: %s", step, name, measure_grammar(nlp, held_out))

        train(nlp, parsed, components=GRAMMAR, schedule=shop.recipe.grammar, evaluate=evaluate)
        with _whole(shop.grammar) as path:
            nlp.to_disk(path)
    return _make_empty(shop, words).from_disk(shop.grammar)


def find_named(shop: Workshop) -> tuple[Sentence, ...]:
    """Return the sentences that are to teach names, with their names."""
    if not shop.names.exists():
        log.info("training the teacher of names")
        teacher = NameTeacher(read_encoder())
        teacher.fit(find_taught_corpora(shop.corpora), rounds=shop.recipe.teacher_rounds, seed=shop.recipe.seed)
        named = complete_names(shop.corpora, teacher)
        spans = {s.id: [(span.start, span.end, span.label) for span in s.entities or ()] for s in named}
        with _whole(shop.names) as path:
            path.write_text(json.dumps(spans), encoding="utf-8")
    names = json.loads(shop.names.read_text(encoding="utf-8"))
    corpora = shop.corpora
    sentences = (*corpora.ewt_train, *corpora.gum_names, *corpora.uner_train, *corpora.wikigold)
    return tuple(replace(s, entities=tuple(EntitySpan(*span) for span in names[s.id])) for s in sentences)


def make_names(shop: Workshop, nlp: Language, named: Sequence[Sentence]) -> Language:
    """Return the pipeline with names trained as well."""
    add_names(nlp, shop.recipe.name_sizes)
    if not shop.complete.exists():
        log.info("training names")
        initialize_names(nlp, named, seed=shop.recipe.seed)

        def evaluate(step: int) -> None:
            for (name, dev), labels in zip(shop.corpora.dev.items(), (PLAIN, LABELS), strict=True):
                log.info("step %d, %s: %s", step, name, measure_names(nlp, dev, labels)["all"])

        train(nlp, named, components=NAMES, schedule=shop.recipe.names, evaluate=evaluate)
        with _whole(shop.complete) as path:
            nlp.to_disk(path)
    return nlp.from_disk(shop.complete)


def _make_empty(shop: Workshop, words: WordTable) -> Language:
    vectors = make_vectors(words, spacy.blank("en").vocab.strings)
    nlp = make_grammar_pipeline(shop.recipe.sizes, vectors)
    for word in words.words:
        nlp.vocab.strings.add(word)
    return nlp


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give another name to write under until all is written: what an interruption left half is not taken up."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    yield unfinished
    unfinished.replace(path)
