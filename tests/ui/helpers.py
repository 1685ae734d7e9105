"""What the screen tests share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.session.analysers import RememberingAnalyser
from tui_reader.ingest.sources import expand, samples
from tui_reader.library.lookup import StatusLookup
from tui_reader.session.collection import Collection
from tui_reader.session.session import Session
from tui_reader.ui.app import ReaderApp

PATIENCE = 400  # rounds of the event loop


async def wait_for(pilot: Pilot[int], happened: Callable[[], bool], what: str) -> None:
    """Let the app work until something has happened; never sleeps for a fixed time."""
    for _ in range(PATIENCE):
        if happened():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"never happened: {what}")


@asynccontextmanager
async def reading(
    paths: Sequence[str | Path] = (), size: tuple[int, int] = (120, 36), memory: StatusLookup | None = None, **more: Any
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """The app on `paths` (the samples by default), the first article on the screen."""
    opened = [str(path) for path in paths] or [samples()]
    inputs, problems = expand(opened)
    app = ReaderApp(
        Session(Collection(inputs, memory=memory), opened, problems, **{"start": RememberingAnalyser, **more})
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for(pilot, lambda: app.collection.known == len(app.collection), "all titles")
        entry = app.collection.entries[0]
        await wait_for(
            pilot, lambda: entry.problem is not None or app.collection.article(0) is not None, "the first article"
        )
        await pilot.pause()
        yield app, pilot


def screen_text(app: ReaderApp) -> str:
    """The screen as text, a line a row. (The compositor is private to Textual; this is its only use.)"""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
