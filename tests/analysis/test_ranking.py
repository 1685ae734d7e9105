"""Which figures come first: one case for each reason that raises or lowers a figure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tui_reader.analysis.figures import ranking
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Figure

FR = "Le conseil de la ville s’est réuni lundi soir dans la grande salle de la mairie, comme tous les mois."
EN = "The council of the town met on Monday night in the large room of the hall, as it does in every month."


def figures_of(body: str, title: str = "") -> Sequence[Figure]:
    """The figures of an article, the most telling first."""
    lead = FR if any(letter in body for letter in "éèêàç’«") else EN
    return analyse(document_from_text(f"{title}\n\n{lead}\n\n{body}\n")).figures


@pytest.mark.parametrize(
    ("title", "body", "first"),
    [
        # a toll, and its newest number
        ("Séisme en mer", "Près de 4 000 tentes ont été montées et 212 personnes sont mortes.", ["212"]),
        ("Quake at sea", "Some 4,000 tents were put up, and 212 people were killed there.", ["212"]),
        (
            "Séisme en mer",
            "On compte 87 morts. Un séisme y avait tué 340 personnes en 1999, a noté le préfet.",
            ["87", "340"],
        ),
        ("Quake at sea", "There are 87 dead. A quake there killed 340 people in 1999.", ["87", "340"]),
        # what the title is about
        (
            "La ville cherche 40 000 euros",
            "La fête a coûté 300 000 euros à la région, et la ville cherche encore.",
            ["40 000 euros"],
        ),
        ("Town looks for $40,000", "The fair cost the county $300,000, and the town is looking still.", ["$40,000"]),
        # a move before its level
        ("The market closes", "The index rose 0.4 percent to 18,104 on the day.", ["0.4 percent", "18,104"]),
        ("Le marché ferme", "L’indice a gagné 0,4 % à 18 104 points dans la journée.", ["0,4 %", "18 104 points"]),
        # what is compared before what it is compared with
        (
            "Les horloges",
            "Le réseau est normalement à 50 hertz ; il est tombé à 49,9 hertz dans la nuit.",
            ["49,9 hertz", "50 hertz"],
        ),
        (
            "The clocks",
            "The grid is usually at 50 hertz; it was at 49.9 hertz in the night.",
            ["49.9 hertz", "50 hertz"],
        ),
        # shares of a poll before the size of its sample
        (
            "A poll is out",
            "A survey of 1,204 voters put Ruth Ansell on 47 percent, the paper said.",
            ["47 percent", "1,204"],
        ),
        (
            "Un sondage paraît",
            "L’enquête menée auprès de 1 204 électeurs crédite la maire de 47 % des voix.",
            ["47 %", "1 204"],
        ),
        # the two sides of a vote next to each other
        (
            "Le vote est passé",
            "Le texte a été adopté par 31 voix contre 18, et 40 000 euros ont été versés.",
            ["31 voix", "18"],
        ),
        (
            "The vote is over",
            "The plan was carried by 31 votes to 18, and $40,000 was paid for it.",
            ["31 votes", "18"],
        ),
        # ages, durations, bystanders and small counts last; a term of prison is none of them
        (
            "Procès à la mairie",
            "Âgé de 43 ans, il a été condamné à trois ans de prison pour avoir volé 40 montres.",
            ["trois ans", "40", "43 ans"],
        ),
        (
            "Trial at the hall",
            "The man, 43, was sentenced to three years in prison for the theft of 40 watches.",
            ["three years", "40"],
        ),
        (
            "Un feu à la ferme",
            "Le feu a détruit 60 hectares, et 60 pompiers étaient là avec deux chiens.",
            ["60 hectares", "60", "deux"],
        ),
        (
            "A fire at the farm",
            "The fire burned 60 acres, and 70 firefighters were there with two dogs.",
            ["60 acres", "70", "two"],
        ),
        # persons who are held, however few
        (
            "Une saisie au port",
            "Sept personnes, âgées de 23 à 51 ans, ont été placées en garde à vue avec 40 montres.",
            ["Sept", "40"],
        ),
        ("A haul at the port", "Seven people, all men, were arrested at sea with 40 watches.", ["Seven", "40"]),
        ("Une fête au port", "Sept personnes, âgées de 23 à 51 ans, ont vu 40 oies.", ["40", "Sept"]),
        # what is told more exactly takes the place of what the title says of it
        (
            "Un berger sur deux en grève",
            "On compte 52 % de grévistes parmi les bergers, et 900 oies au port.",
            ["52 %"],
        ),
        (
            "One in two shepherds on strike",
            "Some 52 percent of the shepherds went out, and 900 geese came.",
            ["52 percent"],
        ),
        (
            "La ville passe les 900 000 habitants",
            "Elle compte 903 400 habitants, et 70 000 oies au port.",
            ["903 400", "70 000", "900 000"],
        ),
        (
            "La ville passe les 700 000 habitants",
            "Elle compte 903 400 habitants, et 70 000 oies au port.",
            ["700 000", "903 400", "70 000"],
        ),
        (
            "Le cap des 100 euros est franchi",
            "La tonne vaut 98,90 euros au port, et 70 000 oies sont là.",
            ["100 euros", "98,90 euros", "70 000"],
        ),
        # a share of the title with its decimals is told once
        (
            "Le prix bondit de 6 %",
            "Le prix a gagné 5,98 % au port, et le lait en a gagné 3,1 %.",
            ["6 %", "3,1 %", "5,98 %"],
        ),
        # two that are also told one by one
        (
            "Town votes 8 to 5",
            "The plan was carried by 8 votes to 5, and 40 geese were there.",
            ["8 votes", "5", "40"],
        ),
        # an equal value for the same thing takes one place
        (
            "Foundry lays off 156",
            "The foundry will lay off 156 workers by May and pay each of them $900.",
            ["156", "$900"],
        ),
        (
            "La fonderie licencie 156 salariés",
            "La fonderie a annoncé que 156 personnes partiraient, avec 900 euros chacune.",
            ["156", "900 euros"],
        ),
    ],
)  # fmt: skip
def test_the_most_telling_comes_first(title: str, body: str, first: list[str]) -> None:
    assert [figure.text for figure in figures_of(body, title)[: len(first)]] == first


@pytest.mark.parametrize(
    ("sentence", "figure", "rules"),
    [
        ("La grève est suivie par 52 % des bergers, contre 71 % au port.", "71 %", {"listed", "compared"}),
        ("La grève est suivie par 52 % des bergers, et 71 % au port.", "71 %", {"listed"}),
        ("Le taux a atteint 3 %, après 2 % au port.", "2 %", {"listed", "compared"}),
        ("On a vu 12 oies à midi, contre 90 au port.", "90", {"compared"}),
        ("On a vu 12 oies, et 90 vaches au port.", "90", set()),
        ("Ils ont voté à midi par 31 voix contre 18.", "18", set()),
        ("The rate was 9%, against 7% in the port.", "7%", {"listed", "compared"}),
        ("Le taux a gagné 5 points, à 18 %.", "18 %", {"level"}),
        ("Le lait coûte 3 % de plus que l’an dernier.", "3 %", set()),
        ("On avait vu 12 oies l’an dernier.", "12", {"earlier"}),
        ("On avait vu 12 oies en 2009.", "12", {"earlier"}),
        ("On a relâché 12 oies depuis 2009.", "12", set()),
        ("They have seen 12 geese since 2009.", "12", set()),
        ("Le pont est fermé depuis trois jours.", "trois jours", {"elapsed"}),
        ("Le pont a rouvert trois jours après la crue.", "trois jours", {"elapsed"}),
        ("Le pont sera fermé pendant trois jours.", "trois jours", set()),
        ("The bridge opened three days later.", "three days", {"elapsed"}),
        ("The bridge will be shut for three days.", "three days", set()),
        ("On verra 12 oies à partir de 2039.", "12", set()),
        ("There will be 12 geese by 2039.", "12", set()),
        ("Le parc passera de 3 000 à 6 500 oies.", "3 000", {"compared"}),
        ("Le parc passera de 3 000 à 6 500 oies.", "6 500", set()),
        ("The park will go from 3,000 to 6,500 geese.", "3,000", {"compared"}),
        ("On a vu 3 000 oies et 6 500 vaches.", "3 000", set()),
        ("On a compté 33 % de oui, et 3 % ne se prononcent pas.", "3 %", {"listed", "sample"}),
        ("Le oui a déjà 54 % sur 98 % des bureaux de vote.", "98 %", {"listed", "sample"}),
        ("The yes has 54 percent, with 3 percent undecided.", "3 percent", {"listed", "sample"}),
        ("Le club a gagné, mené de 6 points à la pause.", "6 points", {"reference"}),
        ("The club won, after it was 6 points down at half-time.", "6 points", {"reference"}),
        ("Sept bergers, surpris, ont été interpellés.", "Sept", {"arrests"}),
        ("Sept bergers, surpris, ont été applaudis.", "Sept", set()),
        ("Six bergers meurent à midi.", "Six", {"casualties"}),
        ("Two days after the storm killed them, it rained.", "Two days", {"elapsed"}),
        ("More than 30 geese were there.", "30", set()),
        ("On a vu 200 spectateurs à midi.", "200", {"bystanders"}),
        # what is told by the way
        ("Le groupe, qui emploie 340 bergers, a fermé.", "340", {"aside"}),
        ("Le groupe, dont la ferme a 340 oies, a fermé.", "340", {"aside"}),
        ("Le groupe (340 bergers) a fermé.", "340", {"aside"}),
        ("The group, which has 340 shepherds, was shut.", "340", {"aside"}),
        ("Le groupe a vendu ses oies, dont 340 au port.", "340", set()),
        ("Le groupe, qui emploie des bergers, a vendu 340 oies.", "340", set()),
        ("Un feu, qui a fait 34 morts, a été éteint.", "34", {"casualties"}),
        ("The group that has 340 shepherds was shut.", "340", set()),
        ("Un feu a fait 34 blessés, dont neuf enfants.", "neuf", {"casualties"}),
        ("Un feu a tué 34 oies, et neuf enfants dormaient.", "neuf", set()),
        ("The fire left 34 injured, including nine children.", "nine", {"casualties"}),
        ("Plus de 60 bergers ont été tués.", "60", {"casualties"}),
        ("At least 60 were killed, injuring at least 70.", "70", {"casualties"}),
        # of what another is a part
        ("On a vu 210 des 366 oies à midi.", "366", {"whole"}),
        ("They saw 19 of its 26 geese.", "26", {"whole"}),
        ("Quelque 3 800 hectares sont touchés sur les 5 900.", "5 900", {"whole"}),
        ("On a compté 12 morts. On en comptait 94 samedi.", "94", {"earlier"}),
        ("Il y a eu quatre à cinq fois plus de morts.", "quatre à cinq fois", set()),
        ("L’ancien record était de 41 oies.", "41", {"earlier"}),
        ("Il y a eu 12 morts à midi.", "12", {"casualties"}),
        ("Il y a deux ans, 12 bergers dormaient là.", "12", {"earlier"}),
        ("On a vu 210 oies et 366 vaches.", "366", set()),
        # how far off, how high, how long
        ("Le bateau est à 12 km de la côte.", "12 km", {"distance"}),
        ("Le lac est à 2 400 mètres d’altitude.", "2 400 mètres", {"distance"}),
        ("La digue est longue de 300 mètres.", "300 mètres", {"distance"}),
        ("The boat was 5 miles off the coast.", "5 miles", {"distance"}),
        ("On a vu un bateau de 18 mètres.", "18 mètres", {"distance"}),
        ("Le mur a une hauteur de 18 mètres.", "18 mètres", set()),
        ("Des creux de 18 mètres gênaient.", "18 mètres", set()),
        ("Le bateau a fait 12 km à midi.", "12 km", set()),
        ("Le coût est à 12 euros de la tonne.", "12 euros", set()),
        # of what opens a sentence, and of the year of the dateline
        ("En juin 2009, on a vu 340 oies.", "340", {"earlier"}),
        ("L’an dernier, on a vu 340 oies.", "340", {"earlier"}),
        ("In 2009, they saw 340 geese.", "340", {"earlier"}),
        ("À midi, on a vu 340 oies, comme en 2009.", "340", set()),
        # votes that were won or lost since
        ("Le parti a gagné 900 voix à midi.", "900 voix", set()),
        ("Après deux heures de débats, ils ont voté.", "deux heures", {"elapsed"}),
    ],
)
def test_what_a_rank_is_made_of(sentence: str, figure: str, rules: set[str]) -> None:
    """Of the rules that tell what a figure is beside others."""
    shown = {
        "listed",
        "compared",
        "earlier",
        "elapsed",
        "casualties",
        "bystanders",
        "level",
        "arrests",
        "sample",
        "reference",
        "aside",
        "whole",
        "distance",
    }
    [reasons] = [found.reasons for found in figures_of(sentence) if found.text == figure]
    assert {reason.rule for reason in reasons} & shown == rules


def test_a_sum_after_a_change_is_lowered_less() -> None:
    levels = [
        reason.weight
        for amount in ("12 points", "12 euros")
        for figure in figures_of(f"Le prix a gagné 5 % à {amount}.")
        for reason in figure.reasons
        if reason.rule == "level"
    ]
    assert levels == [ranking.WEIGHTS["level"], ranking.WEIGHTS["level"] / 2]


def test_what_the_first_paragraph_mentions_is_told_first() -> None:
    text = "Une fête\n\nOn a dansé. On a vu 300 oies.\n\nOn a vu 300 000 grues et 7 000 vaches au port."
    assert [figure.text for figure in analyse(document_from_text(text)).figures] == ["300", "300 000", "7 000"]


def test_what_once_was_is_no_side_of_a_vote() -> None:
    """So it does not take the place behind the first."""
    text = "La grève\n\nElle est suivie par 52 % des bergers, contre 31 % un an plus tôt, et par 45 % des vachers."
    assert [figure.text for figure in analyse(document_from_text(text)).figures] == ["52 %", "45 %", "31 %"]


def test_a_part_of_the_injured_of_the_title_is_one_of_them() -> None:
    text = (
        "Un car tombe : 31 blessés\n\nUn car est tombé lundi. Hier, 31 personnes ont été blessées, dont sept enfants."
    )
    [seven] = [figure for figure in analyse(document_from_text(text)).figures if figure.text == "sept"]
    assert "casualties" in [reason.rule for reason in seven.reasons]


def test_the_score_of_the_title_in_brackets_is_told_once() -> None:
    """Though the numbers of its two sides are told of other things."""
    text = "Le Puy bat Niort (3-2)\n\nLe Puy a battu Niort (3-2), avec deux buts et trois poteaux, devant 8 000 oies."
    first = analyse(document_from_text(text)).figures[0]
    assert first.text == "3-2"


def rules_of(figure: str, text: str) -> set[str]:
    """The rules that hold for the figure of a text that begins so."""
    [reasons] = [found.reasons for found in analyse(document_from_text(text)).figures if found.text.startswith(figure)]
    return {reason.rule for reason in reasons}


@pytest.mark.parametrize(
    ("title", "body", "figure", "rule", "holds"),
    [
        # the toll of a war or of years is not that of the day
        ("Un car tombe : 12 morts", "La route a fait 3 400 morts depuis 2009.", "3 400", "earlier", True),
        ("Un car tombe : 12 morts", "La guerre, née en 2009, a fait 3 400 morts.", "3 400", "earlier", True),
        ("Un car tombe : 12 morts", "Là, la route fait 340 morts par an.", "340", "earlier", True),
        ("Un car tombe : 12 morts", "Parmi les morts figurent sept enfants, nés après 2009.", "sept", "earlier", False),
        ("Un car tombe : 12 morts", "On a relevé 34 blessés à midi.", "34", "earlier", False),
        ("Route : 340 morts", "Dans le nord, 28 personnes sont mortes depuis 2009.", "28", "earlier", False),
        ("Un car tombe : 12 morts", "Les heurts ont fait 34 blessés depuis lundi.", "34", "earlier", False),
        ("Un virus a tué 12 personnes", "On a recensé 340 cas en un an.", "340", "earlier", False),
        ("Un car tombe : 12 morts", "Le bilan est passé jeudi de 26 à 38 morts.", "26", "earlier", True),
        ("Un car tombe : 12 morts", "Là, une femme de 41 ans est morte.", "41 ans", "casualties", False),
        ("Un car tombe : 12 morts", "Un malade sur quatre dort.", "Un malade", "casualties", False),
        # what had been done before the news
        ("Une loi passe", "La majorité avait rejeté le texte par 40 voix contre 38.", "40 voix", "earlier", True),
        ("Une loi passe", "La majorité avait déjà voté l’an passé une aide de 40 euros.", "40 euros", "earlier", True),
        ("Une loi passe", "Ils avaient rejeté la veille, par 188 voix contre 153.", "188 voix", "earlier", True),
        ("Une loi passe", "Le maire, qui avait dormi, a été élu par 40 voix.", "40 voix", "earlier", False),
        ("Une loi passe", "La majorité a rejeté le texte par 40 voix contre 38.", "40 voix", "earlier", False),
        ("Une loi passe", "Il a dit que le conseil avait voté par 40 voix contre 38.", "40 voix", "earlier", False),
        ("Une loi passe", "Le maire avait plus de 40 oies.", "40", "earlier", False),
        ("Une peine", "En première instance, il avait pris trois ans de prison.", "trois ans", "earlier", True),
        ("Une peine", "En appel, il a pris trois ans de prison.", "trois ans", "earlier", False),
        ("Une grippe", "L’hiver dernier, on a abattu 340 oies.", "340", "earlier", True),
        # what was asked for, once a sentence is given
        ("Deux ans de prison", "Le parquet avait requis cinq ans.", "cinq ans", "sought", True),
        ("Deux ans de prison", "Le parquet réclamait 900 euros.", "900 euros", "sought", True),
        ("Deux ans de prison", "Il devra aussi payer 900 euros.", "900 euros", "sought", False),
        ("Le procès s’achève", "Le parquet a requis cinq ans de prison.", "cinq ans", "sought", False),
        # a ratio of the title is of its own noun
        ("Un train sur trois", "Le taux de grévistes est à 34 % à midi.", "34 %", "in-title", False),
        ("Un berger sur trois en grève", "On compte 34 % de grévistes parmi les bergers.", "34 %", "in-title", True),
        ("Un train sur trois", "On verra passer un bateau sur trois.", "un bateau sur trois", "echo", False),
        ("Un train sur trois", "La ville compte une maison sur deux.", "une maison sur deux", "kind.ratio", False),
        ("Un train sur trois", "La ville compte 34 oies.", "Un train sur trois", "kind.ratio", True),
        # the same told in another way
        ("Une sonde", "Elle a fait 42 millions de km, soit un tiers du chemin.", "un tiers", "restated", True),
        ("Une sonde", "Elle a coûté 42 dollars, soit 40 euros.", "40 euros", "restated", True),
        ("Une sonde", "On a perdu 42 postes, soit 8 % du total.", "8 %", "restated", False),
        ("Une sonde", "Elle a coûté 42 dollars, soit sept fois son prix.", "sept fois", "restated", False),
        ("Une sonde", "On a vu 42 oies, soit 12 de moins qu’à midi.", "12", "restated", False),
        # what was expected, and the change before the one told
        ("Un taux", "Les banques tablaient sur 3,4 %.", "3,4 %", "reference", True),
        ("Un taux", "Les banques ont relevé 3,4 %.", "3,4 %", "reference", False),
        ("Un taux", "Il a gagné 2 %, après une hausse de 4 % en mai.", "4 %", "compared", True),
        ("Un taux", "Il a gagné 2 %, avec une hausse de 4 % en mai.", "4 %", "compared", False),
        # a part of those just counted
        ("Une panne", "Elle touche 130 foyers, dont 90 en Bretagne.", "90", "part", True),
        ("Une panne", "Elle touche 130 foyers et 90 écoles.", "90", "part", False),
        ("Une loi", "Elle supprime une aide, dont bénéficient 400 bergers.", "400", "part", False),
        ("Une panne", "Elle a fait 130 blessés, dont 90 enfants.", "90", "part", False),
        ("Une panne", "Elle a fait sept blessés et touché 130 foyers, dont 90 au port.", "90", "casualties", False),
        ("Une panne", "Elle a fait sept blessés, âgés de 4 à 70 ans, dont trois filles.", "trois", "casualties", True),
        # a move, and what it leads from
        ("Un bilan", "Les ventes ont progressé de 4 % à 12 millions d’euros.", "4 %", "compared", False),
        ("Un bilan", "Les ventes sont passées de 4 à 12 millions d’euros.", "4", "compared", True),
        # sums of all, cases, and how others died
        ("Un virus a tué 12 personnes", "On a vu 340 cas au total.", "340", "total", True),
        ("Un virus a tué 12 personnes", "On a vu 340 cas à midi.", "340", "casualties", True),
        ("Un virus a tué 12 personnes", "On a vu 340 oies à midi.", "340", "casualties", False),
        ("La fraude monte", "On a vu 340 cas à midi.", "340", "casualties", False),
        ("Une mer", "Là, 443 personnes y ont trouvé la mort à midi.", "443", "casualties", True),
        ("Une mer", "Là, 443 personnes ont vu le périmètre à midi.", "443", "casualties", False),
        # times of a race, speeds, and the weight of a thing
        ("Une course", "La Kényane a gagné en 2 h 18 min 12 s à midi.", "2 h 18 min 12 s", "race-time", True),
        ("Une course", "Elle a gagné en deux heures à midi.", "deux heures", "race-time", False),
        ("Une course", "Elle a perdu 3 minutes et 12 secondes.", "3 minutes et 12 secondes", "race-time", False),
        ("Une tempête", "Les rafales ont atteint 193 km/h au port.", "193 km/h", "wind", True),
        ("Un train", "Le train roule à 320 km/h au port.", "320 km/h", "wind", False),
        ("Une étude", "Là, 72 % ont renoncé à des achats ces six derniers mois.", "six derniers mois", "elapsed", True),
        ("Une étude", "Là, 72 % ont renoncé à des achats pendant six mois.", "six mois", "elapsed", False),
        ("Plus de 200 000 foyers sans courant", "La panne touche 225 000 foyers.", "225 000", "in-title", True),
        ("Plus de 200 000 foyers sans courant", "La panne touche 260 000 foyers.", "260 000", "in-title", False),
        ("Plus de 200 000 foyers sans courant", "La panne touche 225 000 écoles.", "225 000", "in-title", False),
        ("Près de 100 morts dans un séisme", "Un autre avait fait 112 morts.", "112", "in-title", False),
        ("Le déficit sous la barre des 3 %", "Le déficit est à 2,6 % du PIB.", "2,6 %", "echo", False),
        ("Le déficit à 3 %", "Le déficit est à 2,6 % du PIB.", "2,6 %", "echo", True),
        ("Elle saute 6,24 m", "Elle vise 6,30 m à midi.", "6,30 m", "echo", False),
        ("Elle saute 6,24 m", "Elle a fait 6,2 m à midi.", "6,2 m", "echo", True),
        ("Un tennis", "Elle l’emporte 6-3, 6-1, 6-4 à midi.", "6-1", "later-set", True),
        ("Un tennis", "Elle l’emporte 6-3, 6-1, 6-4 à midi.", "6-3", "later-set", False),
        ("Un tournoi", "Elle l’emporte 6-3 là, et 6-1 le lendemain.", "6-1", "later-set", False),
        ("Les matches", "Metz a perdu 1-0, 4-0 et 5-1 cette semaine.", "4-0", "later-set", False),
        ("Une comète", "Elle date de 80 000 ans à peine.", "80 000 ans", "race-time", False),
        ("Une comète", "Elle est à 70 millions de kilomètres de la Terre.", "70 millions", "distance", False),
        ("Une sonde", "L’engin de 2 tonnes est parti à midi.", "2 tonnes", "distance", True),
        ("Une sonde", "Un lot de 2 tonnes de riz est parti.", "2 tonnes", "distance", False),
        ("Une sonde", "On a saisi 2 tonnes de riz.", "2 tonnes", "distance", False),
        ("Une course", "Elle gagne avec 17 secondes d’avance à midi.", "17 secondes", "margin", True),
        ("Une course", "Elle gagne après 17 secondes de pluie à midi.", "17 secondes", "margin", False),
        ("Une course", "Elle a roulé à 44 km/h de moyenne.", "44 km/h", "reference", True),
        # whom it befell
        ("Une crue", "Quelque 340 habitants ont été évacués à midi.", "340", "affected", True),
        ("Une crue", "Là, 340 foyers étaient sans électricité.", "340", "affected", True),
        ("Une crue", "Quelque 340 habitants ont dansé à midi.", "340", "affected", False),
        # of shares in a poll, only those of who gave no answer
        ("Un sondage", "Là, 38 % des personnes interrogées disent oui.", "38 %", "sample", False),
        ("La sonde", "Là, on a un échantillon de 121 grammes de sable.", "121 grammes", "sample", False),
        ("Le feu", "Le bilan, qui était encore de 164 morts hier, monte.", "164", "earlier", True),
        ("Le feu", "La mairie avait d’abord parlé de 64 morts.", "64", "earlier", True),
        ("Le feu a fait 97 morts", "Un précédent décompte, hier, faisait état de 39 morts.", "39", "earlier", True),
        ("Le feu a fait 97 morts", "Dans la nuit, on parlait de 39 morts.", "39", "earlier", True),
        ("Le feu a fait 97 morts", "Les autorités faisaient état de 39 morts.", "39", "earlier", True),
        ("Le feu gagne", "À l’aube, les autorités parlaient de 39 morts.", "39", "earlier", False),
        ("Le feu a fait 97 morts", "Un rapport, à midi, faisait état de 39 victimes.", "39", "earlier", True),
        ("Le feu gagne", "Le parquet recensait vendredi 39 morts et 202 blessés.", "39", "earlier", False),
        ("Le feu a fait 97 morts et 300 blessés", "Le maire parlait de 39 blessés.", "39", "earlier", True),
        ("Le feu a détruit 900 oies", "Le groupe évoquait mardi 300 départs.", "300", "earlier", False),
        ("Le feu a coûté 900 euros", "Le juge ordonnait le versement de 300 euros.", "300 euros", "earlier", False),
        ("Le feu a brûlé 97 hectares", "La mairie en donnait 39 hectares à l’aube.", "39 hectares", "earlier", True),
        ("Le feu a brûlé 97 hectares", "La mairie en donne 39 hectares au loup.", "39 hectares", "earlier", False),
        ("Une peine", "Il a pris cinq ans de prison, dont deux ans avec sursis.", "deux ans", "part", True),
        ("Une peine", "Il a pris cinq ans de prison et deux ans avec sursis.", "deux ans", "part", False),
        ("Le feu a fait 97 morts", "Au large, 340 personnes sont mortes depuis janvier.", "340", "earlier", True),
        ("Un sondage", "Là, 38 % disent oui et 2 % ne se prononcent pas.", "38 %", "sample", False),
        ("Un sondage", "Là, 38 % disent oui et 2 % ne se prononcent pas.", "2 %", "sample", True),
        ("Un sondage", "On a interrogé 1 200 personnes à midi.", "1 200", "sample", True),
        # by the way, but for what a source gives and for a change
        ("La grève", "On roule peu, selon la ville, qui prévoit 34 bus.", "34", "aside", False),
        ("La grève", "On roule peu, selon la ville, qui possède 34 bus.", "34", "aside", True),
        # what a place has
        ("Une crue", "Là, elle a noyé Brume, un bourg de 3 100 habitants, lundi.", "3 100", "description", True),
        ("Une crue", "Là, elle a noyé, selon le maire, 3 100 habitants.", "3 100", "description", False),
        ("Une crue", "Là, elle a fait fuir un bourg de 3 100 habitants.", "3 100", "description", False),
        # how many voted, and where a change that is told from its beginning leads
        ("Un vote", "La participation s’est établie à 63 %.", "63 %", "turnout", True),
        ("Un vote", "Le maire a obtenu 63 % à midi.", "63 %", "turnout", False),
        ("Un vote", "La participation est en hausse de 5 %.", "5 %", "turnout", False),
        ("Le gaz", "Le prix passera de 118 à 109 euros.", "109", "outcome", True),
        ("Le gaz", "Le prix est de 118 euros, ou 109 euros ici.", "109", "outcome", False),
        # the score of the break is told in brackets behind that of the end
        ("Un match", "Elles ont battu Brest 29-27 (11-15 à la pause) là.", "29-27", "reference", False),
        ("Un match", "Elles ont battu Brest 29-27 (11-15 à la pause) là.", "11-15", "reference", True),
        # a number ends the words that tell what another counts
        ("Un bilan", "Il y a eu 83 naissances pour 69 décès.", "83", "casualties", False),
        ("Un bilan", "Il y a eu 83 des 96 décès là.", "83", "casualties", True),
        ("Un naufrage", "Neuf personnes à bord du voilier se sont noyées.", "Neuf", "casualties", True),
        # a toll of the first paragraph, of the day before, too
        ("Un séisme : 47 morts", "On parlait d’abord de 12 morts, puis de 31 au matin.", "31", "earlier", True),
        ("Un séisme", "Là, 47 sont morts, selon la ville, qui parlait la veille de 31 morts.", "31", "earlier", True),
        # no times of a race, and how long before something
        ("Une étoile", "Leur année dure entre 1,5 et 20 jours.", "1,5", "race-time", False),
        ("Le vote à trois semaines du scrutin", "Il dort.", "trois semaines", "elapsed", True),
        ("Le vote dure trois semaines", "Il dort.", "trois semaines", "elapsed", False),
        # two sources tell the ends of a range
        ("Entre 32 et 75 oies", "Il y a 32 oies, selon la ville, 75 selon le berger.", "32 et", "echo", True),
        ("Entre 32 et 75 oies", "Il y a 32 oies, selon la ville.", "32 et", "echo", False),
    ],
)  # fmt: skip
def test_whether_a_rule_holds_in_french(title: str, body: str, figure: str, rule: str, holds: bool) -> None:
    assert (rule in rules_of(figure, f"{title}\n\n{FR}\n\n{body}\n")) == holds


@pytest.mark.parametrize(
    ("title", "body", "figure", "rule", "holds"),
    [
        # the toll of a war or of years is not that of the day
        ("Coach crash: 12 dead", "The war has killed 3,400 people since 2009.", "3,400", "earlier", True),
        ("Coach crash: 12 dead", "The road kills 340 people a year.", "340", "earlier", True),
        ("Coach crash: 12 dead", "There were 34 injured at noon.", "34", "earlier", False),
        ("Coach crash: 12 dead", "The toll rose on Thursday from 26 to 38 dead.", "26", "earlier", True),
        # what had been done before the news
        ("A law is passed", "The house had rejected the bill by 40 votes to 38.", "40 votes", "earlier", True),
        ("A law is passed", "The house rejected the bill by 40 votes to 38.", "40 votes", "earlier", False),
        ("A law is passed", "He said that the house had rejected it by 40 votes to 38.", "40 votes", "earlier", False),
        ("A law is passed", "The mayor had 40 geese.", "40", "earlier", False),
        # what was asked for, once a sentence is given
        ("Two years in prison", "Prosecutors had asked for five years.", "five years", "sought", True),
        ("Two years in prison", "He has to pay $900.", "$900", "sought", False),
        ("The trial ends", "Prosecutors asked for five years in prison.", "five years", "sought", False),
        # a ratio of the title is of its own noun
        ("One in three trains runs", "The rate of strikers was at 34 percent.", "34 percent", "in-title", False),
        ("One in three shepherds strikes", "It is 34 percent of shepherds.", "34 percent", "in-title", True),
        # the same told in another way
        ("A probe", "It went 42 miles, or a third of the way.", "a third", "restated", True),
        ("A probe", "It lost 42 jobs, or 8 percent of all.", "8 percent", "restated", False),
        ("A probe", "It cost $42 million, or $31 a share.", "$31", "restated", False),
        ("A probe", "It cost $42 million, or 31 million euros.", "31 million euros", "restated", True),
        # what was expected, and the change before the one told
        ("A rate", "The bank had expected 3.4 percent.", "3.4 percent", "reference", True),
        ("A rate", "The bank had seen 3.4 percent.", "3.4 percent", "reference", False),
        ("A rate", "It was up 2 percent, against a rise of 4 percent in May.", "4 percent", "compared", True),
        ("A rate", "It was up 2 percent, with a rise of 4 percent in May.", "4 percent", "compared", False),
        # a part of those just counted
        ("A power cut", "It hit 1,300 homes, including 900 in Wales.", "900", "part", True),
        ("A power cut", "It hit 130 homes and 90 schools.", "90", "part", False),
        # a move, and what it leads from
        ("A report", "Sales were up 4 percent to $12 million.", "4 percent", "compared", False),
        # sums of all, cases, and how others died
        ("A virus kills 12", "There were 340 cases in all.", "340", "total", True),
        ("A virus kills 12", "There were 340 cases at noon.", "340", "casualties", True),
        ("Fraud is up", "There were 340 cases at noon.", "340", "casualties", False),
        ("The sea", "There, 443 migrants on boats lost their lives.", "443", "casualties", True),
        # times of a race, speeds, and the weight of a thing
        ("A storm", "The gusts were at 120 mph in the port.", "120 mph", "wind", True),
        ("A race", "She came in 17 seconds ahead of Ann Lee.", "17 seconds", "margin", True),
        ("A race", "She came in after 17 seconds of rain.", "17 seconds", "margin", False),
        ("A study", "Some 72 percent gave it up in the past six months.", "six months", "elapsed", True),
        ("A study", "Some 72 percent gave it up for six months.", "six months", "elapsed", False),
        # whom it befell
        ("A flood", "Some 340 people were evacuated at noon.", "340", "affected", True),
        ("A flood", "Some 340 people danced at noon.", "340", "affected", False),
        # of shares in a poll, only those of who gave no answer
        ("A poll", "Some 38 percent of those questioned say yes.", "38 percent", "sample", False),
        ("A poll", "They questioned 1,200 people at noon.", "1,200", "sample", True),
        # by the way, but for what a source gives and for a change
        ("The strike", "Few will run, says the town, which expects 34 buses.", "34", "aside", False),
        ("The strike", "Few will run, says the town, which has 34 buses.", "34", "aside", True),
        # how many voted
        ("A vote", "The turnout was 63 percent.", "63 percent", "turnout", True),
        ("A vote", "The mayor had 63 percent.", "63 percent", "turnout", False),
    ],
)  # fmt: skip
def test_whether_a_rule_holds_in_english(title: str, body: str, figure: str, rule: str, holds: bool) -> None:
    assert (rule in rules_of(figure, f"{title}\n\n{EN}\n\n{body}\n")) == holds


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Un car tombe : deux lycéens tués", "Deux adolescents sont morts à midi. Les deux victimes étaient au lycée."),
        ("Coach crash: two pupils killed", "Two children died at noon. The two victims were at school there."),
        ("Le virus passe la barre des 1 000 morts", "On compte 1 008 morts à midi, avec 340 oies."),
    ],
)
def test_a_toll_told_again_takes_one_place(title: str, body: str) -> None:
    tolls = [[reason.rule for reason in figure.reasons] for figure in figures_of(body, title)]
    of_tolls = [rules for rules in tolls if "casualties" in rules]
    assert sum("echo" not in rules for rules in of_tolls) == 1


def test_a_term_of_the_title_is_one_by_what_is_told_below() -> None:
    text = "La peine du maire ramenée à dix-huit mois\n\nIl a pris dix-huit mois de prison et 40 000 euros d’amende."
    assert analyse(document_from_text(text)).figures[0].text == "dix-huit mois"
