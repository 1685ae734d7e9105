"""Named files, folders, and what cannot be read."""

import hashlib
import os
from pathlib import Path

import pytest

from tui_reader.errors import InputError
from tui_reader.ingest.sources import document_from_text, expand, read, read_first, samples


def test_a_folder_gives_its_files_of_known_formats_by_relative_path(tmp_path: Path) -> None:
    for name in (
        *("b.txt", "a/z.TXT", "a/.hidden.txt", ".git/x.txt", "c.jpg", "B.txt", "a-b.txt", "Une page.html"),
        *("Une page_files/frame.html", "a/Une page_files/kept.html"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("Texte.")
    inputs, problems, notices = expand([str(tmp_path)])
    names = ["B.txt", "Une page.html", "a-b.txt", "a/Une page_files/kept.html", "a/z.TXT", "b.txt"]
    assert [one.name for one in inputs] == names
    assert problems == []
    assert notices == [f"{tmp_path}: left out: 1 folder saved with a page, 1 .jpg"]


def test_a_folder_without_texts_says_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "page.jpg").write_text("x")
    (tmp_path / "empty").mkdir()
    _, [pages, empty], _ = expand([str(tmp_path), str(tmp_path / "empty")])
    assert "1 .jpg" in pages.reason
    assert "no files" in empty.reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (str, "does not exist"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b" \n\r\n"), "is empty"),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "is binary data, not text"),
        (lambda path: path.write_bytes(b"<!doctype html><body><script>x</script>"), "shows no text"),
        (os.mkfifo, "is not a regular file"),
        (lambda path: path.symlink_to(path), "is a link that leads back to itself"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_what_cannot_be_read_says_why(make: object, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "input.txt"
    assert callable(make)
    make(path)
    with pytest.raises(InputError) as caught:
        read(str(path))
    assert caught.value.reason == reason
    assert str(caught.value) == f"{path}: {reason}"


def test_a_file_is_read_verbatim_and_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"<p>a\r\nb</p>")
    (document,) = read(str(path))
    assert document.raw == "<p>a\r\nb</p>"
    assert document.source.media_type == "text/plain"
    assert document.source.notes == ()
    (tmp_path / "copy.txt").write_bytes(path.read_bytes())
    assert read(str(tmp_path / "copy.txt"))[0].id == document.id == document_from_text(document.raw).id


def test_the_samples_are_found() -> None:
    inputs, problems, notices = expand([samples()])
    assert [*problems, *notices] == []
    assert len([document for one in inputs for document in read(one.path)]) == 13
    assert {os.path.splitext(one.name)[1] for one in inputs} == {".txt", ".html", ".jsonl"}


def test_an_export_holds_many_documents(tmp_path: Path) -> None:
    text = "Un\n\nEnd of Document\nDeux à lire\n\nEnd of Document\n"
    path = tmp_path / "export.txt"
    path.write_text(text, encoding="utf-8")
    documents = read(str(path))
    assert [document.source.record for document in documents] == [0, 1]
    assert "".join(document.raw for document in documents) == text
    assert documents[1].id == hashlib.sha256("Deux à lire\n\nEnd of Document\n".encode()).hexdigest()


def test_the_first_input_that_can_be_read_is_opened_with_all_its_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text("Un\nEnd of Document\nDeux\nEnd of Document\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Trois\n", encoding="utf-8")
    inputs, documents, problems = read_first(expand([str(tmp_path)]).inputs)
    assert [one.name for one in inputs] == ["a.txt", "b.txt #1", "b.txt #2", "c.txt"]
    assert [one.record for one in inputs] == [None, 0, 1, None]
    assert {at: document.raw[:2] for at, document in documents.items()} == {1: "Un", 2: "De"}
    assert list(problems) == [0]
