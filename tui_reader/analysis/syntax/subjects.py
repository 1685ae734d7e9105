"""The subject of each verb in a sentence, before the verb or after it."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.syntax.following_subject import FollowingSubject
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.main_clause import MainClause
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.relative_clauses import RelativeClauses
from tui_reader.analysis.syntax.verb_groups import VerbGroups
from tui_reader.analysis.text.segmentation import fold

_APART = 3  # a quotation, a comma and a subject
_REACH = 9  # chunks between a participle and the object after it


class PrecedingSubject:
    """The subjects that precede the verbs of a sentence. Chunks are given by their index."""

    def __init__(self, verbs: VerbGroups, main_clause: MainClause, relatives: RelativeClauses) -> None:
        self._verbs = verbs
        self._main_clause = main_clause
        self._relatives = relatives
        self._chunks = verbs.chunks
        self._grammar = verbs.grammar

    def subject(self, verb_index: int) -> int | None:
        """The chunk that is the subject of a verb; None where there is none or it stands for nobody."""
        chunks, grammar = self._chunks, self._grammar
        verb = chunks[verb_index].verb
        outer_index = self._outer_verb(verb_index) if verb and verb.forms == {"base"} else None
        if outer_index is not None:
            return self.subject(outer_index)
        if verb and not verb.forms & {"finite", "past"}:
            return self._subject_of_nonfinite(verb_index, is_infinitive=verb.forms == {"base"})
        start = self._verbs.verb_start(verb_index)
        last = min(verb_index + 1, len(chunks) - 1)
        inverted = next((index for index in range(start, last + 1) if chunks[index].kind == "inverted"), None)
        if inverted is not None or start == 0:
            return inverted
        before = chunks[start - 1]
        heads = start == 1 or self._verbs.ends_clause(start - 2)  # `Lui croit à « … »`
        if before.low in grammar.oblique and grammar.head_first and not heads:  # `qui lui a répondu`
            start -= 1
            before = chunks[start - 1]
        if before.kind == "pronoun" and (before.low not in grammar.oblique or (heads and grammar.head_first)):
            return start - 1
        if before.low in grammar.relatives:
            return self.subject_of_relative(start - 1)
        return self._subject_before(verb_index, start - 1)

    def _outer_verb(self, infinitive: int) -> int | None:
        """`a dit craindre`, `assure dès lundi vouloir`: the verb that takes an infinitive, adverbs between them."""
        index = infinitive - 1
        while index > 0 and self._chunks[index].kind == "word" and self._verbs.is_aside(index):
            index -= 1
        outer = self._chunks[index].verb if index >= 0 else None
        return index if outer and outer.forms & {"finite", "past"} else None

    def _subject_of_nonfinite(self, verb_index: int, *, is_infinitive: bool) -> int | None:
        """A subject of its own, else that of the main clause.

        `with Owen Marsh calling it “odd”`, `heard her father telling her`, `quoted Owen Marsh as saying`.
        """
        if self._is_set_apart(verb_index):
            return verb_index - 1
        absolute = self._absolute_before(verb_index, is_infinitive=is_infinitive)
        if absolute is not None:
            return absolute
        reporter = None if is_infinitive else self._reporter_before(verb_index - 1)
        if reporter is not None:
            return reporter
        own = verb_index - 1
        if own > 0 and not is_infinitive and self._chunks[own].low in self._grammar.quoting:
            own -= 1
        is_phrase = own > 0 and self._chunks[own].kind == "phrase"
        has_own = is_phrase and self._chunks[own - 1].low in self._grammar.absolute | self._grammar.perceiving
        if has_own:
            return own
        told = None if is_infinitive else self._subject_of_clause_before(verb_index)
        told = self._subject_set_against(verb_index) if told is None and not is_infinitive else told
        return told if told is not None else self._main_clause.subject_before(verb_index)

    def _absolute_before(self, verb_index: int, *, is_infinitive: bool) -> int | None:
        """`with Ann Lee taking to the radio to call it “odd”`, `with a clerk, Ann Lee, calling it “odd”`."""
        chunks, end = self._chunks, verb_index
        if is_infinitive:
            before = range(verb_index - 1, max(0, verb_index - _REACH), -1)
            end = next((index for index in before if chunks[index].verb or chunks[index].kind == "mark"), 0)
            verb = chunks[end].verb
            if verb is None or verb.forms != {"present"}:
                return None
        own = end - 1
        if own > 1 and chunks[own].low == "," and not is_infinitive:
            own -= 1
            if not self._is_named_aside(own, may_be_governed=True):
                return None
        is_phrase = own > 0 and chunks[own].kind == "phrase"
        return own if is_phrase and chunks[own - 1].low in self._grammar.absolute else None

    def _reporter_before(self, comma: int) -> int | None:
        """`The bank will pay, the regulator said on Monday, calling it “slow”`: who says it between two commas."""
        chunks = self._chunks
        if comma < 1 or chunks[comma].low != ",":
            return None
        opening = self._comma_before(comma)
        if not opening or opening + 2 >= comma or chunks[opening + 1].kind not in ("phrase", "pronoun"):
            return None
        verb = chunks[opening + 2].verb
        says = verb is not None and "finite" in verb.forms and self._verbs.is_cue(opening + 2, saying=True)
        return opening + 1 if says and not chunks[opening + 1].governed else None

    def _subject_set_against(self, participle: int) -> int | None:
        """`The mayor was blamed, though in May he used stronger words, saying “…”`: the subject of the last clause."""
        chunks, grammar = self._chunks, self._grammar
        if grammar.head_first or participle < 1 or chunks[participle - 1].low != ",":
            return None
        opening = self._comma_before(participle - 1)
        joint = chunks[opening + 1].low if opening else ""
        if joint not in grammar.opposing:
            return None
        subject = self._main_clause.subject_before(participle - 1, opening + 2)
        low = chunks[subject].low if subject is not None else ""
        return None if grammar.pronouns.get(low) == "neuter" else subject  # `though it was late`

    def _comma_before(self, index: int) -> int:
        """The index of the last comma before a chunk; 0 where there is none, for none opens a sentence."""
        return next((before for before in range(index - 1, 0, -1) if self._chunks[before].low == ","), 0)

    def _subject_of_clause_before(self, participle: int) -> int | None:
        """`Elles ont offert leur aide, que le maire a refusée, jugeant « … »`: the subject of the clause that it ends.

        The main clause is whole before that one.
        """
        chunks, grammar = self._chunks, self._grammar
        if participle < 1 or chunks[participle - 1].low != "," or not grammar.head_first:
            return None
        opening = self._comma_before(participle - 1)
        after = chunks[opening + 1 : opening + 3]
        is_object = opening > 0 and len(after) > 1 and after[0].low.rstrip("'") in grammar.reporting
        if not is_object or after[1].kind != "phrase" or after[1].governed:
            return None
        has_main_verb = any(chunk.verb or chunk.low in grammar.auxiliaries for chunk in chunks[:opening])
        return opening + 2 if has_main_verb else None

    def _is_set_apart(self, verb_index: int) -> bool:
        """Whether a participle has a subject of its own, behind a quotation, or a person's name behind a comma.

        `« … », le parti évoquant « … »`, `Le ministre est parti, Jean Roy parlant de « … »`.
        """
        before = self._chunks[max(0, verb_index - _APART) : verb_index]
        if len(before) < _APART:
            return False
        quote, comma, subject = before
        is_free = subject.kind == "phrase" and not subject.governed
        mention = subject.mention
        is_person = mention is not None and mention.kind == "person" and mention.name is not None
        return (quote.kind == "quote" or is_person) and comma.low == "," and is_free

    def _subject_before(self, verb_index: int, index: int) -> int | None:
        """The subject of a verb; the chunk at `index` stands right before its group."""
        before, verb = self._chunks[index], self._chunks[verb_index].verb
        if before.low in self._grammar.modals and verb and "base" in verb.forms:
            absolute = self._absolute_before(index, is_infinitive=True)
            if absolute is not None:  # `with Ann Lee taking to the radio to call`
                return absolute
            outer = self._chunks[index - 1].verb if index else None
            if outer and "finite" in outer.forms:  # `, he likes to say,`
                return self.subject(index - 1)
        if before.kind == "phrase" and not before.governed:
            relative = self._relatives.pronoun_before(index)
            return self._doer(index) if relative is None else self.subject_of_relative(relative)
        shared = self._shared_subject(index) if before.low in self._grammar.joining else None
        if shared is None and before.low == ",":
            shared = self._subject_before_comma(index)
        return shared if shared is not None else self._subject_of_clause(verb_index, index)

    def _subject_of_clause(self, verb_index: int, index: int) -> int | None:
        """The subject of the clause that ends with the chunk at `index`, else the person whom the sentence is about.

        `The clerk who left because of the noise has said so.`
        """
        start = self._clause_start(index)
        found = self._main_clause.subject_before(verb_index, start)
        if found is not None or start == 0:
            return found
        main = self._main_clause.subject_before(verb_index, 0)
        mention = self._chunks[main].mention if main is not None else None
        return main if mention is not None and mention.kind == "person" else None

    def _subject_before_comma(self, comma: int) -> int | None:
        """The subject of a verb behind a comma, before what the comma closes: an affiliation, a clause, a name."""
        chunks = self._chunks
        affiliated = self._relatives.before_affiliation(comma - 1) if comma > 1 else comma - 1
        if affiliated != comma - 1 or self._is_named_aside(comma - 1):
            return affiliated  # `Anne Roux, du CNRS, juge`
        enclosed = self._relatives.phrase_before(comma)
        if enclosed is not None or comma < 2 or chunks[comma - 2].low != ",":
            return enclosed
        apposed = chunks[comma - 1]
        if apposed.mention is None or not apposed.mention.name or apposed.governed:
            return None
        described = self._described_at_length(comma - 2)
        if described is not None:
            return described
        if _is_region(chunks, comma - 1, self._grammar):
            before = _before_place(chunks, comma - 3)
            return before if before is not None else self._main_clause.subject_before(comma - 3)
        return comma - 3 if _is_role_of(chunks, comma - 3, apposed.mention, self._grammar) else comma - 1

    def _is_named_aside(self, index: int, *, may_be_governed: bool = False) -> bool:
        """`its owner, Ann Lee, says`: whether a phrase is a role joined to its name, and no verb's object."""
        chunk = self._chunks[index]
        mention = chunk.mention
        is_free = may_be_governed or not chunk.governed
        if index < 1 or mention is None or not is_free or self._chunks[index - 1].verb:
            return False
        role_first = mention.role is not None and not mention.words.startswith(mention.role)  # the two were joined
        return role_first and bool(chunk.words) and not chunk.words[-1].capital

    def _described_at_length(self, comma: int) -> int | None:
        """`Ann Lee, sister of the heir to the throne, Tom, said`: whom the words between two commas describe.

        They end with what a preposition governs, so that a name behind the second comma belongs to that.
        """
        opening = self._comma_before(comma)
        named = self._chunks[opening - 1] if opening else None
        if named is None or named.governed or named.mention is None or not self._chunks[comma - 1].governed:
            return None
        is_person = named.mention.kind == "person" and named.mention.name is not None
        return opening - 1 if is_person and self._chunks[opening + 1].kind == "phrase" else None

    def _doer(self, object_index: int) -> int:
        """`un médecin ayant vu les détenus affirme`: the phrase whose participle has this one for its object."""
        for index in range(object_index - 1, max(0, object_index - _REACH), -1):
            chunk = self._chunks[index]
            if chunk.kind in ("mark", "quote", "phrase", "pronoun"):
                break
            is_participle = chunk.verb is not None and chunk.verb.forms == {"present"}
            is_reflexive = self._chunks[index - 1].low.rstrip("'") in self._grammar.reflexives  # `se disant l'un des`
            doer = index - 1 - is_reflexive
            before = self._chunks[max(0, doer)]
            is_free = before.kind == "phrase" and not before.governed
            if is_free and (is_participle or chunk.low in self._grammar.participles):
                return doer
        return object_index

    def _shared_subject(self, joint: int) -> int | None:
        """The subject of the verb that `and` joins another to; a thing does not speak, so it is passed over."""
        earlier = self._verbs.verb_before(joint)
        if (reporter := self._reporter_of_passive(earlier, joint)) is not None:
            return reporter
        while earlier is not None:
            index = self.subject(earlier)
            mention = self._chunks[index].mention if index is not None else None
            if index is None or mention is None or mention.kind != "thing":
                return index
            earlier = self._verbs.verb_before(min(earlier, index))
        return None

    def _reporter_of_passive(self, passive: int | None, joint: int) -> int | None:
        """`He said that the bank had been warned, and called it “odd”`: who says what happened to somebody else."""
        chunks = self._chunks
        if passive is None or chunks[joint - 1].low != "," or not self._verbs.is_passive(passive):
            return None
        opener = next((index for index in range(passive, 0, -1) if chunks[index].low in self._grammar.reporting), 0)
        is_told = opener > 0 and self._verbs.is_cue(opener - 1, saying=True)
        return self.subject(opener - 1) if is_told and not self._grammar.head_first else None

    def subject_of_relative(self, relative: int) -> int | None:
        """Whom a relative pronoun stands for; where that is a document, who made it, unless it is only cited."""
        index = self._relatives.antecedent(relative)
        mention = self._chunks[index].mention if index is not None else None
        if index is None or mention is None or mention.kind != "document":
            return index
        is_reported = index > 0 and self._chunks[index - 1].low.rstrip("'") in self._grammar.reporting
        if is_reported or self._verbs.is_turned_to(index):
            return index  # `il demande que la loi, qui impose « … », soit appliquée`
        maker = self._verbs.verb_before(index)
        # `are accused of burying a report that warns`, `elle cite un courriel qui évoque`
        if maker is not None and (self._verbs.is_passive(maker) or self._chunks[maker].low in self._grammar.citing):
            return index
        return self.subject(maker) if maker is not None else index

    def _clause_start(self, end: int) -> int:
        """Where the clause that ends with a chunk begins: after a stop, a conjunction, or a clause that opens it."""
        is_closed = False
        for index in range(end, -1, -1):
            chunk = self._chunks[index]
            is_closed = is_closed or chunk.low == ")"
            is_opened = chunk.low in (";", ":") or (chunk.low == "(" and not is_closed) or self._opens_clause(index)
            if is_opened or (chunk.kind == "word" and chunk.low.rstrip("'") in self._grammar.conjunctions):
                return self._after_opening_clause(index, end)
        return 0

    def _opens_clause(self, joint: int) -> bool:
        """`Tom Lee refused to talk, but a man close to him said`: whether a joint and a subject follow a comma."""
        chunks = self._chunks
        is_joint = 0 < joint < len(chunks) - 1 and chunks[joint].low in self._grammar.joining
        if not is_joint or chunks[joint - 1].low != "," or chunks[joint + 1].kind != "phrase":
            return False
        mention = chunks[joint + 1].mention
        return not chunks[joint + 1].governed and mention is not None and mention.kind == "person"

    def _after_opening_clause(self, conjunction: int, end: int) -> int:
        """`As she was led away, a man in the gallery shouted`: past the clause that opens the sentence, up to `end`."""
        chunks = self._chunks
        if conjunction == 0 and chunks[0].low in self._grammar.openers:
            for comma in range(1, end):
                has_verb = any(inner.verb or inner.low in self._grammar.auxiliaries for inner in chunks[1:comma])
                if chunks[comma].low == "," and has_verb and chunks[comma + 1].kind in ("phrase", "pronoun"):
                    return comma + 1
        return conjunction + 1


def _is_role_of(chunks: Sequence[Chunk], index: int, apposed: Mention, grammar: Grammar) -> bool:
    """`Senator Ann Lee, the panel's top Democrat, said`: whether what is apposed to a full name is only a role.

    So is one with the name of its body, at the head of a clause: `Ann Lee, a teacher at Norwick High School, said`.
    """
    if index < 0 or not apposed.name:
        return False
    chunk = chunks[index]
    mention = chunk.mention
    is_named = mention is not None and mention.kind == "person" and mention.name is not None and " " in mention.name
    if not is_named or chunk.governed:
        return False
    heads = index == 0 or chunks[index - 1].kind == "mark"
    is_of_body = heads and apposed.role is not None and not grammar.first_name(fold(apposed.name).split()[0])
    return is_of_body or not (apposed.bare or " " in apposed.name)


def _is_region(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> bool:
    """`of Mesa, Arizona, said`: whether a name between commas tells where the place before it is."""
    mention, place = chunks[index].mention, chunks[index - 2].mention if index > 1 else None
    if place is None or mention is None or not mention.name or mention.role or not mention.bare:
        return False
    is_person = " " in mention.name and grammar.first_name(fold(mention.name).split()[0])
    *_, link, name = ("", "", *place.words.split())  # `Castor Marine of Piraeus, Greece`
    if link in grammar.owning and place.words[0].isupper() and name[0].isupper():
        return not is_person
    is_place = index > 3 and chunks[index - 2].governed and place.bare and place.name is not None and not place.role
    return is_place and not is_person and chunks[index - 3].low in grammar.owning | grammar.posted


def _before_place(chunks: Sequence[Chunk], place: int) -> int | None:
    """The phrase before a place and its preposition: `Ann Lee, of Mesa`; None where there is none."""
    if not chunks[place].governed:
        return place
    index = place - 3 if place > 2 and chunks[place - 2].low == "," else place - 2
    return index if index >= 0 and chunks[index].kind == "phrase" and not chunks[index].governed else None


class Clauses:
    """What a rule may ask about the clauses of one sentence; chunks are given by their index.

    Each part answers for itself: see `VerbGroups`, `MainClause`, `RelativeClauses`, `PrecedingSubject` and
    `FollowingSubject`.
    """

    def __init__(self, chunks: Sequence[Chunk], grammar: Grammar) -> None:
        verbs = VerbGroups(chunks, grammar)
        main_clause, relatives = MainClause(verbs), RelativeClauses(verbs)
        preceding = PrecedingSubject(verbs, main_clause, relatives)
        self.has_any = verbs.has_any
        self.is_cue = verbs.is_cue
        self.is_aside = verbs.is_aside
        self.verb_start = verbs.verb_start
        self.is_passive = verbs.is_passive
        self.is_active = verbs.is_active
        self.is_undergone = verbs.is_undergone
        self.has_compound_to_be = verbs.has_compound_to_be
        self.is_bare_participle = verbs.is_bare_participle
        self.in_relative = verbs.in_relative
        self.is_turned_to = verbs.is_turned_to
        self.sets_against = verbs.sets_against
        self.main_subject = main_clause.subject_before
        self.antecedent = relatives.antecedent
        self.enclosure_start = relatives.enclosure_start
        self.ends_in_relative = relatives.ends_in_relative
        self.subject = preceding.subject
        self.subject_of_relative = preceding.subject_of_relative
        self.subject_after = FollowingSubject(verbs).subject_after
