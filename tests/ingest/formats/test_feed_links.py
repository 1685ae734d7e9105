"""The feeds that a page names."""

from __future__ import annotations

import pytest

from tui_reader.ingest.formats.html.feed_links import FeedLink, feed_links

PAGE = "https://clairon.example/une/index.html"
RSS = "type='application/rss+xml'"


def links(head: str, address: str = PAGE) -> tuple[FeedLink, ...]:
    return feed_links(f"<!doctype html><head>{head}</head><body><p>Les oies</p></body>".encode(), address)


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (f"<link rel=alternate {RSS} href='https://a.example/rss'>", "https://a.example/rss"),
        (f"<link rel='ALTERNATE' {RSS.upper()} href='/rss'>", "https://clairon.example/rss"),
        (f"<link rel='home alternate' {RSS} href='rss.xml'>", "https://clairon.example/une/rss.xml"),
        (f"<link rel=feed {RSS} href='//a.example/rss'>", "https://a.example/rss"),
        (
            "<link rel=alternate type='application/atom+xml; charset=utf-8' href='/atom'>",
            "https://clairon.example/atom",
        ),
        ("<link rel=alternate type='application/feed+json' href='/feed.json'>", "https://clairon.example/feed.json"),
        (f"<base href='https://b.example/x/'><link rel=alternate {RSS} href='rss'>", "https://b.example/x/rss"),
        (f"<link rel=alternate {RSS} href='/?feed=rss2&amp;cat=1'>", "https://clairon.example/?feed=rss2&cat=1"),
        ("<link rel=alternate type='application/json' href='/wp-json/wp/v2/posts/1'>", None),
        ("<link rel=alternate type='application/json+oembed' href='/oembed'>", None),
        ("<link rel=alternate hreflang=fr href='/fr'>", None),
        (f"<link rel=stylesheet {RSS} href='/rss'>", None),
        (f"<link rel=alternate {RSS} href='javascript:alert(1)'>", None),
        (f"<link rel=alternate {RSS} href='file:///etc/passwd'>", None),
        (f"<link rel=alternate {RSS} href='http://[x'>", None),
        (f"<link rel=alternate {RSS} href=''>", None),
        (f"<link rel=alternate {RSS}>", None),
        (f"<!-- <link rel=alternate {RSS} href='/rss'> -->", None),
    ],
)
def test_a_feed_is_named_by_its_type(head: str, address: str | None) -> None:
    assert [link.address for link in links(head)] == ([address] if address else [])


def test_feeds_stand_in_order_each_once_and_those_of_comments_last() -> None:
    head = "".join(
        f"<link rel=alternate {RSS} href='{address}' title='{title}'>"
        for address, title in [
            ("/comments/feed/", "x"), ("/oies/feed/", "Flux des commentaires"), ("/une", " À la \n une "),
            ("/sport", ""), ("/une", "Encore"),
        ]
    )  # fmt: skip
    site = "https://clairon.example"
    assert links(head) == (
        FeedLink(f"{site}/une", "À la une"),
        FeedLink(f"{site}/sport", None),
        FeedLink(f"{site}/comments/feed/", "x"),
        FeedLink(f"{site}/oies/feed/", "Flux des commentaires"),
    )


def test_a_page_in_another_encoding_and_what_is_no_page() -> None:
    page = f"<meta charset=iso-8859-1><link rel=alternate {RSS} href='/rss' title='Été'>".encode("latin-1")
    assert feed_links(page, PAGE) == (FeedLink("https://clairon.example/rss", "Été"),)
    assert feed_links(b"", PAGE) == ()
    assert feed_links(b"\x89PNG\0", PAGE) == ()
