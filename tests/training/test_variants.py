from random import Random

import pytest
from training.docs import make_example
from training.sentences import EntitySpan
from training.variants import change_case, curl_quotes, insert_space, swap_dashes, vary


def test_curl_quotes_opens_and_closes(sentences):
    assert curl_quotes(sentences[0], Random(1)).text == "Prices don’t “rise” in May."


def test_curl_quotes_keeps_lemmas(sentences):
    assert curl_quotes(sentences[0], Random(1)).syntax.lemmas[2:4] == ("not", '"')


def test_change_case_teaches_no_lemma_where_the_word_changed(sentences):
    varied = change_case(sentences[1], str.upper)
    assert varied.words == ("SALES", "FELL", ".")
    assert varied.syntax.lemmas == ("", "", ".")


def test_swap_dashes_leaves_hyphens_in_compounds(sentences):
    sentence = sentences[0].__class__("a", "a", ("well", "-", "known", "--"), (False, False, True, False))
    assert swap_dashes(sentence, Random(1)).words[:3] == ("well", "-", "known")
    assert swap_dashes(sentence, Random(1)).words[3] in {"–", "—"}


def test_insert_space_moves_heads_and_names(sentences):
    sentence = sentences[0].__class__(**{**vars(sentences[0]), "entities": (EntitySpan(7, 8, "DATE"),)})
    varied = insert_space(sentence, Random(1))
    at = varied.syntax.pos.index("SPACE")
    assert [word for i, word in enumerate(varied.words) if i != at] == list(sentence.words)
    assert [varied.words[s.start : s.end] for s in varied.entities] == [("May",)]
    heads = [varied.words[varied.syntax.heads[i]] for i in range(len(varied.words)) if i != at]
    assert heads == [sentence.words[head] for head in sentence.syntax.heads]


@pytest.mark.parametrize("seed", range(40))
def test_vary_gives_sentences_that_make_examples(nlp, sentences, seed):
    varied = vary(sentences[0], Random(seed))
    assert len(make_example(nlp, [varied]).predicted) == len(varied.words)
