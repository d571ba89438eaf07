"""Says how likely sentences are on topics by their scores, and how near is near enough in a collection.

That depends on two shares. The first is how many of the sentences are on a topic at all: the likelihoods of all
sentences add up to it, which makes each of them more or less likely again, until both agree (Saerens, Latinne and
Decaestecker, Neural Computation 2002). The second is how complete the terms are. Where most of the sentences whose own
words are near a topic hold a term, the rest is probably off the topics. That share is the label frequency c of learning
from positive and unlabelled examples (Elkan and Noto, KDD 2008): among unlabelled sentences it divides the odds of
being on a topic by c / (1 - c). It only ever lowers them: where few of the near sentences hold a term, either the terms
are poor or the texts are about much else, and which of the two it is does not show.
"""

import math

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Flags = NDArray[np.bool_]

# The score at which a sentence is on its nearest topic as likely as on none, and how fast the odds rise with the score.
EVEN_ODDS = 0.05
LOG_ODDS_PER_SCORE = 36
# From this score on the own words of a sentence alone put it on a topic. Terms that find three of five of these tell
# nothing of the others; those that find three of four of them tell the most, more than the odds of a score would.
# In between what they tell rises evenly, so that a term more or less moves the threshold by little.
SURELY_NEAR = 0.08
USUAL_RECALL = 0.6
LOG_ODDS_OF_TERMS = 0.6
# No terms are so complete that what is clearly near is not heeded: where most of the texts hold a term, near sentences
# do so whether or not the others are on a topic. Of more topics the nearest one is nearer by chance.
MOST_AGAINST = 0.155
# A term in a sentence, on the scale of the scores.
TERM = 0.11
# No share is taken for so sure that it would outweigh every score.
LEAST_SHARE = 0.05
ROUNDS = 50


def share_out(scores: Scores, tagged: Flags) -> Scores:
    """Return in which shares each sentence belongs to the topics, and in the last column to none of them.

    ``tagged`` are those that hold a term of the topic; they are on some topic.
    """
    none = np.where(tagged.any(axis=1), -math.inf, EVEN_ODDS)
    odds = np.column_stack([scores + TERM * tagged, none]) * LOG_ODDS_PER_SCORE
    return _to_shares(np.exp(odds - odds.max(axis=1, keepdims=True)))


def estimate_on_topic(shares: Scores) -> float:
    """Estimate how many of the sentences are on a topic, from how they would be shared out if half of them were."""
    expected = np.full(shares.shape[1], 1 / shares.shape[1])
    for _ in range(ROUNDS):
        expected = _to_shares(shares * expected).mean(axis=0)
    return float(1 - expected[-1])


def estimate_term_recall(own: Scores, tagged: Flags) -> float:
    """Estimate how many sentences on a topic hold a term, from those near by their own words; half, if none is."""
    near = own.max(axis=1) > SURELY_NEAR
    return float((tagged[near].any(axis=1).sum() + 1) / (near.sum() + 2))


def find_threshold(on_topic: float, term_recall: float, topics: int) -> float:
    """Return the score from which a sentence without a term is rather on the nearest of so many topics than on none."""
    beyond = (_to_log_odds(term_recall) - _to_log_odds(USUAL_RECALL)) / LOG_ODDS_OF_TERMS
    against = MOST_AGAINST * math.log1p(topics) * min(1.0, max(0.0, beyond))
    return EVEN_ODDS - _to_log_odds(on_topic) / LOG_ODDS_PER_SCORE + against


def _to_log_odds(share: float) -> float:
    share = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
    return math.log(share / (1 - share))


def _to_shares(weights: Scores) -> Scores:
    shares: Scores = weights / weights.sum(axis=1, keepdims=True)
    return shares
