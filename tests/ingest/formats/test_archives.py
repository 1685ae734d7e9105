"""Where one article of an export ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus import ROOT
from tui_reader.ingest.formats.archives import records

FOLDER = ROOT / "tests" / "corpus" / "archives"
MARKS = [
    "Document GAZKER0020230314ej3e0001a",
    "Dokument ABCDEF0020230314ej3e0001a",
    "news·20191109·CM·004512",
    "End of Document",
    "3 of 12 DOCUMENTS",
    "Document 3 de 12",
]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_exports_hold_two_articles(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert len(records(text)) == 2


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks(mark: str, end: str) -> None:
    text = end.join(["un", mark, "deux", f"  {mark} ", "trois"])
    first, second = records(text)
    assert (first.start, second.end) == (0, len(text))
    assert first.end == second.start
    assert "un" in first.of(text)
    assert "trois" in second.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Un texte.\n",
        "End of Document\n",  # one alone ends nothing
        "Il a lu : End of Document\nEnd of Document, dit-elle\n",
        "Document 3 de 12 pages\nDocument 4 de 12 pages\n",
        "Document GAZKER\nDocument GAZKER\n",
    ],
)
def test_other_texts_are_one(text: str) -> None:
    assert len(records(text)) == 1


@given(st.lists(st.sampled_from([*MARKS, "un", "", "\n", "\r\n", " "])).map("".join))
def test_records_cover_the_text(text: str) -> None:
    spans = records(text)
    assert "".join(span.of(text) for span in spans) == text
