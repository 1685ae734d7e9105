"""The README's screenshot, made by the program: `python -m tests.screenshot`."""

from __future__ import annotations

import asyncio

from tests.corpus import ROOT
from tests.ui.helpers import reading, wait_for
from tui_reader.messages import activate

TARGET = ROOT / "assets" / "screenshots" / "reader.svg"


async def main() -> None:
    activate("en")
    async with reading([ROOT / "assets" / "samples"], (120, 34)) as (app, pilot):
        await pilot.press(*"jjj", "enter")
        await wait_for(pilot, lambda: app.shelf.article(3) is not None, "the article")
        await pilot.press("c", *"jjjj")
        await pilot.pause()
        TARGET.write_text(app.export_screenshot(title="tui-reader"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
