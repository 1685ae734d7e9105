"""The settings file: what it says counts, what is wrong in it is named with its line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui_reader.config import Config, check_keys, read_config, template

COMMANDS = {"down": "j,down", "star": "s", "find": "slash"}

GOOD = """\
language = "fr"
theme = "nord"
width = 60
folders = ["/press", "~/more"]

[keys]
star = "x"
down = ["n", "ctrl+n"]
"""


def read(tmp_path: Path, text: str) -> tuple[Config, dict[str, str]]:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = read_config(path)
    return config, check_keys(config, path, COMMANDS)


def test_what_it_says_counts(tmp_path: Path) -> None:
    config, keys = read(tmp_path, GOOD)
    assert (config.language, config.theme, config.width) == ("fr", "nord", 60)
    assert config.folders == ["/press", str(Path("~/more").expanduser())]
    assert keys == {"star": "x", "down": "n,ctrl+n"}
    assert config.problems == []


def test_an_absent_file_says_nothing(tmp_path: Path) -> None:
    assert read_config(tmp_path / "none.toml") == Config()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("width = 30", 1, "width must be a number from 40 to 120"),
        ("\nwidth = true", 2, "width must be a number from 40 to 120"),
        ('language = "tlh"', 1, 'language must be "en" / "fr"'),
        ("theme = 3", 1, "theme must be a name in quotation marks"),
        ('folders = "/press"', 1, "folders must be a list of paths"),
        ('\n\ncolour = "red"', 3, "colour is unknown"),
        ("[colours]\nred = 1", 1, "colours is unknown"),
        ("[keys]\n\nstar = 3", 3, "star must be a key or a list of keys"),
        ("[keys]\nstar = []", 2, "star must be a key or a list of keys"),
        ('[keys]\njump = "x"', 2, "no command is called jump"),
        ('[keys]\nstar = "j"', 2, "j is a key of down"),
        ("keys = 3", 1, "keys must be a table"),
        ("width = ", None, "Invalid value (at end of document)"),
    ],
)
def test_a_wrong_entry_is_named_and_the_others_count(tmp_path: Path, text: str, line: int, reason: str) -> None:
    config, keys = read(tmp_path, text)
    assert [(one.line, one.reason) for one in config.problems] == [(line, reason)]
    assert str(config.problems[0]).startswith(f"{tmp_path / 'config.toml'}")
    assert (config.width, config.language, config.theme, config.folders, keys) == (None, None, None, [], {})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    assert len(read_config(tmp_path / "config.toml").problems) == 1
    assert len(read_config(tmp_path).problems) == 1


def test_keys_can_be_exchanged(tmp_path: Path) -> None:
    assert read(tmp_path, '[keys]\nstar = "j"\ndown = "s"')[1] == {"star": "j", "down": "s"}


def test_the_template_is_valid_and_changes_nothing(tmp_path: Path) -> None:
    text = template(COMMANDS)
    assert tomllib.loads(text) == {"keys": {}}
    config, keys = read(tmp_path, text.replace("\n# star", "\nstar").replace("\n# width", "\nwidth"))
    assert (config.width, keys, config.problems) == (72, {"star": "s"}, [])
