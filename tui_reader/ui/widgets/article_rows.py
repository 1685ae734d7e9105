"""What stands on each row of the article pane: the cursor, the text with its marks, the sign of what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from tui_reader.model import Span
from tui_reader.ui.view import render
from tui_reader.ui.view.layout import Row
from tui_reader.ui.view.looks import ARTICLE, Look
from tui_reader.ui.view.marks import marks_in
from tui_reader.ui.view.signs import CURSOR, KEPT, POST

if TYPE_CHECKING:
    from tui_reader.ui.widgets.article_view import ArticleView

Parts = list[tuple[str, Style]]


def row_parts(view: ArticleView, number: int) -> Parts:
    """The parts of a row of the layout, each in its style."""
    row = view.layout_now.rows[number]
    parts = [*_margin(view, number), *_text(view, row, number)]
    if any(row.start <= span.start < row.end for span in view.kept):
        parts = [*_filled(parts, view.margin_left + view.layout_now.width), (KEPT.sign, view.style_of("note"))]
    return parts


def _margin(view: ArticleView, number: int) -> Parts:
    """The margin of a row, with the sign of the cursor where it stands on this row."""
    cursor = view.cursor
    if not view.margin_left or cursor is None or number not in view.layout_now.rows_of(cursor):
        return [(" " * view.margin_left, view.ground)]
    style = view.style_of("cursor-focused" if view.has_focus else "cursor")
    return [(" " * (view.margin_left - 1), view.ground), (CURSOR.sign, style)]


def _text(view: ArticleView, row: Row, number: int) -> Parts:
    if row.note:
        return [(render.shorten(row.note, view.layout_now.width), view.style_of(row.note_look))]
    paragraph = view.page_shown.paragraphs[row.paragraph]
    inset = [(f"{POST.sign} ", view.style_of("note"))] if paragraph.inset else []
    found = marks_in(view.page_shown, row, hits=view.hits, source=view.source, current=view.current)
    marks = [(span, ARTICLE[name]) for name, span in found]
    marks += [(span, ARTICLE["selection"]) for span in _selected(view, row, number)]
    return inset + _styled(view, row, view.style_of(paragraph.look), marks)


def _selected(view: ArticleView, row: Row, number: int) -> list[Span]:
    """What is selected of a row, with the keys and with the mouse."""
    selected = [view.selected.span] if view.selected and view.selected.span.meets(Span(row.start, row.end)) else []
    columns = view.text_selection.get_span(number) if view.text_selection else None
    if columns is None:
        return selected
    start, end = columns
    return [*selected, Span(view.place_at(number, start), row.end if end == -1 else view.place_at(number, end))]


def _filled(parts: Parts, width: int) -> Parts:
    """The parts of a row, with blanks up to a width in cells."""
    return [*parts, (" " * (width - sum(cell_len(text) for text, _style in parts)), Style())]


def _styled(view: ArticleView, row: Row, base: Style, marks: Sequence[tuple[Span, Look]]) -> Parts:
    """The text of a row, cut where marks begin and end, each part with the looks of all that lie over it."""
    edges = {row.start, row.end}
    for span, _look in marks:
        edges.update(edge for edge in span if row.start < edge < row.end)
    parts = []
    for start, end in pairwise(sorted(edges)):
        style = base
        for span, look in marks:
            if span.start <= start and end <= span.end:
                style = view.styled(look, style)
        parts.append((view.page_shown.text[start:end], style))
    return parts
