"""Untrusted text made safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.display import MOST_MARKS, copyable, display_line, display_lines, displayable

ANY_TEXT = st.text(st.characters(), max_size=200)
HOSTILE = "\x1b\x9b\x07\x00\x7f\x08\r\t\u2028\u2029\x85\u202e\u2066\u200b\ufeff\U000e0041\ud800\ufffe\u0301ab[/] "
HOSTILE_TEXT = st.text(st.sampled_from(HOSTILE), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words, “quotes” and 900\u202f000 €\nnext", "Plain words, “quotes” and 900\u202f000 €\nnext"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b2J", "\ufffd2J"),
        ("a\rb\x00c\x7f", "a␍b␀c␡"),
        ("a\tb\x0bc\x85d\u2028e", "a b c d e"),
        ("\u202eevil\u202c", "\ufffdevil\ufffd"),
        ("zero\u200bwidth\ufeff", "zero\ufffdwidth\ufffd"),
        ("tag\U000e0041", "tag\ufffd"),
        ("\ud83d", "\ufffd"),
        ("soft\xadhyphen", "soft‧hyphen"),
        ("می\u200cخواهم 👩\u200d🔬", "می\u200cخواهم 👩\u200d🔬"),  # joiners are part of words
        ("[/b] [@click=app.quit]x[/] [AFP] [10%]", "[/b] [@click=app.quit]x[/] [AFP] [10%]"),
        ("a" + "\u0301" * 12, "a" + "\u0301" * MOST_MARKS + "\ufffd" * 4),
    ],
)
def test_displayable(text: str, shown: str) -> None:
    assert displayable(text) == shown


@given(ANY_TEXT | HOSTILE_TEXT)
def test_one_code_point_in_one_out_idempotent_and_inert(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert displayable(shown) == shown
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in shown)


@given(ANY_TEXT | HOSTILE_TEXT)
def test_a_displayed_line_is_one_line_of_the_same_length(text: str) -> None:
    assert "\n" not in display_line(text)
    assert len(display_line(text)) == len(text)


def test_lines_end_alike() -> None:
    assert display_lines("a\r\nb\rc\n\n\x1bd\u2028e") == "a\nb\nc\n\n␛d e"


@given(ANY_TEXT | HOSTILE_TEXT)
def test_what_is_copied_acts_on_nothing_and_ends_without_a_line_feed(text: str) -> None:
    copied = copyable(text)
    assert copied == copied.strip()
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in copied)


def test_one_line_a_paragraph_is_copied() -> None:
    assert copyable("one\ntwo\r\n\r\n  three\n") == "one two\nthree"


@pytest.mark.parametrize("flood", ["\x9d", "\u0301", "a\u0301", "\u202e", " "])
def test_a_flood_is_shown(flood: str) -> None:
    text = flood * 100_000  # a quadratic pattern would take minutes
    assert len(displayable(text)) == len(text)
