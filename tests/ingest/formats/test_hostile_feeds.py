"""Feeds that attack: entities, floods, damage. Nothing is read but the bytes, and nothing raises but the reason."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.ingest.formats.feeds import PARAGRAPH, atom, item, json_feed, long_feed, rdf, rss, titles
from tui_reader.errors import InputError
from tui_reader.ingest.formats.feed import looks_like_feed, read_feed
from tui_reader.ingest.opml import read_opml

LAUGHS = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
PRIVATE_TEXT = "le secret de la mairie"

WATCHED = """
import resource, sys
from tui_reader.ingest.formats import feed_xml
from tui_reader.ingest.formats.feed import read_feed
data = open(sys.argv[1], "rb").read()
read_feed(b"<rss><channel><item><title>x</title></item></channel></rss>")
asked = []
sys.addaudithook(lambda event, _arguments: asked.append(event) if event in ("open", "socket.connect",
                 "socket.getaddrinfo", "urllib.Request") else None)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
feed = read_feed(data, address="https://clairon.example/rss")
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(asked, grown < 100_000, feed.entries[0].title[:100] if feed.entries else "")
"""


def attack(subset: str, reference: str) -> str:
    return f"<!DOCTYPE rss [{subset}]>" + rss(f"<title>Oie {reference}</title>")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        attack(f'<!ENTITY a0 "lol">{LAUGHS}', "&a11;"),
        attack(f'<!ENTITY a "{"lol" * 30_000}">', "&a;" * 100_000),
        attack('<!ENTITY a SYSTEM "file://{secret}">', "&a;"),
        attack('<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "&a;"),
        attack('<!ENTITY % a SYSTEM "file://{secret}"> %a;', "x"),
        '<!DOCTYPE rss SYSTEM "file://{secret}">' + rss("<title>Oie &a;</title>"),
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + rss("<title>Oie</title>"),
        '<x/><!DOCTYPE rss [<!ENTITY a "lol">]>' + rss("<title>Oie &a;</title>"),
        rss("<title>Oie</title><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://{secret}'/>"),
        rss("<title>Oie</title><content:encoded src='file://{secret}'/>"),
        "{secret}",
        "file://{secret}",
    ],
    ids=[
        *("billion laughs", "quadratic blow-up", "file", "address", "parameter", "external file", "external address"),
        *("second root", "inclusion", "source", "path alone", "address of a file alone"),
    ],
)
def test_no_entity_is_expanded_and_nothing_but_the_bytes_is_read(text: str, tmp_path: Path) -> None:
    """In a process of its own: what it opens and how far its memory grows is watched."""
    secret, feed = tmp_path / "secret.txt", tmp_path / "feed.xml"
    secret.write_text(PRIVATE_TEXT, encoding="utf-8")
    feed.write_text(text.replace("{secret}", str(secret)), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", WATCHED, feed], capture_output=True, text=True, check=False)
    is_refused = "is no feed" in done.stderr
    assert is_refused or done.stdout.startswith("[] True Oie"), done.stdout + done.stderr
    assert "lollol" not in done.stdout
    assert PRIVATE_TEXT not in done.stdout + done.stderr


FLOODS = {
    "authors": rss(f"<title>Oie</title><author>{'a' * 300_000}</author>"),
    "tags": rss("<title>Oie</title>" + "".join(f"<category>{number}</category>" for number in range(20_000))),
    "blank lines": "\n" * 300_000 + rss("<title>Oie</title>"),
    "depth": "<rss><channel><item><title>Oie</title>" + "<a>" * 30_000,
    "depth of XHTML": atom(f"<title>Oie</title><content type='xhtml'>{'<b>' * 30_000}"),
    "brackets": rss("<title>Oie</title><description>" + "<" * 100_000),
    "ampersands": rss("<title>Oie</title><description>" + "&" * 100_000),
    "numbers": rss(f"<title>Oie</title><description>&#{'1' * 100_000};</description>"),
    "declarations": rss("<title>Oie</title><description>" + "<!" * 100_000),
    "quotes": rss("<title>Oie</title><description>" + '<a "' * 30_000),
    "a date": rss(f"<title>Oie</title><pubDate>{'1 mars ' * 30_000}</pubDate>"),
    "contents": rss("<title>Oie</title>" + "<content:encoded>a</content:encoded>" * 5_000),
    "halves of characters": json_feed({"title": "Oie"}).replace("Oie", "Oie\\ud83d"),
}


@pytest.mark.slow
@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_read(flood: str) -> None:
    """Each would take minutes if its time grew with the square of its length."""
    (entry,) = read_feed(FLOODS[flood].encode()).entries
    assert entry.title.startswith("Oie")


def test_ten_thousand_entries() -> None:
    entries = read_feed(long_feed(10_000, 1).encode()).entries
    assert titles(entries) == [f"Récit {number}" for number in range(10_000)]


RICH = rss(
    *(
        item(
            f"Récit {number}",
            f"<p>{PARAGRAPH}</p><p><a href='x'>Lire</a></p>",
            rest="<guid>a</guid><category>c</category><media:content url='x'><media:credit>AFP</media:credit>"
            "<media:rating>x</media:rating></media:content><dc:creator>Anne</dc:creator><source url='x'>S</source>",
        )
        for number in range(3)
    ),
    head="<image><url>x</url><title>t</title><width>1</width></image><textInput><title>x</title></textInput>",
    declaration="<?xml version='1.0' encoding='utf-8'?>",
)
WHOLE = [
    RICH.encode(),
    RICH.encode("utf-16"),
    rdf("<title>Oie</title><dc:date>2025-03-03</dc:date>").encode(),
    atom(f"<title type='html'>Oie</title><content type='xhtml'><div><p>{PARAGRAPH}</p></div></content>").encode(),
    json_feed({"id": 1, "title": "Oie", "content_html": f"<p>{PARAGRAPH}", "authors": [{"name": "A"}]}).encode(),
]
PIECES = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b'"', b"</item>", b"<item>", b"<media:rating>", b"</width>",
    b"<source>", b"<image>", b"</channel>", b"<link>", b"</entry>", b"\0", b"\xff", b"&#xd800;", b"&#99999999;",
)  # fmt: skip


def damaged(data: bytes, random: Random) -> bytes:
    """The bytes of a feed, some of them cut, flipped, doubled or replaced."""
    broken = bytearray(data)
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(broken) + 1)
        stop = min(len(broken), start + random.randint(1, 60))
        broken[start:stop] = random.choice(
            [b"", broken[start:stop] * 2, bytes(255 - byte for byte in broken[start:stop]), random.choice(PIECES)]
        )
        if random.random() < 0.05:
            del broken[start:]
    return bytes(broken)


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_feed_raises_nothing_but_the_reason(seed: int) -> None:
    random = Random(seed)
    for _ in range(400):
        data = damaged(random.choice(WHOLE), random)
        looks_like_feed(data)
        with suppress(InputError):
            for entry in read_feed(data, address="https://clairon.example/rss").entries:
                assert entry.title.strip()
                assert all(mark.span.of(entry.document.raw) for mark in entry.document.marks)
        with suppress(InputError):
            read_opml(data)


def test_entries_behind_what_feedparser_stumbles_over_are_read() -> None:
    feed = read_feed(rss("<title>Un</title><image></width>", "<title>Deux</title>").encode())
    assert titles(feed.entries) == ["Un", "Deux"]


@pytest.mark.parametrize(("reference", "title"), [("&a;", "Oie &a;"), ("&a; &eacute;", "Oie &a; é")])
def test_an_entity_that_a_feed_declares_stays_as_it_stands(reference: str, title: str) -> None:
    (entry,) = read_feed(attack('<!ENTITY a "lol">', reference).encode()).entries
    assert entry.title == title
