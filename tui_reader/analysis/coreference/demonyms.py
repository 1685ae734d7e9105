"""Resolve the name of a people to a person of it: `la Bordelaise`, `le Norien`."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.coreference.mentions import MentionIndex
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.coreference.salience import Salience
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.syntax.grammar import Gender, Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold


class Demonyms:
    """The persons of one article, as those of a people."""

    def __init__(self, mentions: MentionIndex, names: NameIndex, salience: Salience, grammar: Grammar) -> None:
        self._mentions = mentions
        self._names = names
        self._salience = salience
        self._grammar = grammar

    def antecedent(self, mention: Mention, name: str, earlier_sources: Sequence[NamedSource]) -> str | None:
        """The last source or person of the gender, unless the text says that it is of another people.

        Where the title's person is told of more often than the last source, that one is meant.
        `un Brestois` is somebody new.
        """
        folded, grammar = fold(name), self._grammar
        if mention.indefinite or " " in name or folded in grammar.regions or not self._is_people(folded):
            return None
        if any(fold(source.speaker) == folded for source in earlier_sources):  # `Un Brestois râle. … Le Brestois rit.`
            return None
        gender: Gender | None = None if folded in grammar.peoples else "m"
        if folded.endswith(grammar.people_endings_f):
            gender = "f"
        titled = self._salience.person_in_title(gender)
        last = self._salience.last_source_or_person(mention.span.start, gender, earlier_sources)
        person = (last or titled) if earlier_sources else (titled or last)
        if person and self._is_of_another_people(person, folded):
            person = self._salience.last_person(mention.span.start, gender, besides=person)
        is_other = person is not None and (
            self._is_of_another_people(person, folded) or grammar.is_follower(folded, person)
        )
        return None if is_other else person

    def _is_of_another_people(self, person: str, people: str) -> bool:
        """True if the text says that a person is of another people: `l'Italien Fabio Serra`, of `le Norien`."""
        roles = (
            fold(occurrence.mention.role)
            for occurrence in self._mentions.occurrences
            if occurrence.mention.role and self._names.fullest(occurrence.mention.name) == person
        )
        return any(self._is_people(role) and role != people for role in roles)

    def _is_people(self, word: str) -> bool:
        """True for the name of a people, by the lexicon or by its ending."""
        return word in self._grammar.peoples or (" " not in word and word.endswith(self._grammar.people_endings))
