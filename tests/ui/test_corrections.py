"""Correcting with the keys: sheets, selections, what follows on the screen, and what the library then has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.helpers import ReaderPilot, reading, screen_text, wait_for
from tui_reader.library.status import Library, kept_corrections, open_library
from tui_reader.model import Article
from tui_reader.session.corrections import Corrections
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import LongChoice
from tui_reader.ui.screens.sheet import Sheet

TEXT = """Le pont de Varenne rouvre après deux ans

Le pont a rouvert lundi devant 300 habitants venus en famille, a annoncé la mairie.

« C’est un soulagement », a déclaré la maire, Anne Roux, devant les 40 élus du conseil.

« Il était temps », a dit Paul Verdier, architecte. Il a ajouté que tout était prêt.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "pont.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = open_library(tmp_path / "library")
    yield opened
    opened.close()


def article(app: ReaderApp) -> Article:
    shown = app.collection.article(0)
    assert shown
    return shown


def speakers(app: ReaderApp) -> list[str | None]:
    return [quote.speaker for quote in article(app).quotes]


async def type_over(pilot: ReaderPilot, text: str) -> None:
    """Type a text in place of the one that stands in the prompt."""
    await pilot.press("ctrl+u", *text, "enter")


async def choose(app: ReaderApp, pilot: ReaderPilot, words: str) -> None:
    """Choose the line of a window that begins with some words."""
    lines = app.screen.list.lines  # type: ignore[attr-defined]
    wanted = next(at for at, line in enumerate(lines) if line.text.startswith(words))
    app.screen.list.cursor = wanted  # type: ignore[attr-defined]
    await pilot.press("enter")


async def test_a_speaker_is_chosen_among_those_of_the_article(path: Path, library: Library) -> None:
    async with reading([path], library=library) as (app, pilot):
        await pilot.press("c", "i")
        assert "Speaker: Anne Roux" in screen_text(app)
        await pilot.press("enter")
        await choose(app, pilot, "Paul Verdier, architecte")
        assert "Speaker: Paul Verdier ✎ (found: Anne Roux)" in screen_text(app)
        assert "Role: architecte ✎ (found: maire)" in screen_text(app)
        await pilot.press("escape")
        assert "Paul Verdier ✎, architecte" in screen_text(app)
        assert "│   ✎ " in screen_text(app)  # in the list
        assert app.reader.quotes.cursor == 0
        assert "quote — Paul Verdier" in screen_text(app)
        said = "speaker: Paul Verdier · u undoes it"
        await wait_for(pilot, lambda: said in screen_text(app), "what was done")
        assert len(kept_corrections(library.path)) == 2  # when it is said
        await pilot.press("u")
        assert speakers(app) == ["Anne Roux", "Paul Verdier"]
        await wait_for(pilot, lambda: kept_corrections(library.path) == [], "none in the library")


async def test_a_speaker_is_typed_or_nobody(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "i", "enter")
        await choose(app, pilot, "another name")
        await type_over(pilot, "Odile Granger")
        assert speakers(app)[0] == "Odile Granger"
        await pilot.press("enter")
        await choose(app, pilot, "nobody named")
        assert speakers(app)[0] is None
        await pilot.press("u")  # takes the correction of the line back, and that of the role
        assert (speakers(app)[0], article(app).quotes[0].role) == ("Anne Roux", "maire")
        await pilot.press("escape", "u")
        assert speakers(app)[0] is None


async def test_a_figure_is_read_anew_and_its_clipping_follows(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("f")
        while article(app).figures[app.reader.figures.cursor].text != "300":
            await pilot.press("j")
        await pilot.press("a", "i", "enter")
        await type_over(pilot, "beaucoup")
        assert "this is no number" in screen_text(app)
        await type_over(pilot, "3,5 millions")
        await choose(app, pilot, "Unit")
        await type_over(pilot, "€")
        await choose(app, pilot, "Of what")
        await type_over(pilot, "chantier")
        await choose(app, pilot, "Said as")
        await choose(app, pilot, "at least")
        await choose(app, pilot, "Given by")
        await choose(app, pilot, "Anne Roux")
        await pilot.press("escape")
        assert "≥300 [= 3,500,000 EUR]" in screen_text(app)
        [clipping] = app.session.clippings.in_order()
        assert clipping.excerpt.words == "300 [= 3,500,000 EUR]"
        assert (clipping.excerpt.what, clipping.excerpt.given_by) == ("chantier", "Anne Roux")
        for _correction in range(5):
            await pilot.press("u")
        [clipping] = app.session.clippings.in_order()
        assert (clipping.excerpt.words, clipping.excerpt.what) == ("300", "habitants venus")


async def test_what_is_no_quote_is_told_so_and_comes_back(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "i")
        await choose(app, pilot, "Speech")
        assert not article(app).quotes[0].speech
        assert "Speech: a title, a name" in screen_text(app)
        await choose(app, pilot, "This is no quote")
        assert speakers(app) == ["Paul Verdier"]
        await pilot.press("I")
        assert "— not so" in screen_text(app)
        await pilot.press("G", "u", "G", "u", "escape")
        assert speakers(app) == ["Anne Roux", "Paul Verdier"]
        assert article(app).quotes[0].speech


async def test_a_quote_that_was_missed_is_selected(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("enter", "G", "x", "o", *"llll", "i")
        assert "“tout était prêt.” is" in screen_text(app)
        await choose(app, pilot, "a quote")
        assert isinstance(app.screen, Sheet)
        await pilot.press("enter")
        await choose(app, pilot, "Paul Verdier")
        await pilot.press("escape")
        quote = article(app).quotes[-1]
        assert (quote.text, quote.speaker, quote.corrected[0]) == ("tout était prêt.", "Paul Verdier", "present")
        assert "Copy quote — Paul Verdier" in screen_text(app)


async def test_a_figure_that_was_missed_is_selected_and_read(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("enter", "G", "x", "o", *"llll", "o", *"hhh", "i")
        await choose(app, pilot, "a figure")
        await type_over(pilot, "12")
        figure = article(app).figures[-1]
        assert (figure.value, figure.text) == (12, "tout")
        await pilot.press("escape", "u")
        assert figure.text not in [one.text for one in article(app).figures]


async def test_the_words_of_a_quote_are_selected_anew(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "i")
        await choose(app, pilot, "Words")
        assert app.reader.article.selected
        await pilot.press("o", "l", "i")
        assert app.reader.article.selected is None
        quote = article(app).quotes[0]
        assert (quote.text, quote.speaker, quote.corrected) == ("un soulagement", "Anne Roux", ("span",))
        await pilot.press("u")
        assert article(app).quotes[0].text == "C’est un soulagement"


async def test_the_cursor_stays_on_what_was_corrected(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "j", "f", "j")
        figure = app.reader.figures.current
        assert figure
        await pilot.press("i", "enter")
        await type_over(pilot, "77")
        await pilot.press("escape")
        target = app.reader.copying.target()
        assert target
        assert (target.kind, target.item and target.item.span) == ("figure", figure.span)
        await pilot.press("c", "t", "g")  # by speaker: Anne Roux, then Paul Verdier
        await pilot.press("i", "enter")
        await choose(app, pilot, "nobody named")
        await pilot.press("escape")
        current = app.reader.quotes.current
        assert current
        assert (app.reader.quotes.cursor, current.text) == (1, "C’est un soulagement")  # it comes last now


async def test_what_is_there_already_is_not_added_again(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("enter", "}", "}", "x", "i")
        assert "the words of the quote: Anne Roux" in screen_text(app)
        assert "the figure: 40" in screen_text(app)
        assert "a quote" not in screen_text(app).replace("a quote of", "")
        await choose(app, pilot, "the figure: 40")
        assert "Value: 40" in screen_text(app)


async def test_the_source_of_an_article_is_given(path: Path, library: Library) -> None:
    async with reading([path], library=library) as (app, pilot):
        await pilot.press("i")  # in the list, it is the article's sheet
        await choose(app, pilot, "Site")
        await type_over(pilot, "Le Clairon")
        await choose(app, pilot, "Date")
        await type_over(pilot, "hier")
        assert "this is no date" in screen_text(app)
        await type_over(pilot, "2 mars 2022")
        await choose(app, pilot, "Address")
        await type_over(pilot, "https://a.example/1")
        await choose(app, pilot, "Title")
        await type_over(pilot, "Un pont")
        await choose(app, pilot, "Author")
        await type_over(pilot, "Maud")
        await pilot.press("escape")
        assert app.collection.entries[0].title == "Un pont"
        assert "Le Clairon · Maud · 2 Mar 2022" in screen_text(app)
        await wait_for(pilot, lambda: len(kept_corrections(library.path)) == 5, "the corrections in the library")
    again = open_library(library.path)
    async with reading([path], corrections=Corrections(again.corrections())) as (app, pilot):
        assert "Un pont" in screen_text(app)
        assert (article(app).site, article(app).day) == ("Le Clairon", "2022-03-02")
        rows = screen_text(app).splitlines()
        assert any("✎ Le Clairon · 2 Mar 2022" in row for row in rows)
    again.close()


async def test_the_sheet_of_the_article_leads_to_its_corrections(path: Path) -> None:
    async with reading([path]) as (app, pilot):
        await pilot.press("c", "j", "i", "enter")
        await choose(app, pilot, "nobody named")
        await pilot.press("escape", "c", "g", "I", "G", "enter")
        target = app.reader.copying.target()
        assert target
        assert target.words == "Il était temps"


async def test_the_language_is_the_readers(tmp_path: Path) -> None:
    path = tmp_path / "bref.txt"
    path.write_text("Bref\n\n« Bel » Carrefour.\n", encoding="utf-8")
    async with reading([path]) as (app, pilot):
        assert article(app).language is None
        await pilot.press("I")
        await choose(app, pilot, "Language")
        await choose(app, pilot, "French")
        await wait_for(pilot, lambda: article(app).language == "fr", "another analysis")
        await pilot.press("escape", "u")
        await wait_for(pilot, lambda: article(app).language is None, "the first one again")


async def test_corrections_that_do_not_fit_any_more_are_told(path: Path, library: Library) -> None:
    async with reading([path], library=library) as (app, pilot):
        await pilot.press("c", "i", "enter")
        await choose(app, pilot, "nobody named")
        await wait_for(pilot, lambda: len(kept_corrections(library.path)) == 2, "the corrections in the library")
    path.write_text(TEXT.replace("C’est un soulagement", "Nous attendions ce jour"), encoding="utf-8")
    again = open_library(library.path)
    async with reading([path], corrections=Corrections(again.corrections())) as (app, pilot):
        assert "2 corrections no longer fit this text; I lists them" in screen_text(app)
        await pilot.press("I")
        assert "Corrections that no longer fit it (2)" in screen_text(app)
        await pilot.press("G", "u", "G", "u")
        assert "no longer fit it" not in screen_text(app)
    again.close()


async def test_hostile_words_do_nothing_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Le pont\n\n« Oui\x1b[31m [b]là[/b] », a dit Anne Roux, maire de Varenne, lundi.\n", encoding="utf-8"
    )
    async with reading([path], size=(60, 20)) as (app, pilot):
        await pilot.press("c", "i", "enter", "escape", "escape", "I", "escape", "enter", "x", "i")
        assert "\x1b" not in screen_text(app)


async def test_of_many_to_choose_from_a_filter_leaves_those_that_have_its_words() -> None:
    async with reading() as (app, pilot):
        await pilot.press("T")
        themes = app.screen
        assert isinstance(themes, LongChoice)
        count = themes.list.count
        await pilot.press("slash", *"light", "enter")
        await wait_for(pilot, lambda: themes.list.count < count, "the filter")
        assert "Theme · /light" in screen_text(app)
        assert all("light" in line.text for line in themes.list.lines)
        await pilot.press("slash", *"xyz", "enter")
        await wait_for(pilot, lambda: "nothing here has these words" in screen_text(app), "that there is none")
        await pilot.press("enter")
        assert app.screen is themes
        await pilot.press("escape")
        await wait_for(pilot, lambda: themes.list.count == count, "all of them")
        await pilot.press("escape")
        await wait_for(pilot, lambda: app.screen is app.reader, "that it is closed")


async def test_what_is_undone_in_another_article_names_it(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "rive.txt"
    other.write_text("La rive\n\nRien de plus.\n", encoding="utf-8")
    async with reading([path, other]) as (app, pilot):
        await pilot.press("c", "i", "enter")
        await choose(app, pilot, "nobody named")
        await pilot.press("escape", "escape", "escape", "j", "enter", "u")
        assert app.reader.reading_list.shown == 1
        title = app.collection.entries[0].shown_title
        assert f"undone: nobody named, in “{title}”" in screen_text(app)
