"""The verbs of a sentence with what belongs to each: auxiliaries, adverbs, remarks between commas."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar

LONGEST_ASIDE = 9  # chunks between the commas of a remark inside a verb: `a, quant à lui, dénoncé`


class VerbGroups:
    """The verb groups of a sentence."""

    def __init__(self, chunks: Sequence[Chunk], grammar: Grammar) -> None:
        self.chunks = chunks
        self.grammar = grammar

    def is_cue(self, at: int, *, saying: bool = False) -> bool:
        """Whether the chunk at `at` is a verb whose subject says or judges, or only one whose subject says."""
        verb = self.chunks[at].verb
        return verb is not None and verb.cue and (not saying or verb.level == "saying")

    def is_aside(self, at: int) -> bool:
        """Whether a chunk may stand inside a verb or between it and its subject: an auxiliary, an adverb, a day."""
        chunk = self.chunks[at]
        if chunk.mention and chunk.mention.head in self.grammar.between:
            return True
        if chunk.kind != "word":
            return chunk.kind == "verb" and chunk.verb is not None and not chunk.verb.cue
        low = chunk.low.rstrip("'")
        grammar = self.grammar
        if low in grammar.making:  # `fait valoir X`
            return at + 1 < len(self.chunks) and self.chunks[at + 1].verb is not None
        return low in grammar.auxiliaries or low in grammar.between or low.endswith(grammar.adverb_endings)

    def verb_start(self, at: int) -> int:
        """Where the verb group that ends at `at` begins, an inverted pronoun in it included."""
        chunks = self.chunks
        while at > 0:
            before = chunks[at - 1]
            if before.kind == "inverted" or self.is_aside(at - 1):
                at -= 1
            else:
                start = self._before_aside(at - 1) if before.low == "," else self._before_adjunct(at)
                if start is None:
                    break
                at = start
        return at

    def _before_adjunct(self, at: int) -> int | None:
        """`avait à l'époque parlé`: the auxiliary before the adjunct that ends right before the chunk at `at`."""
        start = at
        while start > 1 and self.is_adjunct(start - 1):
            start -= 1
        split = 1 < start < at and self.chunks[start - 1].low in self.grammar.auxiliaries
        return start - 1 if split else None

    def is_adjunct(self, at: int) -> bool:
        """Whether the chunk is a preposition or what one governs, as in `à l'époque`."""
        chunk = self.chunks[at]
        return chunk.kind in ("word", "phrase") and (
            chunk.governed or chunk.low.rstrip("'") in self.grammar.prepositions
        )

    def _before_aside(self, comma: int) -> int | None:
        """`a, quant à lui, dénoncé`: the auxiliary before the remark that `comma` closes."""
        for at in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
            if self.chunks[at].low == ",":
                before = self.chunks[at - 1]
                if before.low in self.grammar.relatives:  # `qui, six mois avant, décrivait`
                    return at
                return at - 1 if before.kind == "word" and before.low in self.grammar.auxiliaries else None
        return None

    def is_passive(self, at: int) -> bool:
        """Whether a past participle at `at` tells what was done to its subject."""
        verb = self.chunks[at].verb
        if verb is None or "past" not in verb.forms:
            return False
        start = self.verb_start(at)
        words = {self.chunks[i].low.rstrip("'") for i in range(start, at)}
        return bool(words & self.grammar.to_be) and not words & self.grammar.reflexives

    def is_active(self, at: int) -> bool:
        """Whether an auxiliary makes the participle at `at` what its subject did."""
        words = {self.chunks[i].low.rstrip("'") for i in range(min(self.verb_start(at), max(0, at - 3)), at)}
        reflexive = words & self.grammar.to_be and words & self.grammar.reflexives  # `s'est dite`
        return bool(words & self.grammar.having or reflexive) and not self.is_passive(at)

    def is_bare_participle(self, at: int) -> bool:
        """`une décision qualifiée de « … »`: a participle that tells of the noun before it what others did."""
        verb = self.chunks[at].verb
        return verb is not None and verb.forms == {"past"} and not self.is_active(at) and self.grammar.head_first

    def in_relative(self, at: int) -> bool:
        """Whether the verb at `at` has a relative pronoun for its subject."""
        start = self.verb_start(at)
        return start > 0 and self.chunks[start - 1].low in self.grammar.relatives

    def is_infinitive(self, at: int) -> bool:
        """Whether the verb at `at` can only be an infinitive."""
        verb = self.chunks[at].verb if at < len(self.chunks) else None
        return verb is not None and verb.forms == {"base"}

    def may_say(self, start: int, at: int) -> bool:
        """Whether the verb group from `start` to `at` says something: no `tout en doutant`, no `faire parler`."""
        verb = self.chunks[at].verb
        forms = verb.forms if verb else frozenset()
        if at == start:
            return "finite" in forms
        return bool(forms & {"finite", "past"}) or (self.is_infinitive(at) and not self.is_infinitive(start))

    def verb_before(self, at: int) -> int | None:
        """The nearest verb with a subject of its own before `at`, in the same part of the sentence."""
        for place in range(at - 1, -1, -1):
            chunk = self.chunks[place]
            if chunk.low in (";", ":"):
                return None
            if chunk.verb and chunk.verb.forms & {"finite", "past"}:
                return place
        return None

    def sets_against(self, at: int) -> bool:
        """`, tandis que`: whether a clause about somebody else begins at `at`."""
        return at > 0 and self.chunks[at].low in self.grammar.contrasting and self.chunks[at - 1].low == ","
