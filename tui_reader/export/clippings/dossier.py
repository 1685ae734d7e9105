"""Clippings as a dossier: one page of HTML that needs nothing else, to be read, handed on and printed.

Nothing on it acts or is loaded: no script, and a policy that forbids all but its own style sheet (`dossier.css`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from importlib import resources

from msgspec.structs import replace

from tui_reader.export.citation import author_words, figure_words, web_address
from tui_reader.export.clippings.sections import Section, paragraphs, place_in_file, sections
from tui_reader.export.wording import MARK_NAMES, quoted
from tui_reader.library.values import Clipping
from tui_reader.messages import _, ngettext, spoken
from tui_reader.model import Excerpt

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_HEADING_ID = "heading-{number}"
_FIGURES_ID = "figures"


def as_html(clippings: Sequence[Clipping], made: date | None = None) -> str:
    """The dossier in the language that is spoken, `made` on a day: today where none is given."""
    parts = sections(clippings)
    figures = [clipping for part in parts for clipping in part.clippings if clipping.excerpt.kind == "figure"]
    main = [_section(number, part) for number, part in enumerate(parts)]
    body = (
        _page_header(len(clippings), made or date.today()),
        _contents(parts, has_figures=bool(figures)),
        _element("main", _lines([*main, _table(figures)])),
    )
    style = resources.files("tui_reader.export.clippings").joinpath("dossier.css").read_text(encoding="utf-8")
    return _PAGE.format(language=spoken(), title=escape(_("Press review")), style=style, body=_lines(body))


def _page_header(count: int, made: date) -> str:
    day = escape(_("made on {date}")).format(date=_time(made.isoformat()))
    number = escape(ngettext("{count} clipping", "{count} clippings", count)).format(count=count)
    title = _element("h1", escape(_("Press review")))
    return _element("header", _lines([title, _element("p", f"{day} · {number}", class_="details")]))


def _contents(parts: Sequence[Section], *, has_figures: bool) -> str:
    """The headings as links, each with how many clippings it holds, and the figures; nothing without a heading."""
    entries = []
    for number, part in enumerate(parts):
        if part.heading:
            link = _element("a", escape(part.heading), href="#" + _HEADING_ID.format(number=number))
            entries.append(_element("li", link + " " + _element("span", str(len(part.clippings)))))
    if not entries:
        return ""
    if has_figures:
        entries.append(_element("li", _element("a", escape(_("Figures")), href="#" + _FIGURES_ID)))
    return _element("nav", _lines([_element("h2", escape(_("Contents"))), _element("ol", _lines(entries))]))


def _section(number: int, part: Section) -> str:
    heading = _element("h2", escape(part.heading)) if part.heading else ""
    return _element("section", _lines([heading, *map(_card, part.clippings)]), id=_HEADING_ID.format(number=number))


def _card(clipping: Clipping) -> str:
    """A clipping with who said it, where it stands, and what the reader says of it."""
    excerpt = clipping.excerpt
    words = _figure(excerpt) if excerpt.kind == "figure" else _quotation(excerpt)
    parts = (words, _speaker(excerpt), _source(clipping), _mark(clipping), _note(clipping.note))
    return _element("article", _lines(parts), class_="clipping")


def _quotation(excerpt: Excerpt) -> str:
    language = excerpt.reference.language
    return _element("blockquote", _set_in_paragraphs(quoted(excerpt.words, language)), lang=language)


def _figure(excerpt: Excerpt) -> str:
    return _element("p", figure_words(excerpt, _numeral(excerpt), escape), class_="figure")


def _numeral(excerpt: Excerpt) -> str:
    return _element("strong", escape(excerpt.words), lang=excerpt.reference.language)


def _speaker(excerpt: Excerpt) -> str:
    who = ", ".join(part for part in (excerpt.speaker, excerpt.role) if part)
    inferred = _("inferred") if excerpt.is_inferred else None
    said_by = f"{who} ({inferred})" if inferred else who
    return _element("p", escape(f"— {said_by}"), class_="speaker") if who else ""


def _source(clipping: Clipping) -> str:
    """The article as it is cited, and where the words stand in its file, whose folder is the reader's own affair."""
    reference = clipping.excerpt.reference
    place = place_in_file(clipping, with_folder=False)
    parts = (
        escape(author_words(clipping.excerpt)),
        _article_and_site(clipping.excerpt),
        _time(reference.date) if reference.date else "",
        _element("code", escape(place)) if place else "",
    )
    known = _joined(parts)
    return _element("p", known, class_="source") if known else ""


def _article_and_site(excerpt: Excerpt) -> str:
    """The title of the article, else its address, as a link where it has an address of the web; and the site."""
    reference = excerpt.reference
    title = _element("span", escape(reference.title), lang=reference.language) if reference.title else ""
    name, address = title or escape(reference.url or ""), web_address(reference.url)
    link = _element("a", name, href=address, rel="noreferrer") if address else name
    return _joined([link, _element("cite", escape(reference.site)) if reference.site else ""])


def _mark(clipping: Clipping) -> str:
    return _element("p", _mark_words(clipping)) if clipping.mark else ""


def _mark_words(clipping: Clipping) -> str:
    words = _(MARK_NAMES[clipping.mark]) if clipping.mark else ""
    return _element("span", escape(words), class_=f"mark {clipping.mark}") if words else ""


def _note(note: str) -> str:
    label = _element("p", escape(_("Note")), class_="label")
    return _element("div", label + _set_in_paragraphs(note), class_="note") if note else ""


def _table(figures: Sequence[Clipping]) -> str:
    """Every figure of the dossier in a row: its value, its thing, who gives it, the article; nothing without one."""
    if not figures:
        return ""
    names = (_("Figure"), _("What"), _("Given by"), _("Source"))
    header = _row(_element("th", escape(name), scope="col") for name in names)
    rows = [_row(_element("td", cell) for cell in _cells(clipping)) for clipping in figures]
    table = _lines([_element("thead", header), _element("tbody", _lines(rows))])
    return _element("section", _lines([_element("h2", escape(_("Figures"))), _element("table", table)]), id=_FIGURES_ID)


def _cells(clipping: Clipping) -> tuple[str, ...]:
    excerpt = clipping.excerpt
    value = figure_words(replace(excerpt, what=None, given_by=None), _numeral(excerpt))
    return (
        f"{value} {_mark_words(clipping)}".strip(),
        escape(excerpt.what or ""),
        escape(excerpt.given_by or ""),
        _article_and_site(excerpt),
    )


def _row(cells: Iterable[str]) -> str:
    return _element("tr", "".join(cells))


def _element(name: str, content: str, class_: str | None = None, lang: str | None = None, **attributes: str) -> str:
    """An element of HTML around what is HTML already; `lang` only where it is the tag of a language."""
    if class_:
        attributes["class"] = class_
    if lang and _LANGUAGE_TAG.fullmatch(lang):
        attributes["lang"] = lang
    given = "".join(f' {attribute}="{escape(value)}"' for attribute, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>"


def _set_in_paragraphs(text: str) -> str:
    return "".join(_element("p", escape(paragraph)) for paragraph in paragraphs(text))


def _time(moment: str) -> str:
    return _element("time", escape(moment), datetime=moment)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
