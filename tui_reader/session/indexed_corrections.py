"""Having the index find articles by what the reader corrected in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from tui_reader.errors import LibraryError
from tui_reader.ingest.input_list import STDIN
from tui_reader.library.index.rows import row_of
from tui_reader.library.index.store import Index
from tui_reader.library.status import current_corrections
from tui_reader.library.values import ArticleKey, KeptCorrection
from tui_reader.session.corrected_articles import corrected_article
from tui_reader.session.corrections import Corrections
from tui_reader.session.entries import key_of
from tui_reader.session.indexing import Progress, analysis_problem


def index_corrections(index: Index, library: Path) -> Progress:
    """Have articles found by what the library says of them now; returns how many that has changed, and problems.

    Those whose corrections were taken back are found as they were analysed. A library that cannot be read leaves the
    index as it is. Raises LibraryError.
    """
    try:
        kept, of_addresses = current_corrections(library)
    except LibraryError:
        return Progress(0)
    corrections, indexed = Corrections(kept), index.corrected()
    documents = sorted(_documents(index, kept, of_addresses) | set(indexed))
    progress = Progress(len(documents))
    for document in documents:
        said = _said_of(document, index, corrections, of_addresses)
        if _state(said) == indexed.get(document, ""):
            continue
        try:
            progress.articles += _correct(index, document, said)
        except LibraryError:
            raise
        except Exception as defect:  # a defect with one article: the others are found by what was corrected
            progress.problems.append(analysis_problem(document, defect))
    return progress


def _correct(index: Index, document: str, said: Sequence[KeptCorrection]) -> bool:
    """Have one article found by what is said of it; whether it is in the index."""
    stored = index.stored(document)
    if stored is None:
        return False
    article = corrected_article(stored.article.document, [one.correction for one in said], stored.article)
    row = row_of(article)
    with index.writing():
        index.put_corrected(row, _state(said))
    return True


def _documents(index: Index, kept: Iterable[KeptCorrection], of_addresses: Mapping[str, str]) -> set[str]:
    """The articles in the index of which corrections speak, by their texts or by where they stand."""
    texts = {one.where.document for one in kept if one.where.document}
    addresses = {one.where.url for one in kept}
    texts |= {text for address, text in of_addresses.items() if address in addresses}
    places = {one.where.source for one in kept if one.where.path}
    at_places = {index.document_at(*place) for place in places if place}
    return texts | {document for document in at_places if document}


def _said_of(
    document: str, index: Index, corrections: Corrections, of_addresses: Mapping[str, str]
) -> list[KeptCorrection]:
    """All that is said of a text, wherever it stands."""
    keys = [key_of(document, path or STDIN, record) for path, record in index.places(document)]
    keys += [ArticleKey(document, url=address) for address, text in of_addresses.items() if text == document]
    said = {one.id: one for key in keys for one in corrections.of(key)}
    return sorted(said.values(), key=lambda one: (one.made, one.id))


def _state(kept: Sequence[KeptCorrection]) -> str:
    """What tells these corrections from others; empty for none."""
    said = msgspec.json.encode([one.correction for one in kept])
    return hashlib.sha256(said).hexdigest() if kept else ""
