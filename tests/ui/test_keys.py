"""Every key of the table does what the table says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.pilot import Pilot

from tests.ui.helpers import action_of, actions_of, reading, screen_text, wait_for
from tui_reader.analysis.text.find import loose
from tui_reader.clipboard import Outcome
from tui_reader.export.citation import plain
from tui_reader.export.excerpt import excerpt_of_figure
from tui_reader.messages import activate
from tui_reader.model import Block, Span
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.commands.keys import COMMANDS, FIXED, SELECTING
from tui_reader.ui.screens.chooser import Choice
from tui_reader.ui.screens.help import HelpScreen
from tui_reader.ui.screens.reader import ReaderScreen
from tui_reader.ui.view.text_selection import count_words
from tui_reader.ui.widgets.key_bar import ALWAYS, Hint, KeyLine, fitting
from tui_reader.ui.widgets.quote_list import source

FIRST_KEYS = {command.id: command.keys.split(",")[0] for command in COMMANDS}
Check = Callable[[ReaderApp, Pilot[int], str], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def checks(action: str) -> Callable[[Check], Check]:
    def remember(check: Check) -> Check:
        CHECKS[action] = check
        return check

    return remember


def focused(app: ReaderApp) -> object:
    return app.focused


@checks("open")
async def check_open(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.focused is app.reader.article
    assert app.collection.entries[0].read


@checks("back")
async def check_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key)
    assert focused(app) is app.reader.article
    await pilot.press(key)
    assert focused(app) is app.reader.headlines


@checks("flip")
async def check_flip(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.collection.entries[0].raw
    await pilot.press(key)
    assert not app.collection.entries[0].raw


@checks("figures")
async def check_figures(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("p", key)
    assert app.focused is app.reader.figures
    assert app.reader.article.current is not None


@checks("quotes")
async def check_quotes(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("p", key)
    assert app.focused is app.reader.quotes
    assert app.reader.article.current is not None


@checks("copy")
async def check_copy(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key)
    assert app.clipboard == app.reader.quotes.items[0].clean
    await pilot.press("f", key)
    assert app.clipboard == app.reader.figures.items[0].clean
    await pilot.press("enter", "g", "}", "}", "}", key)
    assert app.clipboard.endswith(".")
    assert app.clipboard == cursor_text(app)


def cursor_text(app: ReaderApp) -> str:
    cursor = app.reader.article.cursor
    assert cursor is not None
    return cursor.of(app.reader.article.page_shown.text)


@checks("keep")
async def check_keep(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key)
    quote = app.reader.quotes.items[0]
    (kept,) = app.session.clippings.in_order()
    assert (kept.span, kept.excerpt.speaker, kept.excerpt.kind) == (quote.span, quote.speaker, "quote")
    assert "◆" in screen_text(app)
    await pilot.press("f", key, "c", key)
    assert [one.excerpt.kind for one in app.session.clippings.in_order()] == ["figure"]
    await pilot.press("u", "u", "u")
    assert app.session.clippings.in_order() == []
    assert "◆" not in screen_text(app)


@checks("clippings")
async def check_clippings(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert "nothing is kept yet" in screen_text(app)
    await pilot.press("c", "a", "f", "a", key)
    await pilot.pause()
    assert "Clippings · 2" in screen_text(app)
    await pilot.press("enter")
    assert app.reader.reading_list.shown == 0
    assert app.reader.article.current == app.reader.article.page_shown.place(app.reader.quotes.items[0].span)


@checks("citation-style")
async def check_citation_style(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("c", key, "j", "enter", "Y")
    assert [line[:3] for line in app.clipboard.splitlines()] == ["> L", ">", "> —"]
    assert app.reader.view_state.citation == "markdown"


@checks("next-paragraph")
async def check_next_paragraph(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    paragraphs = [one.span for one in app.reader.article.page_shown.paragraphs]
    starts = []
    for _ in range(len(paragraphs) + 1):
        starts.append(app.reader.article.cursor.start if app.reader.article.cursor else None)
        await pilot.press(key)
    assert starts == [*(span.start for span in paragraphs), paragraphs[-1].start]
    assert focused(app) is app.reader.article


@checks("previous-paragraph")
async def check_previous_paragraph(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "G", *[key] * len(app.reader.article.page_shown.paragraphs))
    assert app.reader.article.cursor is not None
    assert app.reader.article.cursor.start == 0


@checks("select")
async def check_select(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    before = app.reader.article.cursor
    await pilot.press(key)
    assert app.reader.article.selected is not None
    assert app.reader.article.selected.span == app.reader.article.cursor == before
    assert focused(app) is app.reader.article


async def selected_by(app: ReaderApp, pilot: Pilot[int], *keys: str) -> str:
    """What is selected after these keys, from the third paragraph on."""
    app.reader.cursor_controller.stop_selecting()
    await pilot.press("enter", "g", "}", "}", "}", "x", *keys)
    selected = cursor_text(app)
    await pilot.press("escape")
    return selected


@checks("sentence-forward")
async def check_sentence_forward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    first = await selected_by(app, pilot)
    more = await selected_by(app, pilot, key)
    assert more.startswith(first)
    assert len(more) > len(first)
    await selected_by(app, pilot, key, "y")
    assert app.clipboard == more


async def test_the_foot_names_what_would_be_copied() -> None:
    async with reading() as (app, pilot):
        await pilot.press("c", "j")
        assert "Copy quote — Odile Granger" in screen_text(app).splitlines()[-1]
        await pilot.press("f")
        assert "Copy figure — 420  Y" in screen_text(app).splitlines()[-1]
        await pilot.press("enter", "g")
        assert "y Copy  Y Cite" in screen_text(app).splitlines()[-1]
        await pilot.press("x", "h", "h")
        count = count_words(cursor_text(app))
        assert screen_text(app).splitlines()[-1].startswith(f" {count} words  y Copy passage  ")
        await pilot.press("escape")
        assert "y Copy  Y Cite" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize(("language", "words"), [("en", "words"), ("fr", "mots")])
async def test_the_words_are_counted_while_one_selects(language: str, words: str) -> None:
    activate(language)
    async with reading(size=(20, 8)) as (app, pilot):
        await pilot.press("c", "j", "x")
        app.notify("something else that is told " * 3, severity="warning")
        for size in ((20, 8), (40, 10), (60, 20), (120, 36)):
            await pilot.resize_terminal(*size)
            count = count_words(cursor_text(app))
            assert screen_text(app).splitlines()[-1].startswith(f" {count} {words}  ! some")
        await pilot.press("escape")
        assert screen_text(app).splitlines()[-1].startswith(" ⏎ ")


async def test_a_selection_that_is_a_quote_is_one() -> None:
    async with reading() as (app, pilot):
        await pilot.press("c", "j", "x", "Y")
        await wait_for(pilot, lambda: bool(app.clipboard), "the first copy")
        first = app.clipboard
        assert "— Odile Granger, " in first
        await pilot.press("a", "k", "Y")
        await wait_for(pilot, lambda: app.clipboard != first, "the second copy")
        assert "— Odile Granger, " not in app.clipboard
        assert app.session.clippings.in_order()[0].excerpt.speaker == "Odile Granger"


@checks("sentence-back")
async def check_sentence_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    assert await selected_by(app, pilot, "j", "j", key) == await selected_by(app, pilot, "j")


@checks("word-forward")
async def check_word_forward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    sentence = await selected_by(app, pilot)
    assert len((await selected_by(app, pilot, key)).split()) == len(sentence.split()) + 1


@checks("word-back")
async def check_word_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    sentence = await selected_by(app, pilot)
    shorter = await selected_by(app, pilot, key, key)
    assert sentence.startswith(shorter)
    assert shorter[-1].isalnum()


@checks("paragraph-forward")
async def check_paragraph_forward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    assert "\n\n" in await selected_by(app, pilot, key, key)


@checks("paragraph-back")
async def check_paragraph_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    assert await selected_by(app, pilot, "J", "J", "J", key) == await selected_by(app, pilot, "J", "J")


@checks("other-end")
async def check_other_end(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    sentence = await selected_by(app, pilot)
    assert (await selected_by(app, pilot, key, "k")).endswith(sentence)


@checks("stop-selecting")
async def check_stop_selecting(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("x", "j", key)
    assert app.reader.article.selected is None
    assert focused(app) is app.reader.article
    await pilot.press("c", "x", "c")
    assert app.reader.article.selected is None, "another pane has the keys"


@checks("cite")
async def check_cite(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("f", key)
    figure, article = app.reader.figures.items[0], app.reader.reading_list.shown_article
    assert article is not None
    assert app.clipboard == plain(excerpt_of_figure(figure, article))
    assert f"{figure.clean} — {figure.what}" in app.clipboard


@checks("find")
async def check_find(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key, *"meurthe", "enter")
    assert app.reader.find_controller.hits
    assert app.focused is app.reader.article


@checks("help")
async def check_help(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert isinstance(app.screen, HelpScreen)
    await pilot.press(key)
    assert isinstance(app.screen, ReaderScreen)
    await pilot.press(key)
    await pilot.press("escape")
    assert isinstance(app.screen, ReaderScreen)


@checks("quit")
async def check_quit(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.return_code == 0


@checks("leave")
async def check_quit_at_once(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("question_mark", key)
    assert app.return_code == 0


@checks("down")
async def check_down(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key, key)
    assert app.reader.headlines.cursor == 2, "the related headlines are passed over"
    await pilot.press("enter")
    await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "the article")
    await pilot.press(key)
    await wait_for(pilot, lambda: app.reader.article.scroll_offset.y == 1, "the next line")


@checks("up")
async def check_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("j", "j", key)
    assert app.reader.headlines.cursor == 1
    await pilot.press("enter")
    await wait_for(pilot, lambda: app.reader.reading_list.shown_article is not None, "the article")
    await pilot.press("j", "j", key)
    await wait_for(pilot, lambda: app.reader.article.scroll_offset.y == 1, "the line before")


@checks("bottom")
async def check_bottom(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    await pilot.pause()
    assert app.reader.article.at_end
    assert app.reader.article.percent == 100


@checks("top")
async def check_top(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("j", "j", "j", key)
    assert app.reader.headlines.cursor == 0


@checks("half-page-down")
async def check_half_down(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    view = app.reader.article
    assert abs(view.scroll_offset.y - view.size.height // 2) <= 1


@checks("half-page-up")
async def check_half_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "ctrl+d", key)
    assert app.reader.article.scroll_offset.y == 0


@checks("page-down")
async def check_onward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    """A page, then the end, where it stops once, then the next unread article."""
    await pilot.press("enter", key)
    view = app.reader.article
    assert 0 < view.scroll_offset.y < view.size.height
    await pilot.press("G")
    await pilot.pause()
    await pilot.press(key)
    await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the next unread article")


@checks("page-up")
async def check_page_up(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "space", key)
    assert app.reader.article.scroll_offset.y == 0


@checks("next-article")
async def check_next_article(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    assert app.reader.reading_list.shown == 1
    assert app.focused is app.reader.article


@checks("previous-article")
async def check_previous_article(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "J", "J", key)
    assert app.reader.reading_list.shown == 1


@checks("next-match")
async def check_next_match(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "slash", *"la", "enter", key)
    assert app.reader.article.current == app.reader.find_controller.hits[1]
    await pilot.press("escape", "escape", key)
    assert app.reader.headlines.cursor == 1


@checks("previous-match")
async def check_previous_match(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "slash", *"la", "enter", key)
    assert app.reader.article.current == app.reader.find_controller.hits[-1]
    await pilot.press("escape", "escape", key)
    assert app.reader.headlines.cursor == len(app.collection) - 1


@checks("next-quote")
async def check_next_quote(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key, key)
    assert app.reader.quotes.cursor == 1
    assert app.focused is app.reader.article


@checks("previous-quote")
async def check_previous_quote(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "right_parenthesis", "right_parenthesis", key)
    assert app.reader.quotes.cursor == 0


@checks("next-figure")
async def check_next_figure(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter")
    places = [await current_after(app, pilot, key) for _ in app.reader.article.page_shown.figures]
    assert places == list(app.reader.article.page_shown.figures)
    assert await current_after(app, pilot, key) == places[-1]
    assert "no further figure" in screen_text(app)


async def current_after(app: ReaderApp, pilot: Pilot[int], key: str) -> Span | None:
    await pilot.press(key)
    return app.reader.article.current


@checks("previous-figure")
async def check_previous_figure(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "semicolon", "semicolon", key)
    assert app.reader.article.current == app.reader.article.page_shown.figures[0]
    await pilot.press("G", key)
    cursor = app.reader.article.cursor
    assert cursor is not None
    assert cursor in app.reader.article.page_shown.figures


@checks("related")
async def check_related(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    headlines = app.reader.headlines
    assert "↳" in screen_text(app)
    await pilot.press(key, "j")
    assert headlines.chosen_related == headlines.related[1]
    await pilot.press("escape")
    assert (headlines.cursor, headlines.extra) == (0, 0)
    await pilot.press(key, key)
    assert "↳" not in screen_text(app)
    await pilot.press(key)
    assert headlines.chosen_related == headlines.related[0]


@checks("side")
async def check_side(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await pilot.pause()
    assert "Quotes ──" not in screen_text(app)
    await pilot.press(key)
    await pilot.pause()
    assert "Quotes ──" in screen_text(app)


@checks("next-pane")
async def check_next_pane(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    order = []
    for _ in range(4):
        await pilot.press(key)
        order.append(app.focused)
    assert order == [app.reader.article, app.reader.figures, app.reader.quotes, app.reader.headlines]


@checks("previous-pane")
async def check_previous_pane(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.focused is app.reader.quotes


@checks("palette")
async def check_palette(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await wait_for(pilot, lambda: not isinstance(app.screen, ReaderScreen), "the palette")
    await pilot.press(*"xyz")
    await wait_for(pilot, lambda: "no command has these words" in screen_text(app), "nothing found")
    await pilot.press(*["backspace"] * 3, *"side")
    await wait_for(pilot, lambda: "side panel on or off" in screen_text(app), "a hit")
    await pilot.press("enter", "enter")
    await wait_for(pilot, lambda: not app.reader.has_class("-side"), "the command")


@checks("star")
async def check_star(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.collection.entries[0].starred
    assert "★" in screen_text(app)
    await pilot.press("J", "enter", key, key)
    assert [entry.starred for entry in app.collection.entries[:2]] == [True, False]


@checks("read")
async def check_read(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.collection.entries[0].read
    assert "5 unread" in screen_text(app)
    await pilot.press(key)
    assert not app.collection.entries[0].read


@checks("all-read")
async def check_all_read(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", key)
    assert app.collection.unread == 0
    await pilot.press("u")
    assert [entry.read for entry in app.collection.entries] == [True, *[False] * 5]  # the first was read before


@checks("view")
async def check_view(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("s", "m", key)
    assert list(app.reader.reading_list.order) == [1, 2, 3, 4, 5]
    await wait_for(pilot, lambda: app.reader.reading_list.shown == 1, "the first unread article")
    await pilot.press(key)
    assert list(app.reader.reading_list.order) == [0]
    assert "starred" in screen_text(app).splitlines()[0]
    await pilot.press(key)
    assert app.reader.headlines.count == 6


@checks("sort")
async def check_sort(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await pilot.press("escape", key, "j", "j", "enter")
    await wait_for(pilot, lambda: app.screen is app.reader, "the choice")
    titles = [app.collection.entries[at].shown_title for at in app.reader.reading_list.order]
    assert titles == sorted(titles, key=loose)
    assert app.reader.reading_list.current == 0
    await pilot.press(key, "G", "enter")
    await wait_for(pilot, lambda: all(entry.quotes is not None for entry in app.collection.entries), "all counts")

    def counts() -> list[int]:
        return [app.collection.entries[at].quotes or 0 for at in app.reader.reading_list.order]

    await wait_for(pilot, lambda: counts() == sorted(counts(), reverse=True), "the order by quotes")


@checks("alike")
async def check_unfold(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert app.reader.headlines.count == 6  # none is alike; test_listing has some that are


@checks("removed")
async def check_removed(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await pilot.pause()
    assert "share button (2)" in screen_text(app)
    assert isinstance(app.screen, Choice)
    chosen = app.screen.list.chosen
    assert isinstance(chosen, Block)
    await pilot.press("enter")
    assert app.collection.entries[0].raw
    page, current = app.reader.article.page_shown, app.reader.article.current
    assert current is not None
    assert current.of(page.text) == chosen.text


@checks("details")
async def check_details(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    article = app.reader.reading_list.shown_article
    assert article is not None
    given = next(index for index, figure in enumerate(article.figures) if figure.attribution)
    await pilot.press("f", *"j" * given, key)
    await pilot.pause()
    assert f"Given by: {article.figures[given].attribution}" in screen_text(app)
    await pilot.press("escape", "c", "j", key)
    await pilot.pause()
    assert "Speaker: Odile Granger" in screen_text(app)


@checks("order")
async def check_order(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    spans = [figure.span for figure in app.reader.figures.items]
    assert spans == sorted(spans)
    await pilot.press("c", key)
    speakers = [quote.speaker for quote in app.reader.quotes.items]
    assert speakers == sorted(speakers, key=lambda one: (one is None, speakers.index(one)))
    await pilot.press(key, "f", key)
    assert [figure.rank for figure in app.reader.figures.items[:3]] == [1, 2, 3]


@checks("all-quoted")
async def check_all_quoted(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("G")
    await wait_for(pilot, lambda: app.collection.article(5) is not None, "the last article")
    before = app.reader.quotes.count
    await pilot.press(key)
    assert app.reader.quotes.count > before
    assert "not speech" in {source(quote) for quote in app.reader.quotes.items}
    await pilot.press(key)
    assert app.reader.quotes.count == before


@checks("remove-text")
async def check_remove_text(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert "only saved searches, pasted and piped texts" in screen_text(app)
    app.screen.post_message(events.Paste("Une dépêche\n\nIl gèle.\n"))
    await wait_for(pilot, lambda: app.reader.reading_list.shown == 6, "the text")
    await pilot.press(key)
    assert app.reader.headlines.count == 6
    await pilot.press("u")
    assert app.reader.headlines.count == 7


@checks("undo")
async def check_undo(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("s", "w", "w", key, key, key)
    assert app.reader.headlines.count == 6
    assert not app.collection.entries[0].starred
    await pilot.press(key)  # nothing left
    assert app.reader.headlines.count == 6


@checks("zen")
async def check_zen(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await pilot.pause()
    assert "Headlines" not in screen_text(app)
    assert app.focused is app.reader.article
    await pilot.press("escape")
    await pilot.pause()
    assert "Headlines" in screen_text(app)


@checks("narrower")
async def check_narrower(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("z", *[key] * 20)
    await pilot.pause()
    assert app.reader.view_state.column == 40
    lines = [line for line in screen_text(app).splitlines()[1:-1] if line.strip()]
    assert max(len(line.strip()) for line in lines if "column of" not in line) <= 72


@checks("wider")
async def check_wider(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("z", *[key] * 20)
    assert app.reader.view_state.column == 120


@checks("theme")
async def check_theme(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    before = app.theme
    await pilot.press(key, "j")
    await pilot.pause()
    assert app.theme != before
    await pilot.press("escape")
    assert app.theme == before
    await pilot.press(key, "g", "enter")
    await wait_for(pilot, lambda: app.reader.view_state.theme == min(app.available_themes), "the theme")


@checks("reload")
async def check_reload(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await wait_for(pilot, lambda: "nothing has changed" in screen_text(app), "the answer")


@checks("address")
async def check_address(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key, *"no address", "enter")
    await wait_for(pilot, lambda: "is no address of the web" in screen_text(app), "the refusal")


@checks("follow")
async def check_follow(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await wait_for(pilot, lambda: "feeds are kept in the library, and there is none" in screen_text(app), "the answer")


@checks("jump-back")
async def check_jump_back(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert "no place to go back to" in screen_text(app)
    await pilot.press("enter", "ctrl+d")
    place = app.reader.article.place
    await pilot.press("G", "J", key)
    assert (app.reader.reading_list.shown, app.focused) == (0, app.reader.article)
    await pilot.press(key)
    assert app.reader.article.place == place > 0


@checks("jump-forward")
async def check_jump_forward(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press("enter", "J", "ctrl+o")
    assert app.reader.reading_list.shown == 0
    await pilot.press(key)
    assert app.reader.reading_list.shown == 1
    await pilot.press(key)
    assert "no place to go forward to" in screen_text(app)


@checks("article-details")
async def check_article_details(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert "Author: Maud Terrasse" in screen_text(app)


@checks("search")
async def check_search(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # test_search has an index
    assert "no index to search" in screen_text(app)


@checks("evidence")
async def check_evidence(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # test_evidence has several articles
    assert "Evidence in all articles" in screen_text(app)


@checks("edit")
async def check_edit(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # a headless driver cannot lend its terminal; test_terminal opens an editor
    assert "cannot be lent" in screen_text(app)


@checks("links")
async def check_links(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # test_links has pages
    assert "no links are known of this text" in screen_text(app)


@checks("link")
async def check_link(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    assert "no web address" in screen_text(app)


@checks("suspend")
async def check_suspend(app: ReaderApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)  # a headless driver cannot suspend; test_terminal stops a real one
    assert isinstance(app.screen, ReaderScreen)


def test_every_command_is_checked() -> None:
    assert set(CHECKS) == {command.id for command in COMMANDS}


@pytest.mark.parametrize(("command", "key"), [*FIRST_KEYS.items(), *FIXED.items()])
async def test_key(command: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first key of each command, and the fixed ones, do what the table says; the next test is about the others."""
    monkeypatch.setattr("tui_reader.clipboard.copy", lambda *_: Outcome("sent"))
    async with reading() as (app, pilot):
        await CHECKS[command](app, pilot, key)


@pytest.mark.parametrize("pane", ["", "open", "figures", "quotes", "select"])
async def test_every_key_leads_to_its_command(pane: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mode = SELECTING if pane == "select" else ""
    usual, changed = (
        {key: command.id for command in COMMANDS if command.mode == one for key in command.keys.split(",")}
        for one in ("", mode)
    )
    commands = usual | changed
    keys = [key for key in commands if key not in FIXED.values()]
    async with reading() as (app, pilot):
        if pane:
            app.reader.action_command(pane)
            await pilot.pause()
        done = await actions_of(app, pilot, keys, monkeypatch)
    assert dict(zip(keys, done, strict=True)) == {key: action_of(commands[key]) for key in keys}


async def test_every_command_does_something() -> None:
    """The table of keys and what the screen does are the same set."""
    async with reading() as (app, _pilot):
        assert set(app.reader.commands) == {command.id for command in COMMANDS}


def test_keys_are_given_once() -> None:
    keys = [(command.mode, key) for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_no_action_has_only_a_key_that_french_keyboards_lack() -> None:
    lacking = {*"0123456789", "backslash", "vertical_line", "left_square_bracket", "right_square_bracket"}
    assert all(set(command.keys.split(",")) - lacking for command in COMMANDS)


async def test_the_footer_names_the_keys_in_order_of_need() -> None:
    async with reading(size=(160, 36)) as (app, pilot):
        shown = [one for one in sorted(COMMANDS, key=lambda one: one.footer) if one.footer and not one.mode]
        named = [f"command('{command.id}')" for command in shown]
        line = app.screen.query_one(KeyLine)
        assert [hint.action for hint in line.hints] == named
        await pilot.press("/")
        await wait_for(pilot, lambda: len(line.hints) < len(named), "the keys that act while one types")
        assert "command('help')" in [hint.action for hint in line.hints]


async def test_a_click_on_a_key_presses_it() -> None:
    async with reading() as (app, pilot):
        await pilot.click(KeyLine, offset=(screen_text(app).splitlines()[-1].index("v Raw") + 1, 0))
        await wait_for(pilot, lambda: app.collection.entries[0].raw, "the raw view")
        await wait_for(pilot, lambda: "v Clean" in screen_text(app).splitlines()[-1], "the key back")
        await pilot.click(KeyLine, offset=(screen_text(app).splitlines()[-1].index("v Clean") + 1, 0))
        await wait_for(pilot, lambda: not app.collection.entries[0].raw, "the cleaned view")


@pytest.mark.parametrize(
    ("width", "shown"),
    [(80, "abcd help e"), (43, "abcd help e"), (42, "abcd help"), (24, "ab help"), (22, "a help"), (3, "help")],
)
def test_hints_are_shown_whole_or_not_at_all(width: int, shown: str) -> None:
    hints = [Hint(key, "word", key, key) for key in "abcd"] + [Hint("?", "Help", "?", ALWAYS), Hint("e", "", "e", "e")]
    actions = [hint.action for hint in fitting(hints, width)]
    assert "".join(" help " if action == ALWAYS else action for action in actions).strip() == shown


async def test_the_foot_names_no_keys_that_are_letters_to_type_in_a_window() -> None:
    async with reading() as (app, pilot):
        foot = app.reader.key_line
        assert foot.hints
        for keys in (["colon"], ["question_mark"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert foot.hints == []
            assert not screen_text(app).splitlines()[app.size.height - 1 :]
            await pilot.press("escape")
            await wait_for(pilot, lambda: "Help" in screen_text(app).splitlines()[-1], "the keys")
