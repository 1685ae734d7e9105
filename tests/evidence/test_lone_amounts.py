"""Amounts that two articles of one event give once each."""

from __future__ import annotations

import pytest

from tests.evidence.test_figures import article, values
from tui_reader.evidence.figures import group_figures
from tui_reader.evidence.values import is_told_to_fewer_digits
from tui_reader.model import Figure, FigureKind, Qualifier, Span

SONDE = "La sonde Vesper s’est posée mardi sur l’astre Tolane, au terme du voyage lancé par l’agence Cosma. {}"


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        # measures in one unit, told to fewer digits
        ("Le caillou est large de 4,1 km.", "On croyait l’astre grand de quatre kilomètres.", True),
        ("Elle pèse 98 kilos.", "Il a fallu poser une centaine de kilos.", True),
        ("L’engin a subi 6,7 g.", "À l’arrivée, près de 7 g ont secoué l’engin.", True),
        ("Elle a parcouru 6,4 milliards de km.", "Au compteur : plus de six milliards de km.", True),
        ("Le caillou est large de 4,1 km.", "On croyait l’astre grand de cinq kilomètres.", False),
        ("Elle a parcouru 6,4 milliards de km.", "Au compteur : moins de six milliards de km.", False),
        ("Le caillou est large de 4,1 km.", "Elle pèse quatre kilos.", False),  # no one unit
        # of two that it may be, neither is taken
        ("Le caillou est large de 4,1 km.", "Un lac de 4 km, et un cratère de 4,2 km.", False),
        # sums, also where the currency is left unsaid
        ("Le contrat vaut 300 millions d’euros.", "Cosma a déboursé 300 millions d’euros.", True),
        ("Le contrat vaut 300 millions d’euros.", "Des mécènes en ont promis 300 millions.", True),
        ("Le contrat vaut 300 millions d’euros.", "Des mécènes en ont promis 200 millions.", False),
        ("Le contrat vaut 300 millions d’euros.", "Elle a fait rêver 300 millions d’enfants.", False),
        ("Le contrat vaut 300 millions d’euros.", "On a posé 300 millions de sacs.", False),
        ("Le contrat vaut 300 millions d’euros.", "Le contrat vaut 300 millions de dollars.", False),
        ("Le contrat vaut 157,2 millions d’euros.", "Cosma a déboursé 157 millions d’euros.", True),
        ("Le contrat vaut 1,2 million d’euros.", "Cosma a déboursé un million d’euros.", False),  # too few digits
        # shares with decimals
        ("Le budget a bondi de 5,3 %.", "L’agence obtient les 5,3 % voulus.", True),
        ("Le budget a bondi de 5,3 %.", "L’agence obtient les 5,4 % voulus.", False),
    ],
)
def test_amounts_that_two_articles_give_once(first: str, second: str, are_same: bool) -> None:
    found = values(article(SONDE.format(first)), article(SONDE.format(second)))
    assert (len(found) > 0) is are_same, found


def test_measures_told_to_fewer_digits_agree() -> None:
    texts = ("Le caillou est large de 4,1 km.", "On croyait l’astre grand de quatre kilomètres.")
    assert [group.agrees for group in group_figures([article(SONDE.format(text)) for text in texts])] == [True]


def test_amounts_of_two_events_are_two() -> None:
    port = "Le port de Kerzan a reçu lundi un navire de la compagnie Maroule, long de quatre kilomètres de câble."
    assert not values(article(SONDE.format("Le caillou est large de 4,1 km.")), article(port))


def measure(value: float, qualifier: Qualifier | None = None, kind: FigureKind = "measure") -> Figure:
    return Figure(Span(0, 1), "1", "1", value, Span(0, 1), kind=kind, unit="km", qualifier=qualifier)


@pytest.mark.parametrize(
    ("rough", "exact", "is_so"),
    [
        (measure(7), measure(6.7), True),
        (measure(7), measure(7.6), False),
        (measure(600, "more_than"), measure(622), True),
        (measure(600, "more_than"), measure(598), False),
        (measure(600, "more_than"), measure(700), False),
        (measure(600, "less_than"), measure(598), True),
        (measure(100, "about"), measure(98), True),
        (measure(100, "about"), measure(130), False),
        (measure(35), measure(36), False),  # as many digits
        (measure(0), measure(0.2), False),
        (measure(7), measure(-6.7), False),
        (measure(2, "more_than"), measure(2.9), False),  # too far
        (measure(7, kind="count"), measure(6.7, kind="count"), False),
    ],
)
def test_measures_told_to_fewer_digits(rough: Figure, exact: Figure, is_so: bool) -> None:
    assert is_told_to_fewer_digits(rough, exact) is is_told_to_fewer_digits(exact, rough) is is_so
