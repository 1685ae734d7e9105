"""The subject of the main clause of a sentence, whatever opens the sentence and whatever stands between."""

from __future__ import annotations

from tui_reader.analysis.syntax.verb_groups import LONGEST_ASIDE, VerbGroups


class MainClause:
    """Whom the main clause of a sentence is about. Chunks are given by their index."""

    def __init__(self, verbs: VerbGroups) -> None:
        self._verbs = verbs
        self._chunks = verbs.chunks
        self._grammar = verbs.grammar
        self._subjects: dict[tuple[int, int | None], int | None] = {}  # those that were asked for

    def subject_before(self, limit: int, start: int | None = None) -> int | None:
        """The subject of the main clause before `limit`: the first free phrase, a possible source before others.

        It is looked for from `start` on, by default from where the sentence or its last part begins.
        """
        if (limit, start) not in self._subjects:
            self._subjects[limit, start] = self._find_subject(limit, start)
        return self._subjects[limit, start]

    def _find_subject(self, limit: int, start: int | None) -> int | None:
        if start is None:
            start = self._after_opener(self._after_dateline(self._part_start(limit), limit), limit)
        elif start == 0:
            start = self._after_dateline(start, limit)
        first: int | None = None
        for index in range(start, limit):
            if self._is_free(index, limit):
                if self._may_be_source(index):
                    return index
                first = index if first is None else first
        return first

    def _part_start(self, limit: int) -> int:
        """Where the part of the sentence before `limit` begins: after a stop, or at what sets it against another."""
        contrasting = self._grammar.contrasting
        for index in range(limit - 1, -1, -1):
            low = self._chunks[index].low
            if low in (";", ".") or (low in contrasting and self._verbs.sets_against(index)):
                return index + 1
        return 0

    def _is_free(self, index: int, limit: int) -> bool:
        """Whether a chunk may be the subject: nothing governs it, and it is no part of what is told of another."""
        chunk = self._chunks[index]
        return (
            (chunk.kind in ("phrase", "pronoun", "inverted") and (not chunk.governed or self._is_topic(index)))
            and chunk.low not in self._grammar.oblique
            and not self._is_emphatic(index)
            and not self._is_enclosed(index, limit)
            and not self._is_impersonal(index)
            and not self._is_attribute(index)
        )

    def _is_topic(self, index: int) -> bool:
        """`Quant à Jean Roux, lui, il`: whether a phrase is what the sentence is about, and a pronoun takes it up."""
        leading = [chunk.low for chunk in self._chunks[max(0, index - 2) : index]]
        topical = self._grammar.topical
        if not leading or (leading[-1] not in topical and " ".join(leading) not in topical):
            return False
        comma, pronoun = (*self._chunks[index + 1 : index + 3], None, None)[:2]
        return comma is not None and comma.low == "," and pronoun is not None and pronoun.low in self._grammar.pronouns

    def _may_be_source(self, index: int) -> bool:
        mention = self._chunks[index].mention
        return self._chunks[index].low in self._grammar.pronouns or (mention is not None and mention.kind != "thing")

    def _is_emphatic(self, index: int) -> bool:
        """`la ville, elle, refuse`: a pronoun between commas only stresses the subject before it."""
        if index == 0 or index + 1 >= len(self._chunks) or self._chunks[index].kind != "pronoun":
            return False
        return self._chunks[index - 1].low == self._chunks[index + 1].low == ","

    def _is_impersonal(self, index: int) -> bool:
        """`il faut`, `il s'agit`: whether a pronoun stands for nobody."""
        if self._chunks[index].kind != "pronoun":
            return False
        return not self._grammar.impersonal.isdisjoint(chunk.low for chunk in self._chunks[index + 1 : index + 3])

    def _is_attribute(self, index: int) -> bool:
        """`les lapins ne sont pas les seuls responsables`: whether a phrase only says what the subject is."""
        verb_index = index - 1
        while verb_index > 0 and self._chunks[verb_index].low.rstrip("'") in self._grammar.denials:
            verb_index -= 1
        is_phrase = self._chunks[index].kind == "phrase"
        return verb_index > 0 and is_phrase and self._chunks[verb_index].low in self._grammar.to_be

    def _is_enclosed(self, index: int, limit: int) -> bool:
        """`dans la rue, où les vitrines sont murées, un voisin`: whether a chunk is in a clause between commas."""
        opening = next((before for before in range(index - 1, 0, -1) if self._chunks[before].low == ","), 0)
        if opening == 0 or self._chunks[opening + 1].low.rstrip("'") not in self._grammar.enclosed:
            return False
        return any(self._chunks[after].low == "," for after in range(index + 1, limit))

    def _after_dateline(self, start: int, limit: int) -> int:
        """Past `PARIS, 2 mai (AFP) —`: a dash that no verb stands before."""
        for index in range(start, min(start + LONGEST_ASIDE, limit)):
            if self._chunks[index].verb:
                return start
            if self._chunks[index].low in ("—", "–", "-"):
                return index + 1
        return start

    def _opens_question(self, start: int, limit: int) -> bool:
        """`Quant à savoir si la lune est habitée, elle …`: whether a topic that opens the sentence is a question."""
        lows = [chunk.low.rstrip("'") for chunk in self._chunks[start : min(start + 2, limit)]]
        is_topic = lows[:1] != [] and (lows[0] in self._grammar.topical or " ".join(lows) in self._grammar.topical)
        opening = self._chunks[start : min(start + LONGEST_ASIDE, limit)]
        return is_topic and any(chunk.verb and chunk.verb.forms == {"base"} for chunk in opening)

    def _after_opener(self, start: int, limit: int) -> int:
        """Past a clause that opens the sentence and that a comma closes: `Si le temps le permet, …`."""
        is_opened = start < limit and self._chunks[start].low.rstrip("'") in self._grammar.openers
        if not (is_opened or self._opens_question(start, limit)):
            return start
        for comma in range(start, limit):
            if self._chunks[comma].low == "," and any(
                chunk.kind in ("phrase", "pronoun") and not chunk.governed for chunk in self._chunks[comma:limit]
            ):
                return comma + 1
        return start
