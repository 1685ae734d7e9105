"""Views, orders and the filter of the list."""

from __future__ import annotations

import pytest

from tui_reader.ingest.sources import Input, document_from_text
from tui_reader.library.memory import Deed, Memory, Status, Where
from tui_reader.ui.arrange import SORTS, Arrangement, arranged
from tui_reader.ui.find import loose
from tui_reader.ui.listed import listed
from tui_reader.ui.shelf import Entry, Shelf


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
