"""What the loader reports: one frozen value an event. `Collection.apply` takes them in the order in which they come."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui_reader.errors import AnalysisError, InputError
from tui_reader.ingest.input_list import Input
from tui_reader.model import Article, Correction, Document
from tui_reader.session.summary import Summary


class TextRead(msgspec.Struct, frozen=True):
    """The text of an input was read; its article is still to come."""

    entry_index: int
    document: Document


class Analysed(msgspec.Struct, frozen=True):
    """The article of an input, with these corrections of its blocks and its language."""

    entry_index: int
    article: Article
    corrections: tuple[Correction, ...] = ()


class Outlined(msgspec.Struct, frozen=True):
    """What the list shows of an input."""

    entry_index: int
    summary: Summary


class Counted(msgspec.Struct, frozen=True):
    """How many figures and quotes the article of an input has."""

    entry_index: int
    figures: int
    quotes: int


class Unreadable(msgspec.Struct, frozen=True):
    """An input cannot be read, or no more."""

    entry_index: int
    problem: InputError


class Failed(msgspec.Struct, frozen=True):
    """The analysis of an input met a defect; its article, unanalysed, comes as any other."""

    entry_index: int
    problem: AnalysisError


class Changed(msgspec.Struct, frozen=True):
    """An input holds another text than before."""

    entry_index: int


class Divided(msgspec.Struct, frozen=True):
    """An input holds several articles: the first takes its place, the entries of the others come after all others."""

    entry_index: int
    inputs: Sequence[Input]


class Arrived(msgspec.Struct, frozen=True):
    """Inputs that were not there before: their entries come after all others."""

    inputs: Sequence[Input]


class Replaced(msgspec.Struct, frozen=True):
    """Another text came of an article of the web: its input is another."""

    entry_index: int
    input: Input


class Brought(msgspec.Struct, frozen=True):
    """A text that came without a file: its entry, at `index`, comes after all others."""

    entry_index: int
    input: Input
    document: Document


class Fetched(msgspec.Struct, frozen=True):
    """Inputs that were found in the index: their entries, from `index` on, come after all others."""

    entry_index: int
    inputs: Sequence[Input]


class Compared(msgspec.Struct, frozen=True):
    """Looking for changes has ended: so many inputs are new, changed and gone."""

    new: int
    changed: int
    gone: int


Event = (
    TextRead
    | Analysed
    | Outlined
    | Counted
    | Unreadable
    | Failed
    | Changed
    | Divided
    | Arrived
    | Replaced
    | Brought
    | Fetched
    | Compared
)
