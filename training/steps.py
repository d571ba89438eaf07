"""The steps of the recipe, each kept on disk so that an interrupted build continues where it stopped."""

import json
import logging
from collections.abc import Sequence
from dataclasses import replace

import spacy
from spacy.language import Language

from claimcmp.pipeline.model import make_vectors
from claimcmp.word_vectors import WordTable, read_words
from training.evaluate import measure_grammar, measure_names
from training.lemmas import forget_rare_lemmas
from training.minilm import encode_words_alone, read_encoder
from training.name_tags import LABELS
from training.names import PLAIN, complete_names, find_taught_corpora
from training.pipeline import GRAMMAR, NAMES, add_names, find_encoder, make_grammar_pipeline
from training.pretrain import find_targets, pretrain
from training.sentences import EntitySpan, Sentence
from training.teacher import NameTeacher
from training.train import initialize, initialize_names, train
from training.vectors import LAYERS, choose_words, compress, write_words
from training.workshop import Workshop, write_whole

log = logging.getLogger(__name__)


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
        with write_whole(shop.words) as folder:
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
        with write_whole(shop.encoder) as path:
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
        with write_whole(shop.grammar) as path:
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
        with write_whole(shop.names) as path:
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
        with write_whole(shop.complete) as path:
            nlp.to_disk(path)
    return nlp.from_disk(shop.complete)


def _make_empty(shop: Workshop, words: WordTable) -> Language:
    vectors = make_vectors(words, spacy.blank("en").vocab.strings)
    nlp = make_grammar_pipeline(shop.recipe.sizes, vectors)
    for word in words.words:
        nlp.vocab.strings.add(word)
    return nlp
