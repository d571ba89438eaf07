"""Same matter or not: which pairs of claims are worth looking at, and the evidence that weighs each pair."""
