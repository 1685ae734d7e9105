"""`tui-reader corrections`: what was corrected in articles, with the sentences that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.output import OK, SOME_UNREAD, complain, print_text
from tui_reader.cli.parser import add_library_option, command_parser, library_path
from tui_reader.errors import LibraryError
from tui_reader.export.corrections import correction_line
from tui_reader.library.status import kept_corrections
from tui_reader.messages import _


def corrections(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader corrections", _("What you corrected in articles, a line of JSON each."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    add_library_option(parser)
    options = parser.parse_args(arguments)
    try:
        for kept in kept_corrections(library_path(options)):
            print_text(correction_line(kept))
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    return OK
