"""The words of claims: in stretches, denied or not, as phrases of a lexicon, near in meaning."""
