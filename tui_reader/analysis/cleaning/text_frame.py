"""Drop the page's own short lines around a text that is no whole page: above its title and below its last paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import is_menu_word, limit
from tui_reader.analysis.cleaning.metadata import authors

_OF_SITE = block_rules.OF_SITE.union(
    rule.name
    for rule in (
        block_rules.SITE_NAME, block_rules.RELATED_LABEL, block_rules.RELATED, block_rules.PRINT,
        block_rules.TITLE_OF_PAGE,
    )
)  # fmt: skip
_MOST_KICKER_WORDS = 3
_FEWEST_OF_SITE = 3  # lines of the site below the text that make a frame of what stands between them


def drop_frame(draft: PageDraft) -> None:
    """Drop short lines among the site's own lines: above the title two of these, below the text three.

    What stands there with fewer, or with numbers, may be the text's own list.
    """
    if draft.roles or draft.title_index is None or draft.markup.is_letter:
        return
    for index in _signatures(draft):
        draft.mark(index, "byline")
    for index in [*_above(draft, draft.title_index), *_below(draft)]:
        draft.drop(index, block_rules.PAGE_ABOVE if index < draft.title_index else block_rules.PAGE_BELOW)


def _above(draft: PageDraft, title_index: int) -> Iterator[int]:
    """The loose lines above the title, where two lines of the site stand there, too."""
    of_site = sum(_is_of_site(draft, index) for index in range(title_index))
    if of_site > 1:
        yield from (index for index in range(title_index) if _is_loose(draft, index))


def _is_of_site(draft: PageDraft, index: int) -> bool:
    """Whether a line is one of the site's own: an entry of a menu counts beside another one."""
    beside = (near for near in (index - 1, index + 1) if 0 <= near < len(draft.lines))
    is_entry = is_menu_word(draft.lines[index]) and any(is_menu_word(draft.lines[near]) for near in beside)
    return draft.blocks[index].rule in _OF_SITE or is_entry


def _below(draft: PageDraft) -> Iterator[int]:
    """The lines below the last paragraph between lines of the site, no more than these, and without numbers."""
    tail = _tail(draft)
    of_site = [index for index in tail if draft.blocks[index].rule in _OF_SITE]
    if len(of_site) < _FEWEST_OF_SITE:
        return
    between = [index for index in tail if of_site[0] < index < of_site[-1] and _is_loose(draft, index)]
    if len(between) <= len(of_site) and not any(map(str.isdigit, "".join(draft.lines[n].folded for n in between))):
        yield from between


def _signatures(draft: PageDraft) -> Iterator[int]:
    """The lines below the last paragraph that give the names of those who sign above, and next to nothing else."""
    names = {name for name in authors(draft.blocks) if " " in name}
    for index in _tail(draft) if names else ():
        line = draft.lines[index]
        signing = [name for name in names if name in line.folded]
        others = line.word_count - sum(len(name.split()) for name in signing)
        if signing and others <= _MOST_KICKER_WORDS and _is_loose(draft, index):
            yield index


def _tail(draft: PageDraft) -> range:
    """The lines below the last paragraph; none where there is no paragraph."""
    count = len(draft.lines)
    last = next((n for n in reversed(range(count)) if draft.blocks[n].kept and draft.lines[n].is_prose), count)
    return range(last + 1, count)


def _is_loose(draft: PageDraft, index: int) -> bool:
    """Whether a line is a few words and no sentence, and nothing else is known of it."""
    line = draft.lines[index]
    return draft.is_plain(index) and line.word_count <= limit("most_link_words") and not line.ends_sentence
