"""When what a sentence tells of was: the times that it names, but for those of announcements and of what is to come."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property

import msgspec

from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.evidence.phrases import phrases_of
from tui_reader.evidence.times import TimeExpression, time_expressions

_SAYING_REACH = 30  # code points before a day within which a verb tells that it is the day of an announcement
_SINCE_REACH = 20  # the same for a word that something began then
_LONG_DAYS = 31  # after which what began before the article is no event of its days
_DATELINE = re.compile(r"[.,:]?\s*[-–—]\s")  # behind the day of the article, before its first sentence


class SentenceTimes(msgspec.Struct, frozen=True, dict=True):
    """The times of a sentence of an article that was `published` on a day; `low` is the folded sentence."""

    text: str
    low: str
    language: str
    published: date | None

    @cached_property
    def _all(self) -> list[TimeExpression]:
        """All times that it names."""
        return time_expressions(self.text, self.language, self.published)

    @cached_property
    def of_events(self) -> tuple[TimeExpression, ...]:
        """The times that it names, but for days to come, those of announcements and those since when something is."""
        return tuple(filter(self._is_of_event, self._all))

    def _is_of_event(self, expression: TimeExpression) -> bool:
        if self.published and expression.is_day and expression.days.first > self.published:
            return False
        if expression.is_day and expression.days.first == self.published and _DATELINE.match(self.low, expression.end):
            return False
        if self._begins_then(expression):
            return False
        before = self.low[max(0, expression.start - _SAYING_REACH) : expression.start]
        return not expression.is_day or _saying(self.language).isdisjoint(WORD.findall(before)[-3:])

    def _begins_then(self, expression: TimeExpression) -> bool:
        """Whether what is told only began at a time: `depuis janvier`."""
        start = max(0, expression.start - _SINCE_REACH)
        return bool(phrases_of(self.language).since.search(self.low, start, expression.start))

    @cached_property
    def has_since(self) -> bool:
        """Whether it names a time since when something is: `depuis jeudi`."""
        return any(map(self._begins_then, self._all))

    @cached_property
    def are_of_years(self) -> bool:
        """Whether it tells of what has been for months or years: `depuis 1956`."""
        published = self.published
        long_ago = [one for one in self._all if published and (published - one.days.last).days > _LONG_DAYS]
        return any(map(self._begins_then, long_ago))


@cache
def _saying(language: str) -> frozenset[str]:
    """The forms of verbs of saying."""
    return frozenset(form for form, verb in verb_forms(language).items() if verb.level == "saying")
