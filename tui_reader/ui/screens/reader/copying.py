"""Copying what the cursor stands on, with or without where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.message import Message

from tui_reader.display import copyable
from tui_reader.export.citation import TEMPLATE, style_of
from tui_reader.messages import _
from tui_reader.model import Excerpt
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.target import Target, target_at, target_of_selection

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

STYLE_NAMES: dict[str, Callable[[], str]] = {
    "plain": lambda: _("plain text"),
    "markdown": lambda: "Markdown",
    "bibtex": lambda: "BibTeX",
    "csl-json": lambda: "CSL-JSON",
    TEMPLATE: lambda: _("the template of the settings"),
}


class Copying:
    """What `y` and `Y` do. `template` is the user's own style of citations, if there is one."""

    class Wanted(Message, namespace="copying"):
        """A text is to be copied, which is said to be `what`."""

        def __init__(self, text: str, what: str) -> None:
            super().__init__()
            self.text = text
            self.what = what

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, template: str | None) -> None:
        self._screen = screen
        self._list = reading_list
        self._template = template

    def copy(self) -> None:
        """Copy the words alone."""
        target = self.target()
        if target:
            self._screen.post_message(self.Wanted(copyable(target.words), target.label))
        else:
            self._screen.say(_("there is nothing to copy"))

    def cite(self) -> None:
        """Copy the words with who said them, and where they come from."""
        target, article = self.target(), self._list.shown_article
        if target and article:
            self._screen.post_message(self.Wanted(self.cited(target.excerpt(article)), target.label))
        else:
            self._screen.say(_("there is nothing to copy"))

    def cited(self, excerpt: Excerpt) -> str:
        """The citation of an excerpt in the style that the reader has chosen; its words have a line a paragraph."""
        style = style_of(self._screen.view_state.citation, self._template)
        return style(replace(excerpt, words=copyable(excerpt.words)))

    def choose_style(self) -> None:
        """Choose the style of citations."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        def chosen(name: object) -> None:
            if isinstance(name, str):
                self._screen.view_state.change("citation", name)

        names = [name for name in STYLE_NAMES if name != TEMPLATE or self._template]
        lines = [Line(STYLE_NAMES[name](), name) for name in names]
        self._screen.app.push_screen(Choice(_("Style of citations"), lines, self._screen.view_state.citation), chosen)

    def target(self) -> Target | None:
        """What to copy: what the mouse selected, else what the cursor stands on."""
        view, article = self._screen.article, self._list.shown_article
        selected = view.mouse_span or (view.selected and view.selected.span)
        if selected:
            return target_of_selection(article, view.page_shown, selected)
        cursor = view.cursor
        return target_at(article, view.page_shown, cursor, is_marked=view.current is not None) if cursor else None
