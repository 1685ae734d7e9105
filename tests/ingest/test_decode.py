"""Bytes to text."""

import pytest

from tui_reader.ingest import decode as module
from tui_reader.ingest.decode import NOTES, decode, looks_binary, note, translated
from tui_reader.messages import activate


@pytest.mark.parametrize(
    ("data", "text", "encoding", "rules"),
    [
        ("l’été 5 €".encode(), "l’été 5 €", "utf-8", []),
        (b"\xef\xbb\xbf" + "été".encode(), "été", "utf-8", []),
        ("été".encode("utf-16"), "été", "utf-16-le", []),
        (b"\xfe\xff" + "été".encode("utf-16-be"), "été", "utf-16-be", []),
        ("l’été à 5 €".encode("cp1252"), "l’été à 5 €", "windows-1252", ["decode.cp1252"]),
        ("l’été\n".encode() + "l’hiver\r\n".encode("cp1252"), "l’été\nl’hiver\r\n", "utf-8", ["decode.cp1252"]),
        (b"caf\xe9\x81", "café\ufffd", "windows-1252", ["decode.cp1252", "decode.replaced"]),
        (b"\x9b31m\xe9", "›31mé", "windows-1252", ["decode.cp1252"]),  # never a live control character
        (b"\xff\xfea\x00b", "a\ufffd", "utf-16-le", ["decode.replaced"]),
        (b"a\rb\r\nc", "a\rb\r\nc", "utf-8", []),
    ],
)
def test_decode(data: bytes, text: str, encoding: str, rules: list[str]) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert [note.rule for note in decoded.notes] == rules


@pytest.mark.parametrize("tail", ["", "é", "€", "😀"])
def test_a_long_text_is_cut_at_a_code_point_and_that_is_said(tail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    for fill in range(6, 11):
        decoded = decode(b"a" * fill + (tail * 4 + "zzzzz").encode())
        assert "\ufffd" not in decoded.text
        assert decoded.text.startswith("a" * fill)
        assert [note.rule for note in decoded.notes] == ["decode.cut"]


def test_binary_data_is_told_from_text() -> None:
    assert looks_binary(b"\x7fELF\x02\x01\x01" + bytes(200))
    assert not looks_binary(b"Texte \x1b[1mgras\x1b[0m\r\n\t")
    assert not looks_binary("été".encode("utf-16"))


@pytest.mark.parametrize(
    ("rule", "count", "english", "french"),
    [
        (
            "decode.cut",
            5_000_000,
            "only the first 5000000 bytes are read",
            "seuls les 5000000 premiers octets sont lus",
        ),
        ("decode.cp1252", 12, "lines read as Windows-1252: 12", "lignes lues comme Windows-1252 : 12"),
        ("decode.replaced", 3, "undecodable bytes replaced: 3", "octets indéchiffrables remplacés : 3"),
        (
            "records.broken",
            "3, 17",
            "records that cannot be read, by line: 3, 17",
            "enregistrements illisibles, par ligne : 3, 17",
        ),
        (
            "source.no-article",
            None,
            "this page holds no article; its headlines are listed",
            "cette page ne contient aucun article ; ses titres sont listés",
        ),
        ("records.damaged", 2, "damaged records: 2", "enregistrements abîmés : 2"),
        ("source.html", None, "the visible text of a web page", "le texte visible d'une page web"),
        (
            "packed.damaged",
            "it ends too early",
            "this packed file is damaged (it ends too early): what could be read of it",
            "ce fichier compressé est endommagé (it ends too early) : ce qui a pu en être lu",
        ),
        (
            "records.beginning",
            "2300",
            "only the beginning of this text; the source leaves out so many characters: 2300",
            "seulement le début de ce texte ; nombre de caractères laissés de côté par la source : 2300",
        ),
        (
            "source.paywall",
            None,
            "only the beginning: the rest is for subscribers",
            "le début seulement : la suite est réservée aux abonnés",
        ),
        (
            "declared.published",
            "2022-03-02",
            "the page says that it was published on 2022-03-02, which its text contradicts",
            "la page se dit publiée le 2022-03-02, ce que son texte contredit",
        ),
    ],
)
def test_notes_are_english_and_shown_in_the_language_of_the_user(
    rule: str, count: int | str | None, english: str, french: str
) -> None:
    made = note(rule, count)
    assert (made.rule, made.text, translated(made)) == (rule, english, english)
    activate("fr")
    assert translated(made) == french


def test_every_note_is_tried() -> None:
    assert set(NOTES) == {
        "source.paywall",
        "decode.cut",
        "packed.damaged",
        "records.beginning",
        "decode.cp1252",
        "decode.replaced",
        "source.html",
        "declared.published",
        "records.broken",
        "records.damaged",
        "source.no-article",
    }
