"""The index: what it finds, what it refuses, and that it heals itself."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_reader.analysis import pipeline
from tui_reader.analysis.lexicon import language_of, languages
from tui_reader.analysis.pipeline import analyse, unanalysed
from tui_reader.errors import InputError, LibraryError, QueryError
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.input_list import STDIN
from tui_reader.ingest.sources import document_from_text, read
from tui_reader.library.connection import default_index_path
from tui_reader.library.index import rows
from tui_reader.library.index.excerpts import LONGEST_SENTENCE, best_sentence, sentence_of_quote
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.query import read_query
from tui_reader.library.index.query_fields import FIELDS
from tui_reader.library.index.rows import decoded, encoded, row_of
from tui_reader.library.index.store import FileStamp, Index
from tui_reader.library.status import open_library
from tui_reader.library.values import (
    ArticleKey,
    KeepText,
    KeptText,
    RemoveText,
    RestoreText,
    Status,
    StatusChange,
)
from tui_reader.model import Article, Document, Span
from tui_reader.session import indexing
from tui_reader.session.indexing import Progress, index_files, index_texts, process_pool

TEXTS = {
    "pont.txt": "Le pont de Varenne rouvre\n\nPar Maud Terrasse\n\nLe 2 mars 2022\n\n"
    "Le pont a rouvert devant 300 habitants. « C’est un soulagement », a dit Anne Roux. "
    "Les travaux ont coûté 3 millions d’euros.\n",
    "crue.txt": "La crue de la Sarne\n\nLa crue a fait quatre morts et 20 blessés à Montrevel, dans l’été. "
    "« Le pont tient », a dit Paul Verdier. L’eau monte encore.\n",
    "lido.txt": "Council saves the lido\n\nThe council voted to keep the lido open on Tuesday, "
    "after 6,200 people had signed a petition to save it, the mayor said.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "press"
    home.mkdir()
    for name, text in TEXTS.items():
        (home / name).write_text(text, encoding="utf-8")
    return home


def files(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.iterdir())


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Iterator[Index]:
    library = open_library(tmp_path / "library")
    document = read(str(folder / "crue.txt"))[0]
    library.keep([StatusChange(ArticleKey(document.id), Status(read=True, starred=True))])
    library.close()
    with contextlib.closing(open_index(tmp_path / "index", tmp_path / "library")) as opened:
        index_files(opened, files(folder), USUAL_NAMES)
        yield opened


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("pont", "pont crue"),  # the title weighs more
        ("PONT varenne", "pont"),
        ("ete", "crue"),  # without accents
        ("eau", "crue"),  # behind an elision
        ("l'eau", "crue"),
        ('"pont de varenne"', "pont"),
        ('"varenne pont"', ""),
        ("pont -crue", "pont"),
        ("pont NOT crue", "pont"),
        ("crue OR lido", "crue lido"),
        ("(crue OR varenne) pont", "crue pont"),
        ("council*", "lido"),
        ("counc", ""),
        ("speaker:roux", "pont"),
        ("speaker:verdier said:pont", "crue"),
        ("speaker:roux said:pont", ""),  # not of one quote
        ('said:"c\'est un soulagement"', "pont"),
        ("author:terrasse", "pont"),
        ("figure:300", "pont"),
        ("figure:>300", "lido pont"),
        ("figure:>=300 counts:habitants", "pont"),
        ("figure:[2 TO 25] counts:morts", "crue"),
        ("counts:tués", "crue"),  # a synonym of the lexicon
        ("counts:morts figure:20", ""),  # not of one figure
        ("unit:eur", "pont"),
        ("unit:usd", ""),
        ("unit:eur -unit:eur", ""),
        ("figure:3000000 unit:EUR", "pont"),
        ("unit:euros", "pont"),  # by its name in any language
        ("unit:€", "pont"),
        ("unit:pounds", ""),
        ("figure:300€", ""),  # with its unit, a value is of that unit
        ('figure:"3 millions d\'euros"', "pont"),
        ("figure:>=3000000€", "pont"),
        ("figure:>3M€", ""),
        ("figure:3 000 000 €", "pont"),
        ("figure:6,200", "lido"),  # thousands, as English has them
        ("figure:>=6,000", "lido pont"),
        ("rivière OR lang:en", "lido"),  # one side of an OR has no words
        ("pont OR lang:en", "crue lido pont"),
        ("-pont OR pont", "crue lido pont"),
        ("speaker:roux OR has:figures", "crue lido pont"),
        ("chiffre:>2 000 000 rivière", ""),
        ("figure:>6 000 petition", "lido"),
        ("figure:300 000", ""),
        ("after:2022 300", "pont"),  # no amount
        ("figure:[2M€ TO 4M€]", "pont"),
        ("on:2022", "pont"),
        ("on:2022-03-02", "pont"),
        ("after:2022-03-02", "pont"),
        ("before:2022-03-02", ""),
        ("lang:en", "lido"),
        ("lang:English", "lido"),
        ("lang:de", ""),
        ("langue:anglais", "lido"),
        ("has:quotes", "crue pont"),
        ("has:figures -has:quotes", "lido"),
        ("is:starred", "crue"),
        ("is:unread", "lido pont"),
        ("is:clipped", ""),
        ("apre\u0300s:2022", "pont"),
        ("est:e\u0301toile\u0301", "crue"),
        ("author:\udcff", ""),
        ("qui:roux", "pont"),
        ("QUI:verdier dit:pont", "crue"),
        ("unité:EUR chiffre:3000000", "pont"),
        ("crue OU lido", "crue lido"),
        ("pont ET crue", "crue"),
        ('"crue OU lido"', ""),
        ("chiffre:≥3000000", "pont"),
        ("unite:eur", "pont"),
        ("compte:tués", "crue"),
        ("après:2022 avant:2023 auteur:terrasse le:2022-03", "pont"),
        ("langue:en", "lido"),
        ("est:étoilé", "crue"),
        ("est:non-lu", "lido pont"),
        ("a:citations", "crue pont"),
        ("a:chiffres -has:citations", "lido"),
        ("", ""),
        ("&&", ""),
        ("😀", ""),
        ("*", ""),
    ],
)
def test_what_a_query_finds(index: Index, query: str, names: str) -> None:
    found = [Path(hit.path or "").stem for hit in index.search(query)]
    assert (found if query == "pont" else sorted(found)) == (
        names.split() if query == "pont" else sorted(names.split())
    )


@pytest.mark.parametrize(
    ("query", "item", "sentence", "marked"),
    [
        ("speaker:roux", "quote: C’est un soulagement", "« C’est un soulagement », a dit Anne Roux.", ["Roux"]),
        (
            "speaker:verdier said:pont",
            "quote: Le pont tient",
            "« Le pont tient », a dit Paul Verdier.",
            ["pont", "Verdier"],
        ),
        (
            "pont speaker:roux -speaker:verdier",
            "quote: C’est un soulagement",
            "« C’est un soulagement », a dit Anne Roux.",
            ["Roux"],
        ),
        (
            "counts:tués OR speaker:roux",
            "quote: C’est un soulagement",
            "« C’est un soulagement », a dit Anne Roux.",
            ["Roux"],
        ),
        (
            "unit:eur",
            "figure: 3 millions d’euros",
            "Les travaux ont coûté 3 millions d’euros.",
            ["3 millions d’euros"],
        ),
        (
            "counts:morts",
            "figure: quatre",
            "La crue a fait quatre morts et 20 blessés à Montrevel, dans l’été.",
            ["quatre"],
        ),
        ("-speaker:verdier soulagement", "", "« C’est un soulagement », a dit Anne Roux.", ["soulagement"]),
    ],
)
def test_a_quote_or_a_figure_that_is_asked_for_is_what_is_found(
    index: Index, query: str, item: str, sentence: str, marked: list[str]
) -> None:
    hit = next(hit for hit in index.search(query) if "lido" not in (hit.path or "") and (not item or hit.item))
    assert hit.words == sentence
    assert [span.of(hit.words) for span in hit.hits] == marked
    assert (f"{hit.item.kind}: {hit.item.words}" if hit.item else "") == item


def test_a_figure_of_the_title_alone_is_shown_there(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt"
    path.write_text("Crue de la Sarne : 14 morts\n\nLa crue est finie. En 1995, elle avait noyé 3 oies.\n", "utf-8")
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        index_files(index, [str(path)], USUAL_NAMES)
        [hit] = index.search("counts:morts figure:14")
    assert hit.words == "Crue de la Sarne : 14 morts"
    assert [span.of(hit.words) for span in hit.hits] == ["14"]


def test_a_score_has_two_values_and_none_between(tmp_path: Path) -> None:
    match = tmp_path / "match.txt"
    match.write_text("Match à Brec\n\nLes Brecquois se sont imposés 11-4 samedi soir devant leur public.\n")
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        index_files(index, [str(match)], USUAL_NAMES)
        found = {query: len(index.search(query)) for query in ("figure:11", "figure:4", "figure:7", "figure:>11")}
    assert found == {"figure:11": 1, "figure:4": 1, "figure:7": 0, "figure:>11": 0}


def test_the_last_word_is_the_beginning_of_one_while_it_is_typed(index: Index) -> None:
    assert [Path(hit.path or "").stem for hit in index.search("counc", typing=True)] == ["lido"]
    assert index.search("counc ", typing=True) == []
    assert index.search("counc lido", typing=True) == []
    for query in ("lido c", "lido speaker:r", "lido unit:e"):  # one letter tells nothing
        assert [Path(hit.path or "").stem for hit in index.search(query, typing=True)] == ["lido"]


def test_a_result_has_its_head_and_its_words_with_the_hits(index: Index, folder: Path) -> None:
    [hit] = index.search("habitants rouvert soulagement")
    assert (hit.path, hit.record, hit.title, hit.day) == (
        str(folder / "pont.txt"),
        None,
        "Le pont de Varenne rouvre",
        "2022-03-02",
    )
    assert hit.words == "Le pont a rouvert devant 300 habitants."
    assert [span.of(hit.words) for span in hit.hits] == ["rouvert", "habitants"]


@pytest.mark.parametrize(
    ("text", "sought", "sentence", "hits"),
    [
        ("Un chat. Un chien et un chat.\n\nRien.", ["chien", "chat"], "Un chien et un chat.", ["chien", "chat"]),
        ("Un chat. Un chien.", ["chien"], "Un chien.", ["chien"]),
        ("Un château. Un chat.", ["chat"], "Un château.", ["chât"]),  # it may be the beginning of a word
        ("Un rachat. Un été.", ["chat", "ete"], "Un été.", ["été"]),  # no part of a word
        ("Un chat.\n\nUn chien.", ["rien"], "Un chat.", []),
        ("", ["rien"], "", []),
        (f"{'mot ' * 100}chat {'mot ' * 100}", ["chat"], None, ["chat"]),
    ],
)
def test_the_best_sentence(text: str, sought: list[str], sentence: str | None, hits: list[str]) -> None:
    found, places, focus = best_sentence(text, sought)
    assert [place.of(found) for place in places] == hits
    assert focus.of(found) == "".join(hits[:1])
    is_part = found.startswith("…mot ") and len(found) <= LONGEST_SENTENCE + 2
    assert found == sentence or (sentence is None and is_part)


def test_of_a_long_quote_its_beginning_is_in_sight_unless_something_inside_is_sought() -> None:
    quote = "Il faut " + "tenir encore, et " * 20 + "attendre les renforts"
    text = f"Avant cela, la nuit fut calme et longue. « {quote} », a dit Anne Roux. Plus rien.\n\nEncore."
    place = Span(text.index(quote), text.index(quote) + len(quote))
    words, hits, focus = sentence_of_quote(text, place, ["roux"])
    assert (words[:9], hits, focus.of(words)[:15]) == ("« Il faut", (), "Il faut tenir e")
    words, hits, focus = sentence_of_quote(text, place, ["renforts", "roux"])
    assert [hit.of(words) for hit in hits] == ["renforts", "Roux"]
    assert focus.of(words) == "renforts"
    short = "« Le pont tient », a dit Anne Roux."
    words, hits, focus = sentence_of_quote(short, Span(2, 15), ["roux"])
    assert (words, [hit.of(words) for hit in hits], focus.of(words)) == (short, ["Roux"], "Le pont tient")


@pytest.mark.parametrize(
    ("query", "position", "reason"),
    [
        ("(pont", 5, "something is missing at the end"),
        ("pont AND", 8, "something is missing at the end"),
        ("a ) b", 2, "is not understood"),
        ('a "b', 2, "is not understood"),
        ("a~2", 0, "is not understood"),
        ("/a/", 0, "is not understood"),
        ("figure:/a/", 0, "figure must be a number, as 300, >300 or [3 TO 5]"),
        ("figure:nan", 0, "figure must be a number, as 300, >300 or [3 TO 5]"),
        ("pont figure:x", 5, "figure must be a number, as 300, >300 or [3 TO 5]"),
        ("after:hier", 0, "after must be a day, a month or a year, year first"),
        ("is:red", 0, "is does not know red"),
        ("pont lang:klingon", 5, "lang does not know klingon"),
        ("after:2024-13-45", 0, "after must be a day, a month or a year, year first"),
        ('speaker:""', 0, "speaker must be a word or a phrase"),
        ("foo:a", 0, "foo is no field"),
        ("speaker:(a b)", 0, "speaker must be a word or a phrase"),
        ("(" * 200, 200, "something is missing at the end"),
        ("(" * 40 + "a" + ")" * 40, 31, "too much stands inside something else"),
        ("NOT " * 3000 + "a", 4000, "the query is too long"),
        ("-(" * 90 + "a" + ")" * 90, 31, "too much stands inside something else"),
        ('qui:x speaker:""', 6, "speaker must be a word or a phrase"),
        ('qui:""', 0, "qui must be a word or a phrase"),
    ],
)
def test_a_wrong_query_says_what_is_wrong_and_where(query: str, position: int, reason: str) -> None:
    with pytest.raises(QueryError) as caught:
        read_query(query)
    assert (caught.value.position, str(caught.value)) == (position, f"character {position + 1}: {reason}")


PIECES = [
    '"',
    "(",
    ")",
    "*",
    "-",
    ":",
    "OR",
    "AND",
    "NOT",
    "TO",
    "[",
    "]",
    ">",
    "<",
    "~",
    "^",
    "\\",
    "\0",
    "'",
    "a",
    " ",
    "é",
    "%",
    "_",
    "3",
]
FIELD_NAMES = [f"{name}:" for name in FIELDS]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.lists(st.sampled_from(PIECES + FIELD_NAMES), max_size=9).map("".join), typing=st.booleans())
def test_no_query_makes_an_error_of_sqlite(index: Index, query: str, typing: bool) -> None:
    with contextlib.suppress(QueryError):
        index.search(query, typing=typing)


def test_an_article_opens_as_it_was_analysed(index: Index, folder: Path) -> None:
    for path in files(folder):
        article = analyse(read(path)[0])
        assert index.article(article.document.id) == article
    assert index.article("unknown") is None
    assert decoded(encoded(article)) == article


def test_only_what_has_changed_is_read_again(index: Index, folder: Path) -> None:
    assert index_files(index, files(folder), USUAL_NAMES) == Progress(3, 3, unchanged=3)
    os.utime(folder / "pont.txt", (1, 1))  # another time, the same bytes
    assert index_files(index, files(folder), USUAL_NAMES) == Progress(3, 3, unchanged=3)
    (folder / "lido.txt").write_text(TEXTS["pont.txt"], encoding="utf-8")  # a copy of another one
    (folder / "crue.txt").unlink()
    progress = index_files(index, files(folder), USUAL_NAMES)
    assert (progress.articles, progress.unchanged, progress.gone) == (1, 1, 1)
    assert len(index) == 1
    (folder / "pont.txt").unlink()
    index_files(index, files(folder), USUAL_NAMES)
    assert [hit.path for hit in index.search("pont")] == [str(folder / "lido.txt")]
    assert index.search("crue") == []


def test_what_cannot_be_read_is_said_and_costs_no_other(index: Index, folder: Path) -> None:
    (folder / "pont.txt").write_bytes(b"\0" * 100)
    progress = index_files(index, [*files(folder), "/nowhere.txt"], USUAL_NAMES)
    assert [type(problem) for problem in progress.problems] == [InputError, InputError]
    assert len(index) == 2


def test_a_text_in_which_the_analysis_meets_a_defect_is_said_and_found_by_its_words(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyse_or_fail(document: Document) -> Article:
        if "Vosges" in document.raw:
            raise IndexError("no word")
        return analyse(document)

    monkeypatch.setattr(pipeline, "analyse", analyse_or_fail)
    (folder / "neige.txt").write_text("Il neige sur les Vosges\n\nLa neige tient.\n")
    progress = index_files(index, files(folder), USUAL_NAMES, processes=1)
    [problem] = progress.problems
    assert str(problem) == f"{folder / 'neige.txt'}: could not be analysed: IndexError('no word')"
    assert [Path(hit.path or "").stem for hit in index.search("neige tient")] == ["neige"]


def test_half_characters_in_names_and_texts_cost_nothing(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(odd).write_text("Le pont rouvre\n\nLe pont a rouvert lundi.\n")
    records = tmp_path / "press.jsonl"
    records.write_text('{"title": "La crue \\ud83d monte", "text": "La crue \\ud83d a fait 12 morts hier."}\n')
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert index_files(index, [odd, str(records)], USUAL_NAMES).problems == []
        assert len(index.search("pont OR crue")) == 2
        [document] = [hit.document for hit in index.search("crue")]
        article = index.article(document)
        assert article is not None
        assert "\ud83d" not in article.document.raw


def test_what_is_no_file_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        progress = index_files(index, [str(tmp_path / "pipe.txt")], USUAL_NAMES)
    assert [problem.reason for problem in progress.problems] == ["is not a regular file"]


def test_records_of_a_file_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"title": "Un pont", "text": "Il rouvre."}\n{"title": "Une crue", "text": "Elle monte."}\n', "utf-8"
    )
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert index_files(index, [str(path)], USUAL_NAMES).articles == 2
        assert [(hit.path, hit.record, hit.title) for hit in index.search("crue")] == [(str(path), 1, "Une crue")]


PASTED = document_from_text("Le lac gèle\n\n« Le pont du lac est fermé », a dit Anne Roux.\n")
PIPED = document_from_text(TEXTS["crue.txt"], STDIN)


def keep_texts(path: Path, *documents: Document) -> None:
    """Keep texts without a file in a library."""
    changes = [KeepText(KeptText(one.id, "pasted", f"2026-11-28T1{at}"), one) for at, one in enumerate(documents)]
    with contextlib.closing(open_library(path)) as library:
        library.keep([], changes=changes)


def test_texts_that_the_library_keeps_are_found_until_it_keeps_them_no_longer(
    index: Index, folder: Path, tmp_path: Path
) -> None:
    keep_texts(tmp_path / "library", PASTED, PIPED)
    assert index_texts(index, tmp_path / "library") == Progress(2, 2, articles=2)
    assert index_texts(index, tmp_path / "library") == Progress(0), "they are not read again"
    [hit] = index.search("lac")
    assert (hit.document, hit.path, hit.record, hit.title) == (PASTED.id, None, None, "Le lac gèle")
    assert None in [one.path for one in index.articles_of_speaker("Roux", 9)]
    [in_file] = index.search("quatre morts")
    assert in_file.path == str(folder / "crue.txt"), "the file comes before"
    (folder / "crue.txt").unlink()
    assert index_files(index, files(folder), USUAL_NAMES).gone == 1, "texts are none of the files that are gone"
    assert [hit.path for hit in index.search("quatre morts")] == [None]
    with contextlib.closing(open_library(tmp_path / "library")) as library:
        library.keep([], changes=[RemoveText(PIPED.id)])
        assert index_texts(index, tmp_path / "library").gone == 1
        assert (index.search("quatre morts"), index.texts()) == ([], {PASTED.id})
        library.keep([], changes=[RestoreText(PIPED.id)])
        assert index_texts(index, tmp_path / "library").articles == 1
        assert index.search("quatre morts")


def test_a_text_that_is_removed_stays_where_a_file_has_it(index: Index, folder: Path, tmp_path: Path) -> None:
    keep_texts(tmp_path / "library", PIPED)
    index_texts(index, tmp_path / "library")
    with contextlib.closing(open_library(tmp_path / "library")) as library:
        library.keep([], changes=[RemoveText(PIPED.id)])
    index_texts(index, tmp_path / "library")
    assert [hit.path for hit in index.search("quatre morts")] == [str(folder / "crue.txt")]


def test_texts_that_cannot_be_read_cost_no_other(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "library"
    keep_texts(path, PASTED, PIPED)
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE text SET raw = x'00' WHERE document = ?", (PASTED.id,))
    progress = index_texts(index, path)
    assert (progress.done, progress.articles) == (2, 1)
    assert [str(problem) for problem in progress.problems] == [f"{PASTED.id}: is damaged"]
    assert index_texts(index, tmp_path / "none") == Progress(0)
    path.write_bytes(b"garbage" * 900)
    assert index_texts(index, path) == Progress(0)
    assert index.texts() == {PIPED.id}, "what is wrong with the library costs the index nothing"


def test_many_texts_are_written_in_parts_that_can_be_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_BATCH", 2)
    keep_texts(tmp_path / "library", *(document_from_text(f"Le lac {name}\n\nIl gèle.\n") for name in "abcde"))
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert index_texts(index, tmp_path / "library", lambda progress: progress.done < 4).done == 4
        assert len(index.search("lac")) == 4
        assert index_texts(index, tmp_path / "library") == Progress(1, 1, articles=1)
        assert len(index.search("lac")) == 5


def test_progress_is_told_more_often_than_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_BATCH", 2)
    monkeypatch.setattr(indexing, "_WRITTEN", 3 * indexing._LEAST)
    for name in "abcdefg":
        (tmp_path / f"{name}.txt").write_text(f"Le lac {name}\n\nIl gèle.\n", "utf-8")
    paths = sorted(str(path) for path in tmp_path.glob("*.txt"))
    told: list[tuple[int, int]] = []  # how many files were read then, and how many articles written

    def goes_on(progress: Progress) -> bool:
        told.append((progress.done, progress.articles))
        return progress.done < 6

    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert index_files(index, paths, USUAL_NAMES, processes=1, report=goes_on).articles == 6
        assert told == [(2, 0), (4, 3), (6, 6)]
        assert len(index.search("lac")) == 6, "what was read is written, also where it does not go on"
        assert index_files(index, paths, USUAL_NAMES, processes=1) == Progress(7, 7, unchanged=6, articles=1)


def test_many_files_are_read_by_several_processes_and_can_be_gone_on_with(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Le pont {number}\n\nLe pont numéro {number} a rouvert lundi.\n", "utf-8"
        )
    (tmp_path / "zero.txt").touch()  # what a process says of it comes out of that process
    paths = sorted(str(path) for path in tmp_path.glob("*.txt"))
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        stopped = index_files(index, paths[:4], USUAL_NAMES, processes=1, report=lambda _progress: False)
        assert stopped.done == 4
        progress = index_files(index, paths, USUAL_NAMES, processes=2)
        assert (progress.done, progress.unchanged, progress.articles) == (13, 4, 8)
        assert [str(problem) for problem in progress.problems] == [f"{tmp_path / 'zero.txt'}: is empty"]
        assert len(index.search("pont")) == 12


COMMAND = """
from tui_reader.__main__ import main

if __name__ == "__main__":
    main()
"""


def test_processes_that_index_import_nothing_that_the_current_folder_holds(tmp_path: Path) -> None:
    (script := tmp_path / "tui-reader").write_text(COMMAND, "utf-8")
    (folder := tmp_path / "texts").mkdir()
    for name in ("pickle", "queue", "selectors", "msgspec"):
        (folder / f"{name}.py").write_text(f"open('imported', 'w').write('{name}')", "utf-8")
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Le pont {number}\n\nLe pont a rouvert lundi.\n", "utf-8")
    command = [sys.executable, str(script), "index", "--processes", "2", "--index", "index"]
    texts = map(str, folder.glob("*.txt"))
    done = subprocess.run([*command, *texts], cwd=folder, capture_output=True, text=True, check=False)
    assert not (folder / "imported").exists()
    assert done.stdout.startswith("4 articles indexed")


def count_of_languages_read() -> int:
    return language_of.cache_info().currsize


def test_processes_that_index_have_read_the_lexicon_before_their_first_file() -> None:
    with process_pool(1) as pool:
        assert pool.submit(count_of_languages_read).result() == len(languages())


def test_processes_that_index_end_with_the_one_that_gives_them_files() -> None:
    code = """
import os, sys
from tui_reader.session.indexing import process_pool
if __name__ == "__main__":
    pool = process_pool(2)
    pool.submit(os.getpid).result()
    print("they run", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"they run\n"
        parent.kill()
        assert parent.stdout.read() == b""  # all that hold the other end have ended


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "newer", "another analysis", "a page"])
def test_an_index_that_cannot_be_used_is_made_anew(damage: str, index: Index, folder: Path, tmp_path: Path) -> None:
    index.close()
    path = tmp_path / "index"
    if damage == "garbage":
        path.write_bytes(b"garbage " * 900)
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:3000])
    elif damage == "a page":
        data = bytearray(path.read_bytes())
        data[20_000:60_000] = b"\xff" * 40_000
        path.write_bytes(data)
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        change = "PRAGMA user_version = 99" if damage == "newer" else "UPDATE about SET value = 'older'"
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute(change)
            database.commit()
    with contextlib.closing(open_index(path, is_checked=damage == "a page")) as again:
        assert len(again) == 0
        assert index_files(again, files(folder), USUAL_NAMES).articles == 3


@pytest.mark.parametrize("package", ["ingest", "analysis", "evidence"])
def test_another_reader_or_analysis_makes_another_index(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "_files", lambda folder: [tmp_path / f"{folder.name}.py"])
    for name in ("ingest", "analysis", "evidence"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    before = rows.analyser_version.__wrapped__()
    assert rows.analyser_version.__wrapped__() == before
    (tmp_path / f"{package}.py").write_text("another = 1", encoding="utf-8")
    assert rows.analyser_version.__wrapped__() != before


def test_an_index_whose_maker_was_ended_is_made(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "open", isolation_level=None)) as connection:
        connection.executescript("CREATE TABLE t (x); DROP TABLE t; PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("word" * 1000,)] * 50)  # more than is kept in memory
        for suffix in ("", "-journal"):
            (tmp_path / f"index{suffix}").write_bytes((tmp_path / f"open{suffix}").read_bytes())
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert len(index) == 0
    assert not (tmp_path / "index-journal").exists()


def test_an_article_that_is_damaged_in_the_index_is_analysed_again(index: Index, tmp_path: Path) -> None:
    [hit] = index.search("varenne")
    with contextlib.closing(sqlite3.connect(tmp_path / "index")) as database:
        database.execute("UPDATE article SET data = x'00'")
        database.commit()
    assert index.article(hit.document) is None


@pytest.mark.parametrize("application", [0, 7])
def test_the_file_of_another_program_is_left_alone(application: int, tmp_path: Path) -> None:
    path = tmp_path / "other"
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {application}")
        database.execute("PRAGMA user_version = 3")
        database.execute("CREATE TABLE mine (a)")
        database.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        open_index(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_index_at_all_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Ne pas perdre ceci.\n" * 99, encoding="utf-8")
    with contextlib.closing(open_index(path)) as index:
        assert len(index) == 0
    [aside] = tmp_path.glob("notes.txt.damaged-*")
    assert aside.read_text(encoding="utf-8").startswith("Ne pas perdre ceci.")


def test_the_index_stands_among_caches() -> None:
    assert default_index_path().name == "index.sqlite3"


def test_an_index_that_another_instance_is_making_is_not_removed(tmp_path: Path) -> None:
    """It is locked, or has no tables yet: whoever comes second waits, and uses the same file."""
    path = tmp_path / "index"
    path.touch()
    made = path.stat().st_ino
    with contextlib.closing(open_index(path)):
        assert path.stat().st_ino == made
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with monkeypatched_patience(), pytest.raises(LibraryError, match="locked"):
            open_index(path)
    assert path.stat().st_ino == made


@contextlib.contextmanager
def monkeypatched_patience() -> Iterator[None]:
    """Nobody waits for a lock."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tui_reader.library.index.opening.BUSY_SECONDS", 0)
        yield


def test_indexes_that_are_opened_at_once_are_one(tmp_path: Path) -> None:
    path = tmp_path / "index"
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _number: open_index(path), range(24)))
    assert all(len(index) == 0 for index in opened)
    with opened[0].writing():
        opened[0].put_text(row_of(analyse(document_from_text("Le pont rouvre."))))
    assert all(len(index) == 1 for index in opened)
    for index in opened:
        index.close()


@pytest.mark.parametrize("damage", [None, b"", b"garbage " * 900])
def test_those_that_open_an_index_together_share_one(damage: bytes | None, tmp_path: Path) -> None:
    rows = [row_of(unanalysed(document_from_text(f"Le pont {number}\n"))) for number in range(4)]

    def write(path: Path, number: int, barrier: threading.Barrier) -> None:
        barrier.wait()
        with contextlib.closing(open_index(path, is_checked=number == 0)) as index, index.writing():
            index.put_file(f"/{number}", FileStamp(1, 1, ""), [rows[number]])

    for attempt in range(10):
        path, barrier = tmp_path / str(attempt), threading.Barrier(len(rows))
        if damage is not None:
            path.write_bytes(damage)
        with ThreadPoolExecutor(len(rows)) as pool:
            list(pool.map(lambda number: write(path, number, barrier), range(len(rows))))  # noqa: B023 - done by then
        with contextlib.closing(open_index(path)) as index:
            assert len(index) == len(rows)


def test_an_index_is_made_where_folders_cannot_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with contextlib.closing(open_index(tmp_path / "index")) as index:
        assert len(index) == 0


@pytest.mark.parametrize(
    "ask", [lambda index: index.search("pont"), lambda index: index.articles_about(["pont"], None, 9)]
)
def test_an_article_that_goes_while_it_is_looked_for_is_not_found(
    index: Index, folder: Path, ask: Callable[[Index], Sequence[object]]
) -> None:
    def remove(statement: str) -> None:
        """Between the two statements of a query, another instance removes an article."""
        if "WHERE a.key = " in statement and files(folder)[-1] in other.stamps():
            other.forget(files(folder)[-1])

    with contextlib.closing(open_index(index.path)) as other:
        before = len(ask(index))
        index._connection.set_trace_callback(remove)
        assert len(ask(index)) == before - 1


@pytest.mark.parametrize("folder_name", ["x" * 120, None], ids=["too long a path for a socket", "none"])
def test_files_are_read_in_processes_without_a_folder_for_sockets(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder_name: str | None
) -> None:
    def folder_for_temporary_files() -> str:
        if folder_name is None:
            raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")
        return str(tmp_path / folder_name)

    monkeypatch.setattr("tempfile.gettempdir", folder_for_temporary_files)
    with process_pool(1) as pool:
        read_file = pool.submit(indexing.read_file_rows, files(folder)[0], None, USUAL_NAMES).result()
    assert [row.title for row in read_file.rows] == ["La crue de la Sarne"]
