"""How press archives mark the articles of an export, which puts many into one text.

Factiva and Nexis end each article with a line of their own, Europresse with the article's number; ProQuest and older
LexisNexis begin each with its place in the export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from tui_reader.model import Span

FACTIVA_NUMBER = r"(?P<source>[A-Z\d]{8})(?P<day>(?:19|20)\d{6})[a-z\d]{9}"
"""An article's number in Factiva, as a pattern: source padded to eight, day, running number."""
EUROPRESSE_NUMBER = r"[a-z]{2,12}[·•](?P<day>(?:19|20)\d{6})[·•]"
"""How an article's number in Europresse begins, as a pattern: kind, day; source and running number follow."""
_BY = re.compile(r"\A(?:by|par|por)\s*:?\s+", re.IGNORECASE)
"""The word before an author; "de" and "von" are none, since names begin with them."""


class Form(msgspec.Struct, frozen=True):
    """The form of one archive's exports: the line that begins each article or, where `ends`, ends it.

    `line` is a pattern, which always holds one of `signs`; `numbered`: it holds the article's number in the archive.
    """

    line: str
    signs: tuple[str, ...]
    ends: bool
    numbered: bool

    def marks(self, text: str) -> Iterator[re.Match[str]]:
        """The whole lines of `text` that are such, line ends included."""
        if any(sign in text for sign in self.signs):  # few texts have any: it saves looking at each line
            yield from _whole_line(self.line).finditer(text)


def author_of(line: str) -> str:
    """The author in the line that an archive gives to them, without the word "by" before."""
    return _BY.sub("", line)


@cache
def _whole_line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\r\n])[ \t\f\ufeff]*(?:{pattern})[ \t]*(?:\r\n|\n|\r|\Z)")


FORMS = (
    Form(  # "Document LEMOND0020220302ei320002t"
        rf"(?:Document|Dokument|Documento) {FACTIVA_NUMBER}",
        ("Document ", "Dokument ", "Documento "),
        ends=True,
        numbered=True,
    ),
    Form(  # "news·20220302·LM·1234567"
        rf"{EUROPRESSE_NUMBER}[A-Z\d]{{1,8}}[·•][\w·•-]{{1,40}}", ("·", "•"), ends=True, numbered=True
    ),
    Form("End of Document|Fin du document", ("End of Document", "Fin du document"), ends=True, numbered=False),
    Form(
        r"\d{1,6} of \d{1,6} DOCUMENTS?|Document \d{1,6} (?:of|de|sur) \d{1,6}",
        (" DOCUMENT", "Document "),
        ends=False,
        numbered=False,
    ),
)


def records(text: str) -> list[Span]:
    """Where each article of an export stands: stretches that cover `text`, or one stretch where it is no export.

    What stands before the first mark belongs to the first article, what stands after the last to the last.
    """
    for form in FORMS:
        cuts = [mark.end() if form.ends else mark.start() for mark in form.marks(text)]
        if len(cuts) > 1:
            inner = cuts[:-1] if form.ends else cuts[1:]
            return [Span(*ends) for ends in zip([0, *inner], [*inner, len(text)], strict=True)]
    return [Span(0, len(text))]


def marks(text: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """The marks of exports in the text of one article."""
    for form in FORMS:
        for found in form.marks(text):
            yield form, found
