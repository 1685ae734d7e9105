"""What holds for any text at all."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.analysis.pipeline import analyse
from tui_reader.export.contract import as_json, as_line
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Span

PIECES = [
    *("Voir aussi", "Partager", "VIDEO. Un film", "Commentaires (2)", "Par Anne Roux", "1er mars 2022", "M. Durand"),
    *(
        "« Bonjour », a dit Anne Roux.",
        "“Hello,” said Bob Lee.",
        "Selon lui, « il",
        "— Anne Roux (@anne) March 2, 2022",
    ),
    *('"x" y', "»", "«", "”", "“", '"', ".", "!", "…", "\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "\u2028"),
    *("900 000 personnes", "Près de 3,5 millions d’euros", "９", "²", "½", "\x1b[2J", "\ud800", "\x00", "a" * 90),
    "Le texte dit ce qu’il dit et puis il s’arrête.",
]
MESSY = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(MESSY)
def test_any_text_is_analysed_and_every_place_is_true(text: str) -> None:
    article = analyse(document_from_text(text))
    raw = article.document.raw
    places = [(item.span, item.text) for items in (article.blocks, article.figures, article.quotes) for item in items]
    assert all(span.of(raw) == text for span, text in places)
    for figure in article.figures:
        assert Span(*figure.mentions[0]) == figure.span
        assert float("-inf") < figure.value < float("inf")
    for quote in article.quotes:
        assert quote.speaker_span is None or 0 <= quote.speaker_span.start < len(raw)
        assert all(quote.span.holds(incise) for incise in quote.incises)
    json.loads(as_line(article).encode("utf-8"))


@settings(max_examples=150, deadline=None)
@given(MESSY)
def test_blocks_cover_all_that_is_not_blank_without_overlap(text: str) -> None:
    article = analyse(document_from_text(text))
    seen = bytearray(len(text))
    for block in article.blocks:
        assert not any(seen[block.span.start : block.span.end])
        seen[block.span.start : block.span.end] = b"\1" * len(block.text)
    assert all(covered or character.isspace() for covered, character in zip(seen, text, strict=True))


def test_the_contract_names_every_part() -> None:
    article = as_json(analyse(document_from_text("Titre\n\nUn mot, « deux mots », a dit Anne Roux.", "a.txt")))
    parts = "schema id source language title byline site published raw text blocks headlines figures quotes"
    assert list(article) == parts.split()
    assert article["source"]["path"] == "a.txt"


@pytest.mark.parametrize(
    "flood",
    ["“", "«", '"', "A ", "1", "1 ", "1,", "il a dit « ", "Le ", "\n", "(", "— A (@b) ", "la circu-\nlation du\n"],
)
def test_a_flood_is_analysed_in_linear_time(flood: str) -> None:
    analyse(document_from_text("Titre.\n\n" + flood * 20_000))


@pytest.mark.parametrize(
    "flood", ["« a » ", "« a.» ", "il a dit « a », ", "et dit ", "« a », a dit Anne Roux. ", "« a »\n\n"]
)
def test_a_flood_of_quotations_is_read_in_linear_time(flood: str) -> None:
    french = "Le conseil est dans la ville et on ne sait pas qui a parlé.\n\n"
    assert analyse(document_from_text(french + flood * 4_000)).language == "fr"
