"""What an answer is, by its bytes and by what the server says."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tui_reader.errors import WireError
from tui_reader.wire.answer import NO_VALIDATORS, Answer
from tui_reader.wire.content import kind_of

PAGE = b"<!DOCTYPE html><html><title>Les phares</title><p>Ils se rallument.</p></html>"
RSS = b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>'
ATOM = b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>'
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>'
JSON_FEED = b'{"version": "https://jsonfeed.org/version/1.1", "title": "Phares", "items": []}'


def answered(body: bytes, media_type: str = "", charset: str | None = None) -> Answer:
    address = "https://example.org/"
    return Answer(address, address, 200, body, media_type, charset, NO_VALIDATORS, None)


def packed(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "media_type", "kind"),
    [
        (PAGE, "text/html", "page"),
        (PAGE, "", "page"),
        (PAGE, "text/plain", "page"),
        (PAGE, "application/octet-stream", "page"),
        (PAGE, "application/pdf", "page"),
        (PAGE, "application/rss+xml", "page"),
        (b"\xef\xbb\xbf \n" + PAGE, "text/html", "page"),
        (PAGE.decode().encode("utf-16"), "text/html", "page"),
        (PAGE.decode().encode("utf-16"), "", "page"),
        (b"<p>Un fragment</p>", "text/html", "page"),
        (b"<p>Un fragment</p>", "application/xhtml+xml", "page"),
        ("<p>Été</p>".encode("latin-1"), "text/html", "page"),
        (RSS, "application/rss+xml", "feed"),
        (RSS, "text/html", "feed"),
        (RSS, "", "feed"),
        (b"\n<!-- made by hand -->\n" + RSS, "text/xml", "feed"),
        (RSS.decode().encode("utf-16"), "text/xml", "feed"),
        (ATOM, "application/xml", "feed"),
        (RDF, "application/xml", "feed"),
        (JSON_FEED, "application/json", "feed"),
        (b"<rs version='2.0'>", "application/rss+xml", "feed"),
        (b"Les phares se rallument.", "text/plain", "text"),
        (b"Les phares se rallument.", "", "text"),
        ("Les phares se rallument à l’été.".encode("cp1252"), "text/plain", "text"),
        (b"MZ is what programs begin with, RIFF what recordings do.", "text/plain", "text"),
        (b"ID3, la voiture", "text/plain", "text"),
        (b"BM, GIF et PNG", "text/plain", "text"),
        (b"%PDF-1.7\n\x00\x01\x02", "application/pdf", "document"),
        (b"%PDF-1.7\n\x00\x01\x02", "text/html", "document"),
        (packed("word/document.xml"), "application/octet-stream", "document"),
        (b"{\\rtf1 Les phares}", "text/rtf", "document"),
        (b"WARC/1.0\r\n", "application/warc", "document"),
        (b"From: a@example.org\r\nSubject: Les phares\r\n\r\nTexte", "text/plain", "document"),
        (b'[{"title": "Les phares"}]', "application/json", "document"),
        (b"title,text\nLes phares,Texte\n", "text/csv", "document"),
        (b"# Les phares", "text/markdown", "document"),
    ],
)
def test_the_bytes_say_what_an_answer_is(body: bytes, media_type: str, kind: str) -> None:
    assert kind_of(answered(body, media_type)) == kind


def test_a_text_in_a_wide_charset_without_a_mark_is_no_binary_data() -> None:
    assert kind_of(answered("Les phares".encode("utf-16-le"), "text/plain", "utf-16-le")) == "text"


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"", "text/html", "is empty"),
        (b" \r\n", "text/html", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "text/html", "is a picture, not an article"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg", "is a picture, not an article"),
        (b"GIF89a\x01\0", "text/plain", "is a picture, not an article"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "text/html", "is a picture, not an article"),
        (b"\0\0\0\x1cftypavif", "", "is a picture, not an article"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "is a picture, not an article"),
        (PAGE, "image/png", "is a picture, not an article"),
        (b"\0\0\0\x18ftypmp42", "text/html", "is a film or a recording, not an article"),
        (b"ID3\x04\0\0", "", "is a film or a recording, not an article"),
        (b"OggS\0\x02", "", "is a film or a recording, not an article"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "", "is a film or a recording, not an article"),
        (b"x", "audio/mpeg", "is a film or a recording, not an article"),
        (b"x", "video/mp4", "is a film or a recording, not an article"),
        (packed("photos/one.jpg"), "text/html", "is an archive of files, not an article"),
        (gzip.compress(PAGE, mtime=0), "text/html", "is an archive of files, not an article"),
        (b"7z\xbc\xaf\x27\x1c", "", "is an archive of files, not an article"),
        (b"Rar!\x1a\x07\x01\0", "", "is an archive of files, not an article"),
        (b"\x7fELF\x02\x01\x01", "text/plain", "is a program, not an article"),
        (b"MZ\x90\0\x03\0\0\0", "", "is a program, not an article"),
        (b"\0asm\x01\0\0\0", "application/wasm", "is a program, not an article"),
        (b"\x01\x02\x03\x04" * 100, "text/html", "is binary data, not text"),
        (b"<html>" + b"\x01\x02\x03\x04" * 100, "text/html", "is binary data, not text"),
        (b"<opml version='2.0'/>", "text/xml", "is XML of a kind that is not read"),
        (b"<x/>", "application/vnd.example+xml", "is XML of a kind that is not read"),
    ],
)
def test_what_is_not_read_is_told(body: bytes, media_type: str, reason: str) -> None:
    with pytest.raises(WireError) as caught:
        kind_of(answered(body, media_type))
    assert (caught.value.name, caught.value.reason, caught.value.status) == ("https://example.org/", reason, 200)


@pytest.mark.parametrize(
    "start",
    [b" " * 8_192, b"<?x?>" * 1_600, b"<?" * 4_000, b"<!--x-->" * 1_000, b"<!DOCTYPE x>" * 700, b'{"version":' * 700],
)
def test_no_start_is_looked_at_for_long(start: bytes) -> None:
    """A pattern that tried every way to divide these would never end."""
    assert kind_of(answered(start + b"x", "text/html")) in ("page", "document")
