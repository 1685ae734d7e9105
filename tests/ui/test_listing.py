"""The list: what is kept between sessions, articles alike, files that come and go, corrections."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.status import open_library
from tui_reader.session.collection import Collection
from tui_reader.session.view_state import ViewState
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.view.side_shares import figure_height

BODY = " ".join(f"La ligne {number} du long récit de la digue." for number in range(60))


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "news"
    home.mkdir()
    write(home, a=f"Le récit de la digue\n\n{BODY}\n", b="Une brève\n\nLe vent est tombé dans la nuit de lundi.\n")
    return home


async def test_what_was_done_is_there_again(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading([folder], library=open_library(path)) as (app, pilot):
        await pilot.press("enter", "ctrl+d", "v", "s", "p", ">", "escape", "S", "j", "enter")
        await wait_for(pilot, lambda: app.screen is app.reader, "the choice")
        place = app.reader.article.place
        assert place > 0
    library = open_library(path)
    memory, settings = StatusLookup(library.statuses()), ViewState.of(library.settings())
    assert library.settings()["paths"] == [str(folder)]
    (folder / "a.txt").rename(folder / "moved.txt")
    async with reading([folder], library=library, view_state=settings, memory=memory) as (app, pilot):
        index = next(at for at, entry in enumerate(app.collection.entries) if entry.input.name == "moved.txt")
        entry = app.collection.entries[index]
        assert (entry.read, entry.starred, entry.raw, entry.place) == (True, True, True, place)
        assert (app.reader.view_state.column, app.reader.reading_list.arrangement.sort) == (76, "name")
        assert not app.reader.has_class("-side")
        app.reader.headlines.cursor = list(app.reader.reading_list.order).index(index)
        await wait_for(
            pilot, lambda: app.collection.article(index) is not None and app.reader.reading_list.shown == index, "it"
        )
        await pilot.pause()
        assert app.reader.article.place == place


async def test_merely_passing_by_writes_nothing(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading([folder], library=open_library(path)) as (app, pilot):
        await pilot.press("j", "k", "j")
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the second")
    library = open_library(path)
    assert library.statuses() == []
    library.close()


async def test_the_first_start_names_the_help_and_only_the_first(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "library"
    async with reading([folder], library=open_library(path)) as (app, pilot):
        await wait_for(pilot, lambda: "? lists all keys" in screen_text(app), "the line")
    library = open_library(path)
    async with reading([folder], library=library, view_state=ViewState.of(library.settings())) as (app, pilot):
        await pilot.pause(0.1)
        assert "? lists all keys" not in screen_text(app)


async def test_articles_alike_are_one_row_until_unfolded(folder: Path) -> None:
    write(folder, c=f"Le récit de la digue\n\n{BODY}\n", d=f"Le récit de la digue\n\n{BODY} Avec AFP.\n")
    async with reading([folder], (200, 40)) as (app, pilot):
        await wait_for(pilot, lambda: app.reader.headlines.count == 2, "the folding")
        assert "a.txt = c.txt" in screen_text(app)
        assert "· +1" in screen_text(app)
        assert "3 unread" in screen_text(app)
        await pilot.press("d")
        assert [app.collection.entries[at].input.name for at in app.reader.reading_list.order] == [
            "a.txt",
            "b.txt",
            "c.txt",
            "d.txt",
        ]
        await pilot.press("d")
        assert app.reader.headlines.count == 2


async def test_reloading_notices_what_came_changed_and_went(folder: Path) -> None:
    async with reading([folder]) as (app, pilot):
        await pilot.press("enter", "ctrl+d")
        place = app.reader.article.place
        write(folder, a=f"Le récit de la dune\n\n{BODY}\n", c="Une nouvelle\n\nElle est arrivée hier soir au port.\n")
        (folder / "b.txt").unlink()
        await pilot.press("R")
        await wait_for(pilot, lambda: "1 new, 1 changed, 1 gone" in screen_text(app), "the answer")
        await wait_for(pilot, lambda: app.collection.entries[0].title == "Le récit de la dune", "the change")
        await wait_for(
            pilot, lambda: app.collection.article(0) is not None and app.collection.known == 3, "the article"
        )
        await wait_for(pilot, lambda: app.reader.headlines.count == 3, "the new row")
        await pilot.pause()
        assert app.reader.article.place == place
        assert app.collection.entries[1].problem == "is gone"
        assert app.collection.entries[2].title == "Une nouvelle"


async def test_counting_ends_also_when_files_come_meanwhile(folder: Path) -> None:
    async with reading([folder], (160, 40)) as (app, pilot):
        await pilot.press("S", "G", "enter")
        write(folder, c="Une nouvelle\n\n« Elle est arrivée », a dit Anne Roux.\n")
        await pilot.press("R")
        await wait_for(pilot, lambda: app.collection.known == 3, "the new file")
        await wait_for(pilot, lambda: app.reader.reading_list.counting is None, "all counts")
        await wait_for(pilot, lambda: "counted" not in screen_text(app), "that no count is said to be missing")


def words_before(app: ReaderApp, words: str) -> list[str]:
    """The keys that go to a line of the list, from the first."""
    assert isinstance(app.screen, Choice)
    lines = [line for line in app.screen.list.lines if line.value is not None]
    return ["j"] * next(at for at, line in enumerate(lines) if words in line.text)


async def test_several_blocks_are_marked_and_put_back_together() -> None:
    async with reading() as (app, pilot):
        article = app.collection.article(0)
        assert article
        await pilot.press("V", "x", "x")
        assert screen_text(app).count("✓") == 2
        await pilot.press("k", "x")
        assert screen_text(app).count("✓") == 1
        await pilot.press("x", "i")
        await wait_for(pilot, lambda: len(app.collection.entries[0].corrections) == 2, "both corrections")
        assert "✓" not in screen_text(app)
        await pilot.press("u")
        assert len(app.collection.entries[0].corrections) == 1, "the last one is taken back from here, too"
        await pilot.press("escape", "u")
        assert not app.collection.entries[0].corrections


async def test_copies_are_counted_and_can_be_opened(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Le pont\n\n{BODY}\n", encoding="utf-8")
    async with reading([tmp_path / "a.txt", tmp_path / "b.txt"]) as (app, pilot):
        await wait_for(pilot, lambda: app.reader.headlines.count == 1, "the folding")
        assert "a.txt = b.txt" in screen_text(app)
        await pilot.press("d", "j", "enter")
        assert app.reader.headlines.count == 2
        assert app.reader.reading_list.shown == 1
        assert "= b.txt" in screen_text(app)
        assert [entry.read for entry in app.collection.entries] == [True, True], "what is done with one holds for both"
        assert app.collection.unread == 0
        await pilot.press("escape", "d")
        assert app.reader.headlines.count == 1


async def test_a_block_is_put_back_taken_out_and_that_is_undone() -> None:
    async with reading() as (app, pilot):
        quotes = app.reader.quotes.count

        def article_text() -> str:
            article = app.collection.article(0)
            return article.text if article else ""

        await pilot.press("V")
        await pilot.press(*words_before(app, "montagnes"), "i")
        await wait_for(pilot, lambda: "montagnes" in article_text(), "the block")
        assert "✎ put back: montagnes" in screen_text(app), "the list stays, and says so"
        await pilot.press("i", "escape", "u")
        await wait_for(pilot, lambda: "montagnes" not in article_text(), "the block gone again")
        await pilot.press("enter", *"((", "escape", "l")
        app.reader.article_controller.mark(app.reader.quotes.items[1].sentence)
        await pilot.press("i", "G", "enter")
        await wait_for(pilot, lambda: app.reader.quotes.count < quotes, "fewer quotes")
        assert len(app.collection.entries[0].corrections) == 1
        await pilot.press("u")
        await wait_for(pilot, lambda: app.reader.quotes.count == quotes, "all quotes again")
        assert not app.collection.entries[0].corrections


async def test_the_variants_of_a_related_headline_are_shown_and_found_in_the_raw_text() -> None:
    async with reading() as (app, pilot):
        await pilot.press("r", "enter")
        await pilot.pause()
        headline = app.reader.headlines.related[0]
        shown = screen_text(app)
        assert "2 times in the text:" in shown
        await pilot.press("enter")
        current = app.reader.article.current
        assert current is not None
        assert current == headline.variants[0].span
        assert app.collection.entries[0].raw


async def test_the_filter_looks_into_the_text_and_keeps_its_words() -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", *"granger")
        assert [app.collection.entries[at].input.name for at in app.reader.reading_list.order] == [
            "crue-de-la-meurthe.txt"
        ]
        await pilot.press("enter", "slash", "backspace")
        assert app.reader.reading_list.arrangement.words == "grange"
        await pilot.press("enter", "escape")
        assert app.reader.headlines.count == 6


async def test_letters_typed_on_the_heels_of_find_are_no_commands(folder: Path) -> None:
    async with reading([folder]) as (app, pilot):
        read = [entry.read for entry in app.collection.entries]
        for key, character in (("slash", "/"), ("m", "m"), ("e", "e"), ("s", "s")):
            app.post_message(events.Key(key, character))
        await wait_for(pilot, lambda: app.reader.find_bar.field.value == "mes", "the letters in the bar")
        assert [entry.read for entry in app.collection.entries] == read
        assert not any(entry.starred for entry in app.collection.entries)


async def test_escape_returns_to_where_the_find_began() -> None:
    async with reading() as (app, pilot):
        await pilot.press("enter", "ctrl+d")
        place = app.reader.article.place
        await pilot.press("slash", *"voisins")
        assert "─ 2/3 · " in screen_text(app)
        await pilot.press("escape")
        assert app.reader.article.place == place
        await pilot.press("slash", *"voisins", "enter", "n")
        assert str(app.reader.article.border_subtitle).startswith("3/3 · ")


async def test_folded_figures_step_through_their_places(tmp_path: Path) -> None:
    path = tmp_path / "pont.txt"
    path.write_text(
        "Le pont rouvre\n\nLe pont a coûté 40 millions d’euros. Il a fallu 300 ouvriers.\n\n"
        "Les 40 millions d’euros du pont ont été payés par la ville.\n",
        encoding="utf-8",
    )
    async with reading([path]) as (app, pilot):
        await pilot.press("f")
        at = next(at for at, figure in enumerate(app.reader.figures.items) if len(figure.mentions) > 1)
        figure = app.reader.figures.items[at]
        await pilot.press(*["j"] * at)
        place = app.reader.article.page_shown.place
        for mention in (*figure.mentions, figure.mentions[0]):
            assert app.reader.article.current == place(mention)
            await pilot.press("enter")
        assert app.focused is app.reader.figures


async def test_the_panel_follows_the_reading_place() -> None:
    async with reading(size=(120, 24)) as (app, pilot):
        assert 0 in app.reader.quotes.near
        await pilot.press("enter", "G")
        await pilot.pause()
        assert app.reader.quotes.near
        assert 0 not in app.reader.quotes.near
        assert set(app.reader.quotes.near) & set(app.reader.quotes.in_sight())
        assert app.reader.quotes.cursor == 0


async def test_the_palette_finds_articles_quotes_and_figures() -> None:
    async with reading() as (app, pilot):
        await pilot.press("colon", *"frapper")
        await wait_for(pilot, lambda: "Quote: Odile Granger" in screen_text(app), "the quote")
        await pilot.press("enter")
        await wait_for(pilot, lambda: app.focused is app.reader.quotes, "the panel")
        await pilot.press("colon", *"harwick")
        await wait_for(pilot, lambda: "Article: Harwick" in screen_text(app), "the article")
        await pilot.press("enter")
        await wait_for(
            pilot,
            lambda: (
                app.reader.reading_list.shown_entry is not None
                and "Harwick" in app.reader.reading_list.shown_entry.shown_title
            ),
            "it",
        )


@pytest.mark.parametrize("size", [(19, 30), (80, 5), (1, 1)])
async def test_a_terminal_too_small_says_so(size: tuple[int, int]) -> None:
    async with reading(size=size) as (app, pilot):
        if size[0] > 1:
            assert "too" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Headlines" in screen_text(app)
        assert isinstance(app.collection, Collection)


async def test_a_terminal_without_the_usual_signs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The bridge is open\n\n\u201cWe are glad,\u201d said Ann Reed, who counted 300 people.\n\nShare this\n",
        encoding="utf-8",
    )
    async with reading([tmp_path], ascii=True) as (app, pilot):
        for keys in ("s", "v", "V", "escape", "question_mark", "escape", "f", "c", "colon", "escape"):
            await pilot.press(keys)
            await pilot.pause()
            assert not {sign for sign in screen_text(app) if not sign.isascii()}
    async with reading([tmp_path]) as (app, _pilot):
        assert "│" in screen_text(app)


def export(*names: str) -> str:
    return "".join(f"Le récit de {name}\n\n{BODY}{name}.\n\nEnd of Document\n" for name in names)


async def test_an_export_is_as_many_articles_and_stays_in_its_place(folder: Path, tmp_path: Path) -> None:
    (folder / "ab.txt").write_text(export("l'aube", "la nuit", "la pluie"), encoding="utf-8")
    library = open_library(tmp_path / "library")
    async with reading([folder], library=library) as (app, pilot):
        await wait_for(pilot, lambda: len(app.collection) == app.collection.known == 5, "all records")
        await pilot.press("d")  # they are nearly the same
        await wait_for(pilot, lambda: len(app.reader.reading_list.order) == 5, "all rows")
        titles = [app.collection.entries[at].title for at in app.reader.reading_list.order]
        assert titles[:4] == [
            "Le récit de la digue",
            "Le récit de l'aube",
            "Le récit de la nuit",
            "Le récit de la pluie",
        ]
        await pilot.press("j", "j")
        await wait_for(
            pilot, lambda: app.reader.reading_list.shown == app.reader.reading_list.order[2], "the second record"
        )
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "its text")
        assert app.reader.reading_list.shown_article is not None
        assert app.reader.reading_list.shown_article.text.endswith("la nuit.")
        await pilot.press("s")
        (folder / "ab.txt").write_text(export("l'aube", "la nuit", "la pluie", "la neige"), encoding="utf-8")
        await pilot.press("R")
        await wait_for(pilot, lambda: len(app.collection) == app.collection.known == 6, "the new record")
        (folder / "ab.txt").write_text(export("l'aube", "la nuit"), encoding="utf-8")
        await pilot.press("R")
        await wait_for(
            pilot, lambda: sum(entry.problem is not None for entry in app.collection.entries) == 2, "two are gone"
        )
    again = open_library(library.path)
    kept = again.statuses()
    again.close()
    assert [deed.where.record for deed in kept if deed.status.starred] == [1]


async def test_a_pasted_text_opens_as_an_article(folder: Path) -> None:
    async with reading([folder]) as (app, pilot):
        await pilot.press("w", "/", *"digue", "enter")
        app.screen.post_message(events.Paste(f"Une dépêche\n\n{BODY} « Il gèle », a dit Anne Le Goff.\n"))
        await wait_for(
            pilot,
            lambda: app.reader.reading_list.shown == 2 and app.reader.reading_list.shown_article is not None,
            "the text",
        )
        assert app.reader.reading_list.shown_article is not None
        assert [quote.speaker for quote in app.reader.reading_list.shown_article.quotes] == ["Anne Le Goff"]
        assert "Une dépêche" in screen_text(app)
        assert (app.reader.reading_list.arrangement.view, app.reader.reading_list.arrangement.words) == ("all", "")
        await pilot.press("O")
        await wait_for(pilot, lambda: "without a file" in screen_text(app), "that there is nothing to edit")
        await pilot.press("J", "R")
        await wait_for(pilot, lambda: "nothing has changed" in screen_text(app), "that it is still there")
        assert app.collection.entries[2].length  # listed, and not folded though it is nearly another's text
        assert app.collection.entries[2].alike is None
        app.screen.post_message(events.Paste((folder / "b.txt").read_text(encoding="utf-8")))  # it is open already
        await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the same text")
        app.screen.post_message(events.Paste("  \n"))
        await pilot.pause()
        assert len(app.collection) == 4


@pytest.mark.parametrize(
    ("columns", "hint"),
    [
        (120, "puts it back or takes it out"),
        (78, "Enter shows it · i puts back, takes out"),
        (42, "─ i puts back, takes out"),
    ],
)
async def test_the_foot_of_a_window_is_never_cut(columns: int, hint: str) -> None:
    async with reading(size=(columns, 20)) as (app, pilot):
        await pilot.press("V")
        await pilot.pause()
        assert hint in screen_text(app)
        assert "Esc closes ─" in screen_text(app)


async def test_a_pasted_export_is_as_many_articles(folder: Path) -> None:
    async with reading([folder]) as (app, pilot):
        app.screen.post_message(events.Paste(export("l'aube", "la nuit")))
        await wait_for(
            pilot,
            lambda: app.reader.reading_list.shown == 2 and app.reader.reading_list.shown_article is not None,
            "the first",
        )
        assert [entry.input.name for entry in app.collection.entries[2:]] == ["pasted text #1", "pasted text #2"]


async def test_what_is_kept_in_doubt_is_listed_and_can_be_taken_out(tmp_path: Path) -> None:
    doubtful = "Inscrivez-vous à la course avant samedi, disent les organisateurs de la fête."
    path = tmp_path / "a.txt"
    path.write_text(f"Le récit de la digue\n\n{BODY}\n\n{doubtful}\n\n{BODY} Fin.\n", encoding="utf-8")
    async with reading([path]) as (app, pilot):
        await pilot.press("V")
        await wait_for(pilot, lambda: "kept, in doubt: may be a promotion (1)" in screen_text(app), "the list")
        await pilot.press("i")
        await wait_for(
            pilot,
            lambda: (
                app.reader.reading_list.shown_article is not None
                and doubtful not in app.reader.reading_list.shown_article.text
            ),
            "that it is gone",
        )


async def test_the_rows_of_what_was_left_out_stay_in_line_when_it_is_marked_or_put_back(tmp_path: Path) -> None:
    text = "Le pont rouvre\n\nLe pont a rouvert lundi devant 300 habitants.\n\nLire aussi : " + "la crue " * 14
    (tmp_path / "pont.txt").write_text(text, encoding="utf-8")
    async with reading([tmp_path / "pont.txt"], size=(60, 20)) as (app, pilot):
        for key in ("V", "x", "i"):
            await pilot.press(key)
            await pilot.pause()
            rows = [row for row in screen_text(app).splitlines() if row.startswith("│") and "crue" in row]
            assert len(rows) > 1
            assert all(row.startswith("│  ") for row in rows[1:]), rows


async def test_how_wide_the_pane_is_is_said_where_it_is_on_the_screen() -> None:
    async with reading(size=(60, 20)) as (app, pilot):
        await pilot.press(">")
        assert "column of 76 cells at most  " in screen_text(app).splitlines()[-1]
        await pilot.press("enter", ">")
        assert "column of 80 cells (the pane has 55)" in screen_text(app).splitlines()[-1]


async def test_the_side_panel_is_shared_by_need_at_each_size() -> None:
    async with reading(size=(58, 20)) as (app, pilot):
        for size in ((160, 45), (120, 24), (101, 60)):
            await pilot.resize_terminal(*size)
            side, figures, quotes = app.reader.side, app.reader.figures, app.reader.quotes
            wanted = figure_height(side.size.height, figures.wanted_height, quotes.wanted_height)
            assert side.size.height == size[1] - 2
            assert figures.outer_size.height == wanted, size


async def test_the_width_that_the_list_was_given_holds_from_the_first_layout_on() -> None:
    async with reading(size=(160, 24), view_state=ViewState(list_width=60)) as (app, pilot):
        assert app.reader.headlines.outer_size.width == 60
        await pilot.resize_terminal(90, 24)
        assert app.reader.headlines.outer_size.width == 90 - 40
        await pilot.resize_terminal(130, 24)
        assert app.reader.headlines.outer_size.width == 130 - app.reader.side.outer_size.width - 40
        assert app.reader.article.outer_size.width == 40
        await pilot.press("p")
        assert app.reader.headlines.outer_size.width == 60
