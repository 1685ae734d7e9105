"""The article and its figures and quotes: views of the text, going from one place to the next, what is known of it."""

from __future__ import annotations

from textual import on

from tui_reader.analysis.cleaning.corrections import correction_of
from tui_reader.library.memory import Status
from tui_reader.messages import _
from tui_reader.model import Article, Block, Correction, Headline, Span
from tui_reader.ui.screens.reader.finding import Finding
from tui_reader.ui.screens.reader.panes import nothing_kept
from tui_reader.ui.view.selection import marked_figure, marked_quote
from tui_reader.ui.widgets.entries import FigureList, QuoteList
from tui_reader.ui.widgets.row_list import RowList


class Reading(Finding):
    """What the keys do in the article and in the side panel."""

    def action_open(self) -> None:
        pane = self.pane()
        if pane is self.headlines:
            self.open_headline()
            if self.headlines.chosen_related:
                return
        elif pane is self.figures and self.figures.next_mention():
            self.follow_figure()
            return
        self.focus_pane(self.article)

    def action_flip(self) -> None:
        self.show_raw(not self.entry.raw if self.entry else False)

    def show_raw(self, raw: bool) -> None:
        """Show the raw or the cleaned text, at the same place, with the same marks."""
        entry, article, view = self.entry, self.shown_article, self.article
        if self.shown is None or entry is None or article is None or entry.raw == raw:
            return
        marked = [span and view.page_shown.wording.raw_span(span) for span in (view.current, view.source)]
        found = bool(view.hits)
        self.collection.do(self.shown, Status(raw=raw))
        view.show(self.page_of(entry, article), view.place)
        if found:
            self.find_again()
        view.mark(*(span and view.page_shown.place(span) for span in marked), reveal=False)
        for rows in (self.figures, self.quotes):
            rows.locate(rows.items, view.page_shown.place)
            rows.follow(view.in_sight)
        self.say_status()

    # Figures and quotes

    @on(RowList.Moved, "#figures")
    def follow_figure(self) -> None:
        if self.figures.place:
            self.mark(self.figures.place)

    @on(RowList.Chosen, "#figures")
    def choose_figure(self) -> None:
        if self.figures.place and self.article.current == self.article.page_shown.place(self.figures.place):
            self.figures.next_mention()
        self.follow_figure()

    @on(RowList.Moved, "#quotes")
    @on(RowList.Chosen, "#quotes")
    def follow_quote(self) -> None:
        quote = self.quotes.current
        if quote:
            self.mark(quote.span, quote.speaker_span)

    def action_figures(self) -> None:
        self.turn_side_on()
        self.focus_pane(self.figures)
        self.follow_figure()

    def action_quotes(self) -> None:
        self.turn_side_on()
        self.focus_pane(self.quotes)
        self.follow_quote()

    def action_quote(self, by: int) -> None:
        self.step_in(self.quotes, by)
        self.follow_quote()

    def action_figure(self, by: int) -> None:
        self.step_in(self.figures, by)
        self.follow_figure()

    def step_in(self, rows: FigureList | QuoteList, by: int) -> None:
        """To the next item of a list, or to its first while none is marked in the article."""
        if self.article.current is not None or by < 0:
            rows.step(by)

    def action_order(self) -> None:
        """Figures by rank or by place; with the keys in the quotes, those in order or by speaker."""
        of_quotes = self.pane() is self.quotes
        name = "quotes_by_speaker" if of_quotes else "figures_by_place"
        by = not getattr(self.settings, name)
        self.settings.change(name, by)
        if of_quotes:
            self.fill_quotes()
            self.say(_("quotes by speaker") if by else _("quotes in the order of the text"))
        else:
            self.fill_figures()
            self.say(_("figures in the order of the text") if by else _("figures by rank"))

    def action_all_quoted(self) -> None:
        """Also the quoted words that nobody said, or only what was said."""
        self.settings.change("all_quoted", not self.settings.all_quoted)
        self.fill_quotes()
        self.say(_("all quoted words") if self.settings.all_quoted else _("only what was said"))

    def action_side(self) -> None:
        if self.has_class("-side") and self.pane() in (self.figures, self.quotes):
            self.focus_pane(self.article)
        self.toggle_class("-side")
        self.settings.change("side", self.has_class("-side"))

    def turn_side_on(self) -> None:
        """The keys go to the side panel: it has to be there."""
        self.add_class("-side")
        self.settings.change("side", True)

    # What was removed, variants, details

    def action_removed(self) -> None:
        """List what was left out of the article, by reason; the chosen block is shown in the raw text."""
        from tui_reader.ui.screens.removed_blocks import Removed  # noqa: PLC0415
        from tui_reader.ui.view.details import removed_lines  # noqa: PLC0415 - not needed to paint

        article = self.shown_article
        lines = removed_lines(article) if article else []
        if not lines:
            self.say(_("nothing was left out of this text"))
            return
        self.app.push_screen(Removed(lines, self.turn_block), self.go_to_raw)

    def go_to_raw(self, block: object) -> None:
        """Show a block in the raw text, and mark it."""
        if isinstance(block, Block) and self.has_block(block):
            self.show_raw_span(block.span)

    def has_block(self, block: Block) -> bool:
        """Whether the shown article has a block; other news may have come while a window showed it."""
        article = self.shown_article
        found = article is not None and block in article.blocks
        if not found:
            self.say(_("the text has changed meanwhile"))
        return found

    def show_raw_span(self, span: Span) -> None:
        """Show a stretch of the raw text, and mark it."""
        self.show_raw(True)
        self.focus_pane(self.article)
        self.mark(span)

    def show_variants(self) -> None:
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.view.details import variant_lines  # noqa: PLC0415

        headline: Headline | None = self.headlines.chosen_related
        if headline:
            hints = (_("Enter shows it in the raw text, Esc closes"), _("Esc closes"))
            choice = Choice(_("Related headline"), variant_lines(headline), hints=hints)
            self.app.push_screen(choice, lambda span: self.show_raw_span(span) if isinstance(span, Span) else None)

    def action_details(self) -> None:
        """What is known of the marked figure, quote or block; without a mark, of the paragraph at the top."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415
        from tui_reader.ui.view.details import block_lines, figure_lines, quote_lines  # noqa: PLC0415

        article = self.shown_article
        if article is None:
            self.say(_("this text is still being read"))
            return
        page, current = self.article.page_shown, self.article.current
        figure, quote = marked_figure(article, page, current), marked_quote(article, page, current)
        if figure:
            self.app.push_screen(Choice(_("Figure"), figure_lines(figure, article), hints=(_("Esc closes"),)))
        elif quote:
            self.app.push_screen(Choice(_("Quote"), quote_lines(quote, article), hints=(_("Esc closes"),)))
        else:
            block = self.current_block(article)
            if block:
                self.article.mark(self.article.page_shown.place(block.span), reveal=False)
                self.app.push_screen(Choice(_("Block"), block_lines(block)), self.turn_block)
            elif not article.text:
                self.say(nothing_kept())

    def current_block(self, article: Article) -> Block | None:
        """The block that is marked, else the one at the top of the pane."""
        view = self.article
        shown = view.current or view.top_paragraph()
        if shown is None:
            return None
        raw = view.page_shown.wording.raw_span(shown)
        return next((block for block in article.blocks if block.span.meets(raw)), None)

    def turn_block(self, block: object) -> None:
        """Put a block back into the article, or take it out; figures and quotes follow, and `u` undoes it."""
        article, entry = self.shown_article, self.entry
        if not isinstance(block, Block) or not self.has_block(block):
            return
        if article is None or entry is None or self.shown is None:
            return
        made = correction_of(article.blocks, block)
        others = tuple(one for one in entry.corrections if (one.words, one.ordinal) != (made.words, made.ordinal))
        words = _("taken out of the article") if block.kept else _("put back into the article")
        index, before = self.shown, entry.corrections

        def correct(corrections: tuple[Correction, ...]) -> None:
            self.collection.do(index, Status(corrections=corrections))
            if index == self.shown:
                self.want_shown()

        correct((*others, made))
        self.undos.append((words, lambda: correct(before)))
        self.say(_("{deed} · u undoes it").format(deed=words))
