"""What the article pane shows of an article, and what the lead, the list of quotes and the columns of figures say."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.messages import activate
from tui_reader.messages.days import write_year_first, written_day
from tui_reader.model import Article, Figure, Span
from tui_reader.session.listed_quotes import listed_quotes
from tui_reader.ui.view.article_header import article_lead
from tui_reader.ui.view.ascii_filter import in_ascii
from tui_reader.ui.view.figure_columns import figure_columns, numeral
from tui_reader.ui.view.layout import Layout
from tui_reader.ui.view.page import cleaned_page, raw_page

TITLE = "Le pont de Varenne rouvre"
TEXT = "Le pont de Varenne a rouvert lundi devant 300 habitants, après onze mois de travaux."
QUOTE = "« C’est un soulagement, a dit Anne Roux, la maire. Nous l’attendions depuis un an. »"


def article(*paragraphs: str) -> Article:
    return analyse(document_from_text("\n\n".join(paragraphs)))


def lines(one: Article, width: int = 60) -> list[str]:
    page = cleaned_page(one, article_lead(one, 2))
    return [row.note or page.text[row.start : row.end] for row in Layout(page, width).rows]


def test_the_title_comes_first_and_below_it_what_is_known() -> None:
    one = article(TITLE, "Par Maud Terrasse", "Publié le 14 février 2024", TEXT, QUOTE)
    shown = lines(one)
    assert shown[:3] == [TITLE, "Maud Terrasse · 14 Feb 2024 · 2 min · French", ""]
    assert shown[3].startswith("Le pont de Varenne a rouvert")
    assert len([line for line in shown if "Terrasse" in line]) == 1


@pytest.mark.parametrize(
    ("byline", "is_said"),
    [
        ("Par Maud Terrasse", True),
        ("Par Maud Terrasse et Paul Verdier", True),
        ("Par Maud Terrasse, envoyée spéciale à Corbel", False),
    ],
)
def test_a_byline_that_says_more_than_the_names_stays(byline: str, is_said: bool) -> None:
    shown = lines(article(TITLE, byline, TEXT, QUOTE))
    assert (byline not in shown) is is_said


def test_what_the_lead_says_stays_in_the_raw_text_and_places_hold() -> None:
    one = article(TITLE, "Par Maud Terrasse", "Publié le 14 février 2024", TEXT, QUOTE)
    page = cleaned_page(one, article_lead(one, 2))
    assert "Terrasse" not in page.text
    assert "Terrasse" in raw_page(one, lambda _block: "").text
    for quote in one.quotes:
        assert page.place(quote.span).of(page.text) == quote.text
        assert page.wording.raw_span(page.place(quote.span)) == quote.span
    assert "Terrasse" in cleaned_page(one).text, "without a lead nothing is said elsewhere"


def test_what_the_reporter_says_inside_a_quote_is_no_speech() -> None:
    page = cleaned_page(article(TITLE, TEXT, QUOTE))
    [quote] = page.quotes
    parts = [span.of(page.text) for span in page.speech]
    assert len(parts) == 2
    assert "Anne Roux" in quote.of(page.text)
    assert not any("Anne Roux" in part for part in parts)


def test_a_quote_that_the_title_repeats_is_listed_once() -> None:
    one = article(
        "« Un soulagement » : le pont de Varenne rouvre", TEXT, QUOTE.replace("C’est un", "C’est un vrai bonheur et le")
    )
    again = article("« Un soulagement » : le pont de Varenne rouvre", TEXT, QUOTE)
    assert next(quote.clean for quote in listed_quotes(again, all_quoted=True)).startswith("C’est un soulagement")
    assert len(listed_quotes(one, all_quoted=True)) == len(one.quotes), "other words are another quote"


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        ("2024-02-14", "14 Feb 2024", "14 févr. 2024"),
        ("2022-05-01", "1 May 2022", "1 mai 2022"),
        ("2024", "2024", "2024"),
        ("", "", ""),
    ],
)
def test_days_as_the_language_writes_them(day: str, english: str, french: str) -> None:
    assert written_day(day) == english
    activate("fr")
    assert written_day(day) == french
    write_year_first(is_wanted=True)
    assert written_day(day) == day
    write_year_first(is_wanted=False)
    activate("en")


def figures(*texts: str) -> list[Figure]:
    return [Figure(Span(0, len(text)), text, text, 1.0, Span(0, len(text))) for text in texts]


def test_values_stand_below_one_another() -> None:
    listed = figures("420", "3 100", "2,40 mètres", "six heures", "$1.2bn", "10 000 000 000 d’euros")
    columns = figure_columns(listed, 40, ascii_only=False)
    shown = [columns.value(numeral(one, ascii_only=False), 40) for one in listed]
    assert shown == [
        "  420            ",
        "3 100            ",
        "    2,40 mètres  ",
        "  six heures     ",
        "   $1.2bn        ",
        "10 000 000 000 d’euros  ",
    ]


def test_where_there_is_no_room_for_the_thing_values_are_not_aligned() -> None:
    listed = figures("420", "3 100 000 habitants")
    columns = figure_columns(listed, 24, ascii_only=False)
    assert columns.value("3 100 000 habitants", 24) == "3 100 000 habitants  "


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Crue de la Meur…", "Crue de la Me..."),
        ("…", "."),
        ("a…", "a."),
        ("漢字…", "漢字."),
        ("« de… »", '" ... "'),
        ("plus…que…", "pl...q..."),
    ],
)
def test_what_is_cut_ends_in_three_points_where_there_are_only_ascii_signs(text: str, shown: str) -> None:
    assert in_ascii(text) == shown
    assert cell_len(in_ascii(text)) == cell_len(text)
