"""News excerpts with the sources of their quotations: `python -m tests.corpus.excerpts fr-2` shows which are not named.

The data files `excerpts.SERIES.txt` say how they are written; a series is named after its language.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import msgspec

from tests.corpus import FOLDER
from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Quote

_HEADING = re.compile(r"^== .*\n", re.MULTILINE)
NO_SPEECH, NOBODY = "~", "-"


class Excerpt(msgspec.Struct, frozen=True):
    """A text, and for each quotation in it how it calls its source, there or elsewhere, and the fullest name of it."""

    text: str
    sources: tuple[str, ...]


class Score(msgspec.Struct):
    """How many of the sources are right and wrong; `disagreements` says where."""

    sources: int = 0
    right: int = 0
    full: int = 0
    wrong: int = 0
    disagreements: list[str] = msgspec.field(default_factory=list)


def read_excerpts(series: str) -> Iterator[Excerpt]:
    """The excerpts of a series, in order: `fr`, `fr-2`."""
    data = (FOLDER / f"excerpts.{series}.txt").read_text(encoding="utf-8")
    for part in _HEADING.split(data)[1:]:
        lines = part.strip().splitlines()
        sources = tuple(line[2:] for line in lines if line.startswith("> "))
        yield Excerpt("\n".join(line for line in lines if not line.startswith("> ")) + "\n", sources)


def score(series: str) -> Score:
    """Read each excerpt of a series and count; a source is right by what stands at the quotation or by its name."""
    result = Score()
    speech = language_of(series.partition("-")[0]).speech
    small = speech.determiners | speech.prepositions
    for excerpt in read_excerpts(series):
        quotes = analyse(document_from_text(excerpt.text)).quotes
        for quote, wanted in zip(quotes, excerpt.sources, strict=True):
            if wanted not in (NO_SPEECH, NOBODY):
                _count(result, excerpt.text, quote, wanted, small)
    return result


def _count(result: Score, text: str, quote: Quote, wanted: str, small: frozenset[str]) -> None:
    def words(phrase: str) -> set[str]:
        return set(WORD.findall(fold(phrase).replace("'", " "))) - small

    others, _, name = wanted.rpartition(" = ")
    source = others or name
    said = quote.speaker_span.of(text) if quote.speaker_span else ""
    right = bool(words(said) & words(source) or words(quote.speaker or "") & (words(name) | words(source)))
    result.sources += 1
    result.right += right
    result.full += quote.speaker == name
    result.wrong += bool(not right and (said or quote.speaker))
    if quote.speaker != name:
        result.disagreements.append(f"{quote.text[:50]!r}: {said!r}, {quote.speaker!r} instead of {source!r}, {name!r}")


if __name__ == "__main__":
    result = score(sys.argv[1])
    print(*result.disagreements, sep="\n")
    print(f"{result.sources} sources: right {result.right}, by full name {result.full}, wrong {result.wrong}")
