"""What a source declares of itself, against what its text says."""

from __future__ import annotations

import pytest

from tui_reader.analysis.cleaning.declared import weigh, without_site
from tui_reader.analysis.cleaning.metadata import Head
from tui_reader.analysis.pipeline import analyse
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Source

NOTHING = Head(None, None, None, None)


def text(words: str) -> DeclaredText:
    return DeclaredText(words, "og")


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Un pont rouvre | Le Site", "Le Site", "Un pont rouvre"),
        ("Un pont rouvre - Le Site", "Le Site", "Un pont rouvre"),
        ("Le Site – Un pont rouvre", "Le Site", "Un pont rouvre"),
        ("Un pont rouvre | Ville | Le Site", "Le Site", "Un pont rouvre | Ville"),
        ("Un pont rouvre | Le Site", "Le Site - toute l'actualité", "Un pont rouvre"),
        ("Un pont rouvre | Autre", "Le Site", "Un pont rouvre | Autre"),
        ("Un pont rouvre enfin | Le Site", None, "Un pont rouvre enfin"),
        ("Paris-Brest : un pont rouvre", "Le Site", "Paris-Brest : un pont rouvre"),
        ("Tempête : suivez la situation en direct", None, "Tempête : suivez la situation en direct"),
        ("Le Site - Politique", None, "Le Site - Politique"),
        ("Un pont-levis rouvre", None, "Un pont-levis rouvre"),
    ],
)
def test_a_declared_title_loses_its_site(title: str, site: str | None, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("own", "declared", "expected"),
    [
        ("Le pont rouvre", None, "Le pont rouvre"),
        (None, "Le pont rouvre", "Le pont rouvre"),
        ("Le pont rouvre lundi", "Le pont rouvre", "Le pont rouvre lundi"),
        ("À lire", "Le pont rouvre", "Le pont rouvre"),
    ],
)
def test_the_title_of_the_text_stays_where_both_agree(own: str | None, declared: str | None, expected: str) -> None:
    assert weigh(NOTHING, Declared(title=declared and text(declared)), own).title == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("Le Site - Politique", "Le pont rouvre enfin"),
        ("Le pont rouvre | Le Site", "Le pont rouvre enfin"),
    ],
)
def test_the_title_of_the_window_may_be_that_of_the_site(window: str, title: str) -> None:
    assert weigh(NOTHING, Declared(title=DeclaredText(window, "meta")), "Le pont rouvre enfin").title == title


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Les oies - Le Monde", "lemonde.fr", "Les oies"),
        ("Les oies - Ouest-Marée", "www.ouest-maree.example", "Les oies"),
        ("Geese cross the road - BBC News", "BBC News", "Geese cross the road"),
        ("Geese | BBC", "www.bbc.co.uk", "Geese"),
        ("Bordeaux - Nice", "Nice-Matin", "Bordeaux - Nice"),
        ("Le Clairon - Cent ans de presse", "Le Clairon", "Le Clairon - Cent ans de presse"),
        ("Le Clairon", "Le Clairon", "Le Clairon"),
    ],
)
def test_the_title_of_a_field_loses_the_whole_name_of_its_site_alone(title: str, site: str, expected: str) -> None:
    declared = Declared(title=DeclaredText(title, "field"), site=DeclaredText(site, "field"))
    assert weigh(Head(None, None, None, None), declared, None).title == expected


@pytest.mark.parametrize("declared", [None, "Le pont rouvre"])
def test_the_title_of_a_record_is_that_of_its_field(declared: str | None) -> None:
    title = DeclaredText(declared, "field") if declared else None
    record = Declared(title=title, site=DeclaredText("Le Clairon", "field"))
    assert weigh(NOTHING, record, "1 of 9 DOCUMENTS").title == declared


@pytest.mark.parametrize(
    ("own", "names", "expected"),
    [
        (None, ("Anne Roux", "Paul Diaz"), "Anne Roux, Paul Diaz"),
        ("Anne Roux et Paul Diaz", ("Anne Roux",), "Anne Roux et Paul Diaz"),
        ("Jean Petit", ("Anne Roux",), "Anne Roux"),
        ("Anne", ("Anne Roux",), "Anne Roux"),
        ("Anne RouxReporter", ("Anne Roux",), "Anne Roux"),
        ("Anne Roux", ("admin",), "Anne Roux"),
        ("Anne Roux", ("@anneroux",), "Anne Roux"),
        (None, ("By Anne Roux",), "Anne Roux"),
        (None, ("Anne Roux Journaliste au Site Suivre",), "Anne Roux"),
        (None, ("Anne Roux (avec Paul Diaz) Journaliste Suivre",), "Anne Roux (avec Paul Diaz)"),
        (None, ("Ann Roe, Senior Reporter Follow",), "Ann Roe"),
        (None, ("Anne Roux Follow",), "Anne Roux"),
        (None, ("Le Chef Bureau",), "Le Chef Bureau"),
        (None, ("Le Site",), None),
        (None, ("redaction@site.example",), None),
    ],
)
def test_a_declared_author_is_a_person(own: str | None, names: tuple[str, ...], expected: str | None) -> None:
    declared = Declared(authors=DeclaredNames(names, "meta"), site=text("Le Site"))
    assert weigh(NOTHING._replace(byline=own), declared, None).byline == expected


@pytest.mark.parametrize(
    ("own", "expected", "contradicts"),
    [(None, "2022-03-02", False), ("2021-03-02", "2021-03-02", False), ("2022-04-02", "2022-03-02", True)],
)
def test_a_text_is_no_younger_than_its_header(own: str | None, expected: str, *, contradicts: bool) -> None:
    declared = Declared(published=DeclaredText("2022-03-02T10:00:00+01:00", "header"))
    verdict = weigh(NOTHING._replace(published=own), declared, None)
    assert (verdict.published, bool(verdict.notes)) == (expected, contradicts)


@pytest.mark.parametrize(
    ("own", "declared", "expected", "contradicts"),
    [
        (None, "2022-03-02T10:00:00+01:00", "2022-03-02", False),
        ("2022-03-02", None, "2022-03-02", False),
        ("2022-03-03", "2022-03-02T23:30:00Z", "2022-03-03", False),
        ("2021-03-02", "2022-03-02", "2022-03-02", True),
        ("2022-03", "2022-03-02", "2022-03-02", False),
    ],
)
def test_a_contradiction_of_dates_is_said(
    own: str | None, declared: str | None, expected: str, *, contradicts: bool
) -> None:
    verdict = weigh(NOTHING._replace(published=own), Declared(published=declared and text(declared)), None)  # type: ignore[arg-type]
    assert verdict.published == expected
    assert [note.rule for note in verdict.notes] == ["declared.published"] * contradicts


def test_a_contradiction_is_said_once_however_often_the_article_is_analysed() -> None:
    raw = "Un pont rouvre à Brest\n\nPublié le 3 mars 2024 à 10h12\n\nLe pont a rouvert lundi, a indiqué la mairie.\n"
    article = analyse(Document("0" * 64, Source(), raw, Declared(published=text("2024-05-10"))))
    assert [note.rule for note in article.document.source.notes] == ["declared.published"]
    assert analyse(article.document).document.source.notes == article.document.source.notes


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("La retraite | AOC media - Analyse Opinion", "AOC media - Analyse Opinion", "La retraite"),
        ("La retraite - AOC media - Analyse Opinion", "AOC media - Analyse Opinion", "La retraite"),
        ("Geese | The Ledger | Brume News", "The Ledger | Brume News", "Geese"),
        ("Brume - Vaux | Le Site", "Le Site", "Brume - Vaux"),
        ("Les oies - Le retour | Le Site", "Le Site", "Les oies - Le retour"),
    ],
)
def test_a_sites_name_of_two_parts_is_left_out_whole(title: str, site: str, expected: str) -> None:
    declared = Declared(title=DeclaredText(title, "og"), site=DeclaredText(site, "og"))
    assert weigh(NOTHING, declared, None).title == expected
