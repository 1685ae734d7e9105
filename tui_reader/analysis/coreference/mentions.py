"""Where an article speaks of whom: its mentions in order, the fullest form of each name, and what kind each is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from tui_reader.analysis.coreference.aliases import initials_of, is_short_of, spelled_out
from tui_reader.analysis.syntax.chunker import Chunk, Sentence
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible, gender_of
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.noun_phrases import read_phrase
from tui_reader.analysis.text.segmentation import fold

ROLE_REACH = 40  # mentions back to whom a role can mean


class Sighting(NamedTuple):
    """A mention where it stands: in which sentence, and whether a preposition governs it."""

    mention: Mention
    sentence: int
    governed: bool
    enclosed: bool = False  # in a relative clause between commas, which speaks of somebody else
    placed: bool = False  # after a preposition of place, and no first name: `à Fairmont Heights`


SourceKind = Literal["singular", "plural", "neuter"]  # neuter: a body or a document

PRONOUN_KINDS: dict[str, SourceKind] = {
    "singular_m": "singular",
    "singular_f": "singular",
    "plural": "plural",
    "neuter": "neuter",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A source that was named at a quotation, where the quotation stands, and what it is called."""

    sentence: int
    at: int
    speaker: str
    kind: SourceKind
    gender: Gender | None = None


class Mentions:
    """The mentions of one article, from its sentences in order."""

    def __init__(self, sentences: Iterable[Sentence], grammar: Grammar) -> None:
        self.grammar = grammar
        self.sightings: list[Sighting] = []
        self._acronyms: dict[str, str] = {}
        self.starts_of: list[int] = []  # the offset of each sentence
        self._paragraphs: list[int] = []  # the offset of each paragraph
        self.pronouns: dict[tuple[int, str], int] = {}  # where a sentence has its first of a kind and gender
        for number, sentence in enumerate(sentences):
            self._look_at(sentence.chunks, number)
            self.starts_of.append(sentence.span.start)
            if sentence.opens:
                self._paragraphs.append(sentence.span.start)
            self._acronyms.update(spelled_out(sentence.chunks))
        self._starts = [sighting.mention.span.start for sighting in self.sightings]
        self._by_sentence: dict[int, list[Sighting]] = {}
        for sighting in self.sightings:
            self._by_sentence.setdefault(sighting.sentence, []).append(sighting)
        self._full: dict[str, list[str]] = {}
        self._gender: dict[str, Gender] = {}
        self._collect_names()

    def _look_at(self, chunks: Sequence[Chunk], number: int) -> None:
        """Note the mentions of a sentence, and its first pronoun of each kind."""
        enclosed = of_deed = False
        before = ""
        for chunk in chunks:
            if chunk.low == ",":
                enclosed = False
            elif before == "," and chunk.low.rstrip("'") in self.grammar.enclosed:
                enclosed = True
            elif chunk.mention:
                named = before in self.grammar.according or (before in self.grammar.agents and not of_deed)
                agent = named and self._may_act(chunk.mention)
                governed = chunk.governed and not agent
                placed = before in self.grammar.locating and not any(word.first for word in chunk.words)
                sighting = Sighting(chunk.mention, number, governed, enclosed, placed)
                self.sightings += _sightings(chunk, sighting, self.grammar)
            elif chunk.low in self.grammar.pronouns and not chunk.governed:
                self.pronouns.setdefault((number, self.grammar.pronouns[chunk.low]), chunk.start)
            if chunk.low not in self.grammar.agents:  # `l'utilisation par sa femme`
                of_deed = chunk.mention is not None and chunk.mention.head.endswith(self.grammar.deeds)
            before = chunk.low

    def _may_act(self, mention: Mention) -> bool:
        """Whether it is a person or a body, rather than a thing of somebody's: `par la politique du ministre Roux`."""
        return mention.role is None or self.grammar.noun_kind(mention.head) in ("person", "body")

    def _collect_names(self) -> None:
        names = {s.mention.name for s in self.sightings if s.mention.name and s.mention.kind in ("person", "name")}
        for name in sorted(names, key=lambda one: (-len(one), one)):
            if len(name.split()) > 1:
                homes = self._full.setdefault(fold(name.split()[-1]), [])
                if not any(is_short_of(name, full) for full in homes):
                    homes.append(name)
        for sighting in self.sightings:
            mention = sighting.mention
            if mention.name and mention.gender:
                self._gender.setdefault(self.fullest(mention.name), mention.gender)

    def fullest(self, name: str | None) -> str:
        """The fullest form of `name`; the name itself where two share it or none is fuller."""
        words = (name or "").split()
        if not words:
            return ""
        homes = [full for full in self._full.get(fold(words[-1]), []) if is_short_of(" ".join(words), full)]
        if len(homes) == 1:
            return homes[0]
        return self._acronyms.get(name or "", name or "")

    def of_label(self, label: str) -> str:
        """Whom the label of a turn of talk names: initials stand for the only person who has them."""
        letters = "".join(letter for letter in label if letter.isupper())
        words = label.split()
        if "." in words[-1]:
            names = {full for homes in self._full.values() for full in homes if initials_of(full) == letters}
            return names.pop() if len(names) == 1 else label
        return (
            self.fullest(" ".join(words[1:] if fold(words[0]).rstrip(".") in self.grammar.titles else words)) or label
        )

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention is of a person, by itself or because a fuller name says so."""
        if mention.kind == "name":
            return " " in self.fullest(mention.name)
        return mention.kind == "person"

    def names_person(self, name: str) -> bool:
        """Whether the article gives `name` as the full one of a person."""
        return name in self._full.get(fold(name.rpartition(" ")[2]), ())

    def gender(self, name: str) -> Gender | None:
        """The gender of a person by the names and titles that the article gives."""
        return self._gender.get(name) or gender_of(name, self.grammar.language)

    def source_kind(self, mention: Mention) -> SourceKind | None:
        """What kind of source a mention is; None for what is none."""
        if mention.plural:
            return "plural" if mention.kind in ("person", "body") else None
        if self.is_person(mention):
            return "singular"
        return "neuter" if mention.kind == "body" else None

    def kind_of(self, mention: Mention | None, pronoun: str) -> SourceKind:
        """What kind of source a mention is, or a pronoun where there is no mention."""
        if mention and mention.kind == "name":
            return "singular"
        return (self.source_kind(mention) or "neuter") if mention else PRONOUN_KINDS[pronoun]

    def mentioned(self, sentence: int, end: int) -> list[Sighting]:
        """The mentions in a sentence that end before `end`; of a sentence without end, the first ones."""
        return [s for s in self._by_sentence.get(sentence, ())[:ROLE_REACH] if s.mention.span.end <= end]

    def in_same_paragraph(self, sentence: int, other: int) -> bool:
        """Whether two sentences, by their numbers, stand in one paragraph."""
        return self._paragraph_of(self.starts_of[sentence]) == self._paragraph_of(self.starts_of[other])

    def _paragraph_of(self, at: int) -> int:
        """The number of the paragraph that has the offset `at`, -1 before the first."""
        return bisect_right(self._paragraphs, at) - 1

    def _paragraph_start(self, at: int) -> int:
        """Where the paragraph begins that has the offset `at`."""
        return self._paragraphs[self._paragraph_of(at)] if self._paragraphs else 0

    def hero(self, gender: Gender | None) -> str | None:
        """The one person named in the title, if of this gender."""
        names = {
            self.fullest(one.mention.name)
            for one in self._by_sentence.get(0, ())[:ROLE_REACH]
            if one.mention.name and self.is_person(one.mention)
        }
        fitting = [name for name in names if gender and self.gender(name) == gender]
        return fitting[0] if len(fitting) == 1 else None

    def outshines(self, hero: str, name: str, start: int, at: int) -> bool:
        """Whether a paragraph that names nobody, at `at`, may rather speak of the hero than of a name at `start`."""
        return self._paragraph_of(start) < self._paragraph_of(at) and self._counts[hero] > self._counts[name]

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each name is given."""
        return Counter(self.fullest(one.mention.name) for one in self.sightings if one.mention.name)

    def _last_seen(self, at: int, gender: Gender | None, start: int = 0) -> str | None:
        """The person named last from `start` up to `at` who may have a gender."""
        for sighting in reversed(self._seen(start, at)):
            name = "" if sighting.placed else self.fullest(sighting.mention.name)
            if name and self.is_person(sighting.mention) and compatible(self.gender(name), gender):
                return name
        return None

    def _seen(self, start: int, end: int) -> list[Sighting]:
        """The sightings from offset `start` up to `end`, of many the last ones."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.sightings[max(first, last - ROLE_REACH) : last]


def _sightings(chunk: Chunk, sighting: Sighting, grammar: Grammar) -> Iterator[Sighting]:
    """The mention of a chunk, and the person whose thing it is: `le dîner de Paul Verdier`, `le film du cinéaste …`."""
    yield sighting
    words = chunk.words
    if sighting.mention.name or not words or not any(word.capital for word in words):
        return
    for at in range(1, len(words) - 1):
        owned = words[at - 1].key in grammar.owning or (
            words[at - 1].determiner and at > 1 and words[at - 2].key in grammar.owning  # `le départ de son ministre …`
        )
        if owned and (words[at].first if words[at].capital else words[at].person):
            read = read_phrase(chunk.stretch.cut(chunk.first, chunk.last), at - words[at - 1].determiner, grammar)
            if read and read[0].name:
                yield sighting._replace(mention=read[0], governed=True)
