"""The clippings of all articles: to open, order, comment on and remove."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from tui_reader.display import copyable
from tui_reader.library.values import Clipping
from tui_reader.messages import _
from tui_reader.model import Excerpt
from tui_reader.session.clippings import Clippings, next_mark
from tui_reader.session.undo import UndoStack
from tui_reader.ui.screens.chooser import FilteredChoice, LongChoice
from tui_reader.ui.screens.prompt import Prompt
from tui_reader.ui.screens.reader.copying import Copying
from tui_reader.ui.view.clipping_lines import ANOTHER, GROUPINGS, clipping_lines, heading_lines


class ClippingsScreen(FilteredChoice):
    """Gives the id of the clipping whose place is to be shown.

    `undo_stack` takes back what is done here; `cited` makes a citation.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "remove", show=False),
        Binding("m", "mark", show=False),
        Binding("n", "note", show=False),
        Binding("t", "heading", show=False),
        Binding("w", "group", show=False),
        Binding("J,shift+down", "shift(1)", show=False),
        Binding("K,shift+up", "shift(-1)", show=False),
        Binding("u", "undo", show=False),
        Binding("y", "copy('words')", show=False),
        Binding("Y", "copy('citation')", show=False),
    ]

    def __init__(self, clippings: Clippings, undo_stack: UndoStack, cited: Callable[[Excerpt], str]) -> None:
        hints = (
            _("Enter opens · y Y copy · m mark · n note · t heading · J K move · x remove · u undo · w group"),
            _("m mark · n note · t heading · x remove · w group · / filter · Esc closes"),
            _("m mark · n note · t heading · x remove · Esc closes"),
            _("Esc closes"),
        )
        self._clippings = clippings
        self._undo_stack = undo_stack
        self._cited = cited
        self._grouping = "heading"
        self._done = 0  # how much of what can be undone was done here
        super().__init__(self._title(), clipping_lines(clippings.in_order(), self._grouping), hints=hints)

    def _title(self) -> str:
        parts = (_("Clippings"), str(len(self._clippings)), _(GROUPINGS[self._grouping]))
        return " · ".join((*parts, f"/{self.words}") if self.words else parts)

    @property
    def clipping(self) -> Clipping | None:
        """The one at the cursor."""
        chosen = self.list.chosen
        return self._clippings.get(chosen) if isinstance(chosen, str) else None

    def show_filtered(self) -> None:
        """List the clippings as they are now, the cursor on the same one, or at the same row."""
        self.relist(self._title(), clipping_lines(self._clippings.in_order(), self._grouping, self.words))

    def _change(self, description: str, clipping: Clipping | None, change: Callable[[Clipping], None]) -> None:
        """Do something with a clipping, as it is now, that can be undone; it may be gone meanwhile."""
        before = self._clippings.get(clipping.id) if clipping else None
        if before is None:
            return
        change(before)
        self._push(description, lambda: self._clippings.put(before))
        self.show_filtered()

    def action_remove(self) -> None:
        self._change(_("clipping removed"), self.clipping, lambda one: self._clippings.remove(one.id))

    def action_mark(self) -> None:
        self._change(_("mark"), self.clipping, lambda one: self._clippings.put(replace(one, mark=next_mark(one.mark))))

    def action_note(self) -> None:
        clipping = self.clipping

        def typed(text: str | None) -> None:
            if text is not None:
                self._change(_("Note"), clipping, lambda one: self._clippings.put(replace(one, note=text)))

        if clipping:
            self.app.push_screen(Prompt(_("Note"), clipping.note), typed)

    def action_heading(self) -> None:
        """Offer the headings that there are; where there is none, have one typed."""
        clipping = self.clipping
        if clipping is None:
            return
        offered = self._clippings.headings_to_offer(clipping)
        if not offered and not clipping.heading:
            self._type_heading(clipping)
            return

        def chosen(value: object) -> None:
            if value is ANOTHER:
                self._type_heading(clipping)
            elif isinstance(value, str):
                self._put_under(clipping, value)

        lines = heading_lines(offered, clipping.heading)
        self.app.push_screen(LongChoice(_("Heading"), lines, lines[0].value), chosen)

    def _type_heading(self, clipping: Clipping) -> None:
        def typed(text: str | None) -> None:
            if text is not None:
                self._put_under(clipping, text.strip())

        self.app.push_screen(Prompt(_("Heading"), clipping.heading), typed)

    def _put_under(self, clipping: Clipping, heading: str) -> None:
        self._change(_("Heading"), clipping, lambda one: self._clippings.change_heading(one, heading))

    def action_shift(self, by: int) -> None:
        clipping = self.clipping
        if clipping and self._grouping == "heading" and self._clippings.move(clipping, by):
            self._push(_("order"), lambda: self._move(clipping.id, -by))
            self.show_filtered()

    def _move(self, clipping_id: str, by: int) -> None:
        clipping = self._clippings.get(clipping_id)
        if clipping:
            self._clippings.move(clipping, by)

    def _push(self, description: str, take_back: Callable[[], None]) -> None:
        """Remember what was done here, to be taken back."""
        self._undo_stack.push(description, take_back)
        self._done += 1

    def action_group(self) -> None:
        names = list(GROUPINGS)
        self._grouping = names[(names.index(self._grouping) + 1) % len(names)]
        self.show_filtered()

    def action_undo(self) -> None:
        """Take back what was done last here; what was done in the reader is not undone from here."""
        if self._done and self._undo_stack.undo():
            self._done -= 1
            self.show_filtered()

    def action_copy(self, form: str) -> None:
        """Copy the words of the clipping at the cursor, or its citation."""
        if self.clipping:
            excerpt = self.clipping.excerpt
            text = self._cited(excerpt) if form == "citation" else copyable(excerpt.words)
            self.app.post_message(Copying.Wanted(text, _("clipping")))
