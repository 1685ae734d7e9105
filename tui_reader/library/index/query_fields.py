"""The fields of a query."""

from __future__ import annotations

from tui_reader.messages import N_

FIELDS = {
    "speaker": N_("who said something"), "said": N_("words inside a quote"), "author": N_("the author"),
    "site": N_("the site or paper"), "after": N_("from a day on, year first"), "before": N_("before a day"),
    "on": N_("a day, a month or a year"), "lang": N_("the language, as fr"), "is": N_("unread, starred or clipped"),
    "has": N_("quotes or figures"), "figure": N_("a value: 300, >300, [3 TO 5]"),
    "unit": N_("the unit of a figure: EUR, km"), "counts": N_("what a figure counts"),
}  # fmt: skip
"""Their names, and what they ask for."""
