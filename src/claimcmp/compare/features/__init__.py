"""Features of one or two claims that matching and the rules look at: words, axes, amounts, times, places, denials."""
