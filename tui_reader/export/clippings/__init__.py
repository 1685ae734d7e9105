"""What the reader keeps, as text to hand on: functions of the clippings in the order in which they are to stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.export.clippings.dossier import as_html
from tui_reader.export.clippings.markdown import as_markdown
from tui_reader.export.clippings.records import as_csv, as_json
from tui_reader.library.values import Clipping

FORMATS: dict[str, Callable[[Sequence[Clipping]], str]] = {
    "markdown": as_markdown,
    "json": as_json,
    "csv": as_csv,
    "html": as_html,
}
"""The formats by their names. Each text ends with a line end."""
