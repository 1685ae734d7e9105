"""Filling the index with what is open, whenever the loader has nothing else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.messages import _
from tui_reader.session.background_indexing import BackgroundIndexing, IndexingState, files_of
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.session import Session

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class IndexingController:
    """Begins and stops indexing; `state` says how far it is."""

    class LoaderRests(Message, namespace="indexing_controller"):
        """The loader has nothing to do at the moment."""

    class Progressed(Message, namespace="indexing_controller"):
        """Indexing has come further, or ended."""

        def __init__(self, state: IndexingState) -> None:
            super().__init__()
            self.state = state

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, session: Session) -> None:
        self._screen = screen
        self._list = reading_list
        self._indexing: BackgroundIndexing | None = None
        self._version: int | None = None  # of the inputs that were indexed last
        self._held = 0  # so many articles the index had when it was searched last
        self.state = IndexingState()
        self._path = session.index
        if session.index:
            library = session.library.path if session.library else None
            self._indexing = BackgroundIndexing(
                session.index, session.names, self._tell, session.start_indexing, library
            )
            screen.loader.tell_rest = self._tell_rest

    def _tell(self, state: IndexingState) -> None:
        self._screen.post_message(self.Progressed(state))

    def _tell_rest(self) -> None:
        self._screen.post_message(self.LoaderRests())

    def begin(self) -> None:
        """Index what is open, unless that was done and nothing is new since."""
        collection = self._list.collection
        if self._indexing and not self.state.is_stopped and self._version != collection.inputs_version:
            self._version = collection.inputs_version
            self._indexing.start(files_of(collection.entries.inputs))

    @property
    def has_begun(self) -> bool:
        """Whether what is open now was begun to be indexed."""
        return self._version == self._list.collection.inputs_version

    def begin_if_gone(self) -> None:
        """Index anew where somebody has removed the index."""
        has_ended = self.state.done and not self.state.is_running
        if self._path and has_ended and not self._path.exists():
            self.begin_again()

    def begin_if_emptied(self, articles: int) -> None:
        """The index has so many articles: index anew where it has none any more."""
        if self._held and not articles and not self.state.is_running:
            self.begin_again()
        self._held = articles

    def begin_again(self) -> None:
        """Texts were kept or removed, or articles corrected: index anew, if it was begun before."""
        if self._version is not None:
            self._version = None
            self.begin()

    def take(self, state: IndexingState) -> None:
        """It has come further, or ended."""
        if self.state.is_stopped:
            return
        self.state = state
        if state.problem:
            self._screen.warn(_("indexing failed: {reason}").format(reason=state.problem))
        self._screen.search_controller.show_indexing()

    def stop(self) -> None:
        """Index no more in this session."""
        self.close()
        self.state = self.state._replace(is_running=False, is_stopped=True)
        self._screen.search_controller.show_indexing()
        self._screen.say(_("indexing stopped; it goes on at the next start"))

    def close(self) -> None:
        """The reader leaves."""
        if self._indexing:
            self._indexing.stop()
