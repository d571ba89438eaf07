"""What a claim puts into a slot: the cause, the doer, the place, the part of a whole that it speaks of."""
