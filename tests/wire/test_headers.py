"""Headers may hold anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_reader.wire.headers import MOST_WAIT_SECONDS, content_type, declared_length, seconds_to_wait, validator

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
DATES = st.builds(
    "{}, {} {} {} {}:{}:{} {}".format,
    st.sampled_from(["Mon", "Montag", ""]),
    *(st.integers(-1, 99), st.sampled_from(["Nov", "Novembre", "13"]), st.integers(-1, 10**12)),
    *(st.integers(-1, 99), st.integers(-1, 99), st.integers(-1, 99)),
    st.sampled_from(["GMT", "+0100", "-9999", "+99999999999", "", "x"]),
)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Mon, 02 Nov 2026 08:00:30 GMT", 30.0),
        ("Mon, 02 Nov 2026 09:00:30 +0100", 30.0),
        ("Monday, 02-Nov-26 08:00:30 GMT", 30.0),
        ("Mon Nov  2 08:00:30 2026", 30.0),
        ("Mon, 02 Nov 2026 07:00:00 GMT", 0.0),
        ("30", 30.0),
        (None, None),
    ],
)
def test_how_long_to_wait(value: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(value, NOW) == seconds


@given(st.text() | DATES)
@example("²")
@example("0 NOV 2147483648 0:0 GMT")
@example("Mon, 01 Jan 0001 00:00:00 +2359")
@example("Fri, 31 Dec 9999 23:59:59 -2359")
@example("Mon, 02 Nov 2026 08:00:00 +99999")
def test_a_wait_is_never_longer_than_a_day(value: str) -> None:
    seconds = seconds_to_wait(value, NOW)
    assert seconds is None or 0 <= seconds <= MOST_WAIT_SECONDS


@given(st.text() | st.builds("text/html;charset={}".format, st.text()))
@example("text/html; charset=\x00")
@example("text/html; charset=undefined")
def test_a_charset_is_one_that_python_reads(value: str) -> None:
    _media_type, charset = content_type(value)
    if charset is not None:
        assert isinstance(bytes(4).decode(charset), str)


@given(st.text())
@example("é")
@example("a\r\nCookie: x")
def test_a_validator_is_one_line_of_plain_letters(value: str) -> None:
    kept = validator(value)
    assert kept is None or (kept == value and kept.isascii() and kept.isprintable())


@pytest.mark.parametrize(
    ("value", "length"),
    [("12", 12), ("", None), (None, None), ("-1", None), ("٣", None), ("9" * 30, None), ("1, 1", None)],
)
def test_a_length_is_a_number(value: str | None, length: int | None) -> None:
    assert declared_length(value) == length
