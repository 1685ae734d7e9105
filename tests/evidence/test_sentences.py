"""What a sentence tells of the figures in it."""

from __future__ import annotations

import pytest

from tui_reader.evidence.sentences import SentenceEvidence
from tui_reader.evidence.words import NamedWords
from tui_reader.model import Span


def read(marked: str) -> tuple[SentenceEvidence, Span]:
    """A sentence in which `[…]` is the figure and `{…}` are others."""
    text, figures, own = "", [], Span(0, 0)
    for sign in marked:
        if sign in "[{":
            figures.append(Span(len(text), len(text)))
        elif sign in "]}":
            figures[-1] = Span(figures[-1].start, len(text))
            own = figures[-1] if sign == "]" else own
        else:
            text += sign
    return SentenceEvidence(text, "fr", "2024-02-14", tuple(figures)), own


@pytest.mark.parametrize(
    ("marked", "thing"),
    [
        ("La crue a tué [neuf] personnes.", {"dead"}),
        ("La crue a tué {neuf} personnes et en a blessé [12].", {"injured"}),
        ("Des maisons sont détruites et [30] habitants blessés.", {"injured"}),
        ("Selon les survivants, [500] personnes étaient à bord.", {"aboard"}),
        ("Environ [12] personnes ont dû quitter leurs maisons.", {"evacuated"}),
        ("La guerre a coûté la vie à [300] hommes.", {"dead"}),
        ("Il reste [12] communes.", set()),
    ],
)
def test_the_nearest_thing(marked: str, thing: set[str]) -> None:
    sentence, span = read(marked)
    assert sentence.nearest_thing(span) == thing


@pytest.mark.parametrize(
    ("marked", "is_part", "is_daily"),
    [
        ("{Neuf} morts, dont [deux] enfants.", True, False),
        ("{Neuf} morts, dont au moins [deux] enfants.", True, False),
        ("[Deux] policiers sont parmi les victimes.", True, False),
        ("La tragédie, dont le bilan atteint désormais [339] morts.", False, False),
        ("[Neuf] morts, dont {deux} enfants.", False, False),
        ("[80] décès en une journée.", False, True),
        ("Plus de {dix} morts et de plus de [600] blessés.", False, False),
    ],
)
def test_parts_and_counts_of_a_day(marked: str, is_part: bool, is_daily: bool) -> None:
    sentence, span = read(marked)
    assert (sentence.is_part(span), sentence.is_daily(span)) == (is_part, is_daily)


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("Mardi, [neuf] personnes sont mortes.", "2024-02-13"),
        ("Depuis mardi, [neuf] personnes sont mortes.", None),
        ("Le second tour du 18 février oppose [deux] candidats.", None),  # to come
        ("Le maire a annoncé mardi [neuf] morts.", None),
        ("La dernière crue comparable, en 1988, avait fait [neuf] morts.", "1988-01-01"),
        ("La grève, qui touche [300] salariés, a commencé mardi.", None),
        ("Il y en a [300], plus que le 7 février.", None),
        ("14 février 2024. – Il y en a [300].", None),  # a dateline
        ("Mardi, {200} d’après la police, et [300] selon la mairie.", "2024-02-13"),
        ("On en a compté [48 000] à Paris, contre {20 000} le 7 février.", None),
        ("On en a compté {48 000} à Paris, contre [20 000] le 7 février.", "2024-02-07"),
    ],
)
def test_the_time_of_a_figure(marked: str, day: str | None) -> None:
    sentence, span = read(marked)
    time = sentence.time_of(span)
    assert (time and time.days.first.isoformat()) == day


@pytest.mark.parametrize(
    ("marked", "holder"),
    [
        ("Hier, M. Kané a obtenu [38 %] des voix et M. Tano {32 %}.", {"kané"}),
        ("Hier, M. Kané a obtenu {38 %} des voix et M. Tano [32 %].", {"tano"}),
        ("Elle gagne avec {54 %} des voix contre [46 %] à Badou Kané.", {"badou", "kané"}),
        ("Le parti de M. Kané obtient à Paris [12 %].", {"kané"}),
        ("Le parti obtient [12 %].", set()),
        ("Badou obtient [12 %].", {"badou"}),  # that it is a name another sentence tells
        ("Le parti au pouvoir obtient {12 %}, les conservateurs [9 %].", {"conservatives"}),
    ],
)
def test_whose_share_it_is(marked: str, holder: set[str]) -> None:
    sentence, span = read(marked)
    assert sentence.names.holder(span, frozenset({"badou"})) == holder


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ("La marche a réuni [deux millions] de personnes en France, dont {300 000} à Paris.", {"france"}),
        ("La marche a réuni {deux millions} de personnes en France, dont [300 000] à Paris.", {"paris"}),
        ("Ils étaient [10 000] à Lyon et {2 500} à Lille.", {"lyon"}),
        ("Ils étaient {10 000} à Lyon et [2 500] à Lille.", {"lille"}),
        ("Hier à Lyon, ils étaient {10 000} selon la police, [25 000] selon la CGT.", {"lyon"}),
    ],
)
def test_the_places_of_a_figure(marked: str, places: set[str]) -> None:
    sentence, span = read(marked)
    assert sentence.names.places_of(span) == places


@pytest.mark.parametrize(
    ("marked", "is_earlier"),
    [
        ("{2 000} foyers sont sans courant, contre [15 000] la veille.", True),
        ("[2 000] foyers sont sans courant, contre {15 000} la veille.", False),
        ("Le bilan précédent était de [12] morts.", True),
        ("[12] morts, d’après la police.", False),
    ],
)
def test_what_was_told_before(marked: str, is_earlier: bool) -> None:
    sentence, span = read(marked)
    assert sentence.is_earlier(span) is is_earlier


def test_named_words() -> None:
    words = NamedWords({"dead": frozenset({"mort", "perdu_la_vie"}), "homes": frozenset({"perdu", "habitat*"})})
    found = words.find("un mort a perdu la vie, perdu son habitation, mortel")
    assert [(place.of("un mort a perdu la vie, perdu son habitation, mortel"), name) for place, name in found] == [
        ("mort", "dead"),
        ("perdu la vie", "dead"),
        ("perdu", "homes"),
        ("habitation", "homes"),
    ]
