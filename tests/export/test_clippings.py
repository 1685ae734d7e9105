"""Clippings in every format: what is printed, and that each format's own parser gives the words back."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from tests.export.goldens import speaking
from tui_reader.display import display_lines
from tui_reader.export.clippings import FORMATS
from tui_reader.export.clippings.dossier import as_html
from tui_reader.export.clippings.markdown import as_markdown
from tui_reader.export.clippings.records import as_csv, as_json
from tui_reader.export.wording import MARK_NAMES
from tui_reader.library.values import ArticleKey, Clipping, ClippingMark
from tui_reader.model import Excerpt, ExcerptKind, Qualifier, Reference, Span, TextQuote

OIES = Reference("Maud Terrasse", "Les oies & nous", "Le Clairon", "2022-03-02", "https://a.example/1?b=2&c=3", "fr")
HARBOUR = Reference("Tom Hale", "The wall", "The Herald", "2024-11-05", "https://b.example/wall", "en")
QUOTE = Excerpt("quote", "Ce n’est « pas » fini", OIES, speaker="Anne Roux", role="maire", is_inferred=True)
FIGURE = Excerpt("figure", "6,5 millions d’euros", OIES, what="dégâts", given_by="la police", qualifier="about")
PASSAGE = Excerpt("passage", "It fell in a night.\n\nNobody saw it.", HARBOUR)
BARE = Excerpt("quote", "Non")


def clipping(excerpt: Excerpt, heading: str = "", **known: Any) -> Clipping:
    place = (Span(3, 9), TextQuote("exact words", "before ", " after"), 12, "2026-11-29T05:50:00+00:00")
    where = known.pop("where", ArticleKey("d" * 64, url=excerpt.reference.url))
    return replace(Clipping("c" * 32, excerpt, where, *place, heading=heading), **known)


IN_FILE = ArticleKey("d" * 64, path="/home/me/press/oies.txt")
IN_ARCHIVE = ArticleKey("d" * 64, path="/home/me/press/archive.jsonl", record=3)
KEPT = [
    clipping(BARE, where=IN_FILE),
    clipping(QUOTE, "La baie", where=IN_FILE, mark="checked"),
    clipping(FIGURE, "La baie", note="À recouper.\n\nSans réponse.", mark="wrong", position=1.5),
    clipping(PASSAGE, "Suites # 2", where=IN_ARCHIVE),
]


def test_markdown() -> None:
    with speaking("fr"):
        assert as_markdown(KEPT) == (
            "> Non\n\n`/home/me/press/oies.txt:12`\n\n"
            "## La baie\n\n"
            "> Ce n’est « pas » fini\n>\n"
            "> — Anne Roux, maire, Maud Terrasse, [Les oies & nous](https://a.example/1?b=2&c=3), *Le Clairon*, "
            "2022-03-02\n\n`/home/me/press/oies.txt:12` · vérifié\n\n"
            "environ **6,5 millions d’euros** — dégâts (la police), citée par Maud Terrasse, "
            "[Les oies & nous](https://a.example/1?b=2&c=3), *Le Clairon*, 2022-03-02\n\n"
            "faux\n\nÀ recouper.\n\nSans réponse.\n\n"
            "## Suites \\# 2\n\n"
            "> It fell in a night.\n>\n> Nobody saw it.\n>\n"
            "> — Tom Hale, [The wall](https://b.example/wall), *The Herald*, 2024-11-05\n\n"
            "`/home/me/press/archive.jsonl#4`\n"
        )


def test_each_heading_stands_once() -> None:
    kept = [clipping(replace(BARE, words=words), heading) for words, heading in (("1", "a"), ("2", "A"), ("3", "a"))]
    assert as_markdown(kept) == "## a\n\n> 1\n\n> 3\n\n## A\n\n> 2\n"


@pytest.mark.parametrize(
    ("path", "code"),
    [("/a.txt", "`/a.txt:12`"), ("/a`b``.txt", "```/a`b``.txt:12```"), ("`a.txt", "`` `a.txt:12 ``")],
)
def test_a_path_stands_between_code_marks(path: str, code: str) -> None:
    markdown = as_markdown([clipping(BARE, where=ArticleKey(path=path))])
    assert markdown.endswith(f"\n\n{code}\n")
    assert f"<code>{path}:12</code>" in MarkdownIt().render(markdown)


def test_nothing_kept() -> None:
    assert as_markdown([]) == "\n"
    assert json.loads(as_json([])) == []
    assert len(rows(as_csv([]))) == 1
    assert "<table" not in as_html([])


def schema() -> dict[str, Any]:
    """The schema as the package ships it."""
    text = resources.files("tui_reader.export.clippings").joinpath("clippings.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def leaves(value: Any) -> Iterator[Any]:
    """Everything that a value holds, its fields and theirs."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from leaves(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def test_json_keeps_to_the_schema_and_leaves_nothing_out() -> None:
    records = json.loads(as_json(KEPT))
    jsonschema.Draft202012Validator.check_schema(schema())
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(records)) == []
    for kept, record in zip(KEPT, records, strict=True):
        assert sorted(map(repr, leaves(kept))) == sorted(map(repr, record.values()))
    assert (records[1]["words"], records[1]["speaker"], records[1]["title"]) == (
        "Ce n’est « pas » fini",
        "Anne Roux",
        "Les oies & nous",
    )
    assert (records[3]["record"], records[3]["line"], records[3]["start"], records[3]["end"]) == (3, 12, 3, 9)


def test_the_schema_names_all_fields_and_their_values() -> None:
    item = schema()["items"]
    assert list(json.loads(as_json(KEPT))[0]) == item["required"] == list(item["properties"])
    assert item["properties"]["kind"]["enum"] == list(get_args(ExcerptKind))
    assert item["properties"]["qualifier"]["enum"] == [*get_args(Qualifier), None]
    assert item["properties"]["mark"]["enum"] == [*get_args(ClippingMark), None]
    assert list(MARK_NAMES) == list(get_args(ClippingMark))


def rows(table: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=delimiter, strict=True))


@pytest.mark.parametrize(("language", "delimiter"), [("en", ","), ("fr", ";")])
def test_csv(language: str, delimiter: str) -> None:
    with speaking(language):
        table = as_csv(KEPT)
    assert table.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert table.count('"') == 2 * (1 + len(KEPT)) * len(schema()["items"]["required"])
    names, *others = rows(table, delimiter)
    assert names == schema()["items"]["required"]
    records = [dict(zip(names, row, strict=True)) for row in others]
    assert [record["words"] for record in records] == [kept.excerpt.words for kept in KEPT]
    assert [record["is_inferred"] for record in records] == ["false", "true", "false", "false"]
    assert (records[0]["speaker"], records[2]["position"], records[3]["record"]) == ("", "1.5", "3")


@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "+1", "-1 %", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n+1"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    kept = clipping(replace(BARE, words=words, speaker=words), words, note=words)
    _names, cells = rows(as_csv([kept]))
    guarded = [cell for cell in cells if cell.startswith("'")]
    assert guarded == ["'" + display_lines(words)] * 4


@pytest.mark.parametrize("words", ["1 = 1", "’tis", "a\tb", "5-4", "«\u00a0=\u00a0»"])
def test_a_cell_that_is_no_formula_stays(words: str) -> None:
    _names, cells = rows(as_csv([clipping(replace(BARE, words=words))]))
    assert display_lines(words) in cells


def test_the_dossier() -> None:
    with speaking("fr"):
        page = LexborHTMLParser(as_html(KEPT, date(2026, 11, 29)))
    assert page.root is not None
    assert page.root.attributes["lang"] == "fr"
    assert texts(page, "title") == texts(page, "h1") == ["Revue de presse"]
    assert texts(page, "h2") == ["Sommaire", "La baie", "Suites # 2", "Chiffres"]
    assert texts(page, "header p") == ["établie le 2026-11-29 · 4 extraits"]
    assert texts(page, "nav li") == ["La baie 2", "Suites # 2 1", "Chiffres"]
    assert texts(page, "blockquote") == [
        "«\u00a0Non\u00a0»", "«\u00a0Ce n’est “pas” fini\u00a0»", "“It fell in a night.Nobody saw it.”"
    ]  # fmt: skip
    assert texts(page, "blockquote p")[2:] == ["“It fell in a night.", "Nobody saw it.”"]
    assert [quote.attributes.get("lang") for quote in page.css("blockquote")] == [None, "fr", "en"]
    assert texts(page, ".speaker") == ["— Anne Roux, maire (déduit)"]
    assert texts(page, ".figure") == ["environ 6,5 millions d’euros — dégâts (la police)"]
    assert texts(page, ".source") == [
        "oies.txt:12",
        "Maud Terrasse, Les oies & nous, Le Clairon, 2022-03-02, oies.txt:12",
        "citée par Maud Terrasse, Les oies & nous, Le Clairon, 2022-03-02",
        "Tom Hale, The wall, The Herald, 2024-11-05, archive.jsonl#4",
    ]
    assert texts(page, ".clipping .mark") == ["vérifié", "faux"]
    assert texts(page, ".note p") == ["Note", "À recouper.", "Sans réponse."]
    assert texts(page, "th") == ["Chiffre", "Quoi", "Donné par", "Source"]
    assert texts(page, "td") == [
        "environ 6,5 millions d’euros faux", "dégâts", "la police", "Les oies & nous, Le Clairon"
    ]  # fmt: skip
    assert [link.attributes["href"] for link in page.css(".clipping a")] == [OIES.url, OIES.url, HARBOUR.url]


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text() for node in page.css(selector)]


def test_a_dossier_without_headings_has_no_contents_and_is_of_today() -> None:
    page = LexborHTMLParser(as_html([clipping(QUOTE)]))
    assert (page.css("nav"), texts(page, "h2"), texts(page, "table")) == ([], [], [])
    assert texts(page, "header time") == [date.today().isoformat()]


@pytest.mark.parametrize(
    ("language", "tag"),
    [("fr", "fr"), ("pt-BR", "pt-BR"), ("French, mostly", None), ('fr" title="', None), (None, None)],
)
def test_the_language_of_words_is_told_by_its_tag(language: str | None, tag: str | None) -> None:
    page = LexborHTMLParser(as_html([clipping(replace(QUOTE, reference=replace(OIES, language=language)))]))
    assert [node.attributes.get("lang") for node in page.css("blockquote, .source span")] == [tag, tag]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,a", "file:///etc/passwd", " https://a.example", "//a"]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    kept = clipping(replace(FIGURE, reference=replace(OIES, url=url, title=None)))
    assert all(link.attributes["href"] == "https://a.example" for link in LexborHTMLParser(as_html([kept])).css("a"))
    assert url.strip() in texts(LexborHTMLParser(as_html([kept])), ".source")[0]
    assert not re.search(r'href="(?!https://a\.example")', MarkdownIt().render(as_markdown([kept])))


HOSTILE = [
    "\x00", "\x07", "\x1b[2J", "\x9b", "\x7f", "\u200b", "\u202e", "\u2066", "\u2028", "\u2029", "\x85", "\ufeff",
    "\ud800", "\r", "\n", "\n\n", "\t", " ", "    ", "\u00a0", "=cmd()", "+", "-", "@", "\"", "'", ",", ";", "«",
    "»", "“", "”", "</style>", "</title>", "<script>", "<!--", "-->", "]]>", "&amp;", "&lt;", "&#0;", "&", "`", "```",
    "~~~", "~", "*", "**", "_", "# ", "> ", "---", "===", "1. ", "2)", "[a](b)", "![", "](", "|", "\\", "{}",
    "<b>", "$", "a", "été", "1",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=12).map("".join)
KINDS = st.sampled_from(get_args(ExcerptKind))


@st.composite
def hostile_clippings(draw: st.DrawFn) -> list[Clipping]:
    """Clippings whose every text holds whatever."""
    reference = Reference(*(draw(TEXTS | st.none()) for _field in Reference.__struct_fields__))
    reference = replace(reference, url=draw(TEXTS.map("https://a.example/".__add__) | TEXTS | st.none()))
    excerpt = Excerpt(
        draw(KINDS), draw(TEXTS), reference, draw(TEXTS), draw(TEXTS), True, draw(TEXTS), None, draw(TEXTS)
    )
    where = ArticleKey(path=draw(TEXTS | st.none()), url=draw(TEXTS))
    quote = TextQuote(draw(TEXTS), draw(TEXTS), draw(TEXTS))
    kept = clipping(
        excerpt, draw(TEXTS), where=where, quote=quote, note=draw(TEXTS), mark=draw(st.sampled_from(list(MARK_NAMES)))
    )
    return [kept, clipping(BARE, "After")]


def shown(text: str) -> str:
    """What is seen of a text: blanks are all alike."""
    return " ".join(display_lines(text).split())


def shown_texts(kept: Clipping) -> list[str]:
    """What people must find of a clipping on a page, the words apart."""
    excerpt = kept.excerpt
    who = [excerpt.what, excerpt.given_by] if excerpt.kind == "figure" else [excerpt.speaker, excerpt.role]
    texts = [*who, excerpt.reference.author, excerpt.reference.title, excerpt.reference.site, kept.heading, kept.note]
    return [shown(text) for text in texts if text]


@given(hostile_clippings())
@settings(deadline=None)
def test_json_gives_every_text_back(kept: list[Clipping]) -> None:
    text = as_json(kept)
    assert text == display_lines(text)
    for one, record in zip(kept, json.loads(text), strict=True):
        assert whole_characters(list(record.values())) == whole_characters([record_value(one, name) for name in record])


def record_value(kept: Clipping, name: str) -> Any:
    """The value of a field, found by its name."""
    if name == "source_url":
        return kept.where.url
    places = (kept, kept.excerpt, kept.excerpt.reference, kept.where, kept.span, kept.quote)
    return next(getattr(place, name) for place in places if hasattr(place, name))


def whole_characters(values: list[Any]) -> list[Any]:
    """JSON reads two surrogates that meet as the one character that they stand for."""
    encoded = [value.encode("utf-16", "surrogatepass") if isinstance(value, str) else value for value in values]
    return [value.decode("utf-16", "surrogatepass") if isinstance(value, bytes) else value for value in encoded]


@given(hostile_clippings())
@settings(deadline=None)
def test_csv_gives_every_text_back(kept: list[Clipping]) -> None:
    table = as_csv(kept).removeprefix("\ufeff")
    assert table == display_lines(table)
    names, *others = rows(table)
    assert len(others) == len(kept)
    for one, row in zip(kept, others, strict=True):
        for name, cell in zip(names, row, strict=True):
            value = record_value(one, name)
            if isinstance(value, str):
                assert cell.removeprefix("'") == display_lines(value).removeprefix("'")
                assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(hostile_clippings())
@settings(deadline=None)
def test_markdown_gives_every_text_back(kept: list[Clipping]) -> None:
    markdown = as_markdown(kept)
    assert markdown == display_lines(markdown)
    page = LexborHTMLParser(MarkdownIt().enable("table").enable("strikethrough").render(markdown))
    assert page.body is not None
    text = shown(page.body.text())
    assert all(part in text for part in (shown(kept[0].excerpt.words), *shown_texts(kept[0])))
    assert {node.tag for node in page.body.traverse()} <= {"body", "h2", "p", "blockquote", "a", "em", "strong", "code"}
    assert list(map(shown, texts(page, "h2"))) == [*filter(None, [shown(kept[0].heading)]), "After"]
    assert page.css("blockquote")[-1].text().strip() == "Non"


@given(hostile_clippings())
@settings(deadline=None)
def test_the_dossier_gives_every_text_back_and_nothing_on_it_acts(kept: list[Clipping]) -> None:
    html = as_html(kept)
    assert html == display_lines(html)
    page = LexborHTMLParser(html)
    body = page.body
    assert body is not None
    text = shown(body.text(separator=" "))
    assert all(part in text for part in shown_texts(kept[0]))
    words = shown(page.css(".clipping blockquote, .clipping .figure strong")[0].text(separator="\n"))
    assert letters(words) == letters(shown(kept[0].excerpt.words))
    assert {node.tag for node in body.traverse()} <= {
        "body", "header", "nav", "main", "section", "article", "h1", "h2", "ol", "li", "blockquote", "div", "p", "span",
        "strong", "cite", "time", "code", "a", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert [node.tag for node in page.css("head *")] == ["meta", "meta", "meta", "meta", "title", "style"]
    assert page.css("meta")[1].attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    ids = {f"#{node.attributes['id']}" for node in page.css("[id]")}
    for node in body.traverse():
        assert set(node.attributes) <= {"class", "lang", "id", "href", "rel", "datetime", "scope"}
        href = node.attributes.get("href")
        if href and href not in ids:
            assert re.match("https?://", href, re.IGNORECASE)
            assert node.attributes["rel"] == "noreferrer"


def letters(text: str) -> str:
    """A text without quotation marks, which those of a quote inside change."""
    return re.sub(r"[«»“”‘’\s]", "", text)


def test_the_style_sheet_loads_nothing() -> None:
    style = resources.files("tui_reader.export.clippings").joinpath("dossier.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|expression|</", style)
    assert all(rule in style for rule in ("prefers-color-scheme: dark", "@media print", "break-inside: avoid"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_one_line_end_and_takes_many_clippings(name: str) -> None:
    text = FORMATS[name]([clipping(FIGURE, f"{number // 50}") for number in range(2_000)])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.count("6,5 millions") >= 2_000


CHROMIUM = shutil.which("chromium")


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_a_browser_shows_and_prints_the_dossier(tmp_path: Path) -> None:
    """No policy is broken, and each clipping that is printed stands on one page."""
    long = replace(QUOTE, words=" ".join(["Nous irons jusqu’au bout."] * 20))
    kept = [clipping(replace(long, speaker=f"First{n}Last"), "La baie", note=f"Note{n}.") for n in range(30)]
    page, pdf = tmp_path / "dossier.html", tmp_path / "dossier.pdf"
    page.write_text(as_html([*kept, *KEPT[2:]]), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    options += ["--enable-logging=stderr", "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]
    done = subprocess.run(
        [str(CHROMIUM), *options, page.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    assert "CONSOLE" not in done.stderr
    pages = ["".join(one.extract_text().split()) for one in PdfReader(pdf).pages]
    assert len(pages) > 5
    for number in range(len(kept)):
        assert any(f"First{number}Last" in text and f"Note{number}." in text for text in pages)
