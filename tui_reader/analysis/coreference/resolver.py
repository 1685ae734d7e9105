"""Resolve a mention to the fullest name that the article gives to the person or body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from tui_reader.analysis.coreference.demonyms import Demonyms
from tui_reader.analysis.coreference.members import Members
from tui_reader.analysis.coreference.mentions import MentionIndex, Occurrence
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.coreference.organisations import Organisations
from tui_reader.analysis.coreference.pointing import Pointing
from tui_reader.analysis.coreference.roles import RoleHolders
from tui_reader.analysis.coreference.salience import Salience
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.syntax.chunker import Sentence
from tui_reader.analysis.syntax.grammar import Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold

_BODY_REACH = 8  # paragraphs in which a noun for a body alone finds the one that it means


class EntityResolver:
    """The persons and bodies of one article, by its mentions and their names."""

    def __init__(self, sentences: Iterable[Sentence], grammar: Grammar) -> None:
        self.grammar = grammar
        self.mentions = MentionIndex(sentences, grammar)
        mentions = [occurrence.mention for occurrence in self.mentions.occurrences]
        self.names = NameIndex(mentions, self.mentions.acronyms, grammar)
        self.salience = Salience(self.mentions, self.names)
        self._organisations = Organisations(mentions, self.names, grammar)
        self._roles = RoleHolders(mentions, self.names, grammar)
        self._demonyms = Demonyms(self.mentions, self.names, self.salience, grammar)
        self._pointing = Pointing(self.mentions, self.names, self.salience, self._roles, grammar)
        self._members = Members(self.mentions, self.names, grammar)

    def name_of(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str:
        """The fullest name for a mention that is a source; its own words where it refers to nobody named.

        Nothing where the words only point at somebody and it is not clear at whom. `earlier_sources` are the latest
        sources before it, in order.
        """
        if mention.name:
            return self._name_of_named(mention, mention.name, earlier_sources)
        folded = fold(mention.words)
        if mention.definite and self._pointing.is_made_of(folded):
            return self._pointing.antecedent(mention, earlier_sources) or ""
        member = self._members.antecedent(mention)
        if member is not None:
            return member
        if folded in self.grammar.others and mention.definite:
            return ""
        name = self._name_of_unnamed(mention, earlier_sources)
        return mention.words if self.grammar.is_follower(mention.head, name) else name

    def _name_of_unnamed(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str:
        """The name of whom a noun phrase without a name means, else its own words."""
        return (
            self.names.spelled_out(mention.words)
            or self._roles.holder_of(mention)
            or self._roles.relative_of(mention)
            or self._pointing.by_outcome(mention)
            or self._implied_holder(mention, earlier_sources)
            or self._resolve_noun(mention, earlier_sources)
            or self._organisations.antecedent(mention)
            or self._last_body(mention, earlier_sources)
            or self._organisations.full_name(mention.words)
        )

    def introduces(self, mention: Mention) -> bool:
        """Whether a mention with a name is the first of its person, by any form of the name."""
        name = self.names.fullest(mention.name)
        before = self.mentions.between(0, mention.span.start)
        return all(self.names.fullest(other.mention.name) != name for other in before if other.mention.name)

    def has_role(self, name: str) -> bool:
        """True if the article gives the person of this name a role."""
        return self._roles.is_held_by(name)

    def _name_of_named(self, mention: Mention, name: str, earlier_sources: Sequence[NamedSource]) -> str:
        """The fullest form of the name in a mention."""
        is_group = mention.kind == "person" and mention.plural and " " not in name
        if mention.role and (mention.kind == "document" or is_group):
            return mention.words  # `la loi Montagne`, `les époux Marchand`
        with_article = self.names.with_article(mention)
        if with_article:
            return with_article
        if mention.kind == "body":
            name = self.names.spelled_out(name) or name  # and not the full name of a person with that last name
            person = self._demonyms.antecedent(mention, name, earlier_sources)
            body = person or self._last_body(mention, earlier_sources) or self._organisations.full_name(name)
            return mention.article + body if body == name else body
        if self.names.is_namesake(mention):
            return name
        full_name = self._only_introduced(mention, name) or self.names.fullest(name)
        is_relative = not (mention.definite or mention.indefinite or mention.bare)  # `sa sœur, Ève`
        if " " not in full_name and (is_relative or not mention.role):
            return self.names.beginning_with(full_name) or full_name
        # A role stays beside a name that would say too little alone: `grand-duc Maximilian`.
        is_before = mention.words.startswith(mention.role or "")  # unlike `her sister, Ève`
        is_short = mention.kind == "person" and " " not in full_name
        is_styled = is_short and is_before and mention.role in self.grammar.styled
        return f"{mention.role} {full_name}" if is_styled else full_name

    def _only_introduced(self, mention: Mention, name: str) -> str | None:
        """`Ann Lee was freed. … Lee told her brother, Tom Lee`: of several namesakes the only one named before."""
        if mention.role or mention.kind not in ("person", "name") or " " in name:
            return None
        full_names = [
            one for one in self.names.with_last_name(name) if compatible(self.names.gender(one), mention.gender)
        ]
        before = [one for one in full_names if self.mentions.starts_before(one, mention.span.start)]
        return before[0] if len(before) == 1 < len(full_names) else None

    def _last_body(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`l'organisation`: the body that was the last source, in this paragraph or the one before.

        Else the only one that the paragraph names, or the last paragraph that names any. A company need not be known as
        a body: `Norval ferme son usine. … le groupe`.
        """
        *described, noun = fold(mention.words).split()  # `la haute juridiction`
        is_alone = mention.kind != "person" and self.grammar.linking.isdisjoint(described)
        is_alone = is_alone and (not described or mention.words.islower())
        if noun not in self.grammar.generic_bodies or not (mention.definite and is_alone):
            return None
        paragraph_index, offset = self.mentions.paragraph_index, mention.span.start
        last = earlier_sources[-1] if earlier_sources else None
        if last and paragraph_index(last.quote_offset) >= paragraph_index(offset) - 1:
            is_told_of = self.has_role(last.speaker) or last.speaker in self.mentions.told_of_as_persons
            is_person = self.names.gender(last.speaker) or is_told_of or last.kind == "plural"
            if last.speaker[0].isupper() and not is_person and _may_be_of_kind(last.speaker, noun, self.grammar):
                return last.speaker
        for occurrences in self.mentions.by_paragraph(offset, _BODY_REACH):
            bodies = {
                occurrence.mention.name or occurrence.mention.words
                for occurrence in occurrences
                if self._is_named_body(occurrence, noun, as_company=mention.head in self.grammar.companies)
            }
            if bodies:
                return bodies.pop() if len(bodies) == 1 else None
        return None

    def _is_named_body(self, occurrence: Occurrence, noun: str, *, as_company: bool) -> bool:
        """Whether a mention, governed by nothing, names a body that `noun` may mean; `as_company`, a name that acts."""
        mention = occurrence.mention
        if occurrence.governed or not mention.words[0].isupper():
            return False
        is_known = self.grammar.noun_kind(mention.head) == "body" or self.names.is_person(mention)
        if not _may_be_of_kind(mention.words, noun, self.grammar):
            return False
        if as_company:
            is_group = not self.grammar.head_first and mention.words.endswith(self.grammar.plural_endings)
            is_group = is_group and mention.definite  # `the Northland Greens`
            return occurrence.acts and mention.kind in ("name", "body") and not is_known and not is_group
        if self.grammar.head_first or occurrence.acts:
            return mention.kind == "body"
        is_called_so = any(word.isupper() or self.grammar.noun_kind(fold(word)) for word in mention.words.split())
        return mention.kind == "body" and is_called_so  # unlike `to unplug the DreamCot Duo`

    def _resolve_noun(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`l'expert`, `l'attaquant de 31 ans`: a noun that singles nobody out refers to the last source or person."""
        if not self._is_anaphoric(mention):
            return self._only_named_in_paragraph(mention, earlier_sources) or self._described_anew(mention)
        if self._follows_another(mention):
            return None
        if mention.head in self.grammar.concerned:
            return self._pointing.person_concerned(mention, earlier_sources)
        near = self._described_in_paragraph(mention, earlier_sources)
        if not near and mention.pointing:
            near = self._named_in_sentence_before(mention)
        if near:
            return near
        # A masculine noun may be a woman's, so it is read without its gender where no man fits.
        genders = (mention.gender, None) if mention.gender == "m" else (mention.gender,)
        offset = mention.span.start
        names = (self.salience.last_source_or_person(offset, gender, earlier_sources) for gender in genders)
        name = next(filter(None, names), None)
        if name and (self.salience.is_ambiguous(name, mention) or self._roles.is_other_side(mention.head, name)):
            return None
        return name

    def _implied_holder(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`l'élu`: whose role implies the noun; `l'élu de la Drôme` only means him if he was named last."""
        name = self._roles.implied_holder_of(mention, earlier_sources)
        last = earlier_sources[-1] if earlier_sources else None
        if name and last and last.speaker != name and self._may_be_called_so(last, mention):
            is_nearer = name == self.salience.last_person(mention.span.start, mention.gender, last.quote_offset)
            return name if is_nearer else None
        if name is None or fold(mention.words) == mention.head:
            return name
        return name if name == self.salience.last_person(mention.span.start, mention.gender) else None

    def _may_be_called_so(self, source: NamedSource, mention: Mention) -> bool:
        """True for a person whom the paragraph has just quoted without any role, and whom the noun may mean."""
        is_here = source.quote_offset >= self.mentions.paragraph_start(mention.span.start)
        is_person = source.kind == "singular" and " " in source.speaker and source.speaker[0].isupper()
        is_plain = is_here and is_person and not self.has_role(source.speaker)
        return is_plain and mention.head in self.grammar.anaphoric and compatible(source.gender, mention.gender)

    def _only_named_in_paragraph(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`Luc Aubry ferme boutique. … le boulanger`: the person, without any role, whom the paragraph is about.

        A noun that means somebody by the situation is no such trade: `le maire`, `le père`, `un client`.
        """
        is_trade = mention.kind == "person" and mention.definite and not mention.plural
        is_trade = is_trade and fold(mention.words) == mention.head and mention.head not in self.grammar.situational
        if not is_trade or mention.head in self._introduced_nouns:
            return None
        offset = mention.span.start
        name = self.salience.last_source_or_person(offset, mention.gender, earlier_sources)
        in_paragraph = self.mentions.between(self.mentions.paragraph_start(offset), offset)
        is_named = any(self.names.fullest(occurrence.mention.name) == name for occurrence in in_paragraph)
        return name if name and is_named and " " in name and not self.has_role(name) else None

    def _described_anew(self, mention: Mention) -> str | None:
        """`Luc Aubry sourit. … le technicien breton`: whom alone the paragraph mentions before a noun that describes.

        What it describes is no office, and nobody whom the article introduces otherwise.
        """
        is_one = mention.kind == "person" and mention.definite and not mention.plural
        describes = mention.head in self.grammar.anaphoric and mention.head not in self.grammar.situational
        if not (is_one and describes) or mention.head in self._introduced_nouns or self._roles.is_role(mention.head):
            return None
        if any(map(self._is_other_role, self.grammar.parts_of(mention.words)[1:])):
            return None  # `l'expert psychiatre`
        start = self.mentions.paragraph_start(mention.span.start)
        before = [occurrence.mention for occurrence in self.mentions.between(start, mention.span.start)]
        persons = [other for other in before if self.names.is_person(other)]
        names = {self.names.fullest(other.name) for other in persons}
        name = names.pop() if len(names) == 1 else ""
        return name if " " in name and compatible(self.names.gender(name), mention.gender) else None

    def _follows_another(self, mention: Mention) -> bool:
        """`L'adolescente a prévenu l'infirmière, qui …`: whether its sentence is about another unnamed person."""
        for occurrence in self.mentions.in_sentence(self.mentions.sentence_at(mention.span.start)):
            other = occurrence.mention
            if other.span.start >= mention.span.start:
                return False
            is_nameless = other.kind == "person" and not other.name and not occurrence.governed and not other.bare
            if is_nameless and other.head != mention.head and other.gender == mention.gender is not None:
                return True
        return False

    def _is_anaphoric(self, mention: Mention) -> bool:
        """True if a noun phrase without a name refers to a person mentioned before."""
        if not mention.definite or mention.plural or mention.kind not in ("person", "thing"):
            return False
        if self.grammar.has_possessor(mention.words) and not self.grammar.head_first:  # `the defendant's sister`
            return False
        if fold(mention.words) in self.grammar.anaphoric_phrases:
            return mention.head not in self._introduced_nouns
        phrase = self.grammar.parts_of(mention.words)
        noun = fold(phrase[0]) if fold(phrase[0]) in self.grammar.anaphoric else mention.head
        if self.grammar.head_first and noun not in self.grammar.anaphoric:  # `la passeuse-attaquante`
            noun = noun.partition("-")[0]
        former = fold(phrase[0]) in self.grammar.former  # `l'ancien ministre de la Mer`
        known = noun in self.grammar.anaphoric or noun.endswith(self.grammar.anaphoric_endings)
        known = known and mention.head not in self._introduced_nouns
        if self.grammar.head_first and not former and any(map(self._is_other_role, phrase[1:])):
            return False  # `l'expert psychiatre`
        if not known and not (mention.pointing and mention.kind == "person"):
            return False
        specific = any(self._is_specific(word, following) for word, following in pairwise(phrase))
        return former or not specific or (known and self.salience.is_only_person(mention))

    def _is_other_role(self, word: str) -> bool:
        """True for a noun of persons that means nobody named before."""
        folded, grammar = fold(word), self.grammar
        return (folded in grammar.persons_m or folded in grammar.persons_f) and folded not in grammar.anaphoric

    def _is_specific(self, preposition: str, following: str) -> bool:
        """True if a complement says which one is meant: `du club`, `de Brest`, but not `de 31 ans`, `d'apnée`."""
        if fold(preposition) not in self.grammar.owning:
            return False
        determiners = self.grammar.determiners
        return fold(preposition) in determiners or fold(following) in determiners or following[0].isupper()

    @cached_property
    def _introduced_nouns(self) -> frozenset[str]:
        """The nouns by which the article introduces persons without a name: `un coiffeur`."""
        return frozenset(
            occurrence.mention.head
            for occurrence in self.mentions.occurrences
            if occurrence.mention.indefinite and not occurrence.mention.name and not occurrence.mention.plural
        )

    def _named_in_sentence_before(self, mention: Mention) -> str | None:
        """Whom the sentence before is about, even by a first name alone: `Zahra sourit. … cette mère de famille`."""
        sentence_index = self.mentions.sentence_at(mention.span.start)
        for occurrence in self.mentions.in_sentence(sentence_index - 1) if sentence_index else ():
            other = occurrence.mention
            if other.name and not occurrence.governed and other.kind in ("person", "name") and not other.plural:
                name = self.names.fullest(other.name)
                return name if compatible(self.names.gender(name), mention.gender) else None
        return None

    def _described_in_paragraph(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """The person of the paragraph who is known by a role alone: `La maire de Brest a voté. … l'élue`.

        Not so where the last source was named after that person.
        """
        last_speaker = earlier_sources[-1].speaker if earlier_sources else ""
        offset = mention.span.start
        for occurrence in reversed(self.mentions.between(self.mentions.paragraph_start(offset), offset)):
            other = occurrence.mention
            fits = self.names.is_person(other) and compatible(other.gender, mention.gender)
            if fits and other.name and self.names.fullest(other.name) == last_speaker:
                return None
            if occurrence.governed or not fits:
                continue
            has_role = self.grammar.person_noun(fold(other.words.split()[0])) and other.words != other.head
            described = has_role and other.definite and not other.name and not other.plural
            return self._roles.holder_of(other) or other.words if described else None
        return None


def _may_be_of_kind(name: str, noun: str, grammar: Grammar) -> bool:
    """Whether a noun may mean the body of this name: not `la fédération` for `Agence du livre`."""
    first = fold(name.split(maxsplit=1)[0])
    return noun == first or not {noun, first} <= grammar.own_kinds
