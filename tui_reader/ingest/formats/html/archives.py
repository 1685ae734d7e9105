"""Exports of press archives as HTML: where the articles stand in each, and where the fields of an article.

A new archive is one more description in `ARCHIVES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui_reader.ingest.formats.archives import EUROPRESSE_NUMBER, FACTIVA_NUMBER, author_of
from tui_reader.ingest.formats.dates import find_date
from tui_reader.ingest.formats.html.visible_text import TextBlock, VisibleText
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Span

_ISSUE = re.compile(r"\s*(?:,\s*(?:no|n°|nº|Vol|vol)\b|\s{3,}|\n).*", re.DOTALL)
"""What stands behind the name of a paper: its issue, or its local edition on another line."""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_FACTIVA_NUMBER = re.compile(rf"\b{FACTIVA_NUMBER}\b")
_EUROPRESSE_NOTICE = re.compile(
    rf"^(?:©|Copyright\b|Tous droits|All [Rr]ights|.{{0,40}}\b{EUROPRESSE_NUMBER})", re.MULTILINE
)
"""What begins the notice below an article: whose rights it is, or its number."""
_EUROPRESSE_NUMBER = re.compile(rf"\b{EUROPRESSE_NUMBER}")


class Fields(NamedTuple):
    """What an archive says of one of its articles, each as its text or None."""

    title: str | None
    site: str | None
    published: str | None
    author: str | None


class Archive(NamedTuple):
    """The form of one archive's exports.

    `articles` gives the element around each article, `fields` reads what stands around its text, and `body` gives the
    stretches of its visible text that are the article.
    """

    articles: Callable[[LexborHTMLParser], Iterable[LexborNode]]
    fields: Callable[[LexborNode], Fields]
    body: Callable[[VisibleText, Fields], Iterator[Span]]


def archive_of(tree: LexborHTMLParser) -> tuple[Archive, Sequence[LexborNode]] | None:
    """The archive that a page is an export of, with its articles; None for all other pages."""
    for archive in ARCHIVES:
        articles = list(_outermost(archive.articles(tree)))
        if articles:
            return archive, articles
    return None


def _outermost(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """The elements that stand in none of the others, of those that come in the order of the page."""
    is_inside: dict[int, bool] = {}  # of each element that was passed, once
    for node in nodes:
        passed = []
        around: LexborNode | None = node
        while around is not None and around.mem_id not in is_inside:
            passed.append(around.mem_id)
            around = around.parent
        found = around is not None and is_inside[around.mem_id]
        is_inside.update(dict.fromkeys(passed, found))
        is_inside[node.mem_id] = True
        if not found:
            yield node


def declared_by(fields: Fields) -> Declared:
    """What an archive says of an article, as declared in fields."""
    return Declared(
        title=DeclaredText.line(fields.title, "field"),
        authors=DeclaredNames((author_of(fields.author),), "field") if fields.author else None,
        site=DeclaredText.line(fields.site, "field"),
        published=DeclaredText.line(fields.published, "field"),
    )


def title_span(page: VisibleText, fields: Fields) -> Span | None:
    """Where the title of an article stands, as lines of its own."""
    words = r"\s+".join(map(re.escape, (fields.title or "").split()))
    title = re.search(rf"^{words}$", page.raw, re.MULTILINE) if words else None
    return Span(*title.span()) if title else None


def _text(node: LexborNode, *selectors: str) -> str | None:
    """The text of the first of the selectors that has any, as one line."""
    return next(_texts(node, *selectors), None)


def _texts(node: LexborNode, *selectors: str) -> Iterator[str]:
    for selector in selectors:
        for found in node.css(selector):
            line = _line(found)
            if line:
                yield line


def _line(node: LexborNode) -> str:
    """The text of an element as one line."""
    return " ".join((node.text() or "").split())


def _number_date(pattern: re.Pattern[str], text: str) -> str | None:
    """The day in an article's number."""
    found = pattern.search(text)
    return f"{found['day'][:4]}-{found['day'][4:6]}-{found['day'][6:]}" if found else None


def _below(names: str) -> Callable[[VisibleText, Fields], Iterator[Span]]:
    """The blocks that stand in elements of which a name matches."""
    pattern = re.compile(names)

    def body(page: VisibleText, _: Fields) -> Iterator[Span]:
        for block in page.blocks:
            if any(pattern.search(element.names) for element in block.element.chain()):
                yield block.span

    return body


# Europresse


def _around_publications(tag: str) -> Callable[[LexborHTMLParser], Iterator[LexborNode]]:
    """The innermost elements with that tag around the names of publications, each once."""

    def articles(tree: LexborHTMLParser) -> Iterator[LexborNode]:
        innermost: dict[int, LexborNode | None] = {}  # of each element that was passed, once
        last = None
        for name in tree.css(".DocPublicationName"):
            passed = []
            around = name.parent
            while around is not None and around.tag != tag and around.mem_id not in innermost:
                passed.append(around.mem_id)
                around = around.parent
            around = innermost.get(around.mem_id, around) if around is not None else None
            innermost.update(dict.fromkeys(passed, around))
            if around is not None and around.mem_id != last:
                last = around.mem_id
                yield around

    return articles


def _below_title(page: VisibleText, fields: Fields) -> Iterator[Span]:
    """The text between the title and the notice below it, for exports that mark no more than the title."""
    title = title_span(page, fields)
    start = title.end if title else 0
    notice = _EUROPRESSE_NOTICE.search(page.raw, start)
    end = notice.start() if notice else len(page.raw)
    if page.raw[start:end].strip():
        yield Span(start, end)


def _europresse_fields(article: LexborNode) -> Fields:
    headers = " ".join(_texts(article, ".DocHeader"))
    name = article.css_first(".DocPublicationName")
    title = _text(article, ".titreArticleVisu", ".TitreArticleVisu", ".titreArticle", ".grandTitre")
    day = find_date(headers) or _number_date(_EUROPRESSE_NUMBER, article.text() or "")
    return Fields(title, _paper(name), day, _text(article, ".docAuthors", ".sm-margin-bottomNews"))


def _paper(node: LexborNode | None) -> str | None:
    """The name of a paper without what stands behind it."""
    name = _ISSUE.sub("", (node.text() or "").strip()) if node is not None else ""
    return " ".join(name.split()) or None


# Factiva

_FACTIVA_ARTICLE = re.compile(r"(?:^|\s)[a-z]{2,4}Article(?:\s|$)")


def _factiva_articles(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The elements of articles, whose class names the language of the interface: "article enArticle"."""
    for node in tree.css("div.article"):
        if _FACTIVA_ARTICLE.search(node.attributes.get("class") or ""):
            yield node


def _factiva_fields(article: LexborNode) -> Fields:
    labelled = {}
    for row in article.css("td.index"):
        value = row.next
        while value is not None and value.tag != "td":
            value = value.next
        if value is not None:
            labelled[_line(row)] = _line(value)
    title = _text(article, '[class$="Headline"]') or labelled.get("HD")
    lines = list(_head_lines(article))
    date_line = next((number for number, line in enumerate(lines) if find_date(line)), len(lines))
    behind = [line for line in lines[date_line + 1 :] if not _CLOCK.match(line)]
    day = find_date(labelled.get("PD") or "") or find_date(" ".join(lines[date_line : date_line + 1]))
    return Fields(
        title,
        labelled.get("SN") or next(iter(behind), None),
        day or _number_date(_FACTIVA_NUMBER, article.text() or ""),
        labelled.get("BY") or _text(article, ".author"),
    )


def _head_lines(article: LexborNode) -> Iterator[str]:
    """The lines between the title of an article and its first paragraph, where its fields have no labels."""
    child = article.child
    while child is not None:
        if child.tag == "p" or child.css_first("p.articleParagraph") is not None:
            return
        if child.tag == "div" and child.css_first('[class$="Headline"]') is None:
            line = _line(child)
            if line:
                yield line
        child = child.next


ARCHIVES = (
    Archive(_around_publications("article"), _europresse_fields, _below("dococurrcontainer|doctext")),
    Archive(_factiva_articles, _factiva_fields, _below("articleparagraph")),
    Archive(_around_publications("table"), _europresse_fields, _below_title),  # Europresse until 2015
)


# Nexis

NEXIS = re.compile(r"<!--\s*Hide XML section from browser\s*<DOC NUMBER=\d+>")
"""What begins each article of an export of Nexis, in the source of the page."""
_NEXIS_NOTICE = re.compile(r"Copyright\b|©|All [Rr]ights\b|Tous droits\b|Alle Rechte\b")
_NEXIS_AUTHORS = ("BYLINE", "AUTEUR", "AUTOR", "AUTORE", "SIGNATURE")
_LONGEST_LABEL = 30
_LONGEST_CODE = 40
"""Code points of a line among the fields below an article that has no label."""
_HEAD_BLOCKS = 10
"""Blocks at the top of an article among which its date stands."""


def read_nexis(page: VisibleText) -> tuple[Fields, list[Span]]:
    """The fields of an article of Nexis, and the stretches of its text.

    Site, date, perhaps an edition, and title stand above a block for each labelled field, the text below them; other
    labelled fields and a notice follow.
    """
    blocks = page.blocks
    head = blocks[:_HEAD_BLOCKS]
    date_index = next((index for index, block in enumerate(head) if index and find_date(block.text)), 0)
    above = [block.text for block in blocks[1:date_index] if not _NEXIS_NOTICE.match(block.text)]
    first_label = next((n for n in range(date_index + 1, len(blocks)) if _label(blocks[n])), len(blocks))
    title_index = first_label - 1 if first_label - 1 > date_index else None
    start = first_label
    while start < len(blocks) and _label(blocks[start]):
        start += 1
    end = len(blocks)
    for index in range(len(blocks) - 1, start - 1, -1):  # below the text stand only fields, notices, and codes
        if _label(blocks[index]) or _NEXIS_NOTICE.match(blocks[index].text):
            end = index
        elif len(blocks[index].text) > _LONGEST_CODE:
            break
    labelled = dict(filter(None, map(_label, blocks)))
    author = next((value for name, value in labelled.items() if name in _NEXIS_AUTHORS), None)
    fields = Fields(
        None if title_index is None else " ".join(blocks[title_index].text.split()),
        above[-1] if above else None,
        find_date(blocks[date_index].text) if blocks else None,
        author,
    )
    return fields, [block.span for block in blocks[start:end]]


def _label(block: TextBlock) -> tuple[str, str] | None:
    """The label and the value of a block that is a labelled field: "LOAD-DATE: March 2, 2022"."""
    label, colon, value = block.text.partition(":")
    is_label = colon and label.isupper() and 2 < len(label) <= _LONGEST_LABEL
    return (label, " ".join(value.split())) if is_label else None
