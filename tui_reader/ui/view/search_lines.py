"""What the search window says and lists, as values. No widget here."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_reader.display import display_line
from tui_reader.ingest.input_list import record_name
from tui_reader.library.index.query_fields import FIELDS, field_named, typed_fields
from tui_reader.library.index.store import MOST_RESULTS, Hit
from tui_reader.messages import _, ngettext
from tui_reader.messages.days import written_day
from tui_reader.model import Span
from tui_reader.session.background_indexing import IndexingState
from tui_reader.session.searching import Search
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import FIRST_WORDS, shorten, shorten_at_word
from tui_reader.ui.view.signs import CUT

_LAST_FIELD = re.compile(r"(?:^|[\s(+-])(\w+):(\S*)$")
_BETWEEN_WORDS = re.compile(r"(?<!\d) | (?!\d)")  # a blank, but for those inside numbers
_WHERE = " — {}"  # behind a title
_BEFORE_HIT = 3  # a hit that would be cut stands so many parts of the width from the left


class MarkedWords(NamedTuple):
    """Words with the stretches of them that are marked."""

    words: str
    marks: tuple[Span, ...]


def head_of(hit: Hit, width: int) -> tuple[str, str]:
    """The title of a result, cut to leave room for what stands behind it: its site and day."""
    title, day = " ".join(hit.title.split()) or _name_of(hit), written_day(hit.day) if hit.day else ""
    besides = min(cell_len(title), width // 2) + cell_len(_WHERE.format(f", {day}" if day else ""))
    site = shorten(hit.site, max(0, width - besides))
    where = ", ".join(part for part in (site, day) if part)
    where = _WHERE.format(where) if where else ""
    room = max(width - cell_len(where), width // 2)
    return shorten_at_word(title, room), where


def _name_of(hit: Hit) -> str:
    """What a result without a title is called: the name of its file, with the number of its record."""
    name = hit.path and display_line(record_name(os.path.basename(hit.path), hit.record))
    return name or _("without a title")


def excerpt_of(hit: Hit, width: int) -> MarkedWords:
    """The words of a result, from so far on that what must be in sight has room."""
    text = re.sub(r"\s", " ", hit.words)  # one for one: the marks stay where they are
    if hit.focus.end < width:
        return MarkedWords(text, hit.hits)
    wanted = max(1, hit.focus.start - width // _BEFORE_HIT)
    start = max((blank.end() for blank in _BETWEEN_WORDS.finditer(text) if blank.start() < wanted), default=0)
    shift = len(CUT.sign) - start
    return MarkedWords(CUT.sign + text[start:], tuple(span.shift(shift) for span in hit.hits if span.start >= start))


def found_line(search: Search) -> str:
    """How much was found; below a query that is wrong, by which one, if any."""
    count = len(search.hits)
    is_by_nothing = bool(search.problem) and not search.found_by.strip()
    if not search.query.strip() or search.answered is None or is_by_nothing:
        return _("Articles")
    how_many = ngettext("{count} found", "{count} found", count).format(count=count)
    if count == MOST_RESULTS:
        how_many = _("the best {count}").format(count=count)
    if search.problem:
        return _("{found} by: {query}").format(found=how_many, query=shorten(search.found_by, FIRST_WORDS))
    return how_many


def query_line(search: Search, width: int, *, is_kept: bool = False) -> str:
    """What is said of the query: what its last field asks for, what is wrong with it, or the keys."""
    field = _LAST_FIELD.search(search.query)
    name = field_named(field[1]) if field else None
    meaning = _("{label}: {text}").format(label=field[1], text=_(FIELDS[name])) if field and name else ""
    if field and meaning and not field[2]:
        return meaning  # that its value is missing is no mistake yet
    hints = (_("↓ ↑ choose, Enter opens, Esc closes"), _("Enter opens, Esc closes"), _("Esc closes"))
    said = next(([words] for words in (search.problem, meaning) if words), hints)
    keep = _("ctrl+s keeps it no longer") if is_kept else _("ctrl+s keeps the search")
    can_keep = search.query.strip() and (is_kept or not search.problem)
    with_keep = [f"{words} · {keep}" for words in said] if can_keep else []
    return next((words for words in (*with_keep, *said) if cell_len(words) <= width), said[-1])


def indexing_line(state: IndexingState, articles: int | None) -> str:
    """How far indexing is; where it has ended, how many articles the index holds."""
    if state.is_running:
        form = _("{done} of {count} indexed, {rate} a second")
        return form.format(done=state.done, count=state.files, rate=round(state.rate))
    if state.problem:
        return _("indexing failed: {reason}").format(reason=state.problem)
    if state.is_stopped:
        return _("indexing stopped at {done} of {count}").format(done=state.done, count=state.files)
    indexed = ngettext("{count} article indexed", "{count} articles indexed", articles or 0)
    return "" if articles is None else indexed.format(count=articles)


def empty_lines(search: Search) -> Sequence[Line]:
    """What stands where no result does: that there is none, how the index is filled, or the fields of a query."""
    if search.articles == 0:
        return [
            Line(_("Nothing is in the index yet.")),
            Line(""),
            Line(_("What is open is read into it in the background, once all titles are there.")),
            Line(_("`tui-reader index PATH…` reads other files and folders into it.")),
        ]
    if search.query.strip():
        return [Line(_("no article fits this query"))] if search.is_answered and not search.problem else []
    fields = typed_fields()
    width = max(map(len, fields)) + 1
    lines = [Line(typed.ljust(width) + meaning, hang=width) for typed, meaning in fields.items()]
    return [Line(_('words, "phrases", begin*, OR, -without, (parentheses), and fields:')), *lines]
