"""Short forms of names: acronyms, initials, last names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.text.segmentation import fold

_SHORTEST_ACRONYM = 2  # letters
_LONGEST_ABBREVIATION = 3  # letters of a first name that is cut short: `J-M`
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_WITHOUT_ACCENTS = str.maketrans("ÀÂÉÈÊËÎÏÔÖÙÛÜÇ", "AAEEEEIIOOUUUC")


def find_acronyms(chunks: Sequence[Chunk]) -> Iterator[tuple[str, str]]:
    """The acronyms that a sentence explains in brackets, each with its full form.

    `Organisation maritime internationale (OMI)`, and the other way round.
    """
    for index in range(1, len(chunks) - 1):
        if chunks[index].low != "(":
            continue
        before, after = chunks[index - 1].mention, chunks[index + 1].mention
        if before is None or after is None:
            continue
        for acronym, phrase in ((after.words, before.words), (before.words.split()[-1], after.words)):
            full_form = _full_form(acronym, phrase)
            if full_form:
                yield acronym, full_form


def _full_form(acronym: str, phrase: str) -> str | None:
    """The shortest end of a phrase whose words begin with the letters of an acronym, in order."""
    if not acronym.isupper() or len(acronym) < _SHORTEST_ACRONYM or " " in acronym:
        return None
    letters = acronym.translate(_WITHOUT_ACCENTS)
    word_starts = [match.start() for match in _WORD_START.finditer(phrase)]
    for first in range(len(word_starts) - 2, -1, -1):
        initials = iter(phrase[start].upper().translate(_WITHOUT_ACCENTS) for start in word_starts[first:])
        if all(letter in initials for letter in letters):
            return phrase[word_starts[first] :]
    return None


@lru_cache(maxsize=10_000)  # a name is compared with the same others again and again
def is_short_form(name: str, full_name: str) -> bool:
    """True if `name` may be a short form of `full_name`: `Macron`, `V. Sapounov`, `J-M Ayrault`, `Lopez Ruiz`."""
    short, full = fold(name).split(), fold(full_name).split()
    if not short or short[-1] != full[-1] or len(short) > len(full):
        return False
    if len(short) == 1 or short[0] == full[0] or short == full[-len(short) :]:
        return True
    letters = [part[0] for part in full[0].split("-")]
    if short[0].replace("-", "").split(".") == [*letters, ""]:  # `J.-P.`
        return True
    return len(short[0].rstrip(".")) <= _LONGEST_ABBREVIATION and short[0][0] == full[0][0]


def initials_of(name: str) -> str:
    """The capitals with which the parts of a name begin."""
    return "".join(part[0] for part in re.split(r"[ -]", name) if part and part[0].isupper())
