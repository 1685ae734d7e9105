"""What happens to texts on their way: marks lost, letters misread, words divided, line ends changed."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from random import Random

MARKS = ("«", "»", "“", "”", "„", '"', "‘", "’", "'", "—", "–", "-", "(", ")", "[", ":", ",", ".", "…", "!", "?", ";")
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\n \n")
BLANKS = (" ", "\u00a0", "\u202f", "\t", "  ")
INVISIBLE = ("\u00ad", "\u200b", "\ufeff", "\u2060")

Damage = Callable[[str, Random], str]


def _misread(text: str) -> str:
    """UTF-8 that was read as Windows-1252, as browsers do: what it leaves open are control characters."""
    found = (byte.to_bytes() for byte in text.encode("utf-8", "replace"))
    return "".join(one.decode("cp1252", "ignore") or chr(one[0]) for one in found)


def with_mark(text: str, random: Random) -> str:
    """A mark more, anywhere."""
    return _insert(text, random.choice(MARKS), random.randint(0, len(text)))


def without_mark(text: str, random: Random) -> str:
    """One of the marks lost: what it opened or closed stays open."""
    places = [at for at, sign in enumerate(text) if sign in "«»“”„\"‘’'()"]
    return _replace(text, random.choice(places), "") if places else text


def with_another_mark(text: str, random: Random) -> str:
    """One mark in the place of another."""
    places = [at for at, sign in enumerate(text) if sign in MARKS]
    return _replace(text, random.choice(places), random.choice(MARKS)) if places else text


def with_line_end(text: str, random: Random) -> str:
    """A line end anywhere, also inside a word."""
    return _insert(text, random.choice(LINE_ENDS), random.randint(0, len(text)))


def with_other_blank(text: str, random: Random) -> str:
    """Another blank, or none, between two words."""
    places = [at for at, sign in enumerate(text) if sign == " "]
    return _replace(text, random.choice(places), random.choice((*BLANKS, *LINE_ENDS, ""))) if places else text


def with_invisible(text: str, random: Random) -> str:
    """A soft hyphen or a blank without width inside a word."""
    return _insert(text, random.choice(INVISIBLE), random.randint(0, len(text)))


def with_divided_word(text: str, random: Random) -> str:
    """A word divided at a line end."""
    return _insert(text, random.choice(("-\n", "\u00ad\n", "\u2010\r\n")), random.randint(0, len(text)))


def with_misread_part(text: str, random: Random) -> str:
    """A part of the text misread."""
    start = random.randint(0, len(text))
    end = random.randint(start, min(len(text), start + 200))
    return text[:start] + _misread(text[start:end]) + text[end:]


def cut(text: str, random: Random) -> str:
    """What is left between two places."""
    start = random.randint(0, len(text))
    return text[start : random.randint(start, len(text))]


def with_lines_shuffled(text: str, random: Random) -> str:
    """The lines in another order."""
    lines = text.split("\n")
    random.shuffle(lines)
    return "\n".join(lines)


def with_line_repeated(text: str, random: Random) -> str:
    """A line that stands at another place, too."""
    lines = text.split("\n")
    lines.insert(random.randint(0, len(lines)), random.choice(lines))
    return "\n".join(lines)


def with_other_line_ends(text: str, random: Random) -> str:
    """All line ends of another kind."""
    return text.replace("\n", random.choice((*LINE_ENDS, " ", "")))


def wrapped(text: str, random: Random) -> str:
    """Each line wrapped as mail is, or in narrow columns."""
    width = random.choice((20, 38, 60, 72))
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def without_one_kind_of_mark(text: str, random: Random) -> str:
    """All marks of a kind lost."""
    return text.replace(random.choice("«»“”\"’'.,:—"), "")


SMALL: tuple[Damage, ...] = (
    with_mark, without_mark, with_another_mark, with_line_end, with_other_blank, with_invisible, with_divided_word,
    with_misread_part,
)  # fmt: skip
LARGE: tuple[Damage, ...] = (
    cut, with_lines_shuffled, with_line_repeated, with_other_line_ends, wrapped, without_one_kind_of_mark,
)  # fmt: skip


def damaged(text: str, random: Random, kinds: tuple[Damage, ...], most: int) -> str:
    """The text with up to `most` damages of these kinds."""
    for _ in range(random.randint(0, most)):
        text = random.choice(kinds)(text, random)
    return text


def _insert(text: str, sign: str, at: int) -> str:
    return text[:at] + sign + text[at:]


def _replace(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at + 1 :]
