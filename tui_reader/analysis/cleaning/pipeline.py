"""Cleaning: the steps that decide what each line of a text is and whether it belongs to the article, in their order.

Each line is judged by its own words first, then by its place on the page and by its neighbours; when unsure, it is
kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from tui_reader.analysis.cleaning.archive_fields import mark_fields
from tui_reader.analysis.cleaning.body import find_body
from tui_reader.analysis.cleaning.bylines import (
    mark_bylines_of_page,
    mark_bylines_of_text,
    mark_name_below_title,
    mark_times,
)
from tui_reader.analysis.cleaning.context_rules import (
    drop_comments,
    drop_related,
    drop_repeated,
    find_first_paragraph,
    keep_notices_of_article,
    mark_headings,
)
from tui_reader.analysis.cleaning.dispatches import cut_version_from_title, drop_agency_foot, drop_agency_head
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_rules import classify_by_words
from tui_reader.analysis.cleaning.list_items import mark_list_items
from tui_reader.analysis.cleaning.marked_lines import drop_head
from tui_reader.analysis.cleaning.markup import Markup
from tui_reader.analysis.cleaning.metadata import Head, read_head
from tui_reader.analysis.cleaning.newsletter_boxes import drop_newsletter_boxes
from tui_reader.analysis.cleaning.own_address import mark_addresses
from tui_reader.analysis.cleaning.page_title import cut_site_from_title, drop_title_of_page
from tui_reader.analysis.cleaning.posts import merge_posts
from tui_reader.analysis.cleaning.press_releases import drop_release_lines
from tui_reader.analysis.cleaning.printed_pages import drop_print_lines
from tui_reader.analysis.cleaning.repairs import repair_wording
from tui_reader.analysis.cleaning.site_name import drop_site_name
from tui_reader.analysis.cleaning.surroundings import (
    drop_above,
    drop_author_note,
    drop_below,
    drop_between,
    mark_captions,
)
from tui_reader.analysis.cleaning.text_frame import drop_frame
from tui_reader.analysis.cleaning.title import mark_page_title, mark_text_title
from tui_reader.analysis.cleaning.units import Unit
from tui_reader.model import Block, Mark


class Step(msgspec.Struct, frozen=True):
    """One decision of cleaning.

    `decides` says in a line what the step finds out; `texts` which texts it looks at: whole pages are those where a
    body was found, plain texts all others, exports of archives included.
    """

    name: str
    decides: str
    run: Callable[[PageDraft], None]
    texts: Literal["all", "page", "plain"] = "all"

    def concerns(self, draft: PageDraft) -> bool:
        """Whether the step looks at this text."""
        return self.texts == "all" or (self.texts == "page") == draft.is_page


STEPS: tuple[Step, ...] = (
    Step("archive-fields", "which lines an archive put around the article it exports", mark_fields),
    Step("words", "which lines are boilerplate or captions by their own words", classify_by_words),
    Step("newsletter-boxes", "which sentences invite to a newsletter, beside its labels", drop_newsletter_boxes),
    Step("title-of-page", "which first line gives the title again, with the site's name", drop_title_of_page),
    Step("dispatch-head", "which lines a news agency put above its dispatch", drop_agency_head),
    Step("printed-pages", "which lines a browser printed at the edges of pages", drop_print_lines),
    Step("press-release", "which lines stand around the text of a press release", drop_release_lines),
    Step("site-name", "which line above the text is the name of the site", drop_site_name),
    Step("own-address", "which line gives the article's web address, and which its site's", mark_addresses),
    Step("body", "whether the text is a whole page, and where the article's text stands on it", find_body),
    Step("first-paragraph", "where the text begins", find_first_paragraph, "plain"),
    Step("page-bylines", "which lines near the top of the article give author and date", mark_bylines_of_page, "page"),
    Step("times", "which lines give the time of a part of live coverage, or of a player", mark_times, "page"),
    Step("captions", "which lines in the article end in a photographer's name between brackets", mark_captions, "page"),
    Step("page-title", "which line above the text is the title, and where the article begins", mark_page_title, "page"),
    Step("name-below-title", "which line right below the title is the author's name", mark_name_below_title, "page"),
    Step("text-bylines", "which lines around the first paragraph give author and date", mark_bylines_of_text, "plain"),
    Step("text-title", "which line above the first paragraph is the title", mark_text_title, "plain"),
    Step("comments", "where readers' comments begin", drop_comments, "plain"),
    Step("related", "which lines below a label are related headlines", drop_related),
    Step("frame", "which short lines between a site's own stand around a plain text", drop_frame, "plain"),
    Step("above", "what stands above the article", drop_above, "page"),
    Step("below", "what stands below the article", drop_below, "page"),
    Step("between", "which short lines inside the article are the page's own: contents, buttons", drop_between, "page"),
    Step("notices", "which notices belong to an article that is about such things", keep_notices_of_article),
    Step("dispatch-foot", "which lines a news agency put below its dispatch", drop_agency_foot),
    Step("author-note", "whether the article ends with a note about its author", drop_author_note, "page"),
    Step("repeated", "which paragraphs stand in the article before", drop_repeated),
    Step("lists", "which lines are the items of a list", mark_list_items),
    Step("headings", "which short lines head a part of the article", mark_headings),
    Step("repairs", "which damage of the kept wording is repaired", repair_wording),
    Step("site-of-title", "which words of the title are the site's name", cut_site_from_title),
    Step("version-of-title", "which words of a dispatch's title say which version it is", cut_version_from_title),
    Step("head", "which lines of a page say what is shown above its article", drop_head, "page"),
    Step("posts", "which blocks are one embedded post", merge_posts),
)  # fmt: skip
"""All of cleaning, in order. `posts` stays last: it merges blocks, and indices of lines end with it."""


class Cleaned(msgspec.Struct, frozen=True):
    """The blocks of a text, in order, and what its head says."""

    blocks: tuple[Block, ...]
    head: Head


def clean(
    raw: str,
    units: Sequence[Unit],
    language: str | None,
    *,
    cut: bool = False,
    marks: Iterable[Mark] = (),
    declared_title: str | None = None,
    is_markdown: bool = False,
) -> Cleaned:
    """The blocks that the units are; kept and dropped together they cover all of them.

    `cut`: the text goes on, so that its last lines are not the article's foot. `marks` and `declared_title` are what a
    page says of itself; `is_markdown`: they are those of a page in Markdown, which say nothing of an article.
    """
    markup = Markup.of(units, marks, declared_title, is_markdown=is_markdown)
    draft = PageDraft.of(raw, units, language, is_cut=cut, markup=markup)
    for step in STEPS:
        if step.concerns(draft):
            step.run(draft)
    return Cleaned(tuple(draft.blocks), read_head(draft.blocks, language))
