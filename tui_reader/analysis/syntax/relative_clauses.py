"""Clauses and appositions that stand after a phrase, and the phrase that they belong to."""

from __future__ import annotations

from collections.abc import Set

from tui_reader.analysis.syntax.verb_groups import LONGEST_ASIDE, VerbGroups

_REACH = 9  # chunks between a relative pronoun and the end of its clause


class RelativeClauses:
    """The relative clauses and the affiliations of a sentence. Chunks are given by their index."""

    def __init__(self, verbs: VerbGroups) -> None:
        self._chunks = verbs.chunks
        self._grammar = verbs.grammar
        self._relatives = verbs.grammar.relatives

    def enclosure_start(self, comma: int) -> int | None:
        """`, whom she would not blame, had been`: the comma before the clause that `comma` closes before a verb."""
        after = self._chunks[comma + 1] if comma + 1 < len(self._chunks) else None
        if after is None or not (after.verb or after.low in self._grammar.auxiliaries):
            return None
        for index in range(comma - 2, max(0, comma - LONGEST_ASIDE), -1):
            if self._chunks[index].kind == "quote" or self._chunks[index].low in (",", ";", ":"):
                return None
            if self._opens(index):
                return index - 1
        return None

    def ends_in_relative(self, index: int) -> bool:
        """`« A », dit-il à Anne Roux, qui répond : « B »`: whether the relative clause of a cue leads to a quotation.

        The main clause before it has its own verb, which is no cue or has its quotation.
        """
        opening = next((before for before in range(index, 0, -1) if self._chunks[before].low in self._relatives), 0)
        before = self._chunks[:opening]
        has_verb = any(chunk.verb or chunk.low in self._grammar.auxiliaries for chunk in before)
        has_quote = any(chunk.kind == "quote" for chunk in before)
        return has_verb and (has_quote or not any(chunk.verb and chunk.verb.cue for chunk in before))

    def phrase_before(self, comma: int) -> int | None:
        """`l'élu, dont la gare ferme, promet`: the free phrase before the relative clause that `comma` closes."""
        for index in range(comma - 2, 0, -1):
            chunk = self._chunks[index]
            if chunk.kind == "quote" or chunk.low in (";", ":"):
                return None
            if self._opens(index):
                before = self._chunks[index - 2] if index > 1 else None
                is_free = before is not None and before.kind == "phrase" and not before.governed
                return index - 2 if is_free else None
        return None

    def _opens(self, index: int) -> bool:
        """Whether a chunk behind a comma opens a clause that tells more of what stands before the comma.

        So does a participle: `Ann Lee, asked if the mayor knew, replied`.
        """
        chunk = self._chunks[index]
        is_participle = (
            chunk.verb is not None and "past" in chunk.verb.forms and self._chunks[index - 2].kind == "phrase"
        )
        return (chunk.low in self._grammar.enclosed or is_participle) and self._chunks[index - 1].low == ","

    def pronoun_before(self, object_index: int) -> int | None:
        """`the trust that runs the site says`: the pronoun of the clause whose verb has this phrase for its object."""
        for index in range(object_index - 1, max(-1, object_index - _REACH), -1):
            chunk = self._chunks[index]
            if chunk.kind in ("mark", "quote"):
                return None
            if chunk.kind == "word" and chunk.low in self._grammar.relatives:
                has_verb = any(inner.verb for inner in self._chunks[index + 1 : object_index])
                if has_verb and index > 0 and self._chunks[index - 1].low in self._grammar.joining:
                    return self.pronoun_before(index - 1)  # `the clerk who had left and who owned the site says`
                after_phrase = index > 0 and self._chunks[index - 1].kind == "phrase"
                return index if has_verb and after_phrase else None
        return None

    def antecedent(self, relative: int) -> int | None:
        """The phrase that the relative pronoun stands for, before the commas and the affiliation between them."""
        index = relative - 1
        while index >= 0 and self._chunks[index].low == ",":
            index -= 1
        if index < 0 or self._chunks[index].mention is None:
            return None
        described = self._before_remark(index) if index < relative - 1 else None
        return described if described is not None else self.before_affiliation(index)

    def _before_remark(self, end: int) -> int | None:
        """`Anne Delmas, présente sur place, qui redoute`: the person before the words between commas that end here.

        They end with a thing, which a preposition governs and which does not speak.
        """
        last = self._chunks[end]
        if not last.governed or last.mention is None or last.mention.kind != "thing":
            return None
        for index in range(end - 1, max(0, end - LONGEST_ASIDE), -1):
            chunk = self._chunks[index]
            if chunk.low == ",":
                before = self._chunks[index - 1].mention
                return index - 1 if before and before.name and before.kind == "person" else None
            if chunk.kind not in ("word", "verb") and not chunk.governed:
                return None
        return None

    def _is_led(self, index: int, owning: Set[str]) -> bool:
        """Whether a preposition leads to an organisation behind a comma."""
        low, mention = self._chunks[index - 1].low, self._chunks[index].mention
        is_body = mention is not None and mention.kind in ("name", "body")
        return low in owning or (is_body and self._chunks[index].governed and low in self._grammar.governing)

    def before_affiliation(self, index: int) -> int:
        """`Anne Delmas, du CNRS, qui redoute`: the person whose organisation is at `index`, else `index` itself."""
        words, owning = self._chunks[index].words, self._grammar.owning
        is_owned = bool(words) and words[0].determiner and words[0].key in owning
        comma = index - 1 if is_owned else index - 2  # `du CNRS`, `de la CGT`, `chez Norval`
        if comma < 1 or self._chunks[comma].low != "," or not (is_owned or self._is_led(index, owning)):
            return index
        before = self._chunks[comma - 1].mention
        return comma - 1 if before and before.kind in ("person", "name") and before.name else index
