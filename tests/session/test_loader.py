"""The loader: defects are told and cost nothing else, long texts hold up nobody, changes on the disk are noticed."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tui_reader.ingest import sources
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.ingest.input_list import Input
from tui_reader.library.index.opening import open_index
from tui_reader.model import Correction, Document
from tui_reader.session import analysis_process, events, inputs
from tui_reader.session.agenda import Bring, Compare, Count, Fetch, Open, Outline
from tui_reader.session.analysis_process import Analysis, Answer, Failure, InProcessAnalyser, Question, answer
from tui_reader.session.collection import Collection
from tui_reader.session.events import Event
from tui_reader.session.index_file import IndexedArticles
from tui_reader.session.indexing import index_files
from tui_reader.session.loader import Loader

TEXT = "Le pont rouvre\n\nLe pont a rouvert lundi devant 300 personnes. « Enfin », a dit Anne Roux.\n"


class Scripted(InProcessAnalyser):
    """Answers at once; not ready, or failing, where the text says so."""

    def __init__(self) -> None:
        self.waits = 0
        self.stopped = False

    def ready(self, seconds: float) -> bool:
        self.waits += 1
        return "SLOW" not in self._question.document.raw or self.waits > 3

    def answer(self) -> Answer:
        if "DEFECT" in self._question.document.raw:
            return Failure("ZeroDivisionError", "Traceback …\nZeroDivisionError: \x1b]0;PWNED\x07")
        return answer(self._question)

    def stop(self) -> None:
        self.stopped = True


class Bench:
    """A loader without its thread, over files of a folder; `told` is what it reported by the way."""

    def __init__(self, folder: Path, **texts: str) -> None:
        self.folder = folder
        for name, text in texts.items():
            self.write(name, text)
        self.collection = Collection([Input(str(folder / f"{name}.txt"), f"{name}.txt") for name in texts])
        self.told: list[Event] = []
        self.crashes: list[Exception] = []
        self.analysers: list[Scripted] = []
        self.loader = Loader(self.collection, self.told.extend, self.crashes.append, start=self.start)

    def start(self) -> Scripted:
        self.analysers.append(Scripted())
        return self.analysers[-1]

    def write(self, name: str, text: str) -> None:
        path = self.folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(len(text), len(text)))  # another length is another time: no waiting for the clock


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def test_a_text_that_the_analysis_fails_on_is_kept_and_reported_once(tmp_path: Path, logs: Path) -> None:
    bench = Bench(tmp_path, a=f"{TEXT}\nDEFECT\n", b=TEXT)
    first, outlined = bench.loader.do(Outline(0))
    assert isinstance(first, events.Failed)
    assert str(first.problem).startswith("a.txt: met a defect of tui-reader (ZeroDivisionError); the report is in ")
    assert isinstance(outlined, events.Outlined)
    assert outlined.summary.title == "Le pont rouvre"
    [opened] = bench.loader.do(Open(0))
    assert isinstance(opened, events.Analysed)
    assert [block.rule for block in opened.article.blocks] == ["unanalysed"] * 3
    assert bench.loader.do(Count(0)) == [events.Counted(0, 0, 0)]
    [other] = bench.loader.do(Open(1))
    assert isinstance(other, events.Analysed)
    assert [quote.speaker for quote in other.article.quotes] == ["Anne Roux"]
    [report] = logs.rglob("defects-*.txt")
    assert "a.txt" in report.read_text()
    assert "\x1b" not in report.read_text()
    assert report.stat().st_mode & 0o077 == 0


def test_an_input_that_reading_fails_on_is_a_problem_of_its_own(
    tmp_path: Path, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defective(path: str, names: FieldNames) -> Sequence[Document]:
        if path.endswith("a.txt"):
            raise ZeroDivisionError("in a.txt")
        return sources.read(path, names)

    monkeypatch.setattr(inputs, "read", defective)
    bench = Bench(tmp_path, a=TEXT, b=TEXT)
    for task in (Outline(0), Open(0), Count(0)):
        [found] = bench.loader.do(task)
        assert isinstance(found, events.Unreadable)
        assert "met a defect of tui-reader (ZeroDivisionError)" in found.problem.reason
    assert isinstance(bench.loader.do(Open(1))[0], events.Analysed)
    assert [path.name[:8] for path in logs.rglob("*.txt")] == ["defects-"]


def test_a_defect_of_the_loader_is_told(tmp_path: Path) -> None:
    told = threading.Event()
    crashes: list[Exception] = []

    def crash(error: Exception) -> None:
        crashes.append(error)
        told.set()

    def report(_events: Sequence[Event]) -> None:
        raise ValueError("nobody takes it")

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    loader = Loader(Collection([Input(str(tmp_path / "a.txt"), "a.txt")]), report, crash, start=InProcessAnalyser)
    loader.start()
    assert told.wait(10)
    loader.stop()
    assert [str(error) for error in crashes] == ["nobody takes it"]


def test_a_process_that_ends_leaves_its_last_words() -> None:
    child = analysis_process.SubprocessAnalyser()
    child._questions.write(b"no pickle at all")
    child._questions.close()
    found = child.answer()
    assert isinstance(found, Failure)
    assert found.kind == "exit 1"
    assert "UnpicklingError" in found.trace
    assert child.ended


LONG = "Le vent tourne sur la digue et les pêcheurs attendent que la brume se lève.\n\n" * 3000


def test_a_long_text_holds_up_no_other_and_goes_on_meanwhile(tmp_path: Path) -> None:
    bench = Bench(tmp_path, slow=f"SLOW\n\n{LONG}", b=TEXT)
    bench.loader.want(1)
    assert bench.loader.do(Open(0)) == []
    assert [type(event) for event in bench.told] == [events.TextRead]
    assert isinstance(bench.loader.do(Open(1))[0], events.Analysed)
    bench.loader._agenda.next()
    [slow] = bench.loader.do(Open(0))  # the analysis that was begun
    assert isinstance(slow, events.Analysed)
    assert len(bench.analysers) == 2
    bench.loader.want(1)
    correction = Correction("block", "kept", "false")
    assert bench.loader.do(Open(0, (correction,))) == []
    assert bench.loader.do(Open(0)) == []  # what was begun has other corrections
    assert [one.stopped for one in bench.analysers] == [True, False, True, False]


def test_few_analyses_that_nobody_waits_for_go_on(tmp_path: Path) -> None:
    texts = {name: f"SLOW {name}\n\n{LONG}" for name in "abcd"}
    bench = Bench(tmp_path, **texts, e=TEXT)
    bench.loader.want(4)
    for index in range(4):
        assert bench.loader.do(Open(index)) == []
    assert [one.stopped for one in bench.analysers] == [True, True, False, False]
    bench.loader.stop()
    assert all(one.stopped for one in bench.analysers)


def test_what_came_changed_and_went_is_reported_once(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT, b=TEXT, c=TEXT)
    compare = Compare((str(tmp_path),))
    for index in range(3):
        bench.loader.do(Outline(index))
    assert bench.loader.do(compare) == [events.Compared(0, 0, 0)]
    bench.write("a", f"{TEXT} Encore.")
    bench.write("d", TEXT)
    (tmp_path / "b.txt").unlink()
    changed, gone, arrived, compared = bench.loader.do(compare)
    assert changed == events.Changed(0)
    assert isinstance(gone, events.Unreadable)
    assert gone.entry_index == 1
    assert arrived == events.Arrived((Input(str(tmp_path / "d.txt"), "d.txt"),))
    assert compared == events.Compared(1, 1, 1)
    assert bench.loader.do(compare) == [events.Compared(0, 0, 0)]
    bench.write("b", TEXT)
    assert bench.loader.do(compare) == [events.Changed(1), events.Compared(0, 1, 0)]


def test_a_text_that_changes_between_two_readings_is_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT)
    bench.loader.do(Open(0))
    bench.write("a", TEXT.replace("pont", "tunnel"))
    [outlined] = bench.loader.do(Outline(0))
    assert bench.told == [events.Changed(0)]
    assert isinstance(outlined, events.Outlined)
    assert outlined.summary.title == "Le tunnel rouvre"


def test_an_analysis_begun_of_an_old_text_is_not_taken_for_the_new_one(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT)
    [old] = sources.read(str(tmp_path / "a.txt"))
    bench.collection.put_document(0, old)
    begun = Scripted()
    begun.ask(Analysis(old))
    loader = Loader(bench.collection, bench.told.extend, bench.crashes.append, begun={0: begun}, start=bench.start)
    bench.write("a", TEXT.replace("pont", "tunnel"))
    loader.do(Compare((str(tmp_path),)))
    [opened] = loader.do(Open(0))
    assert isinstance(opened, events.Analysed)
    assert opened.article.title == "Le tunnel rouvre"
    assert begun.stopped


@pytest.mark.parametrize(("text", "found"), [(TEXT, [events.Analysed]), (f"SLOW\n\n{TEXT}", [])])
def test_an_article_begun_before_is_there_at_the_start_if_it_is_ready(
    tmp_path: Path, text: str, found: list[type]
) -> None:
    bench = Bench(tmp_path, a=text, b=TEXT)
    [document] = sources.read(str(tmp_path / "a.txt"))
    bench.collection.put_document(0, document)
    begun = Scripted()
    begun.ask(Analysis(document))
    loader = Loader(bench.collection, bench.told.extend, bench.crashes.append, begun={0: begun}, start=bench.start)
    assert loader.open_begun(1, 0) == []
    assert [type(event) for event in loader.open_begun(0, 0)] == found
    assert [type(event) for event in loader.do(Open(0))] == [events.Analysed]
    assert not begun.stopped


def test_texts_without_a_file_come_after_all_others(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT)
    document = sources.document_from_text(TEXT)
    found = bench.loader.do(Bring("pasted text", (document, document)))
    assert [(one.entry_index, one.input.name) for one in found if isinstance(one, events.Brought)] == [
        (1, "pasted text #1"),
        (2, "pasted text #2"),
    ]
    assert isinstance(bench.loader.do(Open(2))[0], events.Analysed)


@pytest.mark.parametrize("kind", [Analysis, analysis_process.Outline])
def test_an_answer_is_never_an_exception(kind: Callable[[Document], Question], monkeypatch: pytest.MonkeyPatch) -> None:
    def defective(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("tui_reader.analysis.pipeline.analyse", defective)
    monkeypatch.setattr(analysis_process, "summarise", defective)
    found = answer(kind(sources.document_from_text(TEXT)))
    assert isinstance(found, Failure)
    assert found.kind == "RecursionError"
    assert "too deep" in found.trace


def test_an_input_of_the_index_is_taken_in_and_read(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT)
    (tmp_path / "b.jsonl").write_text('{"text": "Un."}\n{"title": "La crue", "text": "Elle monte."}\n', "utf-8")
    wanted = Input(str(tmp_path / "b.jsonl"), "b.jsonl #2", 1)
    news = bench.loader.do(Fetch(wanted))
    assert news == [events.Fetched(1, [wanted])]
    bench.collection.apply(news[0])
    [opened] = bench.loader.do(Open(1))
    assert isinstance(opened, events.Analysed)
    bench.collection.apply(opened)
    assert [entry.shown_title for entry in bench.collection.entries] == ["a.txt", "La crue"]


def test_rest_is_told_after_the_last_report_and_again_after_more_work(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT, b=TEXT.replace("lundi", "mardi"))
    rests = queue.Queue[int]()
    bench.loader.tell_rest = lambda: rests.put(len(bench.told))
    bench.loader.start()
    assert rests.get(timeout=30) == 2
    bench.loader.want(0)
    assert rests.get(timeout=30) == 3
    bench.loader.stop()
    assert rests.empty()


def test_an_article_of_the_index_is_not_analysed_again_unless_corrections_ask_for_it(tmp_path: Path) -> None:
    bench = Bench(tmp_path, a=TEXT, b=f"{TEXT}\nAutre.\n")
    indexed = IndexedArticles(tmp_path / "index")
    bench.loader = Loader(bench.collection, bench.told.extend, bench.crashes.append, start=bench.start, indexed=indexed)
    [analysed] = bench.loader.do(Open(0))
    assert isinstance(analysed, events.Analysed)
    with closing(open_index(tmp_path / "index")) as index:
        index_files(index, [str(tmp_path / "a.txt")], USUAL_NAMES)
    indexed.open()
    bench.analysers[0].stop()
    questions: list[Question] = []
    bench.analysers[0].ask = questions.append  # type: ignore[assignment, method-assign]
    bench.analysers[0].answer = lambda: analysed.article  # type: ignore[method-assign]
    assert bench.loader.do(Open(0)) == [analysed]
    assert questions == []
    correction = Correction("block", "kept", "false")
    bench.loader.do(Open(0, (correction,)))
    bench.loader.do(Open(1))
    assert len(questions) == 2
