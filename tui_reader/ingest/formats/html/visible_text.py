"""The visible text of a web page, one block a block element, in order; and in which elements each block stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import msgspec
from selectolax.lexbor import LexborNode

from tui_reader.model import Span

DEPTH = 60
"""Elements nested deeper are taken for the one at this depth: no page means them."""
UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "iframe", "embed"),
        *("applet", "frameset", "svg", "canvas", "audio", "video", "math", "map", "input", "select", "textarea"),
        *("button", "datalist", "dialog"),
    )
)
"""Elements that show no text of the page, or only what a reader is to press."""
INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small"),
        *("source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Elements that stand within a line; all others begin a block."""
_NAMES = ("class", "id", "role", "itemprop")
_TEXT, _COMMENT = "-text", "-comment"
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # HTML: ASCII whitespace
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CELLS = frozenset(("td", "th"))
_MOST_BREAKS = 2
"""Line breaks in a cell that is a line of text; one with more is a part of a page that is laid out as a table."""
BETWEEN_CELLS = " | "
"""What stands between the cells of a row of a table."""
_BETWEEN_BLOCKS = "\n\n"
_LONGEST_END = 4_096
"""Code points of the end of a line that is still added to."""


class Element(msgspec.Struct, frozen=True, eq=False):
    """An element around visible text; `names` are its class, id and role in small letters."""

    tag: str
    names: str
    parent: Element | None
    depth: int

    def chain(self) -> Iterator[Element]:
        """This element and those around it, the innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


_Known = TypeVar("_Known")
_Attributes = Mapping[str, str | None]


def inherited(element: Element, known: dict[Element | None, _Known], of: Callable[[Element, _Known], _Known]) -> _Known:
    """What is said of an element: `of` itself and of what is said of the one around it.

    `known` holds what is said outside of all elements, under None, and remembers the rest.
    """
    unknown: list[Element] = []
    outer: Element | None = element
    while outer is not None and outer not in known:
        unknown.append(outer)
        outer = outer.parent
    for inner in reversed(unknown):
        known[inner] = of(inner, known[inner.parent])
    return known[element]


class TextBlock(msgspec.Struct, frozen=True):
    """The text of one block element, where it stands in the page's text, and how many code points of it are links."""

    span: Span
    text: str
    element: Element
    link_length: int


class TextLink(NamedTuple):
    """Where the words of a link stand in the page's text, in one block, and its target as it is written there."""

    span: Span
    target: str | None


class VisibleText(msgspec.Struct, frozen=True):
    """The text of a page, its blocks and its links in order."""

    raw: str
    blocks: tuple[TextBlock, ...]
    links: tuple[TextLink, ...]


def visible_text(root: LexborNode | None) -> VisibleText:
    """The visible text below a node."""
    writer = _Writer()
    if root is not None:
        _walk(root, writer)
    return VisibleText("".join(writer.parts), tuple(writer.blocks), tuple(writer.links))


class _Writer(msgspec.Struct):
    """Collects the text of a page: `settled` and `line` are what is known of the block that is being written.

    All but the end of a long line is settled: adding to it would copy it.
    """

    parts: list[str] = msgspec.field(default_factory=list)
    blocks: list[TextBlock] = msgspec.field(default_factory=list)
    links: list[TextLink] = msgspec.field(default_factory=list)
    length: int = 0
    settled: list[str] = msgspec.field(default_factory=list)
    settled_length: int = 0
    line: str = ""
    has_words: bool = False
    line_links: list[TextLink] = msgspec.field(default_factory=list)
    link_start: int | None = None
    link_target: str | None = None

    def write(self, text: str, *, as_it_is: bool) -> None:
        """Add text to the block: blanks in a row become one, unless it is to stay `as_it_is`."""
        text = text.replace("\r\n", "\n").replace("\r", "\n") if as_it_is else _BLANKS.sub(" ", text)
        if not as_it_is and text.startswith(" ") and (not self.line or self.line[-1] in " \n"):
            text = text[1:]
        self._add(text)

    def break_line(self) -> None:
        """End a line inside the block."""
        self.line = self.line.rstrip(" ")
        self._add("\n")

    def _add(self, text: str) -> None:
        self.line += text
        self.has_words = self.has_words or bool(text.strip())
        if self.has_words and len(self.line) > _LONGEST_END and self.line[-1] != " ":  # blanks may have to go
            self.settled.append(self.line[:-1])
            self.settled_length += len(self.line) - 1
            self.line = self.line[-1]

    @property
    def line_length(self) -> int:
        return self.settled_length + len(self.line)

    def open_link(self, target: str | None) -> None:
        if self.link_start is None:
            self.link_start, self.link_target = self.line_length, target

    def close_link(self) -> None:
        if self.link_start is not None and self.link_start < self.line_length:
            self.line_links.append(TextLink(Span(self.link_start, self.line_length), self.link_target))
        self.link_start = None

    def end_block(self, element: Element) -> None:
        """End the block that is written, which stands in `element`."""
        is_in_link = self.link_start is not None
        self.close_link()
        self.line = "".join((*self.settled, self.line))
        self.settled, self.settled_length = [], 0
        text = self.line.strip()
        if text:
            self._add_block(text, element)
        self.line, self.line_links, self.has_words = "", [], False
        self.link_start = 0 if is_in_link else None

    def _add_block(self, text: str, element: Element) -> None:
        """Add a block with `text`, which is that of the line without the blanks around it."""
        if self.parts:
            self.parts.append(_BETWEEN_BLOCKS)
            self.length += len(_BETWEEN_BLOCKS)
        blanks = len(self.line) - len(self.line.lstrip())
        spans = [_within(link.span.shift(-blanks), len(text)) for link in self.line_links]
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length = span.end
        for inside, (_, target) in zip(spans, self.line_links, strict=True):
            if inside.start < inside.end:
                self.links.append(TextLink(inside.shift(span.start), target))
        self.blocks.append(TextBlock(span, text, element, sum(max(0, end - start) for start, end in spans)))


def _within(span: Span, length: int) -> Span:
    """The part of a span that lies in a text of that length."""
    return Span(max(0, span.start), min(length, span.end))


def _walk(root: LexborNode, writer: _Writer) -> None:
    """Visit every node below `root` in order, without recursion: pages nest as deeply as they like."""
    element = Element(root.tag or "", _names(root.attributes), None, 0)
    around: list[tuple[LexborNode, Element, bool]] = []  # the open elements, the element around each, if a cell
    preformatted = 0
    node = root.child
    while node is not None or around:
        if node is None:
            node, outer, is_cell = around.pop()
            _leave(node.tag or "", element, writer, is_cell=is_cell)
            preformatted -= node.tag == "pre"
            element, node = outer, node.next
            continue
        tag = node.tag or ""
        if tag == _TEXT:
            writer.write(node.text_content or "", as_it_is=preformatted > 0)
        elif tag == "br":
            writer.break_line()
        elif _may_show(tag) and _is_shown(node, tag, attributes := node.attributes, element.depth):
            is_cell = tag in _CELLS and _is_simple(node)
            inner = element if element.depth >= DEPTH else Element(tag, _names(attributes), element, element.depth + 1)
            _enter(tag, attributes, element, writer, is_cell=is_cell)
            preformatted += tag == "pre"
            around.append((node, element, is_cell))
            element, node = inner, node.child
            continue
        node = node.next
    writer.end_block(element)


def _enter(tag: str, attributes: _Attributes, around: Element, writer: _Writer, *, is_cell: bool) -> None:
    """Begin what an element begins: a link, a cell of a row, or a block."""
    if tag == "a":
        writer.open_link(attributes.get("href"))
    elif is_cell:
        if writer.has_words:
            writer.line = writer.line.rstrip() + BETWEEN_CELLS
    elif tag not in INLINE:
        writer.end_block(around)


def _leave(tag: str, element: Element, writer: _Writer, *, is_cell: bool) -> None:
    """End what an element began."""
    if tag == "a":
        writer.close_link()
    elif tag not in INLINE and not is_cell:
        writer.end_block(element)


def _may_show(tag: str) -> bool:
    """Whether an element with a tag shows text: no control, no comment."""
    return tag not in UNSEEN and tag != _COMMENT and not tag.startswith("!")


def _is_shown(node: LexborNode, tag: str, attributes: _Attributes, depth: int) -> bool:
    """Whether an element is not hidden."""
    if not attributes:
        return True
    style = attributes.get("style")
    if "hidden" in attributes or (style and _HIDING.search(style)):
        return False
    if attributes.get("aria-hidden") != "true" or depth >= DEPTH:
        return True
    return tag not in INLINE and node.css_first("p") is not None  # with paragraphs it is a page behind a window


def _is_simple(cell: LexborNode) -> bool:
    """Whether a cell of a table holds a line of text, rather than a part of the page."""
    breaks = 0
    waiting = [cell.child]
    while waiting:
        child = waiting.pop()
        if child is None:
            continue
        breaks += child.tag == "br"
        if breaks > _MOST_BREAKS or (child.tag not in INLINE and child.tag not in (_TEXT, _COMMENT, "br")):
            return False
        waiting += (child.next, child.child if child.tag in INLINE else None)
    return True


def _names(attributes: _Attributes) -> str:
    """Class, id and role of an element, in small letters."""
    if not attributes:
        return ""
    return " ".join([value.lower() for name in _NAMES if (value := attributes.get(name))])
