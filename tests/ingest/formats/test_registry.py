"""Which format an input is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.ingest.formats.mixed import MAKERS, make_files
from tui_reader.ingest.formats.registry import FORMATS, SUFFIXES, format_of
from tui_reader.ingest.sources import expand
from tui_reader.session.agenda import Outline
from tui_reader.session.analysis_process import InProcessAnalyser
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.loader import Loader

PAGE = "<!DOCTYPE html><title>x</title>"


@pytest.mark.parametrize(
    ("start", "path", "media_type"),
    [
        (PAGE, "a.html", "text/html"),
        (PAGE, "a.txt", "text/html"),
        (PAGE, "-", "text/html"),
        (f"\ufeff \n{PAGE}", "-", "text/html"),
        (f"<!-- saved from url=(0020)https://example.org -->\n{PAGE}", "-", "text/html"),
        (f'<?xml version="1.0" encoding="utf-8"?>\n{PAGE}', "-", "text/html"),
        (f"{'<!-- x -->' * 100}{PAGE}", "-", "text/html"),
        ("<!-- x -->" * 100, "-", "text/plain"),  # without an end, were each way tried to divide them
        ("<html lang=fr>", "-", "text/html"),
        ("<HTML>", "-", "text/html"),
        ("<p>Un fragment</p>", "a.htm", "text/html"),
        ("<p>Un fragment</p>", "-", "text/plain"),
        ("Un texte sur <html> et ses balises", "-", "text/plain"),
        ("<htmlish>", "-", "text/plain"),
        ("", "a.txt", "text/plain"),
        ("Un titre", "a.unknown", "text/plain"),
    ],
)
def test_content_decides_first_and_the_name_second(start: str, path: str, media_type: str) -> None:
    assert format_of(start.encode(), path).media_type == media_type


def test_a_folder_of_every_format_opens_whole(tmp_path: Path) -> None:
    assert set(MAKERS) == set(SUFFIXES)
    make_files(tmp_path, list(SUFFIXES), 300)
    inputs, problems, notices = expand([str(tmp_path)])
    assert (len(inputs), problems, notices) == (300, [], [])
    collection = Collection(inputs)
    loader = Loader(collection, lambda news: deliver(collection, news), raise_it, start=InProcessAnalyser)
    for index in range(300):
        deliver(collection, loader.do(Outline(index)))
    opened = collection.entries[:300]
    assert [entry.input.name for entry in opened if entry.problem is not None or not entry.title] == []
    titles = {entry.title for entry in opened if not entry.input.name.endswith(".pdf")}  # a PDF says not what is one
    assert titles == {f"Récit {number}" for number in range(300) if SUFFIXES[number % len(SUFFIXES)] != ".pdf"}
    assert len(collection) == 300 + sum(one.path.endswith(".jsonl") for one in inputs)


def deliver(collection: Collection, news: Sequence[Event]) -> None:
    for event in news:
        collection.apply(event)


def raise_it(error: Exception) -> None:
    raise error


def test_no_two_formats_claim_a_suffix() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert all(suffix == suffix.lower() for suffix in SUFFIXES)
    assert len({one.name for one in FORMATS}) == len(FORMATS)
