"""A source that a quotation names by a role alone, and the next quotation by name."""

from __future__ import annotations

from msgspec.structs import replace

from tui_reader.analysis.quotes.context import Proposal
from tui_reader.analysis.quotes.state import MARKS, AttributionState
from tui_reader.analysis.syntax.grammar import compatible
from tui_reader.analysis.text.segmentation import fold
from tui_reader.model import Quote

_RULE = "after.verb-source"  # by which a name stands behind its quotation


def is_late_name(state: AttributionState, quote: Quote, proposal: Proposal) -> bool:
    """`La ministre dément « … ». « … », dit Ève Haddad.`: whether a quotation gives the name of the last source.

    It follows at once, and nothing else is known of who is named; the role of the last source is nobody else's.
    """
    mention, source = proposal.source.mention, state.sources[-1] if state.sources else None
    if source is None or mention is None or proposal.rule != _RULE or mention.role or mention.kind != "person":
        return False
    last, name = state.attributed[-1], state.resolver.names.fullest(mention.name)
    between = state.raw[last.sentence.end : quote.sentence.start]
    follows = last.speaker == source.speaker and "\n" not in between and not between.strip(MARKS)
    is_role = last.how == "role" and source.kind == "singular" and source.speaker[0].islower()
    is_new = " " in name and state.resolver.introduces(mention) and not state.resolver.has_role(name)
    gender = state.resolver.names.gender(name)
    return follows and is_role and is_new and compatible(gender, source.gender) and _is_definite(state, last)


def give_late_name(state: AttributionState, name: str) -> None:
    """Give the name to the last source, wherever a quotation names it by its role."""
    role = state.sources[-1].speaker
    state.attributed[:] = [
        replace(quote, speaker=name) if quote.speaker == role and quote.how in ("role", "pronoun", "none") else quote
        for quote in state.attributed
    ]
    state.sources[:] = [replace(source, speaker=name) if source.speaker == role else source for source in state.sources]


def _is_definite(state: AttributionState, quote: Quote) -> bool:
    """True if a definite article stands before the role of a source."""
    words = fold(quote.speaker_span.of(state.raw)).replace("'", " ").split() if quote.speaker_span else []
    return bool(words) and words[0] in state.grammar.definite
