"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import NoReturn

from tui_reader.config import Config
from tui_reader.display import display_line
from tui_reader.messages import LANGUAGES, N_, _, spoken
from tui_reader.model import CorrectedField

ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""What argparse says on this program's command lines, as of Python 3.11 to 3.14."""


_FACTS: dict[str, CorrectedField] = {"site": "site", "author": "byline", "date": "published", "url": "url"}
"""The options that say something of the articles, and the fields that they fill."""


def add_library_option(parser: argparse.ArgumentParser) -> None:
    """The option of the commands that look into the library."""
    parser.add_argument("--library", metavar="PATH", help=_("the file in which what you did is kept"))


def library_path(options: argparse.Namespace) -> Path:
    """The library that the options name, or the usual one."""
    from tui_reader.library.connection import default_path  # noqa: PLC0415 - not every command has one

    return Path(options.library) if options.library else default_path()


def add_offline_option(parser: argparse.ArgumentParser) -> None:
    """The option of the commands that may ask the network."""
    parser.add_argument("--offline", action="store_true", help=_("ask nobody on the network"))


def apply_offline_option(options: argparse.Namespace, config: Config) -> None:
    """Have the settings ask nobody on the network where the options say so."""
    config.rules = config.rules._replace(is_offline=config.rules.is_offline or options.offline)


def positive(typed: str) -> int:
    """A whole number from 1 on, as an argument."""
    if not typed.isdecimal() or int(typed) == 0:
        raise argparse.ArgumentTypeError(_("“{words}” is no number from 1 on").format(words=typed))
    return int(typed)


def add_index_option(parser: argparse.ArgumentParser) -> None:
    """The option of the commands that need the index."""
    parser.add_argument("--index", metavar="PATH", help=_("the file of the index"))


def index_path(options: argparse.Namespace) -> Path:
    """The index that the options name, or the usual one."""
    from tui_reader.library.connection import default_index_path  # noqa: PLC0415

    return Path(options.index) if options.index else default_index_path()


def add_fact_options(parser: argparse.ArgumentParser) -> None:
    """The options that say of all articles where they come from."""
    helps = {
        "site": _("the site or paper of the articles"),
        "author": _("their author"),
        "date": _("their date"),
        "url": _("their address"),
    }
    for name, words in helps.items():
        parser.add_argument(f"--{name}", type=partial(_fact, _FACTS[name]), metavar=name.upper(), help=words)


def stated_facts(options: argparse.Namespace) -> dict[CorrectedField, str]:
    """What these options say."""
    return {field: getattr(options, name) for name, field in _FACTS.items() if getattr(options, name)}


def _fact(field: CorrectedField, typed: str) -> str:
    from tui_reader.analysis.corrections.facts import fact  # noqa: PLC0415 - seldom given

    value = fact(field, typed, spoken())
    if value is None:
        messages = {"published": _("“{words}” is no date"), "url": _("“{words}” is no address")}
        message = messages.get(field, _("there are no words"))
        raise argparse.ArgumentTypeError(message.format(words=typed))
    return value


class CommandParser(argparse.ArgumentParser):
    """A parser whose errors can name arguments that hold escapes, as names of files may."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and exit."""
        super().error(display_line(message))


def command_parser(command: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    """A parser with the options of every command."""
    parser = CommandParser(command, description=description, epilog=epilog)
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language the program speaks"))
    return parser
