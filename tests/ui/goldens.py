"""The main screens as text: `python -m tests.ui.goldens` writes them anew, to be read before they are committed.

They show stored articles (`tests/ui/stored.py`), so that they change only when the screen does.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.corpus import ROOT
from tests.ui.helpers import index_of, reading, screen_text, wait_for
from tests.ui.stored import paths, stored_articles, stored_document
from tui_reader.library.values import KeptText, SavedSearch, Way
from tui_reader.messages import activate
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.saved_searches import SavedSearches
from tui_reader.ui.screens.search import SearchScreen

FOLDER = ROOT / "tests" / "golden"
SIZES = {"200x50": (200, 50), "120x36": (120, 36), "80x24": (80, 24), "60x20": (60, 20), "40x10": (40, 10)}
SCREENS = {
    "list": [],
    "article": ["J", "enter", "ctrl+d"],
    "raw": ["enter", "v"],
    "quotes": ["c", "j", "j"],
    "help": ["question_mark"],
    "find": ["enter", "slash", *"mer"],
    "removed": ["V", "j"],
    "variants": ["r", "j", "j", "enter"],
    "search": ["ctrl+f", *"crue", "down"],
    "search-fields": ["ctrl+f"],
    "details": ["f", "j", "i"],
    "zen": ["z"],
    "kept": ["G"],
    "saved": ["home", "down"],
}
CASES = [(screen, size) for screen in SCREENS for size in SIZES]


def path_of(screen: str, size: str) -> Path:
    return FOLDER / f"{screen}.{size}.txt"


def kept_texts() -> KeptTexts:
    """Two stored articles as texts that came without a file."""
    documents = {document.id: document for document in map(stored_document, ("giant-pumpkin", "guerre-des-phares"))}
    came = "2024-03-1{day}T12:00:00.000000+00:00"
    ways: tuple[Way, ...] = ("pasted", "piped")
    kept = [
        KeptText(one, way, came.format(day=day)) for day, (one, way) in enumerate(zip(documents, ways, strict=True))
    ]
    return KeptTexts(kept, documents.get)


async def shown(screen: str, size: str) -> str:
    """What stands on the screen after the keys of `screen`."""
    texts = kept_texts() if screen == "kept" else None
    searches = saved_searches() if screen == "saved" else SavedSearches()
    has_index = screen.startswith("search") or screen == "saved"
    with TemporaryDirectory() as folder:
        index = index_of(stored_articles().values(), Path(folder)) if has_index else None
        return await _shown(screen, SIZES[size], texts=texts, index=index, searches=searches)


def saved_searches() -> SavedSearches:
    """Searches, one of which is wrong."""
    queries = ("crue", "speaker:granger OR counts:sinistrés", "figure:many")
    return SavedSearches(SavedSearch(query, f"2024-03-1{day}") for day, query in enumerate(queries))


async def _shown(screen: str, size: tuple[int, int], **more: Any) -> str:
    async with reading(paths(), size, **more) as (app, pilot):
        reading_list = app.reader.reading_list
        for key in SCREENS[screen]:
            await pilot.press(key)
            await wait_for(
                pilot, lambda: reading_list.current in (reading_list.shown, None), "the article at the cursor"
            )
            await wait_for(pilot, lambda: reading_list.shown_article is not None, "its analysis")
        if isinstance(app.screen, SearchScreen):
            await wait_for(pilot, app.screen.has_answer, "the answer")
        searches = reading_list.searches
        await wait_for(pilot, lambda: all(map(searches.count_of, searches.queries)), "the counts")
        await pilot.pause()
        return screen_text(app) + "\n"


def main() -> None:
    activate("en")
    for screen, size in CASES:
        path_of(screen, size).write_text(asyncio.run(shown(screen, size)), encoding="utf-8")


if __name__ == "__main__":
    main()
