"""The side panel: key figures above quotes, each a list whose selected item the article shows."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style

from tui_reader.messages import N_, _
from tui_reader.model import Figure, Quote
from tui_reader.ui import present
from tui_reader.ui.widgets.rows import RowList

SIGNS = {
    "about": "≈", "more_than": ">", "less_than": "<", "at_least": "≥", "at_most": "≤", "up_to": "≤",
}  # fmt: skip
UNNAMED = N_("speaker not named")


class FigureList(RowList):
    """The figures of an article by rank, a row each."""

    def __init__(self) -> None:
        super().__init__(id="figures")
        self.items: tuple[Figure, ...] = ()

    def show(self, items: tuple[Figure, ...], empty_text: str) -> None:
        """List these figures; `empty_text` says why there is none."""
        self.items = items
        self.empty_text = empty_text
        self.set_count(len(items))
        self.border_title = present.content(f"{_('Key figures')} ── {len(items)}" if items else _("Key figures"))

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:  # noqa: ARG002
        figure = self.items[index]
        chosen = index == self.cursor
        numeral = SIGNS.get(figure.qualifier or "", "") + " ".join(figure.text.split())
        times = f" ×{len(figure.mentions)}" if len(figure.mentions) > 1 else ""
        room = max(0, width - len(times))
        value = present.shorten(f"{numeral}  ", room)
        return [
            (value, self.style_of("title", chosen=chosen) + Style(bold=True)),
            (present.shorten(figure.what or "", room - len(value)), self.style_of("title", chosen=chosen)),
            (times, self.style_of("meta", chosen=chosen)),
        ]


class QuoteList(RowList):
    """The quotes of an article in order, two rows each: who, and the first words."""

    ITEM_ROWS: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(id="quotes")
        self.items: tuple[Quote, ...] = ()

    def show(self, items: tuple[Quote, ...], empty_text: str) -> None:
        """List these quotes; `empty_text` says why there is none."""
        self.items = items
        self.empty_text = empty_text
        self.set_count(len(items))
        self.border_title = present.content(f"{_('Quotes')} ── {len(items)}" if items else _("Quotes"))

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        quote = self.items[index]
        chosen = index == self.cursor
        if line == 0:
            who = quote.speaker or " / ".join(f"{name} ?" for name in quote.candidates) or _(UNNAMED)
            if quote.kind == "post":
                who = " ".join(part for part in (who, quote.handle, quote.date) if part)
            return [
                (present.shorten(who, width), self.style_of("title", chosen=chosen) + Style(bold=bool(quote.speaker)))
            ]
        words = " ".join(quote.clean.split())
        return [(f" « {present.shorten(words, width - 5)} »", self.style_of("meta", chosen=chosen))]
