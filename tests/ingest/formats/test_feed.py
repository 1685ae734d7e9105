"""Feeds: the entries that they hold, their addresses, dates, titles and texts, and what is no feed."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.promises import check_document
from tests.ingest.formats.feeds import ADDRESS, PARAGRAPH, atom, item, json_feed, rdf, rss, titles
from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES
from tui_reader.ingest.formats import feed as feed_module
from tui_reader.ingest.formats.feed import Feed, FeedEntry, looks_like_feed, read_feed
from tui_reader.ingest.formats.registry import FEED, JSON
from tui_reader.ingest.sources import read
from tui_reader.model import Document

NINE = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


def feed_of(text: str, address: str | None = ADDRESS) -> Feed:
    return read_feed(text.encode(), address=address)


def only(text: str, address: str | None = ADDRESS) -> FeedEntry:
    (entry,) = feed_of(text, address).entries
    return entry


def kinds(document: Document, kind: str) -> list[str]:
    """The words that are marked as this kind."""
    return [mark.span.of(document.raw) for mark in document.marks if mark.kind == kind]


FORMS = {
    "RSS 2.0": rss(item("Les oies", f"<p>{PARAGRAPH}</p>", rest="<guid isPermaLink='false'>oie-1</guid>")),
    "RSS 0.91": rss(item("Les oies", f"<p>{PARAGRAPH}</p>", rest="<guid isPermaLink='false'>oie-1</guid>")).replace(
        '<rss version="2.0"',
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"',
    ),
    "RDF": rdf(
        f"<title>Les oies</title><link>https://clairon.example/oies</link><description>{PARAGRAPH}</description>"
        "<dc:date>2025-03-03T10:00:00+01:00</dc:date>"
    ).replace("https://clairon.example/0", "oie-1"),
    "Atom 1.0": atom(
        f"<id>oie-1</id><title>Les oies</title><link href='https://clairon.example/oies'/><content>{PARAGRAPH}"
        "</content><published>2025-03-03T09:00:00Z</published><updated>2025-03-04T09:00:00Z</updated>"
    ),
    "Atom 0.3": atom(
        f"<id>oie-1</id><title>Les oies</title><link rel='alternate' href='https://clairon.example/oies'/>"
        f"<content type='text/html' mode='escaped'>&lt;p>{PARAGRAPH}</content><issued>2025-03-03T09:00:00Z</issued>"
    ).replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    "JSON Feed": json_feed(
        {
            "id": "oie-1", "url": "/oies", "title": "Les oies", "content_html": f"<p>{PARAGRAPH}",
            "date_published": "2025-03-03T10:00:00+01:00",
        },
        home_page_url="https://clairon.example/",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_entry(form: str) -> None:
    data = FORMS[form].encode()
    assert looks_like_feed(data)
    feed = read_feed(data, address=ADDRESS)
    assert (feed.title, feed.site_address) == ("Le Clairon", "https://clairon.example/")
    (entry,) = feed.entries
    assert (entry.id, entry.address, entry.title) == ("oie-1", "https://clairon.example/oies", "Les oies")
    assert entry.published == NINE
    document = entry.document
    assert document.raw == f"Les oies\n\n{PARAGRAPH.strip()}"
    assert (kinds(document, "title"), kinds(document, "article")) == (["Les oies"], [PARAGRAPH.strip()])
    assert document.declared.site
    assert document.declared.site.text == "Le Clairon"
    assert document.declared.url
    assert document.declared.url.text == "https://clairon.example/oies"
    assert document.declared.published
    assert document.declared.published.text == "2025-03-03T09:00:00+00:00"
    check_document(document)


@pytest.mark.parametrize(
    ("elements", "address"),
    [
        ("<link>https://a.example/1</link>", "https://a.example/1"),
        ("<link> \n /un \n</link>", "https://clairon.example/un"),
        ("<link>un</link>", "https://clairon.example/flux/un"),
        ("<link>//autre.example/1</link>", "https://autre.example/1"),
        ("<link xml:base='https://b.example/'>un</link>", "https://b.example/un"),
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ("<guid isPermaLink='true'>https://a.example/1</guid>", "https://a.example/1"),
        ("<guid>/un</guid>", "https://clairon.example/un"),
        ("<guid>123</guid>", None),
        ("<guid isPermaLink='false'>https://a.example/1</guid>", None),
        ("<guid isPermaLink='false'>x</guid><link>https://a.example/1</link>", "https://a.example/1"),
        ("<link>https://a.example/?a=1&amp;b=2</link>", "https://a.example/?a=1&b=2"),
        ("<link>https://[a.example/</link>", None),
        ("<link>https:///un</link>", "https://un"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link></link>", None),
        ("<enclosure url='https://a.example/1.mp3' type='audio/mpeg'/>", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(elements: str, address: str | None) -> None:
    entry = only(rss(f"<title>Les oies</title>{elements}"))
    assert (entry.title, entry.address) == ("Les oies", address)
    assert entry.document.declared.url == (address and (address, "field"))


@pytest.mark.parametrize(
    ("text", "address", "expected"),
    [
        (rss("<title>Oie</title><link>/un</link>"), None, "https://clairon.example/un"),
        (rss("<title>Oie</title><link>/un</link>").replace("https://clairon.example/", ""), None, None),
        (
            atom("<title>Oie</title><link href='un'/>", attributes="xml:base='/a/'"),
            ADDRESS,
            "https://clairon.example/a/un",
        ),
        (atom("<title>Oie</title><link rel='self' href='/1'/><link href='/2'/>"), ADDRESS, "https://clairon.example/2"),
        (atom("<title>Oie</title><link rel='enclosure' href='/1.mp3'/>"), ADDRESS, None),
        (atom("<title>Oie</title><link type='text/plain' href='/1.txt'/>"), ADDRESS, "https://clairon.example/1.txt"),
        (json_feed({"title": "Oie", "external_url": "https://b.example/1"}), ADDRESS, "https://b.example/1"),
        (json_feed({"title": "Oie", "url": "https://"}), None, None),
        (json_feed({"title": "Oie", "url": "http://[x"}), None, None),
    ],
)
def test_relative_addresses_begin_at_what_is_known(text: str, address: str | None, expected: str | None) -> None:
    assert only(text, address).address == expected


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("<pubDate>Mon, 03 Mar 2025 10:00:00 +0100</pubDate>", NINE),
        ("<pubDate>3 Mar 2025 09:00 GMT</pubDate>", NINE),
        ("<pubDate>Mon, 3 Mar 25 04:00:00 EST</pubDate>", NINE),
        ("<pubDate>Mon, 03 Mar 2025 10:00:00 MET</pubDate>", NINE),
        ("<pubDate>2025-03-03T09:00:00Z</pubDate>", NINE),
        ("<pubDate>2025-03-03 09:00:00</pubDate>", NINE),
        ("<pubDate>2025-03-03</pubDate>", NINE - timedelta(hours=9)),
        ("<dc:date>2025-03-03T10:00:00+01:00</dc:date>", NINE),
        ("<pubDate>Sat, 03 Mar 2125 09:00:00 GMT</pubDate>", datetime(2125, 3, 3, 9, tzinfo=UTC)),
        ("<pubDate>lundi 3 mars 2025</pubDate>", None),
        ("<pubDate>hier</pubDate>", None),
        ("<pubDate>Mon, 33 Mar 2025 10:00:00 +0100</pubDate>", None),
        ("<pubDate>0000-00-00T00:00:00Z</pubDate>", None),
        ("<pubDate></pubDate>", None),
        ("", None),
    ],
)
def test_a_date_is_a_moment_in_utc_or_none(stated: str, published: datetime | None) -> None:
    assert only(rss(f"<title>Les oies</title>{stated}")).published == published


def test_the_day_in_words_that_feedparser_cannot_read_is_declared() -> None:
    declared = only(rss("<title>Les oies</title><pubDate>lundi 3 mars 2025</pubDate>")).document.declared
    assert declared.published == ("2025-03-03", "field")


def test_what_was_updated_is_dated_by_its_publication() -> None:
    dates = "<published>2025-03-03T09:00:00Z</published><updated>2025-03-04T09:00:00Z</updated>"
    entry = only(atom(f"<title>Les oies</title>{dates}"))
    assert entry.published == NINE
    assert entry.document.declared.modified == ("2025-03-04T09:00:00+00:00", "field")
    assert only(atom("<title>Oie</title><updated>2025-03-03T09:00:00Z</updated>")).published == NINE


@pytest.mark.parametrize(
    ("elements", "title"),
    [
        ("<title>Les oies &amp; nous</title>", "Les oies & nous"),
        ("<title>L&amp;#8217;oie</title>", "L’oie"),
        ("<title>L&amp;rsquo;oie</title>", "L’oie"),
        ("<title><![CDATA[L&#8217;oie <b>rouge</b>]]></title>", "L’oie rouge"),
        ("<title>L&lt;sup>e&lt;/sup> oie</title>", "Le oie"),
        ("<title>Le PIB &lt; 2 %</title>", "Le PIB < 2 %"),
        ("<title>\n  Les\n  oies  </title>", "Les oies"),
        ("<title><![CDATA[a<span style='display:none'>x</span>b]]></title>", "ab"),
        ("<title>\u202eseio seL</title>", "\u202eseio seL"),
        ("<title/><description>Quarante oies.</description>", "Quarante oies."),
        (f"<description>{PARAGRAPH}</description>", PARAGRAPH[:77].rsplit(" ", 1)[0] + " …"),
        ("<link>https://a.example/1</link>", "https://a.example/1"),
    ],
)
def test_a_title_is_one_line_of_plain_text_and_never_empty(elements: str, title: str) -> None:
    entry = only(rss(elements))
    assert entry.title == title
    assert entry.document.raw.strip()
    check_document(entry.document)


def test_an_atom_title_is_text_unless_it_says_html() -> None:
    feed = feed_of(
        atom(
            "<title>Histoire de la balise &lt;blink></title>",
            "<title type='html'>Les &lt;em>oies&lt;/em></title>",
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Les <em>oies</em></div></title>",
        )
    )
    assert titles(feed.entries) == ["Histoire de la balise <blink>", "Les oies", "Les oies"]


def test_a_byte_that_acts_on_a_terminal_comes_through_as_text() -> None:
    entry = only(rss("<title>Les \x1b[31moies</title>"))
    assert entry.title == "Les \x1b[31moies"


@pytest.mark.parametrize(
    ("elements", "raw"),
    [
        ("<description>&lt;p>Un&lt;/p>&lt;p>Deux&lt;/p></description>", "Un\n\nDeux"),
        ("<description>Chapô</description><content:encoded><![CDATA[<p>Tout le texte</p>]]></content:encoded>",
         "Tout le texte"),
        ("<content:encoded>&lt;img src='x'></content:encoded><description>Le texte</description>", "Le texte"),
        ("<description>&lt;p hidden>Non&lt;/p>Oui&lt;script>non()&lt;/script></description>", "Oui"),
        ("<media:content url='x'><media:description>Une oie sur la route, à Paris.</media:description></media:content>"
         "<description>Le texte</description>", "Le texte"),
        ("<description>Le texte</description><media:content url='x'><media:description type='plain'>Une oie sur la "
         "route.</media:description></media:content>", "Le texte"),
        ("<media:group><media:description>Une oie</media:description></media:group>", "Une oie"),
        ("<itunes:summary>Une oie</itunes:summary><enclosure url='x' type='audio/mpeg'/>", "Une oie"),
        ("<content:encoded>Un</content:encoded><content:encoded>Le plus long</content:encoded>", "Le plus long"),
    ],
)  # fmt: skip
def test_the_text_is_what_is_visible_of_the_longest_content(elements: str, raw: str) -> None:
    assert only(rss(f"<title>T</title>{elements}")).document.raw == f"T\n\n{raw}"


def test_what_stands_around_a_text_is_marked_as_such() -> None:
    html = (
        f"<h1>Encore un titre</h1><p>{PARAGRAPH}</p><figure><img><figcaption>Une oie</figcaption></figure>"
        f"<ul><li>Une oie grise</li></ul><p>{PARAGRAPH}</p><p><a href='/2'>Lire aussi les canards</a></p>"
    )
    document = only(rss(item("Les oies", html))).document
    assert kinds(document, "title") == ["Les oies"]
    assert kinds(document, "heading") == ["Encore un titre"]
    assert kinds(document, "caption") == ["Une oie"]
    assert kinds(document, "link") == ["Lire aussi les canards"]
    assert kinds(document, "item") == ["Une oie grise"]
    assert kinds(document, "article") == ["Encore un titre", PARAGRAPH.strip(), "Une oie grise", PARAGRAPH.strip()]


@pytest.mark.parametrize(
    ("elements", "authors"),
    [
        ("<author>a@a.example (Anne Roux)</author>", ("Anne Roux",)),
        ("<dc:creator><![CDATA[Anne Roux]]></dc:creator>", ("Anne Roux",)),
        ("<author>Anne Roux &lt;a@a.example&gt;</author>", ("Anne Roux",)),
        ("<author>a@a.example</author>", None),
        ("<author>Anne Roux (Paris)</author>", ("Anne Roux (Paris)",)),
        ("<dc:creator>Anne Roux</dc:creator><dc:creator>Paul Diaz</dc:creator>", ("Anne Roux", "Paul Diaz")),
        ("<dc:creator>Anne Roux &amp;amp; Paul</dc:creator>", ("Anne Roux & Paul",)),
        ("", None),
    ],
)
def test_authors(elements: str, authors: tuple[str, ...] | None) -> None:
    declared = only(rss(f"<title>Les oies</title>{elements}")).document.declared
    assert (declared.authors and declared.authors.names) == authors


def test_two_entries_with_one_id_and_ids_that_are_missing_stay_as_they_are() -> None:
    guid = "<guid isPermaLink='false'>1</guid>"
    feed = feed_of(rss(f"<title>Un</title>{guid}", f"<title>Deux</title>{guid}", "<title>Trois</title>", "", "<guid/>"))
    assert [(entry.id, entry.title) for entry in feed.entries] == [("1", "Un"), ("1", "Deux"), (None, "Trois")]
    assert len({entry.document.id for entry in feed.entries}) == 3


def test_a_document_is_known_by_its_own_title_and_text() -> None:
    one, same, other = (
        only(rss(item("Les oies", text, link=link))).document
        for text, link in (
            ("Un", "https://a.example/1"),
            ("Un", "https://a.example/2"),
            ("Deux", "https://a.example/1"),
        )
    )
    assert one.id == same.id != other.id


def test_markup_in_the_text_of_an_atom_entry_that_says_it_has_none_is_read() -> None:
    assert only(atom("<title>T</title><content>&lt;p>Un&lt;/p></content>")).document.raw == "T\n\nUn"
    assert only(atom("<title>T</title><content>1 &lt; 2</content>")).document.raw == "T\n\n1 < 2"


def test_json_may_lack_anything_and_hold_halves_of_characters() -> None:
    items: list[dict[str, Any]] = [
        {"title": "Oie", "date_modified": "2025-03-03T09:00:00"},
        {"content_html": "<p>\udc00 Un"},
        {"id": 7},
    ]
    feed = feed_of(json_feed(*items).encode("ascii", "backslashreplace").decode())
    assert [(entry.title, entry.published) for entry in feed.entries] == [("Oie", NINE), ("\ufffd Un", None)]


def articles_of(path: Path, content: str) -> list[Document]:
    path.write_text(content, encoding="utf-8")
    return list(read(str(path)))


def test_a_file_of_any_name_is_a_feed_behind_a_long_comment(tmp_path: Path) -> None:
    comment = f"<?xml version='1.0'?>\n<!-- {'x' * 5_000} -->\n"
    (document,) = articles_of(tmp_path / "a.xml", comment + rss(item("Un", PARAGRAPH)))
    assert document.source.media_type == FEED


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.feed", "a.xml", "a.txt", "a"])
def test_a_file_divides_into_one_article_an_entry(name: str, tmp_path: Path) -> None:
    documents = articles_of(tmp_path / name, rss(item("Un", PARAGRAPH), item("Deux", PARAGRAPH)))
    assert [document.raw for document in documents] == [f"Un\n\n{PARAGRAPH.strip()}", f"Deux\n\n{PARAGRAPH.strip()}"]
    assert [document.source.record for document in documents] == [0, 1]
    assert {document.source.path for document in documents} == {str(tmp_path / name)}
    assert articles_of(tmp_path / name, rss(item("Un", PARAGRAPH)))[0].source.record is None


def test_json_is_a_feed_where_it_says_so(tmp_path: Path) -> None:
    items = [{"title": "Un", "content_text": "Une oie"}, {"title": "Deux", "content_html": "<p>Deux oies"}]
    documents = articles_of(tmp_path / "a.json", json_feed(*items))
    assert [(document.raw, document.source.media_type) for document in documents] == [
        ("Un\n\nUne oie", FEED), ("Deux\n\nDeux oies", FEED)
    ]  # fmt: skip
    assert articles_of(tmp_path / "a.json", '[{"title": "Un", "text": "Une oie"}]')[0].source.media_type == JSON


def test_a_file_without_entries_and_one_that_is_no_feed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="without entries"):
        articles_of(tmp_path / "a.rss", rss())
    with pytest.raises(InputError, match="no feed"):
        articles_of(tmp_path / "a.rss", "Les oies")


def test_a_feed_is_read_beyond_what_is_read_of_a_text(tmp_path: Path) -> None:
    pictures = f"<!-- {'x' * MOST_BYTES} -->"
    documents = articles_of(tmp_path / "a.rss", rss(item("Un", PARAGRAPH), pictures + item("Deux", PARAGRAPH)))
    assert [document.raw.split("\n")[0] for document in documents] == ["Un", "Deux"]


def test_what_lies_beyond_the_cap_is_cut_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "MOST_OF_FEED", 1_000)
    entries = feed_of(rss(*(item(f"Récit {number}", PARAGRAPH) for number in range(20)))).entries
    assert 0 < len(entries) < 20
    assert [note.rule for note in entries[0].document.source.notes] == ["decode.cut"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Les oies", "no feed"),
        (b"<!doctype html><html><body><p>Les oies</p></body></html>", "no feed"),
        (b"<?xml version='1.0'?><rss vers", "no feed"),
        (b"<?xml version='1.0'?><opml><body/></opml>", "no feed"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no feed"),
        (b"{", "no feed"),
        (b'{"title": "Les oies"}', "no feed"),
        (b"[" * 100_000, "no feed"),
        (b'{"items": ' + b"[" * 100_000, "no feed"),
    ],
)
def test_what_is_no_feed_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_feed(data)


def test_a_feed_without_entries_is_one() -> None:
    assert feed_of(rss()).entries == ()


@pytest.mark.parametrize("junk", ["\n\n", "\ufeff", "<!-- x -->", "<br />\n<b>Warning</b>: foo\n"])
def test_what_stands_before_a_feed_does_not_matter(junk: str) -> None:
    text = rss("<title>Été</title>", declaration="<?xml version='1.0' encoding='utf-8'?>")
    assert titles(feed_of(junk + text).entries) == ["Été"]


@pytest.mark.parametrize("blanks", ["\n\n", "\ufeff", "\ufeff \n"])
def test_blanks_before_json_do_not_matter(blanks: str) -> None:
    assert titles(feed_of(blanks + json_feed({"title": "Été"})).entries) == ["Été"]


@pytest.mark.parametrize(
    "text",
    [
        rss("<title>Un</title>", "<title>Deux</title>").removesuffix("</channel></rss>"),
        rss("<title>Un</title><description>a & b</description>", "<title>Deux</title>"),
        rss("<title>Un</title><description><p>a<br>b</description>", "<title>Deux</title>"),
        rss("<title>Un</title><x:y/>", "<title>Deux</title>"),
        rss("<title>Un</title><description>&#x110000; &#xd800; &nbsp;</description>", "<title>Deux</title>"),
        rss("<title>Un</title>", "<title>Deux</title><description>a\x00\x0b</description>"),
    ],
)
def test_broken_xml_gives_what_it_holds(text: str) -> None:
    assert titles(feed_of(text).entries) == ["Un", "Deux"]


def test_entities_of_html_are_known_in_xml() -> None:
    text = rss("<title>L&eacute;vrier &amp; oie</title>")
    assert titles(feed_of(text).entries) == ["Lévrier & oie"]
    assert titles(feed_of(f'<!DOCTYPE rss SYSTEM "x.dtd">{text}').entries) == ["Lévrier & oie"]


@pytest.mark.parametrize(
    ("data", "content_type", "encoding"),
    [
        ("utf-8", None, "utf-8"),
        ("cp1252", None, "windows-1252"),
        ("cp1252", "text/xml; charset=utf-8", "windows-1252"),
        ("utf-8", "text/xml; charset=iso-8859-1", "utf-8"),
        ("iso8859-15", "application/rss+xml; charset=ISO-8859-15", "iso8859-15"),
        ("mac-roman", "text/xml;charset=\"macintosh\"", "mac-roman"),
        ("gb18030", "text/xml; charset=GB2312", "gb18030"),
        ("utf-16", None, "utf-16-le"),
        ("utf-16-le", None, "utf-16-le"),
        ("utf-16-be", "text/xml; charset=utf-16", "utf-16-be"),
        ("utf-32-be", None, "utf-32-be"),
        ("utf-8-sig", "text/xml; charset=iso-8859-1", "utf-8"),
    ],
)  # fmt: skip
def test_accents_are_right_whatever_the_encoding_says(data: str, content_type: str | None, encoding: str) -> None:
    text = rss("<title>Été à Noël</title>").encode(data)
    assert looks_like_feed(text)
    feed = read_feed(text, content_type=content_type)
    assert titles(feed.entries) == ["Été à Noël"]
    assert feed.entries[0].document.source.encoding == encoding


@pytest.mark.parametrize("declared", ["ISO-8859-15", "UTF-8", "us-ascii", "base64", "no-such", "utf-7", "utf-16"])
def test_an_encoding_that_the_declaration_names_may_be_a_lie(declared: str) -> None:
    text = rss("<title>Été à Noël</title>", declaration=f"<?xml version='1.0' encoding='{declared}'?>")
    assert titles(read_feed(text.encode()).entries) == ["Été à Noël"]
    assert titles(read_feed(text.encode("iso8859-15")).entries) == ["Été à Noël"]


@pytest.mark.parametrize(
    ("data", "is_feed"),
    [
        (b"<!-- " + b"x" * 3000 + b" --> <?xml-stylesheet href='x'?>\n<rss version='2.0'>", True),
        (b"<!-- x -->\n" * 300 + b"<rss>", True),
        (b"<!DOCTYPE rss [<!ENTITY a 'b>'> ]>\n<rss>", True),
        (b"<rss>", True),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", True),
        (b"<rdf:RDF xmlns:rdf='x'><channel>", False),
        (b"<rssx>", False),
        (b"<!doctype html><p>&lt;rss>", False),
        (b"<p><rss>", False),
        (b'{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', True),
        (b'{"version": "1"}', False),
        (b'[{"version": "https://jsonfeed.org/version/1"}]', False),
        (b"<!--" * 5000, False),
        (b"<?" * 5000, False),
        (b"\n" * 100_000, False),
        (b"", False),
    ],
)
def test_the_beginning_tells_a_feed(data: bytes, is_feed: bool) -> None:
    assert looks_like_feed(data) is is_feed


def test_feedparser_is_loaded_for_feeds_alone() -> None:
    code = (
        "import sys; from tui_reader.ingest.formats.registry import format_of; import tui_reader.ingest.sources; "
        "format_of(b'<rss>', 'a.rss'); print(sorted({'feedparser', 'selectolax'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
