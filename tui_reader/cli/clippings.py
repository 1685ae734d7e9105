"""`tui-reader clippings`: what is kept of all articles, printed or written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui_reader.analysis.text.find import loose
from tui_reader.cli.output import OK, SOME_UNREAD, STDOUT, complain, print_text, write_file
from tui_reader.cli.parser import add_library_option, command_parser, library_path
from tui_reader.errors import LibraryError, OutputError
from tui_reader.export.clippings import FORMATS
from tui_reader.library.status import reading_library
from tui_reader.library.values import Clipping
from tui_reader.messages import _
from tui_reader.session.clippings import Clippings


def clippings(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader clippings", _("What you kept of articles, under its headings."))
    parser.add_argument("--format", choices=FORMATS, default="markdown", help=_("the form of the output"))
    parser.add_argument("--heading", metavar="NAME", help=_("only what stands under this heading"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("write to a file, whole or not at all"))
    add_library_option(parser)
    options = parser.parse_args(arguments)
    try:
        kept = _kept(library_path(options))
        wanted = [one for one in kept if options.heading is None or loose(one.heading) == loose(options.heading)]
        text = FORMATS[options.format](wanted)
        if options.output not in (None, STDOUT):
            write_file(Path(options.output), text)
        else:
            print_text(text)
    except (LibraryError, OutputError) as error:
        complain(error)
        return SOME_UNREAD
    return OK


def _kept(path: Path) -> list[Clipping]:
    """The clippings in order; none where there is no library yet. Raises LibraryError."""
    with reading_library(path) as library:
        return Clippings(library.clippings() if library else ()).in_order()
