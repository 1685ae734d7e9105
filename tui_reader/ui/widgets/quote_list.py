"""The quotes of the side panel, with who said them; the article shows the selected one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style

from tui_reader.export.wording import quoted
from tui_reader.messages import N_, _
from tui_reader.model import Quote, Span
from tui_reader.ui.view import render
from tui_reader.ui.view.layout import wrap
from tui_reader.ui.view.signs import CORRECTED, DOUBT
from tui_reader.ui.widgets.entry_list import EntryList

UNNAMED, NO_SPEECH = N_("speaker not named"), N_("not speech")
_SHORTEST_ROLE = 5  # cells; less of it says nothing


class QuoteList(EntryList[Quote]):
    """The quotes of an article, in order or by speaker, three rows each: who, and the first words."""

    ITEM_ROWS: ClassVar[int] = 3

    def __init__(self) -> None:
        super().__init__("quotes")
        self.language: str | None = None

    def show(
        self,
        items: tuple[Quote, ...],
        empty_text: str,
        *,
        language: str | None,
        by_speaker: bool = False,
        stay: bool = False,
    ) -> None:
        """List these quotes of an article in `language`, `stay` on the same; `empty_text` says why there is none."""
        self.language = language
        self.empty_text = empty_text
        self.show_items(grouped(items) if by_speaker else items, stay=stay)
        self.border_title = render.content(_("Quotes") + (f" ── {len(items)}" if items else ""))

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        quote = self.items[index]
        chosen = self.is_chosen(index)
        meta = self.style_of("meta", chosen=chosen)
        if line == 0:
            title = self.style_of("title", chosen=chosen) + Style(bold=bool(quote.speaker))
            sign = f" {CORRECTED.sign}" if quote.corrected else ""
            who = render.shorten(source(quote), width - 1 - len(sign)) + sign
            role = quote.role if quote.speaker and quote.kind != "post" and (quote.role or who) not in who else None
            room = width - 1 - len(who)
            more = render.shorten(f", {role}", room) if role and room > _SHORTEST_ROLE else ""
            return [(self.sign(index), meta), (who, title), (more, meta)]
        text = quoted(" ".join(quote.clean.split()), self.language)
        rows = list(wrap(text, Span(0, len(text)), max(1, width - 2)))
        if line > len(rows):
            return []
        start, end = rows[line - 1]
        shown = text[start:] if line == 2 else text[start:end]
        return [("  ", meta), (render.shorten(shown, width - 2), meta)]


def source(quote: Quote) -> str:
    """Who is behind quoted words, as the panel says it."""
    if not quote.speech:
        return _(NO_SPEECH)
    who = quote.speaker or " / ".join(f"{name} {DOUBT.sign}" for name in quote.candidates) or _(UNNAMED)
    if quote.kind == "post":
        who = " ".join(part for part in (who, quote.handle, quote.date) if part)
    return who


def grouped(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of each speaker together, in the order in which speakers first speak; unknown ones last."""
    firsts: dict[str | None, int] = {}
    for at, quote in enumerate(quotes):
        firsts.setdefault(quote.speaker, at)
    return tuple(sorted(quotes, key=lambda one: (one.speaker is None, firsts[one.speaker])))
