"""The program around the text: its looks, its help, files that change, programs outside."""

from __future__ import annotations

import os
import subprocess

from textual import events
from textual.app import SuspendNotSupported

from tui_reader.config import NARROWEST, WIDEST
from tui_reader.ingest.sources import STDIN, documents_from_text
from tui_reader.messages import _
from tui_reader.session.agenda import Bring, Compare
from tui_reader.session.external_programs import editor_command, open_in_browser, web_host
from tui_reader.ui.screens.reader.panes import Panes
from tui_reader.ui.view.lines import Line

STEP = 4  # cells by which the column grows or shrinks


class Program(Panes):
    """What the keys do that serve no pane."""

    paths: tuple[str, ...] = ()
    """What was opened, to look at again."""

    def action_zen(self) -> None:
        self.focus_pane(self.article)
        self.toggle_class("-zen")

    def action_column(self, by: int) -> None:
        """Make the text narrower or wider."""
        column = max(NARROWEST, min(WIDEST, self.settings.column + by * STEP))
        self.settings.change("column", column)
        self.article.set_column(column)
        self.say(_("column of {count} cells at most").format(count=column))

    def action_theme(self) -> None:
        """Choose a theme; each is shown as the cursor comes to it."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        before = self.app.theme
        lines = [Line(name, name) for name in sorted(self.app.available_themes)]

        def show(name: object) -> None:
            self.app.theme = str(name)

        def chosen(name: object) -> None:
            show(name or before)
            self.settings.change("theme", self.app.theme)

        self.app.push_screen(Choice(_("Theme"), lines, before, show), chosen)

    def action_help(self) -> None:
        from tui_reader.ui.screens.help import HelpScreen  # noqa: PLC0415

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        self.app.exit()

    def action_reload(self) -> None:
        """See what has come, gone or changed."""
        self.say(_("looking for changes…"))
        self.loader.run(Compare(self.paths))

    def on_paste(self, event: events.Paste) -> None:
        """A text that is pasted outside an input opens as an article."""
        name = _("pasted text")
        if event.text.strip():
            self.loader.run(Bring(name, documents_from_text(event.text)))

    def action_edit(self) -> None:
        """Open the file in the reader's editor; what was changed is read again afterwards."""
        path = self.entry.input.path if self.entry else STDIN
        if path == STDIN:
            self.say(_("this text came without a file: there is none to edit"))
            return
        command = editor_command(os.environ, path)
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the reader's own editor, as a list
        except SuspendNotSupported:
            self.say(_("this terminal cannot be lent to an editor"))
            return
        except OSError as error:
            self.say(f"{command[0]}: {error.strerror}")
            return
        self.loader.run(Compare(self.paths))

    def action_link(self) -> None:
        """Open the article's address in the browser."""
        article = self.shown_article
        url = article.document.source.url if article else None
        host = web_host(url)
        if not url or not host:
            self.say(_("no web address is known of this text"))
        elif open_in_browser(url):
            self.say(_("opening {host}").format(host=host))
        else:
            self.say(_("no program to open {host} with").format(host=host))
