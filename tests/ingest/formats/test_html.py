"""Web pages: visible text, marks, what is declared, encodings, and pages made to hurt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.promises import check_document
from tui_reader.ingest.formats.html.reader import read
from tui_reader.ingest.sources import read as read_path
from tui_reader.model import Declared, DeclaredNames, DeclaredText, Document, Source

PROSE = "Le conseil a voté hier, par douze voix contre trois, le budget de la commune pour l'an prochain."


def page(body: str, head: str = "") -> Document:
    (document,) = read(f"<!doctype html><html><head>{head}</head><body>{body}".encode(), Source())
    return document


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        ("<p>Un  mot\n\tet <b>deux</b></p><p>trois", "Un mot et deux\n\ntrois"),
        ("<div>Un<div>deux</div>trois</div>", "Un\n\ndeux\n\ntrois"),
        ("Un<br>deux<br/>\n trois", "Un\ndeux\ntrois"),
        ("Un<br><br>deux", "Un\n\ndeux"),
        ("<pre>  un\n  deux</pre>", "un\n  deux"),
        ("un <span> deux</span> trois", "un deux trois"),
        ("un&nbsp;deux &amp; trois &eacute;", "un\u00a0deux & trois é"),
        ("<ul><li>un<li>deux</ul>", "un\n\ndeux"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a | b\n\n1 | 2"),
        ("<table><tr><td><p>un</p><p>deux</p><td>trois</table>", "un\n\ndeux\n\ntrois"),
        ("<table><tr><td> <td>seul</table>", "seul"),
        ("<table><tr><td>un<br>(1)<td>deux</table>", "un\n(1) | deux"),
        (
            "<table><tr><td>un<td><font>deux<br><br>trois<br>quatre</font><td>cinq</table>",
            "un\n\ndeux\n\ntrois\nquatre\n\ncinq",
        ),
        ("<table><tr><td>un<td><font><p>deux</font></table>", "un\n\ndeux"),
        ("un<script>x</script><style>y</style><template>z</template><noscript>n</noscript>", "un"),
        ("un<p hidden>x</p><p style='Display : none'>y</p><p style='visibility:hidden'>z</p>", "un"),
        ("un <i aria-hidden=true>→</i> deux", "un deux"),
        ("<main aria-hidden=true><p>derrière une fenêtre</main>", "derrière une fenêtre"),
        ("<button>Partager</button><select><option>x</select><input value=y>un<textarea>z</textarea>", "un"),
        ("un <!-- rien --> deux", "un deux"),
        ("<a href=x>un</a> <a href=y>deux</a>", "un deux"),
        ("<b>un<p>deux</b>trois", "un\n\ndeuxtrois"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(body: str, raw: str) -> None:
    assert page(body).raw == raw


def marked(document: Document, kind: str) -> list[str]:
    return [mark.span.of(document.raw) for mark in document.marks if mark.kind == kind]


def test_the_markup_says_what_a_stretch_is() -> None:
    document = page(
        f"<nav><a href=/>Accueil</a></nav><h1>Le budget est voté</h1><article><p>{PROSE}</p><h2>Et après ?</h2>"
        f"<figure><figcaption>Une légende</figcaption></figure><p>{PROSE} <a href=x>Lire</a></p>"
        f"<blockquote><p>« {PROSE} »</p></blockquote><ul><li>Un</ul></article><footer>Nous</footer>"
    )
    assert marked(document, "navigation") == ["Accueil"]
    assert marked(document, "title") == ["Le budget est voté"]
    assert marked(document, "heading") == ["Et après ?"]
    assert marked(document, "caption") == ["Une légende"]
    assert marked(document, "quotation") == [f"« {PROSE} »"]
    assert marked(document, "item") == ["Un"]
    assert marked(document, "footer") == ["Nous"]
    assert marked(document, "link") == ["Accueil", "Lire"]
    assert marked(document, "article") == [PROSE, "Et après ?", f"{PROSE} Lire", f"« {PROSE} »", "Un"]


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=sidebar-layout><div id=content><p>{PROSE}</p><p>{PROSE}</p></div></div>",  # it holds everything
        f"<form><div><p>{PROSE}</p><p>{PROSE}</p></div></form>",
        f"<div class=part><p>{PROSE}</p></div><hr><div class=part><p>{PROSE}</p></div>",  # parts of one shape
        f"<div><p class=text>{PROSE}</p></div><div><div><p class=text>{PROSE}</p></div></div>",
        f"<td>{PROSE}<br><br>{PROSE}",
        *(
            f"<div>{f'<div class={names!r}><p>{PROSE}</p></div>' * 2}<p>Et voilà, dit-on, ce qu'il en est.</p></div>"
            for names in (
                "overflow-hidden md:block",
                "hidden:x",
                "elementor-element elementor-widget-text-editor elementor-widget",
                "subscriber-only",
                "paralegal",
            )
        ),
        f"<div><p>{PROSE}</p><figure class=wp-block-embed><blockquote><p>{PROSE}</p></blockquote></figure></div>",
    ],
)
def test_the_whole_article_is_found(body: str) -> None:
    assert "".join(marked(page(f"<ul><li><a href=x>Sport</a></ul>{body}"), "article")).count(PROSE) == 2


@pytest.mark.parametrize(
    ("names", "is_quotation"),
    [
        ("widget widget--type-quotation", True),
        ("c-widget blockquote-wrapper", True),
        ("widget pull-quote", True),
        ("widget widget--type-related", False),
        ("sidebar", False),
        ("comments", False),
    ],
)
def test_a_box_that_is_a_quotation_is_of_the_article(names: str, is_quotation: bool) -> None:
    box = (
        f"<div class='{names}'><div class=widget__wrapper><blockquote>{PROSE}</blockquote><cite>Anne</cite></div></div>"
    )
    document = page(f"<div><p>{PROSE}</p>{box}<p>{PROSE}</p><p>{PROSE}</p></div>")
    assert len(marked(document, "article")) == (5 if is_quotation else 3)


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><p>{PROSE}</p></aside>",
        f"<div class='widget stock-quotes'><p>{PROSE}</p></div>",
        f"<div class='widget stock-quotes'><p>{PROSE}</p><blockquote>Hausse</blockquote></div>",
        f"<div class='widget hidden'><p>{PROSE}</p></div>",
        f"<div class=hidden><p>{PROSE}</p></div>",
        f"<div class='box legal'><p>{PROSE}</p></div>",
        "<figure><blockquote>x</blockquote><p>Le maire, hier à la mairie.</p></figure>",
        f"<div class='block Related-Articles'><p>{PROSE}</p></div>",
        f"<div id=newsletter><p>{PROSE}</p></div>",
        f"<section role=complementary><p>{PROSE}</p></section>",
        "<p class=wp-caption-text>Le maire, hier à la mairie.</p>",
        "<div class=photo>Le maire, hier à la mairie.</div>",
        "<p><a href=x>Lire aussi : un autre article de la rédaction</a></p>",
    ],
)
def test_a_box_is_none_of_the_article(box: str) -> None:
    document = page(f"<div><p>{PROSE}</p>{box}<p>{PROSE}</p><p>{PROSE}</p></div>")
    assert marked(document, "article") == [PROSE] * 3


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<span itemprop=author><span itemprop=name>Anne Roux</span>, reporter</span>", ("Anne Roux",)),
        ("<a itemprop=author>Anne Roux</a><p itemprop=author>Anne Roux Journaliste Suivre</p>", ("Anne Roux",)),
        ("<a itemprop=author>Anne Roux</a><a itemprop=author>Anne Rouxel</a>", ("Anne Roux", "Anne Rouxel")),
        (
            "<a rel=author href=x>Anne Roux</a> <a rel='author nofollow' href=y>Paul Diaz</a>",
            ("Anne Roux", "Paul Diaz"),
        ),
        ("".join(f"<a rel=author href=x>Anne {number}</a>" for number in range(9)), None),  # those of a list
    ],
)
def test_authors_named_by_elements(body: str, names: tuple[str, ...] | None) -> None:
    found = page(body).declared.authors
    assert (found and found.names) == names


def on(moment: str) -> Declared:
    return Declared(published=DeclaredText(moment, "meta"))


def test_a_page_without_a_paragraph_has_no_article() -> None:
    assert (
        marked(page("<h1>Accueil</h1><ul><li><a href=x>Un titre</a><li><a href=y>Un autre</a></ul>"), "article") == []
    )


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        ("<title>Un titre | Le Site</title>", Declared(title=DeclaredText("Un titre | Le Site", "meta"))),
        (
            "<meta property='og:title' content='L&#39;eau'><title>x</title><meta property='og:site_name' content=Site>"
            "<meta property='og:url' content='https://site.example/a'>",
            Declared(
                title=DeclaredText("L'eau", "og"),
                site=DeclaredText("Site", "og"),
                url=DeclaredText("https://site.example/a", "og"),
            ),
        ),
        (
            "<meta property='article:published_time' content='2022-03-02T10:00:00+01:00'>"
            "<meta name=author content='Anne Roux'><meta property='article:author' content='https://social.example/x'>",
            Declared(
                published=DeclaredText("2022-03-02T10:00:00+01:00", "og"), authors=DeclaredNames(("Anne Roux",), "meta")
            ),
        ),
        ("<meta name=date content='Wed, 2 Mar 2022 10:00 GMT'>", on("2022-03-02T10:00:00+00:00")),
        ("<meta name=date content='2022-03-02 10:00 XYZ'>", on("2022-03-02T10:00:00")),
        ("<meta name=date content='hier, à la mairie'>", Declared()),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",'
            ' "headline": "Un &amp; deux", "author": [{"name": "Anne Roux"}, {"name": ["Paul Diaz", "Anne Roux"]}],'
            ' "publisher": {"name": "Le Site"}, "datePublished": "2022-03-02", "dateModified": "2022-03-03",'
            ' "inLanguage": "fr_FR"}]}</script><meta property="og:title" content="Autre">',
            Declared(
                title=DeclaredText("Un & deux", "json-ld"),
                authors=DeclaredNames(("Anne Roux", "Paul Diaz"), "json-ld"),
                site=DeclaredText("Le Site", "json-ld"),
                published=DeclaredText("2022-03-02", "json-ld"),
                modified=DeclaredText("2022-03-03", "json-ld"),
                language=DeclaredText("fr-FR", "json-ld"),
            ),
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', Declared()),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', Declared()),
        (
            "<link rel=canonical href='https://site.example/b'>",
            Declared(url=DeclaredText("https://site.example/b", "meta")),
        ),
        (
            "<link rel=canonical href='https://site.example/2022/03/02/les-oies'>",
            Declared(
                url=DeclaredText("https://site.example/2022/03/02/les-oies", "meta"),
                published=DeclaredText("2022-03-02", "meta"),
            ),
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", Declared()),
        ("<meta name=date content='0001-01-01T00:00:00'>", Declared()),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#a", "name": "Anne Roux"},'
            '{"@type": "VideoObject", "name": "Un film"}, {"@type": "Article", "author": {"@id": "#a"}}]}</script>',
            Declared(authors=DeclaredNames(("Anne Roux",), "json-ld")),
        ),
    ],
)  # fmt: skip
def test_what_a_page_declares(head: str, declared: Declared) -> None:
    assert page("", head).declared == declared


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<time datetime='2022-03-02'>hier</time>", "2022-03-02"),
        ("<time datetime='2022-03-02'>a</time><time datetime='2022-03-02'>b</time>", "2022-03-02"),
        ("<time datetime='2022-03-02'>a</time><time datetime='2022-03-05'>b</time>", None),
        (
            "<time datetime='2022-03-05'>a</time><time itemprop=datePublished datetime='2022-03-02'>b</time>",
            "2022-03-02",
        ),
    ],
)
def test_the_only_time_of_a_page_is_its_date(body: str, published: str | None) -> None:
    found = page(body).declared.published
    assert (found and found.text) == published


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<html><p>été".encode(), "utf-8"),
        ("<html><meta charset=iso-8859-1><p>été".encode(), "utf-8"),  # what is UTF-8 is no other
        ("<html><meta charset=iso-8859-1><p>été’".encode("cp1252"), "cp1252"),
        ("<html><meta http-equiv=x content='text/html; charset=iso-8859-15'><p>été".encode("latin-1"), "iso8859-15"),
        ("<html><meta charset=utf-8><p>été".encode("latin-1"), "windows-1252"),
        ("<html><meta charset=nonsense><p>été".encode("latin-1"), "windows-1252"),
        ("<html><meta charset=utf-7><p>été +ADw-b+AD4-".encode("latin-1"), "windows-1252"),
        ("<html><meta charset=unicode_escape><p>été".encode("latin-1"), "windows-1252"),
        ("<html><meta charset=base64><p>été".encode("latin-1"), "windows-1252"),
        ("\ufeff<html><p>été".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_the_encoding_of_a_page(data: bytes, encoding: str) -> None:
    (document,) = read(data, Source())
    assert document.raw.startswith("été")
    assert document.source.encoding == encoding


def test_a_page_that_holds_its_pictures_is_read_whole(tmp_path: Path) -> None:
    picture = f"<img src='data:image/png;base64,{'A+/4' * 1_500_000}'>"
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><body><p>{PROSE}</p>{picture}<p>Fin.</p>", encoding="utf-8")
    (document,) = read_path(str(path))
    assert document.raw == f"{PROSE}\n\nFin."
    assert "decode.cut" not in [note.rule for note in document.source.notes]


def test_a_moment_in_no_zone_of_the_world_is_none() -> None:
    moment = (
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2022-03-02T10:00:00+99:99"}</script>'
    )
    assert page(f"<p>{PROSE}", moment).declared.published is None


FLOODS = {
    "div": "<div>" * 60_000,
    "div with text": "<div>a " * 20_000,
    "hidden from screen readers": "<div aria-hidden=true>" * 20_000 + "<p>x</p>",
    "inline": "<b><i><u>" * 20_000,
    "tables": "<table><tr><td>" * 20_000,
    "attributes": "<p " + "a=b " * 60_000 + ">x",
    "entities": "&amp;" * 50_000,
    "authors elsewhere": '<script type="application/ld+json">{"@type":"Article","author":{"@id":"#a"}}</script>' * 9000,
    "papers in no article": "<div><span class=DocPublicationName>x</span>" * 15_000,
    "lines": "x <br>" * 160_000,
    "words in words": "<b>x </b>" * 100_000,
    "declared": '<script type="application/ld+json">' + '{"a":' * 100_000 + "</script>",
    "comment": "<!--" * 60_000,
    "options of a menu": "<select>" + "<option>x" * 60_000,
    "groups of options": "<optgroup>" * 60_000,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_of_markup_is_read_in_linear_time(flood: str) -> None:
    assert page(f"<p>{PROSE}</p>{flood}").raw.startswith(PROSE)


def test_what_follows_a_long_menu_is_read() -> None:
    menu = "<select>" + "<option>Brume</option>" * 6000 + "</select>"
    assert page(f"<p>{PROSE}</p>{menu}<p>Fin.").raw.splitlines() == [PROSE, "", "Fin."]


@pytest.mark.parametrize(
    "flood",
    ["<div class='article frArticle'>x", "<article><span class=DocPublicationName>x</span>"],
    ids=["Factiva", "Europresse"],
)
def test_articles_in_articles_of_an_export_are_one_in_linear_time(flood: str) -> None:
    assert page(flood * 15_000).raw.count("x") == 15_000


TAGS = (
    "p",
    "div",
    "a href=x",
    "b",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "h1",
    "pre",
    "br",
    "nav",
    "aside class=related",
    "script",
)
MARKUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS])
    | st.sampled_from([PROSE, f"« {PROSE} », a dit Anne Roux.", " ", "\n", "&#27;[2J", "&#8238;", "<!--", "-->", "<"])
    | st.text(max_size=10),
    max_size=40,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_whatever_the_markup_every_place_is_true(body: str) -> None:
    check_document(page(body))
