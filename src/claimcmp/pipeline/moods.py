"""Tells questions, open and plain, and commands from statements."""

import re
from collections.abc import Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.frames import is_open
from claimcmp.pipeline.parse import Parse

COUNTING = frozenset({"most", "many", "some", "few", "several", "all", "half", "both", "none", "others"})
QUESTION_WORDS = frozenset({"what", "who", "whom", "whose", "which", "why", "when", "where", "how"})
NOBODY = frozenset({"nobody", "no", "none", "nothing", "neither"})
NOT = frozenset({"not", "n't", "n’t", "never"})
PAST = frozenset({"did", "had"})
BESIDE = 3
ARTICLES = frozenset({"a", "an", "the"})
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
    if find_opening(parse, head) == head:
        # "It is unclear whether the ban works" or why says against sources that settle it that it is not settled.
        return False
    below = [child.number for child in parse.children(head, "csubj", "ccomp", "xcomp", "advcl")]
    for number in below:
        if is_open(parse, number):
            return True
        below.extend(child.number for child in parse.children(number, "ccomp", "xcomp", "advcl"))
    return False


def find_opening(parse: Parse, head: int) -> int | None:
    """Return the word of knowing, finding or saying behind which a clause leaves open whether something is so, or why.

    Who has not found out whether a ban works denies nothing of it, and who is finding out affirms nothing.
    """
    below = [head]
    for number in below:
        for child in parse.children(number):
            if _asks_whether(parse, number, child.number):
                return number
            if _leads_to_knowing(parse, child.number):
                below.append(child.number)
        if _asks_for_more(parse, number):
            return number
    return None


def _asks_for_more(parse: Parse, number: int) -> bool:
    """Tell whether a word says that who, why or how is not known: "nobody knows why", "it is unclear who".

    Who once did not know it ("the mayor did not know who had signed") leaves nothing open.
    """
    word = parse.words[number]
    unsettled = word.lemma in _words("unsettled")
    if not unsettled and word.lemma not in _words("finding"):
        return False
    behind = [item for item in parse.words[number + 1 : number + 1 + BESIDE] if item.lower not in _words("exactly")]
    subject = parse.child(number, "nsubj", "csubj")
    before = parse.words[parse.left[subject]] if subject is not None else None
    asked = [item.lower for item in behind[:2]]
    # Who does not know how to do it lacks a skill.
    asks = asked[:1] != [] and asked[0] in QUESTION_WORDS and asked[1:] != ["to"]
    if not asks and not (unsettled and before and before.lower in QUESTION_WORDS):
        return False
    if unsettled:
        return True
    helpers = {child.lower for child in parse.children(number, "aux", "advmod")}
    whole = parse.words[parse.left[subject] : subject + 1] if subject is not None else ()
    if any(item.lower in NOBODY for item in whole):
        return True
    personal = word.lemma in read_lexicon("stance")["factive"]["words"] and not helpers.isdisjoint(PAST)
    return not helpers.isdisjoint(NOT) and not personal


def _asks_whether(parse: Parse, number: int, asked: int) -> bool:
    """Tell whether a clause says what somebody knows or asks, and no condition; "who" and "how" ask for more."""
    clause, above = parse.words[asked], parse.words[number]
    if clause.base not in ("ccomp", "csubj", "nsubj", "advcl", "acl") or not parse.is_finite(asked):
        return False
    marks = [child for child in parse.children(asked, "mark") if child.lower in ("whether", "if")]
    # "Whether or not he paid, he is a member" leaves nothing open.
    if not marks or any(parse.children(marks[0].number, "fixed")) or above.lemma in _words("indifferent"):
        return False
    # "There is no agreement as to whether it leaked"
    knows = above.lemma in _words("settling") or parse.mark(asked) == "as"
    if marks[0].lower == "if" and any(parse.children(number, "obj", "compound")):
        # "Did not report a loss if rates were low", "did not show up if it rained"
        return False
    if marks[0].lower == "if" or clause.base in ("advcl", "csubj", "nsubj"):
        return knows
    return above.pos == "NOUN" or clause.base == "ccomp"


def _leads_to_knowing(parse: Parse, number: int) -> bool:
    """Tell whether a clause goes on in what hangs on it: "was unable to say", "there is no proof", "has no way of"."""
    word = parse.words[number]
    if word.base in ("xcomp", "csubj", "advcl", "acl"):
        return not parse.is_finite(number) and not (word.base == "advcl" and parse.words[word.head].pos == "VERB")
    if word.base == "obj":
        return word.pos == "NOUN"
    if word.base != "nsubj" or word.pos != "NOUN":
        return False
    # "The question whether it leaked remains open", but "the inquiry into whether it leaked cost 3 million".
    return any(parse.children(word.head, "expl")) or parse.words[word.head].lemma in _words("settling")


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
    if head and (parse.words[head - 1].pos in ("NOUN", "NUM") or parse.words[head - 1].lower in COUNTING):
        # "In a poll of parents, 78 percent want it": the parser has hung the subject elsewhere.
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


def only_names(parse: Parse, head: int, own: Sequence[int], *, whole: bool) -> bool:
    """Tell whether a clause is a noun with what stands before it, which says nothing: "a survey".

    Where it is a whole sentence it may judge what was said before ("a lie"), unless it names who or what may speak, or
    heads what follows: "Prices.", "Jobs and wages."
    """
    said = [parse.words[number] for number in own if parse.words[number].pos not in ("PUNCT", "SPACE", "SYM")]
    word = parse.words[head]
    if whole and _is_label(parse):
        return True
    if not whole and len(said) == 1 and word.pos in ("NOUN", "PROPN") and not parse.is_predicate(head):
        return True  # a noun that the parser has torn from its verb
    if len(said) < 2 or said[-1].number != head or word.pos != "NOUN" or parse.is_predicate(head):
        return False
    if said[0].lower not in ARTICLES or any(item.pos not in ("ADJ", "NOUN") for item in said[1:]):
        return False
    return not whole or word.lemma in read_lexicon("attribution")["speakers"]["words"]


def _is_label(parse: Parse) -> bool:
    """Tell whether a sentence is a noun, or nouns joined by "and", without anything that says something of them."""
    words = [word for word in parse.words if word.pos not in ("PUNCT", "SPACE", "SYM")]
    nouns = [word for word in words if word.pos in ("NOUN", "PROPN")]
    joined = all(word.lower == "and" for word in words if word not in nouns)
    return joined and len(nouns) == max(1, len(words) - len(nouns) + 1)


def _ends_with_question(parse: Parse) -> bool:
    for word in reversed(parse.words):
        if word.text not in CLOSING and word.pos != "SPACE":
            return word.text.endswith("?")
    return False


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(read_lexicon("clauses")[table][key])
