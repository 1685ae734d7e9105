"""Keeping excerpts, and the list of what is kept."""

from __future__ import annotations

from pathlib import Path

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.library.status import open_library
from tui_reader.session.clippings import Clippings
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.clippings import ClippingsScreen

TEXT = "Le pont rouvre\n\nLe pont a rouvert lundi devant 300 personnes. « Enfin », a dit Anne Roux. Il pleut.\n"


def kept_words(app: ReaderApp) -> list[str]:
    return [one.excerpt.words for one in app.session.clippings.in_order()]


async def test_what_is_kept_is_in_the_library_when_it_is_said(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    async with reading(library=library) as (app, pilot):
        await pilot.press("c", "a")
        await wait_for(pilot, lambda: "kept: «" in screen_text(app), "the confirmation")
        other = open_library(tmp_path / "library")
        assert [one.excerpt.speaker for one in other.clippings()] == [app.reader.quotes.items[0].speaker]
        other.close()
        await pilot.press("a")
        assert "no longer kept: «" in screen_text(app)
    again = open_library(tmp_path / "library")
    assert again.clippings() == []
    again.close()


async def test_each_clipping_is_added_to_the_users_own_file(tmp_path: Path) -> None:
    notes = tmp_path / "press.md"
    async with reading(clippings_file=str(notes)) as (app, pilot):
        await pilot.press("c", "a", "f", "a")
        quote, figure = app.reader.quotes.items[0], app.reader.figures.items[0]
        text = notes.read_text(encoding="utf-8")
        assert text.index(f"> {quote.clean}") < text.index(f"**{figure.clean}**")
    async with reading(clippings_file=str(tmp_path / "none" / "x.md")) as (app, pilot):
        await pilot.press("c", "a")
        assert "x.md: No such file" in screen_text(app)
        assert len(app.session.clippings) == 1


async def test_a_sentence_and_a_selected_passage_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "pont.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reading([path]) as (app, pilot):
        await pilot.press("enter", "g", "}", "a", "x", "j", "a")
        assert sorted(kept_words(app)) == [
            "Le pont a rouvert lundi devant 300 personnes.",
            "Le pont a rouvert lundi devant 300 personnes. « Enfin », a dit Anne Roux.",
        ]
        assert {one.line for one in app.session.clippings.in_order()} == {3}
        assert {one.where.path for one in app.session.clippings.in_order()} == {str(path)}


async def test_the_list_orders_comments_and_takes_back(tmp_path: Path) -> None:
    path = tmp_path / "pont.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "a", "f", "a", "enter", "G", "a", "A")
        screen = app.screen
        assert isinstance(screen, ClippingsScreen)
        assert kept_words(app) == ["Enfin", "300", "Il pleut."]
        await pilot.press("J")
        assert kept_words(app) == ["300", "Enfin", "Il pleut."]
        await pilot.press("g", "m", "n", *"ok", "enter")
        first = app.session.clippings.in_order()[0]
        assert (first.excerpt.words, first.mark, first.note) == ("300", "checked", "ok")
        await pilot.press("t", *"Pont", "enter")
        assert kept_words(app) == ["Enfin", "Il pleut.", "300"]
        assert "Pont" in screen_text(app)
        await pilot.press("u", "u", "u", "u")
        assert kept_words(app) == ["Enfin", "300", "Il pleut."]
        assert {(one.heading, one.mark, one.note) for one in app.session.clippings.in_order()} == {("", None, "")}
        await pilot.press("/", *"pleut", "enter")
        assert ["Il pleut." in line.text for line in screen.list.lines if line.value] == [True]
        await pilot.press("x")
        assert kept_words(app) == ["Enfin", "300"]
        for grouping in ("by article", "by speaker", "by day", "by heading"):
            await pilot.press("w")
            assert grouping in screen_text(app)
        await pilot.press("escape", "u")
        assert kept_words(app) == ["Enfin", "300", "Il pleut."]


async def test_a_clipping_opens_its_article_or_shows_its_words(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(TEXT.replace("pont", "tunnel"), encoding="utf-8")
    clippings = Clippings()
    async with reading([first, second], clippings=clippings) as (app, pilot):
        await pilot.press("J")
        await wait_for(pilot, lambda: app.collection.article(1) is not None, "the second article")
        await pilot.press("c", "a", "K", "A", "enter")
        assert app.reader.reading_list.shown == 1
        page = app.reader.article.page_shown
        await wait_for(pilot, lambda: app.reader.article.current is not None, "the place")
        assert app.reader.article.current is not None
        assert app.reader.article.current.of(page.text) == "Enfin"
    async with reading([first], clippings=clippings) as (app, pilot):
        await pilot.press("A", "enter")
        await pilot.pause()
        assert "Clipping whose article is not open" in screen_text(app)
        assert f"{second}:3" in screen_text(app).replace("\n", "")
