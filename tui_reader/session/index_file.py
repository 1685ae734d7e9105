"""The index as a session uses it: opened when it is needed, and again where another file stands in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from tui_reader.errors import LibraryError
from tui_reader.model import Article, Document

if TYPE_CHECKING:
    from tui_reader.library.index.store import Index


Answer = TypeVar("Answer")


class IndexFile:
    """The index at a path, for one thread; with a `library`, queries may ask for what the reader did."""

    def __init__(self, path: Path, library: Path | None = None) -> None:
        self._path = path
        self._library = library
        self._index: Index | None = None
        self._file: tuple[int, int] | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a file, without which opening makes one."""
        return _file_at(self._path) is not None

    @property
    def is_open(self) -> bool:
        """Whether it was opened, and stands there still."""
        return self._index is not None and _file_at(self._path) == self._file

    def open(self) -> Index:
        """The index as it stands there now. Raises LibraryError."""
        from tui_reader.library.index.opening import open_index  # noqa: PLC0415 - not needed to paint

        while self._index is None or not self.is_open:
            self.close()
            self._file = _file_at(self._path)  # what was made, or put in its place meanwhile, is opened anew
            self._index = open_index(self._path, self._library)
        return self._index

    def ask(self, question: Callable[[Index], Answer]) -> Answer:
        """What a question gives; where the index proves to be damaged, it is made anew, and asked once more.

        Raises LibraryError; the index is opened again for the next question then.
        """
        from tui_reader.library.index.opening import is_damage, remove_index  # noqa: PLC0415 - not needed to paint

        try:
            return question(self.open())
        except LibraryError as error:
            self.close()
            if not is_damage(error):
                raise
            remove_index(self._path)
        return question(self.open())

    def close(self) -> None:
        """Close it; it can be opened again."""
        if self._index is not None:
            self._index.close()
        self._index = None


class IndexedArticles:
    """Articles as they were analysed for the index at `path`; for one thread."""

    def __init__(self, path: Path) -> None:
        self._file = IndexFile(path)

    def open(self) -> None:
        """Open the index, if there is one: that takes longer than an analysis, so it is done before it is needed."""
        if self._file.is_there:
            try:
                self._file.open()
            except LibraryError:  # articles are analysed, then
                self._file.close()

    def article(self, document: Document) -> Article | None:
        """The article of a document; None where it is to be analysed, as always before the index is opened."""
        if not self._file.is_open:
            return None
        from tui_reader.analysis.cleaning.block_rules import UNANALYSED  # noqa: PLC0415 - the screen comes first

        try:
            known = self._file.ask(lambda index: index.article(document.id))
        except LibraryError:
            return None
        if known is None or not _is_same(known.document, document):
            return None
        if any(block.rule == UNANALYSED.name for block in known.blocks):
            return None  # the analysis has failed, which is to be said
        source = replace(known.document.source, path=document.source.path, record=document.source.record)
        return replace(known, document=replace(known.document, source=source))


def _is_same(analysed: Document, document: Document) -> bool:
    """Whether an analysed document is this one, wherever it stood: two records may have one text and other fields.

    The analysis adds notes to the source, and an address where it finds one in what the source says.
    """
    known, given, declared = analysed.source, document.source, document.declared.url
    is_in_text = known.url in (None, declared and declared.text) or str(known.url) in document.raw
    return (
        replace(analysed, source=given) == document
        and (known.media_type, known.encoding) == (given.media_type, given.encoding)
        and known.notes[: len(given.notes)] == given.notes
        and (known.url == given.url if given.url else is_in_text)
    )


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None for none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
