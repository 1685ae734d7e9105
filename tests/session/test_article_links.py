"""The links of an article, as a reader may want to follow them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.html.reader import read
from tui_reader.model import Article, Block, Document, Headline, Link, Source, Span, Variant
from tui_reader.session.article_links import ArticleLink, link_at, link_of, links_of

OWN = "https://clairon.example/a/pont"
RAW = """Accueil du site

Le pont de Lorvex rouvre ce lundi, dit la mairie, après des travaux.

À lire aussi

La crue de la Vère : 340 habitants évacués

Politique

Partager sur un réseau"""


def span_of(words: str) -> Span:
    start = RAW.index(words)
    return Span(start, start + len(words))


def block(kind: str, words: str, *, kept: bool = False) -> Block:
    return Block(kind, span_of(words), words, kept=kept)  # type: ignore[arg-type] # the kinds of the table below


BLOCKS = (
    block("navigation", "Accueil du site"),
    block("paragraph", "Le pont de Lorvex rouvre ce lundi, dit la mairie, après des travaux.", kept=True),
    block("label", "À lire aussi"),
    block("related", "La crue de la Vère : 340 habitants évacués"),
    block("promo", "Politique"),
    block("share", "Partager sur un réseau"),
)


def article(*links: tuple[str, str], url: str | None = OWN) -> Article:
    """An article with links, each of words of its text to an address."""
    document = Document(
        "d1", Source(url=url), RAW, links=tuple(Link(span_of(words), address) for words, address in links)
    )
    return Article(document, blocks=BLOCKS)


def told(found: list[ArticleLink]) -> list[tuple[str, str, bool]]:
    return [(link.words, link.address.removeprefix("https://clairon.example"), link.is_in_text) for link in found]


def test_those_in_the_text_come_first_then_the_rest_and_none_that_leads_to_no_article() -> None:
    found = links_of(
        article(
            ("Accueil du site", "https://clairon.example/"),
            ("travaux", "https://gazette.example/t"),
            ("mairie", "https://clairon.example/m"),
            ("La crue de la Vère : 340 habitants évacués", "https://clairon.example/crue"),
            ("Politique", "https://clairon.example/p"),
            ("Partager sur un réseau", "https://reseau.example/share"),
        )
    )
    assert told(found) == [
        ("mairie", "/m", True),
        ("travaux", "https://gazette.example/t", True),
        ("La crue de la Vère : 340 habitants évacués", "/crue", False),
        ("Politique", "/p", False),
    ]


@pytest.mark.parametrize(
    "address",
    [
        OWN,
        f"{OWN}#suite",
        f"{OWN}?utm_source=lettre",
        "http://clairon.example/a/pont",
        "https://reseau.example/sharer?u=https%3A%2F%2Fclairon.example%2Fa%2Fpont&t=Le%20pont",
        "https://messages.example/send?text=Le%20pont%20https%3A%2F%2Fclairon.example%2Fa%2Fpont%3Fat_medium%3Dx",
        "https://reseau.example/intent?url=https://clairon.example/a/pont",
        "https://user:secret@clairon.example/x",
        "https://exa mple/x",
        "https://clairon.example/\x1b]0;x",
    ],
)
def test_none_leads_to_the_article_itself_or_hands_it_on_or_to_what_is_no_address(address: str) -> None:
    one = article(("mairie", address))
    assert links_of(one) == []
    assert link_at(one, span_of("mairie")) is None


def test_of_a_menu_those_are_listed_whose_words_tell_an_article() -> None:
    words = "La crue de la Vère : 340 habitants évacués"
    one = article(("crue de la Vère", f"{OWN}/1"), ("Vère : 340 habitants évacués", f"{OWN}/2"))
    assert [link.address for link in links_of(replace(one, blocks=(block("navigation", words),)))] == [f"{OWN}/2"]


@pytest.mark.parametrize(
    "address",
    [
        "https://clairon.example/a/pont/2",
        "https://clairon.example/connexion?retour=https%3A%2F%2Fclairon.example%2Fa%2Fpont",
        "https://archive.example/2026/https://clairon.example/a/pont",
        "https://gazette.example/?page=clairon.example",
    ],
)
def test_others_lead_somewhere(address: str) -> None:
    assert [link.address for link in links_of(article(("mairie", address)))] == [address]


def test_without_an_address_of_its_own_all_lead_somewhere() -> None:
    assert (
        len(links_of(article(("mairie", OWN), ("travaux", "https://r.example/?u=https://x.example/"), url=None))) == 2
    )


def test_an_address_is_in_its_normal_form() -> None:
    (link,) = links_of(article(("mairie", "HTTPS://Clairon.Example:443/ô?x#y")))
    assert link.address == "https://clairon.example/%C3%B4?x"


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        (("Politique", "La crue de la Vère : 340 habitants évacués"), "La crue de la Vère : 340 habitants évacués"),
        (("Politique", "mairie"), "mairie"),
        (("Politique", "lire"), "lire"),
        (("La crue de la Vère", "340 habitants évacués"), "La crue de la Vère"),
    ],
)
def test_each_address_is_listed_once_by_its_most_telling_words(words: tuple[str, str], chosen: str) -> None:
    addresses = ("https://clairon.example/c", "http://clairon.example/c?utm_source=x#y")
    ordered = sorted(words, key=RAW.index)
    (link,) = links_of(article(*zip(ordered, addresses, strict=True)))
    assert (link.words, link.span) == (chosen, span_of(chosen))


def test_the_words_are_the_cleaned_ones_on_one_line() -> None:
    page = "<article><p>{0}</p><p>Le <a href='/b'>bud\u00adget\nvoté</a> hier. {0}</p></article>".format(
        "Le conseil a voté hier, par douze voix contre trois, le budget de la commune pour l'an prochain."
    )
    (document,) = read(page.encode(), Source(url=OWN))
    (link,) = links_of(analyse(document))
    assert (link.words, link.is_in_text) == ("budget voté", True)
    assert link.span.of(document.raw) == "bud\u00adget voté"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Le pont de Lorvex rouvre ce lundi, dit la mairie, après des travaux.", "dit la mairie"),
        ("travaux", "travaux"),
        ("mairie, après des travaux", "travaux"),
        ("Le pont", None),
        ("Partager", None),
    ],
)
def test_the_link_at_a_place_is_the_one_that_shares_the_most_with_it(words: str, expected: str | None) -> None:
    one = article(("dit la mairie", "https://clairon.example/m"), ("travaux", "https://clairon.example/t"))
    found = link_at(one, span_of(words))
    assert (found and found.words) == expected


def test_places_that_only_touch_have_no_link() -> None:
    one = article(("mairie", "https://clairon.example/m"))
    assert link_at(one, span_of("dit la ")) is None
    assert link_at(one, span_of(", après")) is None


def test_a_related_headline_leads_where_the_first_of_its_variants_does_that_is_a_link() -> None:
    one = article(("340 habitants", "https://clairon.example/crue"), ("Politique", "https://clairon.example/politique"))
    variants = tuple(
        Variant(span_of(words), words)
        for words in ("À lire aussi", "La crue de la Vère : 340 habitants évacués", "Politique")
    )
    found = link_of(one, Headline("La crue", variants))
    assert found is not None
    assert found.address == "https://clairon.example/crue"
    assert link_of(one, Headline("La crue", variants[:1])) is None
