"""Cues inside the quotation marks: they are left out of the wording, and name the source."""

import pytest

from tests.analysis.quoting import quotes_in
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

HEAD = "Le conseil est dans la ville et on ne sait pas qui a parlé.\n\n"


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        ("Il pleut, raconte Anne Roux, et rien ne va.", "Il pleut, et rien ne va."),
        ("Il pleut…, soupire Anne Roux. On part.", "Il pleut… On part."),
        ("Il pleut, s’agace l’élu. Et puis voilà.", "Il pleut. Et puis voilà."),  # elided
        ("Il pleut, s'agace l'élu. Et puis voilà.", "Il pleut. Et puis voilà."),
        ("Il pleut, s’est agacée Anne Roux, et rien ne va.", "Il pleut, et rien ne va."),
        ("Il pleut, a-t-elle dit, et rien ne va.", "Il pleut, et rien ne va."),  # inverted, the verb before the comma
        ("Il pleut, s’emporte-t-il, et rien ne va.", "Il pleut, et rien ne va."),  # elided and inverted
        ("Il pleut, persifle-t-elle, et rien ne va.", "Il pleut, et rien ne va."),  # a verb that no list has
        ("Il pleut, zozote-t-elle, et rien ne va.", "Il pleut, et rien ne va."),
        ("Il pleut, s’ébaubit-il, et rien ne va.", "Il pleut, et rien ne va."),
        ("Il pleut, viendra-t-il ce soir, et rien ne va.", "Il pleut, viendra-t-il ce soir, et rien ne va."),
        ("Il pleut, allons-nous, et rien ne va.", "Il pleut, allons-nous, et rien ne va."),
        ("Il pleut, dira-t-on, et rien ne va.", "Il pleut, dira-t-on, et rien ne va."),  # nobody in particular
        ("Il pleut, s’indignera-t-on, et rien ne va.", "Il pleut, s’indignera-t-on, et rien ne va."),
        ("Il pleut, indignera-on : et rien ne va.", "Il pleut, indignera-on : et rien ne va."),
        ("Il pleut, vous dis-je, et rien ne va.", "Il pleut, vous dis-je, et rien ne va."),
        ("Il pleut, et rien ne va.", "Il pleut, et rien ne va."),
    ],
)
def test_the_wording_leaves_the_cue_out(words: str, clean: str) -> None:
    [quote] = analyse(document_from_text(f"{HEAD}« {words} »")).quotes
    assert quote.text == words
    assert quote.clean == clean


def test_an_interjected_cue_names_the_source() -> None:
    [quote] = quotes_in("fr", "« Le pain, explique Anne Roux, 40 ans, doit reposer. »")
    assert quote.speaker == "Anne Roux"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("« Le pain, explique Anne Roux, 40 ans, doit reposer. »", "Le pain, doit reposer."),
        ("« Ma mère, sourit la plongeuse, pensait à moi. »", "Ma mère, pensait à moi."),
        ("« Où va-t-on ? demanda-t-il. Je suis perdu. »", "Où va-t-on ? Je suis perdu."),
        ("« Où va-t-on ! s’écrie Anne Roux, et vite. »", "Où va-t-on ! et vite."),
        ("« Où va-t-on ? demanda-t-il. »", "Où va-t-on ?"),
        ("« Il pleut… souffle Anne Roux. Rentrons. »", "Il pleut… Rentrons."),
        ("« Le pain, souffle Anne Roux. Le sel. »", "Le pain. Le sel."),
        ("« Le pain, le vin et le sel sont prêts. »", "Le pain, le vin et le sel sont prêts."),
        ("« Je dis oui, nous soutenons ce projet. On part. »", "Je dis oui, nous soutenons ce projet. On part."),
        ("« Je dis oui, nous explique Anne Roux. On part. »", "Je dis oui. On part."),
        ("« Il pleut, a promis Anne Roux, arrivée en retard. On part. »", "Il pleut. On part."),
    ],
)
def test_what_describes_the_source_is_left_out_with_the_cue(text: str, clean: str) -> None:
    assert quotes_in("fr", text)[0].clean == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("“Perry, said his principle,’ and", "Perry,’ and"),
        ("“You said? Shout it out, ’cause", "You said? Shout it out, ’cause"),
        ("“It rains, said Ann Lee, ’", "It rains, ’"),
    ],
)
def test_a_single_mark_after_a_cue_is_no_word(text: str, clean: str) -> None:
    [quote] = quotes_in("en", text)
    assert quote.clean == clean
