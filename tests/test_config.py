"""The settings file: what it says counts, what is wrong in it is named with its line."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.config import Config, check_keys, read_config, template
from tui_reader.errors import ConfigError
from tui_reader.ingest.formats.field_names import USUAL_NAMES
from tui_reader.library.web_values import Subscription
from tui_reader.messages import activate
from tui_reader.session.view_state import THEME
from tui_reader.ui.commands import keys as commands
from tui_reader.ui.commands.key_names import normalised
from tui_reader.wire.rules import NetworkRules

COMMANDS = {"down": "j,down", "star": "s", "find": "slash", "help": "question_mark,f1", "previous-figure": "comma"}
FIXED = {"help": "f1"}

GOOD = """\
language = "fr"
theme = "nord"
width = 60
folders = ["/press", "~/more"]

[keys]
star = "x"
down = ["n", "ctrl+n"]
previous-figure = ","
find = ["Esc", ":"]

[citation]
style = "template"
template = "$quoted ($speaker)"

[clippings]
file = "~/press.md"

[fields]
title = "Kop"
text = ["doc.body", "intro"]

[sources]
"~/press" = { site = "Le Clairon", author = "Maud", date = "2022-03-02", url = "https://a.example" }
"""


def read(tmp_path: Path, text: str) -> tuple[Config, dict[str, str]]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = read_config(path)
    return config, check_keys(config, path, COMMANDS, normalised, FIXED, {})


def test_what_it_says_counts(tmp_path: Path) -> None:
    config, keys = read(tmp_path, GOOD)
    assert (config.language, config.theme, config.width) == ("fr", "nord", 60)
    assert config.folders == ["/press", str(Path("~/more").expanduser())]
    assert keys == {"star": "x", "down": "n,ctrl+n", "previous-figure": "comma", "find": "escape,colon"}
    assert (config.citation, config.citation_template) == ("template", "$quoted ($speaker)")
    assert config.clippings_file == str(Path("~/press.md").expanduser())
    assert config.field_names["title"][:2] == ("kop", "title")
    assert config.field_names["text"][:3] == ("doc.body", "intro", "text")
    said = {"site": "Le Clairon", "byline": "Maud", "published": "2022-03-02", "url": "https://a.example"}
    assert config.sources == {str(Path("~/press").expanduser()): said}
    assert config.problems == []


def test_an_absent_file_says_nothing(tmp_path: Path) -> None:
    assert read_config(tmp_path / "none.toml") == Config()


@pytest.mark.parametrize(
    ("text", "line", "reason", "french"),
    [
        ("width = 30", 1, "width must be a number from 40 to 120", "width doit être un nombre de 40 à 120"),
        ("\nwidth = true", 2, "width must be a number from 40 to 120", "width doit être un nombre de 40 à 120"),
        ('language = "tlh"', 1, 'language must be "en" / "fr"', 'language doit être "en" / "fr"'),
        ("theme = 3", 1, "theme must be a name in quotation marks", "theme doit être un nom entre guillemets"),
        ('folders = "/press"', 1, "folders must be a list of paths", "folders doit être une liste de chemins"),
        ('\n\ncolour = "red"', 3, "colour is unknown", "colour est inconnu"),
        ("[colours]\nred = 1", 1, "colours is unknown", "colours est inconnu"),
        (
            "[keys]\n\nstar = 3",
            3,
            "star must be a key or a list of keys",
            "star doit être une touche ou une liste de touches",
        ),
        (
            "[keys]\nstar = []",
            2,
            "star must be a key or a list of keys",
            "star doit être une touche ou une liste de touches",
        ),
        ('[keys]\njump = "x"', 2, "no command is called jump", "aucune commande ne s’appelle jump"),
        ('[keys]\nstar = "j"', 2, "j is a key of down", "j est une touche de down"),
        ('[keys]\nstar = "?"', 2, "? is a key of help", "? est une touche de help"),
        ('[keys]\nstar = "question_mark"', 2, "question_mark is a key of help", "question_mark est une touche de help"),
        ('[keys]\nstar = "F1"', 2, "F1 is a key of help", "F1 est une touche de help"),
        ('[keys]\nstar = "comma"', 2, "comma is a key of previous-figure", "comma est une touche de previous-figure"),
        ('[keys]\nstar = ["x", "/"]', 2, "/ is a key of find", "/ est une touche de find"),
        ('[keys]\nstar = ["x", "nokey"]', 2, '"nokey" is no key', '"nokey" n’est pas une touche'),
        ('[keys]\ndown = "x"\nstar = "x"', 3, "x is a key of down", "x est une touche de down"),
        ('keys.star = "gg"', 1, '"gg" is no key', '"gg" n’est pas une touche'),
        ('\nkeys = {star = "gg"}', 2, '"gg" is no key', '"gg" n’est pas une touche'),
        ('[keys]\n"star" = "j"', 2, "j is a key of down", "j est une touche de down"),
        ("keys = 3", 1, "keys must be a table", "keys doit être une table"),
        ('[clippings]\npath = "x"', 2, "path is unknown", "path est inconnu"),
        (
            "[clippings]\nfile = 3",
            2,
            "file must be a text in quotation marks",
            "file doit être un texte entre guillemets",
        ),
        ("citation = 3", 1, "citation must be a table", "citation doit être une table"),
        ("[citation]\nform = 3", 2, "form is unknown", "form est inconnu"),
        (
            '[citation]\nstyle = "APA"',
            2,
            'style must be "plain" / "markdown" / "bibtex" / "csl-json" / "template"',
            'style doit être "plain" / "markdown" / "bibtex" / "csl-json" / "template"',
        ),
        (
            "[citation]\ntemplate = 3",
            2,
            "template must be a text in quotation marks",
            "template doit être un texte entre guillemets",
        ),
        (
            '[citation]\nstyle = "template"',
            2,
            "the style of citations needs a template",
            "le style des citations demande un modèle (template)",
        ),
        (
            '[citation]\ntemplate = "$words $nom"',
            2,
            "a citation has no field nom; there are: words, quoted, speaker, role, inferred, what, given_by, "
            "qualifier, author, title, site, date, url, language",
            "une citation n’a pas de champ nom ; il y a : words, quoted, speaker, role, inferred, what, given_by, "
            "qualifier, author, title, site, date, url, language",
        ),
        *(
            (
                f'[sources]\n"/n" = {facts}',
                2,
                '"/n" must be a table of site, author, date, url, a date year first, an address of the web',
                '"/n" doit être une table de site, author, date, url ; la date avec l’année d’abord, '
                "une adresse du web",
            )
            for facts in ('"Le Clairon"', '{ name = "x" }', "{ site = 3 }", '{ date = "hier" }', '{ url = "a" }')
        ),
        ("\nfields = 3", 2, "fields must be a table", "fields doit être une table"),
        (
            "[fields]\ntext = 3",
            2,
            "text must be a name or a list of names",
            "text doit être un nom ou une liste de noms",
        ),
        (
            '[fields]\nkop = "kop"',
            2,
            "no field is called kop; there are: title, text, url, published, modified, authors, site, language",
            "aucun champ ne s’appelle kop ; il y a : title, text, url, published, modified, authors, site, language",
        ),
    ],
)
def test_a_wrong_entry_is_named_in_the_language_of_the_user(
    tmp_path: Path, text: str, line: int, reason: str, french: str
) -> None:
    config, keys = read(tmp_path, text)
    assert [(one.line, one.reason) for one in config.problems] == [(line, reason)]
    assert str(config.problems[0]) == f"{tmp_path / 'config.toml'}:{line}: {reason}"
    activate("fr")
    assert config.problems[0].reason == french
    others = {"down": "x"} if 'down = "x"' in text else {}
    assert (config.width, config.language, config.theme, config.folders, keys) == (None, None, None, [], others)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("width = ", 1),
        ("width = 60\n\n[keys\n", 3),
        ('theme = "a\n', 1),
        ("\n= 3", 2),
        ("a = " + "[" * 2_000, 1),
        ("a = " + "9" * 5_000, 1),
    ],
)
def test_what_is_no_toml_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    config, keys = read(tmp_path, text)
    [problem] = config.problems
    assert (problem.line, config, keys) == (line, Config(problems=[problem], rules=NetworkRules(is_offline=True)), {})
    assert problem.reason.startswith("is not valid TOML (")
    activate("fr")
    assert problem.reason.startswith("n’est pas du TOML valide (")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    [undecodable] = read_config(tmp_path / "config.toml").problems
    [folder] = read_config(tmp_path).problems
    assert [one.reason for one in (undecodable, folder)] == ["is not UTF-8", "is a folder"]
    activate("fr")
    assert [one.reason for one in (undecodable, folder)] == ["n’est pas en UTF-8", "est un dossier"]


def test_a_reason_of_the_system_is_shown_as_it_is() -> None:
    assert str(ConfigError("a", None, "strange {thing}")) == "a: strange {thing}"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('star = "j"\ndown = "s"', {"star": "j", "down": "s"}),
        ('star = "?"\nhelp = "s"', {"star": "question_mark", "help": "s"}),
        # an unknown command takes no key away, nor does an entry that is refused
        ('jump = "x"\nstar = "x"', {"star": "x"}),
        ('down = ["x", "gg"]\nstar = "x"', {"star": "x"}),
        # where an entry is refused its command has the keys it had, and nobody else has them
        ('star = "gg"\ndown = "s"', {}),
        ('star = "slash"\ndown = "s"', {}),
        ('star = ["x", "X", "x"]', {"star": "x,X"}),
        # a fixed key stays where it is
        ('star = "f1"\nhelp = "s"', {}),
        ('star = "?"\nhelp = ["x", "F1"]', {"star": "question_mark", "help": "x,f1"}),
    ],
)
def test_keys_can_be_exchanged_and_each_has_one_command(tmp_path: Path, text: str, keys: dict[str, str]) -> None:
    assert read(tmp_path, f"[keys]\n{text}")[1] == keys


WRITTEN = st.sampled_from(["j", "s", "x", "/", "slash", "?", ",", "comma", "F1", "gg", "", "down", "Down", "n"])
ENTRIES = st.dictionaries(st.sampled_from([*COMMANDS, "jump"]), st.lists(WRITTEN.filter(bool), min_size=1, max_size=3))


@given(ENTRIES)
def test_each_entry_counts_or_is_named_and_no_key_has_two_commands(entries: dict[str, list[str]]) -> None:
    config = Config(keys=entries, key_lines={name: line for line, name in enumerate(entries, 1)})
    changed = check_keys(config, Path("config.toml"), COMMANDS, normalised, FIXED, {})
    refused = [list(entries)[one.line - 1] for one in config.problems if one.line]
    assert sorted([*changed, *refused]) == sorted(entries)
    keys = list(chain.from_iterable(one.split(",") for one in {**COMMANDS, **changed}.values()))
    assert "f1" not in chain.from_iterable(one.split(",") for name, one in changed.items() if name != "help")
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_is_valid_and_changes_nothing(tmp_path: Path, language: str) -> None:
    activate(language)
    text = template(commands.written_defaults(), THEME)
    tables = ("citation", "clippings", "sources", "fields", "feeds", "network", "keys")
    assert tomllib.loads(text) == {table: {} for table in tables}
    examples, count = re.subn(r"^# (?=[a-z-]+ = )", "", text, flags=re.MULTILINE)
    assert count == 5 + 3 + 3 + len(USUAL_NAMES) + len(commands.COMMANDS)
    path = tmp_path / "config.toml"
    path.write_text(examples, encoding="utf-8")
    config = read_config(path)
    assert (
        check_keys(config, path, commands.defaults(), normalised, commands.FIXED, commands.modes())
        == commands.defaults()
    )
    assert config.problems == []
    assert {field: tuple(dict.fromkeys(names)) for field, names in config.field_names.items()} == USUAL_NAMES
    assert (config.language, config.theme, config.width, config.folders) == (language, THEME, 72, [])


@pytest.mark.parametrize(
    ("text", "feeds", "problem"),
    [
        ("", [], ""),
        ('"https://a.example/rss" = "A"', [Subscription("https://a.example/rss", "A", in_settings=True)], ""),
        (
            '"a.example/rss" = { name = "A", folder = "p/q", pages = true }',
            [Subscription("https://a.example/rss", "A", "p/q", fetches_pages=True, in_settings=True)],
            "",
        ),
        ('"https://a.example/" = {}', [Subscription("https://a.example/", in_settings=True)], ""),
        ('"file:///etc/passwd" = "A"', [], "the address of a feed"),
        ('"https://a.example/" = 1', [], "the address of a feed"),
        ('"https://a.example/" = { pages = "yes" }', [], "the address of a feed"),
        ('"https://a.example/" = { title = "A" }', [], "the address of a feed"),
        ('"https://a.example/" = ["A"]', [], "the address of a feed"),
    ],
)
def test_feeds_are_named_by_their_addresses(tmp_path: Path, text: str, feeds: list[Subscription], problem: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[feeds]\n{text}\n", encoding="utf-8")
    config = read_config(path)
    assert config.feeds == feeds
    assert [one.line for one in config.problems] == ([2] if problem else [])
    assert all(problem in str(one) for one in config.problems)


@pytest.mark.parametrize(
    ("text", "expected", "problem"),
    [
        ("", (False, frozenset(), 90), ""),
        ("offline = true", (True, frozenset(), 90), ""),
        ('hosts = ["Intranet.example", "localhost:80"]', (False, {"intranet.example", "localhost:80"}, 90), ""),
        ("days = 0", (False, frozenset(), 0), ""),
        ("offline = 1", (True, frozenset(), 90), "offline must be true or false"),
        ('hosts = ["[::1]:8080", "::1", "localhost."]', (False, {"::1:8080", "::1", "localhost"}, 90), ""),
        ('hosts = "localhost/x"', (False, frozenset(), 90), "hosts must be a list of hosts"),
        ('hosts = ["http://localhost"]', (False, frozenset(), 90), "hosts must be a list of hosts"),
        ("days = -1", (False, frozenset(), 90), "days must be a number of days"),
        ("days = true", (False, frozenset(), 90), "days must be a number of days"),
        ("proxy = 1", (False, frozenset(), 90), "proxy is unknown"),
    ],
)
def test_the_network_has_its_settings(
    tmp_path: Path, text: str, expected: tuple[bool, frozenset[str], int], problem: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"[network]\n{text}\n", encoding="utf-8")
    config = read_config(path)
    assert (config.rules.is_offline, config.rules.allowed_hosts, config.keep_days) == expected
    assert [problem in str(one) for one in config.problems] == ([True] if problem else [])
