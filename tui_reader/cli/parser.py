"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse

from tui_reader.messages import LANGUAGES, N_, _

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


def command_parser(command: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    """A parser with the options of every command."""
    parser = argparse.ArgumentParser(command, description=description, epilog=epilog)
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language the program speaks"))
    return parser
