"""Which format an input is taken for."""

from __future__ import annotations

import pytest

from tui_reader.ingest.formats.registry import FORMATS, SUFFIXES, format_of

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


def test_no_two_formats_claim_a_suffix() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert all(suffix == suffix.lower() for suffix in SUFFIXES)
    assert len({one.name for one in FORMATS}) == len(FORMATS)
