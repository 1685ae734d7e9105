"""The links of pages, and of what is read as pages are: words of the text, and absolute addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.promises import check_document
from tui_reader.ingest.addresses import absolute
from tui_reader.ingest.formats.feed import read_feed
from tui_reader.ingest.formats.html.links import links_of
from tui_reader.ingest.formats.html.reader import page_of, read
from tui_reader.ingest.sources import read as read_path
from tui_reader.model import Document, Source

PAGE = "https://clairon.example/a/pont"
SITE = "https://clairon.example"
PROSE = "Le conseil a voté hier, par douze voix contre trois, le budget de la commune pour l'an prochain."


def page(body: str, head: str = "", url: str | None = PAGE) -> Document:
    (document,) = read(f"<!doctype html><html><head>{head}</head><body>{body}".encode(), Source(url=url))
    return document


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.span.of(document.raw), link.address) for link in document.links]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/a/crue", f"{SITE}/a/crue"),
        ("/", f"{SITE}/"),
        ("/a/crue?page=2&x=é", f"{SITE}/a/crue?page=2&x=é"),
        ("crue", f"{SITE}/a/crue"),
        ("../b/./c", f"{SITE}/b/c"),
        ("/a/../b", f"{SITE}/b"),
        ("/./b", f"{SITE}/b"),
        ("?page=2", f"{PAGE}?page=2"),
        ("#suite", f"{PAGE}#suite"),
        ("//gazette.example/x", "https://gazette.example/x"),
        ("http://gazette.example/x", "http://gazette.example/x"),
        ("HTTPS://Gazette.example/x", "https://Gazette.example/x"),
        ("https://gazette.example:8443/x", "https://gazette.example:8443/x"),
        ("https://gazette.example", "https://gazette.example"),
        (" https://gazette.example/x\n", "https://gazette.example/x"),
        ("mailto:redaction@clairon.example", None),
        ("javascript:void(0)", None),
        ("data:text/html,x", None),
        ("ftp://clairon.example/x", None),
        ("file:///etc/passwd", None),
        ("http://", None),
        ("https://[::1", None),
        ("", None),
        (f"/{'x' * 3_000}", None),
    ],
)
def test_a_link_leads_to_an_absolute_address_of_the_web(target: str, address: str | None) -> None:
    found = page(f"<p>Un <a href='{target}'>mot</a> de plus</p>")
    assert links(found) == ([("mot", address)] if address else [])
    assert found.raw == "Un mot de plus"


@pytest.mark.parametrize(
    ("head", "url", "address"),
    [
        ("", PAGE, f"{SITE}/a/x"),
        ("<base href='/b/'>", PAGE, f"{SITE}/b/x"),
        ("<base href='https://gazette.example/c/'>", PAGE, "https://gazette.example/c/x"),
        ("<base href='javascript:0'>", PAGE, f"{SITE}/a/x"),
        ("<base href>", PAGE, f"{SITE}/a/x"),
        ("<base target=_top>", PAGE, f"{SITE}/a/x"),
        ("<link rel=canonical href='https://gazette.example/c/d'>", PAGE, f"{SITE}/a/x"),
        ("<link rel=canonical href='https://gazette.example/c/d'>", None, "https://gazette.example/c/x"),
        ("<meta property='og:url' content='https://gazette.example/c/d'>", None, "https://gazette.example/c/x"),
        ("<base href='https://gazette.example/c/'>", None, "https://gazette.example/c/x"),
        ("<base href='/b/'>", None, None),
        ("", None, None),
    ],
)
def test_relative_ones_begin_where_the_page_stands_or_says(head: str, url: str | None, address: str | None) -> None:
    found = page("<a href=x>un</a> <a href='https://loin.example/'>deux</a>", head, url)
    assert links(found) == [*([("un", address)] if address else []), ("deux", "https://loin.example/")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<a href=/1>un</a> et <a href=/2> deux </a>.", ["un", "deux "]),
        ("<a href=/1><img src=x alt='une image'></a><p>rien", []),
        ("<a href=/1> </a><p>rien", []),
        ("un<a href=/1> </a>deux <a href=/2>&nbsp;</a>trois", []),
        ("<a name=x>un</a> <a>deux</a>", []),
        ("<a href=/1 hidden>un</a> <a href=/2 style='display:none'>deux</a>", []),
        (
            "<nav><a href=/1>un</a></nav><a href=/2><h3>Un titre</h3><p>et un mot</p></a>",
            ["un", "Un titre", "et un mot"],
        ),
        ("<p>  <a href=/1>  un</a></p>", ["un"]),
        ("<table><tr><td><a href=/1>un</a><td><a href=/2>deux</a></table>", ["un", "deux"]),
        ("<a href=/1>un<a href=/2>deux</a>", ["un", "deux"]),
        ("<button><a href=/1>un</a></button><a href=/2>deux</a>", ["deux"]),
        ("<a href=/1>" + "très " * 2_000 + "long</a> <a href=/2>fin</a>", ["très " * 2_000 + "long", "fin"]),
    ],
)
def test_its_words_are_those_that_a_reader_sees(body: str, words: list[str]) -> None:
    found = page(body)
    assert [link.span.of(found.raw) for link in found.links] == words


def test_each_block_of_a_link_leads_where_it_does() -> None:
    found = page("<a href=/1><h3>Un titre</h3><p>et un mot</p></a><p>sans</p><a href=/2>deux</a>")
    assert [address for _, address in links(found)] == [f"{SITE}/1", f"{SITE}/1", f"{SITE}/2"]


def test_of_a_page_of_links_the_first_ones_are_kept() -> None:
    found = page("".join(f"<p><a href='../x/{number}'>Le lien {number}</a>" for number in range(20_000)))
    assert 1_000 <= len(found.links) < 20_000
    assert links(found)[-1] == (f"Le lien {len(found.links) - 1}", f"{SITE}/x/{len(found.links) - 1}")


@example("/1?", PAGE)
@example("/1;", PAGE)
@example("/1;?a;", PAGE)
@example("/?", PAGE)
@given(st.text("/.:?#%&=ab1é@[] -_~;", max_size=20), st.sampled_from([PAGE, "http://localhost:8391/a/b?c", SITE, None]))
def test_an_address_is_the_one_that_resolving_gives(target: str, base: str | None) -> None:
    written = target.replace("&", "&amp;")
    found = [link.address for link in links_of(page_of(f'<a href="{written}">mot</a>'), base)]
    assert found == [address for address in [absolute(target, base)] if address]


@given(st.text("<>/ap=hrefx'\"# b.", max_size=200))
def test_whatever_a_page_holds_its_links_are_places_of_its_text(body: str) -> None:
    check_document(page(f"<p>{PROSE}</p><a href='/x'>{body}</a>{body}"))


def test_an_entry_of_a_feed_has_those_of_its_text() -> None:
    content = "&lt;p&gt;Un &lt;a href='/b'&gt;mot&lt;/a&gt; et &lt;a href='https://loin.example/'&gt;loin&lt;/a&gt;"
    feed = f"<rss version='2.0'><channel><item><title>Le pont</title><link>{PAGE}</link><description>{content}"
    (entry,) = read_feed(f"{feed}</description></item></channel></rss>".encode(), address=f"{SITE}/feed").entries
    assert links(entry.document) == [("mot", f"{SITE}/b"), ("loin", "https://loin.example/")]


MAIL = (
    "From: Le Clairon <lettre@clairon.example>\nTo: a@b.example\nSubject: La lettre\nContent-Type: text/html\n\n"
    f"<p>{PROSE} <a href='{PAGE}'>Le pont</a> <a href='/crue'>La crue</a>"
)
SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://clairon.example/a/pont\nSubject: Le pont\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    f"--x\nContent-Type: text/html\n\n<p>{PROSE} <a href='crue'>La crue</a>\n--x--\n"
)
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
STORED = f"{HEAD}<p>{PROSE} <a href='crue'>La crue</a>"
ARCHIVE = (
    f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {PAGE}\r\nWARC-Date: 2026-11-28T10:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0b9f2e1c-0000-4000-8000-000000000001>\r\nContent-Type: application/http\r\n"
    f"Content-Length: {len(STORED.encode())}\r\n\r\n{STORED}\r\n\r\n"
)
NOTE = f"---\nsource: {PAGE}\n---\n\nUn [mot](/b) et [un autre](https://loin.example/) et [rien](mailto:a@b.example).\n"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("lettre.eml", MAIL, [("Le pont", PAGE)]),
        ("pont.mhtml", SAVED, [("La crue", f"{SITE}/a/crue")]),
        ("presse.warc", ARCHIVE, [("La crue", f"{SITE}/a/crue")]),
        ("note.md", NOTE, [("mot", f"{SITE}/b"), ("un autre", "https://loin.example/")]),
        ("texte.txt", f"Voir {PAGE} pour la suite.", []),
    ],
)
def test_other_formats_that_are_pages_have_theirs(
    name: str, content: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    (document,) = read_path(str(tmp_path / name))
    assert links(document) == expected
