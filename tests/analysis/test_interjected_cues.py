"""Remarks inside the marks are not the speaker's words, however their verb is written."""

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

HEAD = "Le conseil est dans la ville et on ne sait pas qui a parlé.\n\n"


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        ("Il pleut, raconte Anne Roux, et rien ne va.", "Il pleut, et rien ne va."),
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
def test_the_wording_leaves_the_remark_out(words: str, clean: str) -> None:
    [quote] = analyse(document_from_text(f"{HEAD}« {words} »")).quotes
    assert quote.text == words
    assert quote.clean == clean
