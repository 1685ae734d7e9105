"""Having the index find articles by what the reader corrected in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from tui_reader.errors import LibraryError
from tui_reader.ingest.input_list import STDIN
from tui_reader.library.index.rows import row_of
from tui_reader.library.index.store import Index, StoredArticle
from tui_reader.library.status import current_corrections
from tui_reader.library.values import KeptCorrection
from tui_reader.session.corrected_articles import Said
from tui_reader.session.corrections import Corrections
from tui_reader.session.entries import key_of
from tui_reader.session.stated import Stated


def index_corrections(index: Index, library: Path) -> int:
    """Have articles found by what the library says of them now; returns of how many that has changed.

    Those whose corrections were taken back are found as they were analysed. A library that cannot be read leaves the
    index as it is. Raises LibraryError.
    """
    try:
        kept = current_corrections(library)
    except LibraryError:
        return 0
    corrections, indexed = Corrections(kept), index.corrected()
    said = Said(corrections, Stated({}, {}))
    changed = 0
    for document in sorted(_documents(index, kept) | set(indexed)):
        stored = index.stored(document)
        state = stored and _state(_said_of(stored, corrections))
        if stored is None or state is None or state == indexed.get(document, ""):
            continue
        row = row_of(said.article(stored.article.document, stored.article))
        with index.writing():
            index.put_corrected(row, state)
        changed += 1
    return changed


def _documents(index: Index, kept: Iterable[KeptCorrection]) -> set[str]:
    """The articles in the index of which corrections speak, by their texts or by where they stand."""
    texts = {one.where.document for one in kept if one.where.document}
    places = {one.where.source for one in kept if one.where.path}
    at_places = {index.document_at(*place) for place in places if place}
    return texts | {document for document in at_places if document}


def _said_of(stored: StoredArticle, corrections: Corrections) -> list[KeptCorrection]:
    return corrections.of(key_of(stored.article.document.id, stored.path or STDIN, stored.record))


def _state(kept: Sequence[KeptCorrection]) -> str:
    """What tells these corrections from others; empty for none."""
    said = msgspec.json.encode([one.correction for one in kept])
    return hashlib.sha256(said).hexdigest() if kept else ""
