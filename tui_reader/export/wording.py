"""Figures, quotes and numbers in words and signs, for the screen and for plain text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from tui_reader.messages import N_, _, spoken
from tui_reader.model import Article, CorrectedField, Figure

KINDS = {
    "count": N_("count"), "money": N_("money"), "percent": N_("percent"), "measure": N_("measure"),
    "duration": N_("duration"), "age": N_("age"), "ratio": N_("ratio"), "multiple": N_("multiple"),
    "score": N_("score"),
}  # fmt: skip
QUALIFIERS = {
    "about": N_("about"), "more_than": N_("more than"), "less_than": N_("less than"),
    "at_least": N_("at least"), "at_most": N_("at most"), "up_to": N_("up to"),
}  # fmt: skip
FIELD_NAMES: dict[CorrectedField, str] = {
    "title": N_("Title"), "byline": N_("Author"), "site": N_("Site"), "published": N_("Date"), "url": N_("Address"),
    "language": N_("Language"), "kept": N_("Block"), "present": N_("Added by hand"), "span": N_("Words"),
    "speaker": N_("Speaker"), "role": N_("Role"), "speech": N_("Speech"), "value": N_("Value"), "high": N_("Up to"),
    "unit": N_("Unit"), "what": N_("Of what"), "qualifier": N_("Said as"), "attribution": N_("Given by"),
}  # fmt: skip
"""What the fields that a reader may correct are called."""
MARK_NAMES = {"checked": N_("checked"), "doubtful": N_("doubtful"), "wrong": N_("wrong")}
CHANGES = {"up": N_("rising"), "down": N_("falling")}

_SIGNS = {"en": (",", "."), "fr": ("\u202f", ",")}
"""Between groups of three digits, and before decimals, by language (as CLDR has them)."""
_MARKS = {"en": (("“", "”"), ("‘", "’")), "fr": (("«\u00a0", "\u00a0»"), ("“", "”"))}
"""Quotation marks by language: around a quote, and around a quote inside it."""
_LIST_SEPARATORS = {"en": ",", "fr": ";"}
"""What separates the cells of a table as text: where a comma stands before decimals, it is a semicolon."""
_LARGEST_DENOMINATOR = 100
_BETWEEN = re.compile(r"\b(?:entre|between)\s+\Z", re.IGNORECASE)


def number(value: float) -> str:
    """A number with all its digits as people write it in the language that is spoken; a third is 1/3."""
    digits = Decimal(repr(value))
    fraction = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    if Fraction(digits) != fraction and float(fraction) == value:
        return f"{fraction.numerator}/{fraction.denominator}".replace("-", "−")
    whole, _point, decimals = f"{digits:f}".partition(".")
    group, point = _SIGNS.get(spoken(), _SIGNS["en"])
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", group)
    return ("−" if value < 0 else "") + grouped + (point + decimals if decimals else "")


def list_separator() -> str:
    """What separates the cells of a table as text in the language that is spoken."""
    return _LIST_SEPARATORS.get(spoken(), _LIST_SEPARATORS["en"])


def value_words(figure: Figure) -> str:
    """The value of a figure, of a range both ends, with its unit."""
    ends = [figure.value] if figure.high is None else [figure.value, figure.high]
    return " ".join(part for part in (" – ".join(map(number, ends)), figure.unit) if part)


def figure_in_brief(figure: Figure, article: Article) -> str:
    """A figure as the article gives it, with what qualifies it, the thing, and who gives it."""
    before = article.document.raw[max(0, figure.span.start - 20) : figure.span.start]
    between = _BETWEEN.search(before) if figure.high is not None else None
    qualifier = _(QUALIFIERS[figure.qualifier]) if figure.qualifier else None
    words = [qualifier, between and between.group().strip(), figure.clean]
    brief = "  ".join(part for part in (" ".join(word for word in words if word), figure.what) if part)
    if figure.change:
        change = _(CHANGES[figure.change])
        brief = f"{brief} ({change})"
    return f"{brief} — {figure.attribution}" if figure.attribution else brief


def quoted(text: str, language: str | None) -> str:
    """Words between the quotation marks of their language, or of the one that is spoken where it is not known.

    The same marks inside become those of a quote inside a quote, also where words begin or end inside one.
    """
    outer, inner = _MARKS.get(language or spoken(), _MARKS["en"])
    return outer[0] + _nested(text, outer, inner) + outer[1]


def _nested(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """`text`, the outer marks in them as inner ones; deeper, the two alternate."""
    opening, closing = outer[0].strip(), outer[1].strip()
    parts = re.split(rf"({opening}\s?|\s?{closing})", text)
    depth = 0
    for index, mark in enumerate(parts[1::2]):
        opens = mark.startswith(opening)
        depth = max(0, depth + (1 if opens else -1))
        level = depth if opens else depth + 1
        parts[2 * index + 1] = (inner if level % 2 else outer)[not opens]
    return "".join(parts)
