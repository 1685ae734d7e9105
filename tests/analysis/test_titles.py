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


STOLEN = "Un tuba volé mardi à la fanfare de Brume"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["Contact : Anne Roux, a.roux@brume.example", STOLEN], STOLEN),
        (["Adieu, les vaches sacrées", STOLEN], "Adieu, les vaches sacrées"),  # though the text does not speak of it
        (["Un silence de plomb sur la ville", "Deux ans plus tard"], "Un silence de plomb sur la ville"),
        (["Ils ont osé le faire deux fois", "Les voisins ont bien dormi cette fois"], "Ils ont osé le faire deux fois"),
    ],
)
def test_the_title_is_the_first_line_that_may_be_one(above: list[str], title: str) -> None:
    assert read("\n\n".join([*above, FIRST, LAST])).title == title


GREETING = "Bonjour à tous, voici ce qu’il ne fallait pas manquer ce matin, bonne lecture."


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([GREETING, STOLEN, "Par Anne Roux"], STOLEN),
        ([GREETING, STOLEN], None),  # a heading
        ([GREETING, LAST, STOLEN, "Par Anne Roux"], None),
        (["La lettre de Brume-les-Eaux", GREETING, STOLEN, "Par Anne Roux"], "La lettre de Brume-les-Eaux"),
    ],
)
def test_a_signed_line_below_a_greeting_is_the_title(lines: list[str], title: str | None) -> None:
    assert read("\n\n".join([*lines, FIRST, LAST])).title == title
