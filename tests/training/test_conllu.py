from training.conllu import parse_treebank


def test_parse_treebank_gives_back_the_text(sentences, treebank):
    texts = [line.partition("= ")[2] for line in treebank.splitlines() if line.startswith("# text")]
    assert [sentence.text for sentence in sentences] == texts


def test_parse_treebank_puts_no_space_inside_a_multiword_token(sentences):
    assert sentences[0].words[1:3] == ("do", "n't")
    assert sentences[0].spaces[1:3] == (False, True)


def test_parse_treebank_counts_heads_from_zero_and_roots_on_themselves(sentences):
    assert sentences[1].syntax.heads == (1, 1, 1)
    assert sentences[1].syntax.deps == ("nsubj", "ROOT", "punct")


def test_parse_treebank_leaves_out_empty_nodes(sentences):
    assert sentences[1].words == ("Sales", "fell", ".")


def test_parse_treebank_drops_features_of_spelling(sentences):
    assert sentences[0].syntax.morphs[1] == "Mood=Ind"


def test_parse_treebank_knows_the_document_of_later_sentences(sentences):
    assert [sentence.document for sentence in sentences] == ["prices", "prices"]


def test_parse_treebank_reads_windows_line_ends(sentences, treebank):
    assert tuple(parse_treebank(treebank.replace("\n", "\r\n"))) == sentences
