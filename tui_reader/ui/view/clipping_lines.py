"""The clippings as lines: grouped, filtered, and what is known of each. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from tui_reader.analysis.text.find import loose
from tui_reader.export.citation import figure_words
from tui_reader.export.wording import MARK_NAMES, quoted
from tui_reader.library.values import Clipping
from tui_reader.messages import N_, _
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.signs import CORRECTED, doubted

GROUPINGS: dict[str, str] = {
    "heading": N_("by heading"),
    "article": N_("by article"),
    "speaker": N_("by speaker"),
    "day": N_("by day"),
}

_GROUP_OF: dict[str, Callable[[Clipping], str]] = {
    "heading": lambda clipping: clipping.heading,
    "article": lambda clipping: clipping.excerpt.reference.title or clipping.where.path or "",
    "speaker": lambda clipping: clipping.excerpt.speaker or clipping.excerpt.given_by or "",
    "day": lambda clipping: clipping.made[:10],
}
_NO_GROUP: dict[str, str] = {
    "heading": N_("without a heading"),
    "article": N_("without a title"),
    "speaker": N_("nobody named"),
    "day": "",
}


def clipping_lines(clippings: Sequence[Clipping], grouping: str, words: str = "") -> list[Line]:
    """The clippings that have these words, each under its group; choosing a line gives the clipping's id."""
    sought = loose(words).split()
    listed = [clipping for clipping in clippings if all(word in loose(_all_words(clipping)) for word in sought)]
    group_of = _GROUP_OF[grouping]
    listed.sort(
        key=lambda clipping: (not group_of(clipping), loose(group_of(clipping))) if grouping != "heading" else ()
    )
    lines: list[Line] = []
    for group, members in groupby(listed, group_of):
        lines += [Line("")] if lines else []
        lines.append(Line(group or _(_NO_GROUP[grouping]), look="head"))
        lines += [line for clipping in members for line in _lines_of(clipping)]
    return lines or [Line(_("no clipping has these words") if sought else _("nothing is kept"), look="meta")]


ANOTHER = object()
"""What choosing the line for another heading gives."""


def heading_lines(offered: Sequence[str], heading: str) -> list[Line]:
    """The headings that are offered for a clipping under `heading`, one to be typed, and none."""
    lines = [Line(offer, offer) for offer in offered]
    lines.append(Line(_("another heading…"), ANOTHER, look="extra"))
    without = _NO_GROUP["heading"]  # Babel 2.16 takes a string in the brackets of `_` for a message
    return [*lines, Line(_(without), "", look="extra")] if heading else lines


def shown_words(clipping: Clipping) -> str:
    """The words of a clipping on one line: a figure with its thing, others between quotation marks."""
    excerpt = clipping.excerpt
    if excerpt.kind == "figure":
        return figure_words(excerpt)
    return quoted(" ".join(excerpt.words.split()), excerpt.reference.language)


def _lines_of(clipping: Clipping) -> Iterator[Line]:
    sign = f" {CORRECTED.sign}" if clipping.excerpt.is_corrected else ""
    yield Line(f"  {shown_words(clipping)}{sign}", clipping.id)
    reference = clipping.excerpt.reference
    speaker = clipping.excerpt.speaker
    if speaker and clipping.excerpt.is_inferred:
        speaker = doubted(speaker)
    who = (speaker, clipping.excerpt.role) if clipping.excerpt.kind == "quote" else ()
    known = ", ".join(part for part in (*who, reference.title, reference.site, reference.date) if part)
    mark = _(MARK_NAMES[clipping.mark]) if clipping.mark else None
    yield from (Line(f"    {part}", look="meta") for part in (known, mark, clipping.note) if part)


def _all_words(clipping: Clipping) -> str:
    """What a filter looks into."""
    excerpt, reference = clipping.excerpt, clipping.excerpt.reference
    parts = (
        *(
            excerpt.words,
            excerpt.speaker,
            excerpt.role,
            excerpt.what,
            excerpt.given_by,
            clipping.heading,
            clipping.note,
        ),
        *(reference.author, reference.title, reference.site, reference.date),
    )
    return "\n".join(part for part in parts if part)
