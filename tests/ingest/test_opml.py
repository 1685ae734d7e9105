"""Lists of feeds (OPML): read as they are found, written, and read again."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.display import displayable
from tui_reader.errors import InputError
from tui_reader.export.opml import as_opml
from tui_reader.ingest.opml import OpmlFeed, folder_names, folder_path, read_opml

UNE = OpmlFeed("https://a.example/une.xml", "Une", "")


def opml(body: str, declaration: str = "") -> bytes:
    return f"{declaration}<opml version='2.0'><head><title>x</title></head><body>{body}</body></opml>".encode()


@pytest.mark.parametrize(
    ("body", "feeds"),
    [
        ("<outline text='Une' xmlUrl='https://a.example/une.xml'/>", [UNE]),
        ("<outline title='Une' xmlurl=' https://a.example/une.xml '/>", [UNE]),
        ("<outline text='Une' title='Autre' XMLURL='https://a.example/une.xml' type='rss'/>", [UNE]),
        ("<outline text='' title='Une' xmlUrl='https://a.example/une.xml'/>", [UNE]),
        ("<outline text='\n U\nne' xmlUrl='https://a.example/une.xml'/>", [UNE._replace(title="U ne")]),
        ("<outline xmlUrl='https://a.example/une.xml'/>", [UNE._replace(title="")]),
        ("<outline text='Presse'><outline text='Une' xmlUrl='https://a.example/une.xml'/></outline>",
         [UNE._replace(folder="Presse")]),
        ("<outline text='Presse'><outline title='Locale'><outline text='Une' xmlUrl='https://a.example/une.xml'/>"
         "</outline></outline>", [UNE._replace(folder="Presse/Locale")]),
        ("<outline text='A/B'><outline text='C\\D'><outline text='Une' xmlUrl='https://a.example/une.xml'/>"
         "</outline></outline>", [UNE._replace(folder="A\\/B/C\\\\D")]),
        ("<outline><outline text='Une' xmlUrl='https://a.example/une.xml'/></outline>", [UNE]),
        ("<outline text='U' xmlUrl='https://a.example/?a=1&b=2&copy=3'/>",
         [OpmlFeed("https://a.example/?a=1&b=2&copy=3", "U", "")]),
        ("<outline text='Caf&eacute; &amp; A&B' xmlUrl='https://a.example/une.xml'/>",
         [UNE._replace(title="Café & A&B")]),
        ("<outline text='Une' xmlUrl='feed://a.example/une.xml'/>", [UNE._replace(address="http://a.example/une.xml")]),
        ("<outline text='Une' xmlUrl='feed:https://a.example/une.xml'/>", [UNE]),
        ("<outline text='Non' xmlUrl='file:///etc/passwd'/><outline text='Non' xmlUrl='une.xml'/>", []),
        ("<outline text='Un lien' type='link' url='https://a.example/'/>", []),
        ("", []),
    ],
)  # fmt: skip
def test_the_feeds_of_a_list(body: str, feeds: list[OpmlFeed]) -> None:
    assert list(read_opml(opml(body))) == feeds


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (opml("<outline text='Été' xmlUrl='https://a.example/'/>"), "Été"),
        (b"\xef\xbb\xbf" + opml("<outline text='x' xmlUrl='https://a.example/'/>"), "x"),
        (b"\n\n" + opml("<outline text='x' xmlUrl='https://a.example/'/>", "<?xml version='1.0'?>"), "x"),
        (opml("<outline text='\u00c9t\u00e9' xmlUrl='https://a.example/'/>", "<?xml version='1.0' encoding='utf-8'?>")
         .decode().encode("cp1252"), "Été"),
        (opml("<outline text='10 \u20ac' xmlUrl='https://a.example/'/>", "<?xml version='1.0' encoding='ISO-8859-15'?>")
         .decode().encode("iso8859-15"), "10 €"),
        (b"<OPML><BODY><OUTLINE TEXT='x' XMLURL='https://a.example/'/></BODY></OPML>", "x"),
        (b"<outline text='x' xmlUrl='https://a.example/'/>".join((b"<o:opml xmlns:o='y'><body>", b"</body></o:opml>")),
         "x"),
    ],
)  # fmt: skip
def test_a_list_is_read_whatever_its_form_and_its_encoding(data: bytes, title: str) -> None:
    (feed,) = read_opml(data)
    assert feed.title == title


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Une liste", "cannot be read"),
        (b"<opml><body><outline text='x'", "cannot be read"),
        (b"<opml><body><outline text=x/></body></opml>", "cannot be read"),
        (b"<rss version='2.0'><channel/></rss>", "no list of feeds"),
        (b"<!DOCTYPE opml [<!ENTITY a 'x'>]><opml><body><outline text='&a;'/></body></opml>", "cannot be read"),
        (b"<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml>&a;</opml>", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "cannot be read"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refusal:
        read_opml(data, "mes-fils.opml")
    assert refusal.value.name == "mes-fils.opml"


def test_a_list_nests_as_deeply_as_it_likes() -> None:
    depth = 20_000
    inner = "<outline text='Une' xmlUrl='https://a.example/une.xml'/>"
    (feed,) = read_opml(opml("<outline text='a'>" * depth + inner + "</outline>" * depth))
    assert feed.folder == "/".join("a" * 30)
    assert list(read_opml(as_opml([feed]).encode())) == [feed]


def test_what_is_written() -> None:
    feeds = [
        OpmlFeed("https://a.example/?a=1&b=2", 'Le "Clairon" & <nous>', "Presse/Régions"),
        UNE,
        OpmlFeed("https://b.example/", "", "Presse"),
        OpmlFeed("https://c.example/", "Les \x1b[31moies \u202eseio", ""),
    ]
    assert as_opml(feeds) == (
        """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head/>
  <body>
    <outline type="rss" text="Une" title="Une" xmlUrl="https://a.example/une.xml"/>
    <outline type="rss" text="Les \ufffd[31moies &#8238;seio" title="Les \ufffd[31moies &#8238;seio" """
        """xmlUrl="https://c.example/"/>
    <outline text="Presse">
      <outline type="rss" text="https://b.example/" title="https://b.example/" xmlUrl="https://b.example/"/>
      <outline text="Régions">
        <outline type="rss" text="Le &quot;Clairon&quot; &amp; &lt;nous&gt;" title="Le &quot;Clairon&quot; &amp; &lt;"""
        """nous&gt;" xmlUrl="https://a.example/?a=1&amp;b=2"/>
      </outline>
    </outline>
  </body>
</opml>
"""
    )


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
NAMES = WORDS.filter(bool)
FEEDS = st.builds(
    OpmlFeed,
    st.from_regex(r"https?://[a-z]{1,9}\.example/[a-z0-9?&=%/.-]{0,20}", fullmatch=True),
    NAMES,
    st.lists(NAMES, max_size=3).map(folder_path),
)


@given(st.lists(FEEDS, max_size=8))
def test_what_is_written_is_read_again(feeds: list[OpmlFeed]) -> None:
    text = as_opml(feeds)
    assert displayable(text) == text
    found = list(read_opml(text.encode()))
    assert sorted(found) == sorted(feeds)
    for folder in {feed.folder for feed in feeds}:
        assert [feed for feed in found if feed.folder == folder] == [feed for feed in feeds if feed.folder == folder]


@given(st.lists(NAMES, max_size=5))
def test_a_path_of_folders_names_each_of_them(names: list[str]) -> None:
    assert folder_names(folder_path(names)) == names


@given(st.binary(max_size=300) | st.text(max_size=300).map(opml))
def test_no_bytes_raise_anything_but_a_reason(data: bytes) -> None:
    with suppress(InputError):
        read_opml(data)
