"""The article's address and its site, by the lines at the head or the foot that give them."""

from __future__ import annotations

import textwrap

import pytest

from tui_reader.analysis.pipeline import OUTLINE_LENGTH, analyse, outline
from tui_reader.export.citation import plain
from tui_reader.export.contract import as_json
from tui_reader.export.excerpt import excerpt_of_passage
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Document, Source

URL = "https://www.gazette.example/ville/piscine-123.html"
OTHER = "https://www.gazette.example/ville/stade-456.html"
FR_TITLE, EN_TITLE = "La piscine ferme pour travaux", "The pool closes for repairs"
FR = (
    "Le conseil municipal a voté mardi la rénovation de la piscine, qui fermera pendant dix-huit mois.\n\n"
    "Les travaux coûteront 3 millions d’euros, a indiqué la maire devant les élus de la ville."
)
EN = (
    "The council voted on Tuesday to repair the pool, which will close its doors for eighteen months.\n\n"
    "The work will cost the town 3 million pounds, the mayor told the people who came to the meeting."
)
FRENCH, ENGLISH = f"{FR_TITLE}\n\n{FR}", f"{EN_TITLE}\n\n{EN}"


def read(text: str) -> Article:
    return analyse(document_from_text(text))


def url_of(text: str) -> str | None:
    return read(text).document.source.url


GIVEN = [
    f"{URL}\n\n{FRENCH}",
    f"{URL}\n{FRENCH}",
    f"{FR_TITLE}\n{URL}\n\n{FR}",
    f"{FR_TITLE}\n{URL}\nPar Anne Roux\n2 mars 2022\n\n{FR}",
    f"{FR_TITLE}\n\nURL : {URL}\n\n{FR}",
    f"Lien: {URL}\n{FRENCH}",
    f"{FRENCH}\n\n{URL}",
    f"{FRENCH}\n{URL}",
    f"{FRENCH}\n\nSource : {URL}",
    f"{FRENCH}\n\nSource : <{URL}>.",
    f"{FRENCH}\n\nSource\u00a0:\u00a0{URL}",
    f"{FRENCH}\n\n(Source : {URL})",
    f"{FRENCH}\n\nSource :\n{URL}",
    f"{FRENCH}\n\nLire l’article : {URL}",
    f"{FRENCH}\n\nLire l’article complet sur {URL}",
    f"{FRENCH}\n\n{URL}\n\n© 2022 La Gazette",
    f"{FRENCH}\n\n{URL}\n\nPartager",
    f"{ENGLISH}\n\nRead more at {URL}",
    f"{ENGLISH}\n\nLink: {URL}",
    f"{ENGLISH}\n\nSource: {URL}",
    f'{ENGLISH}\n\nRetrieved from "{URL}"',
    f"URL: {URL}\n\n{ENGLISH}",
    f"{URL}\n\n{ENGLISH}\n\n{OTHER}",  # the head's one
    f"{URL}\n\n{ENGLISH}\n\nSource: {URL}",
]


@pytest.mark.parametrize("text", GIVEN)
def test_the_address_is_found_and_its_line_dropped_with_a_reason(text: str) -> None:
    article = read(text)
    assert article.document.source.url == URL
    assert article.title in (FR_TITLE, EN_TITLE)
    assert URL not in article.text
    dropped = [block for block in article.blocks if URL in block.text]
    assert {(block.kind, block.rule, block.reason) for block in dropped} == {
        ("label", "address", "web address of the article")
    }
    assert not any(block.kept for block in article.blocks if block.text.startswith("Source"))


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("www.gazette.example/ville/piscine", "https://www.gazette.example/ville/piscine"),
        ("http://gazette.example:8080/a?b=c&d=%C3%A9#e", "http://gazette.example:8080/a?b=c&d=%C3%A9#e"),
        ("HTTPS://GAZETTE.EXAMPLE/A", "HTTPS://GAZETTE.EXAMPLE/A"),
        ("https://gazette.example/wiki/Piscine_(ville)", "https://gazette.example/wiki/Piscine_(ville)"),
        ("https://gazette.example/ville/été-à-la-piscine", "https://gazette.example/ville/été-à-la-piscine"),
        ("https://www.gazette.example/", None),  # the front page is nobody's article
        ("www.gazette.example", None),
        ("https://www.gazette.example/a b", None),
        ("https://gazette.example/a\u202eb", None),
        ("https://gazette.example/a\x1b[2Jb", None),
        ("https://anne@gazette.example/a", None),
        ("https://gazette.exemple/a", "https://gazette.exemple/a"),
        ("www.gazette.exemple/a", None),  # no such end of a host name
        ("ftp://gazette.example/a", None),
        ("javascript://www.gazette.example/a", None),
        ("https://", None),
        ("https://[::1", None),
    ],
)
def test_what_is_an_address(line: str, url: str | None) -> None:
    assert url_of(f"{line}\n\n{FRENCH}") == url
    assert url_of(f"{ENGLISH}\n\n{line}") == url


FIRST, SECOND = FR.split("\n\n")
SPARED = [
    f"{FR_TITLE}\n\n{FIRST}\n\n{URL}\n\n{SECOND}",  # inside the article
    f"{FR_TITLE}\n\n{FIRST}\n\nSource : {URL}\n\n{SECOND}",
    f"{FR_TITLE}\n\n{FIRST} Il y a plus à lire sur {URL}\n\n{SECOND}",
    f"{FRENCH} Tout est dit sur {URL}",
    f"{FRENCH}\n\nPhoto : {URL}",
    f"{FRENCH}\n\nCrédit photo : {URL}",
    f"{ENGLISH}\n\nPhoto by Jane Doe: {URL}",
    f"{FRENCH}\n\nLire aussi : {URL}",
    f"{ENGLISH}\n\nSee also: {URL}",
    f"{FRENCH}\n\nPour s’inscrire :\n\n{URL}",
    f"{ENGLISH}\n\nTo donate:\n\n{URL}",
    f"{FRENCH}\n\nRenseignements\n\n{URL}",
    f"{FRENCH}\n\nhttps://t.co/AbCdEf",
    f"{FRENCH}\n\npic.twitter.com/AbCdEf",
    f"{FRENCH}\n\nBonjour à tous https://t.co/AbCdEf\n— Anne Roux (@anne) March 2, 2022",
    f"{FRENCH}\n\nhttps://www.facebook.com/sharer.php?u={URL}",
    f"{FRENCH}\n\nhttps://twitter.com/intent/tweet?url={URL}",
    f"{ENGLISH}\n\nSource: https://www.youtube.com/watch?v=abc",
    f"{FRENCH}\n\nSource : {URL}\n\nSource : {OTHER}",  # two sources, and none is said to be the article
    f"{URL}\n\n{OTHER}",
    f"{FR_TITLE}\n\nTout est prêt à la mairie.\n\n{URL}\n\n{FR}",  # below a sentence
    f"{FRENCH}\n\nRenseignements\n\n{URL}\n\nSource : https://youtu.be/abc",
]


@pytest.mark.parametrize("text", SPARED)
def test_other_addresses_are_not_the_articles(text: str) -> None:
    article = read(text)
    assert article.document.source.url in (None, URL if text.startswith(URL) else None)
    assert not any(block.rule == "address" for block in article.blocks if not text.startswith(URL))


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (f"gazette.example\n\n{FRENCH}", "gazette.example"),
        (f"www.gazette.co.uk\n{ENGLISH}", "gazette.co.uk"),
        (f"https://www.gazette.example/\n\n{ENGLISH}", "gazette.example"),
        (f"2 mars 2022\nGazette.fr\n\n{FRENCH}", "Gazette.fr"),
        (f"{URL}\n\n{FRENCH}", "gazette.example"),
        (f"{FRENCH}\n\nSource : {URL}", "gazette.example"),
        (f"{URL}\n\n{FRENCH}\n\n© 2022 La Gazette. Tous droits réservés.", "La Gazette"),  # the text names it
        (f"gazette.example\n\n{ENGLISH}\n\n© 2022 The Gazette. All rights reserved.", "The Gazette"),
        (f"{FRENCH}\n\ngazette.example", None),  # below, anybody's
        (f"J.-C.\n\n{FRENCH}", None),
        (f"U.S.\n\n{ENGLISH}", None),
        (f"facebook.com\n\n{ENGLISH}", None),
        (f"cars.example\nhomes.example\n{ENGLISH}", None),  # a menu
        (f"gazette.example\n\n{FR}", None),  # it may be the title
        (FRENCH, None),
    ],
)
def test_the_site(text: str, site: str | None) -> None:
    article = read(text)
    assert article.site == site
    assert outline(document_from_text(text)).site == site
    assert article.title in (FR_TITLE, EN_TITLE, "gazette.example")


@pytest.mark.parametrize(
    ("url", "site"), [("https://www.press.xyz/feed/1", "press.xyz"), ("https://[::1", None), ("urn:isbn:1", None)]
)
def test_an_address_that_the_source_gives_stays(url: str, site: str | None) -> None:
    article = analyse(Document("1", Source(url=url), f"{URL}\n\n{FRENCH}"))
    assert article.document.source.url == url
    assert article.site == site


def test_scripts_and_citations_have_the_address() -> None:
    article = read(f"{FRENCH}\n\nSource : {URL}")
    assert as_json(article)["source"]["url"] == URL
    assert as_json(article)["site"] == "gazette.example"
    assert plain(excerpt_of_passage("3 millions", article)).endswith(f"{FR_TITLE}, gazette.example, {URL}")


def test_the_foot_of_a_text_that_is_cut_for_the_list_is_not_its_end() -> None:
    paragraphs = "\n\n".join(f"{FR} ({number})." for number in range(200))
    before = f"{FR_TITLE}\n\n{paragraphs}"[: OUTLINE_LENGTH - 200].rpartition("\n\n")[0]
    text = f"{before}\n\n{URL}\n\n{paragraphs}"
    assert outline(document_from_text(text)).site is None
    assert url_of(text) is None


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le projet entier peut être lu avec ses plans et ses dessins à l’adresse {URL} "
        "où chacun dira ce qu’il en pense avant la fin du mois de mars.",
        f"The whole project can be read there with all its plans and all its drawings {URL} "
        "where everybody may say what they think of it before the end of the month.",
    ],
)
def test_an_address_in_wrapped_text_stays_in_its_paragraph(sentence: str) -> None:
    wrapped = textwrap.fill(sentence, len(URL) + 2)
    assert f"\n{URL}\n" in wrapped
    article = read(f"{FR_TITLE}\n\n{FIRST}\n\n{wrapped}\n\n{SECOND}")
    assert sentence in article.text
    assert article.document.source.url is None
