"""Tells questions, open and plain, and commands from statements."""

import re
from collections.abc import Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.frames import is_open
from claimcmp.pipeline.parse import Parse

QUESTION_WORDS = frozenset({"what", "who", "whom", "whose", "which", "why", "when", "where", "how"})
CLOSING = frozenset("\"'”’)]»")


def asks(parse: Parse, head: int, own: Sequence[int]) -> bool:
    """Tell whether the clause of these words is a question, in a sentence that ends with its sign."""
    if not _ends_with_question(parse) or not own:
        return False
    words = parse.words
    first = next((number for number in own if words[number].pos not in ("PUNCT", "CCONJ", "SPACE")), own[0])
    if words[first].lower in QUESTION_WORDS and words[head].base not in ("acl", "advcl"):
        return True
    subject = parse.child(head, "nsubj", "expl")
    turned = [child.number for child in parse.children(head, "aux", "cop")] or [head]
    if subject is not None and min(turned) < subject:
        return True
    return own[-1] == max(n for n in range(len(words)) if words[n].pos not in ("PUNCT", "SPACE"))


def wonders(parse: Parse, head: int) -> bool:
    """Tell whether a clause says only that something is an open question: "it will be interesting to see if"."""
    if parse.words[head].lemma not in _words("asking") or not any(parse.children(head, "expl")):
        return False
    if leaves_open(parse, head):
        return False
    below = [child.number for child in parse.children(head, "csubj", "ccomp", "xcomp", "advcl")]
    for number in below:
        if is_open(parse, number):
            return True
        below.extend(child.number for child in parse.children(number, "ccomp", "xcomp", "advcl"))
    return False


def leaves_open(parse: Parse, head: int) -> bool:
    """Tell whether a clause states that a matter is not settled: "it is unclear whether the ban works"."""
    lemma = parse.words[head].lemma
    if not any(child.base == "expl" or child.lower == "it" for child in parse.children(head, "expl", "nsubj")):
        # "She did not know if it had rained" is about what she knew.
        return False
    denied = any(child.lower in ("not", "n't", "n’t") for child in parse.children(head, "advmod", "neg"))
    if lemma not in _words("asking", "unsettled") and not (denied and lemma in _words("asking", "settled")):
        return False
    # What "who" or "how" asks is no statement that somebody else could settle by denying or affirming it.
    asked = parse.children(head, "csubj", "ccomp", "advcl")
    return any(parse.mark(child.number) in ("whether", "if") for child in asked)


def commands(parse: Parse, head: int) -> bool:
    """Tell whether a predicate is an imperative: "Note the difference", "Let us hope", "Don't go"."""
    word = parse.words[head]
    if word.tag not in ("VB", "VBP") or word.pos not in ("VERB", "AUX") or parse.first_conjunct(head) != parse.root:
        return False
    if parse.has_subject(head) or parse.child(head, "mark") is not None:
        return False
    before = parse.words[parse.left[head] : head]
    if any(item.tag == "MD" and parse.words[item.head].base in ("obl", "nsubj", "obj") for item in before):
        # "This will in turn help them": the parser has hung the subject and its auxiliary elsewhere.
        return False
    helpers = [child.lower for child in parse.children(head, "aux", "cop")]
    if word.base == "conj" and not commands(parse, word.head):
        return False
    return all(helper in ("do", "be") for helper in helpers)


def evades(parse: Parse, head: int, own: Sequence[int]) -> bool:
    """Tell whether a clause says only that somebody would not be named or quoted: "who asked not to be identified"."""
    if parse.words[head].lemma not in _words("evading", "verbs"):
        return False
    subject = parse.child(head, "nsubj")
    begin = own[0] if subject is None else parse.right[subject] + 1
    said = " ".join(parse.words[number].lower for number in own if number >= begin)
    return any(re.match(pattern, said) for pattern in _words("evading", "patterns"))


def _ends_with_question(parse: Parse) -> bool:
    for word in reversed(parse.words):
        if word.text not in CLOSING and word.pos != "SPACE":
            return word.text.endswith("?")
    return False


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(read_lexicon("clauses")[table][key])
