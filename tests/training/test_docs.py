from dataclasses import replace

from training.docs import find_entity_tags, make_doc, make_example, make_reference
from training.sentences import UNKNOWN, EntitySpan


def test_make_doc_gives_back_the_text(nlp, sentences):
    assert make_doc(nlp, sentences[:1]).text.rstrip() == sentences[0].text


def test_make_doc_carries_the_norms_of_the_tokenizer(nlp, sentences):
    assert make_doc(nlp, sentences[:1])[2].norm_ == "not"


def test_make_doc_sets_sentence_borders_and_nothing_else(nlp, sentences):
    doc = make_doc(nlp, sentences)
    assert [sent.text.rstrip() for sent in doc.sents] == [sentence.text for sentence in sentences]
    assert not doc.has_annotation("TAG")
    assert not doc.has_annotation("DEP")


def test_make_reference_moves_the_heads_of_later_sentences(nlp, sentences):
    doc = make_reference(nlp.vocab, sentences)
    assert [token.head.text for token in doc[-3:]] == ["fell", "fell", "fell"]


def test_make_reference_leaves_entities_missing_where_none_are_annotated(nlp, sentences):
    assert not make_reference(nlp.vocab, sentences).has_annotation("ENT_IOB")


def test_make_example_aligns_word_by_word(nlp, sentences):
    example = make_example(nlp, sentences)
    assert example.get_aligned("TAG", as_string=True) == [tag for s in sentences for tag in s.syntax.tags]


def test_find_entity_tags_leaves_unknown_words_open(sentences):
    sentence = replace(sentences[1], entities=(EntitySpan(0, 2, "ORG"), EntitySpan(2, 3, UNKNOWN)))
    assert find_entity_tags(sentence) == ["B-ORG", "I-ORG", ""]
