"""The units of a page, the cursor's steps and the ends of a selection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Rewording, Span
from tui_reader.ui.view.page import Page, Paragraph, plain_page
from tui_reader.ui.view.text_selection import TextSelection, count_words
from tui_reader.ui.view.text_units import TextUnits, Unit

TEXT = "Le titre\n\nIl pleut. Elle dit « Non. Jamais ! » et part.\n\nFin."
UNITS = TextUnits(plain_page(TEXT))
TITLE, RAIN, SAYS, NEVER, END = "Le titre", "Il pleut.", "Elle dit « Non.", "Jamais ! » et part.", "Fin."


def words_of(span: Span | None) -> str | None:
    return None if span is None else span.of(TEXT)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("Le", TITLE), ("\n", RAIN), ("pleut", RAIN), ("Elle", SAYS), ("Jamais", NEVER), ("Fin", END), ("in.", END)],
)
def test_the_sentence_at_a_place_or_the_next_one(words: str, sentence: str) -> None:
    assert words_of(UNITS.sentence_at(TEXT.index(words))) == sentence
    assert words_of(UNITS.sentence_at(len(TEXT))) == END


@pytest.mark.parametrize(
    ("start", "unit", "by", "expected"),
    [
        (TITLE, "sentence", 1, RAIN),
        (RAIN, "sentence", 1, SAYS),
        (SAYS, "sentence", 1, NEVER),
        (END, "sentence", 1, None),
        (END, "sentence", -1, NEVER),
        (RAIN, "sentence", -1, TITLE),
        (TITLE, "sentence", -1, None),
        (NEVER, "paragraph", 1, END),
        (NEVER, "paragraph", -1, TITLE),
        (TITLE, "paragraph", -1, None),
        (END, "paragraph", 1, None),
    ],
)
def test_steps_by_sentences_and_paragraphs(start: str, unit: Unit, by: int, expected: str | None) -> None:
    place = TEXT.index(start)
    assert words_of(UNITS.next_to(Span(place, place + len(start)), unit, by)) == expected


def test_the_sentences_in_sight() -> None:
    sight = Span(TEXT.index("pleut"), TEXT.index("et part"))
    assert [span.of(TEXT) for span in UNITS.sentences_in(sight)] == [RAIN, SAYS, NEVER]
    assert UNITS.sentences_in(Span(8, 10)) == []


def test_a_page_without_words_has_no_units() -> None:
    units = TextUnits(Page("", (Paragraph(Span(0, 0), note="nothing"),), Rewording("", [])))
    assert units.sentence_at(0) is None
    assert units.sentences_in(Span(0, 0)) == []
    assert units.next_to(Span(0, 0), "paragraph", 1) is None
    assert units.end_after(0, "word") is None


SELECTION = TextSelection(Span(TEXT.index(RAIN), TEXT.index(RAIN) + len(RAIN)))
MOVES: dict[str, tuple[Unit, int]] = {
    "j": ("sentence", 1),
    "k": ("sentence", -1),
    "l": ("word", 1),
    "h": ("word", -1),
    "J": ("paragraph", 1),
    "K": ("paragraph", -1),
}


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("", "Il pleut."),
        ("j", "Il pleut. Elle dit « Non."),
        ("jk", "Il pleut."),
        ("k", "Le titre\n\nIl pleut."),
        ("kj", "Il pleut."),
        ("kjj", "Il pleut. Elle dit « Non."),
        ("l", "Il pleut. Elle"),
        ("ll", "Il pleut. Elle dit"),
        ("h", "Il pleut"),
        ("hh", "Il"),
        ("hhh", "titre\n\nIl"),
        ("J", "Il pleut. Elle dit « Non. Jamais ! » et part."),
        ("JJ", "Il pleut. Elle dit « Non. Jamais ! » et part.\n\nFin."),
        ("JJJ", "Il pleut. Elle dit « Non. Jamais ! » et part.\n\nFin."),
        ("ok", "Le titre\n\nIl pleut."),
        ("oh", "titre\n\nIl pleut."),
        ("ol", "pleut."),
        ("oK", "Le titre\n\nIl pleut."),
        ("oKoj", "Le titre\n\nIl pleut. Elle dit « Non."),
        ("oj", "Il pleut. Elle dit « Non."),
        ("oKoJJK", "Le titre\n\nIl pleut. Elle dit « Non. Jamais ! » et part."),
        ("JJK", "Il pleut. Elle dit « Non. Jamais ! » et part."),
    ],
)
def test_a_selection_grows_and_shrinks_at_the_end_that_moves(keys: str, selected: str) -> None:
    selection = SELECTION
    for key in keys:
        selection = selection.other_end() if key == "o" else selection.moved(UNITS, *MOVES[key])
    assert selection.span.of(TEXT) == selected


PIECES = st.sampled_from(["Un mot. ", "« Non. » ", "J.-P. dit ", "\n", "\n\n", "  ", "12 000 ", "e\u0301t\u00e9 "])


@given(st.lists(PIECES, max_size=20), st.lists(st.sampled_from("jklhJKo"), max_size=12), st.integers(0, 200))
def test_whatever_is_pressed_a_selection_stays_in_the_text(pieces: list[str], keys: list[str], start: int) -> None:
    text = "".join(pieces)
    units = TextUnits(plain_page(text))
    sentence = units.sentence_at(start)
    if sentence is None:
        return
    selection = TextSelection(sentence)
    for key in keys:
        selection = selection.other_end() if key == "o" else selection.moved(units, *MOVES[key])
        assert 0 <= selection.span.start < selection.span.end <= len(text)
    for by in (1, -1):
        step = units.next_to(sentence, "sentence", by)
        assert step is None or (step.start - sentence.start) * by > 0


def test_a_selection_is_the_same_on_another_page() -> None:
    raw = "Un. Partager Deux. Trois."
    clean = Rewording.build(raw, [(Span(0, 3), ()), (Span(13, 25), ())])
    selected = TextSelection(Span(0, 18)).on_page(Rewording.verbatim(raw), clean)
    assert selected is not None
    assert selected.span.of(clean.text) == "Un.\n\nDeux."
    assert TextSelection(Span(4, 12)).on_page(Rewording.verbatim(raw), clean) is None
    assert count_words("L’été, c’est 12 000 mots") == 5
