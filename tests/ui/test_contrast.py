"""What the panes show can be read in every theme, light or dark."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.ui.helpers import reading
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.view.render import LEAST_CONTRAST, contrast, legible
from tui_reader.ui.widgets.article_view import ArticleView
from tui_reader.ui.widgets.line_view import LineView
from tui_reader.ui.widgets.notice_line import NoticeLine
from tui_reader.ui.widgets.row_list import RowList

THEMES = sorted(name for name in BUILTIN_THEMES if "ansi" not in name)


def styles(app: ReaderApp) -> set[Style]:
    """The styles of all words and figures that our own widgets draw now."""
    for view in app.screen.query(LineView):
        view.ground = view.rich_style  # as at a painting
    panes = [*app.screen.query(RowList), *app.screen.query(ArticleView), *app.screen.query(NoticeLine)]
    return {
        segment.style
        for pane in panes
        for y in range(pane.size.height)
        for segment in pane.render_line(y)
        if segment.style and any(map(str.isalnum, segment.text))
    }


async def test_text_stands_out_from_its_ground_in_every_theme() -> None:
    async with reading(size=(100, 36)) as (app, pilot):
        for keys in (("f", "j"), ("v", "c", "j", "x")):
            await pilot.press(*keys)
            app.notify("told", severity="warning" if "x" in keys else "information")
            for theme in THEMES:
                app.theme = theme
                await pilot.pause()
                for style in styles(app):
                    assert style.color is not None
                    assert style.bgcolor is not None
                    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                    seen = ground.blend(text, 0.66) if style.dim else text
                    assert contrast(seen, ground) >= LEAST_CONTRAST, (theme, str(style))


@pytest.mark.parametrize(
    ("style", "is_same"),
    [
        ("#000000 on #ffffff", True),
        ("#777777 on #ffffff", False),
        ("#ffff00 on #ffffff", False),
        ("bold red on blue", True),  # the terminal's own colours
        ("italic #0000ff", True),  # on the terminal's own ground
    ],
)
def test_only_pale_text_is_changed(style: str, *, is_same: bool) -> None:
    assert (legible(Style.parse(style)) == Style.parse(style)) is is_same


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)
