"""Notices in words: the one at the foot of the screen, and the log of all. No widget here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len

from tui_reader.messages import _, ngettext
from tui_reader.session.notices import Notice
from tui_reader.ui.view.lines import Line
from tui_reader.ui.view.render import shorten_at_word
from tui_reader.ui.view.signs import CUT, TIMES, WARNING

_FOLDERS = re.compile(r"^/(?:[^/:]*/)+")


def notice_text(notice: Notice, further: int, width: int) -> str:
    """A notice in at most `width` cells; `further`: how many warnings are to be read in the log besides it.

    Of a path that it begins with, the folders are cut first.
    """
    sign = f"{WARNING.sign} " if notice.is_pressing else ""
    more = " " + ngettext("({count} more)", "({count} more)", further).format(count=further) if further else ""
    room = width - cell_len(sign) - cell_len(more)
    text = notice.text if cell_len(notice.text) <= room else _FOLDERS.sub(f"{CUT.sign}/", notice.text)
    return f"{sign}{shorten_at_word(text, room)}{more}"


def notice_lines(log: Iterable[Notice]) -> list[Line]:
    """All notices with their times, the latest first; the same words several times running are one."""
    runs = [list(run) for _key, run in groupby(log, lambda notice: (notice.severity, notice.text))]
    return [_line(run[-1], len(run)) for run in reversed(runs)] or [Line(_("no message yet"), look="meta")]


def _line(notice: Notice, count: int) -> Line:
    time = f"{notice.told:%H:%M:%S}  "
    sign = f"{WARNING.sign} " if notice.is_pressing else ""
    times = f" {TIMES.sign}{count}" if count > 1 else ""
    return Line(f"{time}{sign}{notice.text}{times}", hang=len(time))
