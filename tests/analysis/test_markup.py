"""Cleaning with what the markup of a page says: as evidence beside the words of its lines."""

from __future__ import annotations

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.html.reader import read
from tui_reader.model import Article, Source

PROSE = (
    "Le tuba a franchi le col hier matin, sous la neige, devant trente promeneurs que rien n'étonne plus.",
    "Le club des cuivres, qui le cherchait depuis mardi, a salué son retour par une aubade de deux heures.",
    "Il repartira lundi, par le train de nuit, avec son étui neuf et une provision de partitions.",
)
TITLE = "Le tuba est rentré"


def article(inside: str = "", above: str = "", below: str = "", head: str = "") -> Article:
    paragraphs = "".join(f"<p>{one}</p>" for one in PROSE[1:])
    body = f"{above}<article><p>{PROSE[0]}</p>{inside}{paragraphs}</article>{below}"
    (document,) = read(f"<!doctype html><head>{head}</head><body>{body}".encode(), Source())
    return analyse(document)


def dropped(found: Article) -> dict[str, str | None]:
    return {block.text: block.rule for block in found.blocks if not block.kept}


@pytest.mark.parametrize(
    ("inside", "words", "rule"),
    [
        ("<aside><p>Le cor, lui, court encore.</p></aside>", "Le cor, lui, court encore.", "markup.aside"),
        ("<div class=newsletter><p>Un cor chaque matin.</p></div>", "Un cor chaque matin.", "markup.aside"),
        ("<nav><a href=x>Le cor</a></nav>", "Le cor", "markup.navigation"),
        ("<figure><figcaption>Le tuba, hier.</figcaption></figure>", "Le tuba, hier.", "markup.caption"),
        ("<div class=footer-note>Le cor et nous.</div>", "Le cor et nous.", "markup.footer"),
        ("<p><a href=x>Le cor est rentré dans le rang</a></p>", "Le cor est rentré dans le rang", "markup.links"),
        ("<p>Partager</p>", "Partager", "share"),  # by its words, as in a text
    ],
)
def test_what_the_markup_keeps_out_of_the_article_is_dropped_with_its_rule(inside: str, words: str, rule: str) -> None:
    found = article(inside)
    assert dropped(found) == {words: rule}
    assert found.text == "\n\n".join(PROSE)


@pytest.mark.parametrize("credit", ["© VENTS / CUIVRES", "© Anne Roux", "© Agence Vent"])
def test_who_took_a_picture_is_no_site(credit: str) -> None:
    figure = f"<figure><figcaption>{credit}</figcaption></figure>"
    assert article(figure).site is None
    assert article(figure, below="<footer>© 2022 Le Clairon. Tous droits réservés.</footer>").site == "Le Clairon"


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Le cor, lui, court encore.</p>",
        f"<p>À lire aussi</p><p>{PROSE[0].replace('tuba', 'cor')}</p>",  # a label, but no link below it
        "<blockquote><p>« Il reviendra », disait Anne Roux.</p></blockquote>",
        "<p>Le <a href=x>cor</a> court encore.</p>",
        "<h2>Une aubade</h2>",
        "<blockquote class=social-embed><p>Il est là !</p>— Anne (@anne) <a href=x>March 2, 2022</a></blockquote>",
    ],
)
def test_text_of_the_article_stays(inside: str) -> None:
    assert {words for words, rule in dropped(article(inside)).items()} <= {"À lire aussi"}


@pytest.mark.parametrize(
    ("above", "head", "title", "byline", "published"),
    [
        (f"<h1>{TITLE}</h1><p>Par Anne Roux</p><p>2 mars 2022</p>", "", TITLE, "Anne Roux", "2022-03-02"),
        (f"<h1>Le Clairon</h1><h1>{TITLE}</h1>", f"<title>{TITLE} | Le Clairon</title>", TITLE, None, None),
        (f"<h1>{TITLE}</h1><p>Anne Roux</p>", "", TITLE, "Anne Roux", None),
        (f"<h1>{TITLE}</h1><p>Vents et Cuivres</p>", "", TITLE, None, None),
        (
            f"<h1>{TITLE}</h1><p>Soumis par Anne Roux le mer, 02/03/2022 - 10:15</p>",
            "",
            TITLE,
            "Anne Roux",
            "2022-03-02T10:15",
        ),
        (f"<h1>{TITLE}</h1><p>Submitted by Anne Roux on March 2, 2022</p>", "", TITLE, "Anne Roux", "2022-03-02"),
        ("<h1>Musique</h1>", f"<meta property=og:title content='{TITLE}'>", TITLE, None, None),
    ],
)
def test_what_is_shown_above_the_article_is_no_part_of_its_text(
    above: str, head: str, title: str, byline: str | None, published: str | None
) -> None:
    found = article(above=above, head=head)
    assert (found.title, found.byline, found.published) == (title, byline, published)
    assert found.text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "time", ["10:4{}", "10h4{}", "10.4{} am", "Posted at 10:4{}", "il y a {} heures", "4{} minutes ago"]
)
@pytest.mark.parametrize("entries", [2, 3])
def test_the_times_of_live_coverage_stand_above_its_entries(time: str, entries: int) -> None:
    said = [time.format(number) for number in range(3, 3 + entries)]
    inside = "".join(f"<div><time>{one}</time><p>{PROSE[0]} {one}.</p></div>" for one in said)
    found = article(inside, above=f"<h1>{TITLE}</h1><p>Mis à jour à 11:30</p>")
    assert [block.text for block in found.blocks if block.kind == "date" and block.kept] == (
        said if entries > 2 else []
    )
    assert "11:30" not in found.text


def test_a_standfirst_between_title_and_text_stays() -> None:
    found = article(above=f"<h1>{TITLE}</h1><p>Il aura fallu six jours, deux chiens et une aubade.</p>")
    assert found.text.startswith("Il aura fallu")


def test_around_the_article_all_is_dropped() -> None:
    below = "<h2>Le cor</h2><p>Le cor, lui, court encore dans les bois de la commune, et nul ne le cherche.</p>"
    found = article(above="<ul><li><a href=x>Sport</a></ul>", below=f"<div class=related-news>{below}</div>")
    assert found.text == "\n\n".join(PROSE)


def test_what_is_hidden_is_never_said() -> None:
    found = article("<p style='display:none'>« Je suis un cor », a dit Anne Roux.</p>")
    assert not found.quotes
    assert "cor »" not in found.document.raw


CARDS = {
    "short": "<div><h2><a href=/x>{title}</a></h2><p>Le tuba a franchi le col hier matin, sous la neige.</p></div>",
    "long": f"<article><h2><a href=/x>{{title}}</a></h2><p>{PROSE[0]} {PROSE[1]}</p></article>",
    "with times": f"<li><a href=/x>{{title}}</a><p>{PROSE[1]}</p><span>Hier à 10:00</span></li>",
    "cut": f"<section><h3><a href=/x>{{title}}</a></h3><p>{PROSE[0][:60]}…</p></section>",
    "dated": f"<li><h2><a href=/x>{{title}}</a></h2><time>2 mars</time><p>{PROSE[1]} <a href=/x>Lire</a></p></li>",
    "one link": f"<div><a href=/x><h3>{{title}}</h3><p>{PROSE[2]}</p></a></div>",
    "in English": "<div><h2><a href=x>{title}</a></h2><p>The tuba crossed the pass, “singing”, Ann Roe said.</p></div>",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_front_page_holds_no_article_and_lists_its_headlines(card: str) -> None:
    titles = [f"Le tuba numéro {number} est rentré du col sous la neige" for number in range(12)]
    teasers = "".join(card.format(title=title) for title in titles)
    foot = "<footer>© Le Clairon <a href=/m>Mentions légales</a></footer>"
    page = f"<!doctype html><body><nav><a href=/>Accueil et plan du site</a></nav>{teasers}{foot}"
    (document,) = read(page.encode(), Source())
    found = analyse(document)
    assert [note.rule for note in document.source.notes] == ["source.html", "source.no-article"]
    assert {variant.text for headline in found.headlines for variant in headline.variants} == set(titles)
    assert dropped(found)["Accueil et plan du site"] != "related"
    assert (found.text, found.quotes, found.site) == ("", (), "Le Clairon")


@pytest.mark.parametrize(
    "part",
    [
        f"<h2><a href=x>Le cor est rentré dans le rang</a></h2><p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>" * 6,
        f"<p>{PROSE[0]}</p><h2><a href=#x>Le cor est rentré dans le rang</a></h2><p>{PROSE[1]}</p>" * 6,
        f"<p><a href=x>Lire aussi : le cor est rentré</a></p><p>{PROSE[0]}</p><p>{PROSE[1]}</p>" * 6,
        f"<h2><a href=x>Le cor est rentré dans le rang</a></h2><p>{PROSE[0] * 5}</p>" * 8,
        f"<h2>Le cor est rentré dans le rang</h2><p>{PROSE[0]}</p>" * 8,
    ],
)
def test_an_article_with_links_between_its_paragraphs_is_one(part: str) -> None:
    (document,) = read(f"<!doctype html><body><article><p>{PROSE[2]}</p>{part}</article>".encode(), Source())
    assert "source.no-article" not in [note.rule for note in document.source.notes]
    assert PROSE[0] in analyse(document).text


def test_of_the_lines_below_a_label_the_links_are_related_headlines() -> None:
    below = "<h3>À lire aussi</h3><p><a href=x>Le cor est rentré dans le rang</a></p><p>07/01/2018</p>"
    found = article(below=f"<section>{below}</section>")
    assert [headline.text for headline in found.headlines] == ["Le cor est rentré dans le rang"]


def test_the_title_of_a_page_ranks_its_figures_though_it_is_none_of_its_text() -> None:
    inside = "<p>La fanfare a 40 cornistes, 12 flûtes et 900 partitions ; il y a 30 tubas égarés au col.</p>"
    found = article(inside, above="<h1>Au col, 77 flûtes égarées et bien des tubas</h1>")
    assert "77" not in [figure.text for figure in found.figures]
    reasons = {figure.text: {reason.rule for reason in figure.reasons} for figure in found.figures}
    assert "of-title" in reasons["30"]
    assert "of-title" not in reasons["900"]


def test_a_page_too_short_to_tell_is_read_in_the_language_that_it_declares() -> None:
    (document,) = read(b"<!doctype html><html lang=fr><body><article><p>Bilan : 12 tubas.</p></article>", Source())
    assert [figure.what for figure in analyse(document).figures] == ["tubas"]
