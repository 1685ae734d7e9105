"""Whether a line of the head says nothing but what is known of it: who wrote the article, or on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from tui_reader.analysis.cleaning.line_features import phrases
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.lexicon.clock import hour_marks
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.dates import iso_date, month_names, words_of_dates
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block, Rewording

_OF_TEXT = ("paragraph", "list", "post")
_YEAR_DIGITS, _MINUTES = 4, 60
_SIGN = re.compile(r"\s+[-–—|•·]\s+")


def mark_what_is_said(raw: str, blocks: Sequence[Block], head: Head, language: str | None) -> tuple[Block, ...]:
    """The blocks; those above the text that say nothing but who wrote the article, or when, or where, say so."""
    byline, day = head.byline, (head.published or "").partition("T")[0]
    said: dict[int, str] = {}
    lead: int | None = None  # a line right above that only leads to a day
    for number, block in _head(blocks):
        wording = _without_site(Rewording.build(raw, [(block.span, block.edits)]).text, head.site)
        if block.kind == "byline" and byline and says_only_who(wording, byline):
            said[number] = byline
        elif block.kind == "date" and day and says_only_when(wording, day, language):
            said.update({number: day} if lead is None else {lead: day, number: day})
        lead = number if block.kind == "date" and _only_leads_to_day(wording) else None
    return tuple(
        replace(block, says_only=said[number]) if number in said else block for number, block in enumerate(blocks)
    )


def _head(blocks: Sequence[Block]) -> Iterable[tuple[int, Block]]:
    """The kept blocks above the text, by their numbers, and those right below the first paragraph, a summary, that give
    author and date.
    """
    kept = [(number, block) for number, block in enumerate(blocks) if block.kept]
    above = list(takewhile(lambda numbered: numbered[1].kind not in _OF_TEXT, kept))
    below = takewhile(lambda numbered: numbered[1].kind in ("byline", "date"), kept[len(above) + 1 :])
    return [*above, *below]


def _without_site(line: str, site: str | None) -> str:
    """A line without the name of the site behind a sign, nor an address: both are shown above the article."""
    parts = [part for part in _SIGN.split(line) if "@" not in part]
    if site and len(parts) > 1 and fold(parts[-1]).strip() == fold(site):
        parts = parts[:-1]
    return " - ".join(parts)


def says_only_who(line: str, byline: str) -> bool:
    """Whether a line has the names of a byline, and besides only what leads to them: `Par Maud Terrasse`."""
    words, names = set(_words(line)), set(_words(byline))
    return bool(names) and names <= words and words - names <= _plain_leads()


def says_only_when(line: str, day: str, language: str | None) -> bool:
    """Whether a line gives one day, an ISO 8601 date, and times of it, and besides only what leads to them:
    `Publié le 2 mars 2022 à 7 h 12, mis à jour à 18 h 40`.
    """
    first, *others = _update().split(fold(line))
    return (
        _says_day(first, day, language)
        and all(_says_day(other, day, language) or not any(map(_is_year, _words(other))) for other in others)
        and _has_only_dates(line)
    )


def _says_day(text: str, day: str, language: str | None) -> bool:
    """Whether a text gives this day and no other."""
    written = _words(text)
    months = [word for word in written if word in month_names()]
    return sum(map(_is_year, written)) == 1 and len(months) <= 1 and iso_date(text, language) == day


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR_DIGITS


def _has_only_dates(line: str) -> bool:
    """Whether a line has nothing but the words and numbers of days and times, and what leads to them."""
    written = [part for word in _words(line) for part in _clock().sub(r"\1 \2", word).split()]
    numbers = [word for word in written if word.isdecimal()]  # `2022¹` is none
    are_times = all(int(number) < _MINUTES for number in numbers if not _is_year(number))
    return are_times and set(written).difference(numbers) <= _leading_to_day() | words_of_dates()


@cache
def _update() -> re.Pattern[str]:
    """The words before the day of a change: `mis à jour`."""
    return re.compile(rf"(?<!\w){any_of(phrases('updated').starts)}")


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
