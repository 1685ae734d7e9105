"""What happens to texts on their way: marks lost, letters misread or escaped, words divided, line ends changed."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable
from random import Random

MARKS = (
    *("«", "»", "“", "”", "„", '"', "‘", "’", "'", "‚", "‹", "›", "<<", ">>", "''", "\u00a0»", "« ", "|"),
    *("—", "–", "-", "(", ")", "[", ":", ",", ".", "…", "!", "?", ";", "&", "/", "*", "#"),
)
LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\n \n")
BLANKS = (" ", "\u00a0", "\u202f", "\t", "  ")
INVISIBLE = ("\u00ad", "\u200b", "\ufeff", "\u2060", "\u200e", "\u202e", "\u202c", "\u2066", "\u2069", "\u0301")
JUNK = (
    "?",
    "_",
    "|",
    "\ufffd",
    "\u200b",
    "\u00ad",
    "\u202f",
    "\u2009",
    "&nbsp;",
    "&#8239;",
    "\n",
    " ",
    ".",
    ",",
    "'",
    "",
)

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
    start, end = _part(text, random)
    return text[:start] + _misread(text[start:end]) + text[end:]


def with_entities(text: str, random: Random) -> str:
    """A part of the text escaped as HTML, once or twice; the part may end within an entity."""
    start, end = _part(text, random)
    part = text[start:end]
    for _ in range(random.randint(1, 2)):
        part = html.escape(part.encode("ascii", "xmlcharrefreplace").decode() if random.random() < 0.7 else part)
    return text[:start] + part[: random.randint(len(part) // 2, len(part))] + text[end:]


def with_junk_in_number(text: str, random: Random) -> str:
    """Something else in the place of a sign inside a number, or between its figures."""
    places = [match.start() for match in re.finditer(r"(?<=\d)[\s.,]?(?=\d)", text)]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice(JUNK) + text[at if text[at].isdigit() else at + 1 :]


def decomposed(text: str, random: Random) -> str:
    """A part of the text with its accents apart from their letters."""
    start, end = _part(text, random)
    return text[:start] + unicodedata.normalize("NFD", text[start:end]) + text[end:]


def in_capitals(text: str, random: Random) -> str:
    """A part of the text in capitals."""
    start, end = _part(text, random)
    return text[:start] + text[start:end].upper() + text[end:]


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


def wrapped_with_blank_lines(text: str, random: Random) -> str:
    """Each line wrapped, and the lines set apart by blank ones, as flattened pages have them."""
    return wrapped(text, random).replace("\n", "\n\n")


def with_table(text: str, random: Random) -> str:
    """The words of some lines in cells between bars."""
    lines = text.split("\n")
    start = random.randint(0, len(lines))
    rows = [f"| {' | '.join(line.split(' ', 3))} |" for line in lines[start : start + 5]]
    return "\n".join([*lines[:start], *rows, *lines[start + 5 :]])


def with_times(text: str, random: Random) -> str:
    """A time of day above each line, as tickers and live coverage have it, or at its beginning."""
    between = random.choice((" ", "\n", "\n\n"))
    return "\n".join(
        f"{number % 24:02}:{number % 60:02}{between}{line}" for number, line in enumerate(text.split("\n"))
    )


def without_one_kind_of_mark(text: str, random: Random) -> str:
    """All marks of a kind lost."""
    return text.replace(random.choice("«»“”\"’'.,:—"), "")


SMALL: tuple[Damage, ...] = (
    with_mark, without_mark, with_another_mark, with_line_end, with_other_blank, with_invisible, with_divided_word,
    with_misread_part, with_entities, with_junk_in_number, decomposed,
)  # fmt: skip
LARGE: tuple[Damage, ...] = (
    cut, with_lines_shuffled, with_line_repeated, with_other_line_ends, wrapped, without_one_kind_of_mark,
    wrapped_with_blank_lines, with_table, with_times, in_capitals,
)  # fmt: skip


def damaged(text: str, random: Random, kinds: tuple[Damage, ...], most: int) -> str:
    """The text with up to `most` damages of these kinds."""
    for _ in range(random.randint(0, most)):
        text = random.choice(kinds)(text, random)
    return text


def _part(text: str, random: Random) -> tuple[int, int]:
    """The start and the end of up to 200 characters."""
    start = random.randint(0, len(text))
    return start, random.randint(start, min(len(text), start + 200))


def _insert(text: str, sign: str, at: int) -> str:
    return text[:at] + sign + text[at:]


def _replace(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at + 1 :]
