"""What the headline list knows of an input without the whole analysis. No widget here."""

from __future__ import annotations

from array import array

import msgspec

from tui_reader.analysis.text.find import loose
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.model import Article, Document
from tui_reader.session.near_duplicates import sketch

WORDS_A_MINUTE = 230
"""Silent reading speed of adults (Brysbaert 2019, "How many words do we read per minute?": 238 in English)."""
MOST_SOUGHT = 200_000
"""The filter of the list looks into so many code points of each text."""
_STEP = 50_000  # code points folded at once: the loop has the interpreter in between


class Summary(msgspec.Struct, frozen=True):
    """Title, site and day as the text gives them; `text` is `find.loose`, for the filter; `length` in code points."""

    document: str
    title: str
    site: str | None
    day: str | None
    minutes: int
    length: int
    text: str
    sketch: array[int]


def summarise(document: Document) -> Summary:
    """What there is to list of a document."""
    from tui_reader.analysis.pipeline import OUTLINE_LENGTH, outline  # noqa: PLC0415 - the screen comes first

    raw = document.raw
    article = outline(document)
    kept = "\n".join(block.text for block in article.blocks if block.kept)
    kept_words = WORD.findall(kept)
    whole = len(kept_words) * max(1.0, len(raw) / OUTLINE_LENGTH)
    sought = raw[:MOST_SOUGHT]
    return Summary(
        document.id,
        article.title or first_words(raw),
        article.site,
        article.day,
        minutes_to_read(whole),
        len(raw),
        "".join(loose(sought[at : at + _STEP]) for at in range(0, len(sought), _STEP)),
        sketch([word.lower() for word in kept_words]),
    )


def counts_of(article: Article) -> tuple[int, int]:
    """How many figures an article has, and how many quotes that are speech."""
    return len(article.figures), sum(quote.speech for quote in article.quotes)


def minutes_to_read(words: float) -> int:
    """Whole minutes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def first_words(raw: str) -> str:
    """The first line that is not blank: what a text without a title is known by."""
    return next((line.strip() for line in raw[:2000].splitlines() if line.strip()), "")


def bare_summary(document: Document) -> Summary:
    """What there is to list of a document that could not be looked into."""
    raw = document.raw
    return Summary(document.id, first_words(raw), None, None, 0, len(raw), "", array("I"))
