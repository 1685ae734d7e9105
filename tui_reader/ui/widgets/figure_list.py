"""The key figures of the side panel; the article shows the selected one."""

from __future__ import annotations

from rich.style import Style

from tui_reader.messages import _
from tui_reader.model import Figure, Span
from tui_reader.ui.view import render, signs
from tui_reader.ui.view.figure_columns import FigureColumns, figure_columns, numeral
from tui_reader.ui.widgets.entry_list import EntryList


class FigureList(EntryList[Figure]):
    """The figures of an article, by rank or by place, a row each; under the selected one, who gives it."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__("figures")
        self.ascii_only = ascii_only
        self.mention = 0  # which place of the selected figure is shown
        self._columns: dict[int, FigureColumns] = {}  # of these figures, by the cells that a row leaves them

    def show(self, items: tuple[Figure, ...], empty_text: str, *, by_place: bool = False, stay: bool = False) -> None:
        """List these figures, `stay` on the same one; `empty_text` says why there is none."""
        self.empty_text = empty_text
        self.mention = self.mention if stay else 0
        self.show_items(tuple(sorted(items, key=lambda one: one.span)) if by_place else items, stay=stay)
        self.label(_("Key figures") + (f" ── {len(items)}" if items else ""))

    @property
    def place(self) -> Span | None:
        """The place of the figure at the cursor that is shown."""
        figure = self.current
        places = (figure.mentions or (figure.span,)) if figure else ()
        return places[min(self.mention, len(places) - 1)] if places else None

    def next_mention(self) -> bool:
        """To the next place of the figure at the cursor; False where it has only one."""
        count = len(self.current.mentions) if self.current else 0
        if count < 2:
            return False
        self.mention = (self.mention + 1) % count
        self.refresh()
        return True

    def rearranged(self) -> None:
        self._columns.clear()
        super().rearranged()

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
            notes.append(_("place {place} of {count}, Enter: next").format(place=place, count=count))
        return notes

    def extra_rows(self) -> int:
        return len(self._notes())

    def extra_row(self, line: int, width: int) -> list[tuple[str, Style]]:
        return [(render.shorten(f"   {self._notes()[line]}", width), self.style_of("extra"))]

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:  # noqa: ARG002
        figure = self.items[index]
        chosen = self.is_chosen(index)
        title, meta = self.style_of("title", chosen=chosen), self.style_of("meta", chosen=chosen)
        times = f" {signs.TIMES.sign}{len(figure.mentions)}" if len(figure.mentions) > 1 else ""
        times += f" {signs.CORRECTED.sign}" if figure.corrected else ""
        room = max(0, width - len(times) - 1)
        if room not in self._columns:
            self._columns[room] = figure_columns(self.items, room, ascii_only=self.ascii_only)
        value = render.shorten(self._columns[room].value(numeral(figure, ascii_only=self.ascii_only), room), room)
        return [
            (self.sign(index), meta),
            (value, title + Style(bold=True)),
            (render.shorten(figure.what or "", room - len(value)), title),
            (times, meta),
        ]
