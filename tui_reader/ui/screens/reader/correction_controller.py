"""Correcting: the sheets of quotes, figures, blocks and articles, and what the keys do in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.library.values import CorrectionChange, KeptCorrection
from tui_reader.messages import _, ngettext, spoken
from tui_reader.model import Article, Block, CorrectedField, Figure, Quote, Span, Subject
from tui_reader.session.clippings import Clippings
from tui_reader.session.correcting import ShownCorrections
from tui_reader.session.corrections import Values
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.screens.reader.item_sheets import ItemSheets, ask, ask_number
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import FIRST_WORDS, shorten
from tui_reader.ui.view.text_selection import TextSelection

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class CorrectionController:
    """What `i` and `I` do, and what follows where something is corrected or a correction is taken back."""

    def __init__(
        self, screen: ReaderScreen, reading_list: ReadingList, clippings: Clippings, *, is_stored: bool
    ) -> None:
        """`is_stored`: what is corrected is written to a library, which tells when it is."""
        self._screen = screen
        self._list = reading_list
        self._corrections = ShownCorrections(
            reading_list, clippings, say=screen.say, follow=self._follow, is_stored=is_stored
        )
        self._sheets = ItemSheets(screen, self._corrections, self._select_words)
        self._selecting_for: Quote | None = None  # whose words are being selected anew
        self._told: set[int] = set()  # the entries of which it was said that corrections do not fit any more

    def confirm(self, changes: Sequence[CorrectionChange]) -> None:
        """Changes are in the library."""
        self._corrections.confirm(changes)

    def follow_version(self) -> None:
        """What was kept of an earlier version of the shown text speaks of this one, where it fits."""
        self._corrections.follow_version()

    def tell_unfit(self) -> None:
        """Say, once, that corrections of the shown article do not fit its text any more."""
        index, count = self._list.shown, len(self._corrections.unfit())
        if index is None or not count or index in self._told:
            return
        self._told.add(index)
        message = ngettext(
            "{count} correction no longer fits this text; I lists it",
            "{count} corrections no longer fit this text; I lists them",
            count,
        )
        self._screen.say(message.format(count=count))

    def _follow(self, index: int) -> None:
        """The corrections of an article have changed: the screen follows."""
        self._screen.headlines.learn([index])
        self._screen.headlines.refresh()
        if index == self._list.shown and self._list.collection.is_current(index):
            self._screen.article_controller.fill_again()

    # The sheets

    def show(self) -> None:
        """What is known of what the cursor stands on: to be looked at and corrected."""
        screen, article = self._screen, self._list.shown_article
        target = screen.copying.target()
        if screen.pane_controller.in_list:
            self.show_article()
        elif article is None or target is None:
            screen.say(_("this text is still being read") if article is None else _("there is nothing here"))
        elif target.kind == "passage":
            self._offer_selection(article)
        elif target.item:
            self._sheets.show(target.item)
        else:
            self._show_block(article)

    # Words that are selected

    def _select_words(self, quote: Quote) -> None:
        """Select the words of a quote with the keys, for the reader to say where it begins and ends."""
        view = self._screen.article
        self._screen.pane_controller.focus(view)
        view.select(TextSelection(view.page_shown.place(quote.span)))
        self._selecting_for = quote
        self._screen.say(_("select the words of the quote, then i"))

    def _offer_selection(self, article: Article) -> None:
        """Let the reader say what is selected: the words of a quote that is there, a new quote, or a figure."""
        from tui_reader.analysis.corrections.quotes import inside_marks  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.widgets.quote_list import source  # noqa: PLC0415

        selected = self._selected_raw()
        span = inside_marks(article, selected)
        if self._selecting_for in article.quotes:
            self._choose(self._selecting_for, span, selected, article)
            return
        quotes = [quote for quote in article.quotes if quote.span.meets(span)]
        figures = [figure for figure in article.figures if any(place.meets(span) for place in figure.mentions)]
        lines = [Line(_("the words of the quote: {speaker}").format(speaker=source(quote)), quote) for quote in quotes]
        lines += [] if quotes else [Line(_("a quote"), "quote")]
        lines += [Line(_("the figure: {figure}").format(figure=figure.clean), figure) for figure in figures]
        lines += [] if figures else [Line(_("a figure"), "figure")]
        shown = shorten(" ".join(selected.of(article.document.raw).split()), FIRST_WORDS)
        self._screen.app.push_screen(
            Choice(_("“{words}” is").format(words=shown), lines),
            lambda chosen: self._choose(chosen, span, selected, article),
        )

    def _choose(self, chosen: object, span: Span, selected: Span, article: Article) -> None:
        """Do what was chosen for a selection; `span` is it without the quotation marks at its edges."""
        self._selecting_for = None
        match chosen:
            case Quote():
                deed = _("the words of the quote")
                self._corrections.correct(lambda correcting: correcting.new_span(chosen, span), deed)
                self._screen.article.select(None)
                self._screen.article_controller.mark(span)
            case Figure():
                self._sheets.show(chosen)
            case "quote":
                self._corrections.correct(lambda correcting: correcting.new_item("quote", span, {}), _("a new quote"))
                self._show_new("quote", span)
            case "figure":
                self._add_figure(article, selected)

    def _selected_raw(self) -> Span:
        """What is selected, in the raw text."""
        view = self._screen.article
        selected = view.mouse_span or (view.selected and view.selected.span) or Span(0, 0)
        return view.page_shown.wording.raw_span(selected)

    def _add_figure(self, article: Article, span: Span) -> None:
        """Add the figure that was selected; where no number can be read in it, the reader types it."""
        from tui_reader.analysis.corrections.figures import figure_at  # noqa: PLC0415

        def add(values: Values) -> None:
            self._corrections.correct(lambda correcting: correcting.new_item("figure", span, values), _("a new figure"))
            self._show_new("figure", span)

        if figure_at(article, span):
            add({})
        else:
            ask_number(self._screen, self._corrections, None, lambda value, _high: add({"value": repr(value)}))

    def _show_new(self, subject: Subject, span: Span) -> None:
        """Show what was added, and its sheet."""
        item = self._corrections.item(subject, span)
        if item:
            self._screen.article.select(None)
            self._screen.article_controller.mark(item.span)
            self._sheets.show(item)

    # Blocks

    def _show_block(self, article: Article) -> None:
        """The sheet of the block that the cursor stands in."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.view.details import block_lines  # noqa: PLC0415

        view = self._screen.article
        shown = view.page_shown.wording.raw_span(view.cursor) if view.cursor else None
        block = next((one for one in article.blocks if shown and one.span.meets(shown)), None)
        if block:
            view.mark(view.page_shown.place(block.span), reveal=False)
            self._screen.app.push_screen(Choice(_("Block"), block_lines(block)), self._turn_chosen)

    def _turn_chosen(self, block: object) -> None:
        self.turn_block(block)

    def turn_block(self, block: object) -> bool:
        """Put a block back into the article, or take it out; figures and quotes follow, and `u` undoes it.

        False where the article has it no more: other news may have come while a window showed it.
        """
        article = self._list.shown_article
        if not isinstance(block, Block) or article is None:
            return False
        if block not in article.blocks:
            self._screen.say(_("the text has changed meanwhile"))
            return False
        deed = _("taken out of the article") if block.kept else _("put back into the article")
        self._corrections.correct(lambda correcting: correcting.block(block), deed)
        return True

    # The article as a whole

    def show_article(self) -> None:
        """The sheet of the shown article: what is known of it, and its corrections."""
        from tui_reader.ui.screens.sheet import Sheet  # noqa: PLC0415
        from tui_reader.ui.view.details import article_lines  # noqa: PLC0415

        def lines() -> list[Line]:
            article, entry = self._list.shown_article, self._list.shown_entry
            if article is None or entry is None:
                return []
            named = entry.input.name if entry.input.is_without_file else entry.input.path
            place = None if entry.input.is_from_web else named
            return article_lines(article, self._corrections.kept(), self._corrections.unfit(), place)

        if not lines():
            self._screen.say(_("this text is still being read"))
            return
        self._screen.app.push_screen(Sheet(_("Article"), lines, self._change_article, self._take_back_of_article))

    def _change_article(self, field: object) -> bool:
        """Have a field of the article changed, or show the place of another correction; whether the sheet stays."""
        from tui_reader.analysis.corrections.facts import fact  # noqa: PLC0415
        from tui_reader.export.wording import FIELD_NAMES  # noqa: PLC0415
        from tui_reader.ui.view.details import ARTICLE_FIELDS  # noqa: PLC0415

        article = self._list.shown_article
        name = next((one for one in ARTICLE_FIELDS if one == field), None)
        if name is None or article is None:
            return not self._show_place(field)
        if name == "language":
            self._ask_language()
            return True
        value = article.document.source.url if name == "url" else getattr(article, name)
        wrong = {"published": _("this is no date"), "url": _("this is no address of the web")}.get(name)

        def refuse(typed: str) -> str | None:
            return wrong if typed.strip() and fact(name, typed, article.language) is None else None

        ask(self._screen, _(FIELD_NAMES[name]), value, lambda typed: self._say_of_article(name, typed), refuse)
        return True

    def _show_place(self, correction_id: object) -> bool:
        """Show where what a correction speaks of stands in the article; False where it does not."""
        located = self._corrections.corrected.located if self._corrections.corrected else {}
        kept = next((one for one in self._corrections.kept() if one.id == correction_id), None)
        span = located.get(kept.correction) if kept else None
        if span is None:
            return False
        self._screen.pane_controller.focus(self._screen.article)
        self._screen.article_controller.mark(span)
        return True

    def _say_of_article(self, field: CorrectedField, typed: str | None) -> None:
        """Take what was typed for a field of the article."""
        from tui_reader.analysis.corrections.facts import fact  # noqa: PLC0415
        from tui_reader.export.wording import FIELD_NAMES  # noqa: PLC0415
        from tui_reader.ui.view.details import value_text  # noqa: PLC0415

        article = self._list.shown_article
        value = fact(field, typed, article.language if article else None) if typed else None
        said = _("{label}: {text}").format(label=_(FIELD_NAMES[field]), text=value_text(field, value))
        self._corrections.correct(lambda correcting: correcting.article(field, value), said)

    def _ask_language(self) -> None:
        from tui_reader.analysis.lexicon import language_name, languages  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import LongChoice  # noqa: PLC0415

        def chosen(code: object) -> None:
            if isinstance(code, str):
                self._say_of_article("language", code)

        lines = [Line(language_name(code, spoken()), code) for code in languages()]
        self._screen.app.push_screen(LongChoice(_("Language"), lines), chosen)

    def _take_back_of_article(self, value: object) -> None:
        """Take back a correction of the article's own, by its field, or another one of its corrections, by its id."""
        self._corrections.drop(*(one for one in self._corrections.kept() if value in (one.id, _own_field(one))))


def _own_field(kept: KeptCorrection) -> CorrectedField | None:
    """The field of the article that a correction is about."""
    return kept.correction.field if kept.correction.subject == "article" else None
