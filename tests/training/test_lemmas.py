from training.lemmas import forget_rare_lemmas


def test_forget_rare_lemmas_keeps_edits_seen_often_enough(sentences):
    kept = forget_rare_lemmas(sentences, min_count=2)
    assert kept[0].syntax.lemmas[4] == "rise"  # a word that is its own lemma, as others here
    assert kept[1].syntax.lemmas[1] == ""


def test_forget_rare_lemmas_changes_nothing_at_one(sentences):
    assert forget_rare_lemmas(sentences, min_count=1) == sentences
