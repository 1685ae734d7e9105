"""The text that figures are read from, and the words next to a place in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice

import msgspec

from tui_reader.analysis.lexicon.number_words import NumberWords
from tui_reader.analysis.lexicon.patterns import CuedPattern
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.text.tokens import Token, token_pattern
from tui_reader.model import Span

MOST_TOKENS = 12  # looked at on either side of a number: more than a noun phrase and what is told of it have
_WITH_NUMBER = 4  # tokens up to the number in `of the first 240 seats`
_LONGEST_WORD = 30  # code points
_ENDS = frozenset('.,;:!?…()[]«»“”"—–0123456789\n')
_CLOSING = (".", ",", ";", ":", ")", "")
CLAUSE_MARKS = (",", ";", ":", "—", "–")
"""The marks between the clauses of a sentence."""
REACH = 90  # code points before a number in which those are looked for


class FigureText(msgspec.Struct, frozen=True):
    """A text as the rules for figures look at it.

    `low` is `raw` folded, with the same offsets; `numbers` and `grammar` are what the lexicon says of its language;
    `currencies` gives the ISO 4217 code of each unit of money that the text's own signs settle, such as "dollars"
    beside "C$"; `masks` are the spans that hold no figures, in order, such as telephone numbers; `words` gives the
    folded words of each sentence that is read, and `with_digits` are those of them that have a digit.
    """

    raw: str
    low: str
    numbers: NumberWords
    grammar: Grammar
    currencies: Mapping[str, str]
    masks: Sequence[Span]
    words: Mapping[Span, frozenset[str]]
    with_digits: Set[Span]

    def matches(self, cued: CuedPattern, sentence: Span) -> Iterator[re.Match[str]]:
        """The places of a sentence that a pattern of folded words matches."""
        return cued.pattern.finditer(self.low, *sentence) if self.has_any(cued.cues, sentence) else iter(())

    def has_any(self, words: frozenset[str], sentence: Span) -> bool:
        """Whether a sentence has one of these folded words."""
        return not words.isdisjoint(self.words[sentence])

    def is_person(self, word: str) -> bool:
        """Whether a folded word means persons, also by what befell them: `gens`, `morts`."""
        return self.grammar.person_noun(word) or word in self.numbers.rank.casualties

    def is_infinitive(self, token: Token) -> bool:
        """Whether a word is a known verb in its infinitive, where that has an ending of its own: `gagner`."""
        verb = self.grammar.verbs.get(token.low)
        return verb is not None and "base" in verb.forms and token.low.endswith(self.grammar.infinitive_endings)

    def is_closed(self, end: int) -> bool:
        """Whether a mark that ends a phrase, or the end of the text, stands right behind a place."""
        return self.raw[end : end + 1] in _CLOSING

    def is_masked(self, span: Span) -> bool:
        """Whether a span meets a telephone number or a name with numbers in it."""
        index = bisect_left(self.masks, span.end, key=lambda mask: mask.start) - 1
        return index >= 0 and self.masks[index].meets(span)

    def is_shouted(self, sentence: Span) -> bool:
        """Whether a sentence is in capitals, which then tell neither names nor codes."""
        return sentence.of(self.raw).isupper()

    def after(self, span: Span, most: int = MOST_TOKENS) -> list[Token]:
        """The first tokens of a span, at `most` so many, up to the first mark or number that does not begin it."""
        tokens: list[Token] = []
        for match in islice(token_pattern().finditer(self.raw, span.start, span.end), most):
            token = self._token(*match.span())
            tokens.append(token)
            if (not token.word and len(tokens) > 1) or (token.text[0].isdigit() and len(tokens) > _WITH_NUMBER):
                break
        return tokens

    def before(self, span: Span) -> list[Token]:
        """The last tokens of a span, back to the last mark or number."""
        raw, start, limit = self.raw, span.end, max(span.start, span.end - REACH)
        while start > limit and raw[start - 1] not in _ENDS:
            start -= 1
        while span.start < start < span.end and raw[start - 1].isalnum():  # not from inside a word
            start += 1
        return [self._token(*match.span()) for match in token_pattern().finditer(raw, start, span.end)]

    def word_after(self, offset: int) -> str:
        """The folded word that follows an offset after a blank, "" for none."""
        words = self.low[offset : offset + _LONGEST_WORD].split(maxsplit=1)
        return words[0].rstrip(",.;:!?)") if words and self.low[offset] == " " else ""

    def words_before(self, start: int, offset: int, reach: int = 30) -> list[str]:
        """The folded words, split at blanks, in the last `reach` code points before an offset, not before `start`."""
        return self.low[max(start, offset - reach) : offset].split()

    def word_before(self, start: int, offset: int) -> str:
        """The folded word, split off at a blank, before an offset and not before `start`, "" for none."""
        return next(reversed(self.words_before(start, offset)), "")

    def _token(self, start: int, end: int) -> Token:
        word, low = self.raw[start:end], self.low[start:end]
        key = low.rstrip("'.") if low[-1] in "'." else low
        return Token(start, end, word, low, word[0].isupper(), word[0].isalnum(), key)
