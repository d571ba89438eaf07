"""Tells what somebody says from what the author says had been held out: "it opened in May, as the council promised"."""

from spacy.tokens import Token

from claimcmp.pipeline.attribution_words import find_lemma, word_set


def came_about(verb: Token) -> bool:
    """Tell whether the author says that what was promised or foretold has come: "it opened in May, as it promised"."""
    lemma, helping = find_lemma(verb), [child for child in verb.children if child.dep_.startswith("aux")]
    before = any(child.lower_ == "had" for child in helping)
    if not (
        lemma in word_set("coming_about", "promised") or (before and lemma in word_set("coming_about", "foretold"))
    ):
        return False
    main = verb.head
    helping = [child for child in main.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if any(child.tag_ == "MD" for child in helping):
        return False
    return main.tag_ == "VBD" or any(child.tag_ == "VBD" or child.lemma_ == "have" for child in helping)
