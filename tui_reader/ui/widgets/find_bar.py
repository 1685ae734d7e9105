"""The find bar: it stands in the line of keys while one types, for the list or for the article."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.messages import _, ngettext
from tui_reader.ui.view.render import content
from tui_reader.ui.widgets.field import Field

ROOM_FOR_LABEL, ROOM_FOR_KEYS = 50, 78
"""Cells from which on the bar says what it is for and names its keys: they stand whole in them in every language."""


class FindField(Field):
    """Tells the screen at once that Enter was pressed: the next key may be waiting, and is meant for a pane."""

    async def action_submit(self) -> None:
        await self.run_action("screen.keep_find")


class FindBar(Horizontal):
    """What is typed is told at once; Enter keeps it, Escape takes it back.

    It is hidden until it is opened, and covers the line of keys: opening it moves nothing on the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.drop_find", show=False)]

    def __init__(self) -> None:
        super().__init__(id="find")
        self.display = False
        self.in_list = False
        self.field = FindField(select_on_focus=False, compact=True)
        self._label = Static(id="find-label")
        self._count = Static(id="find-count")
        self._keys = Static(content(_("Enter keeps, Esc drops")), id="find-keys")

    class Toggled(Message):
        """The bar covers the line of keys now, or does so no more; the app is told, for its notices stand there."""

        def __init__(self, *, is_open: bool) -> None:
            super().__init__()
            self.is_open = is_open

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.field
        yield self._count
        yield self._keys

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Show what has room; where the label has none, it stands in the field until something is typed."""
        room = self.app.size.width - self.gutter.width  # its own size is none while it is hidden
        self._label.display = room >= ROOM_FOR_LABEL
        self._keys.display = room >= ROOM_FOR_KEYS
        self.field.placeholder = "" if self._label.display else self._purpose

    @property
    def _purpose(self) -> str:
        """What is looked for, in words."""
        return _("Title, file or raw text:") if self.in_list else _("Find in the article:")

    def open(self, *, in_list: bool, value: str = "") -> None:
        """Show the bar with `value` typed in it."""
        self.in_list = in_list
        self._label.update(content(self._purpose))
        self._fit()
        self._count.update("")
        with self.field.prevent(Input.Changed):
            self.field.value = value
        self.field.cursor_position = len(value)
        self.display = True
        self.app.post_message(self.Toggled(is_open=True))

    def close(self) -> None:
        """Put the bar away."""
        self.display = False
        self.screen.refresh(repaint=False, layout=True)  # what is hidden asks for that too late for the next painting
        self.app.post_message(self.Toggled(is_open=False))

    def say_count(self, count: int, current: int = 0) -> None:
        """How many places or headlines have what is typed, and which of them is the `current` one, from 1."""
        found = ngettext("{count} found", "{count} found", count).format(count=count)
        self._count.update(content(f"{current}/{count}" if count and current else found))
