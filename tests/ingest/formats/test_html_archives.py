"""Exports of press archives as HTML, in the forms that each archive has had."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.html.reader import read
from tui_reader.model import Article, Source

GEESE = ("Quarante oies ont traversé la route lundi, à la surprise de tous.", "« Elles sont là », a dit Paul Diaz.")


class Expected(NamedTuple):
    title: str
    site: str
    published: str
    byline: str | None
    text: str


def exported(page: str) -> list[Article]:
    return [analyse(one) for one in read(page.encode(), Source())]


def expected(article: Article) -> Expected:
    return Expected(article.title or "", article.site or "", article.published or "", article.byline, article.text)


def europresse(paper: str, header: str, title: str, author: str, body: str) -> str:
    return (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{paper}</span></div>'
        f'<span class="DocHeader">{header}</span><div class="titreArticle"><p class="titreArticleVisu">{title}</p>'
        f'</div>{author}</header><section><div class="DocText"><div class="docOcurrContainer">{body}</div></div>'
        "</section><footer><small>© 2023 Le Clairon. Tous droits réservés.</small><p>news·20231016·CL·0001</p></footer>"
        "</article>"
    )


def old_europresse(header: str, body: str) -> str:
    return (
        '<table><tr><td><span class="DocPublicationName">Le Clairon</span><br>'
        f'{header}<br><br><span class="TitreArticleVisu">Les <span style="color:red">oies</span> sont là</span><br><br>'
        f"{body}<br>© 2011 Le Clairon. Tous droits réservés.</td></tr>"
        '<tr><td align="center">Numéro de document : news·20110301·CL·0001</td></tr></table>'
    )


def factiva(language: str, head: str, author: str = "") -> str:
    body = "".join(f'<p class="articleParagraph {language}articleParagraph">{one}</p>' for one in GEESE)
    lines = "".join(f"<div>{line}</div>" for line in head.split("|"))
    return (
        f'<div class="article {language}Article"><div id="hd"><span class="{language}Headline">Les oies</span></div>'
        f"{author}{lines}{body}<div>Document CLAIRO0020111229e7ct0001r</div></div>"
    )


def labelled_factiva(*rows: tuple[str, str]) -> str:
    body = "".join(f'<p class="articleParagraph frarticleParagraph">{one}</p>' for one in GEESE)
    fields = (*rows, ("LP", body), ("NS", "gpol : Politique"), ("AN", "Document CLAIRO0020111229e7ct0001r"))
    cells = "".join(f'<tr><td class="index"><b>{name}</b>&nbsp;</td><td>{value}</td></tr>' for name, value in fields)
    return f'<div class="article frArticle"><table>{cells}</table></div>'


def nexis(number: int, *blocks: str) -> str:
    lines = "".join(f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN>{block}</SPAN></P></DIV>' for block in blocks)
    return f"<!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->{lines}<!--\n</DOC> -->"


PARAGRAPHS = "".join(f"<p>{one}</p>" for one in GEESE)
TEXT = "\n\n".join(GEESE)


@pytest.mark.parametrize(
    ("page", "article"),
    [
        (
            europresse("Le Clairon, no. 1234", "Sport, lundi 16 octobre 2023 - 16:55", "Les <mark>oies</mark>",
                       '<div class="docAuthors">Par Anne Roux</div>', PARAGRAPHS),
            Expected("Les oies", "Le Clairon", "2023-10-16", "Anne Roux", TEXT),
        ),
        (
            europresse("Ouest-Clairon                <br/>Vannes", "p. 3", "Les oies", "", "<br><br>".join(GEESE)),
            Expected("Les oies", "Ouest-Clairon", "2023-10-16", None, TEXT),  # the day stands in the number
        ),
        (
            old_europresse('<span class="DocHeader">Sport, </span><span class="DocHeader">1 mars 2011</span>, p. 3',
                           "<br><br>".join(GEESE)),
            Expected("Les oies sont là", "Le Clairon", "2011-03-01", None, TEXT),
        ),
        *(
            (
                old_europresse('<span class="DocHeader">1 mars 2011</span>', f"{line}<br><br>{'<br><br>'.join(GEESE)}"),
                Expected("Les oies sont là", "Le Clairon", "2011-03-01", author, TEXT),
            )
            for line, author in (
                ("Anne Roux", "Anne Roux"),
                ("ROUX Anne", "ROUX Anne"),
                ("Anne ROUX ; Paul DIAZ", "Anne ROUX ; Paul DIAZ"),
                ("Par Anne Roux, à Vaux", "Anne Roux"),
            )
        ),
        (
            f"<table><tr><td>{old_europresse('<span class=DocHeader>1 mars 2011</span>', PARAGRAPHS)}</table>",
            Expected("Les oies sont là", "Le Clairon", "2011-03-01", None, TEXT),
        ),
        (
            factiva("en", "295 words|29 December 2011|15:32|The Ledger|LEDGER|12|English|(c) 2011",
                    '<div class="author">By Anne Roux</div>'),
            Expected("Les oies", "The Ledger", "2011-12-29", "Anne Roux", TEXT),
        ),
        (
            factiva("fr", "295 mots|29 décembre 2011|Le Clairon", '<div class="author">Anne de Roux von Der Oie</div>'),
            Expected("Les oies", "Le Clairon", "2011-12-29", "Anne de Roux von Der Oie", TEXT),
        ),
        (
            factiva("de", "295 Wörter|29. Dezember 2011|Der Bote|BOTE|Deutsch"),
            Expected("Les oies", "Der Bote", "2011-12-29", None, TEXT),
        ),
        (
            factiva("zhcn", "295 字|2011 年 12 月 29 日|Le Clairon|CLAIRO"),
            Expected("Les oies", "Le Clairon", "2011-12-29", None, TEXT),
        ),
        (
            labelled_factiva(("SE", "Sport"), ("HD", "<b class='frHeadline'>Les oies</b>"), ("BY", "Anne Roux"),
                             ("PD", "29 décembre 2011"), ("SN", "Le Clairon"), ("SC", "CLAIRO")),
            Expected("Les oies", "Le Clairon", "2011-12-29", "Anne Roux", TEXT),
        ),
        (
            labelled_factiva(("HD", "Les oies"), ("SN", "Le Clairon")),
            Expected("Les oies", "Le Clairon", "2011-12-29", None, TEXT),  # the day stands in the number
        ),
        (
            nexis(1, "1 of 1 DOCUMENTS", "Copyright 2011 Le Clairon", "Le Clairon", "December 29, 2011 Thursday",
                  "First Edition", "Les oies;<BR>Elles sont quarante", "BYLINE: Anne Roux", "LENGTH: 20 words", *GEESE,
                  "LOAD-DATE: January 1, 2012", "LANGUAGE: FRENCH", "Copyright 2011 Le Clairon<BR>All Rights Reserved"),
            Expected("Les oies; Elles sont quarante", "Le Clairon", "2011-12-29", "Anne Roux", TEXT),
        ),
        (
            nexis(1, "1 of 1 DOCUMENTS", "Le Clairon", "December 29, 2011 Thursday &nbsp;<BR>1<SUP>ST</SUP> Edition",
                  "Les oies", "LENGTH: 20 words", *GEESE, "NOTE: ceci est encore du texte.", GEESE[0],
                  "LOAD-DATE: January 1, 2012", "MATP", "GRAPHIC: " + GEESE[0], "Copyright 2011 Le Clairon"),
            Expected("Les oies", "Le Clairon", "2011-12-29", None,
                     f"{TEXT}\n\nNOTE: ceci est encore du texte.\n\n{GEESE[0]}"),
        ),
        (
            nexis(1, "Document 1 de 1", "Le Clairon", "29 décembre 2011 jeudi", "LONGUEUR: 20 mots", *GEESE),
            Expected("", "Le Clairon", "2011-12-29", None, TEXT),
        ),
    ],
)  # fmt: skip
def test_an_article_has_its_fields_and_its_text_alone(page: str, article: Expected) -> None:
    (found,) = exported(f"<html><body>{page}</body></html>")
    assert expected(found) == article
    assert found.document.source.record is None


@pytest.mark.parametrize(
    "articles",
    [
        [europresse("Le Clairon", "1 mars 2011", f"Oie {n}", "", PARAGRAPHS) for n in range(3)],
        [f"{old_europresse('<span class=DocHeader>1 mars 2011</span>', PARAGRAPHS)}<br>" for _ in range(3)],
        [factiva("fr", "2 mots|29 décembre 2011|Le Clairon") for _ in range(3)],
        [
            nexis(n, f"{n} of 3 DOCUMENTS", "Le Clairon", "29 décembre 2011", "Oie", "LENGTH: 2", *GEESE)
            for n in (1, 2, 3)
        ],
    ],
)
def test_an_export_opens_as_its_articles(articles: list[str]) -> None:
    certificate = "<aside><p>Certificat émis le 1 mars 2024 pour une bibliothèque.</p></aside>"
    found = exported(f"<html><body>{''.join(articles)}{certificate}</body></html>")
    assert [one.document.source.record for one in found] == [0, 1, 2]
    assert all(one.text == TEXT for one in found)


@pytest.mark.parametrize("title", ["Oies", "Les oies sont là, et le phare de Vaux, qui les attendait, rouvre enfin"])
def test_each_line_around_an_article_says_what_it_is(title: str) -> None:
    body = f"{GEESE[0]}<br><br>{GEESE[1][:-1]}, la bergère de Vaux, qui en compte quarante depuis hier."
    page = old_europresse('<span class="DocHeader">1 mars 2011</span>', body)
    (found,) = exported(page.replace('Les <span style="color:red">oies</span> sont là', title))
    assert [block.rule for block in found.blocks] == [
        "archive.field", "markup.head", "markup.title", None, None, "legal", "archive.field",
    ]  # fmt: skip
    assert found.text.endswith("depuis hier.")


def test_an_article_element_alone_is_no_export() -> None:
    (found,) = exported(f"<html><body><article><h1>Les oies</h1>{PARAGRAPHS * 3}</article></body></html>")
    assert found.document.declared.site is None
    assert [note.rule for note in found.document.source.notes] == ["source.html"]
