"""The Textual application: it owns the clipboard and the palette; the reader screen does the rest."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import Provider
from textual.message import Message
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widgets import Input

from tui_reader import clipboard
from tui_reader.display import copyable
from tui_reader.errors import LibraryError
from tui_reader.library.writer import Keeper
from tui_reader.messages import _
from tui_reader.session.events import Event
from tui_reader.session.loader import Loader
from tui_reader.session.session import Session
from tui_reader.ui.commands import keys
from tui_reader.ui.screens.help import key_name
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view import render


def places_provider() -> type[Provider]:
    """What the palette finds besides commands; loaded when it is first opened."""
    from tui_reader.ui.screens.palette_provider import Places  # noqa: PLC0415 - not needed to paint

    return Places


class AsciiScrollBar(ScrollBarRender):
    """A scroll bar of background colours alone."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


CRASHED = 70
"""The exit status after a defect of the program: EX_SOFTWARE of sysexits.h."""


class ReaderApp(App[int]):
    """Reads what is on a shelf."""

    TITLE = "tui-reader"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {places_provider, *App.COMMANDS}
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    class News(Message):
        """The loader found something out."""

        def __init__(self, events: Sequence[Event]) -> None:
            super().__init__()
            self.events = events

    class LoaderCrashed(Message):
        """The loader met a defect of its own: nothing is read any more."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class Copied(Message):
        """A copy has ended, well or not."""

        def __init__(self, outcome: clipboard.Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    class Unkept(Message):
        """What the reader did could not be written."""

        def __init__(self, error: LibraryError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        if session.ascii:
            self._use_ascii()
        self.shelf = session.shelf
        self.loader = Loader(
            session.shelf,
            self._tell,
            self._tell_crash,
            begun=session.begun,
            analyst=session.analyst,
            start=session.start,
        )
        self.keeper: Keeper | None = None
        self.crash: Exception | None = None
        self.reader = ReaderScreen(session.shelf, self.loader, session.settings)
        self.reader.paths = tuple(session.paths)
        if session.settings.theme in self.available_themes:
            self.theme = str(session.settings.theme)

    def _use_ascii(self) -> None:
        """For terminals that lack the usual signs: those of Textual as well as ours."""
        render.use_ascii()
        self.add_class("-ascii")
        ScrollBar.renderer = AsciiScrollBar

    def get_key_display(self, binding: Binding) -> str:
        return key_name(binding.key) if self.session.ascii else super().get_key_display(binding)

    def on_key(self, event: events.Key) -> None:
        """A letter typed on the heels of the key that opens an input was sent to the pane before, and belongs there."""
        if isinstance(self.focused, Input) and event.is_printable and event.character:
            self.focused.insert_text_at_cursor(event.character)
            event.prevent_default()

    def _tell(self, news: Sequence[Event]) -> None:
        self.post_message(self.News(news))

    def _tell_crash(self, error: Exception) -> None:
        self.post_message(self.LoaderCrashed(error))

    def _tell_unkept(self, error: LibraryError) -> None:
        self.post_message(self.Unkept(error))

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def on_mount(self) -> None:
        if self.session.library:
            self.keeper = Keeper(self.session.library, self._tell_unkept)
            self.shelf.tell = self.keeper.keep
            self.session.settings.tell = self.keeper.set
            self.keeper.set("paths", list(self.session.paths))
        self.call_after_refresh(self._begin_loading)
        for problem in self.session.problems:
            self.reader.warn(str(problem))
        for notice in self.session.notices:
            self.reader.warn(notice)

    def _begin_loading(self) -> None:
        """After the first paint, which the loader and the garbage collector (see `cli`) would hold up."""
        self.loader.start()
        if self.keeper and not self.session.settings.greeted:  # the very first start
            self.session.settings.change("greeted", True)
            self.notify(_("? lists all keys"), markup=False, timeout=8)
        gc.freeze()
        gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        """Textual prints an exception as it is, article text and all; it is kept for `crash`, which makes it safe."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.crash = self.crash or error
        self.exit(return_code=CRASHED)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self.loader.give_way()
        await super().on_event(event)

    def on_unmount(self) -> None:
        self.loader.stop()
        if self.keeper:
            self.keeper.close()

    def on_reader_app_unkept(self, message: Unkept) -> None:
        self.reader.warn(str(message.error))

    def on_reader_app_news(self, message: News) -> None:
        self.reader.take(message.events)

    def on_reader_app_loader_crashed(self, message: LoaderCrashed) -> None:
        raise message.error

    # Copying: the one door, for our own keys, ctrl+c on a selection and text inputs alike

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text` by the first way that works, off the loop; what is known of it is then said."""
        self._clipboard = copyable(text)
        threading.Thread(target=self._copy, args=(text,), daemon=True).start()

    def _copy(self, text: str) -> None:
        self.post_message(self.Copied(clipboard.copy(text, self._write_to_terminal)))

    def _write_to_terminal(self, text: str) -> None:
        """Textual's own way, OSC 52; called from the copying thread, so the loop is asked to write."""
        self.call_later(super().copy_to_clipboard, text)

    def on_reader_app_copied(self, message: Copied) -> None:
        outcome = message.outcome
        words = {
            "copied": _("Copied ({tool})"),
            "sent": _("Sent to the terminal"),
            "saved": _("Could not copy: saved to {tool}"),
            "failed": _("Could not copy"),
        }[outcome.how]
        well = outcome.how in ("copied", "sent")
        words = words.format(tool=outcome.by)
        self.notify(words, severity="information" if well else "warning", markup=False, timeout=3)

    def action_help_quit(self) -> None:
        """ctrl+c with nothing selected."""
        self.notify(_("q or ctrl+q leaves"), markup=False)

    # The palette

    def action_command_palette(self) -> None:
        from tui_reader.ui.screens.palette import Palette  # noqa: PLC0415 - not needed to paint

        if not Palette.is_open(self):  # type: ignore[arg-type] # any App will do
            self.push_screen(Palette())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        for command in keys.COMMANDS:
            yield SystemCommand(_(command.name), _(command.help), lambda action=command.action: self._run(action))

    async def _run(self, action: str) -> None:
        await self.run_action(action, self.reader)
