"""`tui-reader config`: the file of the settings, written, found and checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui_reader.cli.output import OK, SOME_UNREAD, complain, print_line
from tui_reader.cli.parser import command_parser
from tui_reader.config import Config, check_keys, refusal, template
from tui_reader.errors import ConfigError
from tui_reader.messages import _
from tui_reader.session.view_state import THEME
from tui_reader.ui.commands import keys
from tui_reader.ui.commands.key_names import normalised


def config(arguments: Sequence[str], settings: Config, path: Path) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader config", _("The file of your settings."))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", action="store_true", help=_("say where it is"))
    what.add_argument("--init", action="store_true", help=_("write one with every setting as a comment"))
    what.add_argument("--check", action="store_true", help=_("say what is wrong in it"))
    options = parser.parse_args(arguments)
    if options.init:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(template(keys.written_defaults(), THEME))
        except OSError as error:
            complain(ConfigError(str(path), None, refusal(error)))
            return SOME_UNREAD
    if options.check:
        check_keys(settings, path, keys.defaults(), normalised, keys.FIXED, keys.modes())
        for problem in settings.problems:
            complain(problem)
        return SOME_UNREAD if settings.problems else OK
    print_line(str(path))
    return OK
