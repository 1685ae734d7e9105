"""Every sign that stands on the screen and what it means: widgets and help use the same table. No widget here."""

from __future__ import annotations

import msgspec

from tui_reader.messages import N_


class Sign(msgspec.Struct, frozen=True):
    """A sign, what stands for it on a terminal that has ASCII alone, and what it means."""

    sign: str
    ascii: str
    meaning: str

    def shown(self, *, ascii_only: bool) -> str:
        """The sign as such a terminal, or any other, shows it."""
        return self.ascii if ascii_only else self.sign


UNREAD = Sign("●", "@", N_("not read yet"))
READ = Sign("○", "o", N_("read"))
STAR = Sign("★", "*", N_("marked with a star"))
RELATED = Sign("↳", "\\", N_("a related headline that stands in the text of the article"))
ALIKE = Sign("+", "+", N_("so many more articles with nearly the same text: +1, +2"))
SAME_TEXT = Sign("=", "=", N_("another file with the same text"))

IN_SIGHT = Sign("▸", ":", N_("a figure or quote that is in sight in the article"))
KEPT = Sign("◆", "#", N_("kept as a clipping"))
ABOUT = Sign("≈", "~", N_("about"))
AT_LEAST = Sign("≥", ">=", N_("at least"))
AT_MOST = Sign("≤", "<=", N_("at most, up to"))
MORE_THAN = Sign(">", ">", N_("more than"))
LESS_THAN = Sign("<", "<", N_("less than"))
TIMES = Sign("×", "x", N_("how often the figure stands in the text: ×2, ×3"))

_QUALIFIERS = {
    "about": ABOUT,
    "more_than": MORE_THAN,
    "less_than": LESS_THAN,
    "at_least": AT_LEAST,
    "at_most": AT_MOST,
    "up_to": AT_MOST,
}


def qualifier_sign(qualifier: str | None, *, ascii_only: bool) -> str:
    """The sign of what qualifies a figure; nothing where it is exact."""
    sign = _QUALIFIERS.get(qualifier or "")
    return sign.shown(ascii_only=ascii_only) if sign else ""


CURSOR = Sign("▎", ">", N_("the cursor: what y, Y, a and i act on"))
POST = Sign("│", "|", N_("a post that the article shows"))
DROPPED = Sign("┄", "-", N_("why what follows was left out, or that it was put back, in the raw text"))

MARKED = Sign("✓", "&", N_("marked in the list of what was left out, to be put back or taken out"))
DIFFERS = Sign("≠", "/", N_("in the evidence: it contradicts another one, or has other words or another speaker"))

WARNING = Sign("!", "!", N_("something went wrong: in the list, the text cannot be read"))
DOUBT = Sign("?", "?", N_("in doubt: a word of a damaged headline, or who speaks"))
CORRECTED = Sign("✎", "%", N_("corrected by the reader"))
CUT = Sign("…", ".", N_("cut, for lack of room"))


def doubted(words: str) -> str:
    """Words with the sign of doubt behind them."""
    return f"{words} {DOUBT.sign}"


IN_LIST = (UNREAD, READ, STAR, RELATED, ALIKE, SAME_TEXT)
IN_SIDE = (IN_SIGHT, KEPT, ABOUT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, TIMES)
IN_ARTICLE = (CURSOR, POST, DROPPED)
EVERYWHERE = (WARNING, DOUBT, CORRECTED, MARKED, DIFFERS, CUT)
SIGNS = (*IN_LIST, *IN_SIDE, *IN_ARTICLE, *EVERYWHERE)
"""All of them, as the help lists them."""
