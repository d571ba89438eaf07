"""Tells for each word of a parsed sentence which claim it belongs to, if any.

A walk from the root decides what every predicate is to the one above it: a claim of its own, a part of that claim, a
frame that only tells whose claim its clause is, or something that nobody commits to.
"""

from enum import Enum
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.frames import find_frames, is_open
from claimcmp.pipeline.lost_clauses import RECIPIENTS
from claimcmp.pipeline.noun_clauses import describes, find_relative, introduces, is_aside, is_bracketed
from claimcmp.pipeline.parse import RELATIVES, Parse, Word
from claimcmp.pipeline.unsaid import find_unsaid

NOBODY = -1
# What opens a clause in which nothing is said: "stopped short of saying that", "left without saying that".
NOT_SAYING = frozenset({"to", "if", "unless", "whether", "of", "from", "without", "instead", "than", "before"})
ARGUMENTS = ("nsubj", "csubj", "expl", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "cop")


class Role(Enum):
    """What a word is to the claims of its sentence."""

    CLAIM = "heads a claim"
    PART = "belongs to the claim above it"
    FRAME = "tells whose claim its content is, or how sure it is"
    OPEN = "belongs to the claim above it, but nobody commits to it"


class Roles:
    """The role of each word, and the head of the claim that it belongs to: ``NOBODY`` for words of frames."""

    def __init__(self, parse: Parse):
        self.parse = parse
        self.frames = find_frames(parse)
        self.unsaid = find_unsaid(parse, self.frames)
        self.framed = {content: frame for frame in self.frames.values() for content in frame.contents}
        self.roles = [Role.PART] * len(parse.words)
        self.owners = [NOBODY] * len(parse.words)
        for number in parse.order:
            self._decide(parse.words[number])
        self._join_fragment()
        self._join_bare_verbs()

    def _decide(self, word: Word) -> None:
        number = word.number
        role = Role.CLAIM if word.head == number else self._find_role(word)
        owner = number if role is Role.CLAIM else self.owners[word.head]
        frame = self.frames.get(number)
        if frame is not None and self._frames(word, role):
            role = Role.FRAME
            outer = self.frames.get(word.head)
            within = outer is not None and outer.judges and outer.contents == frame.contents and word.head != number
            joined = frame.judges or within or number in self.unsaid
            owner = frame.contents[0] if frame.contents and joined else NOBODY
        elif owner == NOBODY and role is Role.OPEN and word.head in self.frames:
            # A condition holds for what is said, not for the saying.
            contents = self.frames[word.head].contents
            owner = contents[0] if contents else NOBODY
        self.roles[number], self.owners[number] = role, owner
        if role is Role.CLAIM and (now := _find_now(self.parse, number)) is not None:
            self.owners[now] = number

    def _join_fragment(self) -> None:
        """Give the words of a root that says nothing by itself to the first claim below it: "Thanks to her, we won"."""
        root = self.parse.root
        if self.roles[root] is not Role.CLAIM or self.parse.is_predicate(root):
            return
        for child in self.parse.children(root):
            if self.roles[child.number] is Role.CLAIM:
                self.owners = [child.number if owner == root else owner for owner in self.owners]
                return

    def _join_bare_verbs(self) -> None:
        """Give verbs that stand alone to the claim before them: the parser has parted them from their subject."""
        for head in sorted({owner for owner in self.owners if owner != NOBODY}):
            own = [number for number, owner in enumerate(self.owners) if owner == head]
            said = [self.parse.words[number] for number in own if self.parse.words[number].pos != "PUNCT"]
            before = self.owners[own[0] - 1] if own[0] else NOBODY
            if before not in (NOBODY, head) and said and all(word.pos in ("VERB", "AUX") for word in said):
                self.owners = [before if owner == head else owner for owner in self.owners]

    def _frames(self, word: Word, role: Role) -> bool:
        """Tell whether what a frame holds is really said: "saying that" is, "to make him say that" is not."""
        if role in (Role.CLAIM, Role.FRAME):
            return True
        if role is Role.OPEN:
            return False
        outer = self.frames.get(word.head)
        if outer is not None and self.roles[word.head] is Role.FRAME:
            return outer.contents == self.frames[word.number].contents
        return word.base in ("advcl", "acl") and self.parse.mark(word.number) not in NOT_SAYING

    def _find_role(self, word: Word) -> Role:
        above = self.roles[word.head]
        frame = self.framed.get(word.number)
        if frame is not None and self.roles[frame.head] is Role.FRAME:
            return Role.CLAIM
        if word.base == "acl" and is_bracketed(self.parse, word):
            return Role.CLAIM
        if above is Role.OPEN:
            return Role.CLAIM if _turns(self.parse, word) else Role.OPEN
        match word.base:
            case "conj":
                return self._judge_conjunct(word, above)
            case "advcl":
                return _judge_adverbial(self.parse, word)
            case "acl":
                if self.parse.mark(word.number) in _words("asserting"):
                    return _judge_adverbial(self.parse, word)
                return Role.CLAIM if is_aside(self.parse, word) or introduces(self.parse, word) else Role.PART
            case "ccomp" | "csubj":
                if _find_now(self.parse, word.number) is not None:
                    return Role.CLAIM
                return Role.OPEN if is_open(self.parse, word.number) else Role.PART
            case "reparandum":
                # "They did not: they left." The parser takes the short answer for a slip of the tongue.
                whole = self.parse.has_subject(word.number) and self.parse.is_finite(word.number)
                return Role.CLAIM if whole else Role.PART
            case "parataxis" | "appos":
                return self._judge_aside(word)
        return Role.PART

    def _judge_conjunct(self, word: Word, above: Role) -> Role:
        parse, number = self.parse, word.number
        if above is not Role.PART:
            return Role.CLAIM if _is_whole_conjunct(parse, word) else Role.PART
        own = parse.child(number, "nsubj")
        if own is None or parse.mark(number) or not parse.is_finite(number):
            return Role.PART
        return Role.PART if parse.words[own].lower in RELATIVES or parse.words[own].lower == "that" else Role.CLAIM

    def _judge_aside(self, word: Word) -> Role:
        parse, number = self.parse, word.number
        if number in self.frames:
            return Role.FRAME
        if describes(parse, word, self.frames):
            return Role.CLAIM
        # Behind a colon or semicolon a verb with a subject is finite, even if it is taken for a participle.
        parted = word.tag == "VBN" and parse.has_subject(number) and _follows_colon(parse, number)
        if not (parse.is_finite(number) or parted):
            return Role.PART
        return Role.CLAIM if parse.has_subject(number) or find_relative(parse, number) else Role.PART


def _turns(parse: Parse, word: Word) -> bool:
    """Tell whether a clause turns against an open question: "it is not known whether it works, but trials go on"."""
    if word.base != "conj" or not parse.is_finite(word.number) or parse.child(word.number, "nsubj", "expl") is None:
        return False
    asked = parse.mark(parse.first_conjunct(word.number)) == "whether"
    return asked and any(child.lower == "but" for child in parse.children(word.number, "cc"))


def _is_whole_conjunct(parse: Parse, word: Word) -> bool:
    """Tell whether a coordinated predicate says something whole: "and fell by half", not "and fell"."""
    number = word.number
    if parse.child(number, *ARGUMENTS) is None or _shares_object(parse, word):
        return False
    if parse.is_finite(number):
        return True
    head = parse.words[parse.first_conjunct(number)]
    joined = any(child.lower in ("and", "but") for child in parse.children(number, "cc"))
    if joined and word.tag == "VB" and head.tag in ("VBN", "VBD", "VBZ") and parse.mark(number) != "to":
        # Its tag is wrong, for no auxiliary of the verb before it goes with a base form: "have left and say" has two
        # finite verbs. In "was told to leave and pay" the second may go on with the infinitive.
        return parse.is_finite(head.number) and parse.child(head.number, "xcomp") is None
    return word.pos == "VERB" and word.tag == head.tag and parse.mark(number) != "to" and parse.is_finite(head.number)


def _shares_object(parse: Parse, word: Word) -> bool:
    """Tell whether a verb follows another directly and takes its object for both: "bought and sold shares"."""
    if parse.has_subject(word.number) or word.number - word.head > 2 or word.pos != "VERB":
        return False
    if not any(child.lower in ("and", "or") for child in parse.children(word.number, "cc")):
        return False
    return not any(child.number > word.head and child.base in ARGUMENTS for child in parse.children(word.head))


def _judge_adverbial(parse: Parse, word: Word) -> Role:
    number, mark = word.number, parse.mark(word.number)
    if not parse.is_finite(number):
        return Role.OPEN if mark in ("to", "if", "unless", "whether") else Role.PART
    if find_relative(parse, number):
        return Role.CLAIM if is_aside(parse, word) else Role.PART
    if _find_now(parse, number) is not None:
        return Role.CLAIM
    if not mark and parse.has_subject(number) and _follows_colon(parse, number):
        return Role.CLAIM
    if mark == "as" and any(child.lower == "whether" for child in parse.children(number, "mark")):
        # "There is no agreement as to whether it leaked" asserts no leak.
        return Role.OPEN
    if mark in _words("asserting"):
        return Role.PART if _is_comment(parse, word) else Role.CLAIM
    if mark == "before" and any(child.lower == "had" for child in parse.children(number, "aux")):
        # "Left before the coast guard had agreed" tells that it had not.
        return Role.OPEN
    if mark == "before" and _had_been(parse, word):
        return Role.PART  # "had been planned before the vote was lost" tells which of the two came first
    if mark in _words("timing") or _opens_with(parse, number, _words("timing")):
        return Role.CLAIM if _is_past(parse, number) and mark not in ("until", "till", "whenever") else Role.OPEN
    return Role.PART if mark in ("that", "") else Role.OPEN


def _had_been(parse: Parse, word: Word) -> bool:
    """Tell whether the clause above one of time, which follows it, is of the time before: "had been planned"."""
    return word.head < word.number and any(child.lower in ("had", "'d") for child in parse.children(word.head, "aux"))


def _follows_colon(parse: Parse, number: int) -> bool:
    """Tell whether a clause stands behind a colon: "Consider this: the mill closed"."""
    first = parse.left[number]
    return any(word.text in (":", ";") for word in parse.words[max(0, first - 1) : first + 1])


def _is_comment(parse: Parse, word: Word) -> bool:
    """Tell whether a clause only names: a source, a likeness, its noun: "as the minister put it", "as it is called"."""
    mark = parse.child(word.number, "mark")
    if mark is None or parse.words[mark].lower != "as":
        return False
    if word.lemma in _words("called") and word.tag == "VBN" and parse.child(word.number, "aux") is not None:
        return parse.child(word.number, "xcomp", "obj") is None
    subject = parse.child(word.number, "nsubj")
    # "as such storms grow stronger" has a subject, "as such" and "as so often" have none.
    behind = [] if subject is not None and parse.left[subject] == mark + 1 else parse.words[mark + 1 : mark + 2]
    around = {near.lower for near in (*parse.words[max(0, mark - 2) : mark], *behind)}
    if around & {"as", "so", "if", "though", "such", "same"}:
        return True
    if word.lemma not in frozenset(read_lexicon("clauses")["content"]["verbs"]):
        return not parse.has_subject(word.number)
    # "Shares fell as traders feared a war" has what is feared in it, unlike "as the minister told the court".
    return word.lemma in RECIPIENTS or not any(child.lower != "it" for child in parse.children(word.number, "obj"))


def _find_now(parse: Parse, number: int) -> int | None:
    """Return the "now" of a clause that "now that" opens."""
    mark = parse.child(number, "mark")
    if mark is None or mark == 0 or parse.words[mark].lower != "that":
        return None
    return mark - 1 if parse.words[mark - 1].lower == "now" else None


def _opens_with(parse: Parse, number: int, words: frozenset[str]) -> bool:
    return parse.words[parse.left[number]].lower in words


def _is_past(parse: Parse, number: int) -> bool:
    return parse.words[number].tag == "VBD" or any(child.tag == "VBD" for child in parse.children(number, "aux", "cop"))


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("clauses")[table]["words"])
