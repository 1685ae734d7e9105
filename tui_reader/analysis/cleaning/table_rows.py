"""Find the rows of tables that are written with bars: "| Brume | 207 | 61,5 % |"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from tui_reader.analysis.cleaning.units import Unit

_BAR = re.compile(r"\s?\|\s?")
_RULE = re.compile(r"[|\s:+=-]{3,}")
_FEWEST_ROWS = 3


def rows_with_bars(units: Sequence[Unit]) -> frozenset[int]:
    """The indices of rows: several lines of as many cells each, with numbers in most or a rule below the first."""
    if not any("|" in unit.text for unit in units):
        return frozenset()
    texts = [unit.text.strip().strip("|").strip() for unit in units]
    rows: set[int] = set()
    for cells, group in groupby(range(len(units)), key=lambda index: len(_BAR.findall(texts[index]))):
        run = list(group)
        numbered = sum(any(map(str.isdigit, texts[index])) for index in run)
        is_ruled = any(_RULE.fullmatch(units[index].text.strip()) for index in run)
        if cells and len(run) >= _FEWEST_ROWS and (is_ruled or 2 * numbered >= len(run)):
            rows.update(run)
    return frozenset(rows)
