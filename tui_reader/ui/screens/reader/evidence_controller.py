"""Holding articles against each other: the key, what is asked by it, and showing what was found in its article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.display import copyable
from tui_reader.messages import _
from tui_reader.model import Article, Figure, Quote
from tui_reader.session.corrected_articles import Said
from tui_reader.session.evidence import (
    Compare,
    Counts,
    Differences,
    EvidenceFinder,
    Finding,
    HeldElsewhere,
    HowMany,
    Overview,
    Question,
    SameEvent,
    Sayings,
    Versions,
    What,
    Who,
)
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.screens.reader.copying import Copying
from tui_reader.ui.view.lines import Line

if TYPE_CHECKING:
    from tui_reader.ui.screens.evidence import EvidenceScreen
    from tui_reader.ui.screens.reader.screen import ReaderScreen
    from tui_reader.ui.view.evidence_lines import Found, FoundRow

_BORDERS = 3  # cells of a window beside its words


class EvidenceController:
    """What `E` does: from a quote, who said what; from a figure, how many; else what one wants to know is chosen."""

    class Arrived(Message, namespace="evidence_controller"):
        """Something was found; it comes from another thread."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, index: Path | None) -> None:
        self._screen = screen
        self._list = reading_list
        self._index = index
        self._finder: EvidenceFinder | None = None
        self._overview_finder: EvidenceFinder | None = None  # what is chosen does not wait for what others have of all
        self._asked: Question | None = None
        self._window: EvidenceScreen | None = None  # that waits for what was asked
        self._show_overview: Callable[[Overview], None] = lambda _overview: None
        self._wanted: Found | None = None  # what is to be shown once its article is there

    def close(self) -> None:
        """The reader leaves."""
        for finder in filter(None, (self._finder, self._overview_finder)):
            finder.close()

    # Asking

    def open(self) -> None:
        """Ask for what the cursor stands on, or have the reader choose."""
        target = self._screen.copying.target()
        in_list = self._screen.pane_controller.active is self._screen.headlines
        match target.item if target and not in_list else None:
            case Quote() as quote:
                self._ask(Who(quote.speaker, quote))
            case Figure() as figure:
                self._ask(HowMany(figure))
            case None:
                self._choose()

    def _choose(self) -> None:
        from tui_reader.ui.screens.chooser import LongChoice  # noqa: PLC0415 - not needed to paint
        from tui_reader.ui.screens.prompt import Prompt  # noqa: PLC0415
        from tui_reader.ui.view.evidence_lines import ANOTHER_NAME, question_lines  # noqa: PLC0415

        def typed(name: str | None) -> None:
            if name and name.strip():
                self._ask(Who(" ".join(name.split())))

        def chosen(value: object) -> None:
            if value is ANOTHER_NAME:
                self._screen.app.push_screen(Prompt(_("Who"), hint=_("Enter looks for a name, Esc closes")), typed)
            elif isinstance(value, Who | HowMany | SameEvent | Versions):
                self._ask(value)

        article, earlier = self._list.shown_article, self._screen.web_controller.earlier_texts()

        def lines(overview: Overview | None = None) -> list[Line]:
            return question_lines(article, earlier, overview, ascii_only=self._screen.ascii_only)

        title = _("Evidence in all articles")
        choice = LongChoice(f"{title} …" if article else title, lines())  # while it is counted
        self._screen.app.push_screen(choice, chosen)
        if article:
            self._show_overview = lambda overview: choice.offer(title, lines(overview)) if choice.is_attached else None
            self._find(self._question(HeldElsewhere(), article))

    def _ask(
        self, what: What, leave_with: Callable[[object], None] | None = None, article: Article | None = None
    ) -> None:
        """Open a window, and have found what it is to list, from an article, by default the one that is shown."""
        from tui_reader.ui.screens.evidence import EvidenceScreen  # noqa: PLC0415 - not needed to paint

        self._window = EvidenceScreen(self, self._compare if isinstance(what, SameEvent) else None)
        self._screen.app.push_screen(self._window, leave_with or self.go_to)
        self._find(self._question(what, article or self._list.shown_article))

    def _question(self, what: What, article: Article | None) -> Question:
        collection = self._list.collection
        said = Said(collection.corrections.copy(), collection.stated)
        return Question(what, article, collection.articles.corrected_ones(), said)

    def _find(self, question: Question) -> None:
        """Have the answer to a question found, in place of what was asked before."""
        self._screen.indexing_controller.begin_if_gone()
        self._asked = question
        if isinstance(question.what, HeldElsewhere):
            finder = self._overview_finder = self._overview_finder or EvidenceFinder(self._index)
        else:
            finder = self._finder = self._finder or EvidenceFinder(self._index)
        finder.ask(question, self._tell)

    def _compare(self, row: FoundRow) -> None:
        """Show what differs between the shown article and a similar one."""
        window, asked = self._window, self._asked

        def leave_with(found: object) -> None:
            self._window = window
            if window and found is not None:
                window.dismiss(found)

        self._ask(Compare(row.founds[0].article), leave_with, asked.article if asked else None)

    def compare_versions(self, library: Path, before: str, now: str) -> None:
        """Show what differs between two texts of an article that a library keeps."""
        self._ask(Versions(library, before, now))

    def _tell(self, finding: Finding) -> None:
        self._screen.post_message(self.Arrived(finding))

    # What was found

    def take(self, finding: Finding) -> None:
        """Show what was found, where the window waits for it still."""
        is_of_all = isinstance(finding.question.what, HeldElsewhere)
        if finding.question is not self._asked or not (is_of_all or (self._window and self._window.is_attached)):
            return
        if finding.problem:
            self._screen.warn(finding.problem)
        if isinstance(finding.found, Overview):
            self._show_overview(finding.found)
        elif self._window and not is_of_all:
            self._show(finding, self._window)

    def _show(self, finding: Finding, window: EvidenceScreen) -> None:
        """Show in its window what was found."""
        what = finding.question.what
        title, make_found_lines = self._shown(finding)
        caveats = [] if isinstance(what, Compare | Versions) else self._caveats()

        def make_lines() -> Sequence[Line]:
            return [*make_found_lines(), *caveats]

        item = what.quote if isinstance(what, Who) else what.figure if isinstance(what, HowMany) else None
        article = finding.question.article
        window.show_found(
            title, make_lines, lambda found: found.article is article and found.target.item is item is not None
        )

    def _shown(self, finding: Finding) -> tuple[str, Callable[[], Sequence[Line]]]:
        """The title of the window, and what makes its lines."""
        from tui_reader.ui.screens.chooser import WIDEST  # noqa: PLC0415 - not needed to paint
        from tui_reader.ui.view import evidence_lines as view  # noqa: PLC0415 - not needed to paint

        match finding.question.what, finding.found:
            case Who(), Sayings() as evidence:
                return view.sayings_title(evidence), lambda: view.saying_lines(evidence, self._is_kept)
            case HowMany(figure), Counts() as evidence:
                return view.counts_title(figure, evidence), lambda: view.count_lines(
                    figure,
                    evidence,
                    self._is_kept,
                    width=min(WIDEST, self._screen.app.size.width) - _BORDERS,
                    ascii_only=self._screen.ascii_only,
                )
            case Compare(), Differences((first, second), evidence):
                return _("What differs"), lambda: view.difference_lines(first, second, evidence, self._is_kept)
            case Versions(), Differences((first, second), evidence):
                names = (_("as it was kept"), _("as it is now"))
                return _("What has changed"), lambda: view.difference_lines(
                    first, second, evidence, self._is_kept, names
                )
            case SameEvent(), tuple() as evidence:
                return _("The same event"), lambda: view.event_lines(evidence)
        return _("Evidence"), list

    def _caveats(self) -> list[Line]:
        """What is said below where not all articles could be looked into."""
        from tui_reader.ui.view.search_lines import indexing_line  # noqa: PLC0415 - not needed to paint

        indexing = self._screen.indexing_controller
        if self._index is None:
            caveat = _("without an index, only articles that were opened are looked into")
        elif indexing.state.is_running:
            caveat = indexing_line(indexing.state, None)
        elif not indexing.has_begun:
            caveat = _("the articles that are open are still being read into the index")
        else:
            return []
        return [Line(""), Line(caveat, look="meta")]

    def _is_kept(self, found: Found) -> bool:
        return self._screen.clipping_controller.is_kept(found.article.document, found.span)

    # What is done with it

    def copy(self, found: Found) -> None:
        """Copy its words alone."""
        self._screen.post_message(Copying.Wanted(copyable(found.target.words), found.target.label))

    def cite(self, found: Found) -> None:
        """Copy its words with who said them, and where they come from."""
        cited = self._screen.copying.cited(found.target.excerpt(found.article))
        self._screen.post_message(Copying.Wanted(cited, found.target.label))

    def keep(self, found: Found) -> None:
        """Keep it as a clipping, or keep it no longer."""
        document = found.article.document
        excerpt = found.target.excerpt(found.article)
        self._screen.clipping_controller.toggle(excerpt, document, found.span, Said.key(document))

    def go_to(self, chosen: object) -> None:
        """Show something in its article; where that is not open, its file is opened."""
        from tui_reader.ui.view.evidence_lines import Found  # noqa: PLC0415 - not needed to paint

        self._window = None
        if isinstance(chosen, Found):
            self._wanted = chosen
            self._screen.search_controller.bring(Said.key(chosen.article.document))
            self.show_wanted()

    def show_wanted(self) -> None:
        """Show what was chosen, once its article is there."""
        wanted, article = self._wanted, self._list.shown_article
        if wanted and article and article.document.id == wanted.article.document.id:
            self._wanted = None
            self._screen.article_controller.mark(wanted.span)
            self._screen.list_controller.mark_read()
            if wanted.target.item:
                key = key_name(self._screen.keymap.first_key("evidence"))
                self._screen.say(_("{key} leads back to the evidence").format(key=key))
