"""A sentence as chunks: phrases, pronouns, verbs, quotations, marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import msgspec
from msgspec.structs import replace

from tui_reader.analysis.lexicon.conjugation import MADE, Verb
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible, gender_of
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.syntax.noun_phrases import (
    counts_persons,
    is_standalone,
    leads_to_name,
    partitive_end,
    read_phrase,
)
from tui_reader.analysis.text.tokens import Stretch, Tokens, Word
from tui_reader.model import Span

ChunkKind = Literal["phrase", "pronoun", "inverted", "verb", "quote", "mark", "word"]
_LONGEST_BRACKET = 9  # words between an opening bracket and the one that closes it
_MARKS = ("'", "‘", "’", "`", "<", ">")  # marks of quotations that may mean something else


_LONGEST_QUOTED_NAME = 40  # code points of quoted words inside a role
_LONGEST_AGE = 3  # digits
_LONGEST_AFFILIATION = 3  # words


_NO_WORDS = Stretch((), ())


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """A part of a sentence, from offset `start` up to `end`.

    `low` is its text in lower case, of a phrase without its determiner. `governed` when a preposition stands before it;
    `quote` is the number of the quotation that it is, -1 for none. A phrase is the words of its sentence, which are in
    `stretch`, from number `first` up to `last`.
    """

    kind: ChunkKind
    start: int
    end: int
    low: str
    mention: Mention | None = None
    verb: Verb | None = None
    governed: bool = False
    quote: int = -1
    stretch: Stretch = _NO_WORDS
    first: int = 0
    last: int = 0

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def words(self) -> Sequence[Word]:
        """The words of a phrase; none of another chunk."""
        return self.stretch.words[self.first : self.last]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its chunks in order.

    `opens` when it is the first of its paragraph, `has_quotes` when quotations stand in it.
    """

    span: Span
    chunks: Sequence[Chunk]
    opens: bool = False
    has_quotes: bool = False


def read_sentence(
    tokens: Tokens, span: Span, quotes: Sequence[tuple[int, Span]], grammar: Grammar, *, opens: bool = False
) -> Sentence:
    """The sentence at `span`; `quotes` are those in it, in order and each with its number: one chunk each."""
    stretch = _with_quotations(tokens, span, quotes, grammar) if quotes else tokens.within(span)
    if "(" in span.of(tokens.text):
        stretch = _without_affiliations(stretch, grammar)
    quote_at = {quote.start: (number, quote) for number, quote in quotes}
    chunks = _without_ages(_chunks_of(stretch, quote_at, grammar), grammar)
    return Sentence(span, _with_appositions(chunks, grammar), opens, bool(quotes))


def _with_quotations(tokens: Tokens, span: Span, quotes: Sequence[tuple[int, Span]], grammar: Grammar) -> Stretch:
    """The words of a sentence with quotations, a mark in the place of each of these."""
    sentence_words: list[Word] = []
    starts: list[int] = []
    offset = span.start
    for _number, quote in quotes:
        before = _without_marks(
            tokens.within(Span(offset, quote.start)), after_quote=offset > span.start, before_quote=True
        )
        sentence_words += [*before.words, _quotation(grammar)]
        starts += [*before.starts, quote.start]
        offset = quote.end
    rest = _without_marks(tokens.within(Span(offset, max(offset, span.end))), after_quote=True, before_quote=False)
    return Stretch([*sentence_words, *rest.words], [*starts, *rest.starts])


def _without_marks(stretch: Stretch, *, after_quote: bool, before_quote: bool) -> Stretch:
    """The words between quotations without the marks of these that `Tokens` takes for apostrophes and signs."""
    start, end = 0, len(stretch.words)
    while after_quote and start < end and stretch.words[start].text in _MARKS:
        start += 1
    while before_quote and end > start and stretch.words[end - 1].text in _MARKS:
        end -= 1
    return stretch if end - start == len(stretch.words) else stretch.cut(start, end)


def _without_affiliations(stretch: Stretch, grammar: Grammar) -> Stretch:
    """The words without what a bracket says of a person: `le député (LR) de Brest`, `Jean Roy (PS)`."""
    kept: list[int] = []
    index = 0
    while index < len(stretch.words):
        end = _affiliation_end(stretch.words, index, grammar) if stretch.words[index].text == "(" else None
        if end is None:
            kept.append(index)
        index = index + 1 if end is None else end
    return Stretch([stretch.words[index] for index in kept], [stretch.starts[index] for index in kept])


def _affiliation_end(tokens: Sequence[Word], index: int, grammar: Grammar) -> int | None:
    """The number of the word after the bracket that opens at a word and is an affiliation; None where it is none."""
    if index < 2:
        return None
    before, earlier = tokens[index - 1], tokens[index - 2]
    is_inside = before.determiner and not grammar.head_first  # `the (Labour) member`
    if not is_inside and not _is_role_before(tokens, index, grammar) and not (before.capital and earlier.first):
        return None
    limit = min(index + _LONGEST_AFFILIATION + 2, len(tokens))
    closing = next((end for end in range(index + 2, limit) if tokens[end].text == ")"), None)
    if closing is None or any(word.stop or word.verb for word in tokens[index + 1 : closing]):
        return None
    if is_inside and not (closing + 1 < len(tokens) and tokens[closing + 1].person):
        return None
    return closing + 1


def _is_role_before(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`la conseillère régionale (PS)`: whether a word follows a role, one that nobody owns, or its adjective."""
    before, earlier = tokens[index - 1], tokens[index - 2]
    if before.capital or not before.word:
        return False
    is_described = grammar.head_first and earlier.person and not before.joint and before.key not in grammar.stops
    noun = index - 2 if is_described and not before.person else index - 1
    return tokens[noun].person and tokens[noun - 1].key not in grammar.owning


def _quotation(grammar: Grammar) -> Word:
    """The mark that stands for a whole quotation."""
    return grammar.words['"']


def _chunks_of(stretch: Stretch, quote_at: dict[int, tuple[int, Span]], grammar: Grammar) -> list[Chunk]:
    """The chunks of a sentence before those that belong together are joined."""
    tokens, starts = stretch.words, stretch.starts
    made, has_roles_first = grammar.made, not grammar.head_first
    chunks: list[Chunk] = []
    depth = after = 0  # brackets that are open; the number of the word after the last phrase
    for index, (word, start) in enumerate(zip(tokens, starts, strict=True)):
        if index < after:
            continue
        if not word.word:
            if word.text == "(" and any(later.text == ")" for later in tokens[index : index + _LONGEST_BRACKET]):
                depth = 1
            elif word.text == ")":
                depth = 0
            if start in quote_at:
                number, span = quote_at[start]
                chunks.append(Chunk("quote", *span, word.low, quote=number))
            else:
                chunks.append(Chunk("mark", start, start + len(word.text), word.low))
            continue
        if word.hyphened and (inverted := _inverted(word, start, grammar)):
            chunks += inverted
            continue
        verb = grammar.if_verb(word.verb, tokens, index) if word.verb else None
        if word.key in made and index and _is_made(tokens, index, grammar):
            verb = MADE
        before = tokens[index - 1] if index else None
        may_lead = has_roles_first and (before is None or not before.word or before.verb is not None)  # to a name
        read = None
        if not verb and (word.opens or word.number or may_lead) and _may_open(tokens, index, grammar):
            read = read_phrase(stretch, index, grammar)
        may_be_governed = word.determiner or (before is not None and before.governs)
        governed = (
            _governed(tokens, index, chunks, grammar)
            if may_be_governed
            else index > 1 and tokens[index - 2].according  # `selon le maire`
        )
        if read is None:
            kind: ChunkKind = "verb" if verb else "pronoun" if word.pronominal else "word"
            chunks.append(Chunk(kind, start, start + len(word.text), word.low, None, verb, governed))
            continue
        mention, after = read
        low, governed = mention.words.lower(), governed or depth > 0
        chunks.append(Chunk("phrase", *mention.span, low, mention, None, governed, -1, stretch, index, after))
    return chunks


def _is_made(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`fait savoir`, `fait part`, `met en garde`: whether a word says something after the verb before it."""
    before = tokens[index - 1]
    if before.key in grammar.locating and index > 1:
        before = tokens[index - 2]
    return before.low in grammar.making


def _without_ages(chunks: Sequence[Chunk], grammar: Grammar) -> list[Chunk]:
    """The chunks without the ages and parties behind names, which are those of persons: `Zahra, 43 ans, juge`."""
    kept: list[Chunk] = []
    start = 0
    for comma in [index for index, chunk in enumerate(chunks) if chunk.low == ","]:
        index = comma - 1
        mention = chunks[index].mention if index >= start else None
        end = _age_end(chunks, index, grammar) if mention else None
        if mention and end is not None:
            kept += [*chunks[start:index], replace(chunks[index], mention=replace(mention, kind="person"))]
            start = end
    return [*kept, *chunks[start:]]


def _age_end(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> int | None:
    """The number of the chunk after what follows a name at a chunk: an age, or a party and a state; else None.

    The comma behind it stays where it parts the name from a phrase that tells more of the person.
    """
    mention = chunks[index].mention
    if mention is None or mention.name is None or mention.kind not in ("person", "name") or index + 2 >= len(chunks):
        return None
    end = _after_aside(chunks, index + 2, grammar) if chunks[index + 1].low == "," else None
    if end is None or (end < len(chunks) and chunks[end].kind not in ("mark", "quote")):
        return None
    after = chunks[end + 1] if end + 1 < len(chunks) and chunks[end].low == "," else None
    is_subject = after is not None and (after.verb is not None or after.low in grammar.auxiliaries)
    return end + 1 if is_subject and not (index and chunks[index - 1].verb) else end


def _after_aside(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> int | None:
    """The number of the chunk after an age or a party and a state: `43 ans`, `54`, `R-Iowa`, `D-Calif.`."""
    low = chunks[index].low
    end = index + 1
    if low[1:2] == "-" and low[0].isalpha():
        is_shortened = end + 1 < len(chunks) and chunks[end].low == "." and chunks[end + 1].low == ","
        return end + 1 if is_shortened else end
    if not low.isdigit() or len(low) > _LONGEST_AGE:
        return None
    if not grammar.ages:
        return end
    return end + 1 if end < len(chunks) and chunks[end].low in grammar.ages else None


def _may_open(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a phrase may begin at a word; `ce` and `one` begin one where a noun follows."""
    word = tokens[index]
    is_opener = word.opens or (word.number and counts_persons(tokens, index))
    if not is_opener and (grammar.head_first or not leads_to_name(tokens, index, grammar)):
        return False
    if (word.pronoun and not word.determiner) or (word.key in grammar.clitics and _is_object(tokens, index, grammar)):
        return False
    if not (word.nobody or word.pronoun):
        return True
    if word.key in grammar.standalone and (
        is_standalone(tokens, index, grammar) or partitive_end(tokens, index, grammar)
    ):
        return True
    if not word.determiner or word.key in grammar.conjunctions or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    is_closed = after.stop or after.pronoun or after.nobody or after.determiner or after.low in grammar.prepositions
    return after.word and not is_closed and (after.verb is None or grammar.verb_at(tokens, index + 1) is None)


def _is_object(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a pronoun is the object of the verb behind it: `le reprend`, `« … », leur répond-il`."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    is_inverted = after is not None and after.hyphened and bool(_inverted(after, 0, grammar))
    return is_inverted or grammar.is_object(tokens, index)


def _inverted(word: Word, start: int, grammar: Grammar) -> list[Chunk]:
    """`affirme-t-elle`, `a-t-il`: the verb or auxiliary, and its pronoun; nothing where the word is no such pair."""
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


def _governed(tokens: Sequence[Word], index: int, chunks: Sequence[Chunk], grammar: Grammar) -> bool:
    """Whether a preposition stands before a word, or before the phrase that `and` joins it to; `chunks` precede it."""
    word = tokens[index]
    if word.determiner:
        owns = word.key in grammar.owning
        follows_governed = chunks and chunks[-1].kind == "word" and chunks[-1].governed  # `en marge des salons`
        if word.key in grammar.posted or (owns and (follows_governed or word.key in grammar.definite)):  # `au`, `du`
            return True
    if index == 0:
        return False
    before, earlier = tokens[index - 1].key, tokens[index - 2] if index > 1 else None
    if not tokens[index - 1].governs:
        return earlier is not None and earlier.according
    is_amount = earlier and before in grammar.owning and earlier.key in grammar.amounts  # `plus de cent savants`
    is_amount = is_amount and not (word.capital or word.pronoun)  # `autour de Jean Roy`
    is_remark = (
        earlier and before in grammar.prepositions and earlier.low in grammar.possessives
    )  # `de son côté l'élue`
    if is_amount or is_remark:
        return False
    is_addressed = earlier and before in grammar.plain_posted and earlier.verb  # `a explique a l'AFP`
    if before in grammar.prepositions or is_addressed or (earlier and earlier.according):
        return True
    return before in grammar.joining and len(chunks) > 1 and chunks[-2].kind == "phrase" and chunks[-2].governed


def _with_appositions(chunks: Sequence[Chunk], grammar: Grammar) -> list[Chunk]:
    """The chunks with each apposition joined to its phrase: `le maire, Jean Roy,` and `Jean Roy, maire de Brest,`."""
    joined_chunks: list[Chunk] = []
    start = 0  # where those begin that are not in `joined_chunks`
    for index, chunk in enumerate(chunks):
        if chunk.mention is None or index < start:
            continue
        whole, last = _with_apposition(chunks, index, grammar)
        if whole is not chunk:
            joined_chunks += [*chunks[start:index], whole]
            start = last + 1
    return [*joined_chunks, *chunks[start:]]


def _with_apposition(chunks: Sequence[Chunk], index: int, grammar: Grammar) -> tuple[Chunk, int]:
    """The phrase at `index` with all that stands in apposition to it, and the index of the last chunk of that."""
    chunk = chunks[index]
    is_detached = index == 0 and _is_detached(chunks)
    while joined := _apposition_at(chunks, chunk, index, grammar):
        chunk = replace(chunk, mention=joined, start=joined.span.start, end=joined.span.end, low=joined.words.lower())
        is_detached = False
        index += 1 if chunks[index + 1].mention else 2
    if named := _named_behind_quote(chunks, chunk, index, grammar):
        chunk = replace(chunk, mention=named)
    return (replace(chunk, governed=True) if is_detached else chunk), index


def _apposition_at(chunks: Sequence[Chunk], chunk: Chunk, index: int, grammar: Grammar) -> Mention | None:
    """The phrase `chunk`, which ends at chunk `index`, with what stands in apposition to it."""
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if following is None or not (following.mention or following.low == ","):
        return None
    is_place = chunk.mention is not None and chunk.mention.kind == "name" and chunk.governed
    if is_place and index and chunks[index - 1].low in grammar.locating and _leads_to_named(chunks, index + 1):
        return None  # `à Saclay, le ministre, Jean Roy`
    return _beside(chunk, chunks, index) or _joined(chunk, chunks, index, grammar)


def _named_behind_quote(chunks: Sequence[Chunk], role: Chunk, index: int, grammar: Grammar) -> Mention | None:
    """The role that ends at chunk `index`, with the name behind the quoted words that belong to it.

    `la députée « insoumise » Anne Roux`, `l'auteur de « La Nuit », Paul Roux`.
    """
    mention = role.mention
    if mention is None or mention.name or mention.plural or mention.kind != "person" or not mention.definite:
        return None
    quote = index + 1
    quote += quote < len(chunks) and chunks[quote].low.rstrip("'") in grammar.owning
    if quote + 1 >= len(chunks) or chunks[quote].kind != "quote":
        return None
    is_short = chunks[quote].end - chunks[quote].start <= _LONGEST_QUOTED_NAME
    comma = chunks[quote + 1].low == ","
    name, after = (*chunks[quote + 1 + comma : quote + 3 + comma], None, None)[:2]
    is_closed = not comma or after is None or after.kind == "mark"
    if not (is_short and is_closed and name and name.mention) or name.governed or name.mention.role:
        return None
    return _with_name(mention, name.mention, mention.span, grammar) if name.mention.kind == "person" else None


def _leads_to_named(chunks: Sequence[Chunk], comma: int) -> bool:
    """Whether a role and, perhaps behind another comma, its name follow a comma."""
    phrases = [chunk.mention for chunk in chunks[comma + 1 : comma + 4] if chunk.mention]
    return bool(phrases) and phrases[0].kind == "person" and phrases[0].definite and any(one.name for one in phrases)


def _beside(first: Chunk, chunks: Sequence[Chunk], index: int) -> Mention | None:
    """`son ami le metteur en scène Jean Roy`: a role joined to the role and name that stand right behind it."""
    second = chunks[index + 1].mention if index + 1 < len(chunks) else None
    if second is None or first.mention is None or not (second.name and second.role and second.definite):
        return None
    if chunks[index + 1].governed:  # `a dit ce dernier au maire Jean Roy`
        return None
    is_role = first.mention.kind == "person" and not first.mention.name and not first.mention.plural
    return replace(second, span=Span(first.start, second.span.end)) if is_role and second.kind == "person" else None


def _joined(first: Chunk, chunks: Sequence[Chunk], index: int, grammar: Grammar) -> Mention | None:
    """The phrase `first`, which ends at chunk `index`, with its apposition behind the next comma, if that is one."""
    comma, second = (*chunks[index + 1 : index + 3], None, None)[:2]
    if not (comma and second and comma.low == "," and first.mention and second.mention):
        return None
    if first.governed and first.mention.kind in ("thing", "body"):
        return None
    after = chunks[index + 3] if index + 3 < len(chunks) else None
    is_closed = after is None or after.kind in ("mark", "quote")
    are_persons = first.mention.kind == second.mention.kind == "person" and second.mention.name is not None
    if are_persons and (index == 0 or _follows_quote(chunks, index)):  # `Le maire, Jean Roy a dit`
        is_closed = is_closed or (after is not None and after.kind in ("word", "verb"))
    if are_persons and not first.mention.name and after is not None and after.low in grammar.prepositions:
        is_closed = True  # `one critic, Ann Lee of the Echo, was not`
    is_bare_role = second.mention.bare and second.mention.kind == "person" and not second.mention.name
    if first.mention.name is None and second.mention.name and second.mention.role and after and after.low == ",":
        third = chunks[index + 4].mention if index + 4 < len(chunks) else None
        is_closed = third is None or third.kind == "thing"  # unlike `le maire, le préfet Roy, le juge`
    if not (is_closed or is_bare_role or (index == 0 and _is_detached(chunks))):
        return None
    if second.mention.name and _is_of_person(first.words):
        is_one_of_his = first.mention.kind == "person" and first.mention.indefinite and grammar.head_first
        if first.mention.kind in ("body", "thing") or (is_one_of_his and _fits_owner(first, second.mention, grammar)):
            return None  # `l'entourage du ministre, Jean Roy`, `un proche du ministre, Jean Roy`
    return _apposed(first.mention, second.mention, grammar)


def _follows_quote(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a quotation, and perhaps a mark, stands right before a chunk."""
    before = chunks[max(0, index - 2) : index]
    return bool(before) and (before[-1].kind == "quote" or (before[-1].kind == "mark" and before[0].kind == "quote"))


def _is_of_person(phrase: Sequence[Word]) -> bool:
    """Whether a phrase ends with the noun of a person to whom something or somebody else belongs."""
    return any(before.joint and word.person for before, word in pairwise(phrase[1:]))


def _fits_owner(phrase: Chunk, named: Mention, grammar: Grammar) -> bool:
    """Whether a name behind `un proche du ministre` may be that of the owner, by the gender of what determines it."""
    owner = next((word.key for before, word in pairwise(phrase.words[1:]) if before.joint and word.determiner), "")
    owner = owner or next((word.key for word in phrase.words[1:] if word.determiner), "")
    gender: Gender | None = "f" if owner in grammar.determiners_f else "m" if owner in grammar.determiners_m else None
    return compatible(gender_of(named.name or "", grammar.language), gender)


def _is_detached(chunks: Sequence[Chunk]) -> bool:
    """Whether a bare role opens the sentence and a comma parts it from the subject: `Fille d'un garagiste, elle …`."""
    mention = chunks[0].mention if chunks else None
    if mention is None or not mention.bare or mention.kind != "person" or mention.name:
        return False
    for index in range(1, min(_LONGEST_BRACKET, len(chunks) - 1)):
        if chunks[index].low == ",":
            return chunks[index + 1].kind in ("phrase", "pronoun") and not chunks[index + 1].governed
        if chunks[index].kind not in ("word", "phrase"):
            return False
    return False


def _apposed(first: Mention, second: Mention, grammar: Grammar) -> Mention | None:
    """Two mentions as one with name and role, None where they are two things."""
    if first.plural:
        return None
    span = Span(first.span.start, second.span.end)
    if first.name:
        is_second_role = second.kind == "person" and not (second.name or second.definite or second.plural)
        return replace(first, span=span) if first.role and is_second_role else _with_role(first, second, span)
    return _with_name(first, second, span, grammar) if second.name else _as_person(first, second, span)


def _with_name(role: Mention, named: Mention, span: Span, grammar: Grammar) -> Mention | None:
    """`le maire, Jean Roy,`."""
    if named.kind == role.kind == "body" and not named.role:  # `son équipe, la Cofidelis,`
        return replace(named, span=span, role=role.words, head=role.head)
    if named.kind == "body" and role.head in grammar.companies:  # `l'exploitant, la société Norval,`
        return replace(named, span=span)
    if not grammar.head_first and role.words[:1].isupper() and _ends_in_place(role.words, grammar) and named.bare:
        return None  # `Castor Marine of Piraeus, Greece,`
    if named.kind not in ("person", "name") or role.kind not in ("person", "thing", "body"):
        return None
    if named.role and role.kind != "person":
        return None
    gender = named.gender or role.gender
    kind = "body" if named.kind == "name" and role.head in grammar.companies else "person"  # `l'exploitant, Norval,`
    is_bare = named.bare and (role.definite or role.indefinite or role.bare)  # unlike `sa sœur, Ève`
    return replace(named, span=span, kind=kind, role=role.words, head=role.head, gender=gender, bare=is_bare)


def _ends_in_place(words: str, grammar: Grammar) -> bool:
    """Whether words end in a preposition of owners and one name: `Castor Marine of Piraeus`."""
    *before, name = words.split()
    return bool(before) and name[0].isupper() and before[-1] in grammar.owning


def _with_role(named: Mention, role: Mention, span: Span) -> Mention | None:
    """`Jean Roy, maire de Brest,`."""
    if named.role or role.name or role.kind not in ("person", "body") or role.plural:
        return None
    if (named.kind == "body") != (role.kind == "body"):
        return None
    kind = "person" if role.kind == "person" else named.kind
    return replace(named, span=span, kind=kind, role=role.words, head=role.head, gender=named.gender or role.gender)


def _as_person(first: Mention, role: Mention, span: Span) -> Mention | None:
    """`Le pivot maori, auteur du but,`: the role tells that it is a person, whatever the first noun means."""
    if not (role.bare and role.kind == "person" and first.definite and first.kind == "thing"):
        return None
    return replace(first, span=span, kind="person", gender=first.gender or role.gender)
