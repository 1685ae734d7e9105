"""The links of an article as lines to choose from. No widget here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui_reader.messages import _
from tui_reader.session.article_links import ArticleLink
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import shorten
from tui_reader.wire.address import host_of

_LONGEST = 200
"""Cells of the words of a link, or of its address."""


def link_lines(links: Sequence[ArticleLink], own_host: str) -> list[Line]:
    """The links below heads that say where they stand, each with the host that it leads to, unless that is its own."""
    lines: list[Line] = []
    for is_in_text, group in groupby(links, key=lambda link: link.is_in_text):
        found = list(group)
        head = _("In the article") if is_in_text else _("Beside the article")
        lines += [Line(""), Line(f"{head} · {len(found)}", look="head"), *_lines_of(found, own_host)]
    return lines[1:]


def opening_line(link: ArticleLink) -> Line:
    """The line that opens where a link leads."""
    return Line(_("open {address}").format(address=shorten(link.address, _LONGEST)), link, look="extra")


def _lines_of(links: Iterable[ArticleLink], own_host: str) -> Iterator[Line]:
    for link in links:
        host = host_of(link.address)
        yield Line(f"  {shorten(link.words, _LONGEST)}", link)
        if host != own_host:
            yield Line(f"    {host}", look="meta")
