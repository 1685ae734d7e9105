"""Where the cursor goes when scrolling leaves it behind. No widget here."""

from __future__ import annotations

from tui_reader.model import Span
from tui_reader.ui.view.layout import Layout
from tui_reader.ui.view.text_units import TextUnits


def cursor_in_sight(layout: Layout, units: TextUnits, cursor: Span | None, sight: range) -> Span | None:
    """The cursor, where one of the rows in `sight` shows it; else the nearest sentence that is in sight.

    Without a cursor it is the first sentence in sight. None on a page without words.
    """
    if not layout.rows:
        return None
    rows = layout.rows_of(cursor) if cursor else range(0)
    if cursor and (rows.start in sight or (rows.start < sight.start and sight.stop < rows.stop)):
        return cursor
    text = layout.text_in(sight)
    sentences = units.sentences_in(text)
    beginning = [sentence for sentence in sentences if layout.row_of(sentence.start) in sight]
    whole = [sentence for sentence in beginning if layout.rows_of(sentence).stop <= sight.stop]
    is_below = cursor is not None and rows.start >= sight.stop
    nearest = (whole[-1:] if is_below else beginning[:1]) or sentences[:1]
    return nearest[0] if nearest else units.sentence_at(text.end)
