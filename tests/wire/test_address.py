"""What is an address of the web, and which two are of one article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.wire.address import host_of, same_page_key, web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("http://example.org/", "http://example.org/"),
        ("  https://example.org \n", "https://example.org/"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("HTTPS://Example.ORG/Une-Page", "https://example.org/Une-Page"),
        ("example.org", "https://example.org/"),
        ("example.org/x", "https://example.org/x"),
        ("www.example.org/x", "https://www.example.org/x"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("www.example.md", "https://www.example.md/"),
        ("example.md/x", "https://example.md/x"),
        ("https://example.org:443/", "https://example.org/"),
        ("http://example.org:80/", "http://example.org/"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://example.org/a#b", "https://example.org/a"),
        ("https://example.org?a=b", "https://example.org/?a=b"),
        ("https://élysée.fr/été?où=là", "https://xn--lyse-9oad.fr/%C3%A9t%C3%A9?o%C3%B9=l%C3%A0"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        ("https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/"),
        ("https://ｅｘａｍｐｌｅ.org/", "https://example.org/"),
        ("https://example。org/", "https://example.org/"),
        ("https://example.org/100%/a%20b%zz", "https://example.org/100%25/a%20b%25zz"),
        ('https://example.org/<a>"b"|c', "https://example.org/%3Ca%3E%22b%22%7Cc"),
        ("https://example.org./", "https://example.org/"),
        ("https://a_b.example.org/", "https://a_b.example.org/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://localhost/", "http://localhost/"),
    ],
)
def test_the_normal_form_of_an_address(typed: str, address: str) -> None:
    assert web_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "example", "Un titre.", "Fin. Début", "e.g.", "3.14", "12.30", "...", "a..b", "/a/example.org"),
        *("./page.html", "README.md", "notes.txt", "page.HTML", "data.json", "C:\\x.txt", "../example.org/x"),
        *(
            "file:///etc/passwd",
            "ftp://example.org/",
            "javascript:alert(1)",
            "mailto:a@example.org",
            "data:text/html,x",
        ),
        *("https:", "https://", "https:///x", "https:example.org", "//example.org/x", "http://?", "http://#"),
        *("https://name:word@example.org/", "https://name@example.org/", "name@example.org", "https://@example.org/"),
        *("https://example.org/a b", "https://example.org/\nhttps://example.org/", "https://exa\tmple.org/"),
        *("https://example.org\\@example.net/", "https://example.org/\x00", "https://example.org/\x1b[2J"),
        *("https://example.org:0/", "https://example.org:65536/", "https://example.org:x/", "https://example.org:-1/"),
        *("http://127.1/", "http://0x7f.1/", "http://2130706433/", "http://0177.0.0.1/", "http://0x7f000001/"),
        *("http://127.0.0.1.2/", "http://1.2.3/", "http://999.1.1.1/", "http://1.2.3.4.5/", "http://example.1/"),
        *("http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1/", "http://::1/", "http://[x]/"),
        *("http://a..b/", "http://.example.org/", "http://example.org../", "http://-a.org/", "http://exa mple.org/"),
        *("http://exa%6dple.org/", "http://exa*mple.org/", f"http://{'a' * 64}.org/", f"http://{'a.' * 130}org/"),
        *("https://example.org/\ud800", "https://\ud800.org/", "https://\u200b/", "https://example.org/" + "a" * 8_000),
    ],
)
def test_what_is_no_address(typed: str) -> None:
    assert web_address(typed) is None


ADDRESSES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "http://", "https://", "HTTPS:", "www.", "//"]),
    st.text(max_size=20) | st.sampled_from(["example.org", "[::1]", "127.0.0.1", "é.fr"]),
    st.sampled_from(["", ":80", ":443", ":8080", ":x", "@example.org"]),
    st.text(max_size=30).map("/{}".format) | st.just(""),
)


@given(ADDRESSES | st.text())
def test_a_normal_form_is_one_word_of_plain_letters_and_its_own_normal_form(typed: str) -> None:
    address = web_address(typed)
    if address is not None:
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert address.startswith(("http://", "https://"))
        assert "@" not in address.split("/")[2]
        assert host_of(address)
        assert web_address(address) == address


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org:8080/a", "www.example.org"),
        ("http://[2606:4700::1111]/", "2606:4700::1111"),
        ("no address", ""),
    ],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a?id=7",
        "HTTPS://EXAMPLE.org:443/a?id=7",
        "https://example.org/a?id=7#comments",
        "https://example.org/a?id=7&utm_source=rss&utm_medium=feed",
        "https://example.org/a?xtor=RSS-3208&id=7",
        "https://example.org/a?id=7&fbclid=IwAR0",
        "https://example.org/a?id=7&at_medium=custom1&at_campaign=x&ns_mchannel=social&smid=tw",
        "https://example.org/a?&id=7&",
    ],
)
def test_addresses_of_one_article_have_one_key(address: str) -> None:
    assert same_page_key(address) == "example.org/a?id=7"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?id=8",
        "https://example.org/b?id=7",
        "https://example.org:8443/a?id=7",
        "https://example.net/a?id=7",
        "https://example.org/a?id=7&page=2",
        "https://example.org/A?id=7",
        "https://example.org/a?id=7&source=x",
    ],
)
def test_addresses_of_others_have_other_keys(address: str) -> None:
    assert same_page_key(address) != "example.org/a?id=7"


def test_what_is_no_address_is_its_own_key() -> None:
    assert same_page_key(" urn:uuid:1225c695 ") == "urn:uuid:1225c695"


@given(ADDRESSES)
def test_a_key_is_that_of_the_normal_form(typed: str) -> None:
    assert same_page_key(web_address(typed) or typed) == same_page_key(typed)
