"""Words, noun phrases, verb groups and clauses of a sentence."""
