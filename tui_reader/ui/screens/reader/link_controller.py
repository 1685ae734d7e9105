"""The links of the article: those in it, and that of a related headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.messages import _
from tui_reader.model import Span
from tui_reader.session.reading_list import ReadingList

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class LinkController:
    """Lists where one can go from the article, and goes there."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList) -> None:
        self._screen = screen
        self._list = reading_list

    def list_all(self) -> None:
        """List the links of the article, the cursor on the one where that of the article stands."""
        from tui_reader.session.article_links import link_at, links_of  # noqa: PLC0415 - not needed to paint
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.view.link_lines import link_lines  # noqa: PLC0415
        from tui_reader.wire.address import host_of  # noqa: PLC0415

        article = self._list.shown_article
        links = links_of(article) if article else []
        if article is None or not links:
            self._screen.say(_("no links are known of this text"))
            return
        view = self._screen.article
        here = link_at(article, view.page_shown.wording.raw_span(view.cursor)) if view.cursor else None
        first = next((link for link in links if here and link.address == here.address), None)
        lines = link_lines(links, host_of(article.document.source.url or ""))
        hints = (_("Enter opens it, Esc closes"), _("Esc closes"))
        self._screen.app.push_screen(Choice(_("Links"), lines, first, hints=hints), self._follow)

    def show_related(self) -> None:
        """The related headline at the cursor: where it leads, if that is known, and its variants."""
        from tui_reader.session.article_links import link_of  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.view.details import variant_lines  # noqa: PLC0415
        from tui_reader.ui.view.link_lines import opening_line  # noqa: PLC0415

        headline, article = self._screen.headlines.chosen_related, self._list.shown_article
        if headline is None:
            return
        link = link_of(article, headline) if article else None
        lines, hint = variant_lines(headline), _("Enter shows it in the raw text, Esc closes")
        if link:
            lines.insert(1, opening_line(link))
            hint = _("Enter opens it or shows it in the raw text, Esc closes")
        hints = (hint, _("Enter chooses, Esc closes"), _("Esc closes"))
        self._screen.app.push_screen(Choice(_("Related headline"), lines, hints=hints), self._follow)

    def _follow(self, chosen: object) -> None:
        """Go where a link leads, or to a place of the raw text."""
        from tui_reader.session.article_links import ArticleLink  # noqa: PLC0415

        if isinstance(chosen, ArticleLink):
            self._screen.web_controller.open(chosen.address)
        elif isinstance(chosen, Span):
            self._screen.article_controller.show_raw_span(chosen)
