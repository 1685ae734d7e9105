"""Keys, clicks and news that come together: each key acts on what the one before has left."""

from __future__ import annotations

from array import array
from pathlib import Path
from random import Random

import pytest
from rich.style import Style
from textual import events
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.helpers import reading, screen_text, wait_for
from tui_reader.errors import InputError
from tui_reader.model import Figure
from tui_reader.session.events import Counted, Event, Outlined, Unreadable
from tui_reader.session.summary import Summary
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.screens.palette import Palette
from tui_reader.ui.screens.reader import list_controller
from tui_reader.ui.textual_internals import character_to_key
from tui_reader.ui.widgets.row_list import RowList

NAMES = {"\r": "enter", "\x1b": "escape", "\t": "tab", "\x1b[6~": "pagedown"}


async def burst(app: ReaderApp, pilot: Pilot[int], keys: str) -> None:
    """Press keys so fast that all are there before the first is looked at; `|` is Page Down."""
    for key in keys.replace("|", "\x00"):
        name = "pagedown" if key == "\x00" else NAMES.get(key) or character_to_key(key)
        app.post_message(events.Key(name, None if key in NAMES or key == "\x00" else key))
    await until_handled(app, pilot)


async def until_handled(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Wait until the app has done all that was posted to it: messages are taken in their order."""
    handled: list[bool] = []
    app.call_later(handled.append, True)
    await wait_for(pilot, lambda: bool(handled) or app.return_code is not None, "that the keys are done")
    await pilot.pause()


WINDOWS = {"help": "?", "order": "S", "themes": "T", "left out": "V", "block": "i", "palette": ":", "figure": "fi"}


@pytest.mark.parametrize("keys", WINDOWS.values(), ids=WINDOWS)
async def test_a_window_may_be_asked_to_leave_twice(keys: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, keys)
        window = app.screen
        assert window is not app.reader
        window.dismiss()
        window.dismiss()
        await pilot.pause()
        assert app.screen is app.reader
        await burst(app, pilot, f"{keys}\x1b\x1b\x1b?")
        app.screen.dismiss()
        await burst(app, pilot, "qJ")  # the one closes the help, or there is none and the app ends
        assert app.crash is None


@pytest.mark.parametrize("keys", ["V", "S"])
async def test_a_click_that_comes_when_the_window_has_left_chooses_nothing(keys: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, keys)
        window = app.screen
        assert isinstance(window, Choice)
        before = (app.reader.reading_list.arrangement, app.collection.entries[0].raw)
        window.dismiss(None)
        window.list.post_message(RowList.Chosen(window.list, 1))
        await pilot.pause()
        assert app.screen is app.reader
        assert (app.reader.reading_list.arrangement, app.collection.entries[0].raw) == before


async def test_a_theme_that_is_passed_on_the_way_out_does_not_stay() -> None:
    async with reading() as (app, pilot):
        theme = app.theme
        await burst(app, pilot, "Tjj\x1b")
        await pilot.pause()
        assert app.theme == theme


async def test_keys_go_to_the_window_that_the_key_before_has_opened() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, "?jjj\x1bs")
        assert app.screen is app.reader
        assert app.reader.headlines.cursor == 0
        assert app.collection.entries[0].starred
        await burst(app, pilot, ":frapper")
        field = app.screen.query_one(Input)
        assert field.value == "frapper"
        await wait_for(pilot, lambda: "Quote: Odile Granger" in screen_text(app), "the quote")


async def test_keys_after_enter_in_the_find_bar_go_to_the_pane() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, "/harwick\rs")
        assert app.reader.reading_list.arrangement.words == "harwick"
        assert app.reader.headlines.count == 1
        assert app.collection.entries[app.reader.reading_list.order[0]].starred
        await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "the article that was found")
        await burst(app, pilot, "\x1b\r/bridge\rnn")
        assert app.reader.pane_controller.active is app.reader.article
        assert app.reader.find_controller.hits.index(app.reader.article.current) == 2
        await burst(app, pilot, "/\rn")  # nothing typed: what was found stays
        assert app.reader.find_controller.hits.index(app.reader.article.current) == 3
        await burst(app, pilot, "/x\x1bj")
        assert not app.reader.find_controller.hits
        assert not app.reader.find_bar.display


async def test_a_pane_that_is_clicked_takes_the_keys_from_the_find_bar() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, "/harwick")
        await pilot.click("#article", offset=(5, 5))
        assert app.reader.pane_controller.active is app.reader.article
        assert not app.reader.find_bar.display
        assert app.reader.reading_list.arrangement.words == "harwick"


@pytest.mark.parametrize("keys", ["q:", "q?", "qV", "q/x", "qi\r"])
async def test_nothing_opens_when_the_reader_has_left(keys: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, keys)
        assert app.return_code == 0
        assert app.crash is None


async def test_the_palette_hears_nothing_when_it_has_left() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, ":||zen\x1b")
        assert app.screen is app.reader
        await burst(app, pilot, ":")
        palette = app.screen
        assert isinstance(palette, Palette)
        field = palette.query_one(Input)
        await wait_for(pilot, lambda: palette.has_class("-ready"), "the commands")
        palette.dismiss()
        field.value = "zen"
        field.post_message(Input.Submitted(field, "zen"))
        await pilot.pause()
        await pilot.pause()
        assert app.screen is app.reader


async def test_a_click_on_what_is_found_no_more_chooses_nothing() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, ":zen")
        commands = app.screen.query_one(CommandList)
        await wait_for(pilot, lambda: commands.option_count > 0, "the commands")
        style = Style(meta={"option": 999})
        x, y = commands.region.x + 1, commands.region.y + 1
        click = events.Click(commands, 1, 1, 0, 0, 1, False, False, False, screen_x=x, screen_y=y, style=style)
        commands.post_message(click)
        await pilot.pause()
        assert isinstance(app.screen, Palette)
        assert app.screen.query_one(Input).value == "zen"


WHOLE = (60, 12)
"""A small terminal on which every window has room: painting takes most of the time of these tests."""


@pytest.mark.parametrize("size", [(1, 1), (5, 12), (160, 3)])
async def test_windows_may_be_as_small_as_they_will(size: tuple[int, int]) -> None:
    async with reading(size=WHOLE, paints=True) as (app, pilot):
        for keys in WINDOWS.values():
            await burst(app, pilot, keys)
            await pilot.resize_terminal(*size)
            await wait_for(pilot, lambda: not isinstance(app.screen, Palette) or app.screen.has_class("-ready"), "it")
            await burst(app, pilot, "|j|")
            await pilot.resize_terminal(*WHOLE)
            await burst(app, pilot, "\x1b\x1b")
            assert app.screen is app.reader


UNSAFE = "a\x9b2J\b\x00\u202e\u200b\u3164[/b]" + "e" + "\u0301" * 60
SAFE = "a\ufffd2J\u2408\u2400\ufffd\ufffd\ufffd[/b]"


@pytest.mark.parametrize("keys", ["/", "\r/", ":"])
async def test_what_is_pasted_into_an_input_is_safe(keys: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, keys)
        assert isinstance(app.focused, Input)
        app.focused.post_message(events.Paste(UNSAFE))
        await pilot.pause()
        value = app.focused.value
        assert value.startswith(SAFE)
        assert len(value) == len(UNSAFE) == app.focused.cursor_position
        await burst(app, pilot, "\u3164")
        assert app.focused.value == f"{value}\ufffd"


@pytest.mark.parametrize(
    ("keys", "label"), [("fjji", "Sentence: "), ("fGi", "Sentence: "), ("cji", "Words: "), ("c|i", "Words: ")]
)
async def test_a_key_acts_on_what_the_key_before_it_selected(keys: str, label: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, keys)
        rows = app.reader.figures if keys[0] == "f" else app.reader.quotes
        assert rows.cursor > 0
        item = rows.items[rows.cursor]
        article = app.reader.reading_list.shown_article
        assert article is not None
        wanted = item.sentence.of(article.document.raw) if isinstance(item, Figure) else item.clean
        assert f"{label}{' '.join(wanted.split())}"[:50] in screen_text(app)


async def test_tab_while_one_types_beside_an_article_alone() -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, "\rz/")
        assert isinstance(app.focused, Input)
        for _ in range(3):
            app.reader.action_command("next-pane")
            app.reader.action_command("previous-pane")
        await pilot.pause()
        assert app.reader.pane_controller.active is app.reader.article


# News between keys


def many(folder: Path, count: int) -> Path:
    for number in range(count):
        text = f"Le titre {number}\n\nLa ligne {number} du récit compte {number} mots et « une parole {number} ».\n"
        (folder / f"{number:02}.txt").write_text(text * (1 + number % 3), encoding="utf-8")
    return folder


def news(random: Random, app: ReaderApp) -> Event:
    """Something that the loader may find out about an entry."""
    index = random.randrange(len(app.collection))
    listed = Summary(
        str(index), f"Titre {random.random()}", None, f"2022-03-{random.randint(1, 28)}", 1, 99, "", array("i")
    )
    found: list[Event] = [
        Outlined(index, listed),
        Counted(index, random.randint(0, 9), random.randint(0, 9)),
        Unreadable(index, InputError(app.collection.entries[index].input.path, "is gone")),
    ]
    return random.choice(found)


@pytest.mark.parametrize("seed", range(3))
async def test_a_key_moves_by_one_entry_whatever_news_comes(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_controller, "REARRANGE_SECONDS", 3600.0)  # the list is rearranged here, not by a clock
    random = Random(seed)
    async with reading([many(tmp_path, 12)]) as (app, pilot):
        screen, lists = app.reader, app.reader.list_controller
        await burst(app, pilot, random.choice(("", "w", "\r", "r")))
        screen.reading_list.arrange_by(sort=random.choice(("opened", "title", "date", "figures")))
        lists.show_order()
        for _ in range(40):
            if random.random() < 0.5:
                screen.take([news(random, app) for _ in range(random.randint(1, 3))])
            if random.random() < 0.3:
                lists.settle()
            by = random.choice((1, -1))
            if not 0 <= screen.headlines.cursor + by < screen.headlines.count:
                lists.settle()  # as the key does: what has come in is listed before the list ends
            order, place, before = list(screen.reading_list.order), screen.headlines.cursor, screen.reading_list.current
            app.post_message(events.Key("J" if by > 0 else "K", "J" if by > 0 else "K"))
            if random.random() < 0.5:
                app.post_message(app.News([news(random, app)]))
            await until_handled(app, pilot)
            wanted = order[max(0, min(place + by, len(order) - 1))]
            assert screen.reading_list.current == wanted == screen.reading_list.shown, (before, order)
            assert screen.reading_list.order[screen.headlines.cursor] == wanted


async def test_the_entry_at_the_cursor_stays_in_the_list_until_the_reader_goes_on(tmp_path: Path) -> None:
    async with reading([many(tmp_path, 6)]) as (app, pilot):
        screen, lists = app.reader, app.reader.list_controller
        await burst(app, pilot, "wJJ\r")
        current = screen.reading_list.current
        assert current is not None
        assert app.collection.entries[current].read
        lists.settle()
        assert screen.reading_list.current == screen.reading_list.shown == current
        await burst(app, pilot, "J")
        lists.settle()
        assert current not in screen.reading_list.order
        assert screen.reading_list.current == screen.reading_list.shown != current


async def test_an_article_that_changes_while_it_is_hidden_is_shown_as_it_is(tmp_path: Path) -> None:
    lines = "\n\n".join(f"La ligne {number} du récit." for number in range(40))
    (tmp_path / "a.txt").write_text(f"Le récit\n\n{lines}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Une brève d'un mot\n", encoding="utf-8")
    async with reading([tmp_path], size=(50, 20)) as (app, pilot):
        await burst(app, pilot, "\rG")
        assert app.reader.article.size.width
        await burst(app, pilot, "\x1b")
        assert not app.reader.article.size.width
        await burst(app, pilot, "J")
        await wait_for(
            pilot,
            lambda: app.reader.reading_list.shown_article is not None and app.reader.reading_list.shown == 1,
            "the other",
        )
        assert app.reader.article.cursor is not None
        await burst(app, pilot, "yY\r")
        assert "Une brève" in screen_text(app)


@pytest.mark.parametrize("pane", ["c", "f"])
async def test_what_is_selected_right_after_a_move_in_the_side_panel_stays_selected(pane: str) -> None:
    async with reading() as (app, pilot):
        await burst(app, pilot, f"{pane}jx")
        await pilot.pause()
        assert app.reader.article.selected is not None
