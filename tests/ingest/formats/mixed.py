"""Files of every format that the reader knows, made for tests and benchmarks."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

BODY = " ".join(f"La ligne {number} du long récit des oies, a dit Anne Roux." for number in range(20))
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_HTML = "Content-Type: text/html; charset=utf-8\r\n"


def _page(title: str, text: str) -> str:
    return f"<!doctype html><title>{title}</title><body><article><h1>{title}</h1><p>{text}</p></article>"


def _mail(title: str, text: str) -> str:
    return f"From: Anne Roux <a@a.example>\nSubject: {title}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"


def _saved_page(title: str, text: str) -> str:
    return f"From: <Saved>\nSubject: {title}\nContent-Type: text/html; charset=utf-8\n\n{_page(title, text)}\n"


def _factiva(title: str, text: str) -> str:
    return (
        f"<PPSResponse><article><accessionNo>x</accessionNo><headline><paragraph>{title}</paragraph></headline>"
        f"<tailParagraphs><paragraph>{text}</paragraph></tailParagraphs></article></PPSResponse>"
    )


def _feed(title: str, text: str) -> str:
    item = f"<item><title>{title}</title><description>{text}</description></item>"
    return f'<rss version="2.0"><channel><title>Le Clairon</title>{item}</channel></rss>'


def _atom(title: str, text: str) -> str:
    entry = f"<entry><title>{title}</title><content>{text}</content></entry>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Clairon</title>{entry}</feed>'


def _record(title: str, text: str) -> str:
    return json.dumps({"title": title, "text": text})


def _stored(content: str, kind: str) -> str:
    head = f"WARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/oies\r\nContent-Type: text/plain\r\n"
    return f"WARC/1.0\r\n{head}Content-Length: {len(content.encode())}\r\n\r\n{content}\r\n\r\n"


def docx(*paragraphs: str, name: str = "word/document.xml") -> bytes:
    """A document of a word processor with these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def _rtf(title: str, text: str) -> str:
    return "{\\rtf1\\ansi " + title.replace("é", "\\'e9") + "\\par\\par " + text.replace("é", "\\'e9") + "}"


def pdf(*pages: str) -> bytes:
    """A file whose pages have these lines, divided by bars."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("|"))
        stream = f"BT /F1 12 Tf 50 700 Td {lines}ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    text, offsets = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(text))
        text += f"{number} 0 obj{one}endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {size}>>\nstartxref\n{len(text)}\n%%EOF"
    )
    return (text + end).encode("latin-1")


MAKERS: dict[str, Callable[[str, str], str | bytes]] = {
    ".txt": lambda title, text: f"{title}\n\n{text}\n",
    ".gz": lambda title, text: gzip.compress(_page(title, text).encode()),
    ".docx": docx,
    ".rtf": _rtf,
    ".pdf": lambda title, text: pdf("|".join((title, *text.split(". ")))),
    ".warc": lambda title, text: _stored(f"HTTP/1.1 200 OK\r\n{_HTML}\r\n{_page(title, text)}", "response"),
    ".wet": lambda title, text: _stored(f"{title}\n\n{text}\n", "conversion"),
    ".md": lambda title, text: f"# {title}\n\n{text}\n",
    ".markdown": lambda title, text: f"---\ntitle: {title}\n---\n{text}\n",
    ".xml": _factiva,
    ".rss": _feed,
    ".feed": _feed,
    ".atom": _atom,
    ".eml": _mail,
    ".mbox": lambda title, text: "From a@a.example Wed Mar  2 10:00:00 2022\n" + _mail(title, text),
    ".mhtml": _saved_page,
    ".mht": _saved_page,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".jsonl": lambda title, text: "\n".join((_record(title, text), _record(f"{title} bis", text[::-1]))),
    ".ndjson": lambda title, text: _record(title, text) + "\n",
    ".json": _record,
    ".csv": lambda title, text: f'title,text\n"{title}","{text}"\n',
    ".tsv": lambda title, text: f"title\ttext\n{title}\t{text}\n",
}
"""What makes a file with a title and a text, by its suffix."""


def make_files(folder: Path, suffixes: list[str], count: int) -> None:
    """Write so many files with these suffixes in turn, each with a text of its own."""
    for number, suffix in enumerate(islice(cycle(suffixes), count)):
        content = MAKERS[suffix](f"Récit {number}", BODY.replace("ligne", f"ligne {number},"))
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{number:03}{suffix}").write_bytes(data)
