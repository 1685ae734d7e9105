"""What a session starts with: the library, what to open, and the analysis of the first article.

The first paint waits for that article, so it is begun before anything is imported that it does not need.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tui_reader.config import Config
from tui_reader.errors import InputError, LibraryError, TuiReaderError
from tui_reader.ingest.input_list import STDIN, Input, InputList
from tui_reader.ingest.sources import Opened, samples
from tui_reader.messages import _
from tui_reader.model import CorrectedField
from tui_reader.session.analysis_process import LONG_TEXT, Analyser, Analysis, fork_analyser

if TYPE_CHECKING:
    from tui_reader.library.lookup import StatusLookup
    from tui_reader.library.status import Library
    from tui_reader.library.values import KeptText
    from tui_reader.library.web_values import Subscription, WebContents
    from tui_reader.session.clippings import Clippings
    from tui_reader.session.corrections import Corrections
    from tui_reader.session.feeds import Feeds
    from tui_reader.session.kept_texts import KeptTexts
    from tui_reader.session.saved_searches import SavedSearches
    from tui_reader.session.session import Session
    from tui_reader.session.web_articles import WebArticles

Kept = TypeVar("Kept")


class LibraryAtStart:
    """The library of a session, opened when it is first asked for: the first article is sought before."""

    def __init__(self, path: str | None) -> None:
        self._path = path  # "" for the usual one, None for none

    @cached_property
    def _opened(self) -> tuple[Library | None, list[str]]:
        return (None, []) if self._path is None else _open_library(self._path)

    @property
    def library(self) -> Library | None:
        """The library; None where there is none, or where it cannot be opened."""
        return self._opened[0]

    @property
    def notices(self) -> list[str]:
        """What there is to say about it."""
        return self._opened[1]

    def _read(self, read: Callable[[Library], Kept], nothing: Kept) -> Kept:
        """Something that is kept; nothing of it where it cannot be read, which is said."""
        if self.library is None:
            return nothing
        try:
            return read(self.library)
        except LibraryError as error:
            self.notices.extend({str(error)}.difference(self.notices))
            return nothing

    @cached_property
    def settings(self) -> dict[str, Any]:
        """How the screen was left."""
        return self._read(lambda library: library.settings(), {})

    @property
    def clippings(self) -> Clippings:
        """What is kept of articles' words."""
        from tui_reader.session.clippings import Clippings  # noqa: PLC0415

        return Clippings(self._read(lambda library: library.clippings(), []))

    @cached_property
    def texts(self) -> KeptTexts:
        """The texts that came without a file."""
        from tui_reader.session.kept_texts import KeptTexts  # noqa: PLC0415

        texts: list[KeptText] = self._read(lambda library: library.texts(), [])
        return KeptTexts(texts, self.library.text) if self.library else KeptTexts()

    @property
    def searches(self) -> SavedSearches:
        """The searches that are kept in the list."""
        from tui_reader.session.saved_searches import SavedSearches  # noqa: PLC0415

        return SavedSearches(self._read(lambda library: library.searches(), []))

    def follow(self, named: Sequence[Subscription]) -> None:
        """Follow the feeds that the settings name, and no longer because of them those that they do not name."""
        if not self.library or not (named or any(feed.subscription.in_settings for feed in self._web.feeds)):
            return
        from tui_reader.session.feeds import follow_settings  # noqa: PLC0415 - few settings name any

        changes = follow_settings(self._web.feeds, named)
        if changes:
            try:
                self.library.keep([], changes=changes)
            except LibraryError as error:
                self.notices.append(str(error))
            del self._web

    @cached_property
    def _web(self) -> WebContents:
        from tui_reader.library.web_values import WebContents  # noqa: PLC0415

        return self._read(lambda library: library.web(), WebContents())

    @cached_property
    def web_articles(self) -> WebArticles:
        """The articles of the web."""
        from tui_reader.session.web_articles import WebArticles  # noqa: PLC0415

        return WebArticles(self._web.articles)

    @property
    def feeds(self) -> Feeds:
        """The feeds that are followed."""
        from tui_reader.session.feeds import Feeds  # noqa: PLC0415

        return Feeds(self._web.feeds)

    def kept_inputs(self) -> list[Input]:
        """What the library keeps to be read: articles of the web, and texts that came without a file."""
        return [*self.web_articles.inputs(), *self.texts.inputs()]

    @cached_property
    def opened_texts(self) -> Opened:
        """All that is kept, as what is opened; the first text that can be read is read."""
        opened = Opened(InputList(self.kept_inputs()), {}, {})
        for index, one in enumerate(opened.inputs):
            try:
                document = self.texts.read(one.document or "")
            except LibraryError as problem:
                opened.problems[index] = InputError(one.name, problem.reason)
                continue
            if document:
                opened.documents[index] = document
                break
        return opened

    @property
    def corrections(self) -> Corrections:
        """What was corrected of articles."""
        from tui_reader.session.corrections import Corrections  # noqa: PLC0415

        return Corrections(self._read(lambda library: library.corrections(), []))

    @property
    def memory(self) -> StatusLookup:
        """What was done with articles."""
        from tui_reader.library.lookup import StatusLookup  # noqa: PLC0415

        return StatusLookup(self._read(lambda library: library.statuses(), []))


def _open_library(path: str) -> tuple[Library | None, list[str]]:
    """The library, where it can be opened, and what there is to say about it."""
    from tui_reader.library.connection import default_path  # noqa: PLC0415
    from tui_reader.library.status import open_library  # noqa: PLC0415

    try:
        library = open_library(Path(path) if path else default_path())
    except LibraryError as error:
        return None, [_("{problem}; what you do is not kept").format(problem=error)]
    if library.set_aside:
        words = _("{path} was damaged; it is kept as {name}, and a new one was made")
        return library, [words.format(path=library.path, name=library.set_aside.name)]
    return library, []


def paths_to_open(folders: Sequence[str], library: LibraryAtStart, *, piped: bool) -> Sequence[str]:
    """Without a path: what comes through a pipe, else the user's folders, else what was last open, else the samples.

    None where nothing was open but texts without a file, which are kept: these are listed anyway.
    """
    if piped:
        return [STDIN]
    if folders:
        return folders
    last = library.settings.get("paths")
    there = [path for path in last if isinstance(path, str) and os.path.exists(path)] if isinstance(last, list) else []
    return there or ([] if library.opened_texts.documents else [samples()])


def start_first_analysis(opened: Opened) -> Analyser:
    """An analyser that works on the first document already."""
    document = next(iter(opened.documents.values()))
    analyser = fork_analyser(at_once=len(document.raw) < LONG_TEXT)
    analyser.ask(Analysis(document))
    return analyser


def start_session(
    opened: Opened,
    paths: Sequence[str],
    problems: Sequence[TuiReaderError],
    notices: Sequence[str],
    *,
    library: LibraryAtStart,
    config: Config,
    analyser: Analyser,
    facts: Mapping[CorrectedField, str] | None = None,
) -> Session:
    """The session on what was opened; `analyser` works on its first document.

    `facts` is what the user says of all articles.
    """
    from tui_reader.session.collection import Collection  # noqa: PLC0415
    from tui_reader.session.session import Session  # noqa: PLC0415
    from tui_reader.session.stated import Stated  # noqa: PLC0415
    from tui_reader.session.view_state import ViewState  # noqa: PLC0415
    from tui_reader.session.web_tasks import Network  # noqa: PLC0415

    library.follow(config.feeds)
    inputs, documents, unread = opened
    stated = Stated(config.sources, facts or {})
    collection = Collection(inputs, documents, unread, library.memory, corrections=library.corrections, stated=stated)
    if inputs is not library.opened_texts.inputs:
        known = collection.entries.from_web
        collection.add(one for one in library.kept_inputs() if one.path not in known)
    view_state = ViewState.of(library.settings)
    view_state.theme = config.theme or view_state.theme
    view_state.column = config.width or view_state.column
    view_state.citation = config.citation or view_state.citation
    session = Session(collection, paths, problems, library=library.library, view_state=view_state)
    session.names = config.field_names
    session.network = Network(config.rules, config.keep_days)
    session.clippings = library.clippings
    session.texts, session.searches = library.texts, library.searches
    session.feeds, session.web_articles = library.feeds, library.web_articles
    session.citation_template = config.citation_template
    session.clippings_file = config.clippings_file
    session.begun = {next(iter(documents)): analyser}
    session.notices = [*notices, *library.notices]
    return session
