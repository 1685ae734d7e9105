"""The subject of the main clause of a sentence, whatever opens the sentence and whatever stands between."""

from __future__ import annotations

from tui_reader.analysis.syntax.verb_groups import LONGEST_ASIDE, VerbGroups


class MainClauses(VerbGroups):
    """The verb groups of a sentence, and whom its main clause is about."""

    def main_subject(self, at: int, start: int | None = None) -> int | None:
        """The subject of the main clause before `at`: the first free phrase, a possible source before others."""
        chunks = self.chunks
        if start is None:
            start = next(
                (i + 1 for i in range(at - 1, -1, -1) if chunks[i].low in (";", ".") or self.sets_against(i)), 0
            )
            start = self._after_dateline(start, at)
            start = self._after_opener(start, at)
        free = [
            i
            for i in range(start, at)
            if (chunks[i].kind in ("phrase", "pronoun", "inverted") and not chunks[i].governed)
            and chunks[i].low not in self.grammar.oblique
            and not self._is_emphatic(i)
            and not self._is_enclosed(i, at)
            and not self._stands_for_nothing(i)
            and not self._is_attribute(i)
        ]
        if not free:
            return None
        for i in free:
            mention = chunks[i].mention
            if chunks[i].low in self.grammar.pronouns or (mention and mention.kind != "thing"):
                return i
        return free[0]

    def _is_emphatic(self, at: int) -> bool:
        """`la ville, elle, refuse`: a pronoun between commas only stresses the subject before it."""
        around = self.chunks[max(0, at - 1) : at + 2]
        return (
            at > 0 and self.chunks[at].kind == "pronoun" and len(around) == 3 and around[0].low == around[2].low == ","
        )

    def _stands_for_nothing(self, at: int) -> bool:
        """`il faut`, `il s'agit`."""
        after = [chunk.low for chunk in self.chunks[at + 1 : at + 3]]
        return self.chunks[at].kind == "pronoun" and not self.grammar.impersonal.isdisjoint(after)

    def _is_attribute(self, at: int) -> bool:
        """`les lapins ne sont pas les seuls responsables`: whether a phrase only says what the subject is."""
        place = at - 1
        while place > 0 and self.chunks[place].low.rstrip("'") in self.grammar.denials:
            place -= 1
        return place > 0 and self.chunks[at].kind == "phrase" and self.chunks[place].low in self.grammar.to_be

    def _is_enclosed(self, at: int, limit: int) -> bool:
        """`dans la rue, où les vitrines sont murées, un voisin`: whether a clause between commas has the chunk."""
        opening = next((i for i in range(at - 1, 0, -1) if self.chunks[i].low == ","), 0)
        closed = any(self.chunks[i].low == "," for i in range(at + 1, limit))
        return opening > 0 and closed and self.chunks[opening + 1].low.rstrip("'") in self.grammar.enclosed

    def _after_dateline(self, start: int, limit: int) -> int:
        """Past `PARIS, 2 mai (AFP) —`: a dash that no verb stands before."""
        for place in range(start, min(start + LONGEST_ASIDE, limit)):
            if self.chunks[place].verb:
                return start
            if self.chunks[place].low in ("—", "–", "-"):
                return place + 1
        return start

    def _after_opener(self, start: int, limit: int) -> int:
        """Past a clause that opens the sentence and that a comma closes: `Si le temps le permet, …`."""
        if start >= limit or self.chunks[start].low.rstrip("'") not in self.grammar.openers:
            return start
        for place in range(start, limit):
            if self.chunks[place].low == "," and any(
                chunk.kind in ("phrase", "pronoun") and not chunk.governed for chunk in self.chunks[place:limit]
            ):
                return place + 1
        return start
