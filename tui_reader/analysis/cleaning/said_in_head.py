"""Whether a line of the head says nothing but what is known of it: who wrote the article, or on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from tui_reader.analysis.cleaning.line_features import phrases
from tui_reader.analysis.lexicon.clock import hour_marks
from tui_reader.analysis.text.dates import iso_date, month_names, words_of_dates
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Rewording

_OF_TEXT = ("paragraph", "list", "post")
_YEAR_DIGITS, _MINUTES = 4, 60


def mark_what_is_said(
    raw: str, blocks: Sequence[Block], byline: str | None, published: str | None, language: str | None
) -> tuple[Block, ...]:
    """The blocks; those above the text that say nothing but who wrote the article, or when, say so."""
    day = (published or "").partition("T")[0]
    said: dict[int, str] = {}
    lead: int | None = None  # a line right above that only leads to a day
    for number, block in _head(blocks):
        wording = Rewording.build(raw, [(block.span, block.edits)]).text
        if block.kind == "byline" and byline and says_only_who(wording, byline):
            said[number] = byline
        elif block.kind == "date" and day and says_only_when(wording, day, language):
            said.update({number: day} if lead is None else {lead: day, number: day})
        lead = number if block.kind == "date" and _only_leads_to_day(wording) else None
    return tuple(
        replace(block, says_only=said[number]) if number in said else block for number, block in enumerate(blocks)
    )


def _head(blocks: Sequence[Block]) -> Iterable[tuple[int, Block]]:
    """The kept blocks above the text, by their numbers."""
    kept = ((number, block) for number, block in enumerate(blocks) if block.kept)
    return takewhile(lambda numbered: numbered[1].kind not in _OF_TEXT, kept)


def says_only_who(line: str, byline: str) -> bool:
    """Whether a line has the names of a byline, and besides only what leads to them: `Par Maud Terrasse`."""
    words, names = set(_words(line)), set(_words(byline))
    return bool(names) and names <= words and words - names <= _plain_leads()


def says_only_when(line: str, day: str, language: str | None) -> bool:
    """Whether a line gives one day, an ISO 8601 date, and times of it, and besides only what leads to them:
    `Publié le 2 mars 2022 à 7 h 12, mis à jour à 18 h 40`.
    """
    written = _words(line)
    written = [part for word in written for part in _clock().sub(r"\1 \2", word).split()]
    numbers = [word for word in written if word.isdecimal()]  # `2022¹` is none
    years = [number for number in numbers if len(number) == _YEAR_DIGITS]
    months = [word for word in written if word in month_names()]
    is_one_day = len(years) == 1 and len(months) <= 1 and iso_date(line, language) == day
    are_times = all(int(number) < _MINUTES for number in numbers if number not in years)
    return is_one_day and are_times and set(written).difference(numbers) <= _leading_to_day() | words_of_dates()


def _only_leads_to_day(line: str) -> bool:
    """Whether a line only leads to a day that stands below it: `Publié le`."""
    words = set(_words(line))
    return bool(words) and words <= _leading_to_day()


def _words(line: str) -> list[str]:
    return [part for word in WORD.findall(fold(line)) for part in word.split("-")]


@cache
def _clock() -> re.Pattern[str]:
    """A time of day that is one word: `13h36`."""
    return re.compile(rf"^(\d{{1,2}}){hour_marks()}(\d{{0,2}})$")


@cache
def _plain_leads() -> frozenset[str]:
    """The words that alone lead to a name: `par`; not those that say more, as `propos recueillis par`."""
    starts = map(_words, phrases("byline", "may_sign").starts)
    return frozenset(start[0] for start in starts if len(start) == 1)


@cache
def _leading_to_day() -> frozenset[str]:
    """The words that only lead to a day, in every language of the lexicon."""
    return frozenset(word for start in phrases("published", "updated").starts for word in _words(start))
