"""The quotes of the side panel, with who said them; the article shows the selected one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from rich.style import Style

from tui_reader.export.excerpt import is_inferred
from tui_reader.export.wording import quoted
from tui_reader.messages import N_, _
from tui_reader.model import Quote, Span
from tui_reader.ui.view import render
from tui_reader.ui.view.layout import wrap
from tui_reader.ui.view.signs import CORRECTED, DOUBT, doubted
from tui_reader.ui.widgets.entry_list import EntryList

UNNAMED, NO_SPEECH = N_("speaker not named"), N_("not speech")
_SHORTEST_ROLE = 5  # cells; less of it says nothing
_MOST_ROWS = 3  # of the words of a quote that is not selected
_INSET = "  "  # before the words


class QuoteList(EntryList[Quote]):
    """The quotes of an article, in order or by speaker: who, and below that the words, of the selected one all.

    By speaker, the name stands above the first quote of each alone.
    """

    def __init__(self) -> None:
        super().__init__("quotes")
        self.language: str | None = None
        self._by_speaker = False
        self._word_rows: Sequence[Sequence[str]] = ()  # of each quote, as wide as the list is
        self._tops: Sequence[int] = (0,)  # how many rows stand above each quote
        self._width = 0

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
        self._by_speaker = by_speaker
        self.show_items(grouped(items) if by_speaker else items, stay=stay)
        self.label(_("Quotes") + (f" ── {len(items)}" if items else ""))

    # How high each one is

    def rearranged(self) -> None:
        self._lay_out()
        super().rearranged()

    def leave_item(self) -> None:
        self._lay_out()

    def fit_width(self) -> None:
        if self.scrollable_content_region.width != self._width:
            self.relaid(self._lay_out)

    def _lay_out(self) -> None:
        """Wrap the words of each quote, and find out where each one stands."""
        self._width = self.scrollable_content_region.width
        self._word_rows = [self._wrapped(index) for index in range(len(self.items))]
        heights = (self._names_speaker(index) + len(rows) for index, rows in enumerate(self._word_rows))
        self._tops = list(accumulate(heights, initial=0))

    def rows_before(self, index: int) -> int:
        return self._tops[min(index, len(self._tops) - 1)]

    def _names_speaker(self, index: int) -> bool:
        """Whether the name stands above a quote: by speaker, not again for each of them."""
        if not self._by_speaker or index == 0:
            return True
        quote, before = self.items[index], self.items[index - 1]
        return quote.speaker is None or quote.speaker != before.speaker or quote.kind == "post"

    def _wrapped(self, index: int) -> list[str]:
        """The words of a quote in rows; of one that is not selected, the first ones."""
        room = max(1, self._width - len(_INSET))
        text = quoted(" ".join(self.items[index].clean.split()), self.language)
        spans = list(wrap(text, Span(0, len(text)), room))
        rows = [text[start:end] for start, end in spans]
        if index == self.cursor or len(rows) <= _MOST_ROWS:
            return rows
        last = spans[_MOST_ROWS - 1][0]
        return [*rows[: _MOST_ROWS - 1], render.shorten(text[last:], room)]

    # Drawing

    def item_row(self, index: int, line: int, width: int) -> list[tuple[str, Style]]:
        meta = self.style_of("meta", chosen=self.is_chosen(index))
        names_speaker = self._names_speaker(index)
        if line == 0 and names_speaker:
            return self._speaker_row(index, width, meta)
        sign = self.sign(index) if line == 0 else " "
        return [(sign.ljust(len(_INSET)), meta), (self._word_rows[index][line - names_speaker], meta)]

    def _speaker_row(self, index: int, width: int, meta: Style) -> list[tuple[str, Style]]:
        """Who said it, with a sign where that is inferred or was corrected, and the role as far as it has room."""
        quote = self.items[index]
        title = self.style_of("title", chosen=self.is_chosen(index)) + Style(bold=True) if quote.speaker else meta
        signs = [DOUBT.sign] if quote.speaker and is_inferred(quote) else []
        signs += [CORRECTED.sign] if quote.corrected else []
        signed = "".join(f" {sign}" for sign in signs)
        who = render.shorten(source(quote), width - 1 - len(signed))
        role = quote.role if quote.speaker and quote.kind != "post" and (quote.role or who) not in who else None
        room = width - 1 - len(who) - len(signed)
        more = render.shorten(f", {role}", room) if role and room > _SHORTEST_ROLE else ""
        return [(self.sign(index), meta), (who, title), (signed, meta), (more, meta)]


def source(quote: Quote) -> str:
    """Who is behind quoted words, as the panel says it."""
    if not quote.speech:
        return _(NO_SPEECH)
    who = quote.speaker or " / ".join(map(doubted, quote.candidates)) or _(UNNAMED)
    if quote.kind == "post":
        who = " ".join(part for part in (who, quote.handle, quote.date) if part)
    return who


def grouped(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of each speaker together, in the order in which speakers first speak; unknown ones last."""
    firsts: dict[str | None, int] = {}
    for at, quote in enumerate(quotes):
        firsts.setdefault(quote.speaker, at)
    return tuple(sorted(quotes, key=lambda one: (one.speaker is None, firsts[one.speaker])))
