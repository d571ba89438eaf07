import pytest
from training.gum_names import find_names
from training.sentences import EntitySpan, Syntax


def syntax(*rows: tuple[str, str, str, int, str]) -> tuple[tuple[str, ...], Syntax]:
    words, pos, tags, heads, deps = zip(*rows, strict=True)
    return words, Syntax(tags, pos, ("_",) * len(words), words, heads, deps)


BANK = syntax(
    ("the", "DET", "DT", 2, "det"),
    ("Central", "ADJ", "NNP", 2, "amod"),
    ("Bank", "PROPN", "NNP", 2, "ROOT"),
    ("of", "ADP", "IN", 4, "case"),
    ("Kenya", "PROPN", "NNP", 2, "nmod"),
    (",", "PUNCT", ",", 6, "punct"),
    ("which", "PRON", "WDT", 2, "acl:relcl"),
)
PERSON = syntax(
    ("President", "PROPN", "NNP", 1, "nmod:desc"),
    ("Ruto", "PROPN", "NNP", 1, "ROOT"),
    ("of", "ADP", "IN", 3, "case"),
    ("Kenya", "PROPN", "NNP", 1, "nmod"),
)


def test_find_names_cuts_articles_and_clauses():
    miscs = ["Entity=(1-organization-new-x", "_", "_", "_", "Entity=(2-place-new-x)", "_", "Entity=1)"]
    assert find_names(BANK[0], miscs, BANK[1]) == (EntitySpan(1, 5, "ORG"),)


def test_find_names_cuts_titles_and_keeps_the_place():
    miscs = ["Entity=(1-person-new-x", "_", "_", "Entity=(2-place-new-x)1)"]
    assert find_names(PERSON[0], miscs, PERSON[1]) == (EntitySpan(1, 2, "PERSON"), EntitySpan(3, 4, "PLACE"))


@pytest.mark.parametrize(("kind", "count"), [("abstract", 0), ("object", 0), ("person", 1)])
def test_find_names_keeps_to_the_kinds_it_knows(kind, count):
    words, grammar = syntax(("Ruto", "PROPN", "NNP", 0, "ROOT"))
    assert len(find_names(words, [f"Entity=(1-{kind}-new-x)"], grammar)) == count


def test_find_names_leaves_out_common_nouns():
    words, grammar = syntax(("ministers", "NOUN", "NNS", 0, "ROOT"))
    assert find_names(words, ["Entity=(1-person-new-x)"], grammar) == ()
