"""What was left out of an article, and what is in doubt, as lines. No widget here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tui_reader.messages import _
from tui_reader.model import Block, Span
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import shorten_at_word
from tui_reader.ui.view.signs import CORRECTED, MARKED

_WIDEST = 180
"""Cells of a block's words that are shown: two rows or so."""
_INSET = 2  # cells before them, for a sign


def removed_lines(blocks: Sequence[Block], turned: Collection[Span] = (), marked: Collection[Span] = ()) -> list[Line]:
    """What is in doubt by reason, then what was left out; of each the reason with most text first, its blocks in order.

    `turned` are those that the reader put back or took out since they were listed, `marked` those that are to be.
    """
    doubtful = [block for block in blocks if block.kept and block.doubtful]
    dropped = [block for block in blocks if not block.kept]
    groups = [*_by_reason(doubtful, _("kept, in doubt: {reason}")), *_by_reason(dropped, "{reason}")]
    return [line for name, group in groups for line in _lines_of(name, group, turned, marked)]


def _by_reason(blocks: Sequence[Block], form: str) -> Iterator[tuple[str, list[Block]]]:
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        groups.setdefault(_(block.reason) if block.reason else block.kind, []).append(block)
    ordered = sorted(groups.items(), key=lambda item: (-sum(len(block.text) for block in item[1]), item[0]))
    for reason, group in ordered:
        yield form.format(reason=reason), group


def _lines_of(name: str, group: Sequence[Block], turned: Collection[Span], marked: Collection[Span]) -> Iterator[Line]:
    yield Line(f"{name} ({len(group)})", look="head")
    for block in group:
        beginning = shorten_at_word(" ".join(block.text[: 2 * _WIDEST].split()), _WIDEST)
        if block.span in turned:
            deed = _("taken out: {words}") if block.kept else _("put back: {words}")
            yield Line(f"{CORRECTED.sign} {deed.format(words=beginning)}", block, look="extra", hang=_INSET)
        else:
            yield Line(f"{MARKED.sign if block.span in marked else ' '} {beginning}", block, hang=_INSET)
