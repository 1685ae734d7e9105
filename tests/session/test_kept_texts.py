"""Texts that came without a file: listed last, once, until they are removed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.session.analysers import RememberingAnalyser
from tui_reader.analysis.pipeline import unanalysed
from tui_reader.errors import InputError, LibraryError
from tui_reader.ingest.input_list import STDIN, Input
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import (
    ArticleKey,
    KeepText,
    KeptText,
    RemoveText,
    RestoreText,
    Status,
    StatusChange,
    TextChange,
)
from tui_reader.model import Document
from tui_reader.session import events
from tui_reader.session.agenda import Open, Outline
from tui_reader.session.arrangement import SORTS, Arrangement, arranged
from tui_reader.session.collection import Collection
from tui_reader.session.kept_texts import KeptTexts, piped
from tui_reader.session.list_changes import ListChanges
from tui_reader.session.loader import Loader
from tui_reader.session.reading_list import ReadingList
from tui_reader.session.undo import UndoStack
from tui_reader.session.view_state import ViewState

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
ONE, TWO, THREE = (document_from_text(f"Le texte {number}\n\nIl pleut.\n") for number in ("un", "deux", "trois"))
KEPT = [
    KeptText(ONE.id, "pasted", "2026-11-27T12:00:00.000000+00:00"),
    KeptText(TWO.id, "piped", "2026-11-28T12:00:00.000000+00:00", 1),
    KeptText(THREE.id, "piped", "2026-11-28T12:00:00.000000+00:00", 4),
]
DOCUMENTS = {document.id: document for document in (ONE, TWO, THREE)}


class Session:
    """Two files and three kept texts, without a screen; `told` is what the library would be told."""

    def __init__(self, memory: StatusLookup | None = None) -> None:
        self.told: list[TextChange] = []
        self.texts = KeptTexts(KEPT, self.read)
        self.texts.tell = self.told.extend
        self.collection = Collection([Input("/n/z.txt", "z.txt"), Input("/n/a.txt", "a.txt")], memory=memory)
        self.collection.add(self.texts.inputs())
        self.loader = Loader(
            self.collection,
            lambda news: None,
            lambda defect: None,
            start=RememberingAnalyser,
            read_kept=self.texts.read,
        )
        self.undo_stack = UndoStack()
        self.list = ReadingList(self.collection, ViewState(), self.loader, self.undo_stack)

    def read(self, document: str) -> Document | None:
        if document == THREE.id:
            raise LibraryError("/library", "is damaged")
        return DOCUMENTS.get(document)

    @property
    def order(self) -> list[int]:
        return list(self.list.order)


def test_kept_texts_are_entries_named_by_the_day_on_which_they_came() -> None:
    session = Session()
    assert session.order == [0, 1, 2, 3, 4]
    assert session.list.rows.first_without_file == 2
    names = [entry.input.name for entry in session.collection.entries[2:]]
    assert names == ["pasted 2026-11-27", "piped 2026-11-28 #2", "piped 2026-11-28 #5"]
    assert session.collection.where(3) == ArticleKey(TWO.id, None, 1)


def test_what_was_done_with_a_kept_text_is_known_before_it_is_read() -> None:
    session = Session(StatusLookup([StatusChange(ArticleKey(TWO.id, None, 1), Status(read=True, starred=True))]))
    assert [entry.starred for entry in session.collection.entries] == [False, False, False, True, False]
    assert session.collection.unread == 4


def test_a_kept_text_is_read_when_it_is_wanted() -> None:
    session = Session()
    [outlined] = session.loader.do(Outline(2))
    [opened] = session.loader.do(Open(3))
    [damaged] = session.loader.do(Open(4))
    assert isinstance(outlined, events.Outlined)
    assert outlined.summary.title == "Le texte un"
    assert isinstance(opened, events.Analysed)
    assert opened.article.document == TWO
    assert isinstance(damaged, events.Unreadable)
    assert str(damaged.problem) == "piped 2026-11-28 #5: is damaged"
    del DOCUMENTS[ONE.id]
    try:
        [gone] = session.loader.do(Open(2))
    finally:
        DOCUMENTS[ONE.id] = ONE
    assert isinstance(gone, events.Unreadable)
    assert gone.problem.reason == "is gone"


@pytest.mark.parametrize("sort", SORTS)
def test_they_are_last_in_every_order(sort: str) -> None:
    session = Session()
    session.collection.entries.change(2).title = "A"
    order = arranged(session.collection.entries, Arrangement(sort=sort))
    assert sorted(order[:2]) == [0, 1]
    assert sorted(order[2:]) == [2, 3, 4]
    session.collection.add([Input("/n/new.txt", "new.txt")])
    assert [index in (2, 3, 4) for index in arranged(session.collection.entries, Arrangement(sort=sort))] == [
        *(False, False, False),
        *(True, True, True),
    ]


def test_the_heading_is_where_the_first_of_them_is_listed() -> None:
    session = Session()
    session.list.arrange_by(words="pasted")
    assert (session.order, session.list.rows.first_without_file) == ([2], 0)
    session.list.arrange_by(words="z.txt")
    assert (session.order, session.list.rows.first_without_file) == ([0], None)


def test_a_file_with_the_same_text_stands_for_a_kept_one() -> None:
    session = Session()
    session.list.apply([events.TextRead(1, ONE)])
    session.list.settle()
    assert session.order == [0, 1, 3, 4]
    assert session.collection.entries[1].names == []
    session.list.apply([events.Changed(1)])
    session.list.settle()
    assert session.order == [0, 1, 2, 3, 4]


def test_a_kept_text_is_listed_where_the_file_with_the_same_text_is_gone() -> None:
    session = Session()
    session.list.apply([events.TextRead(1, ONE), events.Unreadable(1, InputError("/n/a.txt", "is gone"))])
    session.list.settle()
    assert session.order == [0, 2, 3, 4]
    session.list.apply([events.Analysed(1, unanalysed(ONE))])
    session.list.settle()
    assert session.order == [0, 1, 3, 4]


def test_a_text_that_is_kept_already_is_not_listed_again() -> None:
    session = Session()
    session.list.apply([events.Brought(5, Input(STDIN, "pasted text"), ONE)])
    session.texts.keep([(session.collection.entries[5].input, ONE)], "pasted", NOW)
    session.list.go_to(5)
    assert (session.order, session.list.current) == ([0, 1, 2, 3, 4], 2)
    assert session.told == []


def test_new_texts_are_kept_as_what_came_together() -> None:
    texts = KeptTexts()
    told: list[TextChange] = []
    texts.tell = told.extend
    together = [(Input(STDIN, "-", number), document) for number, document in enumerate((ONE, TWO))]
    texts.keep(together, "piped", NOW)
    texts.keep([(Input(STDIN, "-"), THREE)], "pasted", NOW.replace(microsecond=1))
    came = "2026-11-29T12:00:00.000000+00:00"
    assert told[:2] == [
        KeepText(KeptText(ONE.id, "piped", came, 0), ONE),
        KeepText(KeptText(TWO.id, "piped", came, 1), TWO),
    ]
    assert texts.together_with(TWO.id) == [ONE.id, TWO.id]
    assert texts.together_with(THREE.id) == [THREE.id]
    assert texts.together_with("unknown") == ["unknown"]


def test_what_came_through_a_pipe_is_new_and_what_is_kept_is_not() -> None:
    standard_input = Input(STDIN, "standard input")
    collection = Collection([standard_input, Input("/n/a.txt", "a.txt")], {0: ONE, 1: TWO})
    collection.add(KeptTexts(KEPT[1:]).inputs())
    collection.apply(events.TextRead(3, THREE))
    assert list(piped(collection)) == [(standard_input, ONE)]


def test_removing_and_undoing() -> None:
    session = Session()
    session.list.cursor.go_to(3)
    ListChanges(session.list).remove_texts([TWO.id, THREE.id], session.texts, "2 texts removed")
    assert (session.order, session.list.current) == ([0, 1, 2], 2)
    assert (session.collection.removed, session.collection.unread) == (2, 3)
    assert session.collection.index_of(ArticleKey(TWO.id)) is None
    assert session.told == [RemoveText(TWO.id), RemoveText(THREE.id)]
    assert TWO.id not in session.texts
    session.collection.apply(events.Unreadable(3, InputError("-", "is gone")))  # it was to be read
    assert session.undo_stack.undo() == "2 texts removed"
    assert (session.order, session.list.current) == ([0, 1, 2, 3, 4], 3)
    assert (session.collection.removed, session.collection.unread) == (0, 5)
    assert session.told[2:] == [RestoreText(TWO.id), RestoreText(THREE.id)]
    assert session.collection.entries[3].problem is None
    assert session.texts.together_with(TWO.id) == [TWO.id, THREE.id]


def test_a_text_that_another_instance_keeps_is_removed_and_restored() -> None:
    texts, told = KeptTexts(), list[TextChange]()
    texts.tell = told.extend
    texts.remove([ONE.id])
    texts.restore([ONE.id])
    assert told == [RemoveText(ONE.id), RestoreText(ONE.id)]


def test_a_removed_text_may_come_again_and_is_there_once_after_undoing() -> None:
    session = Session()
    ListChanges(session.list).remove_texts([ONE.id], session.texts, "text removed")
    session.list.apply([events.Brought(5, Input(STDIN, "pasted text"), ONE)])
    session.texts.keep([(session.collection.entries[5].input, ONE)], "pasted", NOW)
    session.list.settle()
    assert session.order == [0, 1, 3, 4, 5]
    session.undo_stack.undo()
    assert session.order == [0, 1, 3, 4, 5]
    ListChanges(session.list).remove_texts([ONE.id], session.texts, "text removed")
    assert session.order == [0, 1, 3, 4]
    assert session.collection.unread == sum(entry.unread for entry in session.collection.entries) == 4


def test_of_a_text_that_is_removed_the_file_stays() -> None:
    session = Session()
    session.list.apply([events.TextRead(1, ONE)])
    ListChanges(session.list).remove_texts([ONE.id], session.texts, "text removed")
    assert session.order == [0, 1, 3, 4]
    assert session.collection.index_of(ArticleKey(ONE.id)) == 1


def test_nothing_is_left_when_all_is_removed() -> None:
    texts = KeptTexts(KEPT[:1])
    collection = Collection(texts.inputs())
    loader = Loader(collection, lambda news: None, lambda defect: None)
    undo_stack = UndoStack()
    reading_list = ReadingList(collection, ViewState(), loader, undo_stack)
    ListChanges(reading_list).remove_texts([ONE.id], texts, "text removed")
    assert (list(reading_list.order), reading_list.current, reading_list.rows.first_without_file) == ([], None, None)
    undo_stack.undo()
    assert reading_list.current == 0
