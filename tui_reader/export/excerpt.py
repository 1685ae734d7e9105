"""Words taken from an article, with what is known of them: what is copied, cited and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.export.wording import value_words
from tui_reader.model import CITED_ELLIPSIS, Article, CorrectedField, Excerpt, Figure, Quote, Reference, Span

_INFERRED_RULES = ("context.", "title.repeated")
_CERTAIN = 0.6
"""The least confidence of a source that is taken as read. Of 330 quotations in texts that were judged before they were
analysed, one source in three was wrong below it, and one in twenty above.
"""
_DIGITS_ALONE = re.compile(r"[\d\s.,'’–-]+")  # a unit that is known stands elsewhere in the text then
_VALUE_FIELDS: frozenset[CorrectedField] = frozenset(("value", "high", "unit"))
_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(rf"(?<={re.escape(CITED_ELLIPSIS)}) (?=[.…])")


def reference_of(article: Article) -> Reference:
    """How an article is cited."""
    source = article.document.source
    accessed = source.fetched and source.fetched.partition("T")[0]
    return Reference(article.byline, article.title, article.site, article.day, source.url, article.language, accessed)


def is_inferred(quote: Quote) -> bool:
    """Whether who said it was found by a pronoun, from another quote, or by a construction that often tells of others.

    What the reader has corrected is none of it.
    """
    if "speaker" in quote.corrected:
        return False
    is_uncertain = quote.confidence is not None and quote.confidence < _CERTAIN
    return is_uncertain or quote.how == "pronoun" or (quote.rule or "").startswith(_INFERRED_RULES)


def excerpt_of_quote(quote: Quote, article: Article) -> Excerpt:
    """A quote, with who said it."""
    return Excerpt(
        "quote",
        _with_ellipses(quote, article),
        reference_of(article),
        speaker=quote.speaker,
        role=quote.role if quote.role != quote.speaker else None,
        is_inferred=is_inferred(quote) and quote.speaker is not None,
        is_corrected=bool(quote.corrected),
    )


def excerpt_of_figure(figure: Figure, article: Article) -> Excerpt:
    """A figure, with what it counts and who gives it."""
    return Excerpt(
        "figure",
        figure_numeral(figure),
        reference_of(article),
        what=figure.what,
        qualifier=figure.qualifier,
        given_by=figure.attribution,
        is_corrected=bool(figure.corrected),
    )


def figure_numeral(figure: Figure) -> str:
    """A figure as its article has it, in brackets with the unit that it leaves unsaid: `24,85 [%]`.

    Where the reader read another value in it, with that in brackets.
    """
    numeral = " ".join(figure.clean.split())
    if not _VALUE_FIELDS.isdisjoint(figure.corrected):
        return f"{numeral} [= {value_words(figure)}]"
    is_unsaid = figure.unit is not None and _DIGITS_ALONE.fullmatch(numeral) is not None
    return f"{numeral} [{figure.unit}]" if is_unsaid else numeral


def excerpt_of_passage(words: str, article: Article) -> Excerpt:
    """Words of the reporter, or of whoever."""
    return Excerpt("passage", words.strip(), reference_of(article))


def said_words(quote: Quote) -> str:
    """What was said, to be copied: without the comma with which English style closes a quote before its speaker."""
    return quote.clean.strip().removesuffix(",")


def said_parts(quote: Quote) -> Iterator[Span]:
    """The stretches of a quote, in the raw text, that were said: what the interjected cues leave, in order."""
    start = quote.span.start
    for incise in quote.incises:
        yield Span(start, incise.start)
        start = incise.end
    yield Span(start, quote.span.end)


def figure_sentence(figure: Figure, article: Article) -> str:
    """The sentence of a figure, as the clean text has it."""
    return article.wording.clean_span(figure.sentence).of(article.text)


def _with_ellipses(quote: Quote, article: Article) -> str:
    """What was said, with a sign for each interjected cue; as it is copied where the sign finds no place."""
    clean_parts = [article.wording.clean_span(part).of(article.text) for part in said_parts(quote)]
    texts = [_BLANKS.sub(" ", part).strip(" ,") for part in clean_parts]
    plain = said_words(quote)
    if not quote.incises or not all(texts) or not has_words_of(" ".join(texts), plain):
        return plain
    return _BEFORE_MARK.sub("", f" {CITED_ELLIPSIS} ".join(texts))


def has_words_of(source: str, words: str) -> bool:
    """Whether a source has words letter for letter, anything where `CITED_ELLIPSIS` stands; blanks and marks aside."""
    text, place = _letters(source), 0
    for part in map(_letters, words.split(CITED_ELLIPSIS)):
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
