"""Exports of press archives: each article with its head, and nothing of the archive in its text."""

from __future__ import annotations

import pytest

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text, read
from tui_reader.model import Article

FOLDER = ROOT / "tests" / "corpus" / "archives"
ARTICLES = {  # title, byline, site, date, first and last words of the text, who is quoted
    ("factiva", 0): (
        "Le port de Kerzan ferme pour trois mois", "Maëlle Quérou", "La Gazette de Kerzan", "2023-03-14",
        "Le port de Kerzan sera fermé", "2,4 millions d'euros.", ["Soizic Le Braz"],
    ),
    ("factiva", 1): (
        "Une baleine s'échoue sur la plage de Trévellec", None, "La Gazette de Kerzan", "2023-03-15",
        "Une baleine de onze mètres", "raconte un pompier.", ["pompier"],
    ),
    ("factiva-codes", 0): (
        "Harwick Mills to close its last weaving shed", "Nora Pellam", "The Harwick Courier", "2022-10-03",
        "Harwick Mills will close", "since 1871.", ["Alan Threlfall"],
    ),
    ("factiva-codes", 1): (
        "Rain stops play at Thorley for a third day", "Sam Otterley", "The Harwick Courier", "2022-10-04",
        "Not a ball was bowled", "said the umpire, Jean Maddox.", ["Jean Maddox"],
    ),
    ("lexis", 0): (
        "Library saved by its youngest readers", "Priya Lathom", "The Thorley Echo (England)", "2014-05-06",
        "The library in Thorley", "said the mayor, Gordon Ashby.", ["Gordon Ashby"],
    ),
    ("lexis", 1): (
        "Ferry back in service after a week in dock", "Tom Reddish", "The Thorley Echo (England)", "2014-05-07",
        "The ferry across the Lune", "said the skipper, Ivy Crane.", ["Ivy Crane"],
    ),
    ("nexis", 0): (
        "Glass bridge opens above the gorge", "Helen Kirkbride", "The Northern Sentinel", "2021-06-12",
        "A glass footbridge", "paid for by the county.", ["Marco Bellini"],
    ),
    ("nexis", 1): (
        "Bees moved by night from the old mint", "Owen Tarrant", "The Northern Sentinel", "2021-06-13",
        "Some 40,000 bees", "said the beekeeper, Ruth Amory.", ["Ruth Amory"],
    ),
    ("proquest", 0): (
        "Tram line to the coast wins its last vote", "Duarte, Inez", "Port Ellery Herald", "2019-02-03",
        "The tram line to the coast won", "the chair of the committee, Paul Wren.", ["Paul Wren"],
    ),
    ("proquest", 1): (
        "Snow geese come back a month early", "Falk, Simon", "Port Ellery Herald", "2019-02-05",
        "Snow geese have come back", "said the warden, Joss Penry.", ["Joss Penry"],
    ),
    ("europresse", 0): (
        "La dernière forge de Valmont rallume ses fours", "Isabelle Thiriet", "Le Courrier de la Meuse", "2019-11-09",
        "La dernière forge de Valmont a", "dit le forgeron Joseph Marchal.", ["Joseph Marchal"],
    ),
    ("europresse", 1): (
        "Les cyclistes de Bellecombe privés de boue", "Rémi Claudel", "Le Courrier de la Meuse", "2019-11-10",
        "La course de Bellecombe", "estime l'organisatrice, Fanny Houot.", ["Fanny Houot"],
    ),
}  # fmt: skip


def exported(name: str) -> list[Article]:
    return [analyse(document) for document in read(str(FOLDER / f"{name}.txt"))]


@pytest.mark.parametrize(("name", "record"), ARTICLES)
def test_articles_of_exports(name: str, record: int) -> None:
    title, byline, site, published, first, last, speakers = ARTICLES[name, record]
    article = exported(name)[record]
    text = [block.text for block in article.blocks if block.kept and block.kind == "paragraph"]
    assert (article.title, article.byline, article.site, article.published) == (title, byline, site, published)
    assert text[0].startswith(first)
    assert text[-1].endswith(last)
    assert [quote.speaker for quote in article.quotes] == speakers
    assert {block.kind for block in article.blocks if block.kept} <= {"title", "byline", "date", "paragraph"}


def test_every_article_is_in_the_table() -> None:
    names = {path.stem for path in FOLDER.glob("*.txt")}
    assert {(name, at) for name in names for at in range(len(exported(name)))} == set(ARTICLES)


@pytest.mark.parametrize("name", sorted({name for name, _ in ARTICLES}))
def test_units_cover_all_that_is_not_blank(name: str) -> None:
    for article in exported(name):
        raw, end = article.document.raw, 0
        for block in article.blocks:
            assert raw[end : block.span.start].strip() == ""
            assert block.span.of(raw) == block.text
            end = block.span.end
        assert raw[end:].strip() == ""


PLAIN = "Le vent est tombé dans la nuit de lundi à mardi, et les bateaux sont sortis du port."


@pytest.mark.parametrize(
    "lines",
    [
        ["Titre : une soirée au port", "Date : samedi", "Lieu : la digue"],  # an article's own box: no label is sure
        ["Section : la mer", "Auteur : le vent", "Texte : la pluie", "Sujet : le sel"],
        ["HD tient tête à BY", "TD et LP sont des sigles"],
        ["End of Document"],
        ["Document 1 de 2"],
    ],
)
def test_labels_of_an_article_stay(lines: list[str]) -> None:
    article = analyse(document_from_text("\n\n".join(["Une nuit sans vent sur le port", PLAIN, *lines, PLAIN])))
    assert all(line in article.text for line in lines)


def test_wrapped_fields_and_a_label_above_its_value() -> None:
    raw = (
        "BYLINE: Jane Doe\n\nLENGTH: 12 words\n\n"
        "The wind fell in the night and the boats went out again, the harbour master said.\n\n"
        "SUBJECT: WIND (90%); HARBOURS (88%); FISHING INDUSTRY (77%); BOATS AND SHIPS\n(70%)\n\n"
        "LOAD-DATE: May 6, 2014\n"
    )
    article = analyse(document_from_text(raw))
    assert [block.text for block in article.blocks if block.kept and block.kind == "paragraph"] == [
        "The wind fell in the night and the boats went out again, the harbour master said."
    ]
    raw = (
        f"Nom de la source\nLe Phare\nType de source\nPresse\nPériodicité\nQuotidien\n\nUne nuit sans vent\n\n{PLAIN}\n"
    )
    article = analyse(document_from_text(raw))
    assert (article.site, article.title) == ("Le Phare", "Une nuit sans vent")


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("Document URL: https://press.example/docview/12", "https://press.example/docview/12"),
        ("URL:\nhttps://press.example/docview/12", "https://press.example/docview/12"),
        ("Link to original article: www.echo.example/wind", "https://www.echo.example/wind"),
        ("URL: not given", None),
    ],
)
def test_the_address_among_the_fields(line: str, url: str | None) -> None:
    text = "The wind fell in the night and the boats went out again, the harbour master said."
    fields = ["Title: A night without wind", "Publication title: The Echo", f"Full text: {text}", line]
    article = analyse(document_from_text("\n\n".join([*fields, "Source type: News"])))
    assert article.document.source.url == url
    assert (article.title, article.site) == ("A night without wind", "The Echo")
    assert [block.text for block in article.blocks if block.kept and block.kind == "paragraph"] == [text]
