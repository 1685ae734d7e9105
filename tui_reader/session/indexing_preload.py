"""Imported by the process of which those that index are copies: what their first article needs is read there, once."""

from __future__ import annotations

from msgspec.structs import replace

from tui_reader.analysis.lexicon import languages
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Declared, DeclaredText
from tui_reader.session.indexing import analysed_row

for _language in languages():
    _declared = Declared(language=DeclaredText(_language, "field"))
    analysed_row(replace(document_from_text("“1”"), declared=_declared))
