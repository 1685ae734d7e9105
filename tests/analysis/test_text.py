"""Words and sentences."""

import pytest

from tui_reader.analysis.text.dates import iso_date, iso_moment
from tui_reader.analysis.text.language import guess_language
from tui_reader.analysis.text.segmentation import fold, sentences
from tui_reader.model import Span


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Un. Deux ! Trois ?", ["Un.", "Deux !", "Trois ?"]),
        ("Il aime l’art. Ils sont sept. Lis le no. 5.", ["Il aime l’art.", "Ils sont sept.", "Lis le no. 5."]),
        ("She told me. I said no. Read art. L. 12.", ["She told me.", "I said no.", "Read art. L. 12."]),
        ("M. Durand est venu. Il repart.", ["M. Durand est venu.", "Il repart."]),
        ("J. F. Kennedy spoke. He left.", ["J. F. Kennedy spoke.", "He left."]),
        ("Il vaut 3.5 points. « Oui. » Non.", ["Il vaut 3.5 points.", "« Oui. »", "Non."]),
        ("Quoi ? demanda-t-il. Rien…", ["Quoi ? demanda-t-il.", "Rien…"]),
        (
            "Rep. Ann Lee (D-N.Y.), who left, and J.-P. Roux came.",
            ["Rep. Ann Lee (D-N.Y.), who left, and J.-P. Roux came."],
        ),
        ("Sen. Tom Lee (D-Calif.), who left. It rains.", ["Sen. Tom Lee (D-Calif.), who left.", "It rains."]),
        ("Dr. Oduya and the U.S. team came. 12 left.", ["Dr. Oduya and the U.S. team came.", "12 left."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [part.of(text) for part in sentences(text, Span(0, len(text)))] == parts


def test_no_sentence_ends_inside_an_opaque_stretch() -> None:
    text = "Elle dit « Un. Deux. » puis sort. Fin."
    assert len(sentences(text, Span(0, len(text)), (Span(9, 22),))) == 2


def test_fold_keeps_the_length() -> None:
    assert fold("L’İle\u202f: ÉTÉ") == "l'İle : été"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Publié le 2 mars 2022 à 19h45", "2022-03-02"),
        ("Publié le 14 février 2024 à 7 h 12, mis à jour à 18 h 40", "2024-02-14"),
        ("Publié le 09/05/2023 à 18:05", "2023-05-09"),
        ("March 2, 2022", "2022-03-02"),
        ("14 février 2024", "2024-02-14"),
        ("Published 11 March 2024, 08:30 GMT", "2024-03-11"),
        ("mars 2022", "2022-03"),
        ("Le projet de 2022", None),
        ("2 mars", None),
        ("rien", None),
        ("2022-03-02T10:00", "2022-03-02"),
        ("Updated 2137 GMT (0537 HKT) October 28, 2015", "2015-10-28"),  # no year but that of the date
        ("Mis à jour à 0702 GMT, 12 juin 2023", "2023-06-12"),
        ("à 7h30 le 3 mai 2021", "2021-05-03"),
        ("N° 1 284 – Jeudi 6 février 2025", "2025-02-06"),
        ("N° 12 – Jeudi 6 février 2025", "2025-02-06"),
        ("By Ann Roe, 4 min read, 2 June 2025", "2025-06-02"),
    ],
)
def test_iso_date(text: str, date: str | None) -> None:
    assert iso_date(text, "fr") == date


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Publié le 14 février 2024 à 7 h 12, mis à jour à 18 h 40", "2024-02-14T07:12"),
        ("Publié le 2 mars 2022 à 19h", "2022-03-02T19:00"),
        ("30/04/2024 - 16:00", "2024-04-30T16:00"),
        ("March 2, 2022, at 12:05 a.m. ET", "2022-03-02T00:05"),
        ("2022-03-02T08:30:00Z", "2022-03-02T08:30Z"),
        ("Updated 5:12 PM EST, Wed March 2, 2022", "2022-03-02T17:12"),
        ("Posted 6:30 AM, Mar 2, 2022 and last updated 9:00 AM, Mar 3, 2022", "2022-03-02T06:30"),
        ("12 a.m., 2 March 2022", "2022-03-02T00:00"),
        ("14:00, 2 mars 2022", "2022-03-02"),  # a time before the date may be of another thing
        ("2 mars 2022 20 personnes", "2022-03-02"),
        ("2 mars 2022 à 77h12", "2022-03-02"),
        ("mars 2022 à 19h", "2022-03"),
        ("rien", None),
    ],
)
def test_iso_moment(text: str, moment: str | None) -> None:
    assert iso_moment(text, "fr") == moment


def test_a_numeric_date_needs_a_language() -> None:
    assert iso_date("09/05/2023", "fr") == "2023-05-09"
    assert iso_date("09/05/2023", "en") == "2023-09-05"
    assert iso_date("09/05/2023") == "2023"


def test_a_long_text_of_a_kindred_language_is_not_taken_for_ours() -> None:
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru")
    foreign = " ".join("".join(syllables[int(digit)] for digit in str(number)) for number in range(1_000, 1_300))
    assert guess_language(f"Que se passa. {foreign} de outro.") is None
    assert guess_language("Que se passa de outro.") == "fr"
    common = "Le conseil est dans la ville et on ne sait pas qui a parlé, mais avec elle il y sera pour nous."
    assert guess_language(f"{common} {foreign}") == "fr"
