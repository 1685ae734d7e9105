"""The Textual application: it owns the clipboard and the palette; the reader screen does the rest."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import Provider
from textual.errors import NoWidget
from textual.filter import LineFilter
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import AwaitMount
from textual.widgets import Input
from textual.worker import WorkerFailed

from tui_reader.display import copyable, display_line
from tui_reader.errors import LibraryError
from tui_reader.ingest.input_list import STDIN
from tui_reader.library.values import Clipping, Written
from tui_reader.library.writer import LibraryWriter
from tui_reader.messages import _
from tui_reader.session.events import Event
from tui_reader.session.index_file import IndexedArticles
from tui_reader.session.loader import Loader
from tui_reader.session.notices import Notice
from tui_reader.session.session import Session
from tui_reader.ui.commands import keys
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.driver import ReaderDriver
from tui_reader.ui.notices import Notices
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.screens.reader.copying import Copying
from tui_reader.ui.spared_entries import SparedEntries
from tui_reader.ui.textual_internals import leave_out_toasts
from tui_reader.ui.view.ascii_filter import AsciiFilter
from tui_reader.ui.view.render import FIRST_WORDS, shorten
from tui_reader.ui.widgets.find_bar import FindBar
from tui_reader.ui.widgets.notice_line import NoticeLine
from tui_reader.ui.written import confirm

if TYPE_CHECKING:
    from tui_reader.clipboard import Outcome


def places_provider() -> type[Provider]:
    """What the palette finds besides commands; loaded when it is first opened."""
    from tui_reader.ui.screens.palette_provider import Places  # noqa: PLC0415 - not needed to paint

    return Places


CRASHED = 70
"""The exit status after a defect of the program: EX_SOFTWARE of sysexits.h."""


class ReaderApp(App[int]):
    """Reads what is on a collection."""

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

        def __init__(self, outcome: Outcome, what: str) -> None:
            super().__init__()
            self.outcome = outcome
            self.what = what

    class KeptInLibrary(Message):
        """Deeds and changes are in the library."""

        def __init__(self, written: Sequence[Written]) -> None:
            super().__init__()
            self.written = written

    class ClippingsRead(Message):
        """The clippings as the library has them, None if it cannot be read; `changes` had been made here by then."""

        def __init__(self, stored: Sequence[Clipping] | None, changes: int) -> None:
            super().__init__()
            self.stored = stored
            self.changes = changes

    class Unkept(Message):
        """What the reader did could not be written."""

        def __init__(self, error: LibraryError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, session: Session) -> None:
        super().__init__(driver_class=ReaderDriver)
        leave_out_toasts(self)
        self.session = session
        self.notices = Notices(self)
        self._spared_entries = SparedEntries()
        self._ascii_filters = [AsciiFilter()] if session.ascii else []
        self.collection = session.collection
        self.loader = Loader(
            session.collection,
            self._tell,
            self._tell_crash,
            begun=session.begun,
            analyser=session.analyser,
            start=session.start,
            names=session.names,
            read_kept=session.texts.read,
            indexed=IndexedArticles(session.index) if session.index else None,
        )
        self.library_writer: LibraryWriter | None = None
        self.crash: Exception | None = None
        self.reader = ReaderScreen(session, self.loader)
        if session.view_state.theme in self.available_themes:
            self.theme = str(session.view_state.theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._ascii_filters]

    def get_key_display(self, binding: Binding) -> str:
        return key_name(binding.key) if self.session.ascii else super().get_key_display(binding)

    def _tell(self, news: Sequence[Event]) -> None:
        self.post_message(self.News(news))

    def _tell_crash(self, error: Exception) -> None:
        self.post_message(self.LoaderCrashed(error))

    def _tell_unkept(self, error: LibraryError) -> None:
        self.post_message(self.Unkept(error))

    def _tell_written(self, written: Sequence[Written]) -> None:
        self.post_message(self.KeptInLibrary(written))

    def get_default_screen(self) -> Screen[None]:
        return self.reader

    def on_mount(self) -> None:
        if self.session.library:
            self.library_writer = LibraryWriter(self.session.library, self._tell_unkept, self._tell_written)
            self.session.clippings.tell = self.library_writer.keep_change
            self.collection.corrections.tell = self.library_writer.keep_change
            self.collection.tell = self.library_writer.keep
            self.session.view_state.tell = self.library_writer.set
            self.session.texts.tell = self.library_writer.keep_changes
            self.session.searches.tell = self.library_writer.keep_change
            self.session.web_articles.tell = self.library_writer.keep_change
            paths = [path for path in self.session.paths if path != STDIN]
            if paths:
                self.library_writer.set("paths", paths)
        self.call_after_refresh(self._begin_loading)
        for problem in self.session.problems:
            self.reader.warn(str(problem))
        for notice in self.session.notices:
            self.reader.warn(notice)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,  # noqa: ARG002 - the severity says how long
        markup: bool = True,  # noqa: ARG002 - it is never read as markup
    ) -> None:
        """Tell the reader something, at the foot of the screen; Textual's own notices come here, too."""
        text = _("{label}: {text}").format(label=title, text=message) if title else message
        self.call_later(self.notices.tell, Notice(display_line(text), severity))

    @on(NoticeLine.Ready)
    def _screen_opened(self) -> None:
        """Information that was told before a window opened is not about what is done there."""
        if self.screen is self.reader:
            self.notices.show()
        else:
            self.notices.open_window()
            self.reader.key_line.refresh()  # its keys are not those of the window

    @on(FindBar.Toggled)
    def _find_bar_toggled(self, message: FindBar.Toggled) -> None:
        self.notices.cover(is_covered=message.is_open)

    async def _begin_loading(self) -> None:
        """After the first paint, which the loader and the garbage collector (see `__main__`) would hold up."""
        await self.reader.complete()
        self.loader.start()
        self.reader.text_controller.keep_piped()
        if self.library_writer and not self.session.view_state.greeted:  # the very first start
            self.session.view_state.change("greeted", True)
            self.notify(_("? lists all keys"))
        gc.freeze()
        gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        """Textual prints an exception as it is, article text and all; it is kept for `crash`, which makes it safe."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        cause = error.error if isinstance(error, WorkerFailed) else error
        self.crash = self.crash or (cause if isinstance(cause, Exception) else error)
        self.exit(return_code=CRASHED)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and self.return_code is not None:
            return  # the reader has left; no window opens any more
        if isinstance(event, events.Key) and not event.is_forwarded:
            self.loader.give_way()
            self.app_focus = True  # as Textual does: keys come only to a terminal that has the focus
            await self._press(event)
            return
        if isinstance(event, events.MouseDown):
            self.notices.press_key()
        if not (isinstance(event, events.MouseEvent) and self._is_over_what_has_gone(event)):
            await super().on_event(event)

    def _is_over_what_has_gone(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on a widget that is still drawn and not there any more: Textual looks for its parent."""
        try:
            return not self.get_widget_at(event.x, event.y)[0].is_attached
        except NoWidget:
            return False

    async def _press(self, event: events.Key) -> None:
        """Do all that a key does, before the next one is looked at.

        Textual sends keys to the focused widget, and from there up through the queues of all it stands in: a key would
        overtake one typed before it that opens an input or a window, and be given to what had the focus then.
        """
        self.notices.press_key()
        if not self.screen.is_mounted:  # the first paint is to come, or a window that the key before has opened
            await AwaitMount(self.screen, [self.screen])
        await self.reader.complete()
        if await self._check_bindings(event.key, priority=True):
            return
        field = self.focused
        if isinstance(field, Input) and event.is_printable and event.character:
            field.replace(event.character, *field.selection)
        else:
            await self._check_bindings(event.key)

    def on_unmount(self) -> None:
        self.loader.stop()
        self.reader.search_controller.close()
        self.reader.evidence_controller.close()
        self.reader.web_controller.close()
        self.reader.indexing_controller.close()
        if self.library_writer:
            self.library_writer.close()

    def on_reader_app_unkept(self, message: Unkept) -> None:
        self.reader.warn(str(message.error))

    def on_reader_app_kept_in_library(self, message: KeptInLibrary) -> None:
        confirm(self.reader, message.written)

    def on_clipping_controller_reading_wanted(self) -> None:
        changes = self.session.clippings.changes
        if self.library_writer:
            self.library_writer.read_clippings(lambda stored: self._tell_clippings(stored, changes))

    def _tell_clippings(self, stored: Sequence[Clipping] | None, changes: int) -> None:
        self.post_message(self.ClippingsRead(stored, changes))

    def on_reader_app_clippings_read(self, message: ClippingsRead) -> None:
        self.reader.clipping_controller.take_in(message.stored, message.changes)

    def on_reader_app_news(self, message: News) -> None:
        self.reader.take(message.events)
        self._spared_entries.spare(self.collection.known)

    def on_reader_app_loader_crashed(self, message: LoaderCrashed) -> None:
        raise message.error

    # Copying: the one door, for our own keys, ctrl+c on a selection and text inputs alike

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text` by the first way that works, off the loop; what is known of it is then said."""
        self._start_copying(copyable(text), _("passage"))

    def on_copying_wanted(self, message: Copying.Wanted) -> None:
        self._start_copying(message.text, message.what)

    def _start_copying(self, text: str, what: str) -> None:
        self._clipboard = text
        threading.Thread(target=self._copy, args=(text, what), daemon=True).start()

    def _copy(self, text: str, what: str) -> None:
        from tui_reader import clipboard  # noqa: PLC0415 - not needed to paint

        outcome = clipboard.copy(text, self._write_to_terminal)
        first_words = shorten(" ".join(text.split()), FIRST_WORDS)
        self.post_message(self.Copied(outcome, _("{label}: {text}").format(label=what, text=first_words)))

    def _write_to_terminal(self, text: str) -> None:
        """Textual's own way, OSC 52; called from the copying thread, so the loop is asked to write."""
        self.call_later(super().copy_to_clipboard, text)

    def on_reader_app_copied(self, message: Copied) -> None:
        outcome = message.outcome
        message_text = {
            "copied": _("Copied ({tool})"),
            "sent": _("Sent to the terminal"),
            "saved": _("Could not copy: saved to {tool}"),
            "failed": _("Could not copy"),
        }[outcome.how]
        well = outcome.how in ("copied", "sent")
        message_text = f"{message_text.format(tool=outcome.by)} · {display_line(message.what)}"
        self.notify(message_text, severity="information" if well else "warning")

    def action_help_quit(self) -> None:
        """ctrl+c with nothing selected."""
        self.notify(_("q or ctrl+q leaves"))

    # The palette

    def action_command_palette(self) -> None:
        from tui_reader.ui.screens.palette import Palette  # noqa: PLC0415 - not needed to paint

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def _meaning_of(self, command: keys.Command) -> str:
        """The keys of a command and what it does, where that is more than its name."""
        names = " ".join(map(key_name, self.reader.keymap.keys_of(command)))
        meaning = _(command.help)
        return names if meaning.casefold() == _(command.name).casefold() else f"{names} · {meaning}"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        for command in keys.COMMANDS:
            name, run = _(command.name), partial(self.reader.action_command, command.id)
            yield SystemCommand(name, self._meaning_of(command), run)
        if self.reader.indexing_controller.state.is_running:
            meaning = _("read no more articles into the index until the next start")
            yield SystemCommand(_("Stop indexing"), meaning, self.reader.indexing_controller.stop)
        if self.reader.web_controller.tasks.is_running:
            meaning = _("ask for nothing more of what is being asked for")
            yield SystemCommand(_("Stop the network"), meaning, self.reader.web_controller.stop)
        yield SystemCommand(_("Messages"), _("what was said so far, the latest first"), self.notices.list_all)
