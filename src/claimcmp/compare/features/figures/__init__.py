"""What a claim measures: which amounts are one, which are of two things, which are denied or only mentioned."""
