"""Read a page that a program wrote down as Markdown: what is words of it, and what its signs say of them.

Pages are saved so by html2text and its like: links as `[words](address)`, pictures, headings behind "#", items behind
"*", bold and slanted words between signs, long lines wrapped. A text is taken for such a page only where many of its
lines say so: an article with a link or two, or with tags, is left as it is. Parsers such as markdown-it tell the lines
of what they read, but not the places in the raw text, which every edit and mark needs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui_reader.analysis.repaired_text import MARKDOWN, without_overlap
from tui_reader.analysis.text.dates import is_relative_time, is_time, iso_date, relative_words, words_of_dates
from tui_reader.analysis.text.segmentation import WORD, fold, trim
from tui_reader.model import Edit, Mark, Span, in_order

_FEWEST_LINKED, _MANY_LINKED = 3, 6  # parts with links, beside a heading, and without one
_FEWEST_ITEMS, _FEWEST_SIGNS = 2, 4  # items and stressed words, and headings too, where no links were written down
_SHORTEST_WRAP, _LONGEST_WRAP = 60, 120  # columns at which such programs wrap
_ROOM = 2  # code points that may be left in a full line
_FULL = 0.8  # the share of lines that are full where a text is wrapped
_FEWEST_ALT_WORDS = 2  # of what is said of a picture, which otherwise is a sign of the page

_TITLE = r'"(?:[^"\n]|"(?!\s*+\))|\n(?!\s*\n)){0,300}+"|\'(?:[^\'\n]|\'(?!\s*+\))|\n(?!\s*\n)){0,300}+\''
_TARGET = rf"\([ \t]*+(?:<[^<>\n]*+>|(?:[^\s()]|\([^\s()]*+\)|\r?\n(?![\s)\"']))*+)(?:\s++(?:{_TITLE}))?+\s*+\)"
_IN_WORDS = r"[^\[\]\\\n!]++|!(?!\[)|\\.|\n(?![ \t\r]*\n)|\[[^\[\]\n]{0,80}+\]"
_PICTURE = re.compile(rf"!\[(?P<words>(?:{_IN_WORDS}){{0,200}}+)(?P<close>\]{_TARGET})")
_LINK = re.compile(
    rf"(?<![!\\])\[(?P<words>(?:!\[(?:{_IN_WORDS}){{0,200}}+\]{_TARGET}|{_IN_WORDS}){{0,200}}+)(?P<close>\]{_TARGET})"
)
_ADDRESS = re.compile(r"\]\(\s*(?:<|\w+:|[/#?)]|\.{1,2}/|[\w-]+[./][\w./-]|[A-Z]{6,}\)|\w+_\w+\))")
_OWN_ADDRESS = re.compile(r"\]\(\s*#\w")  # of a place on the page itself
_NOTE = re.compile(r"[\\\[]{0,4}(?:\^?\d{1,3}|(?:\\?[*†‡§]){1,3}|(?<=\[)[a-zA-Z]{1,2})[\\\]]{0,4}")
_BEFORE_NOTE = "%»”)]"  # beside letters and digits
_BEFORE_OWN_NOTE = '.,;:!?…€"'  # before a note of the page itself
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<name>[^\[\]\n^]{1,80}+)\]:[ \t]*+(?:<[^<>\s]++>|(?:\w+:|[/#]|www\.)\S*+)"
    r"(?:(?:[ \t]|\r?\n[ \t])[ \t]*+(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?+[ \t]*+(?=\r?$)",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]\n]{1,300}+)(?P<close>\][ ]?\[(?P<name>[^\[\]\n]{0,80}+)\])")
_CODE = re.compile(
    r"^[ \t]*+(?P<fence>`{3,}+|~{3,}+)[\s\S]{0,20000}?^[ \t]*+(?P=fence)"
    r"|(?<![`\\])(?:``(?!`)(?:[^`\n]|`(?!`)|\n(?!\s*\n)){1,400}+``|`(?!`)(?:[^`\n]|\n(?!\s*\n)){1,400}+`)(?!`)",
    re.MULTILINE,
)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\]*_~.,;:!?]", re.IGNORECASE)
_PREFIX = re.compile(
    r"[ \t]*(?:(?P<level>#{1,6})[ \t]+|(?P<quote>(?:>[ \t]*+)++)|(?:(?P<bullet>[*+-]|\d{1,3}\\?[.)])[ \t]+)+)(?=\S)"
)
_RULED = re.compile(r"(?P<sign>[*_-])(?:[ \t]*(?P=sign)){2,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")  # of a heading: of the first level, and of the second
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()<>#+.!|~-])")
_STRESS = re.compile(r"(?<![\\*_~])(?:\*{1,3}|_{1,3}|~~)(?![*_~])")
_EMPTY_QUOTED = re.compile(r"^[ \t]*+(?:>[ \t]*+)++(?=\r?$)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]+")
_HARD_BREAK = "  "  # what stands behind a line of a paragraph that was meant to end there
_HYPHEN = "-"
_EMPTY = "__"  # a sign without words, such as the icon of a button
_MOST_LABEL_WORDS = 5  # before a link, with a colon or a bar
_MOST_BARE_LABEL_WORDS = 1
_LABEL_ENDS = (":", "|", ">", "›", "–", "—", "-")
_SITE_BEHIND = re.compile(r"\s*(?:[|•·]\s*(?:[^\W\d_]+[ \t]?){1,4}|\([^\W\d_]+\))\s*")
_STOPS = (".", "!", "?", "…", ";")
_CLOSERS = " »”\"'’)]*_~\u00a0\u202f\r\n"


class MarkdownPage(NamedTuple):
    """The edits that leave the words of a page, and marks of its raw text; nothing where a text is no such page."""

    edits: tuple[Edit, ...] = ()
    marks: tuple[Mark, ...] = ()


class _Bracket(NamedTuple):
    """A link or a picture: all of it, and its words."""

    span: Span
    words: Span

    @property
    def close(self) -> Span:
        """What stands behind its words: its address."""
        return Span(self.words.end, self.span.end)


class _Line(NamedTuple):
    """A line, and the sign that it begins with; whether it goes on with what the line above has begun."""

    span: Span
    sign: re.Match[str] | None
    goes_on: bool
    is_inside_link: bool


class _Part(NamedTuple):
    """A heading, an item, a quotation or a paragraph: its lines, the sign that it begins with, the line below it."""

    lines: list[_Line]
    underline: Span | None = None

    @property
    def words(self) -> Span:
        """All of it but the sign at its beginning."""
        first = self.lines[0]
        return Span(first.sign.end() if first.sign else first.span.start, self.lines[-1].span.end)

    def sign(self, kind: str) -> str:
        """The sign of this kind that it begins with; empty where it does not."""
        sign = self.lines[0].sign
        return (sign[kind] or "") if sign else ""

    def level(self, raw: str) -> int:
        """Its level as a heading; 0 where it is none."""
        if self.underline:
            return 1 if raw[self.underline.start] == "=" else 2
        return len(self.sign("level"))


def read_markdown_page(raw: str) -> MarkdownPage:
    """What the signs of a page in Markdown say; nothing of other texts."""
    if "](" not in raw and "# " not in raw and "\n===" not in raw:
        return MarkdownPage()
    code = [Span(*match.span()) for match in _CODE.finditer(raw)] if "`" in raw or "~~~" in raw else []
    links, pictures = (
        [bracket for bracket in _brackets(raw, pattern) if not _is_inside(code, bracket.span.start)]
        for pattern in (_LINK, _PICTURE)
    )
    definitions = [match for match in _DEFINITION.finditer(raw) if not _is_inside(code, match.start())]
    lines = list(_lines(raw, links, code))
    column = _column(raw, lines)
    parts = list(_parts(raw, lines, column))
    addresses = [
        *(bracket.close for bracket in (*links, *pictures)),
        *(Span(*match.span()) for match in (*definitions, *_BARE_ADDRESS.finditer(raw))),
    ]
    stressed = list(_stressed(raw, parts, _joined([*addresses, *code])))
    starts = [part.lines[0].span.start for part in parts]
    linked = len({_part_of(starts, link) for link in links})
    if not _is_page(raw, parts, linked, len(stressed) // 2):
        return MarkdownPage()
    brackets = defaultdict[int, list[_Bracket]](list)
    for bracket in (*links, *pictures):
        brackets[_part_of(starts, bracket)].append(bracket)
    alone = frozenset(number for number, own in brackets.items() if _are_apart(raw, parts[number], own))
    mostly_linked = {number for number, own in brackets.items() if _is_link(raw, parts[number], own)}
    edits = [
        *_edits_of_links(raw, links, parts, starts, alone),
        *_edits_of_references(raw, definitions, code),
        *_edits_of_pictures(raw, pictures, parts, starts),
        *(Edit(span, "", MARKDOWN) for span in _escapes(raw, code)),
        *(Edit(Span(*match.span()), "", MARKDOWN) for match in _EMPTY_QUOTED.finditer(raw)),
        *(Edit(span, "", MARKDOWN) for span in stressed),
        *(edit for number, part in enumerate(parts) for edit in _edits_of_part(raw, part, column, number in alone)),
    ]
    marks = [
        *(Mark(link.words, "link") for link in links if _part_of(starts, link) in mostly_linked),
        *(Mark(picture.words, "caption") for picture in pictures),
        *(Mark(part.words, "title" if part.level(raw) == 1 else "heading") for part in parts if part.level(raw)),
    ]
    return MarkdownPage(tuple(without_overlap(edits)), in_order(mark for mark in marks if any(mark.span)))


def _brackets(raw: str, pattern: re.Pattern[str]) -> list[_Bracket]:
    """The links or the pictures of a text, in order."""
    found = (match for match in pattern.finditer(raw) if _ADDRESS.match(match["close"]))
    return [_Bracket(Span(*match.span()), trim(raw, Span(*match.span("words")))) for match in found]


def _is_inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether a place of the text stands in one of these, which are in order and apart."""
    number = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return number >= 0 and offset < spans[number].end


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches of a text, in order and apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _escapes(raw: str, code: Sequence[Span]) -> Iterator[Span]:
    """The signs that say that the sign behind them is none; in code they are words."""
    for match in _ESCAPE.finditer(raw):
        if not _is_inside(code, match.start()):
            yield Span(*match.span())


def _lines(raw: str, links: Sequence[_Bracket], code: Sequence[Span]) -> Iterator[_Line]:
    """The lines that are not blank; one that begins inside a link or in code has no sign."""
    starts = [link.span.start for link in links]
    last_end, was_quoted = 0, False
    for match in _LINE.finditer(raw):
        line = trim(raw, Span(*match.span()))
        if line.start == line.end or not line.of(raw).strip("> "):
            continue
        number = bisect_right(starts, line.start) - 1
        is_inside = number >= 0 and links[number].span.start < line.start < links[number].span.end
        may_begin = not is_inside and not _RULED.fullmatch(line.of(raw)) and not _UNDERLINE.fullmatch(line.of(raw))
        is_still_quoted = was_quoted and raw[line.start] == ">"
        may_have_sign = (may_begin or is_still_quoted) and not _is_inside(code, match.start())
        sign = _PREFIX.match(raw, match.start(), line.end) if may_have_sign else None
        is_below = raw.count("\n", last_end, line.start) == 1
        is_quoted = sign is not None and sign["quote"] is not None
        goes_on = is_inside or (is_below and may_begin and (sign is None or (is_quoted and was_quoted)))
        yield _Line(line, sign, goes_on, is_inside)
        last_end, was_quoted = line.end, is_quoted


def _column(raw: str, lines: Sequence[_Line]) -> int:
    """The width at which the lines were wrapped; 0 where they were not."""
    pairs = [(line, after) for line, after in pairwise(lines) if after.goes_on and not _ends_hard(raw, line)]
    texts = [line.span.of(raw) for line, _ in pairs]
    may_be_divided = (len(text) for text in texts if " " in text)  # a longer line is one address
    column = max((length for length in may_be_divided if length <= _LONGEST_WRAP), default=0)
    full = sum(_is_full(raw, line, after, column) for line, after in pairs)
    return column if column >= _SHORTEST_WRAP and full >= _FULL * len(pairs) else 0


def _ends_hard(raw: str, line: _Line) -> bool:
    return raw.startswith(_HARD_BREAK, line.span.end)


def _is_full(raw: str, line: _Line, after: _Line, column: int) -> bool:
    """Whether a line had no room for what the next begins with, up to a blank or a hyphen."""
    first = after.span.of(raw).split(maxsplit=1)[0]
    length = len(line.span.of(raw))
    return length + 1 + len(first) > column - _ROOM


def _parts(raw: str, lines: Sequence[_Line], column: int) -> Iterator[_Part]:
    """The parts of a text, in order; below a heading goes on only what had no room in it."""
    lines_of_part: list[_Line] = []
    for line in lines:
        if len(lines_of_part) == 1 and _underlines(raw, lines_of_part[0], line):
            yield _Part(lines_of_part, line.span)
            lines_of_part = []
            continue
        goes_on = bool(lines_of_part) and line.goes_on
        if goes_on and not line.is_inside_link and _Part(lines_of_part).sign("level"):
            goes_on = column > 0 and _is_full(raw, lines_of_part[-1], line, column)
        if lines_of_part and not goes_on:
            yield _Part(lines_of_part)
            lines_of_part = []
        lines_of_part.append(line)
    if lines_of_part:
        yield _Part(lines_of_part)


def _underlines(raw: str, heading: _Line, line: _Line) -> bool:
    """Whether a line is the rule right below a heading."""
    is_below = raw.count("\n", heading.span.end, line.span.start) == 1
    return is_below and heading.sign is None and _UNDERLINE.fullmatch(line.span.of(raw)) is not None


def _is_page(raw: str, parts: Sequence[_Part], linked: int, stressed: int) -> bool:
    """Whether the signs of a text are beyond doubt those of a page that was written down.

    `linked` is how many of its parts have links, `stressed` how many stressed words it has.
    """
    headings = sum(part.level(raw) > 0 for part in parts)
    if linked >= (_FEWEST_LINKED if headings else _MANY_LINKED):
        return True
    others = stressed + linked + sum(part.sign("bullet") == "*" for part in parts)
    return headings > 0 and others >= _FEWEST_ITEMS and headings + others >= _FEWEST_SIGNS


def _part_of(starts: Sequence[int], bracket: _Bracket) -> int:
    """The number of the part that a link or a picture stands in."""
    return bisect_right(starts, bracket.span.start) - 1


def _are_apart(raw: str, part: _Part, brackets: Sequence[_Bracket]) -> bool:
    """Whether a part has no words beside its links and pictures, and several of them are no sentence."""
    others = _without(raw, part, brackets)
    return not any(map(str.isalnum, others)) and (len(brackets) == 1 or not _is_stopped(others))


def _is_link(raw: str, part: _Part, brackets: Sequence[_Bracket]) -> bool:
    """Whether a part is nothing but links, with a label or a date beside them, and leads not to itself.

    What has other words is a sentence, or names in one: `[Le maire](/m) a dit non.`; a heading may lead to itself.
    """
    if part.level(raw) and all(_OWN_ADDRESS.match(raw, bracket.close.start) for bracket in brackets):
        return False
    first, last = min(brackets), max(brackets)
    before = raw[part.words.start : first.span.start]
    behind = _without(raw, part, brackets)[len(before) :]
    if _is_stopped(behind) and (len(brackets) > 1 or any(map(str.isalnum, before + behind))):
        return False
    if not _may_stand_behind(behind):
        return False
    word_count = len(WORD.findall(before))
    if not word_count or _is_moment(before):
        return True
    if before.rstrip(_CLOSERS).endswith(_LABEL_ENDS):
        return word_count <= _MOST_LABEL_WORDS
    is_open = not behind.strip(_CLOSERS) and not _is_stopped(last.words.of(raw))
    return word_count <= _MOST_BARE_LABEL_WORDS and is_open


def _may_stand_behind(text: str) -> bool:
    """Whether what stands behind a link has no words, or is a date, or says where it leads: `| Le Clairon`."""
    return not any(map(str.isalnum, text)) or _SITE_BEHIND.fullmatch(text) is not None or _is_moment(text)


def _is_moment(text: str) -> bool:
    """Whether a text is a date, a time of day, or says how long ago something was."""
    folded = fold(text).strip(" |•·–—-()_*:,\n\r\t")
    words = WORD.findall(folded)
    known = words_of_dates() | relative_words()
    if not any(word[0].isdigit() for word in words) or not all(word[0].isdigit() or word in known for word in words):
        return False
    return iso_date(folded) is not None or is_time(folded) or is_relative_time(folded)


def _is_stopped(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def _is_note(raw: str, link: _Bracket) -> bool:
    """Whether a link is the sign of a note behind a word or a number: `250[3](#fn3)`; none of `CO[2](/co2)`."""
    note = _NOTE.fullmatch(link.words.of(raw))
    before = raw[link.span.start - 1 : link.span.start]
    if note is None or not before.strip():
        return False
    is_own = _OWN_ADDRESS.match(raw, link.close.start) is not None
    is_marked = is_own or not link.words.of(raw).isdigit()
    if before.isalpha():
        return is_marked
    return before.isdigit() or before in _BEFORE_NOTE or (is_marked and before in _BEFORE_OWN_NOTE)


def _without(raw: str, part: _Part, brackets: Sequence[_Bracket]) -> str:
    """What stands in a part beside its links and pictures."""
    offset, end = part.words
    pieces: list[str] = []
    for span in sorted(bracket.span for bracket in brackets):
        pieces.append(raw[offset : span.start])
        offset = max(offset, span.end)
    return "".join((*pieces, raw[offset:end]))


def _edits_of_links(
    raw: str, links: Sequence[_Bracket], parts: Sequence[_Part], starts: Sequence[int], alone: frozenset[int]
) -> Iterator[Edit]:
    """The edits that leave the words of links, but for signs of notes; links that are a whole part stand apart."""
    for link in links:
        if link.words.start == link.words.end or _is_note(raw, link):
            yield Edit(link.span, "", MARKDOWN)
            continue
        number = _part_of(starts, link)
        yield Edit(Span(link.span.start, link.words.start), "", MARKDOWN)
        ends_line = number in alone and not _is_closed(raw[link.span.end : parts[number].words.end])
        yield Edit(link.close, "\n\n" if ends_line else "", MARKDOWN)


def _is_closed(behind: str) -> bool:
    """Whether behind the last link of a part stand signs alone: they are of its line."""
    return bool(behind.strip()) and not any(map(str.isalnum, behind))


def _edits_of_references(raw: str, definitions: Sequence[re.Match[str]], code: Sequence[Span]) -> Iterator[Edit]:
    """The edits that leave out the addresses that a text gives in lines of their own, and the signs that name them."""
    names = {fold(match["name"]) for match in definitions}
    for definition in definitions:
        yield Edit(Span(*definition.span()), "", MARKDOWN)
    for match in _REFERENCE.finditer(raw) if names else ():
        if fold(match["name"] or match["words"]) in names and not _is_inside(code, match.start()):
            yield Edit(Span(match.start(), match.start("words")), "", MARKDOWN)
            yield Edit(Span(*match.span("close")), "", MARKDOWN)


def _edits_of_pictures(
    raw: str, pictures: Sequence[_Bracket], parts: Sequence[_Part], starts: Sequence[int]
) -> Iterator[Edit]:
    """The edits that leave what is said of pictures, apart from the text around them; a word or less is left out."""
    for picture in pictures:
        if len(WORD.findall(picture.words.of(raw))) < _FEWEST_ALT_WORDS:
            yield Edit(picture.span, "", MARKDOWN)
            continue
        part = parts[_part_of(starts, picture)]
        is_inside = any(map(str.isalnum, raw[part.words.start : picture.span.start]))
        yield Edit(Span(picture.span.start, picture.words.start), "\n\n" if is_inside else "", MARKDOWN)
        yield Edit(picture.close, "\n\n", MARKDOWN)


def _edits_of_part(raw: str, part: _Part, column: int, is_links: bool) -> Iterator[Edit]:
    """The edits that leave out the sign at the beginning of a part, and join its lines where they were wrapped.

    Items of text keep their bullets, by which a list is told.
    """
    first = part.lines[0]
    if first.sign and (is_links or not part.sign("bullet")):
        yield Edit(Span(first.span.start, first.sign.end()), "", MARKDOWN)
    if part.underline:
        yield Edit(Span(part.lines[-1].span.end, part.underline.end), "", MARKDOWN)
    for line, after in pairwise(part.lines):
        start = after.sign.end() if after.sign else after.span.start
        if column and not _ends_hard(raw, line) and (after.is_inside_link or _is_full(raw, line, after, column)):
            is_divided = raw[line.span.end - 1] == _HYPHEN and raw[line.span.end - 2].isalnum() and raw[start].isalnum()
            yield Edit(Span(line.span.end, start), "" if is_divided else " ", "line-join")
        elif start > after.span.start:
            yield Edit(Span(after.span.start, start), "", MARKDOWN)


def _stressed(raw: str, parts: Sequence[_Part], others: Sequence[Span]) -> Iterator[Span]:
    """The signs around stressed words, two by two; none of those in addresses and code.

    One without words, with which a part or a link begins, is left out, too.
    """
    for part in parts:
        opened: dict[str, Span] = {}
        for match in _STRESS.finditer(raw, *part.words):
            if _is_inside(others, match.start()):
                continue
            before, after = raw[match.start() - 1 : match.start()], raw[match.end() : match.end() + 1]
            sign, span = match.group(), Span(*match.span())
            if sign in opened and not after.isalnum():
                yield from (opened.pop(sign), span)
            elif after.strip() and not before.isalnum():
                opened[sign] = span
            elif sign == _EMPTY and _is_first(raw, part, span):
                yield span
        if _EMPTY in opened and _is_first(raw, part, opened[_EMPTY]):
            yield opened[_EMPTY]


def _is_first(raw: str, part: _Part, span: Span) -> bool:
    """Whether a part or the words of a link begin with this sign."""
    return raw[part.words.start : span.start].rstrip().endswith("[") or not raw[part.words.start : span.start].strip()
