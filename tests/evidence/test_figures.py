"""Which figures give the same thing, and whether they agree."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from tui_reader.analysis.corrections.apply import apply_corrections
from tui_reader.analysis.pipeline import analyse
from tui_reader.evidence.counted import counted_figures
from tui_reader.evidence.events import names_of_lead
from tui_reader.evidence.figures import FigureGroup, FigureItem, group_figures
from tui_reader.evidence.words import names_in, stems_of
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Change, Correction, Figure, Qualifier, Span

CRUE = "La crue de la Sarne à Montrevel, dans la vallée de la Haute-Sarne, a fait {} mardi, selon le préfet."


def article(text: str, day: str = "2024-02-14") -> Article:
    found = analyse(document_from_text(text))
    return apply_corrections(found, [Correction("article", "published", day)]).article


def values(*articles: Article) -> list[list[float]]:
    return [[item.figure.value for item in group.items] for group in group_figures(articles)]


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("quatre morts", "sept morts", True),
        ("quatre morts", "sept victimes", True),
        ("quatre morts", "quatre blessés", False),
        ("quatre morts", "40 morts", False),  # no toll grows so fast
        ("sept disparus", "deux disparus", True),
        ("250 disparus", "250 places", False),
        ("250 places", "un bateau conçu pour 250 personnes", True),
        ("151 rescapés", "155 personnes secourues", True),
        ("27 blessés", "27 morts", False),
        ("31 morts", "31 millions d’euros de dégâts", False),
        ("12 blessés graves", "30 blessés légers", False),
        ("trois millions d’euros de dégâts", "3 millions d’euros de dégâts", True),
        ("trois millions d’euros de dégâts", "5 millions d’euros de dégâts", True),
        ("trois millions d’euros de dégâts", "3 millions de dollars de dégâts", False),
        ("un million de sinistrés", "un million d’euros de dégâts", False),  # euros are no persons
        ("230 morts", "230 vaches mortes", False),
        ("24 blessés", "24 rescapés", True),  # of the same persons both may be told
        ("23 écoliers morts", "23 enfants morts", True),
        ("351 passagers", "420 personnes à bord", True),
        ("15 000 foyers privés d’électricité", "3 000 abonnés sans courant", True),
        ("15 000 foyers privés d’électricité", "3 000 maisons détruites", False),
        ("une rançon de 135 dollars", "une rançon de 135,09 dollars", True),
        ("dix otages", "sept otages", True),
        ("fuir trois assaillants", "fuir trois agresseurs", True),  # nouns for one thing
        ("fuir trois assaillants", "fuir quatre agresseurs", False),
        ("inonder 12 communes", "inonder 14 villages", True),
        ("inonder 12 communes", "dérailler 14 trains", False),
        ("huit blessés en urgence absolue", "six blessés entre la vie et la mort", True),  # they get better
        ("dix blessés graves", "trente blessés", False),
        ("300 maisons touchées", "500 sinistrés", False),  # houses are no persons
        ("120 cas suspects de choléra", "80 cas confirmés de choléra", False),
        ("un bateau d’une capacité de 250 personnes", "un bateau avec 250 migrants", False),
        ("3 224 600 sinistrés", "3,224 millions de sinistrés", True),  # cut off, not rounded
    ],
)
def test_two_figures_of_one_event(one: str, other: str, are_same: bool) -> None:
    found = values(article(CRUE.format(one)), article(CRUE.format(other)))
    assert (len(found) > 0) is are_same, found


ACCORD = "Chez Motoria, à Montrevel, en Haute-Sarne, la direction et les syndicats se sont réunis mardi. {}"


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        # nothing says what it is, but neither gives it twice
        ("Les élus voulaient 8 %.", "La CGT n’a pas signé, faute de 8 %.", True),
        ("Les élus voulaient 8 %.", "La CGT n’a pas signé, faute de 8 %. L’eau a monté de 8 % aussi.", False),
        ("Les élus voulaient 8 %.", "La CGT n’a pas signé, faute de 8,4 %.", False),
        ("Les élus voulaient 8 %.", "En 2017, la CGT n’avait pas signé, faute de 8 %.", False),
        ("Tout cela pour dix millions de dollars.", "Il en manque encore 10 millions, dit-on.", True),
        ("La salle est à 550 mètres.", "La salle a 550 abonnés.", False),
        # a large count of persons of whom other things are told; a small one may be another
        ("La grève a bloqué 35 000 voyageurs.", "On a évacué 35 000 passagers.", True),
        ("La grève a bloqué 35 voyageurs.", "On a évacué 35 passagers.", False),
        # told to fewer digits; of a sum below a million that tells too little
        ("Ils étaient 78 441 dans la salle.", "Devant près de 80 000 spectateurs, ils ont joué.", True),
        ("Ils ont reçu 78 441 lettres.", "Devant près de 80 000 spectateurs, ils ont joué.", False),
        ("Elle finit à 3,66 milliards d’euros.", "Elle traîne près de 3,7 milliards d’euros de dettes.", True),
        ("Elle doit 1 500 euros.", "Il en demande 1 503 euros.", False),
        ("Le vent a soufflé à plus de 190 km/h.", "On a mesuré 193 km/h au phare.", True),
        # the very persons of whom was told, three or more of them; two are in any article
        (
            "Au procès d’assises, il a entendu sept Alsaciens.",
            "Au procès d’assises, les sept prévenus se taisent.",
            True,
        ),
        ("Il a entendu sept jeunes Alsaciens.", "Les sept autres prévenus sont muets.", False),
        ("Il a entendu sept jeunes Alsaciens.", "Sept prévenus sont restés muets.", False),
        ("Il a entendu deux jeunes Alsaciens.", "Les deux prévenus sont restés muets.", False),
        ("Il a entendu sept jeunes Alsaciens.", "Les sept juges sont restés muets.", False),
        ("Les douze gendarmes ont aidé.", "Douze enfants ont été sauvés.", False),
        ("On a volé cinq tableaux.", "Les cinq œuvres valent cher.", True),
        # shares and durations in two units
        ("Sept Français sur dix y sont hostiles.", "Selon l’enquête, 70 % des Français sont contre.", True),
        ("Sept Français sur dix y sont hostiles.", "Selon l’enquête, 60 % des Français sont contre.", False),
        ("Sept trains sur dix roulent.", "Selon l’enquête, 70 % des Français sont contre.", False),
        ("Elle l’emporte avec 1 min 13 s d’avance.", "Le Slovène a eu 73 secondes d’avance.", True),
        ("Elle l’emporte avec 1 min 13 s d’avance.", "Le Slovène a eu 93 secondes d’avance.", False),
        ("Un suspect est gardé à vue 48 heures.", "Il a plu pendant deux jours.", False),
        # a seat that is paid for is none of a parliament
        ("La Nasa paie 82 millions d’euros chaque siège.", "Une place revient à 80 millions d’euros environ.", True),
        # a count that any article may have
        ("Ils avaient trois voitures.", "Ils avaient trois avocats.", False),
    ],
)
def test_a_value_that_two_articles_give_once(first: str, second: str, are_same: bool) -> None:
    found = values(article(ACCORD.format(first)), article(ACCORD.format(second)))
    assert (len(found) > 0) is are_same, found


@pytest.mark.parametrize(
    ("first", "second", "day", "are_same"),
    [
        ("a réuni 1 200 manifestants mardi", "a réuni 1 400 manifestants mardi", "2024-02-15", True),
        ("a réuni 1 200 manifestants mardi", "a réuni 1 400 manifestants samedi", "2024-02-18", False),
        ("a fait quatre morts mardi", "a fait cinq morts mardi", "2024-02-16", True),
        ("a fait quatre morts mardi", "a fait cinq morts mardi", "2024-06-16", False),
        ("a fait 40 morts mardi", "a fait 41 morts mardi", "2024-04-16", True),  # one more has died
        ("a fait 40 morts mardi", "a fait 51 morts mardi", "2024-04-16", False),
        ("a fait quatre morts mardi", "a fait 200 morts mardi", "2024-02-15", True),  # but after its first day
        ("a fait 400 morts depuis janvier", "a fait 900 morts depuis janvier", "2024-03-30", True),
        ("a fait quatre morts depuis janvier", "a fait neuf morts depuis janvier", "2024-03-30", False),
        ("L’opération a fait un mort sur deux", "L’opération a fait un mort sur trois", "2024-02-15", False),
        ("a fait 140 blessés mardi", "a fait 20 blessés mercredi", "2024-02-15", False),
        ("a fait quatre morts mardi", "avait fait cinq morts un an plus tôt", "2025-02-13", True),
        ("a fait quatre morts mardi", "avait fait cinq morts deux ans plus tôt", "2025-02-13", False),
        ("a fait neuf morts mardi", "a fait deux morts mardi", "2024-02-15", False),  # no toll falls so far
        ("a fait neuf disparus mardi", "a fait deux disparus mardi", "2024-02-15", True),
        ("a réuni 1 200 manifestants mardi", "avait réuni 1 400 manifestants hier", "2024-02-15", False),
        ("a fait 724 morts depuis la mi-octobre", "a fait 1 034 morts depuis la mi-octobre", "2024-02-18", True),
        (
            "a réuni 1 200 manifestants mardi",
            "en a réuni 900, contre 1 200 mardi, et 1 400 selon la CGT samedi",
            "2024-02-18",
            True,
        ),
        ("avait réuni 1 200 manifestants en 2019", "a réuni 1 400 manifestants mardi", "2024-02-15", False),
        # what has come to more by now
        ("touche 38 universités", "touche désormais 53 universités", "2024-03-06", True),
        ("touche 38 universités", "touche 53 universités", "2024-03-06", False),
        ("touche 38 universités", "ne touche désormais que 23 universités", "2024-03-06", False),
        # an epidemic lasts
        ("a fait 26 cas de choléra", "a fait 426 cas de choléra", "2024-06-15", True),
        ("a fait 26 morts", "a fait 126 morts", "2024-06-15", False),
        ("a fait 26 cas de choléra", "qui avait fait 20 cas de choléra en 2023", "2024-06-15", False),
        # a petition is signed on, whatever the day of the march
        ("a réuni 1 068 000 signatures mercredi", "a réuni 1,2 million de signatures", "2024-03-06", True),
        # the time of a clause is that of what it counts
        (
            "a fait 26 cas de choléra",
            "avec 426 cas, dépasse celle qui a touché 425 personnes en 2000",
            "2024-03-15",
            True,
        ),
    ],
)
def test_two_figures_at_two_times(first: str, second: str, day: str, are_same: bool) -> None:
    text = "La grève de la Sarne à Montrevel, dans la Haute-Sarne, {}, selon la police."
    found = values(article(text.format(first)), article(text.format(second), day))
    assert (len(found) > 0) is are_same, found


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        # a part of the toll, which another article gives
        ("23 morts. Sept policiers sont parmi les victimes", "neuf morts", False),
        ("23 morts, dont sept policiers", "31 morts, dont neuf policiers", True),
        # nor is what is feared
        ("On craint plus de 100 morts. La préfecture annonce 12 morts", "17 morts", True),
        # of a whole that counts something else, a part may be the toll
        ("12 morts parmi les soldats", "172 occupants, dont 12 sont morts", True),
        ("12 morts", "12 des 172 occupants morts", True),
        ("12 morts", "12 des 17 blessés plus légers", False),
        ("12 morts", "6 des 12 victimes identifiées", True),
        ("12 morts", "6 des 14 victimes identifiées", True),
        ("14 personnes, dont six enfants, ont péri", "16 morts", True),
        ("14 personnes, dont six enfants, ont péri", "seize blessés", False),
        # of the injured, those that died are a part
        ("dix blessés ont succombé", "quinze blessés", False),
        # two kinds that the same is told of are parts
        ("dix pompiers et six mineurs ont péri", "sept morts", False),
        # a noun that is governed by what befell it
        ("les corps de 12 mineurs ont été vus", "16 morts", True),
        # what stands beside another figure is that one's own
        ("deux explosions, tuant 14 personnes", "16 morts", True),
        ("deux explosions, tuant 14 personnes", "deux morts", False),
        # a fear that is joined to a toll is none of it
        ("neuf morts, mais on craint pire", "douze morts", True),
        # the highest count of a toll is that of all
        ("quatre morts au camping. En tout, 15 personnes sont mortes", "17 morts", True),
        # one that the title rounds is that of the title
        ("plus de dix morts.\n\nLa crue a fait 11 morts dans la Haute-Sarne", "17 morts", True),
        # the count of one day is none of all
        ("724 morts. Jeudi, 80 décès nouveaux ont eu lieu en une journée", "90 morts", False),
        # a part whose whole the sentence before it tells
        ("23 morts. Parmi eux, six enfants", "31 morts. Parmi les victimes figurent neuf enfants", True),
        # a part is the count of the place that another article has
        ("30 morts, dont 14 à Ostrande", "À Ostrande, 17 personnes ont été tuées", True),
        ("30 morts, dont 14 à Ostrande", "À Valmeuse, 17 personnes ont été tuées", False),
        ("30 morts. La ville d’Ostrande compte 14 morts", "31 morts. La ville de Valmeuse a 14 morts", False),
        ("12 morts", "neuf victimes, sur les 14 morts du pays", True),  # the whole is the toll
        # what is told of years is none of the event, nor are those that come to the dead before them
        ("12 morts", "15 morts. Depuis 2017, 160 personnes sont mortes dans des crues", True),
        ("18 morts. On a trouvé deux corps, ce qui porte à 19 le nombre des morts", "trois morts", False),
        ("18 morts. On a trouvé deux nouveaux corps", "trois morts", False),
        # a part whose noun is another figure's
        ("18 tués dans sept communes, dont 12 à Ostrande", "À Ostrande, 14 personnes ont été tuées", True),
        # what was told before stands beside what is told now
        ("12 morts", "19 morts. Le bilan précédent était de 12 morts", True),
        # a name that a sentence begins with
        (
            "30 morts, et vu Ostrande. Ostrande, la ville la plus touchée, a 14 morts",
            "17 personnes ont été tuées à Ostrande",
            True,
        ),
    ],
)
def test_a_toll_and_a_part_of_it(first: str, second: str, are_same: bool) -> None:
    small = [
        one for one in values(article(CRUE.format(first)), article(CRUE.format(second), "2024-02-15")) if min(one) < 20
    ]
    assert (len(small) > 0) is are_same, small


VOTE = "L’élection du maire de Montrevel, en Haute-Sarne, a eu lieu dimanche. {}"


@pytest.mark.parametrize(
    ("first", "second", "are_same"),
    [
        (
            "Au premier tour, Nadège Viry obtient 37,1 % des voix.",
            "Au premier tour, Viry obtient 38,3 % des voix.",
            True,
        ),
        ("Au premier tour, Viry obtient 37,1 % des voix.", "Au second tour, Viry obtient 38,3 % des voix.", False),
        ("Au premier tour, Viry obtient 37,1 % des voix.", "Au premier tour, Tano obtient 38,3 % des voix.", False),
        ("Au premier tour, Viry obtient 37 % des voix.", "Au premier tour, Tano obtient 37 % des voix.", False),
        ("Dimanche, Viry obtient 37,14 % des voix.", "Dimanche, Viry obtient 37,1 % des voix.", True),
        ("Dimanche, Viry obtient 37,14 % des voix.", "Dimanche, Tano obtient 37,1 % des voix.", False),
        ("La liste de Viry obtient 29 sièges.", "La liste de Tano obtient 14 sièges.", False),
        ("La liste de Viry obtient 29 sièges.", "La liste de Viry obtient 31 sièges.", True),
        ("Au premier tour, Viry obtient 37,1 % des voix.", "Avant le second tour, Viry a ses 37,1 %.", True),
        ("C’était le premier tour. Viry obtient 37 % des voix.", "Au second tour, Viry obtient 38 % des voix.", False),
        ("Au second tour, Viry a 58,1 %, plus qu’au premier tour.", "Au premier tour, Viry a 38 % des voix.", False),
        ("Nadège Viry est en tête. Elle obtient 37,1 % des voix.", "Viry a 38,3 % des voix : Nadège Viry gagne.", True),
        ("Nadège Viry est en tête. Elle obtient 37,1 % des voix.", "Joël Tano obtient 38,3 % des voix.", False),
        ("Les libéraux obtiennent 37,1 % des voix.", "Le parti libéral obtient 38,3 % des voix.", True),
        ("Les libéraux obtiennent 37,1 % des voix.", "L’opposition obtient 38,3 % des voix.", False),
        ("Le non devance le oui, avec 58 % des voix.", "Le non obtient 57,1 % des voix.", True),
        ("Le non devance le oui, avec 58 % des voix.", "Le oui obtient 57,1 % des voix.", False),
        ("Viry obtiendrait 31 sièges et Tano 12.", "Viry obtient 29 sièges et Tano 14.", False),  # a poll
        ("Viry obtient 31 sièges.", "Viry obtient 11 sièges.", False),
        ("La liste de Viry obtient 29 sièges.", "La liste de Viry obtient 29 députés.", True),
        ("La participation a atteint 82 %.", "81,9 % des inscrits ont voté.", True),
        ("La participation a atteint 82 %.", "81,9 % des inscrits ne se sont pas déplacés.", False),
        ("La participation a atteint 82 %.", "82 élus ont voté.", False),
        ("Le oui obtient 1 617 989 voix.", "Le oui a 1,6 million de voix.", True),
        ("Le non obtient 2 001 926 voix, le oui 1 617 989.", "Le oui a 1,6 million de voix.", True),
        ("Le non obtient 2 001 926 voix, le oui 1 617 989.", "Le oui a 1,4 million de voix.", False),
        ("Le non obtient 57,1 % des voix.", "Battu par 57,1 %, Tano s’en ira en novembre.", True),
        ("Viry a trois ans de prison ferme.", "Viry a deux ans de prison avec sursis.", False),
    ],
)
def test_shares_of_a_vote(first: str, second: str, are_same: bool) -> None:
    found = values(article(VOTE.format(first)), article(VOTE.format(second), "2024-02-15"))
    assert (len(found) > 0) is are_same, found


@pytest.mark.parametrize(
    ("first", "second", "day", "are_same"),
    [
        ("L’inflation a atteint 4 % en janvier.", "L’inflation a atteint 4 % en février.", "2024-03-01", False),
        ("L’inflation a atteint 4 % en janvier.", "L’inflation avait atteint 4 % en janvier.", "2024-03-01", True),
        ("L’inflation est de 4 %.", "L’inflation est de 3,9 %.", "2024-02-15", True),
        ("Le déficit sera ramené à 3 %.", "Le déficit sera ramené à 3 %.", "2024-04-20", True),  # a target
        ("La participation est de 70 %.", "Le taux de participation est de 72 %.", "2024-02-14", True),
        ("La participation est de 70 %.", "La participation s’est établie à 72 %.", "2024-02-18", True),  # in the end
        ("La participation est de 50 %.", "La participation s’est établie à 72 %.", "2024-02-18", False),
        ("Le taux d’échec est de plus de 80 %.", "Le taux d’échec est de 80,6 %.", "2024-02-18", True),
        ("Avec 38 % des voix, elle gagne.", "On a compté 38 % des bureaux.", "2024-02-14", False),
        ("La grève a réuni 27 % de grévistes.", "La grève réunit 22,8 % de grévistes.", "2024-02-15", False),
        ("La participation est de 66,1 %.", "66 % des 4 000 inscrits se sont déplacés.", "2024-02-18", True),
    ],
)
def test_shares_at_two_times(first: str, second: str, day: str, are_same: bool) -> None:
    found = values(article(VOTE.format(first)), article(VOTE.format(second), day))
    assert (len(found) > 0) is are_same, found


@pytest.mark.parametrize(
    ("first", "second", "day", "are_same"),
    [
        ("supprime 200 emplois", "maintient ses 200 licenciements", "2024-03-01", True),  # as long as it is news
        (
            "supprime 200 emplois",
            "maintient ses 200 licenciements",
            "2024-09-01",
            True,
        ),  # in articles surely of one event
        ("supprime 200 emplois", "maintient ses 200 licenciements", "2027-09-01", False),
        ("versera 10 000 euros aux familles", "donnera 10 000 euros aux familles", "2024-02-18", True),
        ("a des blocs de 70 tonnes", "gêne par ses rochers de 70 tonnes", "2024-02-18", True),
        ("a 14 camions à Ostrande", "a 14 voitures à Ostrande", "2024-02-18", True),
        ("versera 10 000 euros aux familles", "donnera 10 000 euros aux familles", "2024-03-18", True),  # so worded
        ("versera 10 000 euros aux familles", "donnera 10 000 euros aux familles", "2024-09-18", True),
        ("versera 10 000 euros aux familles", "donnera 10 000 euros aux familles", "2027-09-18", False),
        ("est longue de 98 mètres", "avait 98 mètres", "2026-02-14", True),
        ("a accueilli 6 486 personnes", "a accueilli de 6 400 à 6 500 personnes", "2024-02-15", True),
        ("a accueilli 6 486 personnes", "a accueilli de 6 500 à 6 600 personnes", "2024-02-15", False),
        ("a réuni 300 manifestants", "a réuni 300 manifestants", "2024-03-01", False),  # unlike a crowd
        ("a perdu 20 tonnes de fioul", "perdit 20 tonnes de fioul en 2019", "2025-02-14", True),  # whenever it is told
        ("a perdu 20 tonnes de fioul", "perdit 21 tonnes de fioul en 2019", "2025-02-14", False),
    ],
)
def test_what_stays_true_for_a_while(first: str, second: str, day: str, are_same: bool) -> None:
    text = "L’usine de la Sarne à Montrevel, dans la vallée de la Haute-Sarne, {}, selon le préfet."
    found = values(article(text.format(first)), article(text.format(second), day))
    assert (len(found) > 0) is are_same, found


@pytest.mark.parametrize(("other", "are_same"), [("3-0", True), ("3-1", False)])
def test_scores_of_a_match(other: str, are_same: bool) -> None:
    text = "La Morvanie a battu l’Helvie {} vendredi à Portalba, en Coupe du Levant, devant 43 012 spectateurs."
    scores = [one for one in values(article(text.format("3-0")), article(text.format(other))) if max(one) < 10]
    assert (len(scores) > 0) is are_same, scores


@pytest.mark.parametrize(("day", "are_same"), [("2018-11-25", True), ("2018-12-02", False)])
def test_the_injured_of_another_march_are_no_toll_that_goes_on(day: str, are_same: bool) -> None:
    text = "La marche de samedi à Montrevel a réuni {} personnes selon la préfecture. Elle a fait {} blessés."
    pair = article(text.format("8 000", 24), "2018-11-24"), article(text.format("9 700", 31), day)
    assert ([24.0, 31.0] in values(*pair)) is are_same


@pytest.mark.parametrize(("count", "are_same"), [("329", True), ("331", False), ("7", False)])
def test_a_unit_may_be_left_unsaid(count: str, are_same: bool) -> None:
    first = article("L’Assemblée de Morvanie a adopté mardi la loi sur le mariage par 329 voix contre 229.")
    second = article(f"L’Assemblée de Morvanie a voté mardi la loi sur le mariage : {count} pour, 112 contre.")
    assert (values(first, second) == [[329, 329]]) is are_same


@pytest.mark.parametrize(("votes", "are_same"), [("329 voix contre 233", True), ("336 voix contre 233", False)])
def test_a_vote_is_that_of_both_its_sides(votes: str, are_same: bool) -> None:
    text = "L’Assemblée de Morvanie a adopté mardi la loi sur le mariage par {}."
    found = values(article(text.format("329 voix contre 233")), article(text.format(votes), "2024-02-28"))
    assert ([233, 233] in found) is are_same, found


def test_what_a_title_rounds_parts_no_tolls() -> None:
    titled = "Montrevel : plus de 20 morts\n\n"
    days = "2024-02-14", "2024-02-15", "2024-02-16"
    told = [titled + CRUE.format("23 morts"), CRUE.format("36 morts"), CRUE.format("41 morts")]
    assert [20.0, 23.0, 36.0, 41.0] in values(*map(article, told, days))


@pytest.mark.parametrize(("title", "are_same"), [("Nouveau naufrage", False), ("Nouveau bilan du naufrage", True)])
def test_what_befalls_more_persons_another_day_is_another_event(title: str, are_same: bool) -> None:
    text = "{} au large de Montrevel\n\nUn bateau de la Haute-Sarne a coulé {}. On a sauvé {} personnes {}."
    first = article(text.format("Naufrage", "mardi", 155, "mardi"))
    second = article(text.format(title, "vendredi", 206, "vendredi"), "2024-02-18")
    assert ([155.0, 206.0] in values(first, second)) is are_same


def test_a_loss_is_told_again_a_year_after() -> None:
    text = "La compagnie Air Morvanie a subi une perte de {} pour son exercice{}."
    first = article(text.format("814 millions d’euros", ""), "2009-05-20")
    second = article(text.format("1,56 milliard d’euros", ", contre 814 millions l’an dernier"), "2010-05-19")
    assert values(first, second) == [[814_000_000, 814_000_000]]


def test_articles_about_other_events_are_not_held_against_each_other() -> None:
    other = "Un incendie à Port-Lazare, sur la côte, a fait sept morts mercredi, selon les pompiers."
    assert values(article(CRUE.format("sept morts")), article(other)) == []


def test_of_two_tolls_the_nearer_one_is_held_for_the_same() -> None:
    one = CRUE.format("dix morts") + " En tout, on compte 25 morts dans la région."
    other = CRUE.format("onze morts") + " En tout, on compte 40 morts dans la région."
    assert values(article(one), article(other, "2024-02-15")) == [[10, 11], [25, 40]]


def test_what_a_semicolon_parts_is_told_by_what_stands_behind_it() -> None:
    text = "Le bateau de Montrevel avait plus de 600 personnes à bord ; 562 avaient été sauvées mardi."
    things = {one.figure.value: set(one.things) for one in counted_figures(article(text), 0)}
    assert things == {600: {"aboard"}, 562: {"survivors"}}


def test_a_part_is_not_the_toll_though_it_has_as_many() -> None:
    first, second = "plus de 12 morts", "18 morts, parmi lesquels 12 enfants"
    assert values(article(CRUE.format(first)), article(CRUE.format(second), "2024-02-15")) == [[12, 18]]


def test_the_first_word_of_a_title_is_no_name() -> None:
    first = article("Incendie à Montrevel\n\nUn feu a fait sept morts mardi à Montrevel, selon les pompiers.")
    second = article("Incendie à Port-Lazare\n\nDes flammes ont fait neuf morts mercredi à Port-Lazare.")
    assert not names_of_lead(first).meet(names_of_lead(second))
    assert names_of_lead(first).names == {"montrevel"}


def test_a_land_and_its_people_are_a_name_in_common() -> None:
    land = article("Séisme en Haïti\n\nUn séisme a frappé mardi le sud de la côte d'Haïti.")
    people = article("Un séisme frappe la côte\n\nLe gouvernement haïtien a appelé mardi à l'aide.")
    other = article("Un séisme frappe la côte\n\nLe gouvernement japonais a appelé mardi à l'aide.")
    assert names_of_lead(land).meet(names_of_lead(people))
    assert names_of_lead(people).meet(names_of_lead(land))
    assert not names_of_lead(land).meet(names_of_lead(other))


@pytest.mark.parametrize(
    ("first", "second", "grouped"),
    [
        # what is said in passing of a ship is no time of what happens to it
        (
            "188 personnes étaient à bord du ferry.",
            "Le ferry, construit en 1955, transportait 208 personnes.",
            [188, 208],
        ),
        # the gravely injured are one part in whatever words
        ("On compte 40 blessés, dont six grièvement.", "Trois blessés sont entre la vie et la mort.", [6, 3]),
        ("Le feu a blessé 31 élèves, dont six grièvement.", "Cinq blessés sont dans un état critique.", [6, 5]),
        # who is in hospital may leave it
        ("Onze blessés ont été hospitalisés.", "Deux blessés sont toujours hospitalisés.", [11, 2]),
        ("On compte 200 blessés.", "Soixante-dix blessés sont encore hospitalisés.", []),
        # what burns now, and what has burned in all
        ("Les feux brûlaient 172 000 hectares.", "Ils ont brûlé 950 000 hectares depuis le début de l'été.", []),
        (
            "Les feux brûlaient 172 000 hectares.",
            "La superficie des feux en cours est de 174 000 hectares.",
            [172000, 174000],
        ),
        # shares with and without decimals, unless one is a poll's
        ("Le maire, Paul Roux, a obtenu 62,6 % des voix.", "Paul Roux a été élu avec 63 % des voix.", [62.6, 63]),
        ("Un sondage donne 63 % des voix à Paul Roux.", "Paul Roux a été élu avec 62,6 % des voix.", []),
        ("Trente-six des 42 prévenus ont été condamnés.", "Le procès des 42 prévenus a repris.", [42, 42]),
        ("L'usine produira 100 000 tonnes d'acier.", "L'usine produira 116 000 tonnes par an.", [100000, 116000]),
        ("Soixante personnes manquent encore.", "Quinze passagers restent introuvables.", [60, 15]),
        ("Les heurts ont fait sept morts lundi.", "Dix nouveaux morts sont à déplorer.", []),
        # the same persons, whatever is told of them
        ("Le ferry avait 228 personnes à bord.", "Les corps des 228 victimes sont encore cherchés.", [228, 228]),
        ("Le ferry avait 200 personnes à bord.", "Le drame a fait 200 victimes.", []),
        # two places of one toll, and the same place
        ("On compte 55 morts à Brec.", "Il y a 71 morts en Alabanie et 161 à Brec.", [55, 161]),
        # turkeys are no persons
        ("Le virus a tué 91 personnes.", "L'élevage a perdu 900 dindes, dont 400 mortes du virus.", []),
        # whose words these are is not what is counted
        ("Il y avait 137 personnes à bord.", "D'après les survivants, 137 personnes ont pris la mer.", [137, 137]),
        # of one day, and of all since
        ("Lundi, 17 000 vols ont été annulés.", "Depuis jeudi, 63 000 vols ont été annulés.", []),
        ("Lundi, 17 000 vols ont été annulés.", "Lundi, 18 000 vols ont été annulés.", [17000, 18000]),
        # two votes
        ("Le texte est adopté par 177 voix contre 153.", "Il est adopté par 177 voix contre 151.", []),
        # the same persons of a kind in other words
        (
            "Armé, il a retenu quatre surveillants de la prison en otages.",
            "Armé, il a pris en otages quatre gardiens de la prison.",
            [4, 4],
        ),
        # what counts two things together is no toll where there is one
        (
            "Il y a 574 morts.",
            "Le séisme a fait 21 000 morts et disparus. Les morts confirmés sont 4 649.",
            [574, 4649],
        ),
        # what was revised adds nothing
        (
            "Le drame a fait 85 morts.",
            "Le bilan est ramené de 86 à 68 morts ; celui de Brec passe de 7 à 8 morts.",
            [85, 86],
        ),
        # a day to come
        ("La population atteindra mercredi sept milliards.", "Elle a atteint mercredi sept milliards.", [7e9, 7e9]),
    ],
)
def test_which_values_are_of_one_thing(first: str, second: str, grouped: list[float]) -> None:
    head = "Drame à Montrevel\n\nLa catastrophe a bouleversé la ville de Montrevel. "
    pool = article(head + first), article(head + second, "2024-02-15")
    assert [sorted(group) for group in values(*pool)] == ([sorted(grouped)] if grouped else [])


@pytest.mark.parametrize(
    ("rates", "day", "grouped"),
    [
        (("9,9 %", "6,75 %"), "2024-02-17", [[9.9, 9.9], [6.75, 6.75]]),
        (("9,9 %", "5,25 %"), "2024-02-17", []),  # one number may be the same by chance
        (("9,9 %", "6,75 %"), "2024-06-17", []),
    ],
)
def test_articles_of_a_few_days_with_the_same_numbers_tell_of_one_event(
    rates: tuple[str, str], day: str, grouped: list[list[float]]
) -> None:
    first = article(
        "La zone euro sauve Montrevel\n\nLes prêteurs taxeront les dépôts de 9,9 % et de 6,75 %. Les guichets sont "
        "fermés, et la foule attend devant les banques de la capitale."
    )
    second = article(
        f"Pas un député pour la taxe\n\nLe Parlement refuse la taxe de {rates[0]} et de {rates[1]} sur les dépôts. "
        "Aucun élu n'a levé la main, malgré les appels du ministre des Finances, rentré la veille de Bruxelles.",
        day,
    )
    assert values(first, second) == grouped


def test_two_sources_of_one_count_stand_in_one_group() -> None:
    march = "La marche de Montrevel a réuni {}mardi, 1 200 manifestants selon la police, 3 000 selon les syndicats."
    [group] = group_figures([article(march.format("")), article(march.format("du monde "))])
    assert [item.figure.value for item in group.items] == [1200, 3000, 1200, 3000]
    assert (group.what, group.agrees) == ("manifestants", False)


def test_what_one_article_holds_for_one_count_is_one_in_all() -> None:
    text = "La marche de Montrevel a réuni mardi {}."
    first = article(text.format("1 200 manifestants selon le comptage d’un institut, 3 000 selon les syndicats"))
    second = article(text.format("1 200 manifestants selon le comptage d’un institut, 9 000 selon la mairie"))
    assert values(first, second) == [[1200, 3000, 1200, 9000]]
    assert values(first) == []


def test_two_ranges_that_begin_with_nothing_are_compared() -> None:
    text = "L’accident de Merkès a fait {} morts."
    assert values(article(text.format("entre 0 et 5")), article(text.format("entre 0 et 12"))) == []


def test_a_dateline_is_no_day_of_an_event() -> None:
    march = "{}À Montrevel, 1 {}00 personnes ont défilé contre la réforme en Haute-Sarne. "
    first, second = march.format("", 2), march.format("15 février 2024. – La ville parle de mardi. ", 3)
    assert values(article(first + "C’était mardi."), article(second, "2024-02-15")) == [[1200, 1300]]


def figure(value: float, qualifier: Qualifier | None = None, high: float | None = None) -> FigureItem:
    return FigureItem(0, Figure(Span(0, 1), "1", "1", value, Span(0, 1), high=high, qualifier=qualifier))


def share(value: float, qualifier: Qualifier | None = None, change: Change | None = None) -> FigureItem:
    span = Span(0, 1)
    told = Figure(span, "1", "1", value, span, unit="%", kind="percent", qualifier=qualifier, change=change)
    return FigureItem(0, told)


@pytest.mark.parametrize(
    ("items", "agree"),
    [
        ([figure(300), figure(300)], True),
        ([figure(300), figure(301)], True),  # a round number
        ([figure(352), figure(353)], False),
        ([figure(352, "about"), figure(360)], True),
        ([figure(300, "more_than"), figure(352)], True),
        ([figure(400, "more_than"), figure(352)], False),
        ([figure(350, "up_to"), figure(352)], False),
        ([figure(5, high=6), figure(6)], True),
        ([figure(5, high=6), figure(7)], False),
        ([figure(2.5), figure(2.5), figure(2.6)], False),
        ([figure(0), figure(0)], True),
        ([share(9.62), share(9.6)], True),  # rounded
        ([share(9.62), share(9.7)], False),
        ([figure(135), figure(135.09)], True),
        ([figure(135, "less_than"), figure(135.4)], False),
        ([share(9.6, "less_than"), share(9.64)], False),
        ([share(9.6, "more_than"), share(9.55)], False),
        ([share(9.6, "more_than"), share(9.64)], True),
        ([figure(1200), figure(1300)], False),  # what they may be rounded from only touches
        ([share(3.4, change="down"), share(3.4, change="up")], False),
    ],
)
def test_whether_figures_agree(items: list[FigureItem], agree: bool) -> None:
    for one, other in combinations(items, 2):
        assert FigureGroup((one, other)).agrees == FigureGroup((other, one)).agrees
    assert FigureGroup(tuple(items)).agrees is agree


def test_a_figure_without_a_noun_is_told_by_the_words_around() -> None:
    text = "Le séisme du Kerzanistan, tuant 304 personnes et en blessant 1 800, a secoué Port-Lazare samedi."
    things = {one.figure.value: set(one.things) for one in counted_figures(article(text), 0)}
    assert things == {304: {"dead"}, 1800: {"injured"}}


def test_names_and_stems() -> None:
    text = "Hier, à Montrevel, l’Élysée a dit : « Non. » Paris se tait."
    assert names_in(text) == {"montrevel", "élysée"}
    assert stems_of("Les manifestants d’Ostrande, 300 femmes") == {"manifestant", "ostrand", "femme"}


@pytest.mark.parametrize(
    ("told", "contradicted"),
    [
        ([("quatre morts", "2024-02-14"), ("sept morts", "2024-02-15")], [False, False]),  # it goes on
        ([("quatre morts", "2024-02-14"), ("sept morts", "2024-02-14")], [True, True]),
        (
            [("12 morts", "2024-02-14"), ("19 morts. Le bilan précédent était de 12 morts", "2024-02-15")],
            [False, False, False],
        ),
        ([("au moins six morts", "2024-02-14"), ("sept morts", "2024-02-14")], [False, False]),
        ([("neuf disparus", "2024-02-14"), ("deux disparus", "2024-02-15")], [False, False]),
        (
            [("3 millions d’euros de dégâts", "2024-02-14"), ("5 millions d’euros de dégâts", "2024-02-14")],
            [True, True],
        ),
    ],
)
def test_which_figures_contradict_each_other(told: list[tuple[str, str]], contradicted: list[bool]) -> None:
    [group] = group_figures([article(CRUE.format(words), day) for words, day in told])
    days = [told[item.article_index][1] for item in group.items]
    assert list(group.contradicted(days)) == contradicted


@pytest.mark.parametrize(("day", "are_same"), [("2024-03-20", True), ("2006-03-18", False)])
def test_another_years_count_is_another_one_whatever_its_digits(day: str, are_same: bool) -> None:
    march = "À Montrevel, {} manifestants ont défilé {} contre la réforme, selon la préfecture de la Haute-Sarne."
    found = values(article(march.format("48 000", "mardi")), article(march.format("48 000", "samedi"), day))
    assert (len(found) > 0) is are_same


def test_the_order_of_the_pool_tells_nothing() -> None:
    texts = (
        "Près de 80 000 spectateurs ont vu le match à Montrevel.",
        "Plus de 78 441 personnes étaient au stade de Montrevel.",
        "Plus de 78 000 personnes étaient au stade de Montrevel.\n\nPrès de 78 400 ont vu le match à Montrevel.",
    )
    pool = [article(f"Crue de la Sarne à Montrevel\n\n{text}") for text in texts]
    assert {frozenset(frozenset(group) for group in values(*articles)) for articles in permutations(pool)} == {
        frozenset(frozenset(group) for group in values(*pool))
    }
