"""What the values of a query mean, in any language: amounts as articles write them, units, languages and things."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import every_language, language_name, languages
from tui_reader.analysis.text.find import loose
from tui_reader.messages import LANGUAGES, spoken

_IN_AMOUNT = re.compile(r"(?<=\d)['\s](?=\d{3}(?!\d)|[%€$£])")
"""What parts the digits of an amount, or its sign from them: `50 000`, `10 %`."""

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # a comma before three digits: `1,200`
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


class Amount(NamedTuple):
    """A number, and its unit as the index has it; empty where only the number was typed."""

    number: float
    unit: str = ""


def amount_named(typed: str) -> Amount | None:
    """The amount that is typed: `300`, `1,5`, `10%`, `3 millions d'euros`; None where it is none."""
    from tui_reader.analysis.corrections.figures import read_amount  # noqa: PLC0415 - only this field needs it

    bare = _THOUSANDS.sub("", _IN_AMOUNT.sub("", typed))
    if _NUMBER.fullmatch(bare):
        return Amount(float(bare.replace(",", ".")))
    read = (read_amount(bare, language) for language in _spoken_first())
    amount = next(filter(None, read), None)
    return Amount(amount[0], loose(amount[1] or "")) if amount else None


def units_named(typed: str) -> tuple[str, ...]:
    """The units that are typed so, as the index has them: of `euros`, itself and that of EUR."""
    from tui_reader.analysis.corrections.figures import read_unit  # noqa: PLC0415 - only this field needs it

    return tuple(dict.fromkeys([loose(typed), *(loose(read_unit(typed, language)) for language in languages())]))


def languages_named(typed: str) -> tuple[str, ...]:
    """The languages that have the code or the name that is typed, whatever language it is in: of `anglais`, `en`."""
    return tuple(code for code in languages() if any(loose(name) == loose(typed) for name in _names_of(code)))


def _names_of(code: str) -> list[str]:
    return [code, *(language_name(code, other) for other in (*LANGUAGES, code))]


@cache
def things_named(word: str) -> tuple[str, ...]:
    """The things of the lexicon that a word names, in any language."""
    return tuple(
        name
        for language in every_language()
        for name, forms in language.evidence.things.items()
        if any(loose(form.rstrip("*")) == word for form in forms)
    )


def _spoken_first() -> list[str]:
    return sorted(languages(), key=lambda code: code != spoken())
