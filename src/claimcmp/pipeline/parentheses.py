"""Finds words of saying that stand beside the statement: "P, X said", "P, said X on Monday, Q", "P, as X noted, Q".

Places, not the parse, decide here: a parser often makes one clause of the statement and of the parenthesis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, prepositions_of, word_set
from claimcmp.pipeline.coming_about import came_about
from claimcmp.pipeline.source_names import is_described
from claimcmp.pipeline.speakers import can_speak, is_author, is_somebody

BREAKS = frozenset({",", "—", "–", "--", "“", "”", '"', "''", "``", ";", ":", "…", "...", "-", "?", "!"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "NNS"})
QUOTES = frozenset({"“", "”", '"', "''", "``"})
OPENERS = frozenset({"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"})
RESUMED = frozenset(
    "who which whose whom when where while after before though although as because since with".split()  # noqa: SIM905
)
RECIPIENTS = frozenset({"tell", "inform", "assure", "remind", "advise", "text", "email", "write"})


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """A source and its verb beside a statement."""

    verb: Token
    source: Token
    first: int
    last: int
    """The parenthesis ends here, all that belongs to the verb included."""


def find_parenthetic_frames(sent: Span, tokens: Sequence[Token]) -> Iterator[Frame]:
    """Yield the frames of a parsed sentence whose source and verb stand beside the statement."""
    segments = list(_split(tokens))
    for number, (first, last) in enumerate(segments):
        for token in tokens[first - sent.start : last + 1 - sent.start]:
            if _is_verb_of_saying(token) and (found := _read(token, segments, number)) is not None:
                contents = _find_contents(sent, found, segments, number)
                if contents:
                    stance = clause_verbs()[find_lemma(token)]
                    yield Frame(found.source, (token.i, token.i), contents, "indirect", stance)
                break


def _split(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Yield the stretches between marks; what stands in brackets belongs to what it follows."""
    start, depth = tokens[0].i, 0
    for token in tokens:
        text = token.text
        depth += (text in "([") - (text in ")]") if token.is_punct else 0
        if text in BREAKS and depth <= 0 and not _is_hyphen(token):
            if token.i > start:
                yield start, token.i - 1
            start = token.i + 1
    if start <= tokens[-1].i:
        yield start, tokens[-1].i


def _is_hyphen(token: Token) -> bool:
    """Tell whether a hyphen stands inside a word: "twenty-six"."""
    return token.text == "-" and not token.whitespace_ and bool(token.i) and not token.nbor(-1).whitespace_


def _is_verb_of_saying(token: Token) -> bool:
    pos = token.pos_
    if pos not in ("VERB", "AUX", "NOUN") or (pos == "NOUN" and not _is_taken_for_noun(token)):
        return False
    if token.text.endswith("ing"):
        return False
    lemma = find_lemma(token)
    if lemma not in clause_verbs() or not _is_finite(token):
        return False
    # "The pump, records show, failed", "sales fell, a survey found": nothing is shown but the statement beside it.
    if lemma in word_set("quotative", "except") and not (lemma in ("show", "find") and _ends_segment(token)):
        return False
    if token.i and token.nbor(-1).lower_ in ("to", "-"):
        return False
    if any(child.dep_ == "obj" and (child.tag_ == "WDT" or child.lower_ == "whatever") for child in token.children):
        # "the 5 percent that economists had expected" is what they expected; "whatever they say" is nothing.
        return False
    if token.dep_ == "acl:relcl" and not any(mark.text in BREAKS for mark in token.doc[token.head.i : token.i]):
        # "the date the council had promised" is what it promised.
        return False
    return not any(
        child.dep_ in ("aux:pass", "ccomp", "xcomp")
        and (child.dep_ == "aux:pass" or child.i > token.i)
        and not _is_apart(token, child)
        for child in token.children
    )


def _ends_segment(token: Token) -> bool:
    return token.i + 1 == token.sent.end or token.nbor(1).is_punct


def _is_finite(token: Token) -> bool:
    if token.tag_ == "VBN":
        return token.dep_ in ("ROOT", "parataxis", "conj") or any(child.dep_ == "aux" for child in token.children)
    return token.tag_ in FINITE or any(child.dep_ == "aux" and child.lower_ != "to" for child in token.children)


def _is_taken_for_noun(token: Token) -> bool:
    """Tell whether a noun may be a verb: "the board estimates" between commas, whose first noun is one that speaks."""
    if token.pos_ != "NOUN" or not token.text.endswith("s"):
        return False
    before = token.nbor(-1) if token.i else token
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return after.is_punct and before.pos_ in ("NOUN", "PROPN") and can_speak(before)


def _is_apart(verb: Token, clause: Token) -> bool:
    """Tell whether a clause is parted from its verb by a mark, as in "P, he said, Q"."""
    start = max(clause.left_edge.i, verb.i + 1)
    return any(token.text in BREAKS for token in verb.doc[verb.i + 1 : start + 1])


def _read(verb: Token, segments: list[Stretch], number: int) -> Parenthesis | None:
    doc = verb.doc
    first, last = segments[number]
    if number == 0 and verb.i == first:
        return None
    before = [token for token in doc[first : verb.i] if not token.is_punct]
    while before and (before[-1].dep_ in ("aux", "advmod") or before[-1].pos_ in ("AUX", "ADV")):
        before.pop()
    if before and before[0].lower_ == "as" and len(before) > 1:
        if came_about(verb):
            return None
        before.pop(0)
    if before:
        source = _find_head(before) if number and doc[first - 1].text in BREAKS else None
        start = first
    else:
        source, start = _find_behind(verb, last), first
        if source is None and number > 1 and doc[first - 1].text == ",":
            # "P, Ann Lee, the mayor, said"
            start = segments[number - 2][0]
            named = [token for token in doc[start : segments[number - 2][1] + 1] if not token.is_punct]
            source = _find_head(named) if number > 2 and doc[segments[number - 2][1] + 1].text == "," else None
    if source is None or is_author(source) or _says_more(verb, source, last):
        return None
    everybody = source.lemma_.lower() in word_set("speakers", "everybody") and source.lower_ != "it"
    if everybody and not is_somebody(source, verb):
        return None
    # "Lee, a judge who retired, wrote two novels": what is written says nothing.
    sure = find_lemma(verb) in word_set("quotative", "sure") and source.dep_ != "obj"
    if not (sure or can_speak(source)):
        return None
    return Parenthesis(verb, source, start, last)


def _find_head(words: list[Token]) -> Token | None:
    """Return the head of words that are a name and nothing more."""
    if (
        not words
        or (words[0].pos_ not in OPENERS and words[0].dep_ not in ("compound", "amod"))
        or words[0].lower_ in ("that", "which", "who", "it", "there", "this", "what")
    ):
        return None
    if any(
        token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ not in ("amod", "compound", "acl", "flat", "nmod")
        for token in words
    ):
        return None
    inside = {token.i for token in words}
    heads = [
        token
        for token in words
        if token.head.i not in inside and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
    ]
    nominal = [token for token in heads if token.pos_ != "ADJ"] or heads
    if nominal and nominal[-1].pos_ == "ADJ":
        # "two people familiar with the plan": an adjective behind its noun names nobody.
        described = next((child for child in nominal[-1].children if child.i in inside and is_described(child)), None)
        return described or nominal[-1]
    # Where the parser sees two names, the last one has the titles before it.
    return nominal[-1] if nominal else None


def _find_behind(verb: Token, last: int) -> Token | None:
    words = [token for token in verb.doc[verb.i + 1 : last + 1] if not token.is_punct]
    if (
        not words
        or find_lemma(verb) in word_set("quotative", "hearing")
        or words[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
        or words[0].lower_ in ("that", "it", "this", "there", "nothing", "him", "her", "them", "me", "us")
    ):
        return None
    head = words[0]
    while head.head.i > head.i and head.head.i <= last and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None


def _says_more(verb: Token, source: Token, last: int) -> bool:
    """Tell whether the verb has its content behind it: "said the bridge fell", "wrote a letter", "warned of floods"."""
    lemma = find_lemma(verb)
    for token in verb.doc[verb.i + 1 : last + 1]:
        if token.i == source.i or source.is_ancestor(token):
            continue
        if token.dep_ in ("nsubj", "nsubj:pass", "expl", "mark") and token.head != verb:
            return True
        if token.head == verb and ((token.dep_ == "obj" and lemma not in RECIPIENTS) or token.dep_ == "xcomp"):
            return True
        if token.i == verb.i + 1 and token.lower_ in prepositions_of("prepositions", lemma):
            return True
    return False


def _find_contents(sent: Span, found: Parenthesis, segments: list[Stretch], number: int) -> tuple[Stretch, ...]:
    doc = sent.doc
    start = max((token.i + 1 for token in doc[sent.start : found.first] if token.text == ";"), default=sent.start)
    pieces = [(start, found.first - 1)]
    end = next((token.i - 1 for token in doc[found.last + 1 : sent.end] if token.text == ";"), sent.end - 1)
    following = next((segment for segment in segments[number + 1 :] if segment[0] <= end), None)
    if following is not None and _resumes(doc, found, following, end):
        pieces.append((following[0] - (doc[following[0] - 1].text in QUOTES), end))
    elif following is None and not _stands_alone(doc, pieces[0]):
        return ()
    contents = cut_stretches(doc, pieces, ())
    says = any(
        token.pos_ in ("VERB", "AUX") or token.text in QUOTES
        for first, last in contents
        for token in doc[first : last + 1]
    )
    return contents if says and contents and contents[0][0] < found.first else ()


def _resumes(doc: Doc, found: Parenthesis, segment: Stretch, end: int) -> bool:
    """Tell whether the statement goes on behind the parenthesis, rather than the author or an aside."""
    head = doc[segment[0]]
    if head.lower_ in RESUMED or (head.text.endswith("ing") and head.pos_ == "VERB"):
        return False
    if (
        found.source.i > found.verb.i
        and found.source.right_edge.i >= segment[0]
        and any(child.dep_ == "appos" and child.i >= segment[0] for child in found.source.children)
        and segment[1] == end
    ):
        return False
    return not any(
        _is_verb_of_saying(token) and any(child.dep_ == "nsubj" for child in token.children) and token.i <= end
        for token in doc[segment[0] : segment[1] + 1]
        if head.pos_ == "CCONJ"
    )


def _stands_alone(doc: Doc, stretch: Stretch) -> bool:
    """Tell whether words before "X said" are a clause, not a subordinate one that "X said" ends."""
    first = doc[stretch[0]]
    clauses = sum(doc[i].dep_ in ("nsubj", "nsubj:pass", "expl") for i in range(stretch[0], stretch[1] + 1))
    return not (first.pos_ == "SCONJ" and clauses < 2)
