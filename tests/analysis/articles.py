"""Texts about a brass band for the tests of cleaning, alone and as whole pages."""

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article

FIRST = "La fanfare de Brume-les-Eaux a joué toute la nuit dans la rue principale, sans que personne ne s’en plaigne."
LAST = "Elle recommencera samedi, a promis le chef, et cette fois avec des instruments qui sont les siens."


TUBA = "Le tuba volé est revenu seul"
OWN = "Tuba returns on its own"


SUMMARY = "Un tuba volé mardi à Brume est revenu seul, à pied, sans dire un mot de son voyage."


def read(text: str) -> Article:
    return analyse(document_from_text(text))


MENU = [
    "Menu",
    "Rechercher",
    "Se connecter",
    *(f"Rubrique {number}" for number in range(20)),
    "Le tuba volé est revenu",
]
FOOT = ["Cuivres", "Brume-les-Eaux", "Les plus lus", "Un cor trop long", "Mentions légales", "Contact"]
MIDDLE = "Le tuba volé mardi est revenu à pied, selon trois témoins qui disent l’avoir vu sur la route de Brume."
TEASERS = ["Un accordéon retrouvé dans un arbre fruitier", "La harpe la plus courte du monde est vendue"]


def page(*middle: str) -> Article:
    return read("\n\n".join([*MENU, FIRST, *middle, LAST, MIDDLE, *FOOT]))


NIGHT = [
    "La fanfare de Brume avait promis de jouer jusqu’à minuit, et la fanfare de Brume tient toujours ses promesses.",
    "Au premier rang, le tuba jouait seul, car les cors avaient gelé et la harpe attendait encore son autocar.",
    "À dix heures, la fanfare comptait douze tubas, trois cors dégelés et un chien que personne n’avait invité.",
    "Le maire a pris la parole pour dire que le tuba est une chance, la fanfare un devoir, et qu’il avait froid.",
    "On a vu le chef de la fanfare pleurer au troisième rappel, ce qu’il nie, et sourire au quatrième, ce qu’il admet.",
    "Quand la fanfare s’est tue, vers deux heures, les tubas ont été rangés par taille dans la salle des fêtes.",
    "La fanfare recommencera l’an prochain, avec des tubas plus petits, a juré le maire à ceux qui voulaient dormir.",
    "Le tuba volé, lui, n’a rien dit ; la fanfare de Brume l’a trouvé le lendemain sur le seuil de la salle des fêtes.",
]


def night(*middle: str, at: int = 5) -> Article:
    """A page about one night, with other lines after so many of its paragraphs."""
    return read("\n\n".join([*MENU, *NIGHT[:at], *middle, *NIGHT[at:], *FOOT]))
