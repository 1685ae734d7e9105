"""Untrusted text made safe to show: one code point in, one code point out, so every offset holds on both sides.

What acts on a terminal, hides or reorders text becomes a visible stand-in; words a person can see stay as they are.
The clipboard has a door of its own, `copyable`, because a pasted text may act on a shell.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MOST_MARKS = 8  # combining marks on one base; more is a flood, never a word

_BLANKS = "\t\v\f\x85\u2028\u2029"
_HIDDEN = [
    *range(0x80, 0xA0),  # C1 controls
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070),  # direction controls
    0x200B, *range(0x2060, 0x2066), 0xFEFF, 0x180E,  # zero width
    0x115F, 0x1160, 0x3164, 0xFFA0,  # fillers that draw nothing
    *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),  # annotation marks, tags
    *range(0xD800, 0xE000),  # lone surrogates
    *range(0xFDD0, 0xFDF0), *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),  # non-characters
]  # fmt: skip
_STAND_INS: dict[int, str] = {
    **dict.fromkeys(_HIDDEN, REPLACEMENT),
    **{code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A},
    0x7F: "\N{SYMBOL FOR DELETE}",
    0xAD: "\N{HYPHENATION POINT}",
    **dict.fromkeys(map(ord, _BLANKS), " "),
}
# A run this long of anything but Latin letters and general punctuation may hold too many marks on one base.
_MAYBE_MARKS = re.compile(rf"[^\x00-\u02ff\u2000-\u200b\u200e-\u206f]{{{MOST_MARKS + 1},}}")


def displayable(text: str) -> str:
    """`text` with a stand-in for each code point that must not reach a terminal; line feeds stay.

    Idempotent and linear; the result has the length of `text`.
    """
    return _MAYBE_MARKS.sub(_thin_marks, text.translate(_STAND_INS))


def display_lines(text: str) -> str:
    """`displayable`, every line end a line feed: for texts of several lines that leave the program."""
    return displayable(text.replace("\r\n", "\n").replace("\r", "\n"))


def display_line(text: str) -> str:
    """`displayable`, on one line: for titles, names of files, messages."""
    return displayable(text.replace("\r\n", "  ").replace("\r", " ")).replace("\n", " ")


def copyable(text: str) -> str:
    """`text` as it may go to a clipboard: one line a paragraph, nothing that acts or hides, no line feed at the end.

    Paragraphs are what blank lines separate; a line end inside one becomes a blank.
    """
    paragraphs = re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (" ".join(displayable(paragraph).split("\n")).strip() for paragraph in paragraphs)
    return "\n".join(line for line in lines if line)


def _thin_marks(run: re.Match[str]) -> str:
    shown: list[str] = []
    marks = 0
    for character in run.group():
        zero_width = character in "\u200c\u200d" or unicodedata.category(character) in ("Mn", "Me")
        marks = marks + 1 if zero_width else 0
        shown.append(REPLACEMENT if marks > MOST_MARKS else character)
    return "".join(shown)
