"""Reading with the keyboard."""

from pathlib import Path

import pytest

from tests.corpus import ROOT
from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.messages import activate
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.reader import ReaderScreen


async def test_the_first_article_is_shown_with_its_quotes() -> None:
    async with reading() as (app, _):
        shown = screen_text(app)
        assert "La Meurthe est montée plus vite que" in shown
        assert "Odile Granger" in shown
        assert "Partager" not in shown
        assert "1 of 6" in shown


async def test_the_article_follows_the_list() -> None:
    async with reading() as (app, pilot):
        await pilot.press("J")
        await wait_for(
            pilot,
            lambda: app.collection.article(1) is not None and app.reader.reading_list.shown == 1,
            "the second article",
        )
        assert "Cycles Bellecombe" in screen_text(app)
        assert not app.collection.entries[1].read
        await pilot.press("enter")
        assert app.collection.entries[1].read
        assert app.focused is app.reader.article
        await pilot.press("K")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 0, "the first article again")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 10)])
async def test_flipping_keeps_the_place(size: tuple[int, int]) -> None:
    async with reading(size=size) as (app, pilot):
        await pilot.press("enter", "ctrl+d", "ctrl+d", "j")
        view = app.reader.article
        place = view.place
        assert place > 0
        for _ in range(6):
            await pilot.press("v")
            await pilot.pause()
            assert view.place == place
        await pilot.resize_terminal(65, 20)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert view.place == place


async def test_the_view_is_named_at_any_width() -> None:
    widths = (20, 30, 40, 60, 120)
    async with reading(size=(widths[0], 12)) as (app, pilot):
        for view, order in (("Cleaned", widths), ("Raw", reversed(widths))):
            for columns in order:
                await pilot.resize_terminal(columns, 12)
                assert screen_text(app).splitlines()[0].endswith(view)
            await pilot.press("v")


async def test_raw_says_why_blocks_are_dropped() -> None:
    async with reading(size=(120, 60)) as (app, pilot):
        await pilot.press("v")
        shown = screen_text(app)
        assert "┄ left out: share button" in shown
        assert "Partager sur X" in shown
        assert "Raw" in shown.splitlines()[0]


async def test_a_selected_quote_is_shown_and_copied_with_its_citation(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading() as (app, pilot):
        copied: list[str] = []
        monkeypatch.setattr(app, "_start_copying", lambda text, _what: copied.append(text))
        await pilot.press("c", "y", "Y")
        quote = app.reader.quotes.items[0]
        page = app.reader.article.page_shown
        assert app.reader.article.current == page.place(quote.span)
        assert app.reader.article.source is not None
        assert app.reader.article.source.of(page.text) == "Odile Granger"
        assert copied[0] == quote.clean
        assert copied[1].startswith("«\u00a0L’eau est entrée sans frapper")
        assert "2024-02-14" in copied[1].splitlines()[-1]


async def test_find_in_the_article_and_filter_in_the_list() -> None:
    async with reading() as (app, pilot):
        await pilot.press("enter", "slash", *"voisins", "enter")
        assert len(app.reader.find_controller.hits) >= 3
        first = app.reader.article.current
        await pilot.press("n")
        assert app.reader.article.current != first
        await pilot.press("escape")
        assert app.reader.find_controller.hits == []
        await pilot.press("escape", "slash", *"bridge")
        assert [app.collection.entries[at].title for at in app.reader.reading_list.order] == [
            "Harwick Bridge shut for six months after inspectors find “daylight where steel should be”"
        ]
        await pilot.press("escape")
        assert app.reader.headlines.count == 6
        assert not app.reader.find_bar.display
        assert app.focused is app.reader.headlines


async def test_what_was_found_is_found_again_in_the_other_view() -> None:
    async with reading() as (app, pilot):
        await pilot.press("enter", "slash", *"sur facebook", "escape", "slash", *"voisins", "enter", "v", "n")
        page = app.reader.article.page_shown
        assert len(app.reader.find_controller.hits) >= 3
        assert {hit.of(page.text).lower() for hit in app.reader.find_controller.hits} == {"voisins"}
        assert app.reader.article.current in app.reader.find_controller.hits
        await pilot.press("J")
        assert list(app.reader.find_controller.hits) == []  # another article: nothing was looked for in it


def marked(app: ReaderApp) -> set[str]:
    """What is marked in the article, in small letters."""
    text = app.reader.article.page_shown.text
    return {hit.of(text).lower() for hit in app.reader.find_controller.hits}


async def test_the_words_of_the_filter_are_marked_in_what_is_opened_from_the_list() -> None:
    async with reading() as (app, pilot):
        view = app.reader.article
        await pilot.press("slash", *"pont crue")
        assert marked(app) == set(), "not while one types"
        await pilot.press("enter")
        assert app.reader.headlines.count == 1
        await pilot.press("enter")
        assert app.focused is view
        assert marked(app) == {"crue", "pont"}
        assert (view.scroll_offset.y, view.current) == (0, None), "the reader is at the top"
        await pilot.press("n", "n", "N")
        assert view.current == view.hits[0]
        await pilot.press("v")
        assert marked(app) == {"crue", "pont"}
        await pilot.press("slash", *"voisins", "enter")
        assert marked(app) == {"voisins"}
        await pilot.press("escape")
        assert marked(app) == {"crue", "pont"}, "what was sought in the article goes first"
        await pilot.press("escape")
        assert app.reader.pane_controller.in_list
        assert app.reader.headlines.count == 1, "the filter is still on"
        await pilot.press("escape")
        assert app.reader.headlines.count == 6
        assert marked(app) == set()


async def test_moving_in_a_filtered_list_marks_the_words_in_each_article() -> None:
    async with reading() as (app, pilot):
        reading_list = app.reader.reading_list
        await pilot.press("slash", *"said", "enter", "g")
        seen = []
        for _ in reading_list.order:
            await wait_for(pilot, lambda: reading_list.shown == reading_list.current, "that it is shown")
            await wait_for(pilot, lambda: reading_list.shown_article is not None, "its article")
            seen.append(marked(app))
            await pilot.press("J")
        assert seen == [{"said"}] * 2
        app.reader.list_controller.go_to(0)
        assert marked(app) == set(), "it is opened from elsewhere"


async def test_a_filter_that_is_dropped_brings_the_cursor_back() -> None:
    async with reading() as (app, pilot):
        await pilot.press("J", "J")
        before = app.reader.reading_list.current
        await pilot.press("slash", *"bridge")
        assert app.reader.reading_list.current != before
        await pilot.press("escape")
        assert app.reader.reading_list.current == before
        await wait_for(pilot, lambda: app.reader.reading_list.shown == before, "its article")


async def test_the_next_hit_is_sought_from_the_cursor() -> None:
    async with reading() as (app, pilot):
        view = app.reader.article
        await pilot.press("slash", *"meurthe", "enter", "enter", "ctrl+d")
        assert view.cursor is not None
        start = view.cursor.start
        before = [hit for hit in view.hits if hit.start < start]
        assert 0 < len(before) < len(view.hits)
        await pilot.press("n")
        assert view.current == view.hits[len(before)]


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (4, 24), (10, 3), (20, 5), (40, 10), (80, 1), (500, 150)])
async def test_no_size_crashes(size: tuple[int, int]) -> None:
    async with reading(size=size, paints=True) as (app, pilot):
        await pilot.press("j", "enter", "v", "c", "f", "question_mark", "escape", "escape")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.parametrize(("language", "key_word", "count_word"), [("en", "drops", "found"), ("fr", "annule", "trouvé")])
async def test_the_find_bar_names_its_keys_whole_or_not_at_all(language: str, key_word: str, count_word: str) -> None:
    activate(language)
    async with reading(size=(40, 12)) as (app, pilot):
        await pilot.press("enter", "slash", *"zzz")
        for columns, has_keys in ((40, False), (60, False), (79, False), (80, True), (120, True)):
            await pilot.resize_terminal(columns, 12)
            foot = screen_text(app).splitlines()[-1]
            assert any(key in foot for key in ("Enter", "Esc", "Entrée", "Échap")) == has_keys
            assert foot.split()[-1] == (key_word if has_keys else count_word)


HOSTILE = "[/b] [@click=app.quit]x[/] [AFP] [10%] \x1b]0;PWNED\x07 \x9b2J \u202egnp \u2028 \tTAB\rCR " + "z" * 3000


@pytest.mark.parametrize("word", ["z" * 100_000, "\x1b[2J" * 9_000, "«" * 20_000, "é\u0301" * 20_000])
async def test_a_text_without_a_blank_is_read(word: str, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(f"{word}\n\nFin du texte.\n", encoding="utf-8")
    (tmp_path / "none.txt").touch()
    async with reading([tmp_path], paints=True) as (app, pilot):
        await pilot.press("enter", "G", "v", "G", "escape", "j")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the empty file")
        assert "is empty" in screen_text(app)


async def test_hostile_text_is_only_shown(tmp_path: Path) -> None:
    (tmp_path / "a[b] \x1b[2J.txt").write_text(
        f"{HOSTILE[:80]}\n\n« {HOSTILE} », a dit [b]Anne[/b] Roux.\n", encoding="utf-8"
    )
    async with reading([tmp_path]) as (app, pilot):
        await pilot.press("enter", "v", "v", "c", "f", "slash", *"[/", "enter", "colon", "escape", "y")
        shown = screen_text(app)
        assert "[AFP] [10%]" in shown
        assert not set(shown) & set("\x1b\x9b\u202e\u2028\t\r\x07")


async def test_a_line_of_the_raw_text_stays_one_line() -> None:
    async with reading([ROOT / "tests" / "corpus" / "archives" / "factiva-codes.txt"]) as (app, pilot):
        await wait_for(pilot, lambda: app.collection.entries[0].input.record == 0, "the records")
        await pilot.press("v")
        await wait_for(pilot, lambda: "WC  154 words" in screen_text(app), "label and number side by side")


PAGE = ROOT / "tests" / "export" / "texts" / "page.html"


@pytest.mark.parametrize("columns", [120, 60])
async def test_the_title_of_a_page_stands_whole_above_what_is_known_of_it(columns: int) -> None:
    async with reading([PAGE], size=(columns, 30)) as (app, pilot):
        await pilot.press("enter")
        article = screen_text(app)
        title, lead = "Le bac de Morgat reprend la mer", "Le Courrier du Ponant"
        assert f"│ {title} " in article
        top = article.index(f"│ {title} ")
        assert top < article.index(lead, top) < article.index("Après onze mois")
        await pilot.press("v")
        assert "┄ shown above the article" in screen_text(app)


async def test_the_line_above_an_article_says_what_kind_of_file_it_is() -> None:
    async with reading([PAGE], size=(200, 30)) as (app, pilot):
        await pilot.press("enter")
        assert "2 Mar 2022 · web page" in screen_text(app)
        assert "visible text" not in screen_text(app)


async def test_an_article_that_comes_while_the_side_panel_has_the_keys_shows_what_is_selected_there() -> None:
    async with reading() as (app, pilot):
        await pilot.press("c", "J")
        await wait_for(
            pilot,
            lambda: app.reader.reading_list.shown == 1 and app.reader.reading_list.shown_article is not None,
            "the second article",
        )
        await pilot.pause()
        quote = app.reader.quotes.current
        assert quote
        assert app.reader.article.current == app.reader.article.page_shown.place(quote.span)


async def test_who_has_read_to_the_end_stays_there_on_another_terminal() -> None:
    async with reading([ROOT / "assets" / "samples" / "harwick-bridge.txt"], (120, 36)) as (app, pilot):
        view = app.reader.article
        await pilot.press("enter", "G")
        for size in ((60, 20), (120, 20), (100, 40)):
            await pilot.resize_terminal(*size)
            await wait_for(pilot, lambda size=size: app.size == size and view.at_end, "the end")  # type: ignore[misc]
        await pilot.press("g")
        await pilot.resize_terminal(60, 20)
        await wait_for(pilot, lambda: app.size == (60, 20) and not view.at_end, "the beginning")
