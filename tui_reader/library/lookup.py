"""Finding what is kept of an article again, by its text or by its source. No SQL here, no file."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.library.values import ArticleKey, Status, StatusChange


class StatusLookup:
    """The statuses that are kept, by document and by source."""

    def __init__(self, kept: Iterable[StatusChange] = ()) -> None:
        self._by_document: dict[str, Status] = {}
        self._by_source: dict[tuple[str, int | None], Status] = {}
        self._records: dict[str, set[int]] = {}  # of each path, the records of which something is kept
        for deed in kept:
            self.learn(deed)

    def __bool__(self) -> bool:
        return bool(self._by_document or self._by_source)

    def find(self, where: ArticleKey) -> Status | None:
        """What is kept of an article, None for nothing."""
        status = self._by_document.get(where.document) if where.document else None
        if status is None and where.source:
            status = self._by_source.get(where.source)
        return status

    def records_of(self, path: str) -> list[int]:
        """The numbers of the records of which something is kept, in order."""
        return sorted(self._records.get(path, ()))

    def learn(self, deed: StatusChange) -> None:
        """Hold a deed, on top of what was known of the article."""
        status = (self.find(deed.where) or Status()).then(deed.status)
        if deed.where.document:
            self._by_document[deed.where.document] = status
        if deed.where.source:
            self._by_source[deed.where.source] = status
        if deed.where.path and deed.where.record is not None:
            self._records.setdefault(deed.where.path, set()).add(deed.where.record)
