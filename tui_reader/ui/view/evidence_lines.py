"""What several articles say of the same thing, as lines. No widget here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from tui_reader.display import display_line
from tui_reader.evidence.difference import Difference, Side
from tui_reader.evidence.quotes import has_same_words
from tui_reader.export.excerpt import is_inferred
from tui_reader.export.wording import number, quoted, value_words
from tui_reader.ingest.input_list import STDIN, record_name
from tui_reader.messages import N_, _, ngettext
from tui_reader.messages.days import written_day
from tui_reader.model import Article, Figure, Quote, Span
from tui_reader.session.evidence import Counts, HowMany, Overview, SameEvent, Sayings, Similar, Versions, Who
from tui_reader.ui.view.figure_columns import numeral
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.plot import Point, bars
from tui_reader.ui.view.signs import CORRECTED, DIFFERS, KEPT, doubted, qualifier_sign
from tui_reader.ui.view.target import Target, target_of_item

if TYPE_CHECKING:
    from tui_reader.evidence.sayings import Person, Saying

_MOST_OUTLETS = 6  # are named of a saying
_PLOT_WIDTH, _PLOT_HEIGHT, _PLOT_EDGE = 48, 4, 3
"""Cells and rows of a plot, and the cells beside it."""
_FEWEST_POINTS = 3  # that a plot shows more of than the table
_INSET = "    "
ANOTHER_NAME = object()
"""What choosing the line for another name gives."""


class Found(msgspec.Struct, frozen=True, eq=False):
    """A quote, a figure or a sentence of an article, at `span` of its raw text, to be copied, kept and shown."""

    article: Article
    target: Target
    span: Span


class FoundRow(msgspec.Struct, frozen=True, eq=False):
    """What a line stands for: something found in one article, or the same in several."""

    founds: tuple[Found, ...]


IsKept = Callable[[Found], bool]
"""Tells whether something is kept as a clipping."""


def found_item(item: Quote | Figure, article: Article) -> Found:
    """A quote or a figure of an article."""
    return Found(article, target_of_item(item), item.span)


def outlet(article: Article) -> str:
    """Who published an article: its site, else the name of its file, else its title; on one line."""
    source = article.document.source
    name = "" if source.path in (None, STDIN) else os.path.basename(str(source.path))
    return display_line(
        article.site or (name and record_name(name, source.record)) or article.title or _("without a title")
    )


def dated(article: Article) -> str:
    """Who published an article, and when."""
    return ", ".join(part for part in (outlet(article), article.day and written_day(article.day)) if part)


# What to ask


def question_lines(
    article: Article | None,
    earlier: Sequence[tuple[str, Versions]] = (),
    overview: Overview | None = None,
    *,
    ascii_only: bool = False,
) -> list[Line]:
    """The speakers and the figures of an article, to choose what is held against other articles.

    `earlier` are texts that it had before, by their names; `overview` is what others have, once that is known.
    """
    lines = [Line(" ".join((article.title or "").split()) or _("without a title"), look="meta")] if article else []
    if earlier:
        lines.append(Line(_("What has changed since"), look="head"))
        lines += [Line(f"  {name}", versions) for name, versions in earlier]
    if article:
        spoken = [quote for quote in article.quotes if quote.speech and quote.speaker]
        names = dict.fromkeys(quote.speaker for quote in spoken if quote.speaker)
        event = "  " + _("about the same event") + (_held(overview.similar) if overview else "")
        lines += [Line(_("Which articles"), look="head"), Line(event, SameEvent())]
        lines += [Line(_("Who"), look="head")] if names else []
        lines += [Line(f"  {name}", Who(name)) for name in names]
        lines += [Line(_("How many"), look="head")] if article.figures else []
        for at, figure in enumerate(article.figures):
            held = overview.figures[at] if overview else None
            elsewhere = _held(held.others, agrees=held.agrees) if held else ""
            lines.append(Line(f"  {_offered(figure, ascii_only=ascii_only)}{elsewhere}", HowMany(figure)))
    return [*lines, Line(_("What somebody else said…"), ANOTHER_NAME, look="extra")]


def _offered(figure: Figure, *, ascii_only: bool) -> str:
    """A figure as its article has it, with the sign of what qualifies it, and the thing."""
    return "  ".join(part for part in (numeral(figure, ascii_only=ascii_only), figure.what) if part)


def _held(others: int, *, agrees: bool = True) -> str:
    """In how many other articles something is; a sign where they contradict each other."""
    count = ngettext("{count} other article", "{count} other articles", others).format(count=others)
    return f" · {count}{'' if agrees else f' {DIFFERS.sign}'}" if others else ""


def _signed_value(figure: Figure, *, ascii_only: bool) -> str:
    """The value of a figure with the sign of what qualifies it, and of what the reader corrected."""
    corrected = f" {CORRECTED.sign}" if figure.corrected else ""
    return qualifier_sign(figure.qualifier, ascii_only=ascii_only) + value_words(figure) + corrected


# Who said what


def sayings_title(evidence: Sayings) -> str:
    """Whose words are listed, how many, and from how many articles."""
    items = [item for saying in evidence.found for item in (*saying.copies, *saying.others)]
    articles = len({item.article_index for item in items if evidence.person.has(item.quote.speaker)})
    parts = [evidence.name or _("speaker not named")]
    parts.append(ngettext("{count} saying", "{count} sayings", len(evidence.found)).format(count=len(evidence.found)))
    parts.append(ngettext("{count} article", "{count} articles", articles).format(count=articles))
    return " · ".join([*parts, _("the newest")] if evidence.is_cut else parts)


def saying_lines(evidence: Sayings, is_kept: IsKept) -> list[Line]:
    """The sayings under their days, each with its articles; below it other wordings and other speakers."""
    if not evidence.found:
        return [Line(_("nobody of that name speaks in any article"), look="meta")]
    lines: list[Line] = []
    for day, group in groupby(evidence.found, lambda one: evidence.articles[one.copies[0].article_index].day):
        lines += [Line("")] if lines else []
        lines.append(Line(written_day(day) if day else _("without a date"), look="head"))
        lines += [line for saying in group for line in _lines_of_saying(saying, evidence, is_kept)]
    return lines


def _lines_of_saying(saying: Saying, evidence: Sayings, is_kept: IsKept) -> Iterator[Line]:
    articles, person = evidence.articles, evidence.person
    row = FoundRow(tuple(found_item(item.quote, articles[item.article_index]) for item in saying.copies))
    first = saying.copies[0].quote
    sign = _sign(row, is_kept)
    yield Line(f"{sign}{_words(row.founds[0])}", row, hang=len(sign))
    names = [outlet(found.article) for found in row.founds]
    more = len(names) - _MOST_OUTLETS
    named = ", ".join(names[:_MOST_OUTLETS]) + (" " + _("and {count} more").format(count=more) if more > 0 else "")
    yield Line(_INSET + " — ".join(part for part in (_speaker(first, person), named) if part), look="meta")
    for item in saying.others:
        other = FoundRow((found_item(item.quote, articles[item.article_index]),))
        words = "" if has_same_words(item.quote, first) else _words(other.founds[0])
        speaker = item.quote.speaker
        who = (doubted(speaker) if is_inferred(item.quote) else speaker) if speaker else _("speaker not named")
        told = " — ".join(part for part in (words, who, dated(other.founds[0].article)) if part)
        start = f"  {DIFFERS.sign} {_sign(other, is_kept).lstrip()}"
        yield Line(start + told, other, look="extra", hang=len(start))


def _speaker(quote: Quote, person: Person) -> str:
    """The role of a speaker, and the name where it is not certain that it is theirs, or that they said it."""
    if quote.speaker and (is_inferred(quote) or not person.is_certain(quote.speaker)):
        return ", ".join(part for part in (doubted(quote.speaker), quote.role) if part)
    return quote.role or ""


def _words(found: Found) -> str:
    return quoted(" ".join(found.target.words.split()), found.article.language)


def _sign(row: FoundRow, is_kept: IsKept) -> str:
    return f"{KEPT.sign} " if any(map(is_kept, row.founds)) else "  "


# How many


def counts_title(figure: Figure, evidence: Counts) -> str:
    """What is counted, and how many articles give it."""
    items = evidence.group.items if evidence.group else ()
    articles = len({item.article_index for item in items}) or 1
    what = (evidence.group and evidence.group.what) or figure.what or value_words(figure)
    return f"{what} · " + ngettext("{count} article", "{count} articles", articles).format(count=articles)


def count_lines(
    figure: Figure, evidence: Counts, is_kept: IsKept, *, width: int = 100, ascii_only: bool = False
) -> list[Line]:
    """A plot over time where there is one, and a table: day, value, thing, who gives it, where; the oldest first.

    The plot is not wider than `width` cells.
    """
    group = evidence.group
    items = group.items if group else ()
    days = [evidence.articles[item.article_index].day for item in items]
    contradicted = group.contradicted(days) if group else ()
    rows = sorted(zip(days, items, contradicted, strict=True), key=lambda row: (row[0] or "~", row[1].article_index))
    if not rows:
        alone = Line(f"  {_offered(figure, ascii_only=ascii_only)}")
        return [alone, Line(""), Line(_("no other article gives a figure for this"), look="meta")]
    values = [_signed_value(item.figure, ascii_only=ascii_only) for _day, item, _is in rows]
    written = [written_day(day) if day else "" for day, _item, _is in rows]
    day_width, value_width = max(map(len, written)), max(map(len, values))
    dated_values = [(day, item.figure.value) for day, item, _is in rows if day]
    lines = _plot(dated_values, width, ascii_only=ascii_only)
    for (_day, item, is_contradicted), day, value in zip(rows, written, values, strict=True):
        article = evidence.articles[item.article_index]
        row = FoundRow((found_item(item.figure, article),))
        sign = f"{DIFFERS.sign if is_contradicted else ' '}{_sign(row, is_kept)}"
        told = " · ".join(part for part in (item.figure.what, item.figure.attribution, outlet(article)) if part)
        start = f"{sign}{day:>{day_width}}  {value:>{value_width}}  "
        lines.append(Line(start + told, row, hang=len(start)))
    return lines


def _is_day(day: str) -> bool:
    """Whether a date says which day: some articles give a month or a year alone."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _plot(dated_values: Sequence[tuple[str, float]], room: int, *, ascii_only: bool) -> list[Line]:
    """The values over time, with the highest and the days from which to which they go."""
    exact = [(day, value) for day, value in dated_values if _is_day(day)]
    points = [Point(date.fromisoformat(day).toordinal(), value) for day, value in exact]
    if len(set(points)) < _FEWEST_POINTS or len({point.day for point in points}) == 1:
        return []
    label = number(max(point.value for point in points))
    height, width = _PLOT_HEIGHT, min(_PLOT_WIDTH, room - len(label) - _PLOT_EDGE)
    if width < _PLOT_WIDTH // 2:
        return []
    rows = bars(points, width, height, ascii_only=ascii_only)
    if not rows:
        return []
    labels = [label, *[" " * len(label)] * (height - 1)]
    days = sorted(day for day, _value in exact)
    first, last = map(written_day, (days[0], days[-1]))
    foot = f"{' ' * len(label)}  {first}{last:>{width - len(first)}}"
    return [
        *(Line(f"{one} │{row}", look="meta") for one, row in zip(labels, rows, strict=True)),
        Line(foot, look="meta"),
        Line(""),
    ]


# The same event


def event_lines(similar: Sequence[Similar]) -> list[Line]:
    """The other articles about the event, the most similar first."""
    if not similar:
        return [Line(_("no other article tells of this event"), look="meta")]
    lines: list[Line] = []
    for other in similar:
        title = display_line(other.article.title or _("without a title"))
        target = Target(title, "passage")
        lines.append(Line(f"  {title}", FoundRow((Found(other.article, target, Span(0, 0)),))))
        alike = _("nearly the same text") if other.is_alike else None
        lines.append(Line(_INSET + " · ".join(part for part in (dated(other.article), alike) if part), look="meta"))
    return lines


_GROUPS = {True: N_("Figures that differ"), False: N_("Words that differ")}


def difference_lines(
    first: Article,
    second: Article,
    differences: Sequence[Difference],
    is_kept: IsKept,
    names: tuple[str, str] | None = None,
) -> list[Line]:
    """What differs between two articles, figures first: `−` stands before what the first one has, `+` the second.

    `names` are what the two are called, by default their paper and day.
    """
    called, other_called = names or (dated(first), dated(second))
    lines = [Line(f"− {called}", look="meta"), Line(f"+ {other_called}", look="meta")]
    if not differences:
        return [*lines, Line(""), Line(_("the two say the same, word for word"))]
    for has_figures, name in _GROUPS.items():
        group = [one for one in differences if one.has_figures is has_figures]
        lines += [Line(""), Line(_(name), look="head")] if group else []
        for one in group:
            lines += [_side_line("−", one.first, first, is_kept)] if one.first else []
            lines += [_side_line("+", one.second, second, is_kept)] if one.second else []
    return lines


def _side_line(sign: str, side: Side, article: Article, is_kept: IsKept) -> Line:
    """A sentence of one article, with the words marked that the other has not."""
    sentence = article.text[side.span.start : side.span.end].replace("\n", " ")
    found = Found(article, Target(sentence, "passage"), article.wording.raw_span(side.span))
    start = f"{sign} {_sign(FoundRow((found,)), is_kept).strip()}"
    shift = len(start) - side.span.start
    marks = tuple(mark.shift(shift) for mark in side.marks)
    return Line(start + sentence, FoundRow((found,)), marks=marks, hang=len(start))


def outlet_lines(row: FoundRow) -> list[Line]:
    """The articles that have the same words, to choose which one is shown."""
    return [Line(f"{dated(found.article)} · {display_line(found.article.title or '')}", found) for found in row.founds]
