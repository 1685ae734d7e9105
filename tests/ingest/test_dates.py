"""Dates as archives write them."""

from __future__ import annotations

import pytest

from tests.ingest.months import written
from tui_reader.ingest.formats.dates import MONTHS_FILE, find_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 décembre 2011", "2011-12-29"),
        ("lundi 16 octobre 2023 - 16:55:20 -0000 1017 mots", "2023-10-16"),
        ("Sport, mardi 1er mars 2011, p. 3", "2011-03-01"),
        ("December 31, 2018 Monday 10:50 AM GMT", "2018-12-31"),
        ("Monday, 3 January 2022", "2022-01-03"),
        ("29. Dezember 2011", "2011-12-29"),
        ("29 de diciembre de 2011", "2011-12-29"),
        ("29 dicembre 2011", "2011-12-29"),
        ("29 декабря 2011", "2011-12-29"),
        ("29 grudnia 2011", "2011-12-29"),
        ("29 Aralık 2011", "2011-12-29"),
        ("2011 年 12 月 29 日", "2011-12-29"),
        ("2011년 12월 29일", "2011-12-29"),
        ("2011-12-29", "2011-12-29"),
        ("Mar 2, 2022 and 3 March 2022", "2022-03-02"),
        ("03.02.2021 10:00", "2021-02-03"),
        ("13/02/2021", "2021-02-13"),
        ("02-13-2021", "2021-02-13"),
        ("02/02/2021", "2021-02-02"),
        ("03/02/2021", None),
        ("192.03.02.2021", None),
        ("31.02.2021", None),
        ("31 février 2011", None),
        ("12 tubas 2011", None),
        ("tome 3, mai 2011", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_many_languages(text: str, day: str | None) -> None:
    assert find_date(text) == day


def test_where_the_day_comes_first_it_does_in_numbers() -> None:
    assert find_date("le 03/02/2021", day_first=True) == "2021-02-03"


def test_the_names_of_months_are_those_of_the_unicode_data() -> None:
    committed = set(MONTHS_FILE.read_text(encoding="utf-8").splitlines())
    assert {line for line in written().splitlines() if line.startswith("[")} <= committed
