"""Keeping excerpts, and the list of what is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.analysis.pipeline import analyse
from tui_reader.export.excerpt import excerpt_of_figure, excerpt_of_quote
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.status import Library, open_library
from tui_reader.library.values import ArticleKey, Clipping, ClippingChange
from tui_reader.model import Excerpt, Span
from tui_reader.session.clippings import Clippings, new_clipping
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.clippings import ClippingsScreen
from tui_reader.ui.view.clipping_lines import clipping_lines

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
        assert text.index(f"> {quote.clean[:25]}") < text.index(f"**{figure.clean}**")
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


async def test_a_heading_is_chosen_with_one_key_or_typed(tmp_path: Path) -> None:
    path = tmp_path / "pont.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with reading([path]) as (app, pilot):

        def headings() -> list[str]:
            return [one.heading for one in app.session.clippings.in_order()]

        await pilot.press("c", "a", "f", "a", "enter", "G", "a", "A")
        await pilot.press("t", *"Pont", "enter", "g", "t", "enter")
        assert headings() == ["", "Pont", "Pont"]
        await pilot.press("g", "t", "j", "enter", *"Eau", "enter")
        assert headings() == ["Eau", "Pont", "Pont"]
        await pilot.press("G", "t")
        assert "another heading…" in screen_text(app)
        await pilot.press("enter")
        assert headings() == ["Eau", "Eau", "Pont"]
        await pilot.press("t", "escape", "t", "G", "enter")
        assert headings() == ["", "Eau", "Pont"]
        await pilot.press("u", "u", "u", "u", "u")
        assert headings() == ["", "", ""]


def kept_elsewhere(library: Library, words: str) -> Clipping:
    """A clipping that another instance has kept."""
    now = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
    document = document_from_text(words)
    made = new_clipping(Excerpt("passage", words), document, Span(0, len(words)), ArticleKey(document.id), now)
    library.keep([], None, [ClippingChange(made.id, None, made)])
    return made


def test_the_list_tells_what_was_corrected() -> None:
    article = analyse(document_from_text(TEXT))
    quote = msgspec.structs.replace(article.quotes[0], corrected=("speaker",))
    figure = msgspec.structs.replace(article.figures[0], corrected=("value",))
    for excerpt, is_corrected in (
        (excerpt_of_quote(quote, article), True),
        (excerpt_of_figure(figure, article), True),
        (excerpt_of_quote(article.quotes[0], article), False),
        (excerpt_of_figure(article.figures[0], article), False),
    ):
        kept = new_clipping(excerpt, article.document, Span(0, 3), ArticleKey("d"), datetime.now(UTC))
        words = [line.text for line in clipping_lines([kept], "heading")]
        assert words[1].endswith(" ✎") == is_corrected
        assert excerpt.is_corrected == is_corrected


@pytest.mark.parametrize("confidence", [0.4, 0.9])
def test_the_list_tells_who_is_only_inferred(confidence: float) -> None:
    article = analyse(document_from_text(TEXT))
    quote = msgspec.structs.replace(article.quotes[0], speaker="Anne Roux", confidence=confidence, how="name")
    kept = new_clipping(
        excerpt_of_quote(quote, article), article.document, Span(0, 3), ArticleKey("d"), datetime.now(UTC)
    )
    known = clipping_lines([kept], "heading")[2].text
    assert ("Anne Roux ?" in known) == (confidence < 0.5)


async def test_the_list_has_what_another_instance_kept_and_not_what_it_removed(tmp_path: Path) -> None:
    library, other = (open_library(tmp_path / "library") for _ in range(2))
    async with reading(library=library) as (app, pilot):
        await pilot.press("A")
        await wait_for(pilot, lambda: "nothing is kept yet" in screen_text(app), "the answer of the library")
        one, two = (kept_elsewhere(other, words) for words in ("Kept there", "Kept there, too"))
        await pilot.press("A")
        await wait_for(pilot, lambda: "Clippings · 2" in screen_text(app), "the list")
        await pilot.press("n", *"mine")
        other.keep([], None, [ClippingChange(one.id, one, replace(one, heading="Pont"))])
        other.keep([], None, [ClippingChange(two.id, two, None)])
        await pilot.press("enter", "escape", "A")
        await wait_for(pilot, lambda: "Clippings · 1" in screen_text(app), "what is left")
        assert [(one.excerpt.words, one.heading) for one in app.session.clippings.in_order()] == [
            ("Kept there", "Pont")
        ]
        await pilot.press("m")
        await wait_for(pilot, lambda: other.clippings()[0].mark == "checked", "the mark in the library")
        assert other.clippings()[0].heading == "Pont"
        await pilot.press("escape")
        other.keep([], None, [ClippingChange(one.id, one, None)])
        await pilot.press("A")
        await wait_for(pilot, lambda: "nothing is kept" in screen_text(app), "that nothing is left")
    other.close()


async def test_what_is_kept_while_the_library_is_read_stays(tmp_path: Path) -> None:
    library, other = (open_library(tmp_path / "library") for _ in range(2))
    kept_elsewhere(other, "Kept there")
    async with reading(library=library) as (app, pilot):
        app.reader.clipping_controller.take_in(other.clippings(), app.session.clippings.changes)
        stale, changes = other.clippings(), app.session.clippings.changes
        await pilot.press("c", "a")
        app.reader.clipping_controller.take_in(stale, changes)
        await pilot.pause()
        assert len(app.session.clippings) == 2
        await wait_for(pilot, lambda: len(other.clippings()) == 2, "both in the library")
    other.close()


async def test_the_list_opens_without_a_library_that_can_be_read(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    async with reading(library=library) as (app, pilot):
        library.close()
        await pilot.press("A")
        await wait_for(pilot, lambda: "library" in screen_text(app).splitlines()[-1], "the error")
        await pilot.press("j")
        await wait_for(pilot, lambda: "nothing is kept yet" in screen_text(app), "the answer")


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
