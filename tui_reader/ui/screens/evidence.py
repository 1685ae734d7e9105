"""What several articles say of the same thing: to be gone through, copied, kept and opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType

from tui_reader.messages import _
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.view.evidence_lines import Found, FoundRow, outlet_lines
from tui_reader.ui.view.lines import Line


class EvidenceActions(Protocol):
    """What can be done with what was found."""

    def copy(self, found: Found) -> None:
        """Copy its words alone."""

    def cite(self, found: Found) -> None:
        """Copy its words with who said them, and where they come from."""

    def keep(self, found: Found) -> None:
        """Keep it as a clipping, or keep it no longer."""


class EvidenceScreen(Choice):
    """Gives what is to be shown in its article.

    It is opened before something is found; `show_found` lists it. `choose` hears of the row that is chosen instead,
    where it is given.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", show=False),
        Binding("Y", "cite", show=False),
        Binding("a", "keep", show=False),
    ]

    def __init__(self, actions: EvidenceActions, choose: Callable[[FoundRow], None] | None = None) -> None:
        waiting = [Line(_("looking through the articles…"), look="meta")]
        super().__init__(_("Evidence"), waiting, hints=(_("Esc closes"),))
        self._actions = actions
        self._choose = choose
        self._make_lines: Callable[[], Sequence[Line]] = list
        self._heading = ""

    def show_found(self, title: str, make_lines: Callable[[], Sequence[Line]], first: Callable[[Found], bool]) -> None:
        """List what was found, the cursor at the row that is to be `first`; where one changes, all are made again."""
        self._heading, self._make_lines = title, make_lines
        lines = make_lines()
        rows = [line.value for line in lines if isinstance(line.value, FoundRow)]
        self.list.wanted = next((row for row in rows if any(map(first, row.founds))), rows[0] if rows else None)
        for_rows = (_("Enter opens · y Y copy · a keep · Esc closes"), _("Enter opens, Esc closes"))
        self.list.hints = (*(for_rows if rows else ()), _("Esc closes"))
        self.relist(title, lines)
        self.list.show_hint()

    def on_resize(self) -> None:
        """Tables and plots are made for a width."""
        if self._heading:
            self.relist(self._heading, self._make_lines())

    @property
    def found(self) -> Found | None:
        """What the cursor stands on; of the same in several articles, that of the first one."""
        row = self.list.chosen
        return row.founds[0] if isinstance(row, FoundRow) else None

    def action_choose(self) -> None:
        row = self.list.chosen
        if not isinstance(row, FoundRow):
            return
        if self._choose:
            self._choose(row)
        elif len(row.founds) == 1:
            self.dismiss(row.founds[0])
        else:
            self.app.push_screen(Choice(_("Which article"), outlet_lines(row)), self._leave_with)

    def _leave_with(self, found: object) -> None:
        if isinstance(found, Found):
            self.dismiss(found)

    def action_copy(self) -> None:
        if self.found:
            self._actions.copy(self.found)

    def action_cite(self) -> None:
        if self.found:
            self._actions.cite(self.found)

    def action_keep(self) -> None:
        if self.found and self.found.span.end > self.found.span.start:
            self._actions.keep(self.found)
            self.relist(self._heading, self._make_lines())
