"""No word is lost from the clean view: a line that the lead takes the place of says nothing that the lead does not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.ui.view.article_header import article_lead
from tui_reader.ui.view.page import cleaned_page

BODY = "La Sarne a débordé dans la nuit de lundi à mardi, et les habitants ont fui."


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Publié le 2 mars 2024 à 8h00\n\nMis à jour le 5 mars 2024 à 9h30", "5 mars"),
        ("Publié le 2 mars 2024 - 12 500 partages", "12 500"),
        ("Paris, le 2 mars 2024", "Paris"),
        ("Maud Terrasse, correspondante Londres", "Londres"),
        ("Recueilli par Maud Terrasse", "Recueilli"),
        ("Published 2 March 2024\n\nUpdated 5 March 2024", "5 March"),
    ],
)
def test_what_the_lead_does_not_say_stays_in_the_text(line: str, word: str) -> None:
    article = analyse(document_from_text(f"La crue monte\n\n{line}\n\n{BODY}\n"))
    assert any(word in block.text for block in article.blocks if block.kept)
    lead = article_lead(article, 1)
    page = cleaned_page(article, lead)
    shown = "\n".join([page.title, *page.lead, page.text]).replace("5 Mar 2024", "5 mars 5 March")
    assert word in shown


@pytest.mark.parametrize(
    ("byline", "is_shown"), [("Maud Terrasse", False), ("Maud Terrasse et Luc Roy", True), (None, True)]
)
def test_a_line_stays_where_the_reader_knows_better_than_it(byline: str | None, *, is_shown: bool) -> None:
    article = replace(analyse(document_from_text(f"La crue monte\n\nPar Maud Terrasse\n\n{BODY}\n")), byline=byline)
    page = cleaned_page(article, article_lead(article, 1))
    assert ("Par Maud Terrasse" in page.text) is is_shown
