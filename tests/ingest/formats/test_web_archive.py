"""Web archives: the pages and texts of their records, damaged ones, and what crawlers store beside."""

from __future__ import annotations

import gzip
import random
import time
import zlib
from pathlib import Path

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.errors import InputError
from tui_reader.ingest.sources import read
from tui_reader.model import Article, Document

TEXT = "Quarante oies ont traversé la route lundi, à la surprise de tous."
URL = "https://a.example/oies"
PAGE = f"<!doctype html><title>Les oies</title><body><article><p>{TEXT}</p><p>{TEXT} Deux fois.</p></article>"


def record(kind: str, content: bytes, url: str = URL, media_type: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-03-02T10:00:00Z\r\n"
    return (
        f"{head}Content-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"
    )


def response(content: bytes, *heads: str, status: str = "200 OK", url: str = URL) -> bytes:
    lines = "".join(f"{head}\r\n" for head in heads or ("Content-Type: text/html; charset=utf-8",))
    return record("response", f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + content, url)


INFO = record("warcinfo", b"software: x\r\n", "", "application/warc-fields")
STORED = response(PAGE.encode())


def documents(path: Path, data: bytes) -> list[Document]:
    path.write_bytes(data)
    return list(read(str(path)))


def opened(path: Path, data: bytes) -> list[Article]:
    return [analyse(one) for one in documents(path, data)]


CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:50].encode(), PAGE[50:].encode(), b""))
RESPONSES = {
    "plain": STORED,
    "line ends of Unix": STORED.replace(b"\r\n", b"\n"),
    "in chunks": response(CHUNKED, "Content-Type: text/html", "Transfer-Encoding: chunked"),
    "packed": response(gzip.compress(PAGE.encode()), "Content-Type: text/html", "Content-Encoding: gzip"),
    "not packed, as it says": response(PAGE.encode(), "Content-Type: text/html", "Content-Encoding: br"),
    "packed without a head": response(
        zlib.compress(PAGE.encode(), wbits=-15), "Content-Type: text/html", "Content-Encoding: deflate"
    ),
    "packed otherwise": response(zlib.compress(PAGE.encode()), "Content-Type: text/html", "Content-Encoding: deflate"),
    "other encoding": response(PAGE.encode("iso-8859-1"), "Content-Type: text/html; charset=ISO-8859-1"),
    "address with a blank": STORED.replace(b"oies\r\nWARC", b"o ies\r\nWARC"),
    "address in brackets": STORED.replace(URL.encode(), f"<{URL}>".encode()),
    "resource": record("resource", PAGE.encode(), media_type="text/html"),
}


@pytest.mark.parametrize("stored", RESPONSES.values(), ids=RESPONSES)
def test_a_page_that_was_stored(stored: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (article,) = opened(tmp_path / "a.warc", INFO + stored)
    assert (article.title, (article.document.source.url or "").replace("%20", "")) == ("Les oies", URL)
    assert article.text.startswith(TEXT)
    assert article.document.source.media_type == "application/warc"
    assert capfd.readouterr().err == ""


def test_an_archive_that_is_packed_record_by_record(tmp_path: Path) -> None:
    pages = (response(PAGE.replace("Les", str(number)).encode()) for number in range(3))
    data = b"".join(map(gzip.compress, (INFO, *pages)))
    found = opened(tmp_path / "a.warc.gz", data)
    assert [one.title for one in found] == ["0 oies", "1 oies", "2 oies"]
    assert [one.document.source.record for one in found] == [0, 1, 2]


def test_the_text_of_a_page_without_the_page(tmp_path: Path) -> None:
    text = record("conversion", f"Les oies sont là\n{TEXT}\n".encode(), media_type="text/plain")
    (article,) = opened(tmp_path / "a.wet", INFO + text)
    assert (article.document.raw, article.document.source.url) == (f"Les oies sont là\n{TEXT}\n", URL)


DATED = "<meta property='article:published_time' content='2021-05-06'>"


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [("", "", None), (DATED, "", "2021-05-06"), ("", "<p>Publié le 6 mai 2021</p>", "2021-05-06")],
)
def test_the_day_of_the_crawl_is_not_that_of_the_article(
    head: str, line: str, published: str | None, tmp_path: Path
) -> None:
    page = PAGE.replace("<body>", f"{head}<body><h1>Les oies sont là</h1>{line}")
    (article,) = opened(tmp_path / "a.warc", response(page.encode()))
    assert (article.published, article.document.source.notes[0].rule) == (published, "source.html")
    assert "declared.published" not in [note.rule for note in article.document.source.notes]


OTHERS = {
    "request": record("request", b"GET / HTTP/1.1\r\n\r\n"),
    "picture": response(b"\x89PNG", "Content-Type: image/png"),
    "style": response(b"p {}", "Content-Type: text/css"),
    "moved": response(PAGE.encode(), status="301 Moved", url=f"{URL}/1"),
    "missing": response(PAGE.encode(), status="404 Not Found", url=f"{URL}/2"),
    "for crawlers": response(b"User-agent: *\n", "Content-Type: text/plain", url="https://a.example/robots.txt"),
    "log of the crawl": record("resource", b"x", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain"),
    "empty": response(b""),
    "without text": response(b"<!doctype html><body><img src=x>"),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_is_no_page_is_left_out(other: bytes, tmp_path: Path) -> None:
    (document,) = documents(tmp_path / "a.warc", other + STORED + other)
    assert [note.rule for note in document.source.notes] == ["source.html"]


def broken(old: bytes, new: bytes) -> bytes:
    return STORED.replace(old, new)


LENGTH = f"Content-Length: {len(STORED) - STORED.index(b'HTTP/') - 4}".encode()
DAMAGED = {
    "no length": broken(LENGTH, b"X: 1"),
    "length too short": broken(LENGTH, b"Content-Length: 90"),
    "length too long": broken(LENGTH, b"Content-Length: 9999") + STORED * 2,
    "no address": broken(b"WARC-Target-URI", b"X"),
    "no answer": broken(b"HTTP/1.1 200 OK", b"OK"),
    "no head": b"WARC/1.0\r\n",
    "unknown packing": response(bytes(99), "Content-Type: text/html", "Content-Encoding: br"),
    "damaged packing": response(gzip.compress(PAGE.encode())[9:], "Content-Type: text/html", "Content-Encoding: gzip"),
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_record_is_said_and_the_others_are_read(damaged: bytes, tmp_path: Path) -> None:
    first, *others = documents(tmp_path / "a.warc", STORED + damaged + STORED)
    assert [note.text for note in first.source.notes][-1] == "damaged records: 1"
    assert TEXT in first.raw
    assert all(TEXT in one.raw for one in others)
    assert others


def test_an_archive_that_is_cut_says_so(tmp_path: Path) -> None:
    found = documents(tmp_path / "a.warc", STORED + STORED[:-90])
    assert [note.rule for note in found[0].source.notes] == ["source.html", "decode.cut"]
    assert [TEXT in one.raw for one in found] == [True, True]


@pytest.mark.parametrize("data", [INFO, INFO + OTHERS["picture"], b"WARC/1.0\r\n", b"WARC/1.0 x"])
def test_an_archive_without_pages_is_said(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no page and no text"):
        documents(tmp_path / "a.warc", data)


HURTING = {
    "heads without end": b"WARC/1.0\r\n" * 500_000,
    "one head": b"WARC/1.0\r\n" + b"X: y\r\n" * 500_000,
    "empty records": record("response", b"") * 20_000,
    "wrong lengths": STORED.replace(LENGTH, b"Content-Length: 3") * 5_000,
    "packed": response(gzip.compress(b"a" * 20_000_000), "Content-Type: text/plain", "Content-Encoding: gzip") * 20,
}


@pytest.mark.parametrize("data", HURTING.values(), ids=HURTING)
def test_an_archive_made_to_hurt_is_read_in_time(data: bytes, tmp_path: Path) -> None:
    start = time.process_time()
    assert TEXT in documents(tmp_path / "a.warc", STORED + data)[0].raw
    assert time.process_time() - start < 10


@pytest.mark.parametrize(("kept", "pages", "rules"), [(1.0, 30, []), (0.92, 28, ["decode.cut"])])
def test_a_long_archive_is_read_as_far_as_it_can_be_unpacked(
    kept: float, pages: int, rules: list[str], tmp_path: Path
) -> None:
    pictures = random.Random(1)
    data = b"".join(
        gzip.compress(one)
        for number in range(30)
        for one in (
            response(PAGE.replace("Les", str(number)).encode()),
            response(pictures.randbytes(200_000), "Content-Type: image/png"),
        )
    )
    found = documents(tmp_path / "a.warc.gz", data[: int(kept * len(data))])
    assert len(found) == pages
    assert [note.rule for note in found[0].source.notes] == ["source.html", *rules]
