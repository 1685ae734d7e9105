"""The mouse does what the keys do."""

from textual import events

from tests.ui.helpers import reading, wait_for
from tui_reader.ui.widgets.article_view import ArticleView


async def test_a_click_opens_a_headline() -> None:
    async with reading() as (app, pilot):
        await pilot.click("#headlines", offset=(5, 1 + 3 + 3))  # under the border, the first entry and its related ones
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the second article")
        assert app.collection.entries[1].read


async def test_a_click_on_a_related_headline_opens_nothing() -> None:
    async with reading() as (app, pilot):
        await pilot.click("#headlines", offset=(5, 4))
        assert app.reader.headlines.cursor == 0
        assert not app.collection.entries[0].read


async def test_a_click_shows_a_quote_and_a_figure_in_the_article() -> None:
    async with reading() as (app, pilot):
        page = app.reader.article.page_shown
        await pilot.click("#quotes", offset=(3, 1 + app.reader.quotes.rows_before(1)))
        assert app.reader.article.current == page.place(app.reader.quotes.items[1].span)
        first = app.reader.figures.items[0]
        await pilot.click("#figures", offset=(3, 2 + (first.attribution is not None)))  # below who gives the first one
        assert app.reader.article.current == page.place(app.reader.figures.items[1].span)


async def test_the_wheel_scrolls_the_article() -> None:
    async with reading() as (app, pilot):
        view = app.reader.article
        event = events.MouseScrollDown(view, 5, 5, 0, 0, 0, False, False, False)
        view.post_message(event)
        await wait_for(pilot, lambda: view.scroll_offset.y > 0, "the scrolling")
        assert view.place > 0


async def test_selected_words_are_copied_as_they_stand() -> None:
    async with reading() as (app, pilot):
        view = app.query_one(ArticleView) if app.query(ArticleView) else app.reader.article
        lead = app.reader.article.page_shown.text.index("La Meurthe est montée")
        row = view.layout_now.row_of(lead) + 1  # under the border
        left = 1 + view.margin_left
        await pilot.mouse_down("#article", offset=(left + 3, row))
        await pilot.hover("#article", offset=(left + 9, row))
        await pilot.mouse_up("#article", offset=(left + 9, row))
        await pilot.press("y")
        assert app.clipboard == "Meurthe"
