"""Whether quoted words report what somebody said, or name a thing, a title, a word."""

from __future__ import annotations

from tui_reader.analysis.quotes.context import Proposal, QuoteContext, past_marks, said_by_nobody
from tui_reader.analysis.quotes.non_speech import FEW, FEWEST_WORDS, names_something, takes_at_once
from tui_reader.analysis.text.segmentation import WORD

SURE = 0.65  # the weight from which a source makes any words speech
_STOPS = (".", "!", "?", "…")


def is_speech(context: QuoteContext, best: Proposal | None, elsewhere: bool) -> bool:
    """Whether the quoted words are somebody's; `elsewhere`: the same words stand in the text without marks."""
    words = WORD.findall(context.words)
    if names_something(context, best, words):
        return False
    if len(words) <= FEW and elsewhere and not (best and takes_at_once(context, best)):
        return False
    if (best and best.weight >= SURE) or _is_uttered(context):
        return True
    return len(words) >= FEWEST_WORDS or context.words.endswith(_STOPS)


def _is_uttered(context: QuoteContext) -> bool:
    """`chanting “…”`, `« … », dit-on`: a verb of saying stands beside the words, whoever says them."""
    if context.at > 0 and context.clauses.is_cue(context.at - 1, saying=True):
        return True
    return said_by_nobody(context, past_marks(context, context.at + 1)) is not None
