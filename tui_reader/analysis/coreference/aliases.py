"""Short forms of names: acronyms, initials, last names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui_reader.analysis.syntax.chunker import Chunk
from tui_reader.analysis.text.segmentation import fold

_FEWEST_ACRONYM = 2  # letters
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_BARE = str.maketrans("ÀÂÉÈÊËÎÏÔÖÙÛÜÇ", "AAEEEEIIOOUUUC")


def spelled_out(chunks: Sequence[Chunk]) -> Iterator[tuple[str, str]]:
    """`Organisation maritime internationale (OMI)` and the other way round: the acronym and what it stands for."""
    for at in range(1, len(chunks) - 1):
        first, second = chunks[at - 1].mention, chunks[at + 1].mention
        if first is None or second is None or chunks[at].low != "(":
            continue
        for acronym, words in ((second.words, first.words), (first.words.split()[-1], second.words)):
            full = _full_form(acronym, words)
            if full:
                yield acronym, full


def _full_form(acronym: str, words: str) -> str | None:
    """The end of a phrase whose words begin with the letters of an acronym, in order: the shortest such end."""
    if not acronym.isupper() or len(acronym) < _FEWEST_ACRONYM or " " in acronym:
        return None
    letters = acronym.translate(_BARE)
    starts = [match.start() for match in _WORD_START.finditer(words)]
    for number in range(len(starts) - 1, -1, -1):
        initials = iter(words[start].upper().translate(_BARE) for start in starts[number:])
        if len(starts) - number > 1 and all(letter in initials for letter in letters):
            return words[starts[number] :]
    return None


def is_short_of(name: str, full: str) -> bool:
    """Whether `name` may be a short form of `full`: `Macron`, `V. Sapounov`, `J-M Ayrault`, `Lopez Ruiz`."""
    mine, theirs = fold(name).split(), fold(full).split()
    if not mine or mine[-1] != theirs[-1] or len(mine) > len(theirs):
        return False
    if len(mine) == 1 or mine[0] == theirs[0] or mine == theirs[-len(mine) :]:
        return True
    return len(mine[0].rstrip(".")) <= 3 and mine[0][0] == theirs[0][0]


def initials_of(name: str) -> str:
    """The capitals with which the parts of a name begin."""
    return "".join(part[0] for part in re.split(r"[ -]", name) if part and part[0].isupper())
