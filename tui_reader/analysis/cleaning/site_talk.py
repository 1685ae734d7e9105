"""Know what a site says to its readers in whole sentences: invitations, pleas, notices, how to write to it."""

from __future__ import annotations

from functools import cache

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import limit, phrases
from tui_reader.analysis.lexicon import every_language


def site_talk(draft: PageDraft) -> frozenset[int]:
    """The lines that may be the site's own words to its readers, by index."""
    return frozenset(index for index in range(len(draft.lines)) if _may_be_site_talk(draft, index))


def _may_be_site_talk(draft: PageDraft, index: int) -> bool:
    block, line = draft.blocks[index], draft.lines[index]
    if block.doubtful:
        return True
    if not block.kept or not line.ends_sentence or line.quotes_words:
        return False
    is_notice = phrases("notice").count_in(line) > 0 or phrases("consent").count_in(line) >= limit(
        "fewest_consent_signs"
    )
    return is_notice or all(not line.words.isdisjoint(words) for words in _words_of_address())


@cache
def _words_of_address() -> tuple[frozenset[str], frozenset[str]]:
    """The words for who speaks and for who is spoken to: "we", "our"; "you", "your"."""
    cleaning = [language.cleaning for language in every_language()]
    speakers, readers = ([getattr(one, name) for one in cleaning] for name in ("site_words", "reader_words"))
    return frozenset().union(*speakers), frozenset().union(*readers)
