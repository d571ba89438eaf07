"""Finds the words that name a source."""

from spacy.tokens import Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import find_lemma, prepositions_of, word_set
from claimcmp.pipeline.dependencies import find_marker

# What belongs to the printed name of a source; clauses and brackets do not.
NAME_PARTS = frozenset(
    {
        "det",
        "det:predet",
        "amod",
        "compound",
        "flat",
        "nmod",
        "nmod:poss",
        "nmod:desc",
        "nmod:unmarked",
        "nummod",
        "case",
        "fixed",
        "conj",
        "cc",
        "cc:preconj",
        "goeswith",
        "advmod",
        "appos",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "acl",
        "list",
        "punct",
    }
)
# Days stand behind a name without a preposition: "the club today said".
NO_NAMES = frozenset({"today", "yesterday", "tomorrow", "tonight"})
# Behind a comma they open an aside: "the club, for its part, said".
ASIDES = frozenset({"for", "in", "on", "at", "by", "with", "without", "like", "unlike"})
WHEN = frozenset({"on", "in", "at", "during", "after", "before", "since", "late", "early"})
# What only a clause has.
CLAUSE_PARTS = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "expl"})
OWNER_MARKS = frozenset({"'s", "’s", "'", "’"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
TRAILING = OWNER_MARKS | REFLEXIVES


def find_name_span(head: Token) -> Span:
    """Return the words that name a source: its head with titles and owners, without clauses, brackets and asides.

    A name in apposition to a description is the name: "the fund's head, Ann Lee" is "Ann Lee".
    """
    if (printed := _find_printed_name(head)) is not None:
        return printed
    named = _find_named(head)
    doc = named.doc
    first = last = named.i
    for child in named.children:
        if not _is_part(child, named):
            continue
        low, high = _edges(child)
        if any(token.text in "([" for token in doc[low : low + 1]) or doc[low - 1].text in ("(", "["):
            continue
        if high < named.i:
            first = min(first, low)
        else:
            # What stands behind a comma describes, unless it is coordinated.
            if (
                child.dep_ not in ("conj", "flat", "compound")
                and (doc[low - 1].is_punct or (doc[low].text == "," and find_marker(child) in ASIDES))
                and doc[low - 1].text not in ("-", "–", "/", "'", "’")
            ):
                continue
            last = max(last, high)
    if named.dep_ == "compound" and named.head.dep_ == "ROOT" and last == named.head.i - 1:
        # Where the parser made a source a part of its verb, what describes it hangs on the verb.
        for child in reversed(list(named.head.lefts)):
            if child.right_edge.i == first - 1 and child.dep_ in ("det", "amod", "compound", "nmod:poss"):
                first = child.left_edge.i
    if is_described(named):
        last = max(last, _edges(named.head)[1])
    while first > doc[first].sent.start and _is_double(doc[first - 1], named):
        # Where the parser sees two subjects, "economist" and "Ann Lee", they are one name.
        first = doc[first - 1].left_edge.i
    while (
        last + 1 < len(doc) and doc[last + 1].is_title and doc[last + 1].pos_ == "PROPN" and doc[last].pos_ == "PROPN"
    ):
        # "Theresa May": what looks like a verb is written as a name.
        last += 1
    while first < last and (doc[first].is_punct or doc[first].dep_ in ("cc", "case", "mark", "fixed")):
        first += 1
    if first and doc[first - 1].lower_ == "the" and doc[first].pos_ != "DET":
        first -= 1
    while last > first and ((doc[last].is_punct and doc[last].text != ".") or doc[last].lower_ in TRAILING):
        last -= 1
    return doc[first : last + 1]


def _find_printed_name(head: Token) -> Span | None:
    """Return the name that a description or a "herself" stands behind, where the parser took that for the source.

    Places and capitals tell it: "Ann Lee, the club's owner, said", "Ann Lee herself said".
    """
    doc, first = head.doc, head.left_edge.i
    if head.lower_ in REFLEXIVES:
        last = head.i - 1
    elif head.pos_ == "NOUN" and first - 1 > head.sent.start and doc[first - 1].text == ",":
        closed = head.right_edge.i + 1
        if closed >= len(doc) or "," not in (doc[closed].text, doc[closed - 1].text):
            return None
        last = first - 2
    else:
        return None
    start = last + 1
    while start > head.sent.start and _is_name_word(doc[start - 1]):
        start -= 1
    if start > last or (start > head.sent.start and not _opens_clause(doc[start - 1])):
        return None
    if start == last == head.sent.start and doc[start].pos_ not in ("PROPN", "ADJ"):
        # One word at the head of a sentence is capitalised whatever it is.
        return None
    return doc[start : last + 1]


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ not in ("DET", "PRON", "ADP", "SCONJ", "ADV") and not _is_day(token)


def _is_day(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or token.lower_ in word_set("quotative", "days")


def _opens_clause(before: Token) -> bool:
    """Tell whether a name behind this word begins a clause, and is not in the middle of a phrase."""
    return before.is_punct or before.pos_ in ("CCONJ", "SCONJ") or before.lower_ == "that"


def is_described(named: Token) -> bool:
    """Tell whether a noun has an adjective behind it that the parser took for its predicate: "people close to him"."""
    head = named.head
    return (
        named.dep_ == "nsubj"
        and head.pos_ == "ADJ"
        and head.i == named.i + 1
        and not any(child.dep_ in ("cop", "aux") for child in head.children)
    )


def _is_double(before: Token, named: Token) -> bool:
    return before.head == named.head and before.dep_ == named.dep_ == "nsubj" and before.pos_ in ("NOUN", "PROPN")


def _find_named(head: Token) -> Token:
    if head.lower_ in REFLEXIVES and head.i > head.sent.start:
        # "Ann Lee herself said": the parser makes the pronoun the subject.
        before = head.nbor(-1)
        return before if before.pos_ in ("NOUN", "PROPN") else head
    if head.pos_ != "NOUN":
        return head
    for child in head.children:
        if (
            child.dep_ == "appos"
            and child.pos_ == "PROPN"
            and child.i > head.i
            and "," in (child.left_edge.text, child.doc[child.left_edge.i - 1].text)
        ):
            return child
    return head


def _is_part(child: Token, head: Token) -> bool:
    if child.dep_ not in NAME_PARTS or child.tag_ == "WDT" or child.lower_ in NO_NAMES:
        return False
    if child.dep_ == "case":
        return child.i > head.i and child.lower_ not in ("'s", "’s", "'", "’")
    if child.dep_ == "punct":
        return False
    if child.dep_ == "advmod" or _tells_when(child, head):
        return False
    if child.dep_ == "conj" and any(sub.dep_ in CLAUSE_PARTS for sub in child.children):
        # "According to the doctor, it is flu, and the clinic is full": the parser may join the clause to the name.
        return False
    if child.dep_ in ("nmod", "obl") and head.dep_ == "obl:agent" and child.i > head.i:
        # "Was blamed by the club on the weather": the weather is part of what the club says.
        return find_marker(child) not in prepositions_of("prepositions", find_lemma(head.head))
    if child.dep_ == "appos":
        return child.pos_ == "PROPN" and not child.doc[child.left_edge.i - 1].is_punct
    if child.dep_ == "acl":
        # "a survey published by the union" says whose it is.
        return any(sub.dep_ in ("obl:agent", "obl") and find_marker(sub) == "by" for sub in child.children)
    return True


def _tells_when(child: Token, head: Token) -> bool:
    """Tell whether words behind a name say when its bearer speaks: "doctors on Monday", "the ministry in March"."""
    if child.i < head.i or find_marker(child) not in WHEN or child.left_edge.i < head.i:
        return False
    if child.lower_ in word_set("quotative", "days") or child.ent_type_ in ("DATE", "TIME"):
        return True
    months = read_lexicon("dates")["months"]
    return child.lemma_.lower() in word_set("quotative", "times") or (child.is_title and child.lower_ in months)


def _edges(token: Token) -> tuple[int, int]:
    low, high = token.left_edge.i, token.right_edge.i
    for child in token.subtree:
        # The clause and the aside that hang on a part of a name end it.
        if (
            child.i > token.i
            and child.dep_ in ("acl:relcl", "appos", "acl", "parataxis", "advcl")
            and (token.doc[child.left_edge.i - 1].is_punct or (child.left_edge.is_punct and child.pos_ == "NOUN"))
        ):
            high = min(high, child.left_edge.i - 1)
    return low, high
