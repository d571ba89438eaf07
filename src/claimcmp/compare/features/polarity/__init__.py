"""What a claim affirms and what it denies: where it stands on axes of opposites, of whom, and what it commits to."""
