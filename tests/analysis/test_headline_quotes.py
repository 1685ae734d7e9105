"""Quotations in titles have the source of those in the text whose words they repeat."""

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text


def test_a_title_has_the_name_that_the_text_gives_for_its_words() -> None:
    title = "Procès du notaire : « Je n’ai jamais voulu voler »\n\n"
    text = "À la barre, Jean Castaing parle bas. « Je n’ai jamais voulu voler », répète le prévenu dans la salle.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Jean Castaing"] * 2


def test_a_title_may_shorten_the_words_of_the_text() -> None:
    title = "Carambolage : « J’ai vu le camion, j’ai fermé les yeux »\n\n"
    text = "« J’ai vu le camion dans le rétro, j’ai fermé les yeux », raconte Anne Roux, dans la salle de la ville.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Anne Roux"] * 2


def test_the_name_of_something_is_no_speech_in_the_title_either() -> None:
    title = "« Verrou d’acier pour tous » : une faille touche des routeurs\n\n"
    text = "Les chercheurs ont publié une faille, qu’ils ont baptisée « Verrou d’acier pour tous », et qui est grave.\n"
    assert not any(quote.speech for quote in analyse(document_from_text(title + text)).quotes)


def test_two_words_of_a_title_are_too_few_to_be_recognised() -> None:
    title = "« Au feu ! » dans la rue de la ville\n\n"
    text = "« Au feu, au feu, vite », a crié Anne Roux dans la salle de la ville, où les élus ont été reçus.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == [None, "Anne Roux"]


def test_a_title_names_the_holder_of_a_role_in_the_text() -> None:
    title = "Brume : pour Castaing, le pont est « une folie »\n\n"
    text = (
        "Le ministre de la Mer a dit que le pont de la ville est « une folie de plus ». Jean Castaing l’a vu.\n\n"
        "« On verra », a ajouté le ministre de la Mer.\n"
    )
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Jean Castaing"] * 3


def test_a_title_names_nobody_whose_words_differ() -> None:
    title = "Brume : pour Castaing, le pont est « une folie »\n\n"
    text = "Le ministre de la Mer a dit que le pont de la ville est « une chance de plus ». Jean Castaing l’a vu.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Jean Castaing", "ministre de la Mer"]


def test_a_name_and_a_colon_at_the_head_of_a_title_tell_who_says_it() -> None:
    text = "Former mayor Ellen Keating spoke on Sunday of the race and of Harlan, who had been in the town for a day.\n"
    for title, speaker in (
        ("Keating: Harlan ‘got schooled’ on the budget\n\n", "Ellen Keating"),
        ("Norwick: Harlan ‘got schooled’ on the budget\n\n", "Harlan"),
        ("Keating: Harlan says he ‘got schooled’ on the budget\n\n", "Harlan"),
    ):
        assert [quote.speaker for quote in analyse(document_from_text(title + text)).quotes] == [speaker]
