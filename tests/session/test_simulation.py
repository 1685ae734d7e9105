"""The session without a screen under thousands of random interleavings of keys, news, files that change, and undo.

There is no clock and no thread: a step is a key, one task of the loader, or the delivery of what the loader reported.
After each, what is shown is what the state says, and no key is without effect; in the end nothing is left undone.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tests.session.analysers import RememberingAnalyser
from tui_reader.ingest.input_list import STDIN
from tui_reader.ingest.sources import document_from_text, expand
from tui_reader.library.values import SavedSearch
from tui_reader.session import events
from tui_reader.session.agenda import Agenda, Bring, Compare
from tui_reader.session.arrangement import SORTS, arranged
from tui_reader.session.collection import Collection
from tui_reader.session.corrections import Correcting
from tui_reader.session.kept_texts import KeptTexts
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.loader import Loader
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState

PARAGRAPH = " ".join(f"La ligne {number} du long récit de la digue." for number in range(12))
TEXTS = [
    f"Le récit de la digue\n\n{PARAGRAPH}\n\nPartager\n\nIl a fallu 300 ouvriers, a dit Anne Roux.\n",
    f"Le récit de la digue\n\n{PARAGRAPH}\n\nPartager\n\nIl a fallu 300 ouvriers, a dit Anne Roux. Avec AFP.\n",
    "Une brève\n\nLe vent est tombé dans la nuit de lundi.\n",
    "Zèbre\n\n« Il court », a dit Paul Verdier. Il a couru 12 kilomètres en 40 minutes.\n",
    "".join(f"Le récit {name}\n\n{PARAGRAPH} {name}.\n\nEnd of Document\n" for name in ("un", "deux", "trois")),
    "".join(f"Le récit {name}\n\n{PARAGRAPH} {name}.\n\nEnd of Document\n" for name in ("un", "quatre")),
    "",
]


class Simulation:
    """A session over a folder, whose loader does its tasks when it is told to."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.writes = 0
        for name in "abcd":
            self.write(name)
        inputs = expand([str(folder)]).inputs
        self.collection = Collection(inputs)
        self.reports: deque[Sequence[events.Event]] = deque()
        self.crashes: list[Exception] = []
        self.loader = Loader(self.collection, self.reports.append, self.crashes.append, start=RememberingAnalyser)
        self.undo_stack = UndoStack()
        self.list = ReadingList(self.collection, ViewState(), self.loader, self.undo_stack)
        self.list.show(self.list.current)

    @property
    def agenda(self) -> Agenda:
        return self.loader._agenda

    def write(self, name: str) -> None:
        path = self.folder / f"{name}.txt"
        path.write_text(self.random.choice(TEXTS), encoding="utf-8")
        self.writes += 1
        os.utime(path, ns=(self.writes, self.writes))  # each text has a time of its own: no waiting for the clock

    # Steps

    def work(self) -> None:
        """The loader does its next task."""
        task = self.agenda.next()
        if task:
            self.reports.append(self.loader.do(task))

    def deliver(self) -> None:
        """The screen takes what was reported first."""
        if self.reports:
            news = self.reports.popleft()
            self.list.apply(news)
            brought = [event.entry_index for event in news if isinstance(event, events.Brought)]
            if brought:
                self.list.go_to(brought[0])

    def move(self) -> None:
        by = self.random.choice((1, -1))
        listed = self.list
        if listed.cursor.would_leave(by):
            listed.settle()
        rows = listed.rows
        row = max(0, min(listed.cursor.index + by, rows.count - 1))
        listed.cursor.step(by)
        self.show_current()
        assert (listed.search, listed.current) == (rows.search_at(row), rows.entry_at(row))

    def step(self) -> None:
        """To another article, whatever the cursor is at."""
        self.list.step(self.random.choice((1, -1)))
        self.show_current()
        assert self.list.search is None or not self.list.order

    def save_search(self) -> None:
        query = self.random.choice(["crue", "pont", "is:unread"])
        search = self.list.searches.get(query)
        search, is_new = search or SavedSearch(query, str(self.writes)), search is None
        ListChanges(self.list).save_search(search, saved=is_new, description="saved")
        self.show_current()

    def settle(self) -> None:
        """The timer that lists what came in."""
        before, search = self.list.current, self.list.search
        self.list.settle()
        assert self.list.current == before or before is None
        assert self.list.search == search
        self.show_current()

    def filter(self) -> None:
        self.list.arrange_by(words=self.random.choice(["", "récit", "brève", "zzz", "a.txt"]))
        self.show_current()

    def sort(self) -> None:
        self.list.change_sort(self.random.choice(list(SORTS)))
        self.show_current()

    def view(self) -> None:
        self.list.change_view()
        self.show_current()

    def unfold(self) -> None:
        self.list.arrange_by(unfolded=not self.list.arrangement.unfolded)
        self.show_current()

    def show_current(self) -> None:
        if self.list.search is None and self.list.current != self.list.shown:
            self.list.show(self.list.current)

    def status(self) -> None:
        index = self.list.current
        if index is not None:
            self.random.choice((self.list.toggle_read, self.list.toggle_star))(index)
        self.list.mark_shown_read()

    def all_read(self) -> None:
        self.list.mark_all_read()

    def unread(self) -> None:
        entries = self.collection.entries
        others = [one for one in self.list.order if one != self.list.current and entries[one].unread]
        assert self.list.step_unread(self.random.choice((1, -1))) == bool(others)
        self.show_current()

    def correct(self) -> None:
        index, collection = self.list.shown, self.collection
        found = collection.articles.found(index) if index is not None else None
        now = collection.articles.corrected(index) if index is not None else None
        if index is not None and found and now and found.blocks:
            where = collection.where(index)
            correcting = Correcting(
                found, now, collection.corrections.of(where), where, datetime(2026, 1, 1, tzinfo=UTC)
            )
            block = self.random.choice(found.blocks)
            title = self.random.choice(["A", "B", None])
            changes = correcting.block(block) if self.random.random() < 0.6 else correcting.article("title", title)
            self.list.correct(index, changes, "corrected")

    def undo(self) -> None:
        self.undo_stack.undo()
        self.show_current()

    def change_file(self) -> None:
        name = self.random.choice("abcdef")
        if self.random.random() < 0.3:
            (self.folder / f"{name}.txt").unlink(missing_ok=True)
        else:
            self.write(name)

    def reload(self) -> None:
        self.loader.run(Compare((str(self.folder),)))

    def remove(self) -> None:
        """The reader removes the text at the cursor, where it came without a file."""
        entry = None if self.list.current is None else self.collection.entries[self.list.current]
        if entry and entry.input.path == STDIN and entry.document:
            ListChanges(self.list).remove_texts([entry.document], KeptTexts(), "removed")
            self.show_current()

    def paste(self) -> None:
        text = self.random.choice(TEXTS[:4])
        self.loader.run(Bring("pasted text", (document_from_text(text),)))

    # What always holds

    def check(self) -> None:
        listed, entries = self.list, self.collection.entries
        assert listed.cursor.count == listed.rows.count
        assert not listed.rows.count or 0 <= listed.cursor.index < listed.rows.count
        assert listed.rows.searches == (() if listed.arrangement.words else listed.searches.queries)
        assert len(set(listed.order)) == len(listed.order)
        without_file = [entries[index].input.path == STDIN for index in listed.order]
        assert without_file == sorted(without_file)
        assert listed.rows.first_without_file == (without_file.index(True) if any(without_file) else None)
        assert listed.shown is None or 0 <= listed.shown < len(entries)
        assert listed.search is not None or listed.shown == listed.current
        assert self.collection.unread == sum(entry.unread for entry in entries)
        assert not self.crashes

    def check_end(self) -> None:
        """After a last look at the files, everything is known, and the shown article is the one that is to be."""
        self.reload()
        while self.agenda_is_busy() or self.reports:
            self.work()
            self.deliver()
        self.settle()
        while self.agenda_is_busy() or self.reports:
            self.deliver()
        listed, collection = self.list, self.collection
        self.check()
        assert all(entry.known for entry in collection.entries)
        assert listed.counting is None
        expected = arranged(collection.entries, listed.arrangement, listed.current)
        assert list(listed.order) == list(expected)
        entry = listed.shown_entry
        if listed.shown is not None and entry and entry.problem is None:
            assert collection.is_current(listed.shown), "the article pane is empty, or shows old corrections"
            shown = collection.article(listed.shown)
            assert shown is not None
            if entry.input.path != STDIN:
                assert shown.document.raw in Path(entry.input.path).read_text(encoding="utf-8")

    def agenda_is_busy(self) -> bool:
        task = self.agenda.next()
        if task:
            self.reports.append(self.loader.do(task))
        return task is not None


STEPS = {
    Simulation.work: 8, Simulation.deliver: 8, Simulation.move: 8, Simulation.settle: 4, Simulation.filter: 2,
    Simulation.sort: 1, Simulation.view: 2, Simulation.unfold: 1, Simulation.status: 3, Simulation.all_read: 1,
    Simulation.unread: 2, Simulation.correct: 3, Simulation.undo: 4, Simulation.change_file: 3, Simulation.reload: 2,
    Simulation.paste: 2, Simulation.remove: 1, Simulation.step: 2, Simulation.save_search: 2,
}  # fmt: skip


def simulate(folder: Path, seed: int, steps: int) -> None:
    """Run one simulation; the seed and the steps so far are in what is raised."""
    simulation = Simulation(folder, seed)
    made: list[str] = []
    try:
        for step in simulation.random.choices(list(STEPS), list(STEPS.values()), k=steps):
            made.append(step.__name__)
            step(simulation)
            simulation.check()
        made.append("end")
        simulation.check_end()
    except AssertionError as error:
        raise AssertionError(f"seed {seed}, after {made[-12:]}: {error}") from error


@pytest.mark.parametrize("seed", range(40))
def test_what_is_shown_is_what_the_state_says(seed: int, tmp_path: Path) -> None:
    simulate(tmp_path, seed, 150)


def test_an_undo_after_moving_on_reaches_the_article_it_was_made_in(tmp_path: Path) -> None:
    simulation = Simulation(tmp_path, 1)
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(TEXTS["abcd".index(name)], encoding="utf-8")
    while simulation.agenda_is_busy():
        simulation.deliver()
    simulation.list.settle()
    simulation.correct()
    while simulation.agenda_is_busy():
        simulation.deliver()
    simulation.list.go_to(2)
    simulation.undo()  # at once: the article of the entry moved to is not there yet
    while simulation.agenda_is_busy():
        simulation.deliver()
    assert simulation.list.shown_article is not None
    simulation.list.go_to(0)
    while simulation.agenda_is_busy():
        simulation.deliver()
    assert simulation.collection.entries[0].corrections == ()
    assert simulation.collection.is_current(0)
