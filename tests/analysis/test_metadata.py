"""Title, author, date and site: what the head and the foot of a text say."""

import pytest

from tests.analysis.articles import FIRST, LAST, OWN, SUMMARY, TUBA, read
from tui_reader.analysis.cleaning.metadata import read_head
from tui_reader.analysis.cleaning.site_labels import site_of_labels
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Block, Span


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        (f"{TUBA}\n\nPar Anne Roux ,  avec AFP\n\n2 mars 2022", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\n\nPar Anne Roux\n\nPublié le 2 mars 2022 à 19h45", TUBA, "Anne Roux", "2022-03-02T19:45"),
        (f"CULTURE\n\n{TUBA}", TUBA, None, None),  # a kicker above
        ("Qui l’a volé ?\n\nMis à jour le 3 mars 2022\n\nPublié le 2 mars 2022", "Qui l’a volé ?", None, "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee, Brass Editor\n\nMarch 2, 2022 | 3:45 p.m.", OWN, "Bob Lee", "2022-03-02T15:45"),
        (f"{OWN}\n\nTue 1 March 2022 17.30 GMT", OWN, None, "2022-03-01T17:30Z"),
        ("Le tuba dort\n\nA.R. (avec Reuters)\nPublié il y a 2 heures", "Le tuba dort", "A.R.", None),
        (f"{OWN}\n\nAnna Roe, Brass Correspondent\nMarch 2, 2022", OWN, "Anna Roe", "2022-03-02"),
        (f"{TUBA}\n\nArticle rédigé par Anne Roux\nPublié le 02/03/2022 09:15", TUBA, "Anne Roux", "2022-03-02T09:15"),
        (f"{TUBA}\n\nAnne Roux, journaliste\nPublié le 2 mars 2022", TUBA, "Anne Roux", "2022-03-02"),
        (f"{OWN}\n\nAnna Roe and Daniel Lee\nMarch 2, 2022", OWN, "Anna Roe and Daniel Lee", "2022-03-02"),
        (f"{OWN}\n\nPosted: Mar 2, 2022 / 06:50 AM EDT", OWN, None, "2022-03-02T06:50"),
        ("Brass scores\n\nBrume 4, Vaux 2\nAubin 3 Corvin 1", "Brass scores", None, None),
        ("Cors : résultats\n\nBrume bat Vaux 98-87 (51-40)\nAubin bat Corvin 77-71", "Cors : résultats", None, None),
        ("Brume bat Vaux 98-87", "Brume bat Vaux 98-87", None, None),
        (f"{TUBA}\n\nLe Clairon avec AFP", TUBA, "Le Clairon avec AFP", None),
        (f"{TUBA}\n\nArticle rédigé par claironinfo avec AFP", TUBA, "claironinfo avec AFP", None),
        (f"{TUBA}\n\nBRUME, 2 mars 2022 (Agence Vent)", TUBA, None, "2022-03-02"),
        ("Par ici la fanfare des sourds", "Par ici la fanfare des sourds", None, None),  # no byline
        (f"{OWN}\n\nBy\n\nInez Marlowe\n\nMarch 2, 2022", OWN, "Inez Marlowe", "2022-03-02"),
        (f"{OWN}\n\nPosted on March 2, 2022 by Bob Lee", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee For The Brass Gazette\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022\n\nDaniel Lee", OWN, "Daniel Lee", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022\n\nNew Brume", OWN, None, "2022-03-02"),  # a place
        (f"{TUBA}\n\nPar Anne Roux le 02.03.2022 à 18h05", TUBA, "Anne Roux", "2022-03-02T18:05"),
        (f"{TUBA}\n\nAnne Roux\n\nPublié le 2 mars 2022", TUBA, "Anne Roux", "2022-03-02"),
        (f"Mardi 1 mars 2022\n\n{TUBA}\n\nPublié le 2 mars 2022", TUBA, None, "2022-03-02"),
        (f"Jeudi 3 mars 2022\n\n{TUBA}\n\nLe 2 mars 2022 à 19h30", TUBA, None, "2022-03-02T19:30"),
        (f"Jeudi 3 mars 2022\n\n{TUBA}", TUBA, None, "2022-03-03"),
        (f"{TUBA}\n\nPublié le 9 févr. 2021 à 10:15", TUBA, None, "2021-02-09T10:15"),
        (f"{TUBA}\n\nPublié le 3 déc. 2020", TUBA, None, "2020-12-03"),
        (f"{OWN}\n\nUpdated 1304 GMT (2104 HKT) May 20, 2016", OWN, None, "2016-05-20"),
        ("He played. Nobody came at all", "He played. Nobody came at all", None, None),
        (f"{OWN}\n\nMarch 2, 2022 · Daniel Lee · 9 min read", OWN, "Daniel Lee", "2022-03-02"),
        (f"{TUBA}\n\nAnne Roux / le 2 mars 2022 / Temps de lecture : 4 minutes", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\n\nPublié le 02/03/2022 à 09:15 | A.R. avec AFP", TUBA, "A.R. avec AFP", "2022-03-02T09:15"),
        (f"{OWN}\n\nMar 2, 2022 · 3 min read", OWN, None, "2022-03-02"),
        (f"{TUBA}\n\n{SUMMARY}\n\nAnne Roux / 2 mars 2022 / Temps de lecture : 4 min", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\nPar Anne Roux, publié le 2 mars 2022 · 4 min de lecture", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\nAnne Roux, publié le 2 mars 2022 | Lecture 4 min", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\nPar Anne Roux · 4 min de lecture", TUBA, "Anne Roux", None),
        (f"{OWN}\nBy Ann Roe, Bob Lee | Published March 2, 2022 | 3 min read", OWN, "Ann Roe, Bob Lee", "2022-03-02"),
        (f"{TUBA}\nAnne Roux et Paul Diaz • 2 mars 2022", TUBA, "Anne Roux et Paul Diaz", "2022-03-02"),
        (f"{TUBA}\nAnne Roux, Paul Diaz - 2 mars 2022", TUBA, "Anne Roux, Paul Diaz", "2022-03-02"),
        (f"{TUBA}\nLe Clairon, Anne Roux - 2 mars 2022", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\nPublié le 2 mars 2022 · 4 min de lecture", TUBA, None, "2022-03-02"),
        (f"{TUBA}\nBrume, Vaux - 2 mars 2022", TUBA, None, None),
        (f"{TUBA}\n\nAFP, publié le 2 mars 2022 à 13h22", TUBA, "AFP", "2022-03-02T13:22"),
        (f"{TUBA}\n\nPublié le 6 juil. 22 à 11:20", TUBA, None, "2022-07-06T11:20"),
        (f"{TUBA}\n\nPublié le 6 juil. 22 h", TUBA, None, None),  # an hour
        (f"{TUBA}\n\nLe 02.03.22 à 18:05", TUBA, None, "2022-03-02T18:05"),
        (f"{OWN}\n\nPosted 2 Mar 99", OWN, None, "1999-03-02"),
        (f"{OWN}\n\nPublished Wed, Mar 2 20224:29 AM EST", OWN, None, "2022-03-02T04:29"),
        (f"{OWN}\n\nMarch 2, 202214:02", OWN, None, "2022-03-02T14:02"),
        (f"{OWN}\n\nMarch 2, 2022 Bob Lee", OWN, "Bob Lee", "2022-03-02"),
        (f"{TUBA}\n\nMercredi 2 mars 2022 Anne Roux", TUBA, "Anne Roux", "2022-03-02"),
        (f"{TUBA}\n\n2 mars 2022 Salle des fêtes", TUBA, None, None),
        (f"{OWN}\n\nBy Bob Lee@boblee Mar 2, 2022, 7:53pm EST", OWN, "Bob Lee", "2022-03-02T19:53"),
        (f"{TUBA}\n\nTél. 02.03.22.45.67", TUBA, None, None),
        (
            f"{TUBA}\n\nPublié le 2/03/22 à 7h15 • Modifié le 3/03/22 à 8h",
            *(TUBA, None, "2022-03-02T07:15"),
        ),
        (
            f"{TUBA}\n\nPublié le 2 mars 2022 à 18h05, actualisé le 4 mars 2022 Lecture 7 min.",
            *(TUBA, None, "2022-03-02T18:05"),
        ),
        (f"{TUBA}\n\nMis en ligne le 2 mars 2022 à 18:05. Actualisé hier.", TUBA, None, "2022-03-02T18:05"),
        (f"{TUBA}\n\nParu le 2 mars 2022", TUBA, None, "2022-03-02"),
        ("Le tuba\n\nPublié il y a 5 jours, actualisé il y a 2 heures", "Le tuba", None, None),
        ("The tuba\n\nUpdated 3 hours ago", "The tuba", None, None),
        ("The tuba\n\n2 hours ago", "The tuba", None, None),
        (
            "Le tuba\n\nCréé le : 02/03/2022 à 18:05\nDernière modification : 4 mars 2022",
            *("Le tuba", None, "2022-03-02T18:05"),
        ),
        (f"{TUBA}\n\nLe Clairon Anne ROUX Publié le 2/03/2022", TUBA, "Anne ROUX", "2022-03-02"),
        (f"{OWN}\n\nThe Ledger Daniel Lee Published March 2, 2022", OWN, "Daniel Lee", "2022-03-02"),
        (
            f"{TUBA}\n\nPar Anne Roux, correspondante à Brume, et Hugo Cor\nPublié le 2 mars 2022 à 10h12",
            *(TUBA, "Anne Roux et Hugo Cor", "2022-03-02T10:12"),
        ),
        (f"{TUBA}\n\nPar Anne Roux (Brume, correspondante) et Hugo Cor", TUBA, "Anne Roux et Hugo Cor", None),
        (f"{OWN}\n\nBy ANN ROE, HUGO LEE and INEZ COR", OWN, "ANN ROE, HUGO LEE and INEZ COR", None),
        (f"{OWN}\n\nBy Ann Roe in Brume and Daniel Lee in Vaux", OWN, "Ann Roe and Daniel Lee", None),
        (f"{TUBA}\n\nDe notre correspondante à Brume, Anne Roux", TUBA, "Anne Roux", None),
        (f"{TUBA}\n\nPublié le 2 févr. 2022 à 08 h 30", TUBA, None, "2022-02-02T08:30"),
        (
            f"{TUBA}\n\nLe Clairon Anne ROUX Modifié le 3/03/2022 Publié le 2/03/2022 à 08h30",
            *(TUBA, "Anne ROUX", "2022-03-02T08:30"),
        ),
        (f"{OWN}\n\nBy Ann Roe, Daniel Lee & Rita Cor", OWN, "Ann Roe, Daniel Lee & Rita Cor", None),
        (f"{OWN}\n\nBy Ann Roe, Brass Editor, and Daniel Lee", OWN, "Ann Roe and Daniel Lee", None),
        (f"{TUBA}\n\nPar un collectif de cornistes et de tubistes", TUBA, None, None),
        (f"{TUBA}\n\nPar Un collectif de cors et de tubas", TUBA, "Un collectif de cors et de tubas", None),
        (f"{TUBA}\n\nPar Anne Roux et photo Hugo Cor", TUBA, "Anne Roux", None),
        (f"{TUBA}\n\nInez MARLOWE.\n\nPublié le 2 mars 2022", TUBA, "Inez MARLOWE", "2022-03-02"),
        (f"{OWN}\n\nNancy Lee with AFP\n\nMarch 2, 2022", OWN, "Nancy Lee with AFP", "2022-03-02"),
        (f"{TUBA}\n\nPublié le 2 mars 2022\n\n(mis à jour le 3 mars 2022 à 12h18)", TUBA, None, "2022-03-02"),
        (
            f"{OWN}\n\nModified: Mar 9, 2022 · Published: Mar 2, 2022 by Bob Lee · 44 Comments",
            *(OWN, "Bob Lee", "2022-03-02"),
        ),
        (f"{OWN}\n\nAdvice by Bob Lee\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"{OWN}\n\nBrass · Posted on Mar 2, 2022", OWN, None, "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022 | Brass Hall | 3 min read", OWN, None, "2022-03-02"),  # no known first name
        (f"{TUBA}\n\n2 mars 2022 par Anne Roux 14 commentaires", TUBA, "Anne Roux", "2022-03-02"),
        (f"{OWN}\n\nMarch 2, 2022 by Bob Lee / 31 Comments", OWN, "Bob Lee", "2022-03-02"),
        (
            f"{TUBA}\n\nPublié le 2 mars 2022 à 06:00, mis à jour le 2 mars 2022 à 11:32",
            *(TUBA, None, "2022-03-02T06:00"),
        ),
        (f"{OWN}\n\nBob Lee (now) and Ann Roe (earlier)\n\nMarch 2, 2022", OWN, "Bob Lee and Ann Roe", "2022-03-02"),
        (f"{OWN}\n\nBy Bob Lee blee@gazette.example\n\nMarch 2, 2022", OWN, "Bob Lee", "2022-03-02"),
        (f"• Fanfares de Brume et d’ailleurs\n\n{TUBA}", TUBA, None, None),
        (f"VIE LOCALE À BRUME\n\n{TUBA}", TUBA, None, None),
        (f"Le tuba volé\n\n{TUBA}", TUBA, None, None),  # the last of a trail of links
        ("UN TUBA REVIENT SEUL CHEZ LUI", "UN TUBA REVIENT SEUL CHEZ LUI", None, None),
    ],
)  # fmt: skip
def test_head(head: str, title: str, byline: str | None, published: str | None) -> None:
    article = read(f"{head}\n\n{FIRST}\n\n{LAST}")
    assert (article.title, article.byline, article.published) == (title, byline, published)
    assert all(block.kept for block in article.blocks)


@pytest.mark.parametrize("end", ["for  blee@gazette.example", "pour blee@gazette.example", "on  @blee", "for"])
def test_an_address_instead_of_the_place_of_an_author(end: str) -> None:
    assert read(f"{TUBA}\n\nBy Bob Lee {end}\n\nMarch 2, 2022\n\n{FIRST}\n\n{LAST}").byline == "Bob Lee"


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("31 octobre 2012. - ", "2012-10-31"),
        ("8 mars 2018 . –\n", "2018-03-08"),
        ("22 août 2012, Espagne. - ", "2012-08-22"),
        ("CASTELBRUNO, 4 juillet 2014 – ", "2014-07-04"),
        ("LIMA, March 3, 2022 (AFP) — ", "2022-03-03"),
        ("Brume, le 3 mars 2022 — ", "2022-03-03"),
        ("Le 3 mars 2022 – date du vol – ", None),  # a sentence
        ("En mars 2022 – ", None),  # no day
        ("Depuis le vol du 3 mars 2022 à Brume - ", None),
    ],
)
def test_a_dateline_that_opens_the_text_dates_it(dateline: str, published: str | None) -> None:
    assert read(f"{TUBA}\n\n{dateline}{FIRST}\n\n{LAST}").published == published


@pytest.mark.parametrize(
    ("foot", "site"),
    [
        ("© 2022 Le Clairon. Tous droits réservés.", "Le Clairon"),
        ("Copyright © The Brass Gazette 2022", "The Brass Gazette"),
        ("© 2022 Anne Roux", "Anne Roux"),  # nobody signs
        ("Copyright © 2022, The Brass Gazette | Terms | Privacy", "The Brass Gazette"),
        ("Copyright 2022. The Brass Gazette. All Rights Reserved.", "The Brass Gazette"),
        ("Copyright © 2022 Le Clairon / Cuivres GmbH", "Le Clairon"),
        ("© 2022 Le Clairon - | Mentions légales", "Le Clairon"),
        ("© 2022 LE CLAIRON TOUS DROITS RESERVES", "LE CLAIRON"),
        ("Copyright 2022. All Rights Reserved.", None),
        ("© Tous droits réservés. Reproduction interdite.", None),
        ("La suite dans Le Clairon de demain.", None),
    ],
)
def test_site(foot: str, site: str | None) -> None:
    assert read(f"Une fanfare sans instruments\n\n{FIRST}\n\n{LAST}\n\n{foot}").site == site


@pytest.mark.parametrize(
    ("date", "site"),
    [
        ("Sud-Ouest, 13 mars 2024", "Sud-Ouest"),
        ("Le Monde - 13 mars 2024", "Le Monde"),
        ("L’Écho de la Sarne, le 13 mars 2024", "L’Écho de la Sarne"),
        ("La Dépêche de l'Ouest, mercredi 13 mars 2024", "La Dépêche de l'Ouest"),
        ("Le Courrier du Ponant | 13/03/2024", "Le Courrier du Ponant"),
        ("L’Est républicain, 13 mars 2024", "L’Est républicain"),
        ("La Vallée libre, mardi 13 mars 2024", "La Vallée libre"),
        ("La Gazette de Brec (13 mars 2024)", "La Gazette de Brec"),
        ("Valley Post, March 13, 2024", "Valley Post"),
        ("The Valley Post – 2024-03-13", "The Valley Post"),
        ("Publié le 13 mars 2024 - Ouest Républicain", "Ouest Républicain"),
        ("Publié le 13/03/2024 | La Dépêche de l'Ouest", "La Dépêche de l'Ouest"),
        ("Published March 13, 2024 - Valley Post", "Valley Post"),
        ("Publié le 13 mars 2024 - Lyon", None),
        ("Lyon, 13 mars 2024", None),
        ("Lyon, le 13 mars 2024", None),
        ("l’| 13 mars 2024", None),
        ("Mercredi 13 mars 2024", None),
    ],
)
def test_the_site_before_a_date(date: str, site: str | None) -> None:
    article = read(f"{TUBA}\n\n{date}\n\n{FIRST}\n\n{LAST}")
    assert (article.site, article.published) == (site, "2024-03-13")
    assert [block.kind for block in article.blocks][:2] == ["title", "date"]


@pytest.mark.parametrize(
    "line",
    [
        "Le courrier du maire, reçu le 13 mars 2024, est resté sans réponse.",
        "La Dépêche a perdu, le 13 mars 2024, son directeur",
        "Le Courrier du Ponant, 13",
    ],
)
def test_a_line_with_a_paper_and_a_date_in_it_is_no_date(line: str) -> None:
    assert "date" not in {block.kind for block in read(f"{TUBA}\n\n{line}\n\n{FIRST}\n\n{LAST}").blocks}


@pytest.mark.parametrize(
    ("byline", "site"),
    [
        ("Le Clairon avec AFP", "Le Clairon"),
        ("La rédaction du Clairon de Brume (A.R.) avec AFP", "Clairon de Brume"),
        ("A.R. avec AFP", None),  # initials
        ("La rédaction, avec AFP", None),
        ("Par Anne Roux | aroux@courrier.example | Le Courrier de Brume", "Le Courrier de Brume"),
        ("By ANN ROE | aroe@ledger.example | The Valley Post", "The Valley Post"),
        ("Anne Roux, avec AFP", None),  # a person
        ("Par Anne Roux, Le Monde", "Le Monde"),
        ("Par Anne Roux (Sud-Ouest)", "Sud-Ouest"),
        ("By Ann Lee, The Guardian", "The Guardian"),
        ("Par Anne Roux, Lyon", None),  # a place
        ("Par Anne Roux et Luc Aubry, AFP", None),  # an agency
    ],
)
def test_the_site_of_a_byline(byline: str, site: str | None) -> None:
    assert read(f"{TUBA}\n\n{byline}\n\n2 mars 2022\n\n{FIRST}\n\n{LAST}").site == site


def test_the_owner_of_the_copyright_who_is_the_author_is_no_site() -> None:
    assert read(f"{TUBA}\n\nPar Anne Roux\n\n{FIRST}\n\n{LAST}\n\n© 2022 Anne Roux").site is None


@pytest.mark.parametrize(
    ("signature", "byline"),
    [
        (["Par Anne Roux (envoyée spéciale à Vaux)", "· Publié le 2 mars 2022 à 6h00"], "Anne Roux"),
        (["By Ann Roe", "Published March 2, 2022"], "Ann Roe"),
        (["Publié le 2 mars 2022", "Par Anne Roux"], "Anne Roux"),
        (["Article réservé aux abonnés", "Par Anne Roux", "2 mars 2022"], "Anne Roux"),
        (["Publié le 2 mars 2022 à 6h00"], None),
    ],
)
def test_author_and_date_may_stand_below_the_summary(signature: list[str], byline: str | None) -> None:
    article = read("\n\n".join([TUBA, SUMMARY, *signature, FIRST, LAST]))
    assert (article.byline, article.published and article.published[:10]) == (byline, "2022-03-02")


@pytest.mark.parametrize(
    "lines", [["Mardi 2 mars 2022"], ["La harpe"], ["Par ici la fanfare des sourds"], ["Anne Roux"], ["2 mars 2022"]]
)
def test_headings_below_the_first_paragraph_say_neither_author_nor_date(lines: list[str]) -> None:
    article = read("\n\n".join([TUBA, FIRST, *lines, LAST]))
    assert (article.byline, article.published) == (None, None)


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["Anne Roux", "Correspondante à Vaux"], "Anne Roux"),
        (["Ann Roe", "Transport correspondent, Brume News"], "Ann Roe"),
        (["Ann Roe", "Senior Reporter"], "Ann Roe"),
        (["Anne Roux", "Fanfares d’ici"], None),
        (["Brume-les-Eaux", "Bureau des cors"], None),
    ],
)
def test_a_name_above_its_post_signs(lines: list[str], byline: str | None) -> None:
    assert read("\n\n".join([TUBA, *lines, FIRST, LAST])).byline == byline


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par Nolwenn Le Gac", "Nolwenn Le Gac"),
        ("Par Anne LE ROUX", "Anne LE ROUX"),
        ("Par Yves Le Floch le 2 mars 2022", "Yves Le Floch"),
        ("Par Anne Roux le 2 mars 2022", "Anne Roux"),
        ("By Bob Lee For The Brass Gazette", "Bob Lee"),
    ],
)
def test_an_article_with_a_capital_is_of_the_name(line: str, byline: str) -> None:
    assert read(f"{TUBA}\n\n{line}\n\n{FIRST}\n\n{LAST}").byline == byline


@pytest.mark.parametrize(
    ("label", "date", "day"),
    [
        ("Mise en ligne", "23 mai 2019", "2019-05-23"),
        ("Published:", "May 23, 2019", "2019-05-23"),
        ("Enregistré", "23 mai 2019", None),
        ("Publié", "à Raval", None),
    ],
)
def test_a_date_below_its_label_is_that_of_publication(label: str, date: str, day: str | None) -> None:
    blocks = [Block("label", Span(0, 0), text, kept=False) for text in ("Partager", label, date)]
    assert read_head(blocks, "fr").published == day


@pytest.mark.parametrize(
    "byline", ["(now) and C R", "(now) and Carl Reed", "By (now), and (then)", "Par , et Anne Roux"]
)
def test_a_byline_that_begins_with_nobody_ends_nothing(byline: str) -> None:
    body = "The council shut the bridge on Monday, after 300 people had complained."
    assert analyse(document_from_text(f"The bridge is shut for six months\n\n{byline}\n\n{body}\n")).text.endswith(body)


@pytest.mark.parametrize(
    ("labels", "site"),
    [
        (["Contact The Horn", "The Horn newsletters"], "The Horn"),
        (["The Horn homepage", "Menu", "Follow The Horn online:"], "The Horn"),
        (["Services Le Clairon", "Boutique Le Clairon"], "Le Clairon"),
        (["Contactez Le Clairon", "Retrouvez Le Clairon"], "Le Clairon"),
        (["About Brass Now", "Work for Brass Now", "Follow Ann Roe"], "Brass Now"),
        (["About Us", "Contact Us"], None),
        (["Follow Brume"], None),  # one may be about a place
        (["Follow Brume", "Follow Brume"], None),
        (["Follow Ann Roe", "More from Ann Roe"], None),
        (["Sport newsletter", "Follow Sport"], None),  # a section
        (["About the horn", "More from the horn"], None),
        (["Contact The Horn, a shop in Brume, for more of this", "The Horn newsletters"], None),
    ],
)
def test_the_site_of_buttons(labels: list[str], site: str | None) -> None:
    assert site_of_labels(labels) == site
