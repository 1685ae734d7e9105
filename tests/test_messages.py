"""The catalogues hold every word the program says."""

import ast
import gettext
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from tests.catalogue import PACKAGE, path_of, read, template
from tui_reader.cli import main
from tui_reader.messages import LANGUAGES, _, activate, ngettext, spoken

_FIELD = re.compile(r"\{\w+\}|%\(\w+\)[sdr]|%[sd]")


@cache
def said_by_the_program() -> frozenset[object]:
    """Every message that the program's source holds."""
    return frozenset(message.id for message in template())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_or_left_over(language: str) -> None:
    catalog = read(language)
    assert said_by_the_program() == {message.id for message in catalog}
    for message in catalog:
        if message.id:
            forms, (first, *_) = parts(message.string), parts(message.id)
            assert all(forms), message.id
            assert all(sorted(_FIELD.findall(form)) == sorted(_FIELD.findall(first)) for form in forms), message.id


def parts(one: str | Sequence[str] | None) -> Sequence[str]:
    """The forms of a message or of its translation: one, or one a grammatical number."""
    return [one] if isinstance(one, str) else one or ()


def formatted(form: str) -> tuple[str, list[str]]:
    """A message with values for its fields, as the program fills it in, and the values, in their order."""
    fields = _FIELD.findall(form)
    names = [re.sub(r"\W", "", field[:-1]) or str(number) for number, field in enumerate(fields)]
    values = {name: f"⟦{name}⟧" for name in names}
    if any(field.startswith("{") for field in fields):
        return form.format(**values), [values[name] for name in names]
    if any("(" in field for field in fields):
        return form % values, [values[name] for name in names]
    return (form % tuple(values.values()) if fields else form), list(values.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_whose_fields_are_filled_in_has_nothing_left_or_added(language: str) -> None:
    for message in read(language):
        for form in parts(message.string) if message.id else ():
            said, values = formatted(form)
            assert not set("{}%") & set(said), form
            rest = [part.replace("'", "") for part in _FIELD.split(form)]  # `%r` puts its value between marks
            assert re.split("|".join(map(re.escape, values)), said.replace("'", "")) == rest if values else said == form


@pytest.mark.parametrize(
    "form", ["shown as source%.0d", "50 % of them", "{count!r}", "{}", "{count} and {", "%(a)s {b}"]
)
def test_a_field_of_another_kind_is_found(form: str) -> None:
    try:
        said, _values = formatted(form)
    except (ValueError, TypeError, KeyError, IndexError):
        return
    assert set("{}%") & set(said)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_word_hides_in_a_formatted_string(path: Path) -> None:
    """There the catalogues would not find it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            called = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
            names = {one.id for one in called if isinstance(one, ast.Name)}
            assert not names & {"_", "ngettext", "N_"}, node.lineno


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_its_source_says(language: str) -> None:
    with path_of(language, "mo").open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    with path_of(language, "mo").open("rb") as file:
        held = {tuple(parts(message.id)) for message in read_mo(file)}
    catalog = read(language)
    assert held == {tuple(parts(message.id)) for message in catalog}
    for message in catalog:
        if not message.id:
            continue
        if isinstance(message.id, str):
            assert spoken.gettext(message.id) == message.string
        else:
            singular, plural = message.id
            rule = gettext.c2py(catalog.plural_expr)
            forms = parts(message.string)
            assert all(spoken.ngettext(singular, plural, n) == forms[rule(n)] for n in range(120))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", ["po", "mo"])
def test_a_catalogue_names_no_tool_and_no_time(language: str, suffix: str) -> None:
    assert not re.search(rb"Babel|\d{4}-\d\d-\d\d", path_of(language, suffix).read_bytes())


def test_a_language_is_spoken_when_asked_for() -> None:
    try:
        activate("fr")
        assert _("share button") == "bouton de partage"
        assert ngettext("{count} unread", "{count} unread", 0) == "{count} non lu"
    finally:
        activate("en")
    assert _("share button") == "share button"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_that_is_spoken_is_known(language: str) -> None:
    activate(language)
    assert spoken() == language


def test_the_command_line_speaks_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "fr", "--nonsense"])
    activate("en")
    assert left.value.code == 2
    assert "arguments inconnus" in capsys.readouterr().err
