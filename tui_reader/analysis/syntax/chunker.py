"""A sentence as chunks: phrases, pronouns, verbs, quotations, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui_reader.analysis.lexicon.conjugation import MADE, Verb
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.noun_phrases import counts_persons, is_standalone, leads_to_name, read_phrase
from tui_reader.analysis.text.tokens import Stretch, Tokens, Word
from tui_reader.model import Span

ChunkKind = Literal["phrase", "pronoun", "inverted", "verb", "quote", "mark", "word"]
_LONGEST_BRACKET = 9  # words between an opening bracket and the one that closes it


_NOTHING = Stretch((), ())


class Chunk(NamedTuple):
    """A part of a sentence, from offset `start` up to `end`.

    `governed` when a preposition stands before it, `quote` which of the quotations it is; a phrase is the words of its
    sentence, in `stretch`, from number `first` up to `last`.
    """

    kind: ChunkKind
    start: int
    end: int
    low: str
    mention: Mention | None = None
    verb: Verb | None = None
    governed: bool = False
    quote: int = -1
    stretch: Stretch = _NOTHING
    first: int = 0
    last: int = 0

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    @property
    def words(self) -> Sequence[Word]:
        """The words of a phrase; none of another chunk."""
        return self.stretch.words[self.first : self.last]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its chunks in order; `opens` when it is the first of its paragraph."""

    span: Span
    chunks: Sequence[Chunk]
    opens: bool = False


def read_sentence(
    tokens: Tokens, span: Span, quotes: Sequence[tuple[int, Span]], grammar: Grammar, *, opens: bool = False
) -> Sentence:
    """The sentence at `span`; `quotes` are those in it, each with its number, and stand as one chunk each."""
    words: list[Word] = []
    starts: list[int] = []
    places: dict[int, tuple[int, Span]] = {}  # a quotation's start -> its number and its span
    at = span.start
    for number, quote in quotes:
        before = tokens.within(Span(at, quote.start))
        words += [*before.words, _quotation(grammar)]
        starts += [*before.starts, quote.start]
        places[quote.start] = (number, quote)
        at = quote.end
    rest = tokens.within(Span(at, max(at, span.end)))
    words += rest.words
    starts += rest.starts
    return Sentence(span, _appositions(_chunks(Stretch(words, starts), places, grammar)), opens)


def _quotation(grammar: Grammar) -> Word:
    """The mark that stands for a whole quotation."""
    return grammar.word('"', capital=False)


def _chunks(stretch: Stretch, places: dict[int, tuple[int, Span]], grammar: Grammar) -> list[Chunk]:
    words, starts = stretch
    found: list[Chunk] = []
    at = depth = 0
    while at < len(words):
        word, start = words[at], starts[at]
        if not word.word:
            if word.text == "(" and any(later.text == ")" for later in words[at : at + _LONGEST_BRACKET]):
                depth = 1
            elif word.text == ")":
                depth = 0
            number, place = places.get(start, (-1, Span(start, start + len(word.text))))
            found.append(Chunk("mark" if number < 0 else "quote", *place, word.low, quote=number))
            at += 1
            continue
        inverted = _inverted(word, start, grammar) if word.hyphened else []
        if inverted:
            found += inverted
            at += 1
            continue
        verb = grammar.verb_at(words, at) if word.verb else None
        if at and word.key in grammar.made and words[at - 1].low in grammar.making:  # `fait savoir`, `fait part`
            verb = MADE
        read = None if verb or not _may_open(words, at, grammar) else read_phrase(stretch, at, grammar)
        governed = _governed(words, at, found, grammar)
        if read is None:
            kind: ChunkKind = "verb" if verb else "pronoun" if _is_pronoun(word, grammar) else "word"
            found.append(Chunk(kind, start, start + len(word.text), word.low, None, verb, governed))
            at += 1
            continue
        mention, after = read
        low, governed = mention.words.lower(), governed or depth > 0
        found.append(Chunk("phrase", *mention.span, low, mention, None, governed, -1, stretch, at, after))
        at = after
    return found


def _may_open(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Whether a phrase may begin at a word; `ce` and `one` begin one where a noun follows."""
    word = words[at]
    if (word.pronoun and not word.determiner) or not (
        word.opens or leads_to_name(words, at, grammar) or counts_persons(words, at)
    ):
        return False
    if not (word.nobody or word.pronoun) or (word.key in grammar.standalone and is_standalone(words, at, grammar)):
        return True
    if not word.determiner or word.key in grammar.conjunctions or at + 1 >= len(words):
        return False
    after = words[at + 1]
    closed = after.stop or after.pronoun or after.nobody or after.determiner or after.low in grammar.prepositions
    return after.word and not closed and (after.verb is None or grammar.verb_at(words, at + 1) is None)


def _is_pronoun(word: Word, grammar: Grammar) -> bool:
    return word.pronoun or (word.nobody and word.key not in grammar.relatives)


def _inverted(word: Word, start: int, grammar: Grammar) -> list[Chunk]:
    """`affirme-t-elle`, `a-t-il`: the verb or auxiliary, and its pronoun."""
    parts = word.low.split("-")
    if parts[-1] not in grammar.pronouns and parts[-1] not in grammar.nobody:
        return []
    verb = grammar.verbs.get(parts[0])
    if verb is None and parts[0] not in grammar.auxiliaries and not (grammar.inverts and parts[0] not in grammar.stops):
        return []
    end = start + len(word.text)
    return [
        Chunk("verb" if verb else "word", start, start + len(parts[0]), parts[0], None, verb),
        Chunk("inverted", end - len(parts[-1]), end, parts[-1]),
    ]


def _governed(words: Sequence[Word], at: int, found: Sequence[Chunk], grammar: Grammar) -> bool:
    """Whether a preposition stands before the word, or before what `and` joins it to."""
    if words[at].key in grammar.posted and words[at].key in grammar.determiners:  # `au micro`
        return True
    if at == 0:
        return False
    before = words[at - 1].key
    if before in grammar.owning and at > 1 and words[at - 2].key in grammar.amounts:  # `plus de cent savants`
        return False
    if before in grammar.prepositions and at > 1 and words[at - 2].low in grammar.possessives:  # `de son côté l'élue`
        return False
    if before in grammar.prepositions or (at > 1 and words[at - 2].low in grammar.according):
        return True
    return before in grammar.joining and len(found) > 1 and found[-2].kind == "phrase" and found[-2].governed


def _appositions(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Phrases that tell one source together become one: `le maire, Jean Roy,` and `Jean Roy, maire de Brest,`."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        spoken_of = at == 0 and chunk.mention is not None and _is_detached(chunks)
        while chunk.mention and (merged := _merged(chunk, chunks, at)):
            start, end = merged.span
            chunk = chunk._replace(mention=merged, start=start, end=end, low=merged.words.lower())
            spoken_of = False
            at += 2
        found.append(chunk._replace(governed=True) if spoken_of else chunk)
        at += 1
    return found


def _merged(first: Chunk, chunks: Sequence[Chunk], at: int) -> Mention | None:
    """What the phrase `first`, which ends with the chunk at `at`, and the one behind the next comma tell together."""
    comma, second = (*chunks[at + 1 : at + 3], None, None)[:2]
    if not (comma and second and comma.low == "," and first.mention and second.mention):
        return None
    after = chunks[at + 3] if at + 3 < len(chunks) else None
    closed = after is None or after.kind in ("mark", "quote")
    if at == 0 and first.mention.kind == "person" and second.mention.kind == "person" and second.mention.name:
        closed = closed or (after is not None and after.kind == "word")  # `Le maire, Jean Roy a dit`
    role = second.mention.bare and second.mention.kind == "person" and not second.mention.name
    if first.governed and first.mention.kind in ("thing", "body"):
        return None
    if first.mention.name is None and second.mention.name and second.mention.role and after and after.low == ",":
        third = chunks[at + 4].mention if at + 4 < len(chunks) else None
        closed = third is None or third.kind == "thing"  # unlike `le maire, le préfet Roy, le juge`
    return _apposed(first.mention, second.mention, closed or role or (at == 0 and _is_detached(chunks)))


def _is_detached(chunks: Sequence[Chunk]) -> bool:
    """Whether a bare role opens the sentence and a comma parts it from the subject: `Fille d'un garagiste, elle …`."""
    mention = chunks[0].mention if chunks else None
    if mention is None or not mention.bare or mention.kind != "person" or mention.name:
        return False
    for at in range(1, min(_LONGEST_BRACKET, len(chunks) - 1)):
        if chunks[at].low == ",":
            return chunks[at + 1].kind in ("phrase", "pronoun") and not chunks[at + 1].governed
        if chunks[at].kind not in ("word", "phrase"):
            return False
    return False


def _apposed(first: Mention, second: Mention, closed: bool) -> Mention | None:
    """The two as one mention with name and role, None where they are two things."""
    if not closed or first.plural:
        return None
    span = Span(first.span.start, second.span.end)
    if first.name:
        told = first.role and second.kind == "person" and not (second.name or second.definite or second.plural)
        return first._replace(span=span) if told else _with_role(first, second, span)
    return _with_name(first, second, span) if second.name else _as_person(first, second, span)


def _with_name(role: Mention, named: Mention, span: Span) -> Mention | None:
    """`le maire, Jean Roy,`."""
    if named.kind not in ("person", "name") or role.kind not in ("person", "thing", "body"):
        return None
    if named.role and role.kind != "person":
        return None
    gender = named.gender or role.gender
    return named._replace(span=span, kind="person", role=role.words, head=role.head, gender=gender)


def _with_role(named: Mention, role: Mention, span: Span) -> Mention | None:
    """`Jean Roy, maire de Brest,`."""
    if named.role or role.name or role.kind not in ("person", "body") or role.plural:
        return None
    if (named.kind == "body") != (role.kind == "body"):
        return None
    kind = "person" if role.kind == "person" else named.kind
    return named._replace(span=span, kind=kind, role=role.words, head=role.head, gender=named.gender or role.gender)


def _as_person(first: Mention, role: Mention, span: Span) -> Mention | None:
    """`Le pivot maori, auteur du but,`: the role tells that it is a person, whatever the first noun means."""
    if not (role.bare and role.kind == "person" and first.definite and first.kind == "thing"):
        return None
    return first._replace(span=span, kind="person", gender=first.gender or role.gender)
