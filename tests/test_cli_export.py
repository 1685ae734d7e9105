"""The commands that hand articles on with the reader's corrections in them, and the corrections themselves."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.corpus import ROOT
from tests.export.test_contract import schema
from tests.test_cli import home, run
from tui_reader.analysis.corrections.apply import apply_corrections
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import read
from tui_reader.library.connection import default_path
from tui_reader.library.status import open_library
from tui_reader.library.values import ArticleKey
from tui_reader.model import Span
from tui_reader.session.corrections import Correcting

__all__ = ["home"]  # the fixture

TEXT = """Le pont de Varenne rouvre après deux ans

Le pont a rouvert lundi devant 300 habitants venus en famille, a annoncé la mairie.

« C’est un *soulagement* », a déclaré la maire, Anne Roux, devant les 40 élus du conseil.

Partager sur Facebook
"""


@pytest.fixture
def corrected(home: Path) -> Path:
    """A file of which speaker, value, title and a block were corrected, and a quote was added."""
    path = home / "pont.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read(str(path))[0]
    article = analyse(document)
    moment = datetime(2026, 11, 29, tzinfo=UTC)
    correcting = Correcting(article, apply_corrections(article, ()), (), ArticleKey(document.id, str(path)), moment)
    start = TEXT.index("en famille")
    changes = [
        *correcting.item(article.quotes[0], {"speaker": "Paul Verdier", "role": None}),
        *correcting.item(next(one for one in article.figures if one.text == "300"), {"value": "350.0"}),
        *correcting.new_item("quote", Span(start, start + 10), {"speaker": "Odile =Granger"}),
        *correcting.article("title", "Un pont"),
        *correcting.block(article.blocks[-1]),
    ]
    library = open_library(default_path())
    library.keep([], None, changes)
    library.close()
    return path


def exported(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    status, out, err = run(capsys, "export", *words)
    assert (status, err) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


def test_corrections_are_in_what_is_exported_and_said(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [article] = exported(capsys, str(corrected))
    jsonschema.Draft202012Validator(schema()).validate(article)
    assert (article["title"], article["corrected"]) == ("Un pont", ["title"])
    added, quote = article["quotes"]
    assert (quote["speaker"], quote["role"], quote["corrected"]) == ("Paul Verdier", None, ["speaker", "role"])
    assert (added["text"], added["corrected"]) == ("en famille", ["present", "speaker"])
    assert [one["corrected"] for one in article["figures"] if one["value"] == 350] == [["value"]]
    assert [one["corrected"] for one in article["blocks"] if "corrected" in one] == [["kept"]]
    assert "Partager" in article["text"]


def test_extract_and_plain_text_have_no_corrections(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(run(capsys, "extract", str(corrected))[1])
    assert (found["title"], "corrected" in json.dumps(found)) == ("Le pont de Varenne rouvre après deux ans", False)
    assert "Paul Verdier" not in run(capsys, "--plain", str(corrected))[1]


def test_a_file_that_was_moved_or_edited_keeps_its_corrections(
    corrected: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = corrected.with_name("moved.txt")
    moved.write_bytes(corrected.read_bytes())
    assert exported(capsys, str(moved))[0]["title"] == "Un pont"
    corrected.write_text(TEXT.replace("lundi", "mardi 3 mars"), encoding="utf-8")
    [article] = exported(capsys, str(corrected))
    assert (article["title"], article["quotes"][1]["speaker"]) == ("Un pont", "Paul Verdier")


def test_markdown_and_csv_are_for_people(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "export", "--format", "markdown", str(corrected))[1]
    assert out.startswith("# Un pont\n\n(corrected: title)\n\nLe pont a rouvert")
    assert "> C’est un \\*soulagement\\*\n>\n> — Paul Verdier (corrected: speaker, role)" in out
    assert "- **300 \\[= 350\\]** — habitants" in out
    csv_path = corrected.with_name("out.csv")
    assert run(capsys, "export", "--format", "csv", "-o", str(csv_path), str(corrected)) == (0, "", "")
    rows = list(csv.DictReader(csv_path.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["title"] for row in rows} == {"Un pont"}
    assert [row["speaker"] for row in rows if row["kind"] == "quote"] == ["Odile =Granger", "Paul Verdier"]
    assert [row["corrected"] for row in rows if row["value"] == "350"] == ["title, value"]
    assert {row["sentence"][:11] for row in rows if row["words"].startswith("300")} == {"Le pont a r"}


def test_all_samples_are_exported_in_all_forms(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    samples = str(ROOT / "assets" / "samples")
    assert len(exported(capsys, samples)) >= 8
    for form in ("markdown", "csv"):
        status, out, err = run(capsys, "export", "--format", form, samples)
        assert (status, err) == (0, "")
        assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert not default_path().exists()


def test_what_cannot_be_read_or_written_is_said(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "export", "/nowhere.txt", str(corrected))
    assert (status, err.count("\n"), len(out.splitlines())) == (1, 1, 1)
    status, _out, err = run(capsys, "export", "-o", str(corrected / "x"), str(corrected))
    assert (status, err.startswith(f"tui-reader: {corrected / 'x'}: ")) == (1, True)
    bad, damaged = corrected.with_name("bad"), corrected.with_name("damaged")
    bad.mkdir()
    damaged.write_bytes(b"damaged " * 900)
    for library, reason in ((bad, "is a folder"), (damaged, "is damaged")):
        for words in (["export", str(corrected)], ["corrections"], ["clippings"]):
            status, out, err = run(capsys, words[0], "--library", str(library), *words[1:])
            assert (status, out, err) == (1, "", f"tui-reader: {library}: {reason}\n")
    assert damaged.read_bytes() == b"damaged " * 900
    assert not list(corrected.parent.glob("*.damaged-*"))


def test_a_library_is_read_where_nothing_can_be_written(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = default_path().parent
    folder.chmod(0o500)
    try:
        assert run(capsys, "corrections")[0] == 0
        assert exported(capsys, "-o", "-", str(corrected))[0]["title"] == "Un pont"
    finally:
        folder.chmod(0o700)


def test_corrections_are_printed_with_their_sentences(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "corrections")
    assert (status, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == 7
    [speaker] = [one for one in lines if one["value"] == "Paul Verdier"]
    assert (speaker["subject"], speaker["field"], speaker["before"]) == ("quote", "speaker", "Anne Roux")
    assert speaker["sentence"].startswith("« C’est un *soulagement* », a déclaré la maire")
    assert TEXT[speaker["start"] : speaker["end"]] == speaker["exact"] == "C’est un *soulagement*"
    assert speaker["path"] == str(corrected)


def test_without_a_library_there_are_none_and_none_is_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "corrections") == (0, "", "")
    assert not default_path().exists()


def test_where_articles_come_from_is_said_on_the_command_line(
    corrected: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--site", "Le Clairon", "--author", "Maud", "--date", "March 2, 2022", "--url", "https://a.example/1")
    [article] = exported(capsys, *options, str(corrected))
    said = (article["site"], article["byline"], article["published"], article["source"]["url"])
    assert said == ("Le Clairon", "Maud", "2022-03-02", "https://a.example/1")
    assert set(article["corrected"]) == {"title", "site", "byline", "published", "url"}
    for option, value in (("--date", "yesterday"), ("--url", "a.example")):
        with pytest.raises(SystemExit):
            run(capsys, "export", option, value, str(corrected))
        assert value in capsys.readouterr().err
    page = ROOT / "assets" / "samples" / "phare-de-kerlouan.html"
    assert "Le Clairon" in run(capsys, "--plain", "--site", "Le Clairon", str(page))[1]


def test_where_articles_come_from_is_said_in_the_settings(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corrected.parent / "tui-reader"
    folder.mkdir(exist_ok=True)
    config = folder / "config.toml"
    config.write_text(f'[sources]\n"{corrected.parent}" = {{ site = "Le Clairon", date = "2022-03-02" }}\n', "utf-8")
    [article] = exported(capsys, str(corrected))
    assert (article["site"], article["published"]) == ("Le Clairon", "2022-03-02")
    assert exported(capsys, "--site", "La Digue", str(corrected))[0]["site"] == "La Digue"
    [sample] = exported(capsys, str(ROOT / "assets" / "samples" / "guerre-des-phares.txt"))
    assert "corrected" not in sample


def test_what_articles_say_of_the_same_thing_is_printed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "La crue de la Sarne à Montrevel a fait {} mardi.\n\n« {} », a dit le préfet de la Haute-Sarne, Paul Verdier.\n"
    )
    for name, figure in (("a", "quatre morts"), ("b", "sept morts")):
        (home / f"{name}.txt").write_text(text.format(figure, "Nous cherchons encore les disparus"), encoding="utf-8")
    status, out, err = run(capsys, "evidence", str(home / "a.txt"), str(home / "b.txt"))
    assert (status, err) == (0, "")
    figures, quotes = map(json.loads, out.splitlines())
    assert (figures["kind"], figures["what"], figures["unit"], figures["agree"]) == ("figure", "morts", None, False)
    assert [(one["value"], one["text"]) for one in figures["items"]] == [(4, "quatre"), (7, "sept")]
    assert list(figures["items"][0]) == [
        *("path", "record", "start", "end", "text", "value", "high", "qualifier", "attribution", "published")
    ]
    assert (quotes["kind"], quotes["speaker"], quotes["agree"]) == ("quote", "Paul Verdier", True)
    assert list(quotes["items"][0]) == ["path", "record", "start", "end", "text", "speaker", "published"]
    raw = (home / "b.txt").read_text(encoding="utf-8")
    for group in (figures, quotes):
        item = group["items"][1]
        assert raw[item["start"] : item["end"]] == item["text"]
    status, out, err = run(capsys, "evidence", str(home / "a.txt"), "/nowhere.txt")
    assert (status, out, err.count("\n")) == (1, "", 1)
