"""Direct speech without quotation marks: the lines of a dialogue, and the turns of an interview."""

import pytest

from tests.analysis.quoting import quotes_in


def turns(language: str, *paragraphs: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quotation of a text with these paragraphs."""
    return [(quote.text, quote.speaker) for quote in quotes_in(language, "\n\n".join(paragraphs))]


HEAD = "Le luthier Paul Verdier a reçu le journal dans sa boutique."

CASES = [
    # an interview: names, the initials of a name in the text, a newspaper that asks
    (
        "fr",
        (HEAD, "La Gazette : Où va-t-on ?", "Paul Verdier : Je reste ici.", "La Gazette : Vraiment ?", "P. V. : Oui."),
        [
            ("Où va-t-on ?", "La Gazette"),
            ("Je reste ici.", "Paul Verdier"),
            ("Vraiment ?", "La Gazette"),
            ("Oui.", "Paul Verdier"),
        ],
    ),
    (
        "fr",
        (HEAD, "Question : Où va-t-on ?", "M. Verdier : Je reste ici.", "Question : Et après ?", "M. Verdier : Rien."),
        [("Où va-t-on ?", None), ("Je reste ici.", "Paul Verdier"), ("Et après ?", None), ("Rien.", "Paul Verdier")],
    ),
    (
        "en",
        (
            "Ann Lee met us.",
            "Q: Where do we go?",
            "Ann Lee: I stay here.",
            "Q: And then?",
            "Ann Lee: Nothing at all.",
        ),
        [
            ("Where do we go?", None),
            ("I stay here.", "Ann Lee"),
            ("And then?", None),
            ("Nothing at all.", "Ann Lee"),
        ],
    ),
    # a quotation inside a turn is part of it; a label before a quotation mark is no turn
    (
        "fr",
        (HEAD, "P. V. : On dit « non » ici.", "P. V. : Je reste.", "P. V. : Je chante.", "Paul Verdier : « Je sors. »"),
        [
            ("On dit « non » ici.", "Paul Verdier"),
            ("Je reste.", "Paul Verdier"),
            ("Je chante.", "Paul Verdier"),
            ("Je sors.", "Paul Verdier"),
        ],
    ),
    # initials that two persons have stand for neither
    (
        "fr",
        (HEAD, "Pia Varga est là.", "P. V. : Je reste ici.", "P. V. : Je chante.", "P. V. : Rien."),
        [("Je reste ici.", "P. V."), ("Je chante.", "P. V."), ("Rien.", "P. V.")],
    ),
    # no interview: labels that occur once, are no person's, or are not followed by a sentence; too few labels
    ("fr", ("Lieu : la grande halle.", "Date : un mardi de mai.", "Prix : rien du tout."), []),
    ("fr", ("Crue en Lorraine : tout ferme.", "Crue en Lorraine : tout rouvre.", "Crue en Lorraine : rien."), []),
    ("fr", ("Paul Verdier : le retour", "Paul Verdier : le départ", "Paul Verdier : la suite"), []),
    ("fr", (HEAD, "Paul Verdier : Je reste ici.", "Il pleut."), []),
    ("fr", (HEAD, "Paul Verdier : Je reste ici.", "Anne Roux : Je pars."), []),
    ("fr", tuple(f"Paul Le Beau De La Tour Bleue : Je reste {where}." for where in ("ici", "là", "loin")), []),
    # the lines of a dialogue one right below the other, and within quotation marks
    (
        "fr",
        (HEAD, "— Vous prendrez quelque chose ? demande le patron.\n— Un café, répond Anne Roux."),
        [("Vous prendrez quelque chose ?", "patron"), ("Un café", "Anne Roux")],
    ),
    (
        "en",
        ("Ann Lee met us.", "— Where do we go? asked the owner.\n— To the mill, said Ann Lee.\n— Very well."),
        [("Where do we go?", "owner"), ("To the mill", "Ann Lee"), ("Very well.", None)],
    ),
    (
        "fr",
        (HEAD, "« Où va-t-on ? demande le patron.\n— Chez moi, répond Anne Roux.\n— C’est noté ! »"),
        [("Où va-t-on ? demande le patron.", "patron"), ("Chez moi", "Anne Roux"), ("C’est noté !", None)],
    ),
    # a dialogue: a cue that ends a line is left out of it
    ("fr", (HEAD, "— Je pars, dit Paul Verdier.", "— Et moi ?"), [("Je pars", "Paul Verdier"), ("Et moi ?", None)]),
    ("fr", (HEAD, "– Où va-t-on ? demanda Anne Roux."), [("Où va-t-on ?", "Anne Roux")]),
    (
        "fr",
        (HEAD, "- Je pars, dit Paul Verdier, et je pleure."),
        [("Je pars, dit Paul Verdier, et je pleure.", "Paul Verdier")],
    ),
    # no dialogue: a list, a dash inside a paragraph, a signature
    ("fr", ("- du pain frais et du beurre", "- du vin rouge", "- du sel"), []),
    ("fr", ("Il rit — elle aussi — et s’en va, dit Paul Verdier.",), []),
    ("fr", ("— Anne Roux, sur scène",), []),
]


@pytest.mark.parametrize(("language", "paragraphs", "expected"), CASES)
def test_turns_and_their_speakers(
    language: str, paragraphs: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    assert turns(language, *paragraphs) == expected
