"""Which texts of feeds are only teasers of their pages, and what feeds set below a text."""

from __future__ import annotations

import pytest

from tests.ingest.formats.feeds import PARAGRAPH, item, rss
from tui_reader.ingest.formats.feed import FeedEntry, read_feed

PAGE = "https://clairon.example/oies"
P = f"<p>{PARAGRAPH}</p>"
WHOLE = P * 12
TO_PAGE = f"<a href='{PAGE}'>Lire la suite</a>"
WORDPRESS = f"<p>L’article <a href='{PAGE}'>Les oies</a> est apparu en premier sur <a href='/'>Le Clairon</a>.</p>"


def entry_of(html: str, link: str = PAGE) -> FeedEntry:
    (entry,) = read_feed(rss(item("Les oies", html, link=link)).encode(), address="https://clairon.example/").entries
    return entry


@pytest.mark.parametrize(
    ("html", "is_teaser"),
    [
        ("", True),
        ("<img src='x.jpg'>", True),
        ("Quarante oies ont traversé la route lundi. La maire s’en émeut.", True),
        (f"<p>{PARAGRAPH * 3}</p>", True),  # a long standfirst
        (f"<img src='x.jpg'><p>{PARAGRAPH * 3}</p>", True),
        (P + P, True),
        (f"<p>{PARAGRAPH * 3}</p>" * 2, True),
        (P * 5, False),  # a dispatch of some paragraphs
        (f"<p>{PARAGRAPH * 12}</p>", False),
        (f"{PARAGRAPH * 3}<br><br>" * 4, False),
        (WHOLE, False),
        (P * 5 + "<p>Quarante oies […]</p>", True),
        (P * 5 + "<p>Quarante oies [&#8230;]</p>", True),
        (P * 5 + "<p>Quarante oies [...]</p>", True),
        (P * 30 + "<p>Quarante oies […]</p>", True),
        (P * 5 + "<p>Quarante oies…</p>", True),
        (P * 5 + "<p>« Quarante oies… »</p>", True),
        (P * 30 + "<p>À suivre…</p>", False),
        (P * 5 + f"<p>{TO_PAGE}</p>", True),
        (P * 5 + TO_PAGE, True),
        (f"<p>{PARAGRAPH * 12} {TO_PAGE}</p>", True),
        (f"<p>{PARAGRAPH * 12} {TO_PAGE} »</p>", True),
        (P * 5 + f"<p>Lire la suite sur <a href='{PAGE}?utm_source=rss'>Le Clairon</a>.</p>", True),
        (P * 5 + f"<p>{TO_PAGE}</p><p><a href='/oies#comments'>12</a></p>", True),
        (P * 5 + "<p><a href='/oies'>Read more</a></p><p><a href='https://b.example/'>Le partage</a></p>", True),
        (WHOLE + "<p>À lire aussi : <a href='/canards'>Les canards</a></p>", False),
        (WHOLE + "<p><a href='/canards'>Les canards traversent aussi</a></p>", False),
        (f"<p>{PARAGRAPH} <a href='{PAGE}'>Les oies</a> {PARAGRAPH * 12}</p>", False),
        (f"<p><a href='{PAGE}'>Les oies</a></p>" + WHOLE, False),
        (WHOLE + WORDPRESS, False),
        ("<p>Quarante oies ont […]</p>" + WORDPRESS, True),
    ],
)
def test_shape_and_length_tell_a_teaser(html: str, is_teaser: bool) -> None:
    assert entry_of(html).is_teaser is is_teaser


def test_what_leads_to_no_page_is_no_teaser() -> None:
    assert not entry_of("Quarante oies […]", link="").is_teaser


def test_the_page_of_an_address_is_told_by_its_query_at_the_root_alone() -> None:
    text = P * 5 + "<p><a href='/?p=2'>Les canards</a></p>"
    assert not entry_of(text, link="https://clairon.example/?p=1").is_teaser
    assert entry_of(text, link="https://clairon.example/?p=2").is_teaser


@pytest.mark.parametrize("below", [WORDPRESS, f"<p>{TO_PAGE}</p>", f"<p>{TO_PAGE}</p><p><a href='/oies#c'>12</a></p>"])
def test_what_leads_to_the_page_is_no_text_of_the_article(below: str) -> None:
    document = entry_of(WHOLE + below).document
    article = [mark.span.of(document.raw) for mark in document.marks if mark.kind == "article"]
    footer = [mark.span.of(document.raw) for mark in document.marks if mark.kind == "footer"]
    assert article == [PARAGRAPH.strip()] * 12
    assert footer
    assert document.raw.endswith(footer[-1])


def test_a_long_last_paragraph_with_links_is_text_of_the_article() -> None:
    last = f"{PARAGRAPH} <a href='{PAGE}'>Les oies</a> {PARAGRAPH * 3} <a href='/canards'>Les canards</a>, dit-elle."
    document = entry_of(WHOLE + f"<p>{last}</p>").document
    assert [mark.kind for mark in document.marks if mark.span.end == len(document.raw)] == ["article"]


def test_a_text_of_links_alone_is_text() -> None:
    document = entry_of("<p><a href='/1'>Les oies</a></p><p><a href='/2'>Les canards traversent aussi</a></p>").document
    assert sum(mark.kind == "article" for mark in document.marks) == 2
    assert not any(mark.kind == "letter" for mark in document.marks)
