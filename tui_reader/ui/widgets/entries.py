"""The side panel: key figures above quotes, each a list whose selected item the article shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style

from tui_reader.messages import N_, _
from tui_reader.model import Figure, Quote, Span
from tui_reader.ui.view import render
from tui_reader.ui.view.layout import wrap
from tui_reader.ui.widgets.row_list import RowList

SIGNS = {
    "about": "≈", "more_than": ">", "less_than": "<", "at_least": "≥", "at_most": "≤", "up_to": "≤",
}  # fmt: skip
UNNAMED, NO_SPEECH = N_("speaker not named"), N_("not speech")
IN_SIGHT = "▸"
_SHORTEST_ROLE = 5  # cells; less of it says nothing


class EntryList(RowList):
    """The base of both: its items stand in the article, and those in sight there are marked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.places: list[tuple[int, int]] = []
        self.near: Sequence[int] = ()

    def locate(self, items: Sequence[Figure | Quote], place: Callable[[Span], Span]) -> None:
        """Learn where on the page the items stand."""
        self.places = sorted((place(item.span).start, at) for at, item in enumerate(items))
        self.near = ()

    def follow(self, sight: Span) -> None:
        """Mark the items that stand in the stretch of the page in sight, and bring one of them into view."""
        first, last = (bisect_left(self.places, (edge, 0)) for edge in sight)
        near = [at for _start, at in self.places[first:last]]
        if near == self.near:
            return
        self.near = near
        if near and not self.has_focus and not set(near) & set(self.in_sight()):
            row = min(near) * self.ITEM_ROWS
            self.scroll_to(y=row, animate=False, force=True, immediate=True)
        self.refresh()

    def sign(self, index: int) -> str:
        """What stands before an item: a mark where it is in sight in the article."""
        return IN_SIGHT if index in self.near else " "


class FigureList(EntryList):
    """The figures of an article, by rank or by place, a row each; under the selected one, who gives it."""

    def __init__(self) -> None:
        super().__init__("figures")
        self.items: tuple[Figure, ...] = ()
        self.mention = 0  # which place of the selected figure is shown

    def show(self, items: tuple[Figure, ...], empty_text: str, *, by_place: bool = False) -> None:
        """List these figures; `empty_text` says why there is none."""
        self.items = tuple(sorted(items, key=lambda one: one.span)) if by_place else items
        self.empty_text = empty_text
        self.mention = 0
        self.set_count(len(items))
        self.border_title = render.content(_("Key figures") + (f" ── {len(items)}" if items else ""))

    @property
    def current(self) -> Figure | None:
        """The figure at the cursor."""
        return self.items[self.cursor] if self.items else None

    @property
    def place(self) -> Span | None:
        """The place of the figure at the cursor that is shown."""
        figure = self.current
        return (figure.mentions or (figure.span,))[self.mention] if figure else None

    def next_mention(self) -> bool:
        """To the next place of the figure at the cursor; False where it has only one."""
        count = len(self.current.mentions) if self.current else 0
        if count < 2:
            return False
        self.mention = (self.mention + 1) % count
        self.refresh()
        return True

    def leave_item(self) -> None:
        self.mention = 0

    def _notes(self) -> list[str]:
        """What is said under the selected figure."""
        figure = self.current
        if figure is None:
            return []
        notes = [f"— {figure.attribution}"] if figure.attribution else []
        if len(figure.mentions) > 1:
            place, count = self.mention + 1, len(figure.mentions)
            notes.append(_("place {place} of {count}, Enter: the next").format(place=place, count=count))
        return notes

    def extra_rows(self) -> int:
        return len(self._notes())

    def extra_row(self, line: int, width: int) -> list[tuple[str, Style]]:
        return [(render.shorten(f"   {self._notes()[line]}", width), self.style_of("extra"))]

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:  # noqa: ARG002
        figure = self.items[index]
        chosen = self.is_chosen(index)
        title, meta = self.style_of("title", chosen=chosen), self.style_of("meta", chosen=chosen)
        numeral = SIGNS.get(figure.qualifier or "", "") + " ".join(figure.text.split())
        times = f" ×{len(figure.mentions)}" if len(figure.mentions) > 1 else ""
        room = max(0, width - len(times) - 1)
        value = render.shorten(f"{numeral}  ", room)
        return [
            (self.sign(index), meta),
            (value, title + Style(bold=True)),
            (render.shorten(figure.what or "", room - len(value)), title),
            (times, meta),
        ]


class QuoteList(EntryList):
    """The quotes of an article, in order or by speaker, three rows each: who, and the first words."""

    ITEM_ROWS: ClassVar[int] = 3

    def __init__(self) -> None:
        super().__init__("quotes")
        self.items: tuple[Quote, ...] = ()

    def show(self, items: tuple[Quote, ...], empty_text: str, *, by_speaker: bool = False) -> None:
        """List these quotes; `empty_text` says why there is none."""
        self.items = grouped(items) if by_speaker else items
        self.empty_text = empty_text
        self.set_count(len(items))
        self.border_title = render.content(_("Quotes") + (f" ── {len(items)}" if items else ""))

    @property
    def current(self) -> Quote | None:
        """The quote at the cursor."""
        return self.items[self.cursor] if self.items else None

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        quote = self.items[index]
        chosen = self.is_chosen(index)
        meta = self.style_of("meta", chosen=chosen)
        if line == 0:
            title = self.style_of("title", chosen=chosen) + Style(bold=bool(quote.speaker))
            who = render.shorten(source(quote), width - 1)
            role = quote.role if quote.speaker and quote.kind != "post" and (quote.role or who) not in who else None
            room = width - 1 - len(who)
            more = render.shorten(f", {role}", room) if role and room > _SHORTEST_ROLE else ""
            return [(self.sign(index), meta), (who, title), (more, meta)]
        quoted = f"« {' '.join(quote.clean.split())} »"
        rows = list(wrap(quoted, Span(0, len(quoted)), max(1, width - 2)))
        if line > len(rows):
            return []
        start, end = rows[line - 1]
        shown = quoted[start:] if line == 2 else quoted[start:end]
        return [("  ", meta), (render.shorten(shown, width - 2), meta)]


def source(quote: Quote) -> str:
    """Who is behind quoted words, as the panel says it."""
    if not quote.speech:
        return _(NO_SPEECH)
    who = quote.speaker or " / ".join(f"{name} ?" for name in quote.candidates) or _(UNNAMED)
    if quote.kind == "post":
        who = " ".join(part for part in (who, quote.handle, quote.date) if part)
    return who


def grouped(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of each speaker together, in the order in which speakers first speak; unknown ones last."""
    firsts: dict[str | None, int] = {}
    for at, quote in enumerate(quotes):
        firsts.setdefault(quote.speaker, at)
    return tuple(sorted(quotes, key=lambda one: (one.speaker is None, firsts[one.speaker])))
