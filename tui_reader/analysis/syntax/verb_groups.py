"""The verbs of a sentence with what belongs to each: auxiliaries, adverbs, remarks between commas."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.grammar import Grammar

LONGEST_ASIDE = 9  # chunks between the commas of a remark inside a verb: `a, quant à lui, dénoncé`


class VerbGroups:
    """The verb groups of a sentence. Chunks are given by their index, and a verb group by that of its last verb."""

    def __init__(self, chunks: Sequence[Chunk], grammar: Grammar) -> None:
        self.chunks = chunks
        self.grammar = grammar
        self._lows = frozenset([chunk.low for chunk in chunks])
        self._starts: dict[int, int] = {}  # the last chunk of a verb group -> its first, of those that were asked for

    def has_any(self, words: Set[str]) -> bool:
        """Whether one of these words is a chunk of the sentence: what needs one is asked this first."""
        return not self._lows.isdisjoint(words)

    def is_cue(self, index: int, *, saying: bool = False) -> bool:
        """Whether a chunk is a reporting or a judging verb; with `saying`, only a reporting one counts."""
        verb = self.chunks[index].verb
        return verb is not None and verb.cue and (not saying or verb.level == "saying")

    def is_aside(self, index: int) -> bool:
        """Whether a chunk may stand inside a verb or between it and its subject: an auxiliary, an adverb, a day."""
        chunk, grammar = self.chunks[index], self.grammar
        if chunk.mention and chunk.mention.head in grammar.between:
            return True
        if chunk.kind != "word":
            return chunk.kind == "verb" and chunk.verb is not None and not chunk.verb.cue
        low = chunk.low.rstrip("'")
        if low in grammar.making:  # `fait valoir X`
            return index + 1 < len(self.chunks) and self.chunks[index + 1].verb is not None
        return low in grammar.auxiliaries or low in grammar.between or low.endswith(grammar.adverb_endings)

    def is_adjunct(self, index: int) -> bool:
        """Whether a chunk is a preposition or what one governs, as in `à l'époque`, `quant à lui`."""
        chunk = self.chunks[index]
        is_topic = chunk.kind == "pronoun" and index > 1 and self.chunks[index - 2].low in self.grammar.topical
        leads = chunk.low.rstrip("'") in self.grammar.prepositions or chunk.low in self.grammar.topical
        return is_topic or (chunk.kind in ("word", "phrase") and (chunk.governed or leads))

    def verb_start(self, verb_index: int) -> int:
        """Where the verb group begins, an inverted pronoun in it included."""
        if verb_index not in self._starts:
            self._starts[verb_index] = self._find_start(verb_index)
        return self._starts[verb_index]

    def _find_start(self, verb_index: int) -> int:
        start = verb_index
        while start > 0:
            before = self.chunks[start - 1]
            if before.kind == "inverted" or self.is_aside(start - 1):
                start -= 1
                continue
            outer = self._before_aside(start - 1) if before.low == "," else self._before_adjunct(start)
            if outer is None:
                break
            start = outer
        return start

    def _before_adjunct(self, index: int) -> int | None:
        """`avait à l'époque parlé`: the auxiliary before the adjunct that ends right before a chunk."""
        start = index
        while start > 1 and self.is_adjunct(start - 1):
            start -= 1
        is_split = 1 < start < index and self.chunks[start - 1].low in self.grammar.auxiliaries
        return start - 1 if is_split else None

    def _before_aside(self, comma: int) -> int | None:
        """`a, quant à lui, dénoncé`: the auxiliary before the remark that `comma` closes."""
        for opening in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
            if self.chunks[opening].low == ",":
                before = self.chunks[opening - 1]
                if before.low in self.grammar.relatives:  # `qui, six mois avant, décrivait`
                    return opening
                return opening - 1 if before.kind == "word" and before.low in self.grammar.auxiliaries else None
        return None

    def is_passive(self, verb_index: int) -> bool:
        """Whether a past participle tells what was done to its subject."""
        verb = self.chunks[verb_index].verb
        if verb is None or "past" not in verb.forms or not self.has_any(self.grammar.to_be):
            return False
        group = self._words(self.verb_start(verb_index), verb_index)
        return bool(group & self.grammar.to_be) and not group & self.grammar.reflexives

    def has_compound_to_be(self, start: int, end: int) -> bool:
        """`a été`, `aurait été`: whether a compound form of `be`, which makes a passive, stands between two chunks."""
        if not self.grammar.head_first or not self.has_any(self.grammar.having):
            return False
        lows = [chunk.low for chunk in self.chunks[start:end]]
        return any(first in self.grammar.having and second in self.grammar.to_be for first, second in pairwise(lows))

    def is_undergone(self, start: int, end: int) -> bool:
        """`s'est vu répondre`: whether the verb between two chunks is what its subject hears from somebody else."""
        if not self.grammar.head_first or not self.has_any(self.grammar.perceiving):
            return False
        first = max(1, start)
        perceiving = [
            index
            for index, chunk in enumerate(self.chunks[first : max(first, end - 1)], first)
            if chunk.low in self.grammar.perceiving
        ]
        return any(
            self.is_infinitive(index + 1) and self._words(max(0, index - 2), index) & self.grammar.reflexives
            for index in perceiving
        )

    def is_active(self, verb_index: int) -> bool:
        """Whether an auxiliary makes a participle what its subject did."""
        group = self._words(min(self.verb_start(verb_index), max(0, verb_index - 3)), verb_index)
        is_reflexive = group & self.grammar.to_be and group & self.grammar.reflexives  # `s'est dite`
        return bool(group & self.grammar.having or is_reflexive) and not self.is_passive(verb_index)

    def _words(self, start: int, end: int) -> set[str]:
        return {self.chunks[index].low.rstrip("'") for index in range(start, end)}

    def is_bare_participle(self, verb_index: int) -> bool:
        """`une décision qualifiée de « … »`: whether a participle without an auxiliary describes the noun before it."""
        verb = self.chunks[verb_index].verb
        is_past = verb is not None and verb.forms == {"past"}
        return is_past and not self.is_active(verb_index) and self.grammar.head_first

    def in_relative(self, verb_index: int) -> bool:
        """Whether a verb has a relative pronoun for its subject."""
        start = self.verb_start(verb_index)
        if start > 1 and self.chunks[start - 1].low in self.grammar.oblique:  # `qui lui demandait`
            start -= 1
        return start > 0 and self.chunks[start - 1].low in self.grammar.relatives

    def ends_clause(self, mark: int) -> bool:
        """Whether a chunk is a mark behind a whole clause; not so in `Anne Roux, sa rivale, lui a rendu hommage`."""
        if self.chunks[mark].kind != "mark":
            return False
        if self.chunks[mark].low != ",":
            return True
        verbs = (index for index, chunk in enumerate(self.chunks[:mark]) if chunk.verb and "finite" in chunk.verb.forms)
        return any(not self.in_relative(index) for index in verbs)

    def is_infinitive(self, index: int) -> bool:
        """Whether a chunk is a verb that can only be an infinitive."""
        verb = self.chunks[index].verb if index < len(self.chunks) else None
        return verb is not None and verb.forms == {"base"}

    def may_say(self, start: int, verb_index: int) -> bool:
        """Whether the verb group that begins at `start` says something: no `tout en doutant`, no `faire parler`."""
        verb = self.chunks[verb_index].verb
        forms = verb.forms if verb else frozenset()
        if verb_index == start:
            return "finite" in forms
        return bool(forms & {"finite", "past"}) or (self.is_infinitive(verb_index) and not self.is_infinitive(start))

    def verb_before(self, index: int) -> int | None:
        """The nearest verb before a chunk that has a subject of its own, in the same part of the sentence."""
        for verb_index in range(index - 1, -1, -1):
            chunk = self.chunks[verb_index]
            if chunk.low in (";", ":"):
                return None
            if chunk.verb and chunk.verb.forms & {"finite", "past"}:
                return verb_index
        return None

    def is_turned_to(self, index: int) -> bool:
        """`a link to an editorial`, `asked about the review`: whether somebody else's act is about a document."""
        chunk, leading = self.chunks[index], self.chunks[max(0, index - 1)]
        if chunk.words and chunk.words[0].key in self.grammar.turning:  # `au rapport`
            return True
        return chunk.governed and index > 0 and leading.low in self.grammar.turning

    def sets_against(self, index: int) -> bool:
        """`, tandis que`: whether a clause about somebody else begins at a chunk."""
        return index > 0 and self.chunks[index].low in self.grammar.contrasting and self.chunks[index - 1].low == ","
