"""The fields of a query, and the values that have a name.

Both can be typed in every language that the program speaks, with accents or without: a saved search is understood
whatever language is spoken when it is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from tui_reader.analysis.text.find import loose
from tui_reader.messages import N_, _, in_every_language

FIELDS = {
    "speaker": N_("who said something"), "said": N_("words inside a quote"), "author": N_("the author"),
    "site": N_("the site or paper"), "after": N_("from a day on, year first"), "before": N_("before a day"),
    "on": N_("a day, a month or a year"), "lang": N_("the language, as fr"), "is": N_("unread, starred or clipped"),
    "has": N_("quotes or figures"), "figure": N_("a value: 300, >300, [3 TO 5]"),
    "unit": N_("the unit of a figure: EUR, km"), "counts": N_("what a figure counts"),
}  # fmt: skip
"""Their names, and what they ask for."""
_TYPED = {
    "speaker": N_("speaker:"), "said": N_("said:"), "author": N_("author:"), "site": N_("site:"), "after": N_("after:"),
    "before": N_("before:"), "on": N_("on:"), "lang": N_("lang:"), "is": N_("is:"), "has": N_("has:"),
    "figure": N_("figure:"), "unit": N_("unit:"), "counts": N_("counts:"),
}  # fmt: skip
"""How each is typed."""
_VALUES = {
    ("is", "unread"): N_("is:unread"), ("is", "starred"): N_("is:starred"), ("is", "clipped"): N_("is:clipped"),
    ("has", "quotes"): N_("has:quotes"), ("has", "figures"): N_("has:figures"),
}  # fmt: skip
"""How the values are typed that have a name."""


def typed_fields() -> dict[str, str]:
    """How the fields are typed in the language that is spoken now, and what they ask for."""
    return {_(_TYPED[name]): _(meaning) for name, meaning in FIELDS.items()}


def field_named(typed: str) -> str | None:
    """The field that is typed so, without its colon; None where there is none."""
    return _names().get(_bare(typed))


def value_named(field: str, typed: str) -> str | None:
    """The value of a field that is typed so; None where it has no such value."""
    return _value_names().get((field, _bare(typed)))


@cache
def _names() -> dict[str, str]:
    return {one.rstrip(":"): name for name, words in _TYPED.items() for one in _every_form(name, words)}


@cache
def _value_names() -> dict[tuple[str, str], str]:
    return {
        (field, one.rpartition(":")[2]): value
        for (field, value), words in _VALUES.items()
        for one in _every_form(value, words)
    }


def _every_form(name: str, words: str) -> Iterable[str]:
    return map(_bare, (name, *in_every_language(words)))


def _bare(text: str) -> str:
    """A text without case and accents, however these are encoded."""
    return loose(normalize("NFC", text))
