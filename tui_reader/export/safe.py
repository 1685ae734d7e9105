"""JSON and tables that are safe to show in a terminal and to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui_reader.display import display_lines, displayable
from tui_reader.export.wording import list_separator

BYTE_ORDER_MARK = "\ufeff"
"""Says at the beginning of a table that it is UTF-8: Excel takes it for that only then."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def safe_json(value: Any, indent: int | None = None) -> str:
    """JSON in which what would act on a terminal, hide or reorder text is escaped, and comes back as it was."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    shown = zip(text, displayable(text), strict=True)
    return "".join(sign if sign == safe else json.dumps(sign)[1:-1] for sign, safe in shown)


def table_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], *, named: bool = True) -> str:
    """Rows of a table, to be written as UTF-8; `named`: below a row with the names of the columns.

    It opens with two clicks: Excel expects the list separator of the system, a semicolon in French and a comma in
    English; so it is the one of the language that is spoken. LibreOffice takes either, as every cell stands between
    quotation marks. A text that a spreadsheet could take for a formula has an apostrophe before it (OWASP, CSV
    injection); a code point that must not be shown has a stand-in.
    """
    table = io.StringIO()
    writer = csv.writer(table, delimiter=list_separator(), quoting=csv.QUOTE_ALL, lineterminator="\n")
    if named:
        writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return table.getvalue()


def _cell(value: str | float | None) -> str | float | None:
    """A value as a table holds it; no text of it can be a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = display_lines(value)
    return f"'{text}" if _FORMULA.match(text) else text
