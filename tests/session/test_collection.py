"""Views, orders and the filter of the list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.analysis.pipeline import unanalysed
from tui_reader.errors import InputError
from tui_reader.ingest.sources import STDIN, Input, document_from_text
from tui_reader.library.memory import Deed, Memory, Status, Where
from tui_reader.model import Correction
from tui_reader.session import events
from tui_reader.session.arrangement import SORTS, Arrangement, arranged
from tui_reader.session.collection import AT_HAND, Entry, Shelf
from tui_reader.session.find import loose
from tui_reader.session.summary import listed


def entry(name: str, title: str, **rest: object) -> Entry:
    made = Entry(Input(f"/{name}", name), title=title, text=loose(f"{title}\n{name}\ncorps de {title}"))
    for field, value in rest.items():
        setattr(made, field, value)
    return made


ENTRIES = [
    entry("c.txt", "Élan", day="2024-02-14", site="Le Phare", length=300, figures=2, quotes=9, read=True),
    entry("a.txt", "abeille", day="2024-12-01", site="La Digue", length=900, figures=5, starred=True),
    entry("d.txt", "Zèbre", site="le phare", length=100, quotes=1),
    entry("b.txt", "Ours", day="2023-01-01", figures=0, quotes=0, read=True, starred=True),
    entry("e.txt", "Ours", same_as=3),
    entry("f.txt", "Ours (Avec AFP)", alike=3),
]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (Arrangement(), "cadb"),
        (Arrangement(unfolded=True), "cadbf"),
        (Arrangement(view="unread"), "ad"),
        (Arrangement(view="starred"), "ab"),
        (Arrangement(sort="name"), "abcd"),
        (Arrangement(sort="title"), "acbd"),
        (Arrangement(sort="date"), "acbd"),
        (Arrangement(sort="site"), "acdb"),
        (Arrangement(sort="length"), "acdb"),
        (Arrangement(sort="figures"), "acbd"),
        (Arrangement(sort="quotes"), "cdba"),
        (Arrangement(words="ÉLAN"), "c"),
        (Arrangement(words=" corps de  "), "cadb"),
        (Arrangement(words="d.txt"), "d"),
        (Arrangement(words="corps de o", view="starred", sort="title", unfolded=True), "b"),
        (Arrangement(words="nowhere"), ""),
    ],
)
def test_what_is_shown_in_which_order(by: Arrangement, names: str) -> None:
    assert "".join(ENTRIES[index].input.name[0] for index in arranged(ENTRIES, by)) == names


def test_every_order_has_a_case() -> None:
    assert set(SORTS) == {"opened", "name", "title", "date", "site", "length", "figures", "quotes"}


BODY = " ".join(f"La ligne {number} du long récit de la digue." for number in range(30))


def shelf_of(*texts: str, memory: Memory | None = None) -> Shelf:
    shelf = Shelf([Input(f"/n/{number}.txt", f"{number}.txt") for number in range(len(texts))], memory=memory)
    for index, text in enumerate(texts):
        shelf.put_listed(index, listed(document_from_text(text)))
    return shelf


def test_the_same_text_is_one_row_and_nearly_the_same_is_folded() -> None:
    shelf = shelf_of(BODY, "Autre chose", BODY, f"{BODY} Avec AFP.")
    assert arranged(shelf.entries, Arrangement()) == [0, 1]
    assert arranged(shelf.entries, Arrangement(unfolded=True)) == [0, 1, 3]
    assert shelf.entries[0].names == ["2.txt"]
    assert shelf.entries[0].folded == 1
    assert shelf.unread == 3
    shelf.do(0, Status(read=True))
    assert shelf.unread == 2


def test_what_is_kept_comes_back_by_source_then_by_text() -> None:
    moved = document_from_text("Un texte déplacé")
    memory = Memory(
        [
            Deed(Where("old", "/n/0.txt"), Status(read=True, place=5)),
            Deed(Where(moved.id, "/x.txt"), Status(starred=True)),
        ]
    )
    shelf = Shelf([Input("/n/0.txt", "0.txt"), Input("/n/1.txt", "1.txt")], memory=memory)
    assert (shelf.entries[0].read, shelf.entries[0].place, shelf.unread) == (True, 5, 1)
    shelf.put_listed(1, listed(moved))
    assert shelf.entries[1].starred
    told: list[Deed] = []
    shelf.tell = told.append
    shelf.do(1, Status(read=True))
    assert told == [Deed(Where(moved.id, "/n/1.txt"), Status(read=True))]
    assert shelf.unread == 0


def test_a_deed_of_this_session_is_not_overruled_by_what_is_kept() -> None:
    document = document_from_text("Un texte")
    memory = Memory([Deed(Where(document.id), Status(read=True, starred=True))])
    shelf = Shelf([Input("/n/0.txt", "0.txt")], memory=memory)
    shelf.do(0, Status(starred=False))
    shelf.put_listed(0, listed(document))
    assert not shelf.entries[0].starred


def test_a_changed_input_is_unknown_again_but_what_was_done_stays() -> None:
    shelf = shelf_of(BODY)
    shelf.do(0, Status(read=True, place=9))
    shelf.drop(0)
    shelf.put_listed(0, listed(document_from_text(BODY.replace("digue", "dune"))))
    assert (shelf.entries[0].read, shelf.entries[0].place, shelf.known, shelf.unread) == (True, 9, 1, 0)


TEXTS = [
    BODY,
    f"{BODY} Avec AFP.",
    f"{BODY} Avec Reuters.",
    "Une brève\n\nLe vent est tombé dans la nuit de lundi.",
    " ".join(f"Le vent {number} souffle encore sur les dunes." for number in range(30)),
]
DOCUMENTS = [document_from_text(text) for text in TEXTS]
LISTED = [listed(document) for document in DOCUMENTS]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["outline", "open", "count", "change", "problem", "arrive", "divide", "bring", "read", "star"]),
        st.integers(0, 9),
        st.integers(0, len(TEXTS) - 1),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(STEPS)
def test_what_a_shelf_counts_and_folds_is_true_after_any_events(steps: list[tuple[str, int, int]]) -> None:
    shelf = Shelf([Input(f"/n/{number}.txt", f"{number}.txt") for number in range(4)])
    for step, number, text in steps:
        index = number % len(shelf)
        document = DOCUMENTS[text]
        if step == "outline":
            shelf.apply(events.Outlined(index, LISTED[text]))
        elif step == "open":
            shelf.apply(events.Analysed(index, unanalysed(document)))
        elif step == "count":
            shelf.apply(events.Counted(index, 1, 2))
        elif step == "change":
            shelf.apply(events.Changed(index))
        elif step == "problem":
            shelf.apply(events.Unreadable(index, InputError("x", "is gone")))
        elif step == "arrive":
            shelf.apply(events.Arrived((Input("/n/x.txt", "x.txt"),)))
        elif step == "divide" and shelf.entries[index].input.record is None:
            shelf.apply(events.Divided(index, tuple(shelf.entries[index].input.divided(2))))
        elif step == "bring":
            shelf.apply(events.Brought(len(shelf), Input(STDIN, "pasted text"), document))
        elif step == "read":
            shelf.do(index, Status(read=number % 2 == 0))
        elif step == "star":
            shelf.do(index, Status(starred=True))
        check(shelf)


def check(shelf: Shelf) -> None:
    entries = shelf.entries
    assert shelf.unread == sum(entry.unread for entry in entries)
    assert shelf.known == sum(entry.known for entry in entries)
    for index, entry in enumerate(entries):
        twins = [one for one, other in enumerate(entries) if entry.document and other.document == entry.document]
        if entry.same_as is not None:
            assert entry.same_as in twins
            assert entries[entry.same_as].same_as is None
        elif twins:
            assert sum(entries[one].same_as is None for one in twins) == 1
            assert sorted(entry.names) == sorted(entries[one].input.name for one in twins if one != index)
        assert entry.folded == sum(other.alike == index for other in entries)
        assert entry.alike != index
        assert entry.alike is None or entries[entry.alike].alike is None


def test_when_the_first_of_several_with_the_same_text_changes_another_stands_for_the_others() -> None:
    shelf = shelf_of(BODY, BODY, BODY, f"{BODY} Avec AFP.")
    assert arranged(shelf.entries, Arrangement()) == [0]
    shelf.apply(events.Changed(0))
    shelf.apply(events.Outlined(0, LISTED[3]))
    assert arranged(shelf.entries, Arrangement()) == [0, 1, 3]
    assert shelf.entries[1].names == ["2.txt"]
    assert (shelf.entries[0].names, shelf.entries[0].folded, shelf.unread) == ([], 0, 3)


def test_the_entry_that_the_reader_is_at_stays_in_the_list() -> None:
    assert arranged(ENTRIES, Arrangement(view="unread"), sticky=3) == [1, 2, 3]
    assert arranged(ENTRIES, Arrangement(words="élan"), sticky=4) == [0, 4]


def test_an_article_is_current_with_the_corrections_that_are_made_now() -> None:
    shelf = shelf_of(BODY)
    correction = Correction("Avec AFP.", 0, kept=False)
    assert not shelf.is_current(0)
    shelf.apply(events.Analysed(0, unanalysed(DOCUMENTS[0])))
    assert shelf.is_current(0)
    shelf.do(0, Status(corrections=(correction,)))
    assert not shelf.is_current(0)
    shelf.apply(events.Analysed(0, unanalysed(DOCUMENTS[0]), (correction,)))
    assert shelf.is_current(0)
    shelf.apply(events.Changed(0))
    assert not shelf.is_current(0)


def test_the_articles_longest_not_wanted_are_put_away() -> None:
    shelf = shelf_of(*[f"Texte {number}" for number in range(AT_HAND + 1)])
    for index in range(AT_HAND):
        shelf.apply(events.Analysed(index, unanalysed(DOCUMENTS[3])))
    assert shelf.article(0) is not None
    shelf.apply(events.Analysed(AT_HAND, unanalysed(DOCUMENTS[3])))
    assert shelf.article(1) is None
    assert not shelf.is_current(1)
    assert shelf.is_current(0)
