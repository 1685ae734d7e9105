"""Values over time as rows of blocks. No widget here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ASCII = " #"


class Point(NamedTuple):
    """A value, 0 or more, on a day, as `date.toordinal` counts them."""

    day: int
    value: float


def bars(points: Sequence[Point], width: int, height: int, *, ascii_only: bool = False) -> list[str]:
    """So many rows of so many cells: a bar from zero a day, the days as far apart as they are, the highest on top.

    Of two days that have one cell, the higher value is shown.
    """
    highest = max((point.value for point in points), default=0.0)
    if highest <= 0:
        return []
    first, last = min(point.day for point in points), max(point.day for point in points)
    levels = _ASCII if ascii_only else _EIGHTHS
    steps = len(levels) - 1
    tops = [0] * width
    for point in points:
        cell = round((point.day - first) / max(1, last - first) * (width - 1))
        tops[cell] = max(tops[cell], 1, round(point.value / highest * height * steps))
    rows = range(height - 1, -1, -1)
    return ["".join(levels[max(0, min(steps, top - row * steps))] for top in tops).rstrip() for row in rows]
