"""The headline list: a row for each saved search and each feed, two or three for each entry, the related headlines
under the current one, and headings between them.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.message import Message

from tui_reader.display import display_line
from tui_reader.messages import _, ngettext
from tui_reader.messages.days import written_day
from tui_reader.model import Headline, Span
from tui_reader.session.entries import Entry
from tui_reader.session.feeds import FOLDER_SIGN, FeedCount, FeedRow
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.saved_searches import SearchCount
from tui_reader.ui.view import render, signs
from tui_reader.ui.view.layout import wrap
from tui_reader.ui.widgets.row_list import RowList

_FEWEST_ROWS = 2  # of an entry: its title, and what is known of it
_GUTTER = 3  # cells before a title: whether it is read, and has a star
_SHORTEST_SOURCE = 8  # cells of a paper's name that are left to it beside the day
_MOST_CELLS = 255  # of a title that are counted


class HeadlineList(RowList):
    """The saved searches, the feeds, and the entries of the collection or those of them that a filter leaves."""

    ITEM_ROWS: ClassVar[int] = _FEWEST_ROWS

    def __init__(self, reading_list: ReadingList) -> None:
        super().__init__("headlines", reading_list.cursor)
        self.list = reading_list
        self.related: tuple[Headline, ...] = ()
        self.note = ""
        self._cells = bytearray()  # of each entry's title, as far as it is known
        self._tops: Sequence[int] = (0,)  # how many rows stand above each item
        self._room_laid_out = 0
        self.learn(index for index, _entry in reading_list.collection.entries.kept())

    def on_mount(self) -> None:
        self.show_order()

    def learn(self, indices: Iterable[int]) -> None:
        """The titles of these entries may be others."""
        entries = self.list.collection.entries
        self._make_room()
        has_changed = False
        for index in indices:
            cells = min(_MOST_CELLS, cell_len(display_line(entries[index].shown_title)))
            has_changed = has_changed or (cells > self._room_laid_out) != (self._cells[index] > self._room_laid_out)
            self._cells[index] = cells
        if has_changed and self._room_laid_out:
            self.relaid(self._lay_out)

    def _make_room(self) -> None:
        """Count a title of which nothing is known yet as one without words."""
        self._cells.extend(bytes(max(0, len(self.list.collection.entries) - len(self._cells))))

    @property
    def _room(self) -> int:
        """The cells that titles have."""
        return max(1, self.scrollable_content_region.width - _GUTTER)

    def _lay_out(self) -> None:
        """Find out where each item stands; a title that is not known yet has one row."""
        self._make_room()
        rows, room, cells = self.list.rows, self._room, self._cells
        heights = chain([1] * rows.first_entry, [_FEWEST_ROWS + (cells[index] > room) for index in rows.order])
        self._tops = array("L", accumulate(heights, initial=0))
        self._room_laid_out = room

    def rows_before(self, index: int) -> int:
        return self._tops[min(index, len(self._tops) - 1)]

    def fit_width(self) -> None:
        if self._room != self._room_laid_out:
            self.relaid(self._lay_out)

    def show_order(self) -> None:
        """Show the entries as they are arranged now."""
        self._lay_out()
        self.related = ()
        self.rearranged()
        self.say_position()

    def show_related(self, related: tuple[Headline, ...]) -> None:
        """Stand these headlines under the current entry."""
        if related != self.related:
            self.related = related
            self.resized()

    def say_position(self, note: str | None = None) -> None:
        """Name the list and the place in it on its border, and below it how far reading has come, or a note.

        Without a note, the one before stays.
        """
        title = _("Headlines")
        rows = self.list.rows
        if self.list.current is not None:
            place_number = self.cursor - rows.first_entry + 1
            place = _("{place} of {count}").format(place=place_number, count=len(rows.order))
            whole = f"{title} ── {place}"
            title = place if 0 < self.size.width < len(whole) + 2 else whole
        known, count = self.list.collection.known, len(self.list.collection)
        self.note = self.note if note is None else note
        self.label(title, f"{known}/{count}" if known < count else self.note)

    class Scrolled(Message):
        """Other entries came into sight."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def leave_item(self) -> None:
        self.related = ()
        self.say_position()

    def extra_rows(self) -> int:
        return 0 if self.list.current is None else len(self.related)

    def selectable_rows(self) -> int:
        return self.extra_rows()

    @property
    def is_empty(self) -> bool:
        return not self.list.order

    @property
    def headed(self) -> Collection[int]:
        return self.list.rows.headings

    def heading_row(self, index: int, width: int) -> list[tuple[str, Style]]:
        heading = _(self.list.rows.headings[index])
        words = render.shorten(f"── {heading} ", width)
        return [(words + "─" * (width - cell_len(words)), self.style_of("meta"))]

    @property
    def chosen_related(self) -> Headline | None:
        """The related headline at the cursor."""
        return self.related[self.extra - 1] if 0 < self.extra <= len(self.related) else None

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        query, entry_index = self.list.rows.search_at(index), self.list.rows.entry_at(index)
        chosen = self.is_chosen(index)
        title, meta = self.style_of("title", chosen=chosen), self.style_of("meta", chosen=chosen)
        if query is not None:
            return search_row(query, self.list.searches.count_of(query), width, title)
        feed = self.list.rows.feed_at(index)
        if feed is not None:
            return feed_row(feed, self.list.count_of(feed), width, title)
        entry = self.list.collection.entries[entry_index or 0]
        room, title_rows = max(1, width - _GUTTER), self._rows_of(index) - 1
        if line == title_rows:
            return [(" " * _GUTTER, meta), (render.shorten(details(entry, room), room), meta)]
        title += Style(bold=entry.unread)
        mark = signs.WARNING if entry.problem else signs.READ if entry.read else signs.UNREAD
        star = signs.STAR.sign if entry.starred else " "
        gutter = f"{mark.sign}{star}".ljust(_GUTTER) if line == 0 else " " * _GUTTER
        return [(gutter, title), (list(title_lines(entry.shown_title, room, title_rows))[line], title)]

    def extra_row(self, line: int, width: int) -> list[tuple[str, Style]]:
        """A related headline: repaired words underlined, a question mark after doubtful ones."""
        headline = self.related[line]
        style = self.style_of("extra", chosen=self.extra == line + 1)
        marks = [one.at for one in headline.repairs]
        doubts = {one.at.end: signs.DOUBT.sign for one in headline.doubtful}
        mark = style + Style(underline=True)
        words = render.marked(headline.text, width - 4, marks, base=style, mark=mark, signs=doubts)
        return [(f"  {signs.RELATED.sign} ", style), *words]


def title_lines(title: str, room: int, count: int) -> Iterator[str]:
    """A title in so many rows of so many cells; what does not fit into the last one is cut."""
    shown = display_line(title)
    rows = list(wrap(shown, Span(0, len(shown)), room))[:count]
    yield from (shown[start:end] for start, end in rows[:-1])
    yield render.shorten_at_word(shown[rows[-1][0] :], room)
    yield from [""] * (count - len(rows))


def search_row(query: str, count: SearchCount | None, width: int, style: Style) -> list[tuple[str, Style]]:
    """The row of a saved search: its query, and how many of the articles that it finds are unread, or what is wrong."""
    if count is None:
        sign, said = " ", ""
    elif count.problem:
        room = max(width // 2, width - _GUTTER - 1 - cell_len(query))
        sign, said = signs.WARNING.sign, f" {render.shorten(count.problem, room)}"
    else:
        sign, said = (signs.UNREAD if count.unread else signs.READ).sign, f" {count.unread}/{count.articles}"
        style += Style(bold=count.unread > 0)
    return _counted_row(sign, query, said, width, style)


def feed_row(feed: FeedRow, count: FeedCount, width: int, style: Style) -> list[tuple[str, Style]]:
    """The row of a feed or a folder: its name, and how many of its articles are unread, or that it cannot be asked."""
    sign = signs.WARNING if feed.problem else signs.UNREAD if count.unread else signs.READ
    style += Style(bold=count.unread > 0)
    name = feed.name if feed.address else f"{feed.name}{FOLDER_SIGN}"
    return _counted_row(sign.sign, name, f" {count.unread}/{count.articles}", width, style)


def _counted_row(sign: str, name: str, said: str, width: int, style: Style) -> list[tuple[str, Style]]:
    """A row with a sign and a name on its left, and what is said of it on its right."""
    shown_name = render.shorten(name, max(1, width - _GUTTER - cell_len(said)))
    blanks = " " * (width - _GUTTER - cell_len(said) - cell_len(shown_name))
    return [(f"{sign:{_GUTTER}}{shown_name}{blanks}", style), (said, style)]


def details(entry: Entry, room: int) -> str:
    """The last row of an entry: its problem, or site, date and length, as far as they are known and have room."""
    if entry.problem:
        return entry.problem
    minutes = entry.minutes or 0
    length = ngettext("{count} min", "{count} min", minutes).format(count=minutes) if minutes else None
    alike = f"{signs.ALIKE.sign}{entry.folded}" if entry.folded else None
    names = f" {signs.SAME_TEXT.sign} ".join([entry.input.name, *entry.names]) if entry.names else None
    sign = f"{signs.CORRECTED.sign} " if entry.corrections else ""
    day = entry.day and written_day(entry.day)
    copy = f"{signs.SAME_TEXT.sign} {entry.input.name}" if entry.same_as is not None else None
    source = names or copy or entry.site or (None if day else entry.input.name)
    if source and day:  # the day is known better than the end of a name
        source = render.shorten(source, max(_SHORTEST_SOURCE, room - cell_len(f"{sign} · {day}")))
    parts = [part for part in (source, day, alike, length) if part]
    shown = sign + (parts[0] if parts else "")
    for part in parts[1:]:
        if cell_len(f"{shown} · {part}") > room:
            break
        shown = f"{shown} · {part}"
    return shown
