"""Find the characters that stand for others: what no writer means, but pages, scripts and wrong encodings leave behind.

These are character references ("&eacute;"), accents apart from their letters, ligatures, marks and blanks without
width, other blanks and line ends than those of keyboards, UTF-8 that was read as Windows-1252 ("dÃ©jÃ\xa0 vu"), and
what stands for a blank that was lost inside a number ("12?000").
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.repaired_text import without_overlap
from tui_reader.model import Edit, Rewording, Span


class _CharacterRule(NamedTuple):
    """The name of a repair, the pattern of what is damaged, and what each match becomes."""

    name: str
    pattern: re.Pattern[str]
    meant: Callable[[str], str]


_NO_BREAK_SPACE = "\u00a0"
_MISREAD_LETTERS = [chr(code) for code in range(0xC0, 0x180) if chr(code).isalpha()]
_MISREAD_SIGNS = "‘’“”„«»–—…•·€°£§©²³½¡¿\u00a0\u202f\u2009\u200b\u00ad\ufeff"
_MISREAD_BEGINNINGS = ("\u00c2", "\u00c3", "\u00e2\u20ac")
_MISREAD = re.compile(r"\u00c3|\u00e2\u20ac|\u00c2[\u00a0-\u00bf ]")
_ACCENT = "[\u0300-\u036f]"
_WITHOUT_WIDTH = "[\u180e\u200b\u200c\u2060-\u2064\ufeff]"
_SOFT_HYPHEN = "\u00ad(?!(?<=\\w\u00ad)[ \\t]*[\\r\\n])"  # but for one that divides a word at a line end
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")  # what hides in one is a trap: it is left for all to see
_A_GRAVE = "\u00c3 ?(?= )"  # "à" as "Ã": the second half became a plain blank, or one with the blank after it


def character_edits(raw: str) -> list[Edit]:
    """The edits that make each damaged character the one that was meant, in order and without overlap."""
    edits = [edit for rule in _RULES for edit in _edits(raw, rule)] if _may_be_damaged(raw) else []
    if any(map(raw.__contains__, _MISREAD_BEGINNINGS)) and _MISREAD.search(raw):
        edits += _edits(raw, _CharacterRule("mojibake", _misread_pattern(), _misread))
    if not edits:
        return []
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(raw)]
    return [edit for edit in without_overlap(edits) if edit.rule == "entity" or not _meets_any(edit.span, addresses)]


def _meets_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch meets one of `others`, which are in order."""
    index = bisect_right(others, span)
    return any(span.meets(other) for other in others[max(0, index - 1) : index + 1])


def _may_be_damaged(text: str) -> bool:
    """Whether a text has a sign that a rule looks for; most texts have none, and no rule is tried."""
    return _SIGN.search(text) is not None or _LOST_BLANK.search(text) is not None


def _edits(raw: str, rule: _CharacterRule) -> Iterator[Edit]:
    for match in rule.pattern.finditer(raw):
        meant = rule.meant(match.group())
        if meant != match.group():
            yield Edit(Span(*match.span()), meant, rule.name)


def _referred(reference: str) -> str:
    """What a character reference stands for, one written twice over included; unknown ones stand for themselves."""
    meant = html.unescape(html.unescape(html.unescape(reference)))
    return reference if meant.startswith("&") and meant.endswith(";") else _plain(meant)


def _plain(meant: str) -> str:
    """Characters without width left out, and other blanks and line ends as a keyboard has them."""
    edits = without_overlap(edit for rule in _RULES[1:] for edit in _edits(meant, rule))
    return Rewording.build(meant, [(Span(0, len(meant)), edits)]).text.replace("\r", " ").replace("\n", " ")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_RULES = (
    _CharacterRule("entity", re.compile(r"&(?:#?\w{1,32};){1,3}", re.ASCII), _referred),
    _CharacterRule("accent", re.compile(rf"\w{_ACCENT}+"), _composed),
    _CharacterRule("ligature", re.compile("[\ufb00-\ufb06]"), lambda text: unicodedata.normalize("NFKC", text)),
    _CharacterRule("soft-hyphen", re.compile(f"(?:{_WITHOUT_WIDTH}|{_SOFT_HYPHEN})+"), lambda _text: ""),
    _CharacterRule("direction-mark", re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"), lambda _text: ""),
    _CharacterRule("blanks", re.compile("[\u2004-\u200a\u205f]"), lambda _text: "\u202f"),
    _CharacterRule("blanks", re.compile("[\u1680\u2000-\u2003\u3000]"), lambda _text: " "),
    _CharacterRule("line-end", re.compile("[\u0085\u2028\u2029\x0b\x0c\x1c-\x1e]"), lambda _text: "\n"),
    _CharacterRule(
        "blanks",
        re.compile(r"(?<![\d|])\d{1,3}[?|_\ufffd](?=\d{3}(?![\d|]))"),
        lambda text: f"{text[:-1]}{_NO_BREAK_SPACE}",
    ),
)
"""Every rule but that of misread UTF-8."""
_SIGN = re.compile(
    "[&\u0300-\u036f\ufb00-\ufb06\u180e\u200b\u200c\u2060-\u2064\ufeff\u00ad\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\u2000-\u200a\u205f\u1680\u3000\u0085\u2028\u2029\x0b\x0c\x1c-\x1e]"
)
_LOST_BLANK = re.compile(r"[?|_\ufffd](?=\d)")
"""One of these stands in each match of the rules."""


def _misread(text: str) -> str:
    return _misread_forms().get(text, "\u00e0")


@cache
def _misread_forms() -> dict[str, str]:
    """What each character of European print becomes when its UTF-8 is read as Windows-1252, once or twice."""
    forms = {f"{_as_windows(_NO_BREAK_SPACE)[0]} ": " "}  # where the second half became a plain blank
    for meant in [*_MISREAD_LETTERS, *_MISREAD_SIGNS]:
        once = _as_windows(meant)
        forms[once] = forms[_as_windows(once)] = meant if meant.isprintable() or meant.isspace() else ""
    return forms


def _as_windows(text: str) -> str:
    """The text's UTF-8 as browsers read Windows-1252: the bytes it leaves open are control characters."""
    data = text.encode()
    return "".join(byte.to_bytes().decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in data)


@cache
def _misread_pattern() -> re.Pattern[str]:
    return re.compile(f"{any_of(_misread_forms())}|{_A_GRAVE}")
