"""Lists, tables and contents of an article on a whole page: their short lines are kept, those about them dropped."""

import pytest

from tests.analysis.articles import FOOT, MENU, NIGHT, night, read

STEPS = [
    "Faites fondre le beurre dans une casserole, sans le laisser brunir, puis laissez-le tiédir un quart d’heure.",
    "Ajoutez la farine et les œufs, fouettez, et versez la pâte du tuba dans un moule que vous aurez beurré.",
    "Le gâteau du tuba cuit quarante minutes ; il se mange tiède, avec de la crème et un peu de musique.",
]
TITLE = "Le gâteau du tuba au beurre"


def recipe(*above: str) -> str:
    """The kept text of the page of a recipe, with other lines between its title and its steps."""
    return read("\n\n".join([*MENU, TITLE, *above, *STEPS, *FOOT])).text


@pytest.mark.parametrize(
    "lines",
    [
        ["Ingrédients", "250 g de farine", "100 g de beurre", "3 œufs", "sel", "crème (pour servir)", "Préparation"],
        ["Ingredients", "1 cup flour", "½ tsp. salt", "2 (15-oz.) cans cream", "butter, softened", "Steps"],
        ["250 g de farine", "1 pincée de sel", "2 c. à soupe de crème", "du beurre"],  # no heading
        ["Pour 6 personnes", "Cuisson : 40 min", "Ingrédients", "1 verre de lait", "200 g de sucre"],
        ["Total Time", "1 hour", "Yield", "Serves 4–6", "Ingredients", "2 sticks butter", "1 lb flour", "1 lemon"],
        ["Ingrédients", "6", "personnes", "4 gros oignons", "60 g de beurre", "sel"],
        ["Difficulté : facile", "Coût : bon marché", "Pour la pâte", "- 20 cl de lait", "- 2 cuillerées de rhum"],
    ],
)
def test_the_ingredients_above_the_first_step_are_kept(lines: list[str]) -> None:
    text = recipe(*lines)
    assert [line for line in [TITLE, *lines, *STEPS] if line not in text] == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Ingrédients", "Techniques", "Nos chefs"],  # a menu
        ["250 grammes de tuba", "Recettes du jour", "Nos adresses"],  # one such line alone
        ["Préparation", "14 avis", "Imprimer", "Mes favoris"],
    ],
)
def test_what_is_no_list_of_ingredients(lines: list[str]) -> None:
    assert [line for line in lines if line in recipe(*lines)] == []


@pytest.mark.parametrize("heading", ["Les plus", "Points faibles", "Pros", "What we don’t like"])
def test_the_points_below_the_summary_are_kept(heading: str) -> None:
    summary = "La fanfare de Brume a tout pour plaire, à condition d’avoir un maire patient."
    points = [heading, "Tubas très doux", "12,5 kg sur la balance", "Harpe en option"]
    article = read("\n\n".join([*MENU, summary, *points, *(["Publicité"] * 8), *NIGHT, *FOOT]))
    assert "\n\n".join([summary, *points]) in article.text


def test_the_heading_of_the_sentences_that_sum_up_is_kept() -> None:
    article = read("\n\n".join([*MENU, "Publié le 3 mars 2022", "Ce qu’il faut retenir", *NIGHT, *FOOT]))
    assert f"Ce qu’il faut retenir\n\n{NIGHT[0]}" in article.text


RESULTS = [
    *("Les résultats", "Brume - Vaux : 2-1", "Tubas de Brume - Cors : 0-0", "Harpes - Triangles : 3-1"),
    *("Le classement", "1. Brume, 41 pts", "2. Tubas, 40", "3. Vaux, 12", "4. Harpes, 9"),
]
SCORES = [
    *("Brume", "A Roux c Petit b Moreau 44", "J Lebrun not out 31", "Extras 22", "Total (9 wkts, 49.5 overs) 188"),
    *("Tubas", "P Vidal run out 21", "Z Garnier c and b Roux 0", "R Marchand not out 12", "Total 186"),
]
CELLS = ["Équipe", "J", "Pts", "1", "Brume", "25", "57", "2", "Tubas de Brume", "25", "46", "3", "Vaux", "24", "45"]


@pytest.mark.parametrize("table", [RESULTS, RESULTS * 3, SCORES, CELLS])
@pytest.mark.parametrize("at", [3, 8])
def test_tables_in_and_below_the_text_are_kept_whole(table: list[str], at: int) -> None:
    text = night(*table, at=at).text
    assert "\n\n".join(table[:4]) in text
    assert [line for line in [*NIGHT, *table] if line not in text] == []


def test_the_last_sentence_below_a_long_table_is_kept() -> None:
    article = read("\n\n".join([*MENU, *NIGHT[:2], *RESULTS * 3, "La fanfare de Brume reçoit Vaux samedi.", *FOOT]))
    assert article.text.endswith("La fanfare de Brume reçoit Vaux samedi.")


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Tuba en vente",
            "12/03/2023",
            "Fanfare à Vaux",
            "13/03/2023",
            "Un maire rit",
            "14/03/2023",
            "Flûte",
            "2-4-2023",
        ],
        ["Cors", "14:20", "Harpes", "14:31", "Triangles", "15:02", "Flûtes", "16:10"],
        ["1", "Le tuba expliqué aux enfants", "2", "Un cor", "3", "La harpe", "4", "Le triangle de Brume"],  # a ranking
        ["Bourse", "Huile 12,5", "Sucre 3,4", "Cuivre 9 001", "Étain 14"],  # nothing that the article speaks of
    ],
)
def test_what_is_no_table_of_the_article(lines: list[str]) -> None:
    text = night(*lines, at=8).text
    assert [line for line in lines if line in text] == []


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (["La nuit des tubas", "De Maud Roux", "Durée : 2h07", "En salles le 15 novembre"], 4),
        (["Length: 94 min", "Brass Hall"], 1),
        (["Nutrition facts", "Calories: 288 kcal | Protein: 5 g | Fat: 18 g"], 2),
        (["Cors", "Vaux", "Municipales 2026", "Lavoirs"], 0),  # tags
        (["Vaux : le maire démissionne", "Brume : un cor retrouvé"], 0),  # headlines
        (["Durée du trajet", "Partager", "Prix : 12 €"], 0),  # below a button
    ],
)
def test_the_facts_that_close_a_review_are_kept(below: list[str], kept: int) -> None:
    text = night(*below, at=8).text
    assert [line for line in below if line in text] == below[:kept]


@pytest.mark.parametrize("sign", ["- ", "• ", "– "])
def test_the_heading_of_the_list_that_the_article_begins_with_is_kept(sign: str) -> None:
    items = [f"{sign}La fanfare a joué toute la nuit.", f"{sign}Le maire a dansé avec le tuba."]
    assert f"Trois choses\n\n{items[0]}" in read("\n\n".join([*MENU, "Trois choses", *items, *NIGHT, *FOOT])).text


def test_a_table_of_contents_is_dropped_and_its_headings_are_kept() -> None:
    contents = ["Une nuit trop froide", "Le maire et le tuba", "Après la musique"]
    page = [*MENU[:-1], "La nuit de Brume", "Sommaire", *contents, *NIGHT[:2], contents[0], *NIGHT[2:4], contents[1]]
    article = read("\n\n".join([*page, *NIGHT[4:6], contents[2], *NIGHT[6:], *FOOT]))
    assert article.title == "La nuit de Brume"
    assert [article.text.count(line) for line in contents] == [1, 1, 1]
    assert f"{NIGHT[1]}\n\n{contents[0]}" in article.text


def test_one_word_of_a_table_of_contents_inside_the_text_is_dropped() -> None:
    words = ["Froidure", "Musique", "Lendemain"]
    page = [*MENU[:-1], "La nuit de Brume", NIGHT[0], *words, *NIGHT[1:3], words[0], *NIGHT[3:5], words[1], *NIGHT[5:7]]
    article = read("\n\n".join([*page, words[2], *NIGHT[7:], *FOOT]))
    assert [article.text.count(word) for word in words] == [1, 1, 1]


def test_a_trail_of_links_above_the_title_is_no_table_of_contents() -> None:
    trail = ["Une fanfare blanche", "La nuit de la fanfare à Brume"]
    links = ["Partager", "Tweeter", "Imprimer", "Envoyer", "Écouter", "Enregistrer"]
    assert read("\n\n".join([*MENU[:-1], *trail, *links, *trail, *NIGHT, *FOOT])).title == trail[1]


@pytest.mark.parametrize("entry", ["Le maire danse avec le tuba", "Une fanfare de Brume sans cors", "Des tubas gelés"])
def test_an_entry_of_a_table_of_contents_is_no_title(entry: str) -> None:
    title, other = "Direct : la fanfare de Brume", "Une harpe en autocar"
    page = [*MENU[:-1], title, other, entry, *NIGHT[:2], other, *NIGHT[2:5], entry]
    assert read("\n\n".join([*page, *NIGHT[5:], *FOOT])).title == title
