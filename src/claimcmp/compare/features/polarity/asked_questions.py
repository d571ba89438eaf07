"""Tells which questions a topic asks: what many of its claims answer, each in its own words.

Where a topic is whether a treaty was kept, all that say "kept" and "broke" speak of one thing; where one sentence in
fifty of a topic judges whether something worked, each speaks of something else.
"""

from collections import Counter
from collections.abc import Iterable

from claimcmp.compare.features.polarity.questions import find_plain_questions
from claimcmp.records import Claim

# From this share of a topic's sentences on its claims answer one question: on the annotated subjects those that do have
# .08 to .67; over unlike articles on one country's politics no judgement has more than .04.
ASKED = 0.08


class AskedQuestions:
    """The questions that the topics of a collection ask."""

    def __init__(self, claims: Iterable[Claim]):
        sentences: dict[str, set[tuple[str, int]]] = {}
        answers: Counter[tuple[str, str]] = Counter()
        counted: set[tuple[str, str, str, int]] = set()
        for claim in claims:
            for topic in claim.topics or ("",):
                sentences.setdefault(topic, set()).add((claim.document, claim.sentence_start))
                for question in find_plain_questions(claim):
                    counted.add((topic, question, claim.document, claim.sentence_start))
        answers.update((topic, question) for topic, question, _, _ in counted)
        self._asked = {(topic, name) for (topic, name), n in answers.items() if n >= ASKED * len(sentences[topic])}

    def find_asked(self, a: Claim, b: Claim) -> frozenset[str]:
        """Return the questions that a topic of both claims asks; of one of them, where they have none in common."""
        shared = set(a.topics) & set(b.topics)
        topics = shared or {*a.topics, *b.topics} or {""}
        return frozenset(name for topic, name in self._asked if topic in topics)
