"""What the index holds of an article, as values that can be made in another process."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

import tui_reader.analysis
import tui_reader.evidence
import tui_reader.ingest
from tui_reader.analysis.text.find import loose
from tui_reader.model import Article, Figure, Span


class QuoteRow(msgspec.Struct, frozen=True, array_like=True):
    """A quote that is speech: speaker and words, loose, and where it stands in the clean text."""

    speaker: str
    words: str
    start: int
    end: int


class FigureRow(msgspec.Struct, frozen=True, array_like=True):
    """A figure: its ends, its unit, the thing in its words, loose, and the things of the lexicon, between blanks.

    `start` and `end` say where it stands in the clean text.
    """

    value: float
    high: float
    unit: str
    what: str
    things: str
    start: int
    end: int


class ArticleRow(msgspec.Struct, frozen=True, array_like=True):
    """An article as the index holds it; what is not known is empty."""

    document: str
    record: int
    title: str
    byline: str
    site: str
    day: str
    language: str
    text: str
    quotes: tuple[QuoteRow, ...]
    figures: tuple[FigureRow, ...]
    quoted: str
    speakers: str
    counted: str
    data: bytes


_COMPRESSION = 1  # of an article: a twentieth larger than with the level that is usual, in two thirds of the time

ItemKind = Literal["quote", "figure"]
"""What of an article can be asked for and found by itself; the tables have these names."""
NO_RECORD = -1
"""The record of an article that is the only one of its file."""


def row_of(article: Article) -> ArticleRow:
    """The row of an article."""
    from tui_reader.evidence.things import things_of_figures  # noqa: PLC0415 - the screen only reads rows

    place = article.wording.clean_span
    figures = tuple(
        row for figure, things in things_of_figures(article) for row in _figure_rows(figure, things, place(figure.span))
    )
    spoken = [quote for quote in article.quotes if quote.speech]
    record = article.document.source.record
    return ArticleRow(
        document=article.document.id,
        record=NO_RECORD if record is None else record,
        title=_storable(article.title or ""),
        byline=_storable(article.byline or ""),
        site=_storable(article.site or ""),
        day=article.day or "",
        language=article.language or "",
        text=_storable(article.text),
        quotes=tuple(QuoteRow(_loose(one.speaker or ""), _loose(one.clean), *place(one.span)) for one in spoken),
        figures=figures,
        quoted=_storable("\n".join(quote.clean for quote in spoken)),
        speakers=_storable("\n".join({quote.speaker: "" for quote in spoken if quote.speaker})),
        counted=_storable("\n".join(f"{figure.what} {figure.things} {unit_token(figure.unit)}" for figure in figures)),
        data=encoded(article),
    )


def unit_token(unit: str) -> str:
    """A unit as a word of the full-text index: also `%`, and one that no text has."""
    return f"unit{unit.encode().hex()}"


def _figure_rows(figure: Figure, things: frozenset[str], place: Span) -> Iterator[FigureRow]:
    """The row of a figure; of a score, one for each side."""
    ends = [(figure.value, figure.value if figure.high is None else figure.high)]
    if figure.kind == "score":
        ends = [(end, end) for end in (figure.value, figure.high) if end is not None]
    known = (_loose(figure.unit or ""), _loose(figure.what or ""), _storable(f" {' '.join(sorted(things))} "))
    return (FigureRow(low, high, *known, *place) for low, high in ends)


def encoded(article: Article) -> bytes:
    """An article as bytes; half a character, as file names and scraped texts have them, becomes a stand-in.

    The article is then not the one of its document, and is analysed again when that is opened.
    """
    try:
        data = _encoder().encode(article)
    except UnicodeEncodeError:
        data = _encoder().encode(_with_stand_ins(msgspec.to_builtins(article)))
    return zlib.compress(data, _COMPRESSION)


def _with_stand_ins(value: Any) -> Any:
    """A value of texts, lists and dictionaries with all its texts storable."""
    if isinstance(value, str):
        return _storable(value)
    if isinstance(value, list | tuple):
        return [_with_stand_ins(each) for each in value]
    if isinstance(value, dict):
        return {key: _with_stand_ins(each) for key, each in value.items()}
    return value


def decoded(data: bytes) -> Article:
    """The article of some bytes. Raises ValueError where they are none, as of a file that was damaged."""
    try:
        return _decoder().decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error


@cache
def analyser_version() -> str:
    """What tells one analysis from another: the names, sizes and times of change of the files that make a row."""
    digest = hashlib.sha256()
    for package in (tui_reader.ingest, tui_reader.analysis, tui_reader.evidence):
        folder = Path(package.__path__[0])
        for path in sorted(_files(folder)):
            found = os.stat(path)
            name = f"{folder.name}/{os.path.relpath(path, folder)}"
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".gz"))


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder()


@cache
def _decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)


def _loose(text: str) -> str:
    return _storable(loose(" ".join(text.split())))


def _storable(text: str) -> str:
    """A text as SQLite keeps it: what is no Unicode scalar value becomes a stand-in, code point for code point."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
