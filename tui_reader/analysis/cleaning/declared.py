"""Weigh what a source declares of itself against what its text says: title, byline, site and date."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.cleaning.address import host_of
from tui_reader.analysis.cleaning.bylines import after_by, name_alone
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.lexicon import common_data
from tui_reader.analysis.lexicon.conjugation import unaccented
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.ingest.decode import note
from tui_reader.model import Declared, Note

_SEPARATOR = re.compile(r"\s+[|•·»>–—-]{1,2}\s+|\s*[|»]\s*")
"""What stands between a title and the name of the site."""
_MOST_SITE_WORDS = 3
"""Words of the name of a site that is known from its place alone."""
_HANDLE = re.compile(r"@|\w+@\w|[\w.-]+\.\w{2,4}$")
_DAYS_APART = 1
"""Days by which two dates of one article may differ: a day begins earlier elsewhere."""


class Verdict(NamedTuple):
    """What an article is said to be, after weighing, and what was contradictory."""

    title: str | None
    byline: str | None
    site: str | None
    published: str | None
    notes: tuple[Note, ...] = ()

    def head(self, url: str | None) -> Head:
        """What is shown above the article, but for its title."""
        return Head(self.byline, self.published, self.site, url)


def weigh(head: Head, declared: Declared, title: str | None) -> Verdict:
    """Title, byline, site and date of an article, from its `title` and `head` in the text and from what is declared.

    The text's own wording wins where both agree; what is declared wins where the text has nothing or something else,
    for only a page's head is written for programs.
    """
    host = host_of(declared.url.text) if declared.url else None
    site = declared.site.text if declared.site else head.site or host
    published, notes = _published(head, declared)
    return Verdict(_title(title, declared, site), _byline(head, declared, site), site, published, notes)


def _title(own: str | None, declared: Declared, site: str | None) -> str | None:
    if declared.title is None:
        return None if declared.site and declared.site.origin == "field" else own
    if declared.title.origin == "field":
        return _without_own_site(declared.title.text, site)
    is_subject = declared.title.origin == "header"  # in which the name of the site belongs to what is said
    stated = (stated_title(declared) or "") if is_subject else without_site(declared.title.text, site)
    is_sure = declared.title.origin != "meta"  # the title of a window may be that of the site alone
    if own and (_agree(own, stated) or not stated or not (is_sure or _agree(own, declared.title.text))):
        return own
    return stated or own


def _without_own_site(title: str, site: str | None) -> str:
    """A title from a field without the name of the site behind it, which is to be the whole name."""
    parts = _SEPARATOR.split(title)
    if site is None or len(parts) < 2 or not _is_site(parts[-1], site):
        return title
    return _trimmed(title[: title.rindex(parts[-1])])


def _is_site(name: str, site: str) -> bool:
    """Whether a name is that of a site, which may be known by its host: "La Dépêche du Midi", la-depeche-du-midi.fr."""
    host = fold(site).removeprefix("www.")
    return _letters(name) in (_letters(host), _letters(host.partition(".")[0]))


def _letters(text: str) -> str:
    """The letters and digits of a text, as in the name of a host."""
    return "".join(filter(str.isalnum, unaccented(fold(text))))


def stated_title(declared: Declared) -> str | None:
    """The title that a source declares; the subject of a mail without "Fwd:" and its like."""
    if declared.title is None or declared.title.origin != "header":
        return declared.title and declared.title.text
    return _subject_prefixes().sub("", declared.title.text, count=1) or declared.title.text


@cache
def _subject_prefixes() -> re.Pattern[str]:
    prefixes = any_of(common_data().cleaning.subject_prefixes)
    return re.compile(rf"\A(?:{prefixes}(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


def without_site(title: str, site: str | None) -> str:
    """A declared title without the name of the site, where it stands behind or before it."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    if site:
        name = fold(site)
        for end, rest in ((parts[-1], title[: title.rindex(parts[-1])]), (parts[0], title[len(parts[0]) :])):
            if fold(end) in name or name in fold(end):
                return without_site(_trimmed(rest), site)  # one with such a sign itself: "The Ledger - Brume News"
    is_site = not site and len(WORD.findall(parts[-1])) <= _MOST_SITE_WORDS < len(WORD.findall(parts[0]))
    return _trimmed(title[: title.rindex(parts[-1])]) if is_site else title


def _trimmed(text: str) -> str:
    """A title without the marks that stood between it and the site."""
    return text.strip(" |•·»>–—:-\u00a0")


def _agree(one: str, other: str) -> bool:
    """Whether two titles are one, of which the shorter may be a part."""
    first, second = set(WORD.findall(fold(one))), set(WORD.findall(fold(other)))
    return bool(first) and bool(second) and 2 * len(first & second) > min(len(first), len(second))


def _byline(head: Head, declared: Declared, site: str | None) -> str | None:
    names = declared.authors.names if declared.authors else ()
    persons = list(dict.fromkeys(name_alone(after_by(name) or name) for name in names if _is_person(name, site)))
    if not persons or (head.byline and all(_names(head.byline, name) for name in persons)):
        return head.byline
    return ", ".join(persons)


def _is_person(name: str, site: str | None) -> bool:
    """Whether a declared author is somebody: not the site itself, nor an account."""
    return " " in name.strip() and not _HANDLE.search(name) and not (site and fold(name) == fold(site))


def _names(byline: str, name: str) -> bool:
    """Whether a byline has all the words of a name, in their order."""
    words, wanted = WORD.findall(fold(byline)), WORD.findall(fold(name))
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words)))


def _published(head: Head, declared: Declared) -> tuple[str | None, tuple[Note, ...]]:
    """The date of publication, as a day; a note where the text names another.

    A header's is the day on which the text was sent or stored: its own may be older.
    """
    if declared.published is None:
        return head.published, ()
    stated = declared.published.text[:10]
    own, day = _day(head.published), _day(stated)
    if own is None or day is None or own == day:
        return stated, ()
    if abs((own - day).days) <= _DAYS_APART or (declared.published.origin == "header" and own < day):
        return head.published, ()  # what a reader sees: the other is the day in Greenwich
    return stated, (note("declared.published", stated),)


def _day(moment: str | None) -> date | None:
    """The day of a date or a moment in ISO 8601; None where it is no whole date."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
