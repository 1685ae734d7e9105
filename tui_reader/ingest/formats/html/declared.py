"""What a page says of itself in its head: JSON-LD, Open Graph, meta elements, the address of its canonical form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from typing import Any

from dateutil import parser as date_parser
from selectolax.lexbor import LexborHTMLParser

from tui_reader.model import Declared, DeclaredIn, DeclaredNames, DeclaredText

_LONGEST_JSON = 1_000_000
"""Code points of a script that are read as JSON-LD: articles need a few thousand."""
_DEEPEST = 6
"""How deeply descriptions of things are nested that are looked at."""
_LONGEST_VALUE = 500
"""Code points of a declared value; what is longer is no title and no name."""
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Reportage\w*|Review|Recipe)$")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_ZONE = re.compile(r"(?:[+-]\d\d:?\d\d|\dZ|GMT|UTC)$")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_SHORTEST_MOMENT, _LONGEST_MOMENT = 8, 60
"""Code points of a date or a moment in words or digits."""
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")
_EARLIEST = 1600
"""The year of the first newspaper (Strasbourg 1605), about: what is older is no date of publication."""
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
_AUTHORS = ("author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "byl", "cxenseparse:author", "twitter:data1:by")  # fmt: skip
_AUTHOR_ELEMENTS = ('[itemprop~="author"] [itemprop="name"]', '[itemprop~="author"]', 'a[rel~="author"]')
_MOST_AUTHORS = 4
"""Elements that name an author; on pages with more they are those of other articles."""
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone")
_PUBLISHED = ("article:published_time", "article:published", "datepublished", "date", "dc.date", "dc.date.issued",
              "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "ptime",
              "parsely-pub-date", "sailthru.date", "article.published", "og:published_time", "cxenseparse:publishtime",
              "og:pubdate", "citation_publication_date", "originalpublicationdate", "rnews:datepublished")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_URLS = ("og:url", "twitter:url")


def read_declared(tree: LexborHTMLParser) -> Declared:
    """What the head of a page declares; JSON-LD is the most exact and comes first, then Open Graph, then meta."""
    described = list(_descriptions(tree))
    articles = [one for one in described if _is_article(one)]
    metas = _metas(tree)
    return Declared(
        title=_first([*_json(articles, "headline", "name"), *_meta(metas, _TITLES), *_title_element(tree)], _text),
        authors=_authors(tree, articles, described, metas),
        site=_first([*_publishers(articles), *_meta(metas, _SITES)], _text),
        published=_first(
            [
                *_json(articles, "datePublished", "dateCreated"),
                *_meta(metas, _PUBLISHED),
                *_times(tree),
                *_json(described, "datePublished"),
                *_address_dates(tree, metas),
            ],
            _moment,
        ),
        modified=_first([*_json(articles, "dateModified"), *_meta(metas, _MODIFIED)], _moment),
        url=_first([*_canonical(tree), *_meta(metas, _URLS), *_json(articles, "url")], _address),
        language=_first(
            [*_language(tree), *_json(articles, "inLanguage"), *_meta(metas, ("og:locale",))], _language_tag
        ),
    )


Claim = tuple[DeclaredIn, Any]


def _first(claims: Iterable[Claim], read: Any) -> DeclaredText | None:
    """The first claim from which `read` gives something."""
    for origin, value in claims:
        found = read(value)
        if found:
            return DeclaredText(found, origin)
    return None


# JSON-LD


def _descriptions(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The things that the JSON-LD of a page describes, also those inside others."""
    for script in tree.css('script[type*="ld+json"]'):
        source = (script.text() or "")[:_LONGEST_JSON]
        with suppress(ValueError, RecursionError):  # what is no JSON declares nothing
            yield from _things(json.loads(source, strict=False), _DEEPEST)


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"):
            yield from _things(value.get(key), depth - 1)


def _is_article(thing: dict[str, Any]) -> bool:
    types = thing.get("@type")
    return any(isinstance(one, str) and _ARTICLE_TYPE.search(one) for one in _listed(types))


def _json(things: Iterable[dict[str, Any]], *keys: str) -> Iterator[Claim]:
    things = list(things)
    for key in keys:
        for thing in things:
            for value in _listed(thing.get(key)):
                yield "json-ld", value


def _publishers(things: Iterable[dict[str, Any]]) -> Iterator[Claim]:
    for thing in things:
        for publisher in _listed(thing.get("publisher")):
            yield "json-ld", publisher.get("name") if isinstance(publisher, dict) else publisher


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


# Elements


def _metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """The contents of the page's meta elements, by name in small letters."""
    contents: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        contents.setdefault(name.lower(), []).append(attributes.get("content") or "")
    return contents


def _meta(metas: dict[str, list[str]], names: Iterable[str]) -> Iterator[Claim]:
    for name in names:
        for value in metas.get(name, ()):
            yield ("og" if name.startswith(("og:", "article:")) else "meta"), value


def _title_element(tree: LexborHTMLParser) -> Iterator[Claim]:
    node = tree.css_first("head title") or tree.css_first("title")
    if node is not None:
        yield "meta", node.text()


def _canonical(tree: LexborHTMLParser) -> Iterator[Claim]:
    for node in tree.css('link[rel="canonical"]'):
        yield "meta", node.attributes.get("href")


def _times(tree: LexborHTMLParser) -> Iterator[Claim]:
    """The time elements that are said to give the date of publication, and the moment that all of a page's give."""
    elements = [node.attributes for node in tree.css("time[datetime]")]
    for attributes in elements:
        if "pubdate" in attributes or attributes.get("itemprop") == "datePublished":
            yield "time", attributes.get("datetime")
    moments = {attributes.get("datetime") for attributes in elements}
    if len(moments) == 1:
        yield "time", moments.pop()


def _address_dates(tree: LexborHTMLParser, metas: dict[str, list[str]]) -> Iterator[Claim]:
    """The day in the page's address: "/2022/03/02/"."""
    for origin, address in (*_canonical(tree), *_meta(metas, _URLS)):
        found = _DAY_IN_ADDRESS.search(address) if isinstance(address, str) else None
        if found:
            yield origin, f"{found[1]}-{found[2]}-{found[3]}"


def _language(tree: LexborHTMLParser) -> Iterator[Claim]:
    node = tree.css_first("html")
    if node is not None:
        yield "meta", node.attributes.get("lang") or node.attributes.get("xml:lang")


# Values


def _authors(
    tree: LexborHTMLParser,
    articles: list[dict[str, Any]],
    described: list[dict[str, Any]],
    metas: dict[str, list[str]],
) -> DeclaredNames | None:
    """The authors, from the first place that names any."""
    by_id = {str(one["@id"]): one for one in reversed(described) if one.get("name") and "@id" in one}
    named = [_resolved(one, by_id) for thing in articles for one in _listed(thing.get("author"))]
    persons = _names(one.get("name") if isinstance(one, dict) else one for one in _unfolded(named))
    if persons:
        return DeclaredNames(persons, "json-ld")
    for name in _AUTHORS:
        persons = _names(metas.get(name, ()))
        if persons:
            return DeclaredNames(persons, "og" if name.startswith("article:") else "meta")
    for selector in _AUTHOR_ELEMENTS:
        elements = [node.text() for node in tree.css(selector)]
        persons = _names(elements) if len(elements) <= _MOST_AUTHORS else ()
        if persons:
            return DeclaredNames(persons, "meta")
    return None


def _resolved(author: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """An author, or the thing described elsewhere on the page that stands for it: `{"@id": "#anne"}`."""
    if not isinstance(author, dict) or author.get("name") or "@id" not in author:
        return author
    return by_id.get(str(author["@id"]), author)


def _unfolded(values: Iterable[Any]) -> Iterator[Any]:
    """Persons, also where several names stand in a list under one `name`."""
    for value in values:
        if isinstance(value, dict) and isinstance(value.get("name"), list):
            yield from value["name"]
        else:
            yield value


def _names(values: Iterable[Any]) -> tuple[str, ...]:
    """Names, each once, and none with a post and more behind it; an address is none."""
    found = (_text(value) for value in values)
    names = dict.fromkeys(name for name in found if name and not _ADDRESS.match(name))
    return tuple(name for name in names if not any(_goes_on(name, other) for other in names))


def _goes_on(name: str, other: str) -> bool:
    """Whether a name is another one with two words or more behind it: "Anne Roux Journaliste Suivre"."""
    return name.startswith(f"{other} ") and len(name[len(other) :].split()) > 1


def _text(value: Any) -> str | None:
    """A value as one line of text, its entities read: scripts hold them twice."""
    if not isinstance(value, str):
        return None
    line = " ".join(unescape(value).split())
    return line if 0 < len(line) <= _LONGEST_VALUE else None


def _address(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and _ADDRESS.match(value.strip()) else None


def _language_tag(value: Any) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value) if isinstance(value, str) else None
    return found[0].replace("_", "-") if found else None


def _moment(value: Any) -> str | None:
    """A date or a moment as ISO 8601, as exact as it is; None for what is none."""
    stated = value.strip() if isinstance(value, str) else ""
    if _DAY.fullmatch(stated):
        return stated
    if not _SHORTEST_MOMENT <= len(stated) <= _LONGEST_MOMENT:
        return None
    try:
        moment = date_parser.parse(stated, ignoretz=not _ZONE.search(stated))  # it warns of zones that it does not know
        iso: str = moment.isoformat()  # refuses zones that are a day off or more
    except (ValueError, OverflowError, TypeError):  # TypeError: stated that it takes for parts of a date
        return None
    return iso if moment.year > _EARLIEST else None
