"""The main screens as text: `python -m tests.ui.goldens` writes them anew, to be read before they are committed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.corpus import ROOT
from tests.ui.helpers import reading, screen_text
from tui_reader.messages import activate

FOLDER = ROOT / "tests" / "golden"
SAMPLES = ROOT / "assets" / "samples"
SIZES = {"200x50": (200, 50), "120x36": (120, 36), "80x24": (80, 24), "60x20": (60, 20), "40x10": (40, 10)}
SCREENS = {
    "list": [],
    "article": ["J", "enter", "ctrl+d"],
    "raw": ["enter", "v"],
    "quotes": ["c", "j", "j"],
    "help": ["question_mark"],
    "find": ["enter", "slash", *"mer"],
    "removed": ["V", "j"],
    "variants": ["j", "j", "j", "enter"],
    "details": ["f", "j", "i"],
    "zen": ["z"],
}
CASES = [(screen, size) for screen in SCREENS for size in SIZES]


def path_of(screen: str, size: str) -> Path:
    return FOLDER / f"{screen}.{size}.txt"


async def shown(screen: str, size: str) -> str:
    """What stands on the screen after the keys of `screen`."""
    paths = [SAMPLES / "crue-de-la-meurthe.txt", SAMPLES / "harwick-bridge.txt"]
    async with reading(paths, SIZES[size]) as (app, pilot):
        for key in SCREENS[screen]:
            await pilot.press(key)
            await pilot.pause(0.1 if key in "jJ" else 0)
        await pilot.pause()
        return screen_text(app) + "\n"


def main() -> None:
    activate("en")
    for screen, size in CASES:
        path_of(screen, size).write_text(asyncio.run(shown(screen, size)), encoding="utf-8")


if __name__ == "__main__":
    main()
