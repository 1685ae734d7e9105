"""Mail, saved pages in the form of mail, documents, exports as XML, packed files."""

from __future__ import annotations

import gzip
import json
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.ingest.formats.mixed import docx, pdf
from tui_reader.analysis.pipeline import analyse
from tui_reader.errors import InputError
from tui_reader.ingest.formats import packed as packed_files
from tui_reader.ingest.formats.docx import without_cover
from tui_reader.ingest.formats.long_records import LongRecords
from tui_reader.ingest.formats.registry import GZIP
from tui_reader.ingest.sources import read
from tui_reader.model import Article

TEXT = "Quarante oies ont traversé la route lundi, à la surprise de tous."
PAGE = f"<!doctype html><title>Les oies</title><body><article><p>{TEXT}</p><p>{TEXT} Deux fois.</p></article>"


def opened(path: Path, data: bytes) -> list[Article]:
    path.write_bytes(data)
    return [analyse(one) for one in read(str(path))]


HEAD = (
    "From: Anne Roux <anne@a.example>\nSubject: =?utf-8?q?Les_oies_sont_l=C3=A0?=\n"
    "Date: Wed, 2 Mar 2022 10:00:00 +0100\n"
)


@pytest.mark.parametrize(
    "mail",
    [
        f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n",
        f"{HEAD}Content-Type: text/html; charset=utf-8\n\n<p>{TEXT}</p>\n",
        f"{HEAD}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nAutre\n"
        f"--x\nContent-Type: text/html; charset=utf-8\n\n<p>{TEXT}</p>\n--x--\n",
    ],
)
def test_mail_is_its_text_with_its_head(mail: str, tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.eml", mail.encode())
    assert (article.title, article.byline, article.published) == ("Les oies sont là", "Anne Roux", "2022-03-02")
    assert TEXT in article.text
    assert article.document.source.media_type == "message/rfc822"


def test_the_encoding_of_a_part_is_what_its_head_says(tmp_path: Path) -> None:
    mail = f"{HEAD}Content-Type: text/plain; charset=iso-8859-15\n\nÉté à 3 €.\n"
    (article,) = opened(tmp_path / "a.eml", mail.encode("iso-8859-15"))
    assert "Été à 3 €." in article.text


def test_a_mailbox_opens_as_its_messages(tmp_path: Path) -> None:
    message = f"From anne@a.example Wed Mar  2 10:00:00 2022\n{HEAD}\n{TEXT}\nFrom here on, all is well.\n\n"
    articles = opened(tmp_path / "a.mbox", (message * 3).encode())
    assert [one.document.source.record for one in articles] == [0, 1, 2]
    assert all("From here on" in one.document.raw for one in articles)


def test_a_line_of_a_message_that_looks_like_the_next_loses_its_mark(tmp_path: Path) -> None:
    (article,) = opened(
        tmp_path / "a.mbox", f"From a@b.example Wed Mar 2 2022\n{HEAD}\n{TEXT}\n>From here on.\n".encode()
    )
    assert article.document.raw == f"{TEXT}\nFrom here on.\n"


def test_what_is_attached_is_not_the_message(tmp_path: Path) -> None:
    attached = "--x\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>Facture\n--x--\n"
    mail = f"{HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n{TEXT}\n{attached}"
    (article,) = opened(tmp_path / "a.eml", mail.encode("iso-8859-1"))
    assert article.document.raw.strip() == TEXT


HURTING_MAIL = {
    "no charset": "Content-Type: text/plain; charset=a\0b\n\n",
    "comments in a name": f"To: x\nFrom: {'(' * 3000}\n\n",
    "comments in a version": f"MIME-Version: {'(' * 3000}\n\n",
    "parameters": f"Content-Type: text/plain; {'a=b; ' * 20_000}\n\n",
    "messages in messages": "Content-Type: message/rfc822\n\n" * 3000,
}


@pytest.mark.parametrize("head", HURTING_MAIL.values(), ids=HURTING_MAIL)
def test_mail_made_to_hurt_is_read(head: str, tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.eml", f"Subject: x\n{head}{TEXT}\n".encode())
    assert TEXT in article.document.raw


def test_a_page_that_was_saved_as_one_file(tmp_path: Path) -> None:
    head = "From: <Saved by a browser>\nSnapshot-Content-Location: https://a.example/oies\nSubject: Autre\n"
    page = f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n{PAGE}\n'
    picture = "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n"
    (article,) = opened(tmp_path / "a.mhtml", f"{head}{page}{picture}".encode())
    assert (article.title, article.document.source.url) == ("Les oies", "https://a.example/oies")
    assert article.text.startswith(TEXT)


def test_mail_without_a_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no part that is text"):
        opened(tmp_path / "a.eml", f"{HEAD}Content-Type: image/png\n\nx\n".encode())


def test_a_document_is_its_paragraphs(tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.docx", docx("Les oies sont là", TEXT, "", "Fin &amp; suite, a dit la mairie."))
    assert article.document.raw == f"Les oies sont là\n\n{TEXT}\n\nFin & suite, a dit la mairie."


def test_a_text_box_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    box = "</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent></w:r><w:r><w:t>"
    (article,) = opened(tmp_path / "a.docx", docx(f"Un {box}deux", "Trois"))
    assert article.document.raw == "Un deux\n\nEncadré\n\nTrois"


def test_paragraphs_in_paragraphs_are_read_in_linear_time(tmp_path: Path) -> None:
    deep = "</w:t></w:r><w:p><w:r><w:t>" * 20_000 + "x" + "</w:t></w:r></w:p><w:r><w:t>" * 20_000
    (article,) = opened(tmp_path / "a.docx", docx(deep))
    assert article.document.raw == "x"


@pytest.mark.parametrize("at", range(0, 260, 7))
def test_a_flipped_byte_is_read_or_said(at: int, tmp_path: Path) -> None:
    data = bytearray(docx(TEXT * 20))
    data[at] ^= 0x5A
    with suppress(InputError):
        opened(tmp_path / "a.docx", bytes(data))


def test_an_export_of_lexis_opens_as_its_articles(tmp_path: Path) -> None:
    cover = (
        "User Name: Anne",
        "Job Number: 1",
        "Documents (2)",
        "1. Les oies sont là",
        "Client/Matter: -None-",
        "2. Fin",
    )
    one = ("Le Clairon", "March 2, 2022 Wednesday", "Copyright 2022 Le Clairon", "Length: 20 words",
           "Byline: Anne Roux", "Body", TEXT, "Load-Date: March 3, 2022", "End of Document")  # fmt: skip
    first, second = opened(tmp_path / "a.docx", docx(*cover, "Les oies sont là", *one, "Fin", *one))
    assert "User Name" not in first.document.raw
    for article, title in ((first, "Les oies sont là"), (second, "Fin")):
        assert (article.title, article.site, article.published) == (title, "Le Clairon", "2022-03-02")
        assert article.byline == "Anne Roux"
        assert TEXT in article.text
        assert "Load-Date" not in article.text


def test_a_text_without_a_cover_stays() -> None:
    assert without_cover("Les oies\n\n1. Une oie\n\nFin") == "Les oies\n\n1. Une oie\n\nFin"
    assert without_cover("Documents (3)\n\n1. Une oie") == "Documents (3)\n\n1. Une oie"


DAMAGED = {  # the bytes hold the time: they are no names of tests
    "other": (docx("x", name="other.xml"), "is a packed file, not a document"),
    "cut": (docx("x")[:60], "is a damaged document"),
    "no XML": (docx("<!DOCTYPE"), "is a damaged document"),
}


@pytest.mark.parametrize(("data", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_document_says_why(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=reason):
        opened(tmp_path / "a.docx", data)


@pytest.mark.parametrize(
    ("rtf", "raw"),
    [
        (
            rb"{\rtf1\ansi\ansicpg1252 Les oies\par\par Elles ont travers\'e9 \'ab hier \'bb.\par}",
            "Les oies|Elles ont traversé « hier ».",
        ),
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}\b Les oies\b0\line \u8212?fin}", "Les oies|—fin"),
    ],
)
def test_rich_text_is_its_paragraphs(rtf: bytes, raw: str, tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.rtf", rtf)
    assert article.document.raw == raw.replace("|", "\n\n")


def test_rich_text_without_words_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no part that is text"):
        opened(tmp_path / "a.rtf", rb"{\rtf1 }")


def test_a_pdf_is_the_text_of_its_pages(tmp_path: Path) -> None:
    heads = [f"The Ledger, page {number}|Geese crossed road {number}.|They are back.|{number}" for number in range(3)]
    (article,) = opened(tmp_path / "a.pdf", pdf(*heads))
    raw = "\n\n".join(f"Geese crossed road {number}.\nThey are back." for number in range(3))
    assert article.document.raw == raw


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", pdf("x")[:60], b"%PDF-" + bytes(range(256))])
def test_a_damaged_pdf_says_so(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"damaged document|no part that is text"):
        opened(tmp_path / "a.pdf", data)


def test_what_a_pdf_needs_is_told_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputError, match=r"pip install 'tui-reader\[pdf\]'"):
        opened(tmp_path / "a.pdf", pdf("x"))


def test_all_parts_of_a_packed_file_are_read(tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode()) + gzip.compress(b" Fin.") + b"\0\0")
    assert article.document.raw == f"{TEXT} Fin."


def test_a_packed_file_that_holds_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is empty"):
        opened(tmp_path / "a.txt.gz", gzip.compress(b" \n"))


def test_xml_in_an_unknown_encoding_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        opened(tmp_path / "a.xml", b'<?xml version="1.0" encoding="x"?><PPSResponse/>')


FACTIVA = (
    '<?xml version="1.0"?><PPSResponse><r xmlns="http://x.example"><article><accessionNo>X</accessionNo><baseLanguage>FR'
    "</baseLanguage><headline><paragraph><hlt>Oies</hlt> - les voilà</paragraph></headline><leadParagraph><paragraph>"
    f"{TEXT}</paragraph></leadParagraph><publicationDate>{{date}}</publicationDate><sourceName>Le Clairon</sourceName>"
    "<byline>Par Anne Roux</byline><tailParagraphs><paragraph>Fin de l'histoire.</paragraph></tailParagraphs></article>"
    "</r></PPSResponse>"
)


@pytest.mark.parametrize(
    "date", ["<dateTime>2022-03-02T01:35:58Z</dateTime>", "1646215200000", "<date>20220302</date>"]
)
def test_an_export_of_factiva_as_xml(date: str, tmp_path: Path) -> None:
    (article,) = opened(tmp_path / "a.xml", FACTIVA.format(date=date).encode())
    assert (article.title, article.site, article.published) == ("Oies - les voilà", "Le Clairon", "2022-03-02")
    assert article.byline == "Anne Roux"
    assert article.text == f"{TEXT}\n\nFin de l'histoire."


@pytest.mark.parametrize(
    "xml", ["<PPSResponse><article>", '<!DOCTYPE a [<!ENTITY b "c">]><PPSResponse>&b;</PPSResponse>']
)
def test_xml_that_cannot_be_read_says_why(xml: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="XML that cannot be read"):
        opened(tmp_path / "a.xml", xml.encode())


@pytest.mark.parametrize(
    ("name", "data"), [("a.html.gz", PAGE), ("a.txt.gz", TEXT), ("a.jsonl.gz", f'{{"text": "{TEXT}"}}')]
)
def test_a_packed_file_is_read_as_what_it_holds(name: str, data: str, tmp_path: Path) -> None:
    (article,) = opened(tmp_path / name, gzip.compress(data.encode()))
    assert TEXT in article.document.raw
    assert article.document.source.media_type != "application/gzip"


@pytest.fixture
def long_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """JSON Lines of 700 KB, packed in two parts, of which only so much is held as a tenth of it."""
    monkeypatch.setattr(packed_files, "MOST_BYTES", 70_000)
    monkeypatch.setattr(packed_files, "_CHUNK", 4_000)
    monkeypatch.setattr(packed_files, "_CHECKPOINT", 30_000)
    lines = [json.dumps({"title": f"Oie {n}", "text": f"{random.Random(n).random()} oies. " * 9}) for n in range(2_000)]
    path = tmp_path / "long.jsonl.gz"
    parts = ["\n".join(lines[:900]) + "\n", "\n".join(lines[900:])]
    path.write_bytes(b"".join(gzip.compress(part.encode()) for part in parts))
    return path


def test_of_long_packed_records_each_is_read_when_it_is_asked_for(long_packed: Path) -> None:
    documents = read(str(long_packed))
    assert isinstance(documents, LongRecords)
    assert len(documents) == 2_000
    for number in (0, 1_999, 5, 899, 900, 1_200, 1_199, 300):
        assert documents[number].raw.startswith(f"Oie {number}\n")


def test_of_a_damaged_packed_file_what_comes_before_is_read_and_the_rest_said(long_packed: Path) -> None:
    long_packed.write_bytes(long_packed.read_bytes()[:-9_000])
    documents = read(str(long_packed))
    assert 1_000 < len(documents) < 2_000
    assert documents[-2].raw.startswith(f"Oie {len(documents) - 2}\n")
    with pytest.raises(InputError, match="it ends too early"):
        _ = documents[-1]


def test_damage_between_two_packed_records_is_said(long_packed: Path) -> None:
    first, _second = long_packed.read_bytes().split(GZIP)[1:]
    long_packed.write_bytes(GZIP + first + GZIP + b"\0" * 40)
    documents = read(str(long_packed))
    assert len(documents) == 901
    assert documents[899].raw.startswith("Oie 899\n")
    with pytest.raises(InputError, match="damaged packed file"):
        _ = documents[900]


def test_of_a_short_damaged_packed_file_what_comes_before_is_read_and_that_is_said(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"title": f"Oie {n}", "text": str(random.Random(n).random())}) + "\n" for n in range(900)
    )
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:9_000])
    documents = read(str(path))
    assert 300 < len(documents) < 900
    assert "ends too early" in documents[0].source.notes[0].text


NO_TEXT = {
    "cut": gzip.compress(b"x")[:9],
    "noise": b"\x1f\x8b\x08" + b"x" * 40,
    "packed twice": gzip.compress(gzip.compress(b"x")),
    "zeros": gzip.compress(bytes(999)),
}


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT)
def test_a_packed_file_that_holds_no_text_says_so(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"packed file|binary data|is empty"):
        opened(tmp_path / "a.gz", data)
