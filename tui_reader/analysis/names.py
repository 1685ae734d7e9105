"""Who and what a text names: noun phrases, the names in them, and the fullest name of each person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tui_reader.analysis.lexicon import table, word_set
from tui_reader.analysis.text import fold
from tui_reader.model import Span

Gender = Literal["m", "f"]
MOST_WORDS = 14  # of a noun phrase

TOKEN = re.compile(
    r"[ldnsjmtcLDNSJMTC][’'](?=\w)|[Qq]u[’'](?=\w)|(?:[A-ZÀ-Þ]\.-?){1,3}(?![a-z])|[^\W_]+(?:[’'\-\u2011][^\W_]+)*|[^\w\s]"
)
"""Words with elided ones apart, initials, and each other mark by itself."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place; `low` as the lexicon writes it."""

    span: Span
    text: str
    low: str
    capital: bool  # upper case at its start, and not only because a sentence begins there

    @property
    def word(self) -> bool:
        """Whether it is a word at all."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be a source: its place, the name in it, and the role before or without a name."""

    span: Span
    name: str | None
    role: str | None
    plural: bool = False

    @property
    def label(self) -> str:
        """What to call it."""
        return self.name or self.role or ""


class Grammar:
    """The closed words of one language, and phrases read with them."""

    def __init__(self, language: str) -> None:
        self.language = language

        def words(key: str) -> frozenset[str]:
            return word_set(language, "speech", key)

        self.determiners, self.stops, self.prepositions = words("determiners"), words("stops"), words("prepositions")
        self.titles, self.particles = words("titles"), words("particles")
        self.auxiliaries, self.between, self.according = words("auxiliaries"), words("between"), words("according")
        self.viewpoint = words("viewpoint")
        self.naming, self.governing = words("naming"), words("governing")
        self.pronouns: dict[str, str] = {
            word: kind
            for kind, entries in table(language, "speech")["pronouns"].items()
            for e in entries
            for word in e.split()
        }
        stems = words("stems")
        endings = words("endings")
        self.cues = words("forms") | {stem + ending for stem in stems for ending in endings}

    def phrase(self, tokens: Sequence[Token], at: int) -> tuple[Mention, int] | None:
        """The noun phrase that begins at token `at`, and the token after it; None where none begins there."""
        first = tokens[at]
        start = at
        low = first.low.rstrip("'")
        plural = low in ("les", "des", "ses", "ces", "leurs", "these", "those")
        determined = low in self.determiners
        if determined:
            at += 1
        if at >= len(tokens) or not tokens[at].word:
            return None
        low = tokens[at].low.rstrip("'")
        if (
            not determined
            and low not in self.titles
            and (not tokens[at].capital or low in self.stops | self.prepositions)
        ):
            return None
        body = at
        while at < len(tokens) and at - start < MOST_WORDS and self._continues(tokens, at, body):
            at += 1
        while at > body and tokens[at - 1].low.rstrip("'") in self.prepositions | self.determiners:
            at -= 1
        if at == body:
            return None
        return self._mention(tokens[start:at], tokens[body:at], plural), at

    def _continues(self, tokens: Sequence[Token], at: int, body: int) -> bool:
        """Whether the token at `at` belongs to the phrase whose first content word is at `body`."""
        token = tokens[at]
        low = token.low.rstrip("'")
        before = tokens[at - 1].low.rstrip("'")
        if not token.word:
            return token.text == "&" or (token.text == "." and before in self.titles)
        if low in self.titles or low in self.pronouns:
            return low in self.titles and at + 1 < len(tokens)
        if at > body and (token.capital or low in self.determiners):
            return token.capital or before in self.prepositions
        if at > body and low in self.prepositions and low not in self.governing:
            return at + 1 < len(tokens) and tokens[at + 1].word
        return low not in self.stops and (at == body or low not in self.cues)

    def _mention(self, whole: Sequence[Token], body: Sequence[Token], plural: bool) -> Mention:
        """Tell the name at the phrase's end from the role before it."""
        at = len(body)
        while at > 0 and (body[at - 1].capital or (at < len(body) and body[at - 1].low.rstrip("'") in self.particles)):
            at -= 1
        while at < len(body) and not body[at].capital:
            at += 1
        after_preposition = at > 0 and body[at - 1].low.rstrip("'") in self.prepositions | self.determiners
        span = Span(whole[0].span.start, whole[-1].span.end)
        if at == len(body) or (after_preposition and at > 1):
            return Mention(span, None, _join(body), plural)
        name = [token for token in body[at:] if token.low not in self.titles and token.text != "."]
        role = [token for token in body[:at] if token.low not in self.titles and token.text != "."]
        return Mention(span, _join(name) or None, _join(role) or None, plural)


def _join(tokens: Sequence[Token]) -> str:
    """The tokens' words with blanks only where they stand apart in the text."""
    words = ""
    end: int | None = None
    for token in tokens:
        words += (" " if end is not None and token.span.start > end else "") + token.text
        end = token.span.end
    return words


def proper_words(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of the text that are written with a capital where no sentence begins, or before another capital."""
    found: set[str] = set()
    for span in spans:
        begins = True
        last: str | None = None  # a capital word at a sentence's beginning
        for match in TOKEN.finditer(text, span.start, span.end):
            word = match.group()
            capital = word[0].isupper()
            if capital and not begins:
                found.add(word)
                if last:
                    found.add(last)
            last = word if capital and begins else None
            begins = word in '.!?…«“"—' or (begins and not word[0].isalnum())
    return frozenset(found)


def tokenize(text: str, span: Span, opaque: Sequence[Span] = (), proper: frozenset[str] | None = None) -> list[Token]:
    """The tokens of a stretch, those inside `opaque` stretches left out; capitals count for `proper` words only."""
    found = []
    for match in TOKEN.finditer(text, span.start, span.end):
        place = Span(*match.span())
        if not any(mask.meets(place) for mask in opaque):
            word = match.group()
            capital = word[0].isupper() and (proper is None or word in proper)
            found.append(Token(place, word, fold(word), capital))
    return found


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that the lexicon knows."""
    return Grammar(language)


def gender_of(name: str, language: str) -> Gender | None:
    """The gender that a person's first name mostly has, None where it tells none."""
    first = fold(name).split()[0].split("-")[0] if name.split() else ""
    male = first in word_set(language, "names", "male")
    female = first in word_set(language, "names", "female")
    return None if male == female else "m" if male else "f"


class Cast:
    """The names that an article gives, each short form with its fullest one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._full: dict[str, list[str]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            if len(name.split()) > 1:
                homes = self._full.setdefault(fold(name.split()[-1]), [])
                if not any(_short_of(name, full) for full in homes):
                    homes.append(name)

    def fullest(self, name: str) -> str:
        """The fullest form of `name`; the name itself where two persons share it or none is fuller."""
        homes = (
            [full for full in self._full.get(fold(name.rsplit(maxsplit=1)[-1]), []) if _short_of(name, full)]
            if name.split()
            else []
        )
        return homes[0] if len(homes) == 1 else name


def _short_of(name: str, full: str) -> bool:
    """Whether `name` may be a short form of `full`: `Macron`, `V. Sapounov`, `J-M Ayrault`."""
    mine, theirs = fold(name).split(), fold(full).split()
    if not mine or mine[-1] != theirs[-1] or len(mine) > len(theirs):
        return False
    return len(mine) == 1 or mine[0] == theirs[0] or (len(mine[0].rstrip(".")) <= 3 and mine[0][0] == theirs[0][0])
