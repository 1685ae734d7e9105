"""The README's screenshots, made by the program: `python -m tests.screenshot`."""

from __future__ import annotations

import asyncio

from tests.corpus import ROOT
from tests.session.analysers import RememberingAnalyser
from tests.ui.helpers import reading, wait_for
from tui_reader.messages import activate

FOLDER = ROOT / "assets" / "screenshots"
SAMPLES = ROOT / "assets" / "samples"
SHOTS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "reader": ((120, 34), ["c", *"jjjj"]),
    "raw": ((120, 34), ["enter", "v", "ctrl+d"]),
    "narrow": ((56, 24), ["c", *"jj"]),
}
"""By name: the size in cells, and the keys pressed in the fourth sample."""


async def shoot(name: str) -> None:
    size, keys = SHOTS[name]
    async with reading([SAMPLES], size, paints=True, start=RememberingAnalyser) as (app, pilot):
        await pilot.press(*"JJJ")
        await wait_for(
            pilot, lambda: app.collection.article(3) is not None and app.reader.reading_list.shown == 3, "the article"
        )
        await pilot.press(*keys)
        await pilot.pause()
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(title="tui-reader"), encoding="utf-8")


def main() -> None:
    activate("en")
    for name in SHOTS:
        asyncio.run(shoot(name))


if __name__ == "__main__":
    main()
