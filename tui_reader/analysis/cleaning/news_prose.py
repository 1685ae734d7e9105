"""Measure how much some lines of a page are prose of the kind of news, and whether they are legal text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases, weight
from tui_reader.analysis.lexicon import languages
from tui_reader.analysis.lexicon.conjugation import verb_forms

_NAME = re.compile(r"(?<=[a-zß-ÿ,]\s)[A-ZÀ-Þ][\w'’-]+")  # with a capital that no sentence gives it
_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n.–—]{2,60}\s[–—-]{1,2}\s")  # "LIMA (AFP) — "


def news_signs(draft: PageDraft, indices: Iterable[int]) -> float:
    """How much speaks for news in lines of text: datelines, reported speech and names; legal text counts nothing."""
    return sum(_signs_of(draft, index) for index in indices if not is_legal(draft.lines[index]))


def reports_speech(draft: PageDraft, index: int) -> bool:
    """Whether a line quotes or has a verb of saying, as news has and what a site says to its readers seldom has."""
    line = draft.lines[index]
    return line.quotes_words or not line.words.isdisjoint(_verbs_of_saying(draft.language))


def are_terms(draft: PageDraft, indices: Sequence[int]) -> bool:
    """Whether several paragraphs that follow one another are a site's terms: mostly legal text, hardly any news."""
    legal = sum(is_legal(draft.lines[index]) for index in indices)
    are_many = len(indices) >= limit("fewest_terms") and 2 * legal > len(indices)
    return are_many and sum(_signs_of(draft, index) for index in indices) <= len(indices)


def is_legal(line: Line) -> bool:
    """Whether a line is part of a site's terms, or of what it says about privacy."""
    if line.quotes_words:
        return False
    return phrases("terms", "consent").count_in(line) >= limit("fewest_consent_signs")


def _signs_of(draft: PageDraft, index: int) -> float:
    text, line = draft.blocks[index].text, draft.lines[index]
    if line.word_count <= limit("most_cry_words"):
        return 0.0
    names = min(len(_NAME.findall(text)), limit("most_names"))
    says = names > 0 and not line.words.isdisjoint(_verbs_of_saying(draft.language))  # somebody says it
    speech = line.quotes_words or says
    return names + weight("speech") * speech + weight("dateline") * (_DATELINE.match(text) is not None)


@cache
def _verbs_of_saying(language: str | None) -> frozenset[str]:
    """The forms in which the verbs of saying of a language report, or of none."""
    forms = verb_forms(language) if language in languages() else {}
    reporting = ("finite", "past")
    return frozenset(
        word for word, verb in forms.items() if verb.level == "saying" and not verb.forms.isdisjoint(reporting)
    )
