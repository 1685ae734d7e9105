"""Lines to choose from. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_reader.model import Span
from tui_reader.ui.view.layout import wrap


class Line(NamedTuple):
    """A line: what choosing it gives (None: it cannot be chosen), its look, and stretches of it that are marked.

    `look` is a component of `ChoiceList`. The rows after the first are set in as far as it is or, where that is more,
    by `hang`: so many code points of the text, each one cell wide.
    """

    text: str
    value: object = None
    look: str = "title"
    marks: tuple[Span, ...] = ()
    hang: int = 0


def wrapped(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """The lines, each as many as it takes at a width in cells."""
    for line in lines:
        inset = max(len(line.text) - len(line.text.lstrip(" ")), line.hang)
        before = line.text[:inset]
        for start, end in wrap(line.text, Span(inset, len(line.text)), max(1, width - inset)):
            here = Span(0 if start == inset else start, end)
            shift = inset - start
            marks = tuple(
                Span(max(one.start, here.start) + shift, min(one.end, end) + shift)
                for one in line.marks
                if one.meets(here)
            )
            yield line._replace(text=before + line.text[start:end], marks=marks)
            before = " " * inset
