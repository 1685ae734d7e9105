"""Coreference: the person or body that a mention, a role or a pronoun refers to."""
