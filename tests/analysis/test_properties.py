"""What holds for any text at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.lexical import lexical_text
from tests.fuzz.promises import check_text
from tui_reader.analysis.pipeline import analyse
from tui_reader.export.contract import as_json
from tui_reader.ingest.sources import document_from_text

PIECES = [
    *("Voir aussi", "Partager", "VIDEO. Un film", "Commentaires (2)", "Par Anne Roux", "1er mars 2022", "M. Durand"),
    *(
        "« Bonjour », a dit Anne Roux.",
        "“Hello,” said Bob Lee.",
        "Selon lui, « il",
        "— Anne Roux (@anne) March 2, 2022",
    ),
    *('"x" y', "»", "«", "”", "“", '"', ".", "!", "…", "\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "\u2028"),
    *("900 000 personnes", "Près de 3,5 millions d’euros", "９", "²", "½", "\x1b[2J", "\ud800", "\x00", "a" * 90),
    "Le texte dit ce qu’il dit et puis il s’arrête.",
]
MESSY = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=25).map("".join)


@settings(max_examples=100, deadline=None)
@given(MESSY)
@example("1er mars 2022¹")
def test_all_promises_hold_for_any_text(text: str) -> None:
    check_text(text)


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False).map(lexical_text))
def test_all_promises_hold_for_texts_made_of_the_lexicon(text: str) -> None:
    check_text(text)


def test_the_contract_names_every_part() -> None:
    article = as_json(analyse(document_from_text("Titre\n\nUn mot, « deux mots », a dit Anne Roux.", "a.txt")))
    parts = "schema id source declared links language title byline site published raw text blocks headlines figures"
    assert list(article) == [*parts.split(), "quotes"]
    assert article["source"]["path"] == "a.txt"


@pytest.mark.parametrize(
    "flood",
    ["“", "«", '"', "A ", "1", "1 ", "1,", "il a dit « ", "Le ", "\n", "(", "— A (@b) ", "la circu-\nlation du\n"],
)
def test_a_flood_is_analysed_in_linear_time(flood: str) -> None:
    analyse(document_from_text("Titre.\n\n" + flood * (20_000 // len(flood))))


FRENCH = "Le conseil est dans la ville et on ne sait pas qui a parlé.\n\n"


@pytest.mark.parametrize("flood", ["12 km ", "1 000 ", "2€50 ", "12 %, ", "3 tubas et 3 cors. "])
def test_a_flood_of_figures_is_read_in_linear_time(flood: str) -> None:
    assert analyse(document_from_text(FRENCH + flood * 5_000)).figures


def test_a_flood_of_numbers_that_are_no_figures_is_read_in_linear_time() -> None:
    assert not analyse(document_from_text(FRENCH + "[1]" * 20_000)).figures


def test_one_value_of_many_things_is_read_in_linear_time() -> None:
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru")
    things = ("".join(syllables[int(digit)] for digit in str(number)) for number in range(1_000, 4_000))
    flood = "".join(f"On a vu 12 {thing}s. " for thing in things)
    assert len(analyse(document_from_text(FRENCH + flood)).figures) > 1_000


def test_many_boxes_of_newsletters_are_read_in_linear_time() -> None:
    box = "La lettre du tuba {0}\n\nChaque semaine un tuba {0} arrive, gelé.\n\nVotre adresse e-mail\n\nS'inscrire\n\n"
    analyse(document_from_text("".join(box.format(number) for number in range(2_000))))


@pytest.mark.parametrize(
    "card",
    [
        "Lire aussi\n\nUn tuba perdu dans la neige, {0}\n\nLe facteur {0} l'a entendu siffler sous la neige.\n\n",
        "Un tuba perdu dans la neige, {0}\n\nAnne Roux\n\nLe facteur {0} l'a entendu siffler sous la neige.\n\n",
        "Zoé\n\nLe 3 mars 2022\n\nEncore un tuba que l'on nous vole, le {0}.\n\n",
        "Partager\n\nNous comptons sur vous, lecteur {0}, pour nous aider.\n\n",
        "« Un tuba qui joue seul dans la neige {0}, cela ne s'oublie pas. »\n\n",
        "cor {0}\n\n",
        "le cor numéro {0} qui n'a pas\n\n",
    ],
)
def test_many_cards_on_a_page_are_read_in_linear_time(card: str) -> None:
    article = "Menu\n\nContact\n\nSe connecter\n\nRechercher\n\n" + FRENCH * 8
    analyse(document_from_text(article + "".join(card.format(number) for number in range(2_000))))


@pytest.mark.parametrize(
    "flood", ["« a » ", "« a.» ", "il a dit « a », ", "et dit ", "« a », a dit Anne Roux. ", "« a »\n\n"]
)
def test_a_flood_of_quotations_is_read_in_linear_time(flood: str) -> None:
    assert analyse(document_from_text(FRENCH + flood * 2_000)).language == "fr"
