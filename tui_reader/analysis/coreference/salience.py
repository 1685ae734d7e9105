"""The most salient person at a place in the text: the last source, the person named last, the one in the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from tui_reader.analysis.coreference.mentions import MentionIndex
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.syntax.grammar import Gender, compatible
from tui_reader.analysis.syntax.mention import Mention


class Salience:
    """Whom the text is about, by the order and the number of its mentions of persons."""

    def __init__(self, mentions: MentionIndex, names: NameIndex) -> None:
        self._mentions = mentions
        self._names = names

    def person_in_title(self, gender: Gender | None) -> str | None:
        """The only person of this gender whom the title names.

        If it names nobody else, one of an unknown gender, whom the text names again.
        """
        names = {
            self._names.fullest(occurrence.mention.name)
            for occurrence in self._mentions.in_title()
            if occurrence.mention.name and self._names.is_person(occurrence.mention)
        }
        fitting = [name for name in names if gender is None or self._names.gender(name) == gender]
        if len(names) == 1 and not fitting:  # a full name, of whose gender nothing is known
            unknown = [name for name in names if " " in name and self._names.gender(name) is None]
            fitting = [name for name in unknown if self._counts[name] > 1]
        return fitting[0] if len(fitting) == 1 else None

    def is_outshone(self, name: str, name_offset: int, offset: int, by: str) -> bool:
        """True if the text at `offset` is rather about the person `by` than about one named at `name_offset`.

        It is where that name stands in an earlier paragraph, and the article names the other person more often.
        """
        earlier = self._mentions.paragraph_index(name_offset) < self._mentions.paragraph_index(offset)
        return earlier and self._counts[by] > self._counts[name]

    def most_named(self, offset: int, gender: Gender | None, besides: str = "") -> str | None:
        """Of the persons of this gender named before an offset, but for one, the one whom the article names most."""
        names = self._persons_between(0, offset)
        fitting = [name for name in names if name != besides and compatible(self._names.gender(name), gender)]
        most = max((self._counts[name] for name in fitting), default=0)
        chief = [name for name in fitting if self._counts[name] == most]
        return chief[0] if len(chief) == 1 else None

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often the article gives each name."""
        mentions = (occurrence.mention for occurrence in self._mentions.occurrences)
        return Counter(self._names.fullest(mention.name) for mention in mentions if mention.name)

    def last_person(
        self, end: int, gender: Gender | None, start: int = 0, *, surely: bool = False, besides: str = ""
    ) -> str | None:
        """The last person named between two offsets whose gender may be this one; with `surely`, is known to be.

        `besides` is the name of one who is not meant.
        """
        for occurrence in reversed(self._mentions.between(start, end)):
            name = "" if occurrence.is_place else self._names.fullest(occurrence.mention.name)
            if not name or name == besides or not self._names.is_person(occurrence.mention):
                continue
            known = self._names.gender(name)
            if known == gender if surely else compatible(known, gender):
                return name
        return None

    def last_source_or_person(
        self, offset: int, gender: Gender | None, earlier_sources: Sequence[NamedSource]
    ) -> str | None:
        """The last source before `offset` whose gender may be this one, else the person named last.

        A person named in the paragraph goes before a source of another paragraph. The source of a quotation in the
        title is passed over.
        """
        paragraph_start = self._mentions.paragraph_start(offset)
        for source in reversed(earlier_sources):
            if source.sentence_index == 0:
                continue
            if source.quote_offset < paragraph_start and not self._opens_with(source.speaker, paragraph_start, offset):
                person = self.last_person(offset, gender, paragraph_start)
                if person:
                    return person
            nameless = source.speaker[0].islower() and source.kind == "singular"
            is_doubtful = source.gender is None and gender is not None
            if nameless or is_doubtful:
                person = self.last_person(offset, gender, source.quote_offset, surely=is_doubtful)
                if person:
                    return person
            if source.quote_offset < offset and source.kind == "singular" and compatible(source.gender, gender):
                named = source.speaker[0].isupper() or source.quote_offset >= paragraph_start
                titled = self.person_in_title(gender)
                outshone = titled and self.is_outshone(source.speaker, source.quote_offset, offset, by=titled)
                return source.speaker if named and not outshone else None
        return self.last_person(offset, gender)

    def _opens_with(self, name: str, start: int, end: int) -> bool:
        """True if the first person whom the text names between two offsets is this one."""
        mentions = (occurrence.mention for occurrence in self._mentions.between(start, end))
        first = next((mention for mention in mentions if self._names.is_person(mention)), None)
        return first is not None and self._names.fullest(first.name) == name

    def is_only_person(self, mention: Mention) -> bool:
        """True if exactly one person whom a noun may mean is named before it."""
        names = self._persons_between(0, mention.span.start)
        return sum(compatible(self._names.gender(name), mention.gender) for name in names) == 1

    def _persons_between(self, start: int, end: int) -> set[str]:
        """The full names of the persons named between two offsets."""
        return {
            self._names.fullest(occurrence.mention.name)
            for occurrence in self._mentions.between(start, end)
            if occurrence.mention.name and not occurrence.is_place and self._names.is_person(occurrence.mention)
        }

    def is_ambiguous(self, name: str, mention: Mention) -> bool:
        """True if a noun in a new paragraph may refer to another person of the paragraph before than to `name`.

        If neither paragraph names that one, it may be anybody whom the article names as often.
        """
        start = self._mentions.paragraph_start(mention.span.start)
        if self._mentions.paragraph_index(start) < 1:
            return False
        in_paragraph = self._mentions.between(start, mention.span.start)
        if any(self._names.fullest(occurrence.mention.name) == name for occurrence in in_paragraph):
            return False
        others = self._persons_between(self._mentions.paragraph_start(start - 1), start)
        if name not in others:
            others = {other for other in self._persons_between(0, start) if self._counts[other] >= self._counts[name]}
        return any(compatible(self._names.gender(other), mention.gender) for other in others - {name})
