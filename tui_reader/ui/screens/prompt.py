"""A line to type, over the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui_reader.messages import _
from tui_reader.ui.screens.window import Window
from tui_reader.ui.view.render import content
from tui_reader.ui.widgets.field import Field


class Prompt(Window[str]):
    """Gives what is typed, or None where the reader leaves; `value` stands there at first.

    A proposal goes when something else is typed; anything else that stands there is gone on with. `refuse` says what is
    wrong with what was typed, None where nothing is; it then stays, to be typed again. `hint` is what the foot says of
    the keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "give", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        value: str = "",
        refuse: Callable[[str], str | None] = lambda _typed: None,
        hint: str | None = None,
        *,
        is_proposal: bool = False,
    ) -> None:
        super().__init__()
        self._refuse = refuse
        self.field = Field(value=value, id="prompt", select_on_focus=is_proposal)
        self.field.border_title = content(title)
        self.field.border_subtitle = content(hint or _("Enter keeps it, Esc leaves it as it was"))

    def compose(self) -> ComposeResult:
        yield self.field

    def on_mount(self) -> None:
        self.field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def action_give(self) -> None:
        wrong = self._refuse(self.field.value)
        if wrong:
            self.field.border_subtitle = content(wrong)
        else:
            self.dismiss(self.field.value)

    def action_leave(self) -> None:
        self.dismiss(None)
