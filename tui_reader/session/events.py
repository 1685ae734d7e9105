"""What the loader reports: one frozen value an event. `Collection.apply` takes them in the order in which they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.errors import AnalysisError, InputError
from tui_reader.ingest.input_list import Input
from tui_reader.model import Article, Correction, Document
from tui_reader.session.summary import Summary


@dataclass(frozen=True, slots=True)
class TextRead:
    """The text of an input was read; its article is still to come."""

    index: int
    document: Document


@dataclass(frozen=True, slots=True)
class Analysed:
    """The article of an input, with these corrections of its blocks and its language."""

    index: int
    article: Article
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlined:
    """What the list shows of an input."""

    index: int
    summary: Summary


@dataclass(frozen=True, slots=True)
class Counted:
    """How many figures and quotes the article of an input has."""

    index: int
    figures: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input cannot be read, or no more."""

    index: int
    problem: InputError


@dataclass(frozen=True, slots=True)
class Failed:
    """The analysis of an input met a defect; its article, unanalysed, comes as any other."""

    index: int
    problem: AnalysisError


@dataclass(frozen=True, slots=True)
class Changed:
    """An input holds another text than before."""

    index: int


@dataclass(frozen=True, slots=True)
class Divided:
    """An input holds several articles: the first takes its place, the entries of the others come after all others."""

    index: int
    inputs: Sequence[Input]


@dataclass(frozen=True, slots=True)
class Arrived:
    """Inputs that were not there before: their entries come after all others."""

    inputs: Sequence[Input]


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that came without a file: its entry, at `index`, comes after all others."""

    index: int
    input: Input
    document: Document


@dataclass(frozen=True, slots=True)
class Fetched:
    """Inputs that were found in the index: their entries, from `index` on, come after all others."""

    index: int
    inputs: Sequence[Input]


@dataclass(frozen=True, slots=True)
class Compared:
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
    | Brought
    | Fetched
    | Compared
)
