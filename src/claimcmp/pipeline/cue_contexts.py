"""Tells whether a word of stance counts where it stands: not in "her will", nor in "it appears in spring"."""

from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse import Parse, Word
from claimcmp.pipeline.tales import is_said_of_tale

PERFECT = "have"


def counts(parse: Parse, number: int, table: str, cue: str, anchor: int) -> bool:
    """Tell whether the cue that begins with a word counts, ``anchor`` being the predicate that it is said with."""
    if table == "negation" and (
        _sets_bound(parse, number) or _keeps_out(parse, number, cue) or _is_mere_error(parse, number, cue)
    ):
        return False
    if cue.startswith("dismiss") and not any(_holds_clause(parse, word) for word in parse.children(number, "obj")):
        # "Dismissed the claim that it leaked" denies that, "dismissed the suit" denies nothing.
        return False
    if cue == "lack" and not _is_said_to_lack(parse, number):
        return False
    if cue in ("myth", "hoax") and parse.child(number, "cop") is None:
        return False
    if cue in read_lexicon("stance")["inventing"]["words"] and not is_said_of_tale(parse, number, cue):
        return False
    if cue == "possible" and _is_brought_about(parse, number):
        return False
    if cue == "said to" and parse.words[min(number + 2, len(parse.words) - 1)].tag != "VB":
        # "Said to reporters" hands nothing over.
        return False
    if table == "hedged" and (_permits(parse, number, anchor) or _occurs(parse, number, cue) or _dreads(parse, number)):
        return False
    return not (_is_noun(parse, number, table, cue) or _is_mere_lack(parse, anchor, cue))


def read_table(parse: Parse, number: int, table: str) -> str:
    """Return the table of a cue: "would have been" tells of what did not come about, unless it says by when."""
    word = parse.words[number]
    if table != "predicted" or word.lower not in ("would", "wouldn't", "'d") or word.base != "aux":
        return table
    verb = parse.words[word.head]
    perfect = any(child.lemma == PERFECT for child in parse.children(verb.number, "aux"))
    timed = any(
        child.lower == "by"
        for item in parse.children(verb.number, "obl")
        for child in parse.children(item.number, "case")
    )
    return "conditional" if perfect and not timed else table


def find_inverted_condition(parse: Parse) -> tuple[int, int] | None:
    """Return the verb before its subject that sets a condition, and the "would" that depends on it.

    "Had the dam held, the town would have been spared", "Should the pass close, trains would stop".
    """
    words = parse.words
    if len(words) < 2 or words[-1].text == "?":
        return None
    for word in words:
        if word.lower not in ("had", "were", "should") or word.number + 1 >= len(words):
            continue
        before = words[word.number - 1] if word.number else None
        if before is not None and not (before.pos in ("PUNCT", "CCONJ", "SCONJ") and word.base in ("aux", "cop")):
            # "He came in, had a bath and would have slept" sets no condition.
            continue
        if words[word.number + 1].pos not in ("DET", "PRON", "PROPN", "NOUN", "ADJ"):
            continue
        comma = next((item.number for item in words[word.number :] if item.text == ","), len(words))
        for item in words[comma:]:
            if item.lower in ("would", "could", "might", "'d") and item.tag == "MD":
                return word.number, item.number
    return None


def _permits(parse: Parse, number: int, anchor: int) -> bool:
    """Tell whether "may" grants something: "under the treaty ships may pass", "may be used by special permit"."""
    # Who may have fished is not allowed to.
    if parse.words[number].lower != "may" or any(c.lemma == PERFECT for c in parse.children(anchor, "aux")):
        return False
    granting = read_lexicon("stance")["granting"]
    hosts = (anchor, *(child.number for child in parse.children(anchor, "obj")))
    phrases = [item for host in hosts for item in parse.children(host, "obl", "nmod")]
    return any(
        (item.lemma in granting["words"] and child.lower == "under")
        or (item.lemma in granting["had"] and child.lower in ("by", "with", "without"))
        for item in phrases
        for child in parse.children(item.number, "case")
    )


def _is_said_to_lack(parse: Parse, number: int) -> bool:
    """Tell whether "lack" says that something is not there, and is no cause or matter in what else is said.

    "There is a lack of nurses" and "the clinic has a lack of nurses" do, "a lack of nurses led to delays" does not.
    """
    noun = parse.words[number]
    if noun.pos != "NOUN" or parse.child(number, "cop") is not None:
        return parse.child(number, "cop") is None or parse.child(number, "expl") is not None
    above = parse.words[noun.head]
    if above.lemma in ("be", "exist"):
        return parse.child(above.number, "expl") is not None
    return noun.base in ("obj", "obl") and above.lemma in read_lexicon("stance")["lacking"]["words"]


def _is_brought_about(parse: Parse, number: int) -> bool:
    """Tell whether something is made possible, which it then is: "the cuts made the theft possible"."""
    above = parse.words[parse.words[number].head]
    return parse.words[number].base in ("xcomp", "obj", "ccomp") and above.lemma in ("make", "render")


def _occurs(parse: Parse, number: int, cue: str) -> bool:
    """Tell whether something shows itself somewhere or at some time: "it appears four days after the bite"."""
    if not cue.startswith("it appear"):
        return False
    verb = next((word for word in parse.words[number:] if word.lemma == "appear"), parse.words[number])
    if verb.number + 1 >= len(parse.words) or any(word.lower == "that" for word in parse.words[verb.number :]):
        return False
    held = parse.child(verb.number, "ccomp", "xcomp", "csubj", "parataxis") is not None
    return not held and parse.words[verb.number + 1].pos in ("ADP", "NUM", "ADV")


def _dreads(parse: Parse, number: int) -> bool:
    """Tell whether a verb of fear is about a thing, and says nothing of it: "fears a drought", "worries about it"."""
    word, dreading = parse.words[number], read_lexicon("stance")["dreading"]
    if word.lemma not in dreading["words"] or word.pos not in ("VERB", "ADJ") or parse.child(number, "ccomp"):
        return False
    # "Feared a fine": what has an article is a noun, whatever the parser makes of it.
    if any(
        child.number > number and (child.base == "obj" or parse.child(child.number, "det") is not None)
        for child in parse.children(number, "obj", "xcomp")
    ):
        return True
    return any(
        case.lower in dreading["prepositions"]
        for child in parse.children(number, "obl")
        for case in parse.children(child.number, "case")
    )


def _is_noun(parse: Parse, number: int, table: str, cue: str) -> bool:
    """Tell whether a word that may be a verb of stance is a name or a noun here: "his will", "the hopes of fans"."""
    word = parse.words[number]
    stance = read_lexicon("stance")
    if table == "hedged" and word.lower in stance["open"]["words"]:
        # "It is disputed whether" leaves a matter open, "they disputed the bill" denies.
        return word.pos == "NOUN" or word.base in ("amod", "compound") or not _is_open(parse, word)
    if word.lower in stance["verbal"]["words"] and word.pos != "VERB":
        # "Voiced doubt that it would last" denies as the verb does.
        return not (word.pos == "NOUN" and _holds_clause(parse, word))
    if table == "negation" and word.pos == "NOUN" and cue.endswith(" to"):
        # "linked the decline to the drought"
        return True
    if table == "negation":
        if word.lower in stance["verbal"]["words"] and _is_passive(parse, number):
            # What "is disputed" is open, not denied.
            return True
        if word.pos == "ADJ" and word.base in ("nsubj", "obj", "obl", "nmod"):
            return True
        return " " not in cue and word.base in ("amod", "compound") and word.pos in ("VERB", "ADJ", "NOUN")
    if table == "hedged" and word.base == "amod" and " " not in cue:
        # "A potential buyer came" hedges the buyer, not the coming; "a likely cause is rust" hedges the cause.
        return not _explains(parse, word)
    if word.pos == "PROPN" and word.lower in stance["names"]["words"]:
        return True
    if word.lower in stance["feared"]["words"]:
        return word.pos != "NOUN" or not _holds_clause(parse, word)
    return cue in stance["nominal"]["words"] and (
        (word.pos in ("NOUN", "PROPN") and not _holds_clause(parse, word)) or word.base in ("amod", "compound")
    )


def _holds_clause(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun says how somebody holds a clause: "voiced fears that the well would dry up"."""
    return any(
        parse.mark(child.number) == "that" and child.number > noun.number
        for child in parse.children(noun.number, "acl", "ccomp")
    )


def _explains(parse: Parse, adjective: Word) -> bool:
    """Tell whether an adjective hedges what a noun is equated with: "a plausible explanation is a leak"."""
    noun = parse.words[adjective.head]
    if noun.lemma not in read_lexicon("stance")["explaining"]["words"] or noun.base != "nsubj":
        return False
    above = parse.words[noun.head]
    return above.lemma == "be" or parse.child(above.number, "cop") is not None


def _is_open(parse: Parse, word: Word) -> bool:
    return word.pos == "ADJ" or _is_passive(parse, word.number)


def _is_passive(parse: Parse, number: int) -> bool:
    """Tell whether a verb is a participle that nobody is said to do: "remains disputed", "is doubted"."""
    word = parse.words[number]
    return word.tag == "VBN" and not any(child.lemma == "have" for child in parse.children(number, "aux"))


def _is_mere_lack(parse: Parse, anchor: int, cue: str) -> bool:
    """Tell whether "without" tells what is missing, not what something depends on."""
    missing = read_lexicon("stance")["missing"]
    if cue not in missing["words"]:
        return False
    return not any(child.lower in missing["auxiliaries"] for child in parse.children(anchor, "aux"))


def _sets_bound(parse: Parse, number: int) -> bool:
    """Tell whether a negation makes an upper bound of an amount: "does not exceed 5 percent"."""
    verb = parse.words[number].head
    if parse.words[verb].lemma not in read_lexicon("stance")["bounding"]["words"]:
        return False
    return any(
        word.pos in ("NUM", "SYM") or parse.child(word.number, "nummod") is not None
        for word in parse.children(verb, "obj", "obl")
        if parse.child(word.number, "case") is None
    )


def _keeps_out(parse: Parse, number: int, cue: str) -> bool:
    """Tell whether "exclude" is about who takes part, not about what may be so: "excluded the theory"."""
    return cue.startswith("exclud") and not any(
        child.lemma in _theories() for child in parse.children(number, "obj", "nsubj")
    )


def _is_mere_error(parse: Parse, number: int, cue: str) -> bool:
    """Tell whether something else is wrong than what somebody said: "reports that she had died were wrong" denies."""
    if cue not in read_lexicon("stance")["erring"]["words"]:
        return False
    subject = parse.child(number, "nsubj")
    return subject is None or not _holds_clause(parse, parse.words[subject])


@cache
def _theories() -> frozenset[str]:
    return frozenset(read_lexicon("stance")["theories"]["words"])
