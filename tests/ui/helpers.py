"""What the screen tests share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.keys import REPLACED_KEYS, key_to_character
from textual.pilot import Pilot

from tests.ui.stored import SAMPLES, StoredAnalyser
from tui_reader.ingest.sources import expand
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.rows import row_of
from tui_reader.library.index.store import FileStamp
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import stored_path
from tui_reader.model import Article
from tui_reader.session.background_indexing import IndexingJob, IndexingState
from tui_reader.session.collection import Collection
from tui_reader.session.corrections import Corrections
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.session import Session
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.commands.keys import COMMANDS, action
from tui_reader.ui.textual_internals import character_to_key

PATIENCE = 1000  # rounds of the event loop
ROUNDS = 3  # a key posts messages, which post messages, which ask for a layout


class ReaderPilot(Pilot[int]):
    """Presses keys and waits for what follows by counting messages, where Textual's own waits for the clock."""

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when all that the one before has done is seen."""
        for key in keys:
            name = key if key.isalnum() or len(key) > 1 else character_to_key(key)
            self.app.post_message(events.Key(name, key_to_character(REPLACED_KEYS.get(name, name))))
            await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Let all widgets do what they have been told, and what follows from that; or wait for `delay` seconds."""
        for _ in range(ROUNDS - 1):
            await self._wait_for_screen()
        await super().pause(delay or 0)

    async def resize_terminal(self, width: int, height: int) -> None:
        """Change the size of the terminal; Textual lays out anew by the clock, so it is waited for as Textual does."""
        await super().resize_terminal(width, height)
        await super().pause()


async def wait_for(pilot: Pilot[int], happened: Callable[[], bool], what: str) -> None:
    """Let the app work until something has happened and all widgets know of it; never sleeps for a fixed time."""
    for _ in range(PATIENCE):
        if happened():
            await pilot.pause(0)
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never happened: {what}")


@asynccontextmanager
async def reading(
    paths: Sequence[str | Path] = (),
    size: tuple[int, int] = (120, 36),
    memory: StatusLookup | None = None,
    *,
    corrections: Corrections | None = None,
    texts: KeptTexts | None = None,
    paints: bool = False,
    **more: Any,
) -> AsyncIterator[tuple[ReaderApp, ReaderPilot]]:
    """The app on `paths` (by default the samples that are texts) and kept texts, the first article on the screen.

    Without a terminal Textual paints every change for nobody, which is half of a test's time. It does so here only
    where a test asks for it: `screen_text` paints the screen once, when it is looked at.
    """
    opened = [str(path) for path in paths or sorted(SAMPLES.glob("*.txt"))]
    inputs, problems, _notices = expand(opened)
    collection = Collection(inputs, memory=memory, corrections=corrections)
    texts = texts or KeptTexts()
    if "web_articles" in more:
        collection.add(more["web_articles"].inputs())
    collection.add(texts.inputs())
    app = ReaderApp(Session(collection, opened, problems, **{**_USUAL, "texts": texts, **more}))
    painting = nullcontext() if paints else patch.object(Compositor, "render_update", _paint_nothing)
    with painting:
        async with app.run_test(size=size):
            pilot = ReaderPilot(app)
            await wait_for(pilot, lambda: app.collection.known == len(app.collection), "all titles")
            entry = app.collection.entries[0]
            await wait_for(
                pilot, lambda: entry.problem is not None or app.collection.article(0) is not None, "the first article"
            )
            await pilot.pause()
            yield app, pilot


class NoIndexing:
    """In place of a process that fills the index."""

    def __init__(self, _job: IndexingJob) -> None:
        pass

    def reports(self) -> Iterator[IndexingState]:
        yield from ()

    def kill(self) -> None:
        pass


_USUAL = {"start": StoredAnalyser, "start_indexing": NoIndexing}


def index_of(articles: Iterable[Article], folder: Path) -> Path:
    """An index of articles, in a folder; each of them is a file of its own."""
    path = folder / "index"
    with closing(open_index(path)) as index, index.writing():
        for article in articles:
            index.put_file(
                stored_path(str(SAMPLES / (article.document.source.path or ""))), FileStamp(0, 0, ""), [row_of(article)]
            )
    return path


def _paint_nothing(compositor: Compositor, *_: Any, **__: Any) -> None:
    """In place of `render_update`: nothing waits to be painted any more."""
    compositor._dirty_regions.clear()


def screen_text(app: ReaderApp) -> str:
    """The screen as text, a line a row. (The compositor is private to Textual; this module alone uses it.)"""
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def action_of(command: str) -> str:
    """The action of Textual's that a command is run by."""
    return next(action(one) for one in COMMANDS if one.id == command)


async def actions_of(
    app: ReaderApp, pilot: ReaderPilot, keys: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """The actions that keys lead to, none of which is done."""
    done: list[str] = []

    async def record(app: App[int], action: str, *_: Any, **__: Any) -> bool:
        done.append(action)
        return True

    with monkeypatch.context() as patched:
        patched.setattr(App, "run_action", record)
        for key in keys:
            app.post_message(events.Key(key, None))
        await wait_for(pilot, lambda: len(done) >= len(keys), "all actions")
    return done
