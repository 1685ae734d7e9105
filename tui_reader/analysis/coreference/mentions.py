"""The mentions of persons, bodies and things in an article: where each stands, by sentence and by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.coreference.aliases import find_acronyms
from tui_reader.analysis.syntax.chunker import Chunk, Sentence
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.noun_phrases import read_phrase

MOST_MENTIONS = 40
"""The number of mentions of one sentence, or before one offset, that are searched."""

_AGENT_OF_OPENER = 2  # the index of the agent behind a participle and its preposition

LONGEST_KICKER = 40
"""The number of code points from the start of an article within which a first sentence is a kicker above its title."""

_LONGEST_DATELINE = 9  # chunks up to its dash
_OUTCOME_REACH = 5  # chunks from a person to the verb by which he wins or loses: `l'a finalement emporté`


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """A mention where it stands in the text."""

    mention: Mention
    sentence_index: int
    governed: bool  # a preposition governs it
    enclosed: bool = False  # it stands in a relative clause between commas, which is about somebody else
    is_place: bool = False  # it follows a preposition of place and has no first name: `à Fairmont Heights`
    acts: bool = False  # a verb with an object or a complement follows: `la douane a ouvert une enquête`
    says: bool = False  # a reporting or judging verb does: `la douane conteste`
    wins: bool = False  # a verb of winning does: `Jean Roy a été élu`
    loses: bool = False  # a verb of losing does, or a passive of beating: `Jean Roy a été battu`


class MentionIndex:
    """The mentions of one article, in order, to be searched by sentence and by offset."""

    def __init__(self, sentences: Iterable[Sentence], grammar: Grammar) -> None:
        self.occurrences: list[Occurrence] = []
        self.acronyms: dict[str, str] = {}  # an acronym -> the full form that the article gives
        self.sentence_starts: list[int] = []  # offsets
        self._paragraph_starts: list[int] = []
        self.told_of_as_persons: set[str] = set()  # names behind which a relative of persons stands
        self._by_sentence: list[list[Occurrence]] = []
        self._first_pronouns: list[dict[str, int]] = []  # of each sentence: the form of a pronoun -> its first offset
        for sentence_index, sentence in enumerate(sentences):
            lows = {chunk.low for chunk in sentence.chunks}
            decides = not grammar.deciding.isdisjoint(lows)
            occurrences = list(_occurrences_in(sentence.chunks, sentence_index, grammar, decides=decides))
            self.occurrences += occurrences
            self._by_sentence.append(occurrences)
            has_pronouns = not lows.isdisjoint(grammar.pronouns)
            self._first_pronouns.append(_first_pronouns_in(sentence.chunks, grammar) if has_pronouns else {})
            if "(" in lows:
                self.acronyms.update(find_acronyms(sentence.chunks))
            if not grammar.personal_relatives.isdisjoint(lows):
                self.told_of_as_persons.update(_persons_by_relative(sentence.chunks, grammar))
            self.sentence_starts.append(sentence.span.start)
            if sentence.opens:
                self._paragraph_starts.append(sentence.span.start)
        self._starts = [occurrence.mention.span.start for occurrence in self.occurrences]

    @cached_property
    def places(self) -> frozenset[str | None]:
        """The names after a preposition of place."""
        return frozenset([one.mention.name for one in self.occurrences if one.is_place and one.mention.bare])

    @cached_property
    def _first_starts(self) -> dict[str | None, int]:
        """The offset of the first mention that has each name."""
        return {one.mention.name: one.mention.span.start for one in reversed(self.occurrences)}

    def in_sentence(self, sentence_index: int) -> Sequence[Occurrence]:
        """The mentions in a sentence; of a very long one, the first ones."""
        return self._by_sentence[sentence_index][:MOST_MENTIONS] if self._by_sentence else ()

    def in_title(self) -> Sequence[Occurrence]:
        """The mentions in the first sentence, and in the next one if the first is a kicker: `Portrait. Anne Roux`."""
        occurrences = self.in_sentence(0)
        if len(self.sentence_starts) < 2 or self.sentence_starts[1] > LONGEST_KICKER:
            return occurrences
        return [*occurrences, *self.in_sentence(1)] if self.are_in_same_paragraph(0, 1) else occurrences

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return bisect_right(self.sentence_starts, offset) - 1

    def between(self, start: int, end: int) -> Sequence[Occurrence]:
        """The mentions that start from offset `start` up to `end`; of many, the last ones."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.occurrences[max(first, last - MOST_MENTIONS) : last]

    def by_paragraph(self, end: int, most: int) -> Iterator[Sequence[Occurrence]]:
        """The mentions of the paragraph before an offset, then of each paragraph before that one, up to a number."""
        last = self.paragraph_index(end)
        for index in range(last, max(-1, last - most), -1):
            yield self.between(self._paragraph_starts[index], end)
            end = self._paragraph_starts[index]

    def is_first(self, mention: Mention) -> bool:
        """True if no mention before this one has its name."""
        return self._first_starts.get(mention.name, mention.span.start) >= mention.span.start

    def starts_before(self, name: str, offset: int) -> bool:
        """True if a mention with exactly this name stands before an offset."""
        return self._first_starts.get(name, offset) < offset

    def first_pronoun(self, sentence_index: int, form: str) -> int | None:
        """The offset of the first pronoun of a form in a sentence."""
        return self._first_pronouns[sentence_index].get(form)

    def are_in_same_paragraph(self, sentence_index: int, other_index: int) -> bool:
        """True if two sentences stand in the same paragraph."""
        starts = self.sentence_starts
        return self.paragraph_index(starts[sentence_index]) == self.paragraph_index(starts[other_index])

    def paragraph_index(self, offset: int) -> int:
        """The index of the paragraph at an offset; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def paragraph_start(self, offset: int) -> int:
        """The offset at which the paragraph at `offset` starts."""
        return self._paragraph_starts[self.paragraph_index(offset)] if self._paragraph_starts else 0


def _persons_by_relative(chunks: Sequence[Chunk], grammar: Grammar) -> Iterator[str]:
    """The names behind which a relative stands that only persons have: `Catriona Nairn, who leads the union`."""
    for chunk, comma, relative in zip(chunks, chunks[1:], chunks[2:], strict=False):
        is_relative = comma.low == "," and relative.low in grammar.personal_relatives
        if is_relative and chunk.mention and chunk.mention.name:
            yield chunk.mention.name


def _occurrences_in(
    chunks: Sequence[Chunk], sentence_index: int, grammar: Grammar, *, decides: bool
) -> Iterator[Occurrence]:
    """The mentions of a sentence; with `decides`, it tells of somebody who wins or loses.

    An agent or a topic counts as free, although a preposition governs it: `selon X`, `par X`, `quant à X`; not so in
    `l'utilisation par X`.
    """
    enclosed = False
    before = earlier = ""
    dateline_end = _dateline_end(chunks)
    for index, chunk in enumerate(chunks):
        low, mention = chunk.low, chunk.mention
        if low == ",":
            enclosed = False
        elif before == "," and _opens_enclosed_clause(chunk, grammar):
            enclosed = True
        elif mention:
            governed, asks = chunk.governed, False
            if governed:
                as_agent = before in grammar.according or (
                    before in grammar.agents
                    and not _follows_deed(chunks, index, grammar)
                    and not _asks_another(chunks, index)
                )
                as_topic = before in grammar.topical or f"{earlier} {before}" in grammar.topical
                governed = not as_topic and not (as_agent and _may_act(mention, grammar))
                is_author = before in grammar.written_by and index > 1 and _is_document(chunks[index - 2])
                governed = governed and not is_author
                asks = before in grammar.agents and _asks_another(chunks, index)
            is_place = before in grammar.locating and not any(word.first for word in chunk.words)
            is_place = is_place or index < dateline_end
            acts, says = (False, False) if governed else _deed_of(chunks, index, grammar)
            may_win = decides and mention.name and not governed
            wins, loses = _outcome_of(chunks, index, grammar) if may_win else (False, False)
            occurrence = Occurrence(
                mention, sentence_index, governed, enclosed or asks, is_place, acts, says, wins, loses
            )
            yield occurrence
            if not mention.name and chunk.last - chunk.first > 2:
                yield from _owners_in(chunk, occurrence, grammar)
            if mention.head in grammar.views or mention.head in grammar.sides:
                yield from _holder_of_view(chunk, occurrence, grammar)
        before, earlier = low, before


def _dateline_end(chunks: Sequence[Chunk]) -> int:
    """The index of the dash behind a dateline that opens a sentence: `LIMA, 3 May (Newswire) -`; 0 for none."""
    place = chunks[0] if chunks else None
    if place is None or place.mention is None or not place.mention.bare or not place.mention.words.isupper():
        return 0
    for index, chunk in enumerate(chunks[:_LONGEST_DATELINE]):
        if chunk.verb:
            return 0
        if chunk.low in ("—", "–", "-"):
            return index
    return 0


def _is_document(chunk: Chunk) -> bool:
    return chunk.mention is not None and chunk.mention.kind == "document"


def _follows_deed(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> bool:
    """`l'utilisation par X`: whether the noun of a deed stands before the preposition of the agent at `index`."""
    before = next((chunk for chunk in reversed(chunks[:index]) if chunk.low not in grammar.agents), None)
    return before is not None and before.mention is not None and before.mention.head.endswith(grammar.deeds)


def _asks_another(chunks: Sequence[Chunk], index: int) -> bool:
    """`Pressed by Ann Lee, she said`: whether the agent of the participle that opens a sentence only asks."""
    verb = chunks[0].verb if index == _AGENT_OF_OPENER else None
    return verb is not None and verb.cue and "past" in verb.forms


def _deed_of(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> tuple[bool, bool]:
    """Whether a verb right behind the phrase at `index` makes it act, and whether that verb reports or judges."""
    verb_index = index + 1
    while verb_index < len(chunks) and chunks[verb_index].low.rstrip("'") in grammar.leading_to_deeds:
        verb_index += 1  # `a`, `s'`, `ne`, `fait` of `fait savoir`
    verb = chunks[verb_index].verb if verb_index < len(chunks) else None
    has_auxiliary = verb_index > index + 1
    says = verb is not None and verb.cue and ("past" if has_auxiliary else "finite") in verb.forms
    return has_auxiliary or verb is not None, says


def _outcome_of(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> tuple[bool, bool]:
    """Whether the verb behind the phrase at `index` makes it win, or lose."""
    start = index + 1
    if [chunk.kind for chunk in chunks[start : start + 3]] == ["mark", "pronoun", "mark"]:  # `Jean Roy, lui, a perdu`
        start += 3
    lows = [chunk.low for chunk in chunks[start : start + _OUTCOME_REACH]]
    if grammar.deciding.isdisjoint(lows):
        return False, False
    verb_index = next(number for number, low in enumerate(lows) if low in grammar.deciding)
    if any(chunk.kind in ("mark", "quote", "phrase") for chunk in chunks[start : start + verb_index]):
        return False, False
    before, verb = lows[:verb_index], lows[verb_index]
    is_passive = not grammar.to_be.isdisjoint(before) and verb in grammar.beating
    loses = verb in grammar.losing or is_passive
    return not loses, loses


def _opens_enclosed_clause(chunk: Chunk, grammar: Grammar) -> bool:
    """True for a chunk that, behind a comma, opens such a clause."""
    return chunk.low.rstrip("'") in grammar.enclosed


def _may_act(mention: Mention, grammar: Grammar) -> bool:
    """True for a person or a body, False for a thing of somebody's: `par la politique du ministre Roux`."""
    return mention.role is None or grammar.noun_kind(mention.head) in ("person", "body")


def _owners_in(chunk: Chunk, occurrence: Occurrence, grammar: Grammar) -> Iterator[Occurrence]:
    """The persons named as possessors in a phrase: `le dîner de Paul Verdier`, `le film du cinéaste Kerem Altin`."""
    phrase = chunk.words
    for index in range(1, len(phrase) - 1):
        before, word = phrase[index - 1], phrase[index]
        owned = before.key in grammar.owning or (
            before.determiner and index > 1 and phrase[index - 2].key in grammar.owning  # `le départ de son ministre …`
        )
        if owned and (word.first or word.title if word.capital else word.person):
            if not any(word.capital for word in phrase[index:]):
                return
            read = read_phrase(chunk.stretch.cut(chunk.first, chunk.last), index - before.determiner, grammar)
            if read and read[0].name:
                yield replace(occurrence, mention=read[0], governed=True)


def _holder_of_view(chunk: Chunk, occurrence: Occurrence, grammar: Grammar) -> Iterator[Occurrence]:
    """`Ce n'est pas l'avis du syndicat.`, `Du côté de Norval, on …`: the body whose view or side a phrase names."""
    phrase = chunk.words
    owning = next((index for index in range(1, len(phrase) - 1) if phrase[index].key in grammar.owning), None)
    if owning is None:
        return
    start = owning if phrase[owning].determiner else owning + 1
    read = read_phrase(chunk.stretch.cut(chunk.first, chunk.last), start, grammar)
    is_side = chunk.mention is not None and chunk.mention.head in grammar.sides
    if read and (read[0].kind == "body" or (is_side and read[0].kind == "name")):
        yield replace(occurrence, mention=read[0], governed=False, acts=is_side or occurrence.acts)


def _first_pronouns_in(chunks: Sequence[Chunk], grammar: Grammar) -> dict[str, int]:
    """The offset of the first free pronoun of each form in a sentence.

    A pronoun in a clause that opens the sentence stands for the subject behind it: `When he came, the mayor …`.
    """
    offsets: dict[str, int] = {}
    start = 0
    if chunks and chunks[0].low in grammar.openers:
        start = next((index for index, chunk in enumerate(chunks) if chunk.low == ","), 0)
    for index, chunk in enumerate(chunks[start:], start):
        if chunk.low not in grammar.pronouns or chunk.mention or chunk.governed:
            continue
        follows_comma = index > start and chunks[index - 1].low == ","
        if not (follows_comma and _opens_enclosed_clause(chunk, grammar)):
            offsets.setdefault(grammar.pronouns[chunk.low], chunk.start)
    return offsets
