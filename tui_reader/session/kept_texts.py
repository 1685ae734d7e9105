"""The texts that came without a file, pasted or through a pipe, and are kept in the library. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from tui_reader.ingest.input_list import STDIN, Input, record_name
from tui_reader.library.values import KeepText, KeptText, RemoveText, RestoreText, TextChange, Way
from tui_reader.messages import N_, _
from tui_reader.messages.days import local_day
from tui_reader.model import Document
from tui_reader.session.collection import Collection
from tui_reader.session.inputs import no_kept_text

HEADING = N_("Pasted and piped")
"""The words above these texts in the list."""
_NAMES: dict[Way, str] = {"pasted": N_("pasted {day}"), "piped": N_("piped {day}")}


def _tell_nobody(_changes: Sequence[TextChange]) -> None:
    """What kept texts do with changes when there is no library."""


class KeptTexts:
    """What is known of these texts, by their ids; `read` gives one itself, `tell` hears of changes."""

    def __init__(self, kept: Iterable[KeptText] = (), read: Callable[[str], Document | None] = no_kept_text) -> None:
        self._by_document = {text.document: text for text in kept}
        self._removed: dict[str, KeptText] = {}
        self.read = read
        self.tell: Callable[[Sequence[TextChange]], None] = _tell_nobody

    def __contains__(self, document: object) -> bool:
        return document in self._by_document

    def inputs(self) -> list[Input]:
        """What there is to read of them, in the order in which they came."""
        return [Input(STDIN, _name(text), text.record, text.document) for text in self._by_document.values()]

    def keep(self, texts: Iterable[tuple[Input, Document]], way: Way, now: datetime) -> None:
        """Keep texts that came together, unless they are kept already; `now` is in UTC."""
        came = now.isoformat(timespec="microseconds")
        changes: list[TextChange] = []
        for one, document in texts:
            if document.id not in self._by_document:
                text = KeptText(document.id, way, came, one.record)
                self._by_document[document.id] = text
                changes.append(KeepText(text, document))
        self.tell(changes)

    def together_with(self, document: str) -> list[str]:
        """The texts that came together with one, itself among them."""
        came = self._by_document[document].came if document in self._by_document else None
        return [text.document for text in self._by_document.values() if text.came == came] or [document]

    def remove(self, documents: Sequence[str]) -> None:
        """Keep texts no longer, also those that another instance keeps."""
        self._removed.update({one: self._by_document.pop(one) for one in documents if one in self._by_document})
        self.tell([RemoveText(one) for one in documents])

    def restore(self, documents: Sequence[str]) -> None:
        """Keep again what was removed."""
        self._by_document.update({one: self._removed.pop(one) for one in documents if one in self._removed})
        self.tell([RestoreText(one) for one in documents])


def piped(collection: Collection) -> Sequence[tuple[Input, Document]]:
    """The texts of a collection that came through a pipe at this start."""
    inputs = collection.entries.inputs
    texts = ((inputs[index], document) for index, document in collection.documents.items())
    return [(one, document) for one, document in texts if not one.can_be_read_again]


def _name(text: KeptText) -> str:
    day = local_day(text.came)
    return record_name(_(_NAMES[text.way]).format(day=day), text.record)
