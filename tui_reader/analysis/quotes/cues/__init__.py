"""The cue constructions: how a sentence names the source of a quotation in it.

Each construction looks at the chunks of one sentence and at one quotation among them, and proposes sources, each with
its cue and a weight. Constructions know nothing of one another: `attribution` ranks what they propose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from tui_reader.analysis.quotes.context import Proposal, QuoteContext
from tui_reader.analysis.quotes.cues import after, before, frames

Construction = Callable[[QuoteContext], Iterator[Proposal]]

CONSTRUCTIONS: tuple[Construction, ...] = (
    after.verb_then_source,
    after.impersonal_verb_then_place,
    before.place_then_impersonal_verb,
    after.verb_then_one_of_them,
    after.unlisted_verb_then_source,
    after.verb_then_source_later,
    after.source_then_verb,
    after.source_then_unlisted_verb,
    after.source_who_put_it,
    after.source_of_predicate,
    after.source_then_verb_later,
    before.source_then_verb,
    before.source_without_verb,
    before.source_then_colon,
    frames.according_to_source,
    frames.viewpoint_of_source,
    after.viewpoint_of_source,
    before.document_then_provision,
    before.inserted_verb_then_source,
    before.source_who_put_it,
    frames.agent_of_passive,
    frames.who_is_reproached,
    frames.owner_of_words,
    frames.owner_of_borrowed_words,
    frames.maker_of_wording,
    after.interview_with_source,
    frames.owner_of_page,
    frames.bearer_of_words,
    before.source_then_quoted_verb,
    before.subject_of_sentence,
)
"""All constructions. Of two proposals of the same weight, that of the construction that stands first here wins."""


def constructions_for(context: QuoteContext) -> Sequence[Construction]:
    """Those that may find a source: not before a quotation that opens its sentence, nor after one that ends it."""
    is_first = context.quote_index == 0
    is_last = all(chunk.kind == "mark" for chunk in context.chunks[context.quote_index + 1 :])
    return _constructions_without((before.__name__ if is_first else "", after.__name__ if is_last else ""))


@cache
def _constructions_without(modules: tuple[str, ...]) -> tuple[Construction, ...]:
    """All constructions but for those of some modules."""
    return tuple(construction for construction in CONSTRUCTIONS if construction.__module__ not in modules)
