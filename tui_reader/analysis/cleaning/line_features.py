"""What can be seen of a line without its neighbours: its length, its end, how many of its words are common ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from tui_reader.analysis.lexicon import every_language, languages, table
from tui_reader.analysis.text.segmentation import WORD, fold

_COUNT = re.compile(r"\(?\d[\d.,]*k?\)?")
_REFERENCE = re.compile(r"(?:\[[^\[\]]{1,24}\]){1,8}\Z|(?<=[a-z][.!?])\d{1,3}\Z")  # "[4][citation needed]", "end.12"
_LINKS = re.compile(r"\s[|›▪•·»/>](?=\s)")
_NO_LINKS = re.compile(r"[«${}=\\]")  # there "»" closes a quotation, and "|" joins commands
_AFTER_STOP = " »”\"'’)]\u00a0\u202f"
_AROUND_LABELS = " :.…|•-→>›"
_MOST_MENU_WORDS = 4
_MOST_COUNTED_WORDS = 5  # with their number
_STOPS = (".", "!", "?", "…", ";", *"■□◼◾◆♦●")  # and what magazines print at the end of an article


class Line(NamedTuple):
    """A unit's text as rules look at it.

    `label` is the line without the marks around labels, `common` the number of words that are among the commonest of
    their language, `ends` whether the line ends as a sentence does, `links` the number of signs that stand between the
    links of a list.
    """

    folded: str
    label: str
    words: int
    common: int
    ends: bool
    links: int

    @classmethod
    def of(cls, text: str) -> Line:
        """The line that `text` is."""
        folded = fold(text).strip()
        words = WORD.findall(folded)
        known = common_words()
        common = sum(word in known or ("'" in word and not known.isdisjoint(word.split("'"))) for word in words)
        links = 0 if _NO_LINKS.search(folded) else len(_LINKS.findall(folded))
        return cls(folded, folded.strip(_AROUND_LABELS), len(words), common, ends_sentence(folded), links)

    @property
    def is_text(self) -> bool:
        """Whether the line reads like a paragraph: a sentence that ends, or more words than a headline has."""
        return self.words > limit("most_title_words") or (self.words > 6 and self.ends)

    @property
    def is_headline(self) -> bool:
        """Whether the line may be a headline: not too long, and no sentence but a question or one left open."""
        is_open = not self.ends or self.asks or self.folded.endswith("…")
        return self.words <= limit("most_title_words") and is_open

    @property
    def asks(self) -> bool:
        """Whether the line is one short question or call: a headline or a sentence."""
        body = self.folded.rstrip(_AFTER_STOP + "?! ")
        only_one = not any(stop in body for stop in ".?!…")
        return self.folded.endswith(("?", "!")) and only_one and self.words <= limit("most_heading_words")

    @property
    def topics(self) -> set[str]:
        """The words that say what the line is about."""
        return {word for word in WORD.findall(self.folded) if len(word) > 3 and word not in common_words()}

    @property
    def is_telling(self) -> bool:
        """Whether the line says more of what it is about than a word or two."""
        return len(self.topics) > 2

    @property
    def is_short(self) -> bool:
        """Whether the line is no longer than the labels and links of a page, and ends no sentence."""
        return self.words <= limit("most_link_words") and not self.ends


def spoken_of(lines: Iterable[Line]) -> Counter[str]:
    """What lines are about: each topic, and in how many of them it stands."""
    return Counter(topic for line in lines for topic in line.topics)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a stop, closing marks and references after it left aside."""
    return _without_reference(text).rstrip(_AFTER_STOP).endswith(_STOPS)


def _without_reference(text: str) -> str:
    """`text` without the marks of notes at its end; most texts have none, and are not searched."""
    last = text[-1:]
    return text[: found.start()] if (last == "]" or last.isdigit()) and (found := _REFERENCE.search(text)) else text


@cache
def common_words() -> frozenset[str]:
    """The commonest words of every language of the lexicon."""
    return frozenset().union(*(one.about.common_words | one.cleaning.sentence_words for one in every_language()))


class Phrases(NamedTuple):
    """The lexicon's words for one rule, of all languages together."""

    whole: frozenset[str]
    counted: frozenset[str]
    counted_starts: tuple[str, ...]
    starts: tuple[str, ...]
    may_start: tuple[str, ...]
    ends: tuple[str, ...]
    contains: tuple[str, ...]
    may_contain: tuple[str, ...]

    def match(self, line: Line) -> bool:
        """Whether the line is one that these words describe beyond doubt."""
        folded = line.folded
        return (
            line.label in self.whole
            or (bool(self.counted) and self._is_counted(line))
            or folded.startswith(self.starts)
            or folded.endswith(self.ends)
            or any(map(folded.__contains__, self.contains))
            or (not line.ends and self._may_be(folded))
        )

    def may_match(self, line: Line) -> bool:
        """Whether the line says what such lines often say, but a sentence may say, too."""
        return line.ends and self._may_be(line.folded)

    def _is_counted(self, line: Line) -> bool:
        begins = line.folded[:1].isdigit()
        if not begins and line.words > _MOST_COUNTED_WORDS:
            return False
        label = _without_count(line.folded)
        return label in self.counted or (begins and label.startswith(self.counted_starts))

    def _may_be(self, folded: str) -> bool:
        return folded.startswith(self.may_start) or any(map(folded.__contains__, self.may_contain))


@cache
def phrases(rule: str) -> Phrases:
    """The words for `rule`: a French page may well say "Share", so all languages are looked at."""
    tables = [table(language, "cleaning").get(rule, {}) for language in languages()]

    def all_of(key: str) -> list[str]:
        return [phrase for one in tables for phrase in one.get(key, [])]

    whole, counted = (frozenset(all_of(key)) for key in ("whole", "counted"))
    return Phrases(whole, counted, *(tuple(all_of(key)) for key in Phrases._fields[2:]))


def is_menu_word(line: Line) -> bool:
    """Whether the line is a word of menus, which may be a heading, too."""
    return line.words <= _MOST_MENU_WORDS and line.label in phrases("menu").whole


def first_comment(lines: Sequence[Line]) -> int:
    """The first line that stands at readers' comments, where several such are near one another; -1: there is none.

    One alone may be a headline: "What she saw, she says".
    """
    signs, short = phrases("comment_signs"), limit("most_signature_words")
    found = [
        at for at, line in enumerate(lines) if line.words <= short and "," not in line.folded and signs.match(line)
    ]
    more = limit("fewest_comment_signs") - 1
    window = more * limit("comments_window")
    return next((one for one, other in zip(found, found[more:], strict=False) if other - one <= window), -1)


def text_goes_on(lines: Sequence[Line], above: range, below: Iterable[int]) -> bool:
    """Whether paragraphs about what stands `above` come first `below`: comments have names and dates between."""
    first = [lines[at] for at in islice(below, 3)]
    paragraphs = [line for line in first if line.is_text and not line.asks]
    if len(paragraphs) < 2:
        return False
    topics = spoken_of(lines[at] for at in above)
    return any(topic in topics for line in paragraphs for topic in line.topics)


def _without_count(folded: str) -> str:
    """A label without its number; the empty string where it has none."""
    label, count = _COUNT.subn("", folded, count=1)
    return label.strip(_AROUND_LABELS) if count else ""


def limit(name: str) -> int:
    """A number of words or lines at which a rule changes its mind."""
    value: int = _numbers()["limits"][name]
    return value


def weight(name: str) -> float:
    """What a kind of line counts for or against the article."""
    return float(_numbers()["weights"][name])


@cache
def _numbers() -> dict[str, Any]:
    return table("mul", "cleaning")
