"""What the lists forget: titles that come while the list is hidden, and items higher than the list."""

from __future__ import annotations

import os
from pathlib import Path

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.session.analysis_process import InProcessAnalyser

SHORT = "Le pont"
LONG = "Le pont de Montrevel rouvre enfin après de très longs mois de travaux et de nombreuses querelles"


async def test_a_title_that_changes_while_the_list_is_hidden_has_its_rows(tmp_path: Path) -> None:
    for number, name in enumerate("ab"):
        (tmp_path / f"{name}.txt").write_text(f"{LONG if number else 'Autre'}\n\nIl pleut sur la ville {name}.\n")
    async with reading([tmp_path], start=InProcessAnalyser) as (app, pilot):
        rows = app.reader.headlines
        assert rows._rows_of(1) == 3
        await pilot.press("z")
        path = tmp_path / "b.txt"
        path.write_text(f"{SHORT}\n\nIl ne pleut plus sur la ville.\n")
        os.utime(path, ns=(1, 1))
        await pilot.press("R")
        await wait_for(pilot, lambda: app.collection.entries[1].shown_title == SHORT, "the new title")
        await pilot.press("z")
        await wait_for(pilot, lambda: rows.size.width > 0, "the list")
        await pilot.pause()
        assert rows._rows_of(1) == 2


async def test_a_quote_that_is_higher_than_its_list_is_shown_from_its_beginning(tmp_path: Path) -> None:
    words = " ".join(f"Le mot numéro {number} de la très longue déclaration du maire" for number in range(60))
    path = tmp_path / "a.txt"
    path.write_text(
        "Un titre\n\n« Un propos court de la mairie aujourd’hui », a dit Paul Verdier.\n\n"
        f"« {words} », a dit Anne Roux.\n"
    )
    async with reading([path], size=(120, 20), start=InProcessAnalyser) as (app, pilot):
        await pilot.press("c", "j")
        quotes = app.reader.quotes
        for _again in range(3):
            assert quotes.scroll_offset.y == quotes._top_of(1)
            assert "numéro 0" in screen_text(app).split("Quotes")[1].replace("\n", " ")
            quotes.show_cursor()


async def test_a_headline_that_is_higher_than_its_list_shows_its_title(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{LONG} {name}\n\nIl pleut sur la ville {name}.\n")
    async with reading([tmp_path], start=InProcessAnalyser) as (app, pilot):
        rows = app.reader.headlines
        for height in range(4, 9):
            await pilot.resize_terminal(120, height)
            for key in "jjkk":
                await pilot.press(key)
                region = rows.scrollable_content_region
                if region.height:
                    assert rows.scroll_offset.y <= rows._top_of(rows.cursor) < rows.scroll_offset.y + region.height
