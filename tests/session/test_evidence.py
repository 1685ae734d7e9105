"""Holding an article against all others: with an index, and without one."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

import msgspec
import pytest
from msgspec.structs import replace

from tests.corpus.press import ARTICLES, written
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.ingest.sources import document_from_text, read
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.store import Index
from tui_reader.library.values import ArticleKey, KeptCorrection
from tui_reader.model import Article, Correction
from tui_reader.session.corrected_articles import Said
from tui_reader.session.corrections import Corrections
from tui_reader.session.evidence import (
    Compare,
    Counts,
    Differences,
    EvidenceFinder,
    Finding,
    HeldElsewhere,
    HeldFigure,
    HowMany,
    Overview,
    Question,
    SameEvent,
    Sayings,
    Similar,
    What,
    Who,
    days_around,
    find,
    telling_words,
)
from tui_reader.session.indexing import index_files
from tui_reader.session.stated import Stated

PATIENCE = 30  # seconds
CLAIRON, ECHO, DIGUE, AGENCE, MUSEE = range(len(ARTICLES))


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Article]:
    path = written(tmp_path_factory.mktemp("press"))
    return [analyse(document) for document in read(str(path))]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with closing(open_index(tmp_path / "index")) as opened:
        index_files(opened, [str(written(tmp_path))], USUAL_NAMES, processes=1)
        yield opened


def asked(what: What, article: Article | None, at_hand: Sequence[Article] = (), said: Said | None = None) -> Question:
    return Question(what, article, at_hand, said or Said(Corrections(), Stated({}, {})))


def sites(articles: Sequence[Article]) -> list[str | None]:
    return [article.site for article in articles]


def test_all_that_somebody_said(articles: list[Article], index: Index) -> None:
    found = find(asked(Who("Bernard Fauvel"), None), index)
    assert isinstance(found, Sayings)
    told = [
        ([sites(found.articles)[one.article_index] for one in saying.copies], len(saying.others))
        for saying in found.found
    ]
    assert told == [(["Agence Littorale"], 0), (["Le Clairon", "L’Écho de la Sarne"], 1)]
    assert not found.is_cut


def test_the_words_of_a_quote_are_found_whoever_said_them(articles: list[Article], index: Index) -> None:
    [quote] = articles[CLAIRON].quotes
    found = find(asked(Who("Bernard Fauvel", quote), articles[CLAIRON]), index)
    assert isinstance(found, Sayings)
    [promise] = [saying for saying in found.found if saying.others]
    assert [item.quote.speaker for item in promise.others] == ["Paul Verdier"]


def test_what_others_give_for_a_figure(articles: list[Article], index: Index) -> None:
    dead = articles[CLAIRON].figures[0]
    found = find(asked(HowMany(dead), articles[CLAIRON]), index)
    assert isinstance(found, Counts)
    assert found.group
    assert sorted(item.figure.value for item in found.group.items) == [4, 5, 7, 9]


def test_a_figure_that_no_other_article_gives(articles: list[Article], index: Index) -> None:
    found = find(asked(HowMany(articles[MUSEE].figures[0]), articles[MUSEE]), index)
    assert isinstance(found, Counts)
    assert found.group is None


def test_what_others_have_of_all_that_an_article_gives(articles: list[Article], index: Index) -> None:
    found = find(asked(HeldElsewhere(), articles[CLAIRON]), index)
    assert isinstance(found, Overview)
    assert len(found.figures) == len(articles[CLAIRON].figures)
    assert found.figures[0] == HeldFigure(3, agrees=True), "a toll goes on"
    similar = find(asked(SameEvent(), articles[CLAIRON]), index)
    assert isinstance(similar, tuple)
    assert found.similar == len(similar) > 0
    raw = articles[CLAIRON].document.raw.replace("au moins 4 morts", "2 morts").replace("4 morts", "2 morts")
    other = replace(analyse(document_from_text(raw)), published=articles[CLAIRON].published)
    contradicted = find(asked(HeldElsewhere(), articles[CLAIRON], [other]), None)
    assert isinstance(contradicted, Overview)
    assert contradicted.figures[0] == HeldFigure(1, agrees=False)
    alone = find(asked(HeldElsewhere(), articles[MUSEE]), index)
    assert isinstance(alone, Overview)
    assert {one.others for one in alone.figures} == {0}
    assert find(asked(HeldElsewhere(), None), index) == Overview(0, ())


def test_articles_about_the_same_event(articles: list[Article], index: Index) -> None:
    found = find(asked(SameEvent(), articles[CLAIRON]), index)
    assert isinstance(found, tuple)
    similar = [one for one in found if isinstance(one, Similar)]
    assert similar[0].article.site == "L’Écho de la Sarne"
    assert [one.is_alike for one in similar] == [True, *[False] * (len(similar) - 1)]
    assert all("musée" not in (one.article.title or "") for one in similar)


def test_what_differs_from_another_article(articles: list[Article]) -> None:
    found = find(asked(Compare(articles[ECHO]), articles[CLAIRON]), None)
    assert isinstance(found, Differences)
    assert [one.has_figures for one in found.found][:1] == [True]


def test_without_an_index_articles_at_hand_are_looked_into(articles: list[Article]) -> None:
    found = find(asked(Who("Fauvel"), articles[CLAIRON], articles[AGENCE:]), None)
    assert isinstance(found, Sayings)
    assert len(found.found) == 2


def test_an_article_of_the_index_is_found_where_its_file_stands(index: Index, tmp_path: Path) -> None:
    found = find(asked(Who("Fauvel"), None), index)
    assert isinstance(found, Sayings)
    keys = {Said.key(article.document).source for article in found.articles}
    assert keys == {(str(tmp_path / "press.jsonl"), record) for record in (CLAIRON, ECHO, DIGUE, AGENCE)}


def test_corrections_count(articles: list[Article], index: Index) -> None:
    agence = articles[AGENCE]
    correction = Correction("article", "site", "Agence Côtière")
    kept = KeptCorrection("one", ArticleKey(agence.document.id), correction, "", "2024-03-01")
    said = Said(Corrections([kept]), Stated({}, {}))
    found = find(asked(Who("Fauvel"), None, said=said), index)
    assert isinstance(found, Sayings)
    assert "Agence Côtière" in sites(found.articles)


def test_by_which_words_articles_about_the_same_are_found(articles: list[Article]) -> None:
    words = telling_words(articles[CLAIRON])
    assert {"sarne", "montrevel", "crue"} <= set(words)
    assert words.index("sarne") < words.index("bernard"), "it is named more often"
    assert telling_words(replace(articles[CLAIRON], blocks=(), title=None)) == []


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2024-02-14T08:00", ("2023-10-17", "2024-06-13")),
        (None, None),
        ("0001-01-01", None),
        ("2024", None),
    ],
)
def test_from_when_to_when_articles_tell_of_the_same(published: str | None, days: tuple[str, str] | None) -> None:
    assert days_around(Article(document_from_text("Rien."), published=published)) == days


def answered(finder: EvidenceFinder, question: Question) -> Finding:
    answers: queue.Queue[Finding] = queue.Queue()
    finder.ask(question, answers.put)
    return answers.get(timeout=PATIENCE)


def test_an_index_that_cannot_be_used_is_said_and_articles_at_hand_are_looked_into(
    articles: list[Article], tmp_path: Path
) -> None:
    (tmp_path / "index").mkdir()
    with closing(EvidenceFinder(tmp_path / "index")) as finder:
        finding = answered(finder, asked(Who("Fauvel"), articles[CLAIRON]))
    assert isinstance(finding.found, Sayings)
    assert len(finding.found.found) == 1
    assert finding.problem


def test_a_defect_is_said_and_the_next_question_is_answered(articles: list[Article]) -> None:
    broken = asked(Who(cast("str", 1)), articles[CLAIRON])
    with closing(EvidenceFinder(None)) as finder:
        assert answered(finder, broken).problem
        assert not answered(finder, asked(Who("Fauvel"), articles[CLAIRON])).problem


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("fauv", "Bernard Fauvel"),
        ("b fauvel", "Bernard Fauvel"),
        ("Fauvel", "Fauvel"),
        ("verdier", "verdier"),
        ("nobody", "nobody"),
    ],
)
def test_the_beginning_of_a_name_is_enough(typed: str, name: str, index: Index) -> None:
    found = find(asked(Who(typed), None), index)
    assert isinstance(found, Sayings)
    assert found.name == name
    assert bool(found.found) is (name != "nobody")


def test_a_name_that_only_begins_as_another_is_not_taken_for_it(articles: list[Article]) -> None:
    quote = articles[CLAIRON].quotes[0]
    longer = msgspec.structs.replace(quote, speaker="Bernarde Fauvelle")
    pool = [articles[CLAIRON], *(replace(articles[AGENCE], quotes=(longer,) * 3) for _number in range(2))]
    found = find(asked(Who("Fauvel"), None, pool), None)
    assert isinstance(found, Sayings)
    assert found.name == "Fauvel"


@pytest.mark.parametrize("name", ["—", "!!", "🎃", "«»"])
def test_a_name_without_a_letter_is_nobodys(name: str, articles: list[Article], index: Index) -> None:
    found = find(asked(Who(name), articles[CLAIRON]), index)
    assert isinstance(found, Sayings)
    assert list(found.found) == []


def test_words_of_which_nobody_is_named_as_the_speaker_are_looked_for_alone(articles: list[Article]) -> None:
    quote = msgspec.structs.replace(articles[CLAIRON].quotes[0], speaker=None)
    pool = [replace(articles[CLAIRON], quotes=(quote,)), articles[ECHO], articles[AGENCE]]
    found = find(asked(Who(None, quote), pool[0], pool[1:]), None)
    assert isinstance(found, Sayings)
    assert [len(one.copies) for one in found.found] == [2]


def test_what_was_told_years_before_is_found(tmp_path: Path) -> None:
    crue = (
        "La crue de la Sarne\n\nPar Anne Roux\n\nLe {}\n\nLa crue de la Sarne a fait 14 morts à Montrevel, selon {}.\n"
    )
    paths = []
    for number, (day, who) in enumerate((("2 mars 2019", "le préfet"), ("2 mars 2024", "le maire"))):
        paths.append(str(tmp_path / f"{number}.txt"))
        Path(paths[-1]).write_text(crue.format(day, who), "utf-8")
    with closing(open_index(tmp_path / "index")) as opened:
        index_files(opened, paths, USUAL_NAMES, processes=1)
        now = analyse(read(paths[1])[0])
        assert now.day == "2024-03-02"
        found = find(asked(SameEvent(), now), opened)
    assert isinstance(found, tuple)
    assert [one.article.day for one in found if isinstance(one, Similar)] == ["2019-03-02"]


def test_of_an_office_only_what_articles_about_the_event_have_is_shown(articles: list[Article]) -> None:
    mayor = [
        replace(article, quotes=(msgspec.structs.replace(articles[CLAIRON].quotes[0], speaker="maire"),))
        for article in (articles[CLAIRON], articles[ECHO], articles[MUSEE])
    ]
    found = find(asked(Who("maire"), mayor[0], mayor[1:]), None)
    assert isinstance(found, Sayings)
    assert sites(found.articles) == sites([articles[CLAIRON], articles[ECHO]])
