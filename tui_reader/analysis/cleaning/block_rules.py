"""The rules by which a block is dropped or doubted: the stable name, the reason and the kind of block of each.

Names are part of the contract of `tui-reader extract`; reasons are shown to the reader.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from tui_reader.messages import N_
from tui_reader.model import BY_READER, Block, BlockKind


class Rule(NamedTuple):
    """Why a block is dropped or doubtful; without a `kind`, the block keeps the one it has."""

    name: str
    reason: str
    kind: BlockKind | None = None


# Lines known by the lexicon's words under the rule's name (line_rules.py)
RELATED_LABEL = Rule("related_label", N_("label above related headlines"), "label")
SHARE = Rule("share", N_("share button"), "share")
ADVERT = Rule("advert", N_("advert label"), "label")
PROMO = Rule("promo", N_("promotion of a video or another article"), "promo")
READING_TIME = Rule("reading_time", N_("reading time"), "label")
NEWSLETTER = Rule("newsletter", N_("newsletter sign-up"), "newsletter")
COOKIES = Rule("cookies", N_("cookie notice"), "legal")
PAYWALL = Rule("paywall", N_("subscribers' notice"), "legal")
LEGAL = Rule("legal", N_("legal notice"), "legal")
NAVIGATION = Rule("navigation", N_("site navigation"), "navigation")
NOTICE = Rule("notice", N_("notice of the site to its readers"), "legal")

RULED = Rule("ruled", N_("ruled line"), "label")

# Lines known by the lines around them (context_rules.py)
RELATED = Rule("related", N_("related headline"), "related")
COMMENTS = Rule("comments", N_("readers' comments"), "comment")
REPEATED = Rule("repeated", N_("stands in the text before"))

# Lines of an export or about the article itself (archive_fields.py, own_address.py, page_title.py, site_name.py,
# printed_pages.py, press_releases.py, dispatches.py)
ARCHIVE_FIELD = Rule("archive.field", N_("line of the archive"), "label")
ARCHIVE_SITE = Rule("archive.site", N_("name of the source"), "label")
ADDRESS = Rule("address", N_("web address of the article"), "label")
SITE = Rule("site", N_("web address of the site"), "navigation")
TITLE_OF_PAGE = Rule("title.page", N_("title of the page, with the name of the site"), "label")
SITE_NAME = Rule("site.name", N_("name of the site"), "label")
PRINT = Rule("print", N_("line of the printer at the edge of a page"), "label")
RELEASE = Rule("release", N_("label of a press release, or whom to ask"), "label")
DISPATCH = Rule("dispatch", N_("line of the news agency"), "label")

# Lines known by their place on a whole page (surroundings.py)
PAGE_ABOVE = Rule("page.above", N_("above the article"), "navigation")
PAGE_BELOW = Rule("page.below", N_("below the article"), "navigation")
PAGE_BETWEEN = Rule("page.between", N_("button or label of the page"), "navigation")

# Lines known by the markup of a page (markup.py)
MARKUP_NAVIGATION = Rule("markup.navigation", N_("marked as navigation by the page"), "navigation")
MARKUP_ASIDE = Rule("markup.aside", N_("box of the page beside the article"), "promo")
MARKUP_FOOTER = Rule("markup.footer", N_("marked as the foot of the page"), "legal")
MARKUP_CAPTION = Rule("markup.caption", N_("caption of a picture"), "caption")
MARKUP_TITLE = Rule("markup.title", N_("shown as the title"), "title")
MARKUP_HEAD = Rule("markup.head", N_("shown above the article"))
MARKUP_MAIL = Rule("markup.mail", N_("head or signature of a mail"), "label")
MARKUP_TEASER = Rule("markup.teaser", N_("text below the headline of another article"), "promo")
MARKUP_LINKS = Rule("markup.links", N_("links of the page"), "navigation")

# Doubts: these blocks are kept
LABEL_UNSURE = Rule("label.unsure", N_("may be a promotion"))
HEADING_UNSURE = Rule("heading.unsure", N_("may be a related headline"))
ARTICLE_UNSURE = Rule("article.unsure", N_("may be the article"))
PRIVACY_UNSURE = Rule("privacy.unsure", N_("may be a notice about privacy"))
UNANALYSED = Rule("unanalysed", N_("this text could not be analysed"))

# What the reader decided (corrections.py)
READER = Rule(BY_READER, N_("taken out by the reader"))

BY_NEIGHBOURS = frozenset({RELATED, REPEATED, PAGE_BETWEEN})
"""Rules that judge a line by those around it, and may be wrong about it."""

PLACES = frozenset({PAGE_ABOVE, PAGE_BELOW, PAGE_BETWEEN})
"""Rules that say no more of a line than where it stands."""

OF_SITE = frozenset(rule.name for rule in (NAVIGATION, SHARE, PAYWALL, NEWSLETTER, COOKIES, LEGAL))
"""The names of the rules that tell lines of a site's own by their words."""

RULES = (
    RELATED_LABEL, SHARE, ADVERT, PROMO, READING_TIME, NEWSLETTER, COOKIES, PAYWALL, LEGAL, NAVIGATION, NOTICE, RULED,
    RELATED, COMMENTS, REPEATED, ARCHIVE_FIELD, ARCHIVE_SITE, ADDRESS, SITE, TITLE_OF_PAGE, SITE_NAME, PRINT, RELEASE,
    DISPATCH, PAGE_ABOVE,
    PAGE_BELOW, PAGE_BETWEEN, MARKUP_NAVIGATION, MARKUP_ASIDE, MARKUP_FOOTER, MARKUP_CAPTION, MARKUP_TITLE,
    MARKUP_HEAD, MARKUP_MAIL, MARKUP_TEASER, MARKUP_LINKS,
    LABEL_UNSURE, HEADING_UNSURE, ARTICLE_UNSURE, PRIVACY_UNSURE, UNANALYSED, READER,
)  # fmt: skip
"""Every rule; names are unique."""


def drop(block: Block, rule: Rule) -> Block:
    """The block, dropped from the article by `rule`."""
    return replace(block, kind=rule.kind or block.kind, kept=False, doubtful=False, rule=rule.name, reason=rule.reason)


def doubt(block: Block, rule: Rule) -> Block:
    """The block, kept but marked as doubtful by `rule`."""
    return replace(block, kind=rule.kind or block.kind, doubtful=True, rule=rule.name, reason=rule.reason)
