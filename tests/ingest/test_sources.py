"""Named files, folders, and what cannot be read."""

import os
from pathlib import Path

import pytest

from tui_reader.errors import InputError
from tui_reader.ingest.sources import document_from_text, expand, read, samples


def test_a_folder_gives_its_text_files_by_relative_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/.hidden.txt", ".git/x.txt", "c.html", "B.txt", "a-b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Texte.")
    inputs, problems = expand([str(tmp_path)])
    assert [one.name for one in inputs] == ["B.txt", "a-b.txt", "a/z.TXT", "b.txt"]
    assert problems == []


def test_a_folder_without_texts_says_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("x")
    (tmp_path / "empty").mkdir()
    _, [pages, empty] = expand([str(tmp_path), str(tmp_path / "empty")])
    assert "1 .html" in pages.reason
    assert "no files" in empty.reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (str, "does not exist"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b" \n\r\n"), "is empty"),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "is binary data, not text"),
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
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>a\r\nb</p>")
    document = read(str(path))
    assert document.raw == "<p>a\r\nb</p>"
    assert document.source.media_type == "text/html"
    assert [note.rule for note in document.source.notes] == ["source.html"]
    (tmp_path / "copy.txt").write_bytes(path.read_bytes())
    assert read(str(tmp_path / "copy.txt")).id == document.id == document_from_text(document.raw).id


def test_the_samples_are_found() -> None:
    inputs, _ = expand([samples()])
    assert len(inputs) >= 6
