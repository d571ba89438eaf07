"""The steps of the recipe, each kept on disk so that an interrupted build continues where it stopped."""

import json
import logging
from collections.abc import Sequence
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
from training.names import PLAIN, complete_names, find_taught_corpora
from training.pipeline import GRAMMAR, NAMES, find_encoder, make_pipeline
from training.pretrain import find_targets, pretrain
from training.recipe import Recipe
from training.sentences import EntitySpan, Sentence
from training.teacher import LABELS, NameTeacher
from training.train import initialize, train
from training.vectors import LAYERS, choose_words, compress, write_words

log = logging.getLogger(__name__)

Weights = dict[str, bytes]
"""Of pretrained encoders, by the component that holds them."""


@dataclass(frozen=True)
class Workshop:
    """What the steps share: the corpora, the recipe, and the folder that their results are kept in."""

    corpora: Corpora
    recipe: Recipe
    folder: Path

    @classmethod
    def open(cls, corpora: Corpora, checksums: dict[str, str], recipe: Recipe, out: Path) -> "Workshop":
        """Return a workshop whose folder is named after data and recipe, so that nothing stale is taken up."""
        name = sha256(json.dumps([checksums, asdict(recipe)], sort_keys=True).encode()).hexdigest()[:12]
        folder = out / "steps" / name
        folder.mkdir(parents=True, exist_ok=True)
        return cls(corpora, recipe, folder)


def make_words(shop: Workshop) -> WordTable:
    """Return the static word vectors."""
    folder = shop.folder / "words"
    if not (folder / "words.npz").exists():
        log.info("distilling word vectors")
        encoder = read_encoder()
        vocabulary = sorted(encoder.tokenizer.get_vocab().items(), key=lambda item: item[1])
        text = (*shop.corpora.ewt_train, *shop.corpora.gum_train, *shop.corpora.wikigold)
        words = choose_words((word for word, _ in vocabulary), (word for s in text for word in s.words))
        words = words[: shop.recipe.words]
        layers = encode_words_alone(words, encoder, LAYERS)
        write_words(compress(words, layers, dimensions=shop.recipe.dimensions), folder)
    return read_words(folder)


def make_sentences(shop: Workshop) -> tuple[Sentence, ...]:
    """Return all training sentences with names on those that are to teach names."""
    path = shop.folder / "names.json"
    if not path.exists():
        log.info("training the teacher of names")
        teacher = NameTeacher(read_encoder())
        teacher.fit(find_taught_corpora(shop.corpora), rounds=shop.recipe.teacher_rounds, seed=shop.recipe.seed)
        named = complete_names(shop.corpora, teacher)
        spans = {s.id: [(span.start, span.end, span.label) for span in s.entities or ()] for s in named}
        path.write_text(json.dumps(spans), encoding="utf-8")
    names = json.loads(path.read_text(encoding="utf-8"))
    corpora = shop.corpora
    dev = corpora.more_train if shop.recipe.with_dev else tuple(replace(s, syntax=None) for s in corpora.uner_train)
    sentences = (*corpora.ewt_train, *corpora.gum_train, *dev, *corpora.wikigold)
    return tuple(_put_names(sentence, names) for sentence in sentences)


def prepare_lemmas(sentences: Sequence[Sentence], recipe: Recipe) -> tuple[Sentence, ...]:
    """Return the sentences without lemmas that are too rare to be learnt."""
    return forget_rare_lemmas(sentences, min_count=recipe.min_lemma_count)


def make_encoder_weights(shop: Workshop, words: WordTable) -> Weights:
    """Return the weights of the pretrained encoders, by the component that holds them."""
    paths = {name: shop.folder / f"{name}-encoder.bin" for name in shop.recipe.pretraining}
    missing = [name for name, path in paths.items() if not path.exists()]
    if missing:
        log.info("reading the text with the sentence transformer")
        sentences = (*shop.corpora.ewt_train, *shop.corpora.gum_train, *shop.corpora.wikigold)
        targets = find_targets(sentences, read_encoder())
        for name in missing:
            log.info("pretraining the encoder of %s", name)
            nlp = _make_empty(shop, words)
            initialize(nlp, sentences[:2000], seed=shop.recipe.seed)
            model = find_encoder(nlp, name)
            pretrain(nlp, model, sentences, targets, rounds=shop.recipe.pretraining[name], seed=shop.recipe.seed)
            paths[name].write_bytes(model.to_bytes())
    return {name: path.read_bytes() for name, path in paths.items()}


def make_grammar(shop: Workshop, words: WordTable, sentences: Sequence[Sentence], weights: Weights) -> Language:
    """Return the pipeline with everything but names trained."""
    path = shop.folder / "grammar"
    nlp = _make_empty(shop, words)
    if not path.exists():
        log.info("training grammar")
        initialize(nlp, sentences, seed=shop.recipe.seed)
        _put_weights(nlp, "tok2vec", weights)
        parsed = [sentence for sentence in sentences if sentence.syntax is not None]

        def evaluate(step: int) -> None:
            for name, dev in shop.corpora.dev.items():
                log.info("step %d, %s: %s", step, name, measure_grammar(nlp, dev))

        train(nlp, parsed, components=GRAMMAR, schedule=shop.recipe.grammar, evaluate=evaluate)
        nlp.to_disk(path)
    return nlp.from_disk(path)


def make_names(shop: Workshop, nlp: Language, sentences: Sequence[Sentence], weights: Weights) -> Language:
    """Return the pipeline with names trained as well."""
    path = shop.folder / "complete"
    if not path.exists():
        log.info("training names")
        _put_weights(nlp, "ner", weights)
        named = [sentence for sentence in sentences if sentence.entities is not None]

        def evaluate(step: int) -> None:
            for (name, dev), labels in zip(shop.corpora.dev.items(), (PLAIN, LABELS), strict=True):
                log.info("step %d, %s: %s", step, name, measure_names(nlp, dev, labels)["all"])

        train(nlp, named, components=NAMES, schedule=shop.recipe.names, evaluate=evaluate)
        nlp.to_disk(path)
    return nlp.from_disk(path)


def _make_empty(shop: Workshop, words: WordTable) -> Language:
    vectors = make_vectors(words, spacy.blank("en").vocab.strings)
    nlp = make_pipeline(shop.recipe.sizes, vectors)
    for word in words.words:
        nlp.vocab.strings.add(word)
    return nlp


def _put_weights(nlp: Language, name: str, weights: Weights) -> None:
    if name in weights:
        find_encoder(nlp, name).from_bytes(weights[name])


def _put_names(sentence: Sentence, names: dict[str, list[tuple[int, int, str]]]) -> Sentence:
    found = names.get(sentence.id)
    return replace(sentence, entities=None if found is None else tuple(EntitySpan(*span) for span in found))
