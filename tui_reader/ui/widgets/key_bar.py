"""The keys at the foot of the screen, in one widget: one for each key would slow down every change of focus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip

from tui_reader.ui.view import render
from tui_reader.ui.view.looks import KEYS, styled
from tui_reader.ui.widgets.notice_line import NoticeLine, width_of

GAP = 2  # cells between two keys
LONGEST_LABEL = 34  # cells
ALWAYS = "command('help')"
"""The action whose key is named on the narrowest screen."""


class Hint(msgspec.Struct, frozen=True):
    """A key as it is shown, what it is called, the key for Textual, its action, and whether it does anything now."""

    shown: str
    label: str
    key: str
    action: str
    enabled: bool = True

    @property
    def width(self) -> int:
        """Cells."""
        return cell_len(self.shown) + 1 + cell_len(self.label)


def fitting(hints: Iterable[Hint], width: int) -> list[Hint]:
    """The hints that have room in `width` cells, in order, none cut; the one of `ALWAYS` before any other."""
    hints = list(hints)
    left = width - 1 - sum(hint.width + GAP for hint in hints if hint.action == ALWAYS)
    shown_hints = []
    for hint in hints:
        if hint.action == ALWAYS:
            shown_hints.append(hint)
        elif left >= hint.width:
            left -= hint.width + GAP
            shown_hints.append(hint)
        else:
            left = 0
    return shown_hints


class KeyLine(NoticeLine):
    """Names the keys that are bound now, in the room that a notice leaves; a click on one presses it.

    Under a window it names none: there they would be letters to type, or do something else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[str, str] = {}
        self._first: str | None = None
        self._count = ""

    def rename(self, action: str, label: str | None, *, first: bool = False) -> None:
        """Call the key of an action by another name, or with None by its own; `first`: name it before all others."""
        if self._labels.get(action) != label or first != (self._first == action):
            self._labels.pop(action, None)
            if label:
                self._labels[action] = label
            self._first = action if first else None
            self.refresh()

    def say_count(self, count: str) -> None:
        """Say how much is selected, before anything else; nothing with an empty string."""
        if count != self._count:
            self._count = count
            self.refresh()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    @property
    def hints(self) -> Sequence[Hint]:
        """The hints that are shown."""
        room = self.size.width - width_of(self._before_hints())
        hints = self._fitting(room)
        is_shared = room < self.size.width
        return [] if is_shared and sum(hint.width + GAP for hint in hints) + 1 - GAP > room else hints

    def _before_hints(self) -> list[tuple[str, Style]]:
        """What stands before the hints: how much is selected, and the notice in the room that this leaves."""
        count = [(f" {self._count} ", self.styled(KEYS["count"]))] if self._count else []
        return count + self.notice_parts(self.size.width - width_of(count))

    def _fitting(self, width: int) -> Sequence[Hint]:
        if self.app.screen is not self.screen:
            return []
        by_action: dict[str, Hint] = {}
        for _node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in by_action:
                by_action[binding.action] = self._hint(binding, enabled=enabled)
        return fitting(sorted(by_action.values(), key=lambda hint: hint.action != self._first), width)

    def _hint(self, binding: Binding, *, enabled: bool) -> Hint:
        label = render.shorten(self._labels.get(binding.action, binding.description), LONGEST_LABEL)
        return Hint(self.app.get_key_display(binding), label, binding.key, binding.action, enabled)

    def render_line(self, y: int) -> Strip:
        ground = self.rich_style
        theme = self.app.theme_variables
        key, label, disabled = (styled(KEYS[part], ground, theme) for part in ("key", "label", "disabled"))
        parts = [*self._before_hints(), (" ", ground)] if y == 0 else []
        for hint in self.hints if y == 0 else ():
            parts += [(hint.shown, key if hint.enabled else disabled), (" ", ground)]
            parts += [(hint.label, label if hint.enabled else disabled), (" " * GAP, ground)]
        return render.strip(parts, self.size.width, ground)

    def on_click(self, event: events.Click) -> None:
        start = width_of(self._before_hints()) + 1
        for hint in self.hints:
            if start <= event.x < start + hint.width:
                self.app.simulate_key(hint.key)
                return
            start += hint.width + GAP
