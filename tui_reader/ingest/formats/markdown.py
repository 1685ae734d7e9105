"""Markdown, as it is: its visible text, and what stands in the fields above it.

It is rendered to HTML and read as a page all of which is the article.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from msgspec.structs import replace

from tui_reader.ingest.decode import MOST_BYTES, decode
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.ingest.formats.front_matter import front_matter
from tui_reader.ingest.formats.html.links import links_of
from tui_reader.ingest.formats.html.markup import markup_of
from tui_reader.ingest.formats.html.reader import page_of
from tui_reader.ingest.formats.records import document_of
from tui_reader.model import Declared, DeclaredText, Document, Mark, Source, in_order

_LINK_TO_NOTE = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
"""A link to another note, and the words of it: Obsidian."""
_DIALECTS = (
    (re.compile(r"\{\{[<%][^{}\n]*[%>]\}\}|\{%[^{}\n]*%\}"), ""),  # calls of templates: Hugo, Jekyll
    # kramdown: contents, attributes
    (re.compile(r"^[*-] .*\n\{:toc\}[ \t]*$|^\{:[^{}\n]*\}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"!\[\[[^\[\]\n]*\]\]"), ""),  # embedded files: Obsidian
    (_LINK_TO_NOTE, r"\1"),
    (re.compile(r"^([ \t]*>[ \t]*)\[![\w-]+\][+-]?(.*)$", re.MULTILINE), r"\1\2\n>"),  # kinds and titles of boxes
    (re.compile(r"==(?=\S)([^=\n]+)(?<=\S)=="), r"\1"),  # what is marked with a pen
)
"""What programs add to Markdown (CommonMark), and what of it is words."""
_SIGNS = "\n[]!*_`<\\&~:|"
_MOST_SIGNS = 20_000
"""Line ends and signs of markup, each of which takes time; a text with more is read as it stands."""
_DATED_NAME = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)-")
"""How the names of Jekyll's files begin."""


def read(data: bytes, source: Source, names: FieldNames = USUAL_NAMES) -> Iterator[Document]:
    """The document that a file is, the fields above whose text have these names."""
    if sum(data.count(sign.encode()) for sign in _SIGNS) > _MOST_SIGNS:
        return plain_text.read(data, source)
    return iter([_document(data, source, names)])


def _document(data: bytes, source: Source, names: FieldNames) -> Document:
    text, encoding, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields, length = front_matter(text)
    page = page_of(_rendered(text[length:]))
    marks = [*markup_of(page), *(Mark(block.span, "article") for block in page.blocks)]
    read_from = replace(source, encoding=encoding, notes=(*source.notes, *notes))
    document_id = hashlib.sha256(data[:MOST_BYTES]).hexdigest()
    declared = _declared(fields, source, names)
    links = tuple(links_of(page, declared.url.text if declared.url else None))
    return Document(document_id, read_from, page.raw, declared, in_order(marks), links)


def _rendered(text: str) -> str:
    """A text in Markdown as HTML."""
    for pattern, words in _DIALECTS:
        text = pattern.sub(words, text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    parser.add_render_rule("footnote_anchor", lambda *_: "")  # the arrow that leads from a note back to the text
    html: str = parser.render(text)
    return html


def _declared(fields: dict[str, Any], source: Source, names: FieldNames) -> Declared:
    """What the fields say, which are named as those of records are; a file may have its day in its name."""
    record = document_of(_as_record(fields), source, names)
    declared = record.declared if record else Declared()
    dated = _DATED_NAME.match(os.path.basename(source.path or ""))
    return declared if declared.published or not dated else replace(declared, published=DeclaredText(dated[1], "field"))


def _as_record(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields as a record, which has a text; an address may be called its source, and authors be links to notes."""
    record = {name: _unlinked(value) for name, value in fields.items()}
    named = {name.lower(): value for name, value in record.items()}
    if str(named.get("source", "")).startswith(("http://", "https://")):
        record = {name: value for name, value in record.items() if name.lower() != "source"} | {"url": named["source"]}
    return {"text": "-"} | record


def _unlinked(value: Any) -> Any:
    """A value without the brackets of links to other notes."""
    if isinstance(value, list):
        return [_unlinked(one) for one in value]
    return _LINK_TO_NOTE.sub(r"\1", value) if isinstance(value, str) else value
