"""Titles that end as a sentence: above a plain text, where its form tells them from a first paragraph."""

from __future__ import annotations

import pytest

from tests.analysis.articles import FIRST, LAST, read
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

LONG = (
    "Le pont de la Meurthe a été fermé lundi à la circulation, et la mairie de Raval ne sait pas pour combien de temps."
)
SHORT = "Le pont est fermé depuis lundi matin."


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Le maire de Raval ferme le pont.", LONG, LONG], "Le maire de Raval ferme le pont."),
        (["Drama does not slow partying.", LONG, SHORT, LONG], "Drama does not slow partying."),
        (["Le maire de Raval ferme le pont.", LONG], None),  # one paragraph tells nothing of the form
        (["Le maire de Raval ferme le pont.", SHORT, SHORT, SHORT], None),
        (["Le pont de la Meurthe est fermé. La mairie ne sait pas pourquoi.", LONG, LONG, LONG], None),
        (["Le pont rouvre.", LONG, LONG, LONG], None),
        (["Le maire ferme le pont", "Il est fermé depuis lundi.", LONG, LONG], "Le maire ferme le pont"),
    ],
)
def test_a_first_line_that_is_a_short_sentence_may_be_the_title(lines: list[str], title: str | None) -> None:
    assert analyse(document_from_text("\n\n".join(lines))).title == title


@pytest.mark.parametrize("head", ["L’Écho de Brume, le 2022-03-02", "Valley Post, March 2, 2022", "2 mars 2022"])
def test_a_title_with_numbers_above_a_dated_line_is_no_row_of_results(head: str) -> None:
    title = "La prime de 50 000 euros pour chacun des 1 120 salariés"
    assert read(f"{title}\n\n{head}\n\n{FIRST}\n\n{LAST}").title == title


@pytest.mark.parametrize(
    ("slug", "title"),
    [("LAC0027 3 SO 0188 BLG /AGV-KT08\n\n", "Le tuba de Brume est retrouvé"), ("", None)],
)
def test_the_version_of_a_dispatch_is_no_part_of_its_title(slug: str, title: str | None) -> None:
    printed = "Le tuba de Brume est retrouvé (PAPIER GENERAL)"
    article = read(f"{slug}{printed}\n\n{FIRST}\n\n{LAST}")
    assert article.title == (title or printed)
    assert article.text.startswith(article.title)
