"""Markdown, and the fields above it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.front_matter import front_matter
from tui_reader.ingest.sources import read
from tui_reader.model import Article

TEXT = "Quarante oies ont traversé la route lundi, à la surprise de tous."
QUOTE = "« Elles sont là », a dit Anne Roux, la bergère."


def opened(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    (document,) = read(str(path))
    return analyse(document)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: Les oies\n---\nx", {"title": "Les oies"}),
        ("---\r\ntitle: Les oies\r\n...\r\nx", {"title": "Les oies"}),
        ("---\ntitle: Oies : les voilà # enfin\n---\n", {"title": "Oies : les voilà"}),
        ('---\ntitle: "Oies # \\"blanches\\"" # x\n---\n', {"title": 'Oies # "blanches"'}),
        ("---\ntitle: 'L''oie'\n---\n", {"title": "L'oie"}),
        ("---\ntags: [oies, 'route, pont', \"mer\"]\n---\n", {"tags": ["oies", "route, pont", "mer"]}),
        ("---\nauthors:\n  - Anne Roux\n  - name: Paul Diaz\n---\n", {"authors": ["Anne Roux", {"name": "Paul Diaz"}]}),
        ("---\nauthors:\n- Anne Roux\n# - Paul Diaz\ndate: 2022\n---\n", {"authors": ["Anne Roux"], "date": 2022}),
        ("---\nauthor:\n  name: Anne Roux\n  mail: x\n---\n", {"author": {"name": "Anne Roux", "mail": "x"}}),
        ("---\nsummary: >-\n  Des oies\n  en route\n---\n", {"summary": "Des oies en route"}),
        ("---\ntitle: Des oies\n  en route\n---\n", {"title": "Des oies en route"}),
        ("---\ntitle:\ndraft: false\n---\n", {"title": None, "draft": False}),
        ('+++\ntitle = "Oies"\n[params]\nauthor = "Anne"\n+++\nx', {"title": "Oies", "params": {"author": "Anne"}}),
        ("+++\ntitle = \n+++\nx", {}),
        ("---\na: &x [1]\nb: [*x, *x]\n---\n", {}),
        ("---\ndate: 2022-13-45\n---\n", {}),
        ("---\n- a\n- b\n---\n", {}),
        ("---\n\nUn texte, et rien d'autre.\n\n---\n", {}),
        ("---\ntitle: sans fin\n", {}),
        ("Les oies\n---\nUn: deux\n---\n", {}),
    ],
)  # fmt: skip
def test_the_fields_above_a_text(text: str, fields: dict[str, Any]) -> None:
    assert front_matter(text.replace("\r\n", "\n")).fields == fields


HEADS = {
    "Hugo": '+++\ntitle = "Les oies sont là"\ndate = 2022-03-02T10:00:00+01:00\nauthors = ["Anne Roux"]\n+++\n',
    "Jekyll": "---\nlayout: post\ntitle:  Les oies sont là\ndate: 2022-03-02 10:00:00 +0100\nauthor: Anne Roux\n---\n",
    "Obsidian": '---\ntitle: "Les oies sont là"\nsource: "https://a.example/oies"\nauthor:\n  - "[[Anne Roux]]"\n'
    "published: 2022-03-02\ntags:\n  - clippings\n---\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_what_the_fields_declare(head: str, tmp_path: Path) -> None:
    article = opened(tmp_path / "a.md", f"{head}{TEXT}\n\n{QUOTE}\n")
    assert (article.title, article.byline, article.published) == ("Les oies sont là", "Anne Roux", "2022-03-02")
    assert article.document.raw == f"{TEXT}\n\n{QUOTE}"
    assert article.document.declared.title is not None
    assert article.document.declared.title.origin == "field"
    assert article.document.source.media_type == "text/markdown"


def test_an_address_that_is_called_the_source_is_one(tmp_path: Path) -> None:
    article = opened(tmp_path / "a.md", f"{HEADS['Obsidian']}{TEXT}\n")
    assert (article.document.source.url, article.site) == ("https://a.example/oies", "a.example")


@pytest.mark.parametrize(("fields", "published"), [("", "2022-03-02"), ("---\ndate: 2022-03-04\n---\n", "2022-03-04")])
def test_a_file_may_have_its_day_in_its_name(fields: str, published: str, tmp_path: Path) -> None:
    assert opened(tmp_path / "2022-03-02-oies.md", f"{fields}{TEXT}\n").published == published


def test_the_first_heading_is_the_title_where_no_field_is(tmp_path: Path) -> None:
    article = opened(tmp_path / "a.markdown", f"# Les oies sont là\n\n{TEXT}\n\n## Et après ?\n\n{QUOTE}\n")
    assert article.title == "Les oies sont là"
    assert article.text == f"{TEXT}\n\nEt après ?\n\n{QUOTE}"
    assert [quote.speaker for quote in article.quotes] == ["Anne Roux"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Un *mot* et **deux**,\nou `trois`", "Un mot et deux, ou trois"),
        ("Un [lien](https://a.example 'x') et ![une image](a.png)", "Un lien et"),
        ("> Un\n> mot\n\nDeux", "Un mot\n\nDeux"),
        ("- un\n- deux\n\n1. trois", "un\n\ndeux\n\ntrois"),
        ("Un\n==\n\nDeux\n--", "Un\n\nDeux"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"),
        ("~~un~~ deux &amp; trois \\* quatre", "un deux & trois * quatre"),
        ("```\nun *mot*\n```", "un *mot*"),
        ("Un <b>mot</b><!--more--><script>x</script>", "Un mot"),
        ("{{< figure src=\"a.png\" >}}\nUn mot {% include x %}\n{: .lead}", "Un mot"),
        ("Un [[mot]] et [[note|deux]] ![[a.png]]", "Un mot et deux"),
        ("> [!note]- Un titre\n> Un mot", "Un titre\n\nUn mot"),
        ("> [!note]\n> Un mot", "Un mot"),
        ("* TOC\n{:toc}\n\nUn mot", "Un mot"),
        ("Un mot[^1], deux.\n\n[^1]: Trois.\n\nQuatre", "Un mot[1], deux.\n\nQuatre\n\nTrois."),
        ("Un ==mot==, a == b", "Un mot, a == b"),
    ],
)  # fmt: skip
def test_the_text_is_what_is_shown(text: str, raw: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert [document.raw for document in read(str(path))] == [raw]


HURTING = {
    "brackets": "[" * 1_000_000,
    "pictures": "![" * 500_000,
    "paragraphs": "a\n\n" * 300_000,
    "quotations": "> " * 45_000 + "a",
    "stars": "*a " * 30_000,
    "fields": "---\na: [" + '"' * 90_000 + "\n---\na",
    "links to notes": "[[" * 45_000 + "a",
    "templates": "{{<" * 90_000,
    "cells": "a|b\n-|-\n" + "|" * 90_000,
}


@pytest.mark.parametrize("text", HURTING.values(), ids=HURTING)
def test_markdown_made_to_hurt_is_read_in_time(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{text}\n\n{TEXT}\n", encoding="utf-8")
    start = time.process_time()
    (document,) = read(str(path))
    assert TEXT in document.raw
    assert time.process_time() - start < 5
