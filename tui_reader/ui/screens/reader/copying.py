"""Copying words, with or without where they come from."""

from __future__ import annotations

from tui_reader.export.citation import cite
from tui_reader.messages import _
from tui_reader.ui.screens.reader.panes import Panes
from tui_reader.ui.view.selection import Passage, marked_passage


class Copying(Panes):
    """What `y` and `Y` do."""

    def action_copy(self) -> None:
        passage = self.passage()
        if passage:
            self.app.copy_to_clipboard(passage.words)
        else:
            self.say(_("there is nothing to copy"))

    def action_cite(self) -> None:
        passage = self.passage()
        article = self.shown_article
        if passage and article:
            self.app.copy_to_clipboard(cite(passage.words, article, passage.speaker))
        else:
            self.say(_("there is nothing to copy"))

    def passage(self) -> Passage | None:
        """What to copy: what the mouse selected, else the marked quote or figure, else the top paragraph."""
        view, article = self.article, self.shown_article
        if view.text_selection:
            return Passage(view.selected_text(view.text_selection))
        marked = marked_passage(article, view.page_shown, view.current) if article and view.current else None
        top = view.top_paragraph()
        return marked or (Passage(top.of(view.page_shown.text)) if top else None)
