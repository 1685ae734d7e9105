"""How a sentence says whose words a quotation holds: each construction proposes a source, its cue and a weight.

A construction looks at the chunks of one sentence and at the place of one quotation among them. It knows nothing of
the others: whoever calls them weighs what they propose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_reader.analysis.quotes.context import Proposal, QuoteContext
from tui_reader.analysis.quotes.cues.after import (
    partner_of_talk,
    place_of_nobody,
    source_then_verb,
    source_then_verb_later,
    unknown_verb_then_source,
    verb_then_one_of_them,
    verb_then_source,
    verb_then_source_later,
    viewpoint_after,
)
from tui_reader.analysis.quotes.cues.before import (
    place_of_nobody_before,
    source_and_verb_before,
    source_before_colon,
    subject_of_quoted_verb,
    subject_of_sentence,
    verb_and_source_inserted,
)
from tui_reader.analysis.quotes.cues.frames import (
    according_to_source,
    bearer_of_words,
    owner_of_page,
    owner_of_words,
    source_of_passive,
    viewpoint_of_source,
)

Construction = Callable[[QuoteContext], Iterator[Proposal]]

CONSTRUCTIONS: tuple[Construction, ...] = (
    verb_then_source,
    place_of_nobody,
    place_of_nobody_before,
    verb_then_one_of_them,
    unknown_verb_then_source,
    verb_then_source_later,
    source_then_verb,
    source_then_verb_later,
    source_and_verb_before,
    source_before_colon,
    according_to_source,
    viewpoint_of_source,
    viewpoint_after,
    verb_and_source_inserted,
    source_of_passive,
    owner_of_words,
    partner_of_talk,
    owner_of_page,
    bearer_of_words,
    subject_of_quoted_verb,
    subject_of_sentence,
)
