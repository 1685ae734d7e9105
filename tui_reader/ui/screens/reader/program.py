"""The program around the text: its looks, its help, files that change, programs outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui_reader.config import NARROWEST, WIDEST
from tui_reader.ingest.sources import documents_from_text
from tui_reader.messages import _
from tui_reader.session.agenda import Bring, Compare
from tui_reader.session.external_programs import editor_command, open_in_browser, web_host
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.view.lines import Line

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

STEP = 4  # cells by which the column grows or shrinks


class Program:
    """What the keys do that serve no pane. `paths` is what was opened, to look at again."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, paths: Sequence[str]) -> None:
        self._screen = screen
        self._list = reading_list
        self._paths = tuple(paths)

    def change_width(self, by: int) -> None:
        """Make the headline list, where it has the keys beside other panes, or the text narrower or wider."""
        if self._screen.pane_controller.in_list and not self._screen.has_class("-one"):
            self._screen.pane_controller.change_list_width(by)
        else:
            self._change_column(by)

    def _change_column(self, by: int) -> None:
        before = self._screen.view_state.column
        column = max(NARROWEST, min(WIDEST, before + by * STEP))
        self._screen.view_state.change("column", column)
        self._screen.article.lay_out(column=column)
        words = _("column of {count} cells at most") if column != before else _("column of {count} cells: the limit")
        article = self._screen.article
        room = article.layout_now.width if article.is_on_screen else column
        words = _("column of {count} cells (the pane has {room})") if room < column else words
        self._screen.say(words.format(count=column, room=room))

    def choose_theme(self) -> None:
        """Choose a theme; each is shown as the cursor comes to it."""
        from tui_reader.ui.screens.chooser import LongChoice  # noqa: PLC0415 - not needed to paint

        app = self._screen.app
        before = app.theme
        lines = [Line(name, name) for name in sorted(app.available_themes)]

        def show(name: object) -> None:
            app.theme = str(name)

        def chosen(name: object) -> None:
            show(name or before)
            self._screen.view_state.change("theme", app.theme)

        app.push_screen(LongChoice(_("Theme"), lines, before, show), chosen)

    def show_help(self) -> None:
        """List all keys."""
        from tui_reader.ui.screens.help import HelpScreen  # noqa: PLC0415

        self._screen.app.push_screen(HelpScreen(self._screen.keymap, ascii_only=self._screen.ascii_only))

    def open_palette(self) -> None:
        """Find a command by its name."""
        self._screen.app.action_command_palette()

    def suspend(self) -> None:
        """Give the terminal back to the shell; `fg` brings the reader back."""
        self._screen.app.action_suspend_process()

    def quit(self) -> None:
        """Leave."""
        self._screen.app.exit()

    def reload(self) -> None:
        """See what has come, gone or changed: of the article that is read, else of all that is open and followed."""
        web, row = self._screen.web_controller, self._list.feed or self._list.arrangement.feed
        in_list = self._screen.pane_controller.in_list
        if not in_list and web.ask_again():
            return
        if in_list and row is not None:
            web.refresh(self._list.feeds.addresses_in(row))
            return
        if self._paths:
            self._screen.say(_("looking for changes…"))
            self._screen.loader.run(Compare(self._paths))
        if not web.refresh() and not self._paths:
            self._screen.say(_("nothing is open that could change"))

    def open_pasted(self, text: str) -> None:
        """Open a text that is pasted outside an input as an article, or an address, if that is wanted."""
        if text.strip() and not self._screen.web_controller.offer_pasted(text):
            self.bring_text(text)

    def bring_text(self, text: str) -> None:
        """Open a text as an article."""
        self._screen.loader.run(Bring(_("pasted text"), documents_from_text(text)))

    def edit(self) -> None:
        """Open the file in the reader's editor; what was changed is read again afterwards."""
        entry = self._list.shown_entry
        if entry is None or not entry.input.is_file:
            self._screen.say(_("this text came without a file: there is none to edit"))
            return
        command = editor_command(os.environ, entry.input.path)
        try:
            with self._screen.app.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the reader's own editor, as a list
        except SuspendNotSupported:
            self._screen.say(_("this terminal cannot be lent to an editor"))
            return
        except OSError as error:
            self._screen.warn(f"{command[0]}: {error.strerror}")
            return
        self._screen.loader.run(Compare(self._paths))

    def open_link(self) -> None:
        """Open the article's address in the browser."""
        article = self._list.shown_article
        url = article.document.source.url if article else None
        host = web_host(url)
        if not url or not host:
            self._screen.say(_("no web address is known of this text"))
        elif open_in_browser(url):
            self._screen.say(_("opening {host}").format(host=host))
        else:
            self._screen.warn(_("no program to open {host} with").format(host=host))
