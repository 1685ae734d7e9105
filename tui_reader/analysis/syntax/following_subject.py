"""The subject that follows its verb: `a dit X`, `a-t-elle dit`, `said X`."""

from __future__ import annotations

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.verb_groups import VerbGroups

_REACH = 9  # chunks between a verb and the subject that follows it
_LONGEST_BRACKET = 6  # chunks from one bracket to the other
_LONGEST_REMARK = 7  # chunks from the comma that opens it to the one that closes it


class FollowingSubject:
    """The subjects that follow the verbs of a sentence. Chunks are given by their index."""

    def __init__(self, verbs: VerbGroups) -> None:
        self._verbs = verbs
        self._chunks = verbs.chunks
        self._grammar = verbs.grammar

    def subject_after(self, start: int, *, saying: bool = False) -> int | None:
        """The subject that follows the verb group which begins at `start`, if that group is a cue.

        With `saying`, only a reporting verb counts.
        """
        chunks, verbs = self._chunks, self._verbs
        verb_index = start
        inverted: int | None = None
        while verb_index < len(chunks) and not verbs.is_cue(verb_index):
            if chunks[verb_index].kind == "inverted":
                inverted = verb_index
            elif not self._may_interrupt(start, verb_index):
                return None  # unlike `lui a lancé X`
            verb_index += 1
        if verb_index >= len(chunks) or (saying and not verbs.is_cue(verb_index, saying=True)):
            return None
        if not verbs.may_say(start, verb_index) or chunks[verb_index].low in self._grammar.addressing:
            return None
        after = verb_index + 1
        infinitive = after
        while infinitive < len(chunks) and chunks[infinitive].low.rstrip("'") in self._grammar.before_infinitives:
            infinitive += 1  # `fait mine de s'interroger X`
        if infinitive < len(chunks) and verbs.is_cue(infinitive) and verbs.is_infinitive(infinitive):
            after = infinitive + 1  # `veut croire X`
        return inverted if inverted is not None else self._next_source(after)

    def _may_interrupt(self, start: int, index: int) -> bool:
        """Whether a chunk does not end the verb group: `a dans la foulée annoncé X`, `aimait à répéter X`."""
        low = self._chunks[index].low
        is_object = self._chunks[index].kind == "pronoun" and low in self._grammar.between  # `nous a dit X`
        if self._verbs.is_aside(index) or low in self._grammar.oblique or is_object:
            return True
        leads_on = low in self._grammar.linking or low in self._grammar.agents
        leads_on = (leads_on and self._verbs.is_infinitive(index + 1)) or (index > start and self._is_bound(index))
        is_split = self._chunks[start].low in self._grammar.auxiliaries and self._verbs.is_adjunct(index)
        return index > start and (leads_on or is_split)

    def _is_bound(self, index: int) -> bool:
        """`s'est borné à dire X`: whether a participle takes the infinitive of the cue, by `à` or `de`."""
        if index + 2 >= len(self._chunks) or not self._chunks[index].low.endswith(self._grammar.guessed_participles):
            return False
        is_led = self._chunks[index + 1].low.rstrip("'") in self._grammar.linking
        return (
            is_led and self._chunks[index - 1].low in self._grammar.auxiliaries and self._verbs.is_infinitive(index + 2)
        )

    def _next_source(self, start: int) -> int | None:
        """The first phrase or pronoun from `start` on that nothing governs, if only adjuncts stand before it."""
        grammar = self._grammar
        index = start - 1
        limit = min(start + _REACH, len(self._chunks))
        while index + 1 < limit:
            after = self._past_remark(index + 1)
            if after > index + 1:
                limit = min(after + _REACH, len(self._chunks))
            index = after
            if index >= len(self._chunks):
                return None
            chunk = self._chunks[index]
            if chunk.mention and chunk.mention.head in grammar.between:
                continue
            closing = self._bracket_end(index)
            if closing is not None:  # `a réagi sur X (ex-Twitter) Anne Roux`
                index = closing
                continue
            if chunk.kind == "inverted" or (chunk.kind == "phrase" and not chunk.governed):
                return index
            if chunk.kind == "pronoun" and index > start and self._leads(index - 1):
                continue  # `soupire derrière elle X`
            if chunk.kind == "pronoun":
                return index if chunk.low in grammar.pronouns and chunk.low not in grammar.oblique else None
            if self._describes(index) or self._is_manner(index):
                continue
            if chunk.kind in ("mark", "quote", "verb") or (chunk.kind == "word" and not self._is_of_adjunct(chunk)):
                return None
        return None

    def _leads(self, index: int) -> bool:
        """Whether a chunk is a preposition, so that the pronoun behind it is nobody's subject."""
        return self._chunks[index].low.rstrip("'") in self._grammar.prepositions

    def _describes(self, index: int) -> bool:
        """`a dit devant les salariés réunis au réfectoire X`: whether a participle tells more of an audience."""
        verb, before = self._chunks[index].verb, self._chunks[index - 1]
        is_participle = verb is not None and "past" in verb.forms and not verb.cue
        return is_participle and before.kind == "phrase" and before.governed

    def _is_manner(self, index: int) -> bool:
        """`répond en souriant X`, `dit sans rire X`: whether a verb behind a preposition tells how it is said."""
        verb, before = self._chunks[index].verb, self._chunks[index - 1].low.rstrip("'")
        if verb is None or before not in self._grammar.prepositions or before in self._grammar.linking:
            return False
        return verb.forms == {"present"} or self._verbs.is_infinitive(index)

    def _bracket_end(self, index: int) -> int | None:
        """The bracket that closes the one at a chunk, a few chunks on; None where no bracket opens there."""
        if self._chunks[index].low != "(":
            return None
        inside = range(index + 1, min(index + _LONGEST_BRACKET, len(self._chunks)))
        return next((end for end in inside if self._chunks[end].low == ")"), None)

    def _is_of_adjunct(self, chunk: Chunk) -> bool:
        """Whether a word may stand between the verb and its subject: an adverb, a preposition, what it governs."""
        low = chunk.low.rstrip("'")
        is_closed = low in self._grammar.between or low in self._grammar.prepositions
        return (
            is_closed
            or low.endswith(self._grammar.adverb_endings)
            or low.isdigit()
            or chunk.governed
            or low in self._grammar.plain_posted
        )

    def _past_remark(self, index: int) -> int:
        """Past a few words between commas: `rappelle, cinglante, une infirmière`, `confie, sous anonymat, un cadre`.

        Several such remarks may follow one another: `a dit, mardi, devant la presse, le maire`.
        """
        if index >= len(self._chunks) or self._chunks[index].low != ",":
            return index
        after = self._remark_end(index + 1, may_name_thing=True)
        while after is not None and (end := self._remark_end(after + 1)) is not None:
            after = end
        return index if after is None else after + 1

    def _remark_end(self, start: int, *, may_name_thing: bool = False) -> int | None:
        """The comma that ends a remark which begins at `start`; None where something else begins there.

        With `may_name_thing`, what has an indefinite article may be part of it: `un brin moqueur`.
        """
        for end in range(start, min(start + _LONGEST_REMARK, len(self._chunks))):
            chunk = self._chunks[end]
            is_nameless = (
                may_name_thing and chunk.mention is not None and chunk.mention.indefinite and not chunk.mention.name
            )
            if chunk.low == ",":
                return end
            is_participle = chunk.verb is not None and chunk.verb.forms <= {"past", "present"}  # `a dit, amusé, X`
            before = self._chunks[end - 1].mention
            is_participle = is_participle or (before is not None and before.head in self._grammar.degrees)
            if (
                chunk.kind != "word"
                and not is_participle
                and not (chunk.kind == "phrase" and (chunk.governed or is_nameless))
            ):
                return None
        return None
