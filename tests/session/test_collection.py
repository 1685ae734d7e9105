"""Views, orders and the filter of the list."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_reader.analysis.pipeline import unanalysed
from tui_reader.analysis.text.find import loose
from tui_reader.errors import InputError
from tui_reader.ingest.input_list import STDIN, Input
from tui_reader.ingest.sources import document_from_text
from tui_reader.library.lookup import StatusLookup
from tui_reader.library.values import ArticleKey, CorrectionChange, KeptCorrection, Status, StatusChange
from tui_reader.model import Correction, Document, Place, TextQuote
from tui_reader.session import events
from tui_reader.session.arrangement import SORTS, Arrangement, arranged
from tui_reader.session.collection import AT_HAND, Collection
from tui_reader.session.entries import Entries
from tui_reader.session.summary import summarise


def entries_of(*rows: tuple[str, str, dict[str, object]]) -> Entries:
    """Entries with these names, titles and further fields."""
    entries = Entries()
    entries.add([Input(f"/{name}", name) for name, *_ in rows])
    for index, (name, title, rest) in enumerate(rows):
        texts = {"title": title, "text": loose(f"{title}\n{name}\ncorps de {title}")}
        for field, value in (texts | rest).items():
            setattr(entries.change(index), field, value)
    return entries


def entry(name: str, title: str, **rest: object) -> tuple[str, str, dict[str, object]]:
    return name, title, rest


ENTRIES = entries_of(
    entry("c.txt", "Élan", day="2024-02-14", site="Le Phare", length=300, figures=2, quotes=9, read=True),
    entry("a.txt", "abeille", day="2024-12-01", site="La Digue", length=900, figures=5, starred=True),
    entry("d.txt", "Zèbre", site="le phare", length=100, quotes=1),
    entry("b.txt", "Ours", day="2023-01-01", figures=0, quotes=0, read=True, starred=True),
    entry("e.txt", "Ours", same_as=3),
    entry("f.txt", "Ours (Avec AFP)", alike=3),
)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (Arrangement(), "cadb"),
        (Arrangement(unfolded=True), "cadbef"),
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
        (Arrangement(words="ours corps de", view="starred", sort="title", unfolded=True), "b"),
        (Arrangement(words="LAN corps c.t"), "c"),
        (Arrangement(words="élan abeille"), ""),
        (Arrangement(words="nowhere"), ""),
    ],
)
def test_what_is_shown_in_which_order(by: Arrangement, names: str) -> None:
    assert "".join(ENTRIES[index].input.name[0] for index in arranged(ENTRIES, by)) == names


def test_every_order_has_a_case() -> None:
    assert set(SORTS) == {"opened", "name", "title", "date", "site", "length", "figures", "quotes"}


BODY = " ".join(f"La ligne {number} du long récit de la digue." for number in range(30))


def collection_of(*texts: str, memory: StatusLookup | None = None) -> Collection:
    collection = Collection([Input(f"/n/{number}.txt", f"{number}.txt") for number in range(len(texts))], memory=memory)
    for index, text in enumerate(texts):
        collection.put_summary(index, summarise(document_from_text(text)))
    return collection


def test_the_same_text_is_one_row_and_nearly_the_same_is_folded() -> None:
    collection = collection_of(BODY, "Autre chose", BODY, f"{BODY} Avec AFP.")
    assert arranged(collection.entries, Arrangement()) == [0, 1]
    assert list(arranged(collection.entries, Arrangement(unfolded=True))) == [0, 1, 2, 3]
    assert collection.entries[0].names == ["2.txt"]
    assert collection.entries[0].folded == 1
    assert collection.unread == 3
    collection.do(0, Status(read=True))
    assert collection.unread == 2


def test_what_is_kept_comes_back_by_source_then_by_text() -> None:
    moved = document_from_text("Un texte déplacé")
    memory = StatusLookup(
        [
            StatusChange(ArticleKey("old", "/n/0.txt"), Status(read=True, place=5)),
            StatusChange(ArticleKey(moved.id, "/x.txt"), Status(starred=True)),
        ]
    )
    collection = Collection([Input("/n/0.txt", "0.txt"), Input("/n/1.txt", "1.txt")], memory=memory)
    assert (collection.entries[0].read, collection.entries[0].place, collection.unread) == (True, 5, 1)
    collection.put_summary(1, summarise(moved))
    assert collection.entries[1].starred
    told: list[StatusChange] = []
    collection.tell = told.append
    collection.do(1, Status(read=True))
    assert told == [StatusChange(ArticleKey(moved.id, "/n/1.txt"), Status(read=True))]
    assert collection.unread == 0


def test_a_deed_of_this_session_is_not_overruled_by_what_is_kept() -> None:
    document = document_from_text("Un texte")
    memory = StatusLookup([StatusChange(ArticleKey(document.id), Status(read=True, starred=True))])
    collection = Collection([Input("/n/0.txt", "0.txt")], memory=memory)
    collection.do(0, Status(starred=False))
    collection.put_summary(0, summarise(document))
    assert not collection.entries[0].starred


def test_a_changed_input_is_unknown_again_but_what_was_done_stays() -> None:
    collection = collection_of(BODY)
    collection.do(0, Status(read=True, place=9))
    collection.drop(0)
    collection.put_summary(0, summarise(document_from_text(BODY.replace("digue", "dune"))))
    assert (collection.entries[0].read, collection.entries[0].place, collection.known, collection.unread) == (
        True,
        9,
        1,
        0,
    )


TEXTS = [
    BODY,
    f"{BODY} Avec AFP.",
    f"{BODY} Avec Reuters.",
    "Une brève\n\nLe vent est tombé dans la nuit de lundi.",
    " ".join(f"Le vent {number} souffle encore sur les dunes." for number in range(30)),
]
DOCUMENTS = [document_from_text(text) for text in TEXTS]
SUMMARIES = [summarise(document) for document in DOCUMENTS]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("outline", "open", "count", "change", "problem", "arrive", "divide", "bring"),
                *("read", "star", "remove"),
            ]
        ),
        st.integers(0, 9),
        st.integers(0, len(TEXTS) - 1),
    ),
    max_size=40,
)


@settings(deadline=None)
@example([("outline", 0, 0), ("outline", 0, 3), ("change", 0, 0), ("outline", 1, 0)])
@given(STEPS)
def test_what_a_shelf_counts_and_folds_is_true_after_any_events(steps: list[tuple[str, int, int]]) -> None:
    collection = Collection([Input(f"/n/{number}.txt", f"{number}.txt") for number in range(4)])
    for step, number, text in steps:
        index = number % len(collection)
        document = DOCUMENTS[text]
        if step == "outline":
            collection.apply(events.Outlined(index, SUMMARIES[text]))
        elif step == "open":
            collection.apply(events.Analysed(index, unanalysed(document)))
        elif step == "count":
            collection.apply(events.Counted(index, 1, 2))
        elif step == "change":
            collection.apply(events.Changed(index))
        elif step == "problem":
            collection.apply(events.Unreadable(index, InputError("x", "is gone")))
        elif step == "arrive":
            collection.apply(events.Arrived((Input("/n/x.txt", "x.txt"),)))
        elif step == "divide" and collection.entries[index].input.record is None:
            collection.apply(events.Divided(index, tuple(collection.entries[index].input.divided(2))))
        elif step == "read":
            collection.do(index, Status(read=number % 2 == 0))
        elif step == "star":
            collection.do(index, Status(starred=True))
        else:
            bring_or_remove(collection, step, document, removed=number % 2 == 0)
        check(collection)


def bring_or_remove(collection: Collection, step: str, document: Document, *, removed: bool) -> None:
    """What may be done with a text that came without a file."""
    if step == "bring":
        collection.apply(events.Brought(len(collection), Input(STDIN, "pasted text"), document))
    elif step == "remove":
        collection.set_removed(document.id, removed)


def check(collection: Collection) -> None:
    entries = collection.entries
    assert collection.unread == sum(entry.unread for entry in entries)
    assert collection.known == sum(entry.known for entry in entries)
    assert collection.removed == sum(entry.removed for entry in entries)
    for index, entry in enumerate(entries):
        twins = [one for one, other in enumerate(entries) if entry.document and other.document == entry.document]
        if entry.same_as is not None:
            assert entry.same_as in twins
            assert entries[entry.same_as].same_as is None
        elif twins:
            assert sum(entries[one].same_as is None for one in twins) == 1
            files = [one for one in twins if one != index and entries[one].input.path != STDIN]
            assert sorted(entry.names) == sorted(entries[one].input.name for one in files)
            readable = [one for one in files if entries[one].problem is None]
            assert entry.input.path != STDIN or not readable, "the entry of a file stands for the others"
            others = [entries[one] for one in twins if one != index and not entries[one].removed]
            assert entry.problem is None or all(other.problem for other in others)
            assert not entry.removed or all(entries[one].removed for one in twins)
        assert entry.folded == sum(other.alike == index for other in entries)
        assert entry.alike != index
        assert entry.alike is None or entries[entry.alike].alike is None


def test_when_the_first_of_several_with_the_same_text_changes_another_stands_for_the_others() -> None:
    collection = collection_of(BODY, BODY, BODY, f"{BODY} Avec AFP.")
    assert arranged(collection.entries, Arrangement()) == [0]
    collection.apply(events.Changed(0))
    collection.apply(events.Outlined(0, SUMMARIES[3]))
    assert arranged(collection.entries, Arrangement()) == [0, 1, 3]
    assert collection.entries[1].names == ["2.txt"]
    assert (collection.entries[0].names, collection.entries[0].folded, collection.unread) == ([], 0, 3)


def test_the_entry_that_the_reader_is_at_stays_in_the_list() -> None:
    assert arranged(ENTRIES, Arrangement(view="unread"), sticky=3) == [1, 2, 3]
    assert arranged(ENTRIES, Arrangement(words="élan"), sticky=4) == [0, 4]


def change(collection: Collection, correction: Correction) -> CorrectionChange:
    kept = KeptCorrection(correction.field, collection.where(0), correction, "", "2026")
    return CorrectionChange(kept.id, None, kept)


def test_an_article_is_current_with_the_corrections_that_are_made_now() -> None:
    collection = collection_of(BODY)
    correction = Correction("block", "kept", "false", Place(None, None, TextQuote("Avec AFP.", "", "")))
    title = Correction("article", "title", "Un pont")
    assert not collection.is_current(0)
    collection.apply(events.Analysed(0, unanalysed(DOCUMENTS[0])))
    assert collection.is_current(0)
    collection.correct(0, [change(collection, title)])
    assert collection.is_current(0)  # which only what the analysis heeds puts in question
    collection.correct(0, [change(collection, correction)])
    assert not collection.is_current(0)
    collection.apply(events.Analysed(0, unanalysed(DOCUMENTS[0]), (correction,)))
    assert collection.is_current(0)
    collection.apply(events.Changed(0))
    assert not collection.is_current(0)


def test_the_articles_longest_not_wanted_are_put_away() -> None:
    collection = collection_of(*[f"Texte {number}" for number in range(AT_HAND + 1)])
    for index in range(AT_HAND):
        collection.apply(events.Analysed(index, unanalysed(DOCUMENTS[3])))
    assert collection.article(0) is not None
    collection.apply(events.Analysed(AT_HAND, unanalysed(DOCUMENTS[3])))
    assert collection.article(1) is None
    assert not collection.is_current(1)
    assert collection.is_current(0)
