"""Split a raw text into units: paragraphs and lines; hard-wrapped lines are joined by edits."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from tui_reader.analysis.cleaning.address import read_line
from tui_reader.analysis.cleaning.print_edges import may_have_edges, printed_lines
from tui_reader.analysis.text.segmentation import trim
from tui_reader.model import Edit, Span

_LINE = re.compile(r"[^\r\n]+")
_SHORTEST_WRAP, _LONGEST_WRAP = 45, 120  # columns at which mail and text tools wrap
_SHORTEST_COLUMN = 16  # and those of newspapers, which divide words
_NARROWEST = 28  # and a column that divides none
_LONGEST_APART = 120  # code points of a wrapped line between blank ones
_UNEVEN = 6  # code points by which a line may be longer than those that are known to be cut
_FEWEST_CUTS = 3  # lines that end in the middle of a sentence, from which on they are taken for wrapped
_HYPHENS = "-\u2010\u00ad"
_OPENERS = "«“(["
_STOPS = '.!?…»”"'
_REST_OF_NUMBER = re.compile(r"\d{3}\b|[%€$£]")
_TURN = re.compile(r"[—–-]\s+\S")  # a line of dialogue, or the signature of a post


class Unit(msgspec.Struct, frozen=True):
    """A paragraph or a line of the raw text, and the edits that join its lines."""

    span: Span
    text: str
    edits: tuple[Edit, ...] = ()


def split_units(raw: str) -> list[Unit]:
    """The units of `raw`, in order; together they cover all that is not blank."""
    units: list[Unit] = []
    runs = list(_parts(raw))
    are_wrapped = [_is_hard_wrapped(raw, lines) or _is_set_apart(raw, lines) for lines in runs]
    wrapped = [lines for lines, is_wrapped in zip(runs, are_wrapped, strict=True) if is_wrapped]
    column = max(map(_longest, wrapped), default=0) or _narrow_column(raw, runs)
    for lines, is_wrapped in zip(runs, are_wrapped, strict=True):
        if is_wrapped or _is_wrapped_at(raw, lines, column):
            units.extend(_joined(raw, paragraph) for paragraph in _paragraphs(raw, lines))
        else:
            units.extend(Unit(line, line.of(raw)) for line in lines)
    return units


def cut_units(raw: str, units: Iterable[Unit], offsets: Sequence[int]) -> list[Unit]:
    """The units, cut at those of the `offsets` that lie in one: there the article begins or ends, as its source says.

    Offsets are in order.
    """
    parts: list[Unit] = []
    for unit in units:
        inner = offsets[bisect_right(offsets, unit.span.start) : bisect_left(offsets, unit.span.end)]
        if not inner:
            parts.append(unit)
            continue
        for start, end in pairwise([unit.span.start, *inner, unit.span.end]):
            span = trim(raw, Span(start, end))
            if span.start < span.end:
                parts.append(Unit(span, span.of(raw), tuple(edit for edit in unit.edits if span.holds(edit.span))))
    return parts


def _parts(raw: str) -> Iterator[list[Span]]:
    """The lines that may belong to one paragraph."""
    groups = _without_edges(raw, list(_runs(raw)))
    column = _column_of_single_lines(raw, groups)
    for group in groups:
        for run in _closed_up(raw, group, column):
            for part in _addresses_apart(raw, run):
                yield from _turns_apart(raw, part)


def _turns_apart(raw: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The lines, cut above each that begins with a dash where the line before it is finished."""
    start = 0
    for index in range(1, len(lines)):
        signed = "(@" in lines[index].of(raw)
        if _TURN.match(lines[index].of(raw)) and (signed or raw[lines[index - 1].end - 1] in _STOPS):
            yield lines[start:index]
            start = index
    yield lines[start:]


def _runs(raw: str) -> Iterator[list[Span]]:
    """The non-blank lines between blank ones, trimmed."""
    run: list[Span] = []
    last_end = 0
    for match in _LINE.finditer(raw):
        line = trim(raw, Span(*match.span()))
        if line.start == line.end:
            continue
        breaks = raw[last_end : line.start].replace("\r\n", "\n").replace("\r", "\n").count("\n")
        if run and breaks > 1:
            yield run
            run = []
        run.append(line)
        last_end = line.end
    if run:
        yield run


def _without_edges(raw: str, runs: Sequence[list[Span]]) -> list[list[list[Span]]]:
    """The runs in groups: those between the lines that were printed at the edges of pages, and each of these alone."""
    if not may_have_edges(raw):
        return [list(runs)]
    lines = [line for run in runs for line in run]
    printed = printed_lines({index: line.of(raw) for index, line in enumerate(lines)})
    edges = {lines[index] for index in printed}
    groups: list[list[list[Span]]] = []
    parts = (part for run in runs for part in _cut_at(run, edges))
    for is_edge, between in groupby(parts, key=lambda part: part[0] in edges):
        group = list(between)
        groups.extend([[part] for part in group] if is_edge else [group])
    return groups


def _cut_at(run: Sequence[Span], edges: Container[Span]) -> Iterator[list[Span]]:
    """The run, cut above and below each of its lines that is an edge."""
    for is_edge, lines in groupby(run, key=edges.__contains__):
        if is_edge:
            yield from ([line] for line in lines)
        else:
            yield list(lines)


def _closed_up(raw: str, runs: Sequence[list[Span]], column: int | None) -> list[list[Span]]:
    """The runs, with those made one that are wrapped at a `column` and set apart by blank lines, as flat pages do."""
    if column is None:
        return list(runs)
    closed_up: list[list[Span]] = []
    for run in runs:
        if closed_up and len(run) == 1 and _goes_on_apart(raw, closed_up[-1][-1], run[0], column):
            closed_up[-1].append(run[0])
        else:
            closed_up.append(list(run))
    return closed_up


def _column_of_single_lines(raw: str, groups: Sequence[Sequence[list[Span]]]) -> int | None:
    """The width at which a text was wrapped whose lines are set apart; None where its lines show none."""
    neighbours = (pair for runs in groups for pair in pairwise(runs))
    pairs = [(run[0], after[0]) for run, after in neighbours if len(run) == len(after) == 1]
    cut = [(line, after) for line, after in pairs if _is_cut(raw, line, after) and _length(line) <= _LONGEST_APART]
    if len(cut) < _FEWEST_CUTS:
        return None
    column = max(_length(line) for line, _ in cut)
    full = sum(_is_full(raw, line, after, column) for line, after in cut)
    return column if column >= _NARROWEST and full >= 0.8 * len(cut) else None


def _goes_on_apart(raw: str, line: Span, after: Span, column: int) -> bool:
    """Whether a sentence goes on from a full line to the one below a blank line."""
    may_go_on = _is_cut(raw, line, after) or raw[line.end - 1] not in f"{_STOPS}:"
    return may_go_on and _length(line) <= column + _UNEVEN and _is_full(raw, line, after, column)


def _is_cut(raw: str, line: Span, after: Span) -> bool:
    """Whether a line ends in the middle of a sentence: in an opening mark or a number, or before a small letter."""
    last = raw[line.end - 1]
    if last in _HYPHENS or last in _OPENERS or (last.isdigit() and _REST_OF_NUMBER.match(raw, after.start)):
        return True
    return raw[after.start].islower() and last not in ".!?…:;"


def _is_set_apart(raw: str, lines: Sequence[Span]) -> bool:
    """Whether blank lines stand between lines that are one paragraph."""
    return len(lines) > 1 and all(raw[line.end : after.start].count("\n") > 1 for line, after in pairwise(lines))


def _addresses_apart(raw: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The run, cut above and below each web address that is a line of its own."""
    start = 0
    for index in range(len(lines)):
        if _is_address_apart(raw, lines, index):
            yield from (part for part in (lines[start:index], lines[index : index + 1]) if part)
            start = index + 1
    if start < len(lines):
        yield lines[start:]


def _is_address_apart(raw: str, lines: list[Span], index: int) -> bool:
    """Whether a line is an address below a title or a sentence, rather than one in the middle of wrapped text."""
    address_line = read_line(lines[index].of(raw))
    if address_line is None or (index + 1 < len(lines) and raw[lines[index + 1].start].islower()):
        return False
    return index < 2 or address_line.labelled or raw[lines[index - 1].end - 1] in _STOPS


def _is_hard_wrapped(raw: str, lines: list[Span]) -> bool:
    """Whether lines are of nearly one length, with ends in the middle of sentences."""
    longest = _longest(lines)
    if len(lines) < 2 or not _SHORTEST_COLUMN <= longest <= _LONGEST_WRAP:
        return False
    if longest < _SHORTEST_WRAP and not any(_divides_word(raw, line, after) for line, after in pairwise(lines)):
        return _is_narrow_column(raw, lines, longest)
    if len(lines) > 2 and all(_is_cut(raw, *pair) and _length(pair[0]) >= _SHORTEST_WRAP for pair in pairwise(lines)):
        return True
    full = [after for line, after in pairwise(lines) if _is_full(raw, line, after, longest)]
    short = sum(_ends_paragraph(raw, line, after, longest) for line, after in pairwise(lines))
    go_on = sum(raw[after.start].islower() or raw[after.start - 2] in _HYPHENS for after in full)
    most_are_full = len(full) >= 0.8 * (len(lines) - 1 - short)
    return most_are_full and (go_on >= 0.4 * len(full) or _is_pair(raw, lines)) and bool(full)


def _is_pair(raw: str, lines: Sequence[Span]) -> bool:
    """Whether two lines may be one sentence: not where a name, a number or a bracket ends the first before a name."""
    last_word = lines[0].of(raw).rsplit(maxsplit=1)[-1]
    ends = last_word[0].isupper() or last_word[-1].isdigit() or last_word[-1] == ")"
    return len(lines) == 2 and not (ends and raw[lines[1].start].isupper())


def _is_narrow_column(raw: str, lines: Sequence[Span], longest: int) -> bool:
    """Whether lines of a narrow column are as full as their words allow and end in the middle of sentences."""
    if longest < _NARROWEST or len(lines) <= _FEWEST_CUTS:
        return False
    pairs = list(pairwise(lines))
    full = sum(_length(line) + 1 + _next_word(raw, after) > longest for line, after in pairs)
    cut = sum(_is_cut(raw, line, after) for line, after in pairs)
    return full >= len(pairs) - 1 and 2 * cut >= len(pairs)


def _narrow_column(raw: str, runs: Sequence[list[Span]]) -> int:
    """The width of a narrow column that the paragraphs show only together; 0 where they show none."""
    paragraphs = [lines for lines in runs if len(lines) > 1]
    column = max(map(_longest, paragraphs), default=0)
    pairs = [pair for lines in paragraphs for pair in pairwise(lines) if not _stops_short(raw, *pair, column)]
    if not _NARROWEST <= column < _SHORTEST_WRAP or len(pairs) < _FEWEST_CUTS:
        return 0
    are_full = all(_is_full_at(raw, *pair, column) for pair in pairs)
    cut = sum(_is_cut(raw, line, after) for line, after in pairs)
    return column if are_full and 2 * cut >= len(pairs) else 0


def _is_wrapped_at(raw: str, lines: Sequence[Span], column: int) -> bool:
    """Whether all of a few lines but the last are full for a column at which the text is wrapped elsewhere."""
    pairs = [pair for pair in pairwise(lines) if not _stops_short(raw, *pair, column)]
    return (
        any(_is_cut(raw, line, after) or _ends_in_small_word(raw, line) for line, after in pairs)
        and _longest(lines) <= column
        and all(_is_full_at(raw, *pair, column) for pair in pairs)
    )


def _ends_in_small_word(raw: str, line: Span) -> bool:
    """Whether a line ends in a word that begins with a small letter, and in no mark."""
    return raw[line.end - 1].isalpha() and line.of(raw).rsplit(maxsplit=1)[-1][0].islower()


def _stops_short(raw: str, line: Span, after: Span, column: int) -> bool:
    """Whether a line ends a sentence with room left, as the last of a paragraph does."""
    return raw[line.end - 1] in _STOPS and not _is_full_at(raw, line, after, column)


def _is_full_at(raw: str, line: Span, after: Span, column: int) -> bool:
    """Whether a line had hardly room for the first word of the next at a column."""
    return _length(line) + 1 + _next_word(raw, after) > column - 2


def _paragraphs(raw: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Group wrapped lines by paragraph, for a text may have no blank lines between paragraphs."""
    longest = _longest(lines)
    paragraph = lines[:1]
    for line, after in pairwise(lines):
        if _ends_paragraph(raw, line, after, longest) and not _is_cut(raw, line, after):
            yield paragraph
            paragraph = []
        paragraph.append(after)
    yield paragraph


def _length(line: Span) -> int:
    """The number of code points of a line."""
    return line.end - line.start


def _longest(lines: Sequence[Span]) -> int:
    return max(map(_length, lines))


def _next_word(raw: str, line: Span) -> int:
    """The length of a line's first word, or of a mark that stands alone before one."""
    return len(line.of(raw).split(maxsplit=1)[0])


def _divides_word(raw: str, line: Span, after: Span) -> bool:
    """Whether a word begins at the end of a line and goes on in the next."""
    return (
        _length(line) > 2
        and raw[line.end - 1] in _HYPHENS
        and raw[line.end - 2].isalpha()
        and raw[after.start].islower()
    )


def _is_full(raw: str, line: Span, after: Span, longest: int) -> bool:
    """Whether a line had no room for the first word of the next; in columns of print, lines are less even."""
    room = 2 if longest >= _SHORTEST_WRAP else longest // 5
    return _divides_word(raw, line, after) or _length(line) + 1 + _next_word(raw, after) > longest - room


def _ends_paragraph(raw: str, line: Span, after: Span, longest: int) -> bool:
    """Whether a line with room left is a title or the end of a paragraph."""
    is_short = _length(line) < 0.7 * longest
    may_end = is_short or raw[line.end - 1] in _STOPS
    return may_end and not _is_full(raw, line, after, longest)


def _joined(raw: str, lines: list[Span]) -> Unit:
    span = Span(lines[0].start, lines[-1].end)
    edits: Iterable[Edit] = (Edit(Span(a.end, b.start), " ", "line-join") for a, b in pairwise(lines))
    return Unit(span, span.of(raw), tuple(edits))
