"""What the panes have in common: they are painted anew, and the screen is laid out anew, only where that shows."""

from __future__ import annotations

from functools import partial

import pytest
from textual.geometry import Size

from tests.ui.helpers import reading, wait_for
from tui_reader.ui.widgets.line_view import LineView


def bar_has(pane: LineView, rows: int) -> bool:
    return pane.vertical_scrollbar.window_virtual_size == rows


def is_bar_shown(pane: LineView, expected: bool) -> bool:
    return pane.show_vertical_scrollbar == expected


async def test_a_scroll_bar_follows_the_rows_and_the_screen_is_not_laid_out_for_it() -> None:
    async with reading() as (app, pilot):
        layouts: list[object] = []
        pane = app.reader.headlines
        await pilot.pause()
        app.screen.screen_layout_refresh_signal.subscribe(pane, layouts.append)
        for rows in (300, 5):
            pane.virtual_size = Size(pane.size.width, rows)
            await wait_for(pilot, partial(bar_has, pane, rows), "the bar")
        await pilot.pause()
        assert not layouts


async def test_a_scroll_bar_comes_where_it_is_only_shown_when_it_is_needed() -> None:
    async with reading() as (app, pilot):
        pane = app.reader.headlines
        pane.styles.overflow_y = "auto"
        for rows, is_shown in ((300, True), (1, False)):
            pane.virtual_size = Size(pane.size.width, rows)
            await wait_for(pilot, partial(is_bar_shown, pane, is_shown), "the bar")


async def test_the_same_words_on_a_border_are_not_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading() as (app, _pilot):
        pane = app.reader.article
        painted: list[LineView] = []
        pane.label("Le Progrès", "10 %")
        monkeypatch.setattr(LineView, "refresh", lambda view, *_regions, **_options: painted.append(view))
        pane.label("Le Progrès", "10 %")
        pane.label(below="10 %")
        assert not painted
        pane.label(below="20 %")
        assert painted
        assert (pane.border_title, pane.border_subtitle) == ("Le Progrès", "20 %")
