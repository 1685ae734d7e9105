"""Citations: an excerpt with where it comes from, in the style that the reader wants. What is not known is left out."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from string import Template
from urllib.parse import quote as percent_encoded

from tui_reader.export.wording import QUALIFIERS, quoted
from tui_reader.messages import N_, _
from tui_reader.model import Excerpt, Reference

Style = Callable[[Excerpt], str]
"""Makes the citation of an excerpt."""

TEMPLATE = "template"
"""The name of the style that is the user's own template."""
FIELDS = {
    "words": N_("the words, without marks"), "quoted": N_("the words between quotation marks; a figure as it is"),
    "speaker": N_("who said it"), "role": N_("what the speaker is"), "inferred": N_("“inferred” where it was"),
    "what": N_("the thing of a figure"), "given_by": N_("who gives a figure"), "qualifier": N_("“about”, “at least” …"),
    "author": N_("the author of the article"), "title": N_("its title"), "site": N_("its site or paper"),
    "date": N_("its date, year first"), "url": N_("its address"), "language": N_("its language, as fr"),
}  # fmt: skip
"""What a template may name, each with a `$` before it; what is not known is empty."""

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))|^[ \t]*([-+=]|\d+(?=[.)]))?", re.MULTILINE)
_WEB = re.compile("https?://", re.IGNORECASE)
_MOST_IN_KEY = 24  # code points of a name or a word


def plain(excerpt: Excerpt) -> str:
    """Words between marks, and on a line of its own who said them and where; a figure and all of this on one line."""
    known = _joined((excerpt.speaker, excerpt.role, *_reference_parts(excerpt)))
    if excerpt.kind == "figure":
        return _joined((figure_words(excerpt), known))
    cited = quoted(excerpt.words, excerpt.reference.language)
    return f"{cited}\n\n— {known}" if known else cited


def markdown(excerpt: Excerpt) -> str:
    """A block quotation, or a figure in bold, with a link to the article."""
    reference = excerpt.reference
    title, address = escaped_markdown(reference.title or reference.url or ""), web_address(reference.url)
    link = f"[{title}]({address})" if address else title
    site = f"*{escaped_markdown(reference.site)}*" if reference.site else None
    author = escaped_markdown(author_words(excerpt))
    who = [escaped_markdown(part) for part in (excerpt.speaker, excerpt.role) if part]
    date = escaped_markdown(reference.date or "")
    known = _joined((*who, author, link, site, date))
    if excerpt.kind == "figure":
        bold = f"**{escaped_markdown(excerpt.words)}**"
        return _joined((figure_words(excerpt, bold, escaped=escaped_markdown), known))
    lines = [escaped_markdown(line) for line in excerpt.words.splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in [*lines, *(("", f"— {known}") if known else ())])


def bibtex(excerpt: Excerpt) -> str:
    """An entry of BibLaTeX for the article, with the words as a note."""
    reference = excerpt.reference
    fields = {
        "author": reference.author and f"{{{_escaped_latex(reference.author)}}}",
        "title": reference.title and f"{{{_escaped_latex(reference.title)}}}",
        "organization": reference.site and _escaped_latex(reference.site),
        "date": reference.date,
        "url": reference.url and _link(reference.url),
        "urldate": reference.accessed,
        "langid": {"fr": "french", "en": "english"}.get(reference.language or ""),
        "note": _escaped_latex(_note(excerpt)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{_key(reference)},\n{lines}}}"


def csl_json(excerpt: Excerpt) -> str:
    """A list of one item of CSL-JSON, which bibliography managers read, with the words as a note."""
    reference = excerpt.reference
    item = {
        "id": _key(reference),
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else None,
        "container-title": reference.site,
        "issued": _csl_date(reference.date),
        "accessed": _csl_date(reference.accessed),
        "URL": reference.url,
        "language": reference.language,
        "note": _note(excerpt),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def _csl_date(day: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


STYLES: dict[str, Style] = {"plain": plain, "markdown": markdown, "bibtex": bibtex, "csl-json": csl_json}
"""The styles by their names, beside the user's own template."""


def style_of(name: str, template: str | None = None) -> Style:
    """The style of a name; the user's `template` where the name is `TEMPLATE`."""
    if name == TEMPLATE and template is not None:
        return lambda excerpt: Template(template).safe_substitute(_fields(excerpt))
    return STYLES.get(name, plain)


def field_meanings() -> dict[str, str]:
    """What each field of a template holds, in the language that is spoken."""
    return {name: _(meaning) for name, meaning in FIELDS.items()}


def unknown_fields(template: str) -> list[str]:
    """What a template names that is no field; a `$` that names nothing stands for itself."""
    return [name for name in Template(template).get_identifiers() if name not in FIELDS]


def _fields(excerpt: Excerpt) -> dict[str, str]:
    reference = excerpt.reference
    known = {
        "words": excerpt.words,
        "quoted": excerpt.words if excerpt.kind == "figure" else quoted(excerpt.words, reference.language),
        "speaker": excerpt.speaker,
        "role": excerpt.role,
        "inferred": _("inferred") if excerpt.is_inferred else None,
        "what": excerpt.what,
        "given_by": excerpt.given_by,
        "qualifier": _(QUALIFIERS[excerpt.qualifier]) if excerpt.qualifier else None,
        "author": reference.author,
        "title": reference.title,
        "site": reference.site,
        "date": reference.date,
        "url": reference.url,
        "language": reference.language,
    }
    return {name: known[name] or "" for name in FIELDS}


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _reference_parts(excerpt: Excerpt) -> tuple[str | None, ...]:
    reference = excerpt.reference
    return author_words(excerpt), reference.title, reference.site, reference.date, reference.url


def author_words(excerpt: Excerpt) -> str:
    """The author of the article; of a figure, the one who cites it; empty where that is not known."""
    author = excerpt.reference.author or ""
    return _("cited by {author}").format(author=author) if author and excerpt.kind == "figure" else author


def figure_words(excerpt: Excerpt, numeral: str | None = None, escaped: Callable[[str], str] = str) -> str:
    """A figure with what qualifies it, its thing, and who gives it; never between quotation marks.

    `numeral` stands for its words where they are set in some way, with the rest `escaped` to match.
    """
    qualifier = _(QUALIFIERS[excerpt.qualifier]) + " " if excerpt.qualifier else ""
    what = f" — {escaped(excerpt.what)}" if excerpt.what else ""
    given_by = f" ({escaped(excerpt.given_by)})" if excerpt.given_by else ""
    return f"{qualifier}{numeral or escaped(excerpt.words)}{what}{given_by}"


def _note(excerpt: Excerpt) -> str:
    """The excerpt on one line, without the article."""
    if excerpt.kind == "figure":
        return figure_words(excerpt)
    words = quoted(" ".join(excerpt.words.split()), excerpt.reference.language)
    who = _joined((excerpt.speaker, excerpt.role))
    return f"{words} — {who}" if who else words


def _key(reference: Reference) -> str:
    """A key that tells an article from others: its author or site, its year, the first long word of its title."""
    author = re.findall(r"\w+", _ascii(reference.author or reference.site or ""))
    title = [word for word in re.findall(r"\w+", _ascii(reference.title or "")) if len(word) > len("les")]
    parts = (*author[-1:], (reference.date or "")[:4], *title[:1])
    return "-".join(part[:_MOST_IN_KEY].lower() for part in parts if part) or "article"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _escaped_latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)


def escaped_markdown(text: str) -> str:
    """A text in which no sign means anything in Markdown, nor a blank at the start of a line."""
    return _MARKDOWN.sub(lambda found: f"\\{found[1]}" if found[1] else _escaped_start(found[2]), text)


def _escaped_start(sign: str | None) -> str:
    """What would begin a list at the start of a line: a sign is escaped, of a number what follows it."""
    if not sign:
        return ""
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def web_address(url: str | None) -> str | None:
    """An address of the web as a link holds it; None where it is none, as `javascript:`."""
    return _link(url) if url and _WEB.match(url) else None


def _link(url: str) -> str:
    """An address in which nothing ends what it stands in."""
    return percent_encoded(url, safe="%/:?#@!$&'*+,;=~-._")
