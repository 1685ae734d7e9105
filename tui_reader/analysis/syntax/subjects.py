"""What governs what in a sentence: the subject of each verb in it."""

from __future__ import annotations

from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.main_clause import MainClauses
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.verb_groups import LONGEST_ASIDE

_SUBJECT_REACH = 9  # chunks between a verb and the subject that follows it
_LONGEST_REMARK = 5  # chunks from the comma that opens it to the one that closes it


class Clauses(MainClauses):
    """What governs what in a sentence."""

    def subject(self, at: int) -> int | None:
        """The chunk that is the subject of the verb at `at`; None where there is none or it stands for nobody."""
        chunks, grammar = self.chunks, self.grammar
        verb = chunks[at].verb
        outer = chunks[at - 1].verb if at else None
        if verb and verb.forms == {"base"} and outer and outer.forms & {"finite", "past"}:  # `a dit craindre`
            return self.subject(at - 1)
        if verb and not verb.forms & {"finite", "past"}:
            leading = grammar.absolute | (grammar.perceiving if verb.forms == {"base"} else frozenset())
            own = at > 1 and chunks[at - 1].kind == "phrase" and chunks[at - 2].low in leading
            return at - 1 if own else self.main_subject(at)
        start = self.verb_start(at)
        inside = next((i for i in range(start, min(at + 2, len(chunks))) if chunks[i].kind == "inverted"), None)
        if inside is not None or start == 0:
            return inside
        before = chunks[start - 1]
        heads = start == 1 or chunks[start - 2].kind == "mark"  # `Lui croit à « … »`
        if before.kind == "pronoun" and (before.low not in grammar.oblique or (heads and grammar.head_first)):
            return start - 1
        if before.low in grammar.relatives:
            return self.subject_of_relative(start - 1)
        return self._subject_before(at, start - 1)

    def _subject_before(self, at: int, place: int) -> int | None:
        """The subject of the verb at `at` whose group the chunk at `place` precedes."""
        chunks = self.chunks
        before = chunks[place]
        if before.kind == "phrase" and not before.governed:
            whose = self._relative_before(place)
            return self._doer(place) if whose is None else self.subject_of_relative(whose)
        shared = self._shared_subject(place) if before.low in self.grammar.joining else None
        if shared is not None:
            return shared
        affiliated = self._before_affiliation(place - 1) if before.low == "," and place > 1 else place - 1
        if before.low == "," and (affiliated != place - 1 or self._is_named_aside(place - 1)):
            return affiliated  # `Anne Roux, du CNRS, juge`
        enclosed = self._before_enclosed(place) if before.low == "," else None
        if enclosed is not None:
            return enclosed
        if before.low == "," and place > 1 and chunks[place - 2].low == ",":
            apposed = chunks[place - 1]
            if apposed.mention and apposed.mention.name and not apposed.governed:
                return place - 3 if self._tells_of(place - 3, apposed.mention) else place - 1
        return self.main_subject(at, self._clause_start(place))

    def _is_named_aside(self, at: int) -> bool:
        """`its owner, Ann Lee, says`: whether a role and, behind a comma, its name stand there, as no verb's object."""
        chunk = self.chunks[at]
        mention = chunk.mention
        if at < 1 or mention is None or chunk.governed or self.chunks[at - 1].verb:
            return False
        role_first = mention.role is not None and mention.name == mention.words  # the two were joined
        return role_first and bool(chunk.words) and not chunk.words[-1].capital

    def _tells_of(self, at: int, apposed: Mention) -> bool:
        """`Senator Ann Lee, the panel's top Democrat, said`: whether a phrase apposed to a full name is only a role."""
        if at < 0 or apposed.bare or not apposed.name or " " in apposed.name:
            return False
        mention = self.chunks[at].mention
        named = mention is not None and mention.kind == "person" and mention.name is not None and " " in mention.name
        return named and not self.chunks[at].governed

    def enclosure_start(self, comma: int) -> int | None:
        """`, whom she would not blame, had been`: where the relative clause before the rest of a verb begins."""
        after = self.chunks[comma + 1] if comma + 1 < len(self.chunks) else None
        if after is None or not (after.verb or after.low in self.grammar.auxiliaries):
            return None
        for at in range(comma - 2, max(0, comma - LONGEST_ASIDE), -1):
            if self.chunks[at].kind == "quote" or self.chunks[at].low in (",", ";", ":"):
                return None
            if self.chunks[at].low in self.grammar.enclosed and self.chunks[at - 1].low == ",":
                return at - 1
        return None

    def _before_enclosed(self, comma: int) -> int | None:
        """`l'élu, dont la gare ferme, promet`: the phrase before the relative clause that `comma` closes."""
        for at in range(comma - 2, 0, -1):
            chunk = self.chunks[at]
            if chunk.kind == "quote" or chunk.low in (";", ":"):
                return None
            if chunk.low in self.grammar.enclosed and self.chunks[at - 1].low == ",":
                before = self.chunks[at - 2] if at > 1 else None
                free = before is not None and before.kind == "phrase" and not before.governed
                return at - 2 if free else None
        return None

    def _relative_before(self, at: int) -> int | None:
        """`the trust that runs the site says`: the pronoun whose verb has the phrase at `at` for its object."""
        for place in range(at - 1, max(-1, at - _SUBJECT_REACH), -1):
            chunk = self.chunks[place]
            if chunk.kind in ("mark", "quote"):
                return None
            if chunk.kind == "word" and chunk.low in self.grammar.relatives:
                relative = any(one.verb for one in self.chunks[place + 1 : at])
                after_phrase = place > 0 and self.chunks[place - 1].kind == "phrase"
                return place if relative and after_phrase else None
        return None

    def _doer(self, at: int) -> int:
        """`un médecin ayant vu les détenus affirme`: the phrase whose participle has the one at `at` for object."""
        for place in range(at - 1, max(0, at - _SUBJECT_REACH), -1):
            chunk = self.chunks[place]
            if chunk.kind in ("mark", "quote", "phrase", "pronoun"):
                return at
            having = chunk.low in self.grammar.participles or (
                chunk.verb is not None and chunk.verb.forms == {"present"}
            )
            before = self.chunks[place - 1]
            if having and before.kind == "phrase" and not before.governed:
                return place - 1
        return at

    def _shared_subject(self, joint: int) -> int | None:
        """The subject of the verb that `and` joins another to; a thing does not speak, so it is passed over."""
        earlier = self.verb_before(joint)
        while earlier is not None:
            place = self.subject(earlier)
            mention = self.chunks[place].mention if place is not None else None
            if place is None or mention is None or mention.kind != "thing":
                return place
            earlier = self.verb_before(min(earlier, place))
        return None

    def subject_after(self, start: int, *, saying: bool = False) -> int | None:
        """The subject that follows the verb group which begins at `start`: `a dit X`, `a-t-elle dit`, `said X`."""
        chunks, grammar = self.chunks, self.grammar
        at = start
        inverted: int | None = None
        while at < len(chunks) and not self.is_cue(at):
            if chunks[at].kind == "inverted":
                inverted = at
            elif not (self.is_aside(at) or chunks[at].low in grammar.oblique or self._is_split(start, at)):
                return None  # unlike `lui a lancé X`
            at += 1
        if at >= len(chunks) or (saying and not self.is_cue(at, saying=True)):
            return None
        if not self.may_say(start, at) or chunks[at].low in grammar.addressing:
            return None
        if at + 1 < len(chunks) and self.is_cue(at + 1) and self.is_infinitive(at + 1):  # `veut croire X`
            at += 1
        return inverted if inverted is not None else self._next_source(at + 1, grammar)

    def _is_split(self, start: int, at: int) -> bool:
        """`a dans la foulée annoncé X`, `aimait à répéter X`: whether what stands in the verb group does not end it."""
        leads = self.chunks[at].low in self.grammar.linking and self.is_infinitive(at + 1)
        return at > start and (leads or (self.chunks[start].low in self.grammar.auxiliaries and self.is_adjunct(at)))

    def _past_remark(self, at: int) -> int:
        """Past a few words between commas: `rappelle, cinglante, une infirmière`, `confie, sous anonymat, un cadre`."""
        if at >= len(self.chunks) or self.chunks[at].low != ",":
            return at
        for end in range(at + 1, min(at + _LONGEST_REMARK, len(self.chunks))):
            chunk = self.chunks[end]
            beside = chunk.governed or (chunk.mention and chunk.mention.indefinite and not chunk.mention.name)
            if chunk.low == ",":
                return end + 1
            if chunk.kind != "word" and not (chunk.kind == "phrase" and beside):
                return at
        return at

    def _next_source(self, start: int, grammar: Grammar) -> int | None:
        """The first phrase or pronoun from `start` on that nothing governs, if only such things stand before it."""
        start = self._past_remark(start)
        for at in range(start, min(start + _SUBJECT_REACH, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.mention and chunk.mention.head in grammar.between:
                continue
            if chunk.kind == "inverted" or (chunk.kind == "phrase" and not chunk.governed):
                return at
            if chunk.kind == "pronoun":
                return at if chunk.low in grammar.pronouns and chunk.low not in grammar.oblique else None
            low = chunk.low.rstrip("'")
            parts = (
                low in grammar.between | grammar.prepositions or low.endswith(grammar.adverb_endings) or low.isdigit()
            )
            if chunk.kind in ("mark", "quote", "verb") or (chunk.kind == "word" and not (parts or chunk.governed)):
                return None
        return None

    def subject_of_relative(self, relative: int) -> int | None:
        """Whom the relative pronoun at `relative` stands for; where that is a document, who made it."""
        place = relative - 1
        while place >= 0 and self.chunks[place].low == ",":
            place -= 1
        if place < 0 or self.chunks[place].mention is None:
            return None
        place = self._before_affiliation(place)
        mention = self.chunks[place].mention
        if mention and mention.kind == "document":
            maker = self.verb_before(place)
            return self.subject(maker) if maker is not None else place
        return place

    def _before_affiliation(self, at: int) -> int:
        """`Anne Delmas, du CNRS, qui redoute`: the person whose body stands at `at` between commas."""
        words = self.chunks[at].words
        owned = bool(words) and words[0].determiner and words[0].key in self.grammar.owning
        comma = at - 1 if owned else at - 2  # `du CNRS`, `de la CGT`
        if comma < 1 or self.chunks[comma].low != "," or not (owned or self.chunks[at - 1].low in self.grammar.owning):
            return at
        before = self.chunks[comma - 1].mention
        return comma - 1 if before and before.kind in ("person", "name") and before.name else at

    def _clause_start(self, at: int) -> int:
        """Where the clause of the chunk at `at` begins: after a stop or a conjunction."""
        closed = False
        for place in range(at, -1, -1):
            chunk = self.chunks[place]
            closed = closed or chunk.low == ")"
            if (
                chunk.low in (";", ":")
                or (chunk.low == "(" and not closed)
                or (chunk.kind == "word" and chunk.low.rstrip("'") in self.grammar.conjunctions)
            ):
                return place + 1
        return 0
