"""Know what a site says to its readers in whole sentences: invitations, pleas, notices, how to write to it."""

from __future__ import annotations

from functools import cache

from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit, phrases
from tui_reader.analysis.cleaning.metadata import site_of_foot
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.text.segmentation import fold

_LONGEST_SHORT_NAME = 5  # letters


def site_talk(draft: PageDraft) -> frozenset[int]:
    """The lines that may be the site's own words to its readers, by index."""
    site_names = tuple(f"{fold(site)} " for site in map(site_of_foot, draft.blocks) if site)
    return frozenset(index for index in range(len(draft.lines)) if _may_be_site_talk(draft, index, site_names))


def _may_be_site_talk(draft: PageDraft, index: int, site_names: tuple[str, ...]) -> bool:
    block, line = draft.blocks[index], draft.lines[index]
    if block.doubtful or line.folded.startswith(site_names):
        return True
    if not block.kept or not line.ends_sentence or line.quotes_words:
        return False
    is_notice = phrases("notice").count_in(line) > 0 or phrases("consent").count_in(line) >= limit(
        "fewest_consent_signs"
    )
    is_invitation = not line.words.isdisjoint(_invitation_words()) or len(line.words & _networks()) > 1
    return is_notice or is_invitation or (speaks_of_site(line) and not line.words.isdisjoint(_reader_words()))


def speaks_of_site(line: Line) -> bool:
    """Whether a line has a word with which a site speaks of itself: "we", "our"."""
    return not line.words.isdisjoint(_site_words())


@cache
def _site_words() -> frozenset[str]:
    return frozenset().union(*(language.cleaning.site_words for language in every_language()))


@cache
def _reader_words() -> frozenset[str]:
    """The words with which a site speaks to its reader: "you", "your"."""
    return frozenset().union(*(language.cleaning.reader_words for language in every_language()))


@cache
def _invitation_words() -> frozenset[str]:
    """The words with which a site invites its reader to something: "subscribe"."""
    return frozenset().union(*(language.cleaning.invitation_words for language in every_language()))


@cache
def _networks() -> frozenset[str]:
    """The names of networks that are no short words, by those of their hosts: "facebook"."""
    hosts = (host.split(".") for host in common_data().cleaning.hosts_of_others)
    return frozenset(parts[0] for parts in hosts if len(parts) == 2 and len(parts[0]) > _LONGEST_SHORT_NAME)
