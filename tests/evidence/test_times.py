"""When what a figure tells of was."""

from __future__ import annotations

from datetime import date

import pytest

from tui_reader.evidence.times import DateRange, day_of, time_expressions

WEDNESDAY = date(2022, 3, 2)


def days(first: str, last: str | None = None) -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("sentence", "language", "wanted"),
    [
        ("Le 27 mars, il a plu.", "fr", [days("2021-03-27")]),  # the last one before the article
        ("Le 7 mars, il pleuvra.", "fr", [days("2022-03-07")]),  # or one that comes soon
        ("Le 2 avril, il pleuvra.", "fr", [days("2022-04-02")]),
        ("Hier, il a plu, et demain il pleuvra.", "fr", [days("2022-03-01"), days("2022-03-03")]),
        ("Cette année, et l’an prochain.", "fr", [days("2022-01-01", "2022-12-31"), days("2023-01-01", "2023-12-31")]),
        ("Le 1er mars 2022, il a plu.", "fr", [days("2022-03-01")]),
        ("En janvier, il a plu.", "fr", [days("2022-01-01", "2022-01-31")]),
        ("En août, il a plu.", "fr", [days("2021-08-01", "2021-08-31")]),
        ("En février 2020, il a plu.", "fr", [days("2020-02-01", "2020-02-29")]),
        ("En 2017, trois ouvriers sont morts.", "fr", [days("2017-01-01", "2017-12-31")]),
        ("Il a plu mardi et mercredi.", "fr", [days("2022-03-01"), days("2022-03-02")]),
        ("L’an dernier, il a plu.", "fr", [days("2021-01-01", "2021-12-31")]),
        ("Ce mois-ci, il pleut.", "fr", [days("2022-03-01", "2022-03-31")]),
        ("Le mois dernier, il a plu.", "fr", [days("2022-02-01", "2022-02-28")]),
        ("Il y a eu sept morts et 2 000 blessés.", "fr", []),  # sept. is a month, sept a number; 2 000 no year
        ("Le 31 février, il a plu.", "fr", []),
        ("Dix jours après le séisme, il a plu.", "fr", [days("2022-02-20")]),
        ("Le 2e jour après le séisme, il a plu.", "fr", []),
        ("Au lendemain du séisme, il a plu.", "fr", [days("2022-03-01")]),
        ("La semaine dernière, il a plu.", "fr", [days("2022-02-21", "2022-02-27")]),
        ("Il y a deux semaines, il a plu.", "fr", [days("2022-02-13", "2022-02-19")]),
        ("Un an jour pour jour après le séisme, il a plu.", "fr", [days("2021-01-01", "2021-05-01")]),
        ("Il y a dix ans, il a plu dix jours.", "fr", [days("2012-01-04", "2012-05-03")]),
        (
            "Three days after the quake, and a month ago, it rained.",
            "en",
            [days("2022-02-27"), days("2022-01-16", "2022-02-15")],
        ),
        ("On March 1, 2022, it rained.", "en", [days("2022-03-01")]),
        ("On 1 March 2022 it rained.", "en", [days("2022-03-01")]),
        ("It may rain on Tuesday.", "en", [days("2022-03-01")]),
        ("Last May it rained.", "en", [days("2021-05-01", "2021-05-31")]),
        ("Revenue rose to $2000 last year.", "en", [days("2021-01-01", "2021-12-31")]),
    ],
)
def test_times_that_a_sentence_names(sentence: str, language: str, wanted: list[DateRange]) -> None:
    assert [one.days for one in time_expressions(sentence, language, WEDNESDAY)] == wanted


def test_without_the_day_of_the_article_only_whole_dates_are_known() -> None:
    sentence = "Mardi 7 mars, en 2017 et le 8 mars 2020."
    assert [one.days for one in time_expressions(sentence, "fr", None)] == [
        days("2017-01-01", "2017-12-31"),
        days("2020-03-08"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (days("2022-03-02"), days("2022-03-02"), 0),
        (days("2022-03-02"), days("2022-03-05"), 3),
        (days("2022-03-05"), days("2022-03-02"), 3),
        (days("2022-01-01", "2022-12-31"), days("2022-03-02"), 0),
    ],
)
def test_how_far_days_are_apart(one: DateRange, other: DateRange, apart: int) -> None:
    assert one.days_apart(other) == apart


@pytest.mark.parametrize(
    ("published", "day"),
    [("2022-03-02", WEDNESDAY), ("2022-03-02T10:00", WEDNESDAY), ("2022-03", None), (None, None), ("x", None)],
)
def test_the_day_of_an_article(published: str | None, day: date | None) -> None:
    assert day_of(published) == day


@pytest.mark.parametrize(
    ("sentence", "language", "day"),
    [
        ("Le prix a augmenté lundi.", "fr", "2024-02-12"),
        ("Le prix augmentera lundi.", "fr", "2024-02-19"),
        ("Le procès devrait s'ouvrir lundi.", "fr", "2024-02-19"),
        ("Il dira tout, a-t-il promis lundi.", "fr", "2024-02-12"),
        ("The price will rise on Monday.", "en", "2024-02-19"),
        ("The price rose on Monday.", "en", "2024-02-12"),
    ],
)
def test_a_verb_tells_that_a_day_is_to_come(sentence: str, language: str, day: str) -> None:
    [expression] = time_expressions(sentence, language, date(2024, 2, 14))
    assert expression.days.first.isoformat() == day


def test_odd_numbers_and_days_that_are_placeholders_end_nothing() -> None:
    assert time_expressions("Il est venu ² jours après le drame.", "fr", WEDNESDAY) == []
    assert day_of("9999-12-31") is None
    assert day_of("0001-01-01") is None
