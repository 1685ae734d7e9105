"""Lines of the head that say nothing but what is known of it: they need not be shown again."""

from __future__ import annotations

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

TEXT = "Le pont de la ville a rouvert lundi, a annoncé le maire à la presse dans la soirée."


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (["Publié le 4 mai 2015 à 13 h 36"], ["2015-05-04"]),
        (["04.05.2015 à 13h36"], ["2015-05-04"]),
        (["Publié le", "04/05/2015 - 13:36"], ["2015-05-04", "2015-05-04"]),
        (["Publié le", "04/05/2015 - 13:36", "• Mis à jour le", "05/05/2015 - 20:13"], ["2015-05-04", "2015-05-04"]),
        (["Par Maud Terrasse", "4 mai 2015"], ["Maud Terrasse", "2015-05-04"]),
        (["Par Maud Terrasse, à Montrevel", "4 mai 2015"], ["2015-05-04"]),  # where she is, too
    ],
)
def test_what_a_line_of_the_head_says(head: list[str], said: list[str]) -> None:
    article = analyse(document_from_text("\n\n".join(["Le pont rouvert", *head, TEXT, TEXT])))
    assert [block.says_only for block in article.blocks if block.says_only] == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (["Par Maud Terrasse", "Publié le 4 mai 2015"], ["Maud Terrasse", "2015-05-04"]),
        (["Maud Terrasse", "Publié le 4 mai 2015 à 18h02 - Ouest Républicain"], ["Maud Terrasse", "2015-05-04"]),
        (["Publié le 4 mai 2015 à 6h00, mis à jour le 4 mai 2015 à 11h38"], ["2015-05-04"]),
        (["Par Maud Terrasse | mt@echo.example | L’Écho du Bassin", "4 mai 2015"], ["Maud Terrasse", "2015-05-04"]),
        (["Publié le 4 mai 2015 à 18h02 - Montrevel"], []),  # where it was written
        (["Publié le 4 mai 2015, mis à jour le 5 mai 2015"], []),  # another day
        (["Par Maud Terrasse, à Montrevel", "Publié le 4 mai 2015"], ["2015-05-04"]),
    ],
)
def test_what_a_line_below_the_summary_says(head: list[str], said: list[str]) -> None:
    article = analyse(document_from_text("\n\n".join(["Le pont rouvert", TEXT, *head, f"{TEXT} Ouf.", TEXT])))
    assert [block.says_only for block in article.blocks if block.says_only] == said
