"""The reader's corrections of blocks."""

from __future__ import annotations

import pytest

from tui_reader.analysis.cleaning.corrections import correction_of
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Correction

TEXT = """Le pont de Varenne rouvre après deux ans

Le pont a rouvert lundi devant 300 habitants venus en famille, a annoncé la mairie.

Partager sur Facebook

« C’est un soulagement », a déclaré la maire, Anne Roux, devant les 40 élus du conseil.

Partager sur Facebook

Partager sur Facebook
"""


def read(*corrections: Correction) -> Article:
    return analyse(document_from_text(TEXT), corrections)


def test_a_dropped_block_is_put_back_and_only_that_one() -> None:
    before = read()
    dropped = [block for block in before.blocks if not block.kept]
    assert len(dropped) == 3
    for number, block in enumerate(dropped):
        made = correction_of(before.blocks, block)
        assert made == Correction("Partager sur Facebook", number, True)
        after = read(made)
        assert [one.span for one in after.blocks if one.kept != before.blocks[after.blocks.index(one)].kept] == [
            block.span
        ]
        assert after.text.count("Partager") == 1
        back = correction_of(after.blocks, next(one for one in after.blocks if one.span == block.span))
        assert back == Correction("Partager sur Facebook", number, False)


def test_figures_and_quotes_follow() -> None:
    before = read()
    quoted = next(block for block in before.blocks if block.text.startswith("«"))
    after = read(correction_of(before.blocks, quoted))
    assert [quote.speaker for quote in before.quotes] == ["Anne Roux"]
    assert after.quotes == ()
    assert {figure.text for figure in before.figures} - {figure.text for figure in after.figures} == {"40"}
    assert {block.reason for block in after.blocks if block.rule == "reader"} == {"taken out by the reader"}
    assert "soulagement" not in after.text


@pytest.mark.parametrize(
    "made",
    [
        Correction("Words that are gone", 0, True),
        Correction("Partager sur Facebook", 7, True),
        Correction("Partager sur Facebook", 0, False),
    ],
)
def test_a_correction_of_nothing_changes_nothing(made: Correction) -> None:
    assert read(made) == read()
