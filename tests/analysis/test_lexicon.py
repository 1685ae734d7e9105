"""The folders of the lexicon: each file has the keys of its schema and no other, and a third language needs no code."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.skeleton import write_skeleton
from tui_reader.analysis.lexicon import common_data, every_language, language_of, languages
from tui_reader.analysis.lexicon.conjugation import verb_forms
from tui_reader.analysis.lexicon.language import Language, LexiconFolder
from tui_reader.analysis.lexicon.number_words import number_words
from tui_reader.errors import LexiconError

# Some words of a language that nobody speaks: nouns and names as in English, endings and elision of its own.
TOY: dict[tuple[str, str], Any] = {
    ("language", "name"): "tok",
    ("language", "common_words"): ["lo gi ven sut"],
    ("language", "elisions"): ["v"],
    ("speech", "determiners"): ["lo lor v"],
    ("speech", "definite"): ["lo lor v"],
    ("speech", "stops"): ["gi et"],
    ("speech", "prepositions"): ["sut"],
    ("speech", "according"): ["dopre"],
    ("speech", "plural_endings"): ["oj"],
    ("speech", "possessive_endings"): ["'x"],
    ("speech", "pronouns_by_kind"): {"singular_m": ["ulo"]},
    ("nouns", "persons_m"): ["mestro"],
    ("names", "male"): ["tarvo"],
    ("verbs", "saying"): ["dirgi"],
    ("verbs", "conjugations"): [{"ending": "gi", "finite": "gas gis", "past": "git", "present": "gant"}],
    ("figures", "decimal"): ",",
    ("figures", "multipliers"): {"miloj": 1000},
    ("figures", "units"): {"EUR": ["euroj"], "%": ["%"]},
    ("figures", "qualifiers"): {"about": ["cirk"]},
    ("dates", "hour_marks"): ["u"],
}
TEXT = "Lo mestro Tarvo Belk dirgis : « Ven lo ponto. » Gi cirk 12,5 miloj euroj sut v’insulo, et 40 domoj."

ANALYSE = """
import json, sys
from pathlib import Path
from tui_reader.analysis import lexicon
lexicon.add_language(Path(sys.argv[1]))
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.tokens import token_pattern
from tui_reader.ingest.sources import document_from_text
article = analyse(document_from_text(sys.argv[2]))
print(json.dumps({
    "language": article.language,
    "quotes": [(quote.text, quote.speaker) for quote in article.quotes],
    "figures": sorted((one.value, one.unit, one.what, one.qualifier) for one in article.figures),
    "tokens": token_pattern().findall("v’insulo l’eau d’après"),
    "nouns": [grammar_of("tok").without_possessive("Tarvo’x"), grammar_of("tok").noun_kind("mestrooj")],
}))
"""


def as_it_stands(folder: LexiconFolder, name: str) -> dict[str, Any]:
    """A file of the lexicon, read by nothing but tomllib."""
    return tomllib.loads((folder.folder / f"{name}.toml").read_text(encoding="utf-8"))


def words_in(entries: list[str]) -> set[str]:
    """The words of an array whose strings may hold several."""
    return {word for entry in entries for word in entry.split()}


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    write_skeleton(tmp_path / "tok", TOY)
    return tmp_path / "tok"


@pytest.mark.parametrize("code", languages())
def test_each_language_loads_whole(code: str) -> None:
    language = language_of(code)
    language.check()
    assert language.code == code
    assert language.about.name
    assert verb_forms(code)
    assert number_words(code).units


def test_what_is_common_to_all_languages_loads_whole() -> None:
    common_data().check()
    assert common_data().names.articles == words_in(as_it_stands(common_data(), "names")["articles"])


def test_the_languages_are_those_of_the_package() -> None:
    assert [language.code for language in every_language()] == ["en", "fr"]


def test_a_file_is_read_as_typed_fields(toy: Path) -> None:
    language = Language(toy)
    assert language.speech.determiners == {"lo", "lor", "v"}
    assert language.speech.plural_endings == ("oj",)
    assert language.figures.multipliers == {"miloj": 1000}
    assert language.figures.ranges.from_ == ()
    assert as_it_stands(language, "speech")["determiners"] == ["lo lor v"]


def test_a_file_is_read_when_it_is_asked_for(toy: Path) -> None:
    (toy / "headlines.toml").write_text("not toml", encoding="utf-8")
    assert Language(toy).nouns.persons_m == {"mestro"}


def test_a_third_language_needs_no_code(toy: Path) -> None:
    command = [sys.executable, "-c", ANALYSE, str(toy), TEXT]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "language": "tok",
        "quotes": [["Ven lo ponto.", "Tarvo Belk"]],
        "figures": [[40.0, None, "domoj", None], [12500.0, "EUR", None, "about"]],
        "tokens": ["v’", "insulo", "l’", "eau", "d’après"],
        "nouns": ["Tarvo", "person"],
    }


@pytest.mark.parametrize(
    ("file", "line", "replacement", "message"),
    [
        ("speech", '"nobody" = []', "", "tok/speech.toml: nobody is missing"),
        ("speech", '"nobody" = []', '"nobody" = []\n"nobdy" = []', "tok/speech.toml: nobdy is not a key of this table"),
        ("speech", '"nobody" = []', '"nobody" = "on"', "tok/speech.toml: nobody must be an array of strings, not 'on'"),
        ("speech", '"nobody" = []', '"nobody" = ["on", 3]', "tok/speech.toml: nobody must hold strings only, not 3"),
        ("speech", '"inverts" = false', '"inverts" = 1', "tok/speech.toml: inverts must be true or false, not 1"),
        (
            "speech",
            '"singular_m" = ["ulo"]',
            '"singular_x" = ["ulo"]',
            "tok/speech.toml: pronouns_by_kind.singular_x is none of singular_m, singular_f, neuter, plural",
        ),
        ("figures", '"decimal" = ","', '"decimal" = 1', "tok/figures.toml: decimal must be a string, not 1"),
        (
            "figures",
            '"miloj" = 1000',
            '"miloj" = true',
            "tok/figures.toml: multipliers.miloj must be a number, not True",
        ),
        ("figures", '"told" = []', "", "tok/figures.toml: words.told is missing"),
        ("figures", '"from" = []', '"from_" = []', "tok/figures.toml: ranges.from_ is not a key of this table"),
        (
            "figures",
            '"money_by_sign" = {  }',
            '"money_by_sign" = { lb = { sign = "£", unit = "GBP" } }',
            "tok/figures.toml: money_by_sign.lb.words is missing",
        ),
        ("figures", '"units" = {', '"units" = 3 # {', "tok/figures.toml: units must be a table, not 3"),
        ("verbs", '"past" = "git"', '"past" = []', "tok/verbs.toml: conjugations[0].past must be a string, not []"),
        ("dates", '"hour_marks" = ["u"]', '"hour_marks" = "u', "tok/dates.toml Illegal character '\\n' (at line 7"),
        ("dates", '["month12"]', "", "tok/dates.toml: months must have 12 entries, not 11"),
        ("cleaning", "[share]", "[share]\nhole = []", "tok/cleaning.toml: share.hole is not a key of this table"),
        ("cleaning", "[share]", "[shared]", "tok/cleaning.toml: shared is not a key of this table"),
    ],
)
def test_a_defect_is_told_by_file_and_key(toy: Path, file: str, line: str, replacement: str, message: str) -> None:
    path = toy / f"{file}.toml"
    content = path.read_text(encoding="utf-8")
    assert content.count(line) == 1
    path.write_text(content.replace(line, replacement), encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        Language(toy).check()
    assert str(raised.value).startswith(message)
    with pytest.raises(LexiconError, match=rf"tok/{file}\.toml"):
        getattr(Language(toy), file)


def test_a_verb_without_a_conjugation_is_told(tmp_path: Path) -> None:
    write_skeleton(tmp_path / "tox", {**TOY, ("verbs", "judging"): ["krii"]})
    done = subprocess.run(
        [sys.executable, "-c", ANALYSE, str(tmp_path / "tox"), TEXT], capture_output=True, encoding="utf-8", check=False
    )
    assert "LexiconError: tox/verbs.toml: conjugations has no ending of krii" in done.stderr


def test_the_skeleton_of_a_language_loads_whole(tmp_path: Path) -> None:
    write_skeleton(tmp_path / "es")
    Language(tmp_path / "es").check()
    with pytest.raises(KeyError, match="nobdy"):
        write_skeleton(tmp_path / "it", {("speech", "nobdy"): []})


def test_a_file_that_is_missing_or_one_too_many_is_told(toy: Path) -> None:
    (toy / "verb.toml").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"tok/verb\.toml is not a file of the lexicon"):
        Language(toy).check()
    (toy / "verbs.toml").unlink()
    with pytest.raises(LexiconError, match=r"tok/verbs\.toml is missing"):
        Language(toy).check()


def test_the_tables_of_other_rooms_are_those_of_the_files() -> None:
    assert common_data().cleaning.limits["near"] == as_it_stands(common_data(), "cleaning")["limits"]["near"] == 4
    assert language_of("fr").nouns.channels == words_in(as_it_stands(language_of("fr"), "nouns")["channels"])
