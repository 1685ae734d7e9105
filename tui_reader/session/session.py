"""What the reader screen is started with. No widget here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui_reader.errors import TuiReaderError
from tui_reader.library.store import Library
from tui_reader.session.analysis_process import Analyst, start_analyst
from tui_reader.session.collection import Shelf
from tui_reader.session.view_state import Settings


@dataclass
class Session:
    """The shelf, the `paths` it was filled from, what went wrong so far, and where deeds are kept, if anywhere.

    `begun` are analyses under way, by entry; `analyst` does further ones, `start` makes more of its kind; `ascii` is
    for terminals without the usual signs.
    """

    shelf: Shelf
    paths: Sequence[str] = ()
    problems: Sequence[TuiReaderError] = ()
    notices: Sequence[str] = ()
    begun: Mapping[int, Analyst] = field(default_factory=dict)
    analyst: Analyst | None = None
    start: Callable[[], Analyst] = start_analyst
    library: Library | None = None
    settings: Settings = field(default_factory=Settings)
    ascii: bool = False
