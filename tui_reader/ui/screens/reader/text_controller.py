"""Texts without a file on the screen: they are kept in the library until the reader removes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.ingest.input_list import STDIN
from tui_reader.messages import _, ngettext
from tui_reader.session import events
from tui_reader.session.kept_texts import KeptTexts, piped
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.reading_list import ReadingList
from tui_reader.ui.commands.key_names import key_name
from tui_reader.ui.view.lines import Line

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen


class TextController:
    """What is pasted, what came through a pipe, and the key that removes it."""

    def __init__(self, screen: ReaderScreen, reading_list: ReadingList, texts: KeptTexts) -> None:
        self._screen = screen
        self._list = reading_list
        self._texts = texts

    def keep_piped(self) -> None:
        """Keep what came through a pipe at this start."""
        self._texts.keep(piped(self._list.collection), "piped", datetime.now(UTC))

    def keep_pasted(self, brought: Sequence[events.Brought]) -> None:
        """Keep what was pasted."""
        self._texts.keep([(event.input, event.document) for event in brought], "pasted", datetime.now(UTC))

    def confirm(self, ids: Sequence[str]) -> None:
        """Texts are in the library."""
        count = sum(one in self._texts for one in ids)
        if count:
            kept = ngettext(
                "{count} text kept until {key} removes it", "{count} texts kept until {key} removes them", count
            )
            key = key_name(self._screen.keymap.first_key("remove-text"))
            self._screen.say(kept.format(count=count, key=key))

    def remove(self) -> None:
        """Remove the text at the cursor; where others came together with it, all of them, if that is chosen."""
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415 - not needed to paint

        index = self._screen.list_controller.target
        entry = None if index is None else self._list.collection.entries[index]
        if entry is None or entry.document is None or entry.input.path != STDIN:
            self._screen.say(_("only saved searches, pasted and piped texts can be removed; files stay where they are"))
            return
        document, together = entry.document, self._texts.together_with(entry.document)
        if together == [document]:
            self._remove(together)
            return

        def chosen(documents: object) -> None:
            if isinstance(documents, tuple):
                self._remove(documents)

        all_of_them = _("all {count} that came together").format(count=len(together))
        lines = [Line(_("this text"), (document,)), Line(all_of_them, tuple(together))]
        self._screen.app.push_screen(Choice(_("Remove"), lines), chosen)

    def _remove(self, documents: Sequence[str]) -> None:
        count = len(documents)
        description = ngettext("{count} text removed", "{count} texts removed", count).format(count=count)
        ListChanges(self._list).remove_texts(documents, self._texts, description)
        self._screen.list_controller.show_order()
        self._screen.say(_("{deed} · u undoes it").format(deed=description))
