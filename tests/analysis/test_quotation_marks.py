"""The spans of quotations between their marks, and the sentences around them."""

import pytest

from tui_reader.analysis.quotes.quotation_marks import find_marked_spans, quoted_sentences
from tui_reader.model import Span

MARKED = [
    ("Il dit « oui » et « non ».", ["oui", "non"]),
    ("Il dit «\u202foui\u202f».", ["oui"]),
    ("Un “oui, un “petit” oui” net.", ["oui, un “petit” oui"]),
    ("Un « oui, un « petit » oui » net.", ["oui, un « petit » oui"]),
    ("Das „Ja“ und „Nein“.", ["Ja", "Nein"]),
    ('"Yes," he said. "No."', ["Yes,", "No."]),
    ('He said "one "small" word" twice.', ['one "small" word']),
    ("« A, dit-il, B »", ["A, dit-il, B"]),
    ("« Sans fin, dit-il.", ["Sans fin, dit-il."]),
    ("A 6” board and l’eau.", []),
    # marks that were mistaken for one another
    ('“For kids," she said "at last, ‘stay.’”', ["For kids,", "at last, ‘stay.’"]),
    ("The film “Cold“ and the “warm” one.", ["Cold", "warm"]),
    ('He said, "No fees.”', ["No fees."]),
    # a quotation that is closed by a mark of another sort ends there
    ("« Il pleut”, dit-il. « Il vente », dit-elle.", ["Il pleut", "Il vente"]),
    ('« Il pleut", dit-il. « Il vente », dit-elle.', ["Il pleut", "Il vente"]),
    ("“It rains», he said. “It blows,” she said.", ["It rains", "It blows,"]),
    ('"Il pleut”, dit-il. ”Il vente”, dit-elle.', ["Il pleut", "Il vente"]),
    ('« Un “petit” et un "grand" oui », dit-il. « Non »', ['Un “petit” et un "grand" oui', "Non"]),
    ("“A « petit » b” and “c”", ["A « petit » b", "c"]),
    # blanks inside straight marks
    ('Il dit : " Il pleut. " Elle dit : " Il vente. "', ["Il pleut.", "Il vente."]),
    ('" Il pleut ", dit-il, et " rien ne va ".', ["Il pleut", "rien ne va"]),
    ('A 6" board, a 2" nail and "one" word.', ["one"]),
    ('Une planche de 6 " et rien.', []),
    # straight marks beside which a blank was lost
    ('Il promet "des comptes"et ajoute "nous partirons".', ["des comptes", "nous partirons"]),
    ('Il a dit"nous partirons" hier, puis "non".', ["nous partirons", "non"]),
    ('Elle a cité l"information d"hier.', []),
    # rarer marks, which mean something else where nothing closes them
    ("Il dit ‹ oui ›, <<non>>, ``si'' et ''bon''.", ["oui", "non", "si", "bon"]),
    ("»Ja«, sagte er, »nein«.", ["Ja", "nein"]),
    ("a << b, c ‹ d, e `` f", []),
    ("Fin », dit-il.", []),
    # single marks, and the apostrophes that look like them
    ("‘It’s late,’ she said. ‘We aren’t done.’", ["It’s late,", "We aren’t done."]),
    ("He said: 'I don't know.' A 'small' one.", ["I don't know.", "small"]),
    ("‘We want the villagers’ hall,’ he said.", ["We want the villagers’ hall,"]),
    ("He cursed ‘the neighbours’ and the ‘fools’.", ["the neighbours", "fools"]),
    ("‘He said “no” to me,’ said Ann.", ["He said “no” to me,"]),
    ("“It was ‘odd,’ ” said Ann. “Or ‘even.’ ”", ["It was ‘odd,’", "Or ‘even.’"]),
    ("“He said ‘no’ to me,” said Ann.", ["He said ‘no’ to me,"]),
    ("The boys' dogs and the ’90s, ’tis rock 'n' roll, goin' home.", []),
    ("‘Bad “mark,’ he said.", ["mark,’ he said."]),
    ("Un 'petit' mot de l'élu, d'Anne et d'‘Iris’.", ["petit", "Iris"]),
    ("‘No end to it", ["No end to it"]),
    ("He left ‘no end to it", []),
]


@pytest.mark.parametrize(("text", "inside"), MARKED)
def test_the_outermost_marks_are_found(text: str, inside: list[str]) -> None:
    assert [marked.inside.of(text) for marked in find_marked_spans(text, Span(0, len(text)))[0]] == inside


def test_a_paragraph_that_is_only_a_closing_mark_has_no_quotation() -> None:
    assert find_marked_spans("”", Span(0, 1), unclosed="”")[0] == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“A. B,” he said. C.", ["“A. B,” he said.", "C."]),
        ("He said: “No. Never.” Then he left.", ["He said: “No. Never.”", "Then he left."]),
        ("« A. B. », dit-il. C.", ["« A. B. », dit-il.", "C."]),
        ("« Non. Rien. » « Si. »", ["« Non. Rien. »", "« Si. »"]),
        ("“A! B!” Ann said.", ["“A! B!” Ann said."]),
        ("“No. Never.” he said. C.", ["“No. Never.” he said.", "C."]),
        ('« Il a dit : "Non." » Il paie.', ['« Il a dit : "Non." »', "Il paie."]),
        ('“No. Never.” "Yes," he said. C.', ["“No. Never.”", '"Yes," he said.', "C."]),
    ],
)
def test_a_sentence_ends_with_the_last_full_stop_of_a_quotation(text: str, parts: list[str]) -> None:
    inside = [marked.inside for marked in find_marked_spans(text, Span(0, len(text)))[0]]
    assert [part.of(text) for part in quoted_sentences(text, Span(0, len(text)), inside)] == parts


UNCLOSED = [
    # a paragraph without marks leaves the quotation open, one with marks of its own does not
    ("Et ce fut tout.", "»", [], "»"),
    ('Il dit "oui" net.', "»", ["oui"], None),
    ("Et « non » alors.", "»", ["non"], None),
    # a paragraph whose first mark closes the quotation continues it
    ("La fin », dit-il. « Non »", "»", ["La fin", "Non"], None),
    ("La fin », dit-il.", None, [], None),
    # a quotation that is not closed ends with its paragraph
    ("Il dit : « sans fin", None, ["sans fin"], "»"),
    ("« encore", "»", ["encore"], "»"),
    # a paragraph that begins with the closing mark continues it, unless that mark ends it
    ("» Et la suite, dit-il.", "»", ["Et la suite, dit-il."], "»"),
    ("» Et la fin. », dit-il.", "»", ["Et la fin."], None),
    ("», dit-il.", "»", [], None),
    # the dash of a turn is none of its words
    ("— Et moi ! »", "»", ["Et moi !"], None),
]


@pytest.mark.parametrize(("text", "unclosed", "inside", "still_unclosed"), UNCLOSED)
def test_a_quotation_may_continue_over_paragraphs(
    text: str, unclosed: str | None, inside: list[str], still_unclosed: str | None
) -> None:
    marked_spans, closing = find_marked_spans(text, Span(0, len(text)), unclosed)
    assert ([marked.inside.of(text) for marked in marked_spans], closing) == (inside, still_unclosed)
