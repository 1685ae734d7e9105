"""Sort the lines of a page by what its markup says of them."""

from __future__ import annotations

from tui_reader.analysis.cleaning.block_rules import (
    MARKUP_CAPTION,
    MARKUP_HEAD,
    MARKUP_MAIL,
    MARKUP_TEASER,
    MARKUP_TITLE,
    RELATED,
    Rule,
)
from tui_reader.analysis.cleaning.bylines import gives_time_of_entry
from tui_reader.analysis.cleaning.draft import Body, PageDraft
from tui_reader.analysis.cleaning.line_features import limit
from tui_reader.analysis.cleaning.markup import MOST_LINKED

_FEWEST_HEADLINE_WORDS = 4


def marked_body(draft: PageDraft) -> Body | None:
    """Where the article stands by the markup of the page; what else stands there is dropped.

    None where the markup says nothing of an article.
    """
    markup = draft.markup
    if not markup.article:
        return None
    inside = range(markup.article[0], markup.article[-1] + 1)
    for index in sorted(set(inside).difference(markup.article)):
        if draft.blocks[index].kept:
            draft.drop(index, markup.rule(index))
    for index in range(len(draft.blocks)):
        if draft.blocks[index].kept and markup.has(index, "mail"):
            draft.drop(index, MARKUP_MAIL)
    listed = frozenset(index for index in markup.article if markup.has(index, "item") or markup.has(index, "row"))
    return Body(inside.start, inside.stop, listed, frozenset(), frozenset(), frozenset())


def drop_links(draft: PageDraft) -> None:
    """Drop the links of a page that holds no article: those of some words are the headlines of others.

    With them go the boxes of the page, and the few lines below each headline.
    """
    headline_index = -limit("teaser_distance") - 1
    for index in range(len(draft.lines)):
        if draft.blocks[index].kept:
            rule = _rule_of_list(draft, index, is_below_headline=index - headline_index <= limit("teaser_distance"))
            headline_index = index if rule is RELATED else headline_index
            if rule:
                draft.drop(index, rule)


def _rule_of_list(draft: PageDraft, index: int, *, is_below_headline: bool) -> Rule | None:
    """The rule by which a line of a page without an article is dropped; None for one that stands by itself."""
    markup, line = draft.markup, draft.lines[index]
    is_link = markup.linked[index] > MOST_LINKED
    if is_below_headline and (line.is_prose if is_link else not markup.is_apart(index)):
        return MARKUP_TEASER
    if is_link and line.word_count >= _FEWEST_HEADLINE_WORDS and not markup.has(index, "navigation"):
        return RELATED
    return markup.rule(index) if is_link or markup.is_apart(index) else None


def drop_head(draft: PageDraft) -> None:
    """Drop the lines of a page that say what is shown above its article anyway: title, byline, date; and captions.

    The times of live coverage are those of its entries.
    """
    if not draft.markup.article:
        return
    times = _times_of_entries(draft)
    for index, block in enumerate(draft.blocks):
        if block.kept and block.kind == "title":
            draft.drop(index, MARKUP_TITLE)
        elif block.kept and block.kind in ("byline", "date") and index not in times:
            draft.drop(index, MARKUP_HEAD)
        elif block.kept and block.kind == "caption":
            draft.drop(index, MARKUP_CAPTION)


def _times_of_entries(draft: PageDraft) -> frozenset[int]:
    """The lines that give the time of an entry of live coverage; none where there are too few for that."""
    body = draft.page_body
    times = [
        index
        for index in range(body.start, body.end)
        if draft.blocks[index].kind == "date" and gives_time_of_entry(draft.lines[index])
    ]
    return frozenset(times) if len(times) >= limit("fewest_entries") else frozenset()
