"""Says how likely sentences are on topics by their scores, and how near is near enough in a collection.

That depends on two shares. The first is how many of the sentences are on a topic at all. It is estimated in two ways.
The likelihoods of all sentences add up to it, which makes each of them more or less likely again, until both agree
(Saerens, Latinne and Decaestecker, Neural Computation 2002). And the sentences that hold a term show what a sentence on
a topic looks like beside its terms: if those without a term look the same, they are on a topic too, and the share of
them that does is an estimate of the mixture (Blanchard, Lee and Scott, JMLR 2010).

The second is how complete the terms are. Where most of the sentences whose own words are near a topic hold a term, the
rest is probably off the topics. That share is the label frequency c of learning from positive and unlabelled examples
(Elkan and Noto, KDD 2008): among unlabelled sentences it divides the odds of being on a topic by c / (1 - c). It only
ever lowers them: where few of the near sentences hold a term, either the terms are poor or the texts are about much
else, and which of the two it is does not show. Nor does it lower them where the sentences without a term look like
those with one.
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
# Of the sentences without a term so many look like those with one that they are on the topics too: complete terms tell
# nothing against them. What they tell rises as the share falls by so much.
ALL_ALIKE = 1.0
FEWER_ALIKE = 0.2
# Where in the scores of the sentences with a term those without one are counted: not where any words are enough, nor
# where too few are left.
LEVELS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
# So many sentences on a topic are added to those without a term: a few sentences prove little.
PRIOR = 5.0
# With fewer sentences of either kind there is nothing to count; with so many the count weighs as much as the scores.
FEWEST_ALIKE = 3
HALF_SURE = 20
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


def estimate_alike(bare: Scores, tagged: Flags) -> float:
    """Estimate how many of the sentences without a term are on a topic: 1 where they look like those with one, or more.

    ``bare`` are the scores of the sentences by their own words but the terms.
    """
    best, holds = bare.max(axis=1), tagged.any(axis=1)
    with_term, without = best[holds], best[~holds]
    if min(len(with_term), len(without)) < FEWEST_ALIKE:
        return ALL_ALIKE
    above = np.array([(without > np.quantile(with_term, level)).sum() for level in LEVELS])
    usual = 1 - np.array(LEVELS)
    return float(np.mean((above + PRIOR * usual) / (len(without) + PRIOR) / usual))


def weigh_in(on_topic: float, alike: float, tagged: Flags) -> float:
    """Return what lies between two estimates of the share on a topic; the more are counted, the nearer the second."""
    holds = tagged.any(axis=1)
    counted = min(int(holds.sum()), int((~holds).sum()))
    weight = counted / (counted + HALF_SURE)
    other = holds.mean() + (1 - holds.mean()) * min(1.0, alike)
    return _from_log_odds((1 - weight) * _to_log_odds(on_topic) + weight * _to_log_odds(other))


def estimate_term_recall(own: Scores, tagged: Flags) -> float:
    """Estimate how many sentences on a topic hold a term, from those near by their own words; half, if none is."""
    near = own.max(axis=1) > SURELY_NEAR
    return float((tagged[near].any(axis=1).sum() + 1) / (near.sum() + 2))


def find_threshold(on_topic: float, term_recall: float, alike: float, topics: int) -> float:
    """Return the score from which a sentence without a term is rather on the nearest of so many topics than on none."""
    beyond = (_to_log_odds(term_recall) - _to_log_odds(USUAL_RECALL)) / LOG_ODDS_OF_TERMS
    unlike = (ALL_ALIKE - alike) / FEWER_ALIKE
    against = MOST_AGAINST * math.log1p(topics) * _limit(beyond) * _limit(unlike)
    return EVEN_ODDS - _to_log_odds(on_topic) / LOG_ODDS_PER_SCORE + against


def _limit(share: float) -> float:
    return min(1.0, max(0.0, share))


def _to_log_odds(share: float) -> float:
    share = min(max(share, LEAST_SHARE), 1 - LEAST_SHARE)
    return math.log(share / (1 - share))


def _from_log_odds(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _to_shares(weights: Scores) -> Scores:
    shares: Scores = weights / weights.sum(axis=1, keepdims=True)
    return shares
