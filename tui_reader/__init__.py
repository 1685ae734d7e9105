"""tui-reader: a terminal reader for news that arrives dirty.

The public API is loaded on first use (PEP 562), so that importing the package costs nothing:

    >>> import tui_reader
    >>> article = tui_reader.analyse(tui_reader.document_from_text("Titre\\n\\nUn paragraphe."))
    >>> article.title
    'Titre'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.analysis.pipeline import analyse
    from tui_reader.export.contract import as_json
    from tui_reader.ingest.sources import document_from_text, read

__version__ = "0.1.0"
__all__ = ["__version__", "analyse", "as_json", "document_from_text", "read"]

_HOMES = {
    "analyse": "tui_reader.analysis.pipeline",
    "as_json": "tui_reader.export.contract",
    "document_from_text": "tui_reader.ingest.sources",
    "read": "tui_reader.ingest.sources",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
