"""Find whom words mean that only point at somebody told of before: `ce dernier`, `la même source`, `l'intéressé`."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.coreference.latter import Latter
from tui_reader.analysis.coreference.mentions import MentionIndex
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.coreference.roles import RoleHolders
from tui_reader.analysis.coreference.salience import Salience
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.syntax.grammar import Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold


class Pointing:
    """The words of one article that point at a person or a body."""

    def __init__(
        self, mentions: MentionIndex, names: NameIndex, salience: Salience, roles: RoleHolders, grammar: Grammar
    ) -> None:
        self._mentions = mentions
        self._names = names
        self._salience = salience
        self._roles = roles
        self._grammar = grammar
        self._latter = Latter(mentions, names)

    def is_made_of(self, folded: str) -> bool:
        """Whether words, folded, say nothing but that somebody told of before is meant."""
        return folded in self._grammar.latter or folded in self._grammar.same_source

    def by_outcome(self, mention: Mention) -> str | None:
        """`la gagnante`, `le perdant`: the only person who, before, is told to have won, or lost."""
        won, lost = mention.head in self._grammar.winners, mention.head in self._grammar.losers
        if not (won or lost) or not mention.definite or mention.plural or mention.words.lower() != mention.head:
            return None
        before = self._mentions.between(0, mention.span.start)
        persons = [
            one.mention for one in before if (one.wins if won else one.loses) and self._names.is_person(one.mention)
        ]
        names = {self._names.fullest(person.name) for person in persons}
        fitting = {name for name in names if compatible(self._names.gender(name), mention.gender)}
        return fitting.pop() if len(fitting) == 1 else None

    def antecedent(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """Whom a mention that only points means; None where that is not clear."""
        folded = fold(mention.words)
        if folded in self._grammar.latter:
            return self._resolve_latter(mention, earlier_sources)
        return self._same_source(mention) or (earlier_sources[-1].speaker if earlier_sources else None)

    def _same_source(self, mention: Mention) -> str | None:
        """`indique une source policière. …, selon la même source`: the source that its paragraph tells of last."""
        offset = mention.span.start
        before = self._mentions.between(self._mentions.paragraph_start(offset), offset)
        sources = [one.mention.words for one in before if one.mention.head == fold(mention.words.split()[-1])]
        return sources[-1] if sources else None

    def person_concerned(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`l'intéressé`: the person in the title, else the one named most, if named last but for the last source.

        The last source, if others are named, is rather speaking of one of them.
        """
        offset, gender = mention.span.start, mention.gender
        titled = self._salience.person_in_title(gender)
        if titled:
            return titled
        last_speaker = earlier_sources[-1].speaker if earlier_sources else ""
        addressed = self._holder_in_paragraph(mention, besides=last_speaker)
        if addressed:
            return addressed
        named = self._only_person_in_paragraph(mention)
        if named:
            return named
        other = self._salience.last_person(offset, gender, besides=last_speaker)
        person = other or self._salience.last_person(offset, gender)
        most_named = self._salience.most_named(offset, gender, besides=last_speaker if other else "")
        return person if person == most_named else None

    def _holder_in_paragraph(self, mention: Mention, *, besides: str) -> str | None:
        """`Il remercie le berger. … , répond l'intéressé`: the holder of the role told last in the paragraph."""
        offset = mention.span.start
        for occurrence in reversed(self._mentions.between(self._mentions.paragraph_start(offset), offset)):
            other = occurrence.mention
            name = self._roles.holder_of(other) if not other.name and other.kind == "person" else None
            if name and name != besides and compatible(self._names.gender(name), mention.gender):
                return name
        return None

    def _only_person_in_paragraph(self, mention: Mention) -> str | None:
        """`Le président Paul Roux aurait menti. … , corrige l'intéressé`: the only one whom the paragraph has named."""
        offset = mention.span.start
        before = self._mentions.between(self._mentions.paragraph_start(offset), offset)
        persons = [one.mention for one in before if one.mention.name and self._names.is_person(one.mention)]
        names = {self._names.fullest(person.name) for person in persons}
        return names.pop() if len(names) == 1 and compatible(self._names.gender(*names), mention.gender) else None

    def _resolve_latter(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """`ce dernier`: the person named last since the last source, else that source."""
        last = earlier_sources[-1] if earlier_sources and earlier_sources[-1].kind == "singular" else None
        offset, gender = mention.span.start, mention.gender
        ending = self._latter.ending_sentence_before(mention)
        if ending:
            return self._roles.holder_of(ending) or self._names.fullest(ending.name) or ending.words
        person = self._last_described(mention) if last else None
        start = self._mentions.sentence_starts[last.sentence_index] if last else 0
        speaker = last.speaker if last else ""
        person = person or self._salience.last_person(offset, gender, start, besides=speaker)
        if person or not last or not compatible(last.gender, gender):
            return person or self._latter.unnamed_in_paragraph(mention) or self._salience.last_person(offset, gender)
        return last.speaker

    def _last_described(self, mention: Mention) -> str | None:
        """The holder of the role that is told last before `ce dernier`, if nobody is named after it."""
        start = self._mentions.paragraph_start(mention.span.start)
        for occurrence in reversed(self._mentions.between(start, mention.span.start)):
            other = occurrence.mention
            if other.name or other.kind != "person" or other.plural or not other.definite:
                if self._names.is_person(other):
                    return None
                continue
            name = self._roles.holder_of(other)
            if name and compatible(self._names.gender(name) or other.gender, mention.gender):
                return name
        return None
