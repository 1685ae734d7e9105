"""The catalogues hold every word the program says."""

import ast
import re
from pathlib import Path

import pytest

from tests.catalogue import PACKAGE, compiled, path_of, read, template
from tui_reader.cli import main
from tui_reader.messages import LANGUAGES, _, activate, ngettext

_FIELD = re.compile(r"\{\w*\}|%\(\w+\)[sdr]|%[sd]|%\.0d")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_or_left_over(language: str) -> None:
    catalog = read(language)
    assert {message.id for message in template()} == {message.id for message in catalog}
    for message in catalog:
        if message.id:
            forms = message.string if isinstance(message.string, (tuple, list)) else [message.string or ""]
            assert all(forms), message.id
            first = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
            assert all(sorted(_FIELD.findall(form)) == sorted(_FIELD.findall(first)) for form in forms), message.id


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_word_hides_in_a_formatted_string(path: Path) -> None:
    """There the catalogues would not find it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            called = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
            names = {one.id for one in called if isinstance(one, ast.Name)}
            assert not names & {"_", "ngettext", "N_"}, node.lineno


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_source(language: str) -> None:
    assert path_of(language, "mo").read_bytes() == compiled(read(language))


def test_a_language_is_spoken_when_asked_for() -> None:
    try:
        activate("fr")
        assert _("share button") == "bouton de partage"
        assert ngettext("{count} unread", "{count} unread", 0) == "{count} non lu"
    finally:
        activate("en")
    assert _("share button") == "share button"


def test_the_command_line_speaks_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--lang", "fr", "--nonsense"])
    activate("en")
    assert left.value.code == 2
    assert "arguments inconnus" in capsys.readouterr().err
