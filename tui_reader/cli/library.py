"""`tui-reader library`: where it is, and removing what is kept about a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tui_reader.cli.output import OK, SOME_UNREAD, complain, print_line
from tui_reader.cli.parser import add_index_option, add_library_option, command_parser, index_path, library_path
from tui_reader.errors import LibraryError
from tui_reader.library.index.opening import open_index
from tui_reader.library.status import open_library
from tui_reader.library.values import stored_path
from tui_reader.messages import _, ngettext


def library(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader library", _("What is kept of what you did."))
    parser.add_argument("--ascii", action="store_true", help=_("for terminals without the usual signs and borders"))
    add_library_option(parser)
    add_index_option(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("path", help=_("say where it is"))
    forget = commands.add_parser("forget", help=_("remove what is kept about a file or a folder"))
    forget.add_argument("paths", nargs="+", metavar="PATH")
    for name, words in (
        ("export", _("write all that is kept to a new file, to carry it to another machine")),
        ("import", _("add what such a file keeps to what is kept here")),
    ):
        commands.add_parser(name, help=words).add_argument("file", metavar="FILE")
    options = parser.parse_args(arguments)
    path = library_path(options)
    if options.command == "path":
        print_line(str(path))
        return OK
    try:
        if options.command == "export":
            _export(path, Path(options.file))
        elif options.command == "import":
            _import(path, Path(options.file))
        else:
            _forget(path, index_path(options), options.paths)
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    return OK


def _export(library_path: Path, file: Path) -> None:
    """Write all that is kept to a new file. Raises LibraryError."""
    with closing(open_library(library_path)) as library:
        library.copy_to(file)
    print_line(_("{path} holds all that is kept").format(path=file))


def _import(library_path: Path, file: Path) -> None:
    """Add what a file keeps to the library. Raises LibraryError."""
    with closing(open_library(library_path)) as library:
        articles, clippings, texts, searches, web = library.add_from(file)
    parts = (
        ngettext("{count} article", "{count} articles", articles).format(count=articles),
        ngettext("{count} clipping", "{count} clippings", clippings).format(count=clippings),
        ngettext("{count} pasted or piped text", "{count} pasted or piped texts", texts).format(count=texts),
        ngettext("{count} saved search", "{count} saved searches", searches).format(count=searches),
        ngettext("{count} article of the web", "{count} articles of the web", web).format(count=web),
    )
    print_line(f"{file}: {', '.join(parts)}")


def _forget(library_path: Path, index: Path, paths: Sequence[str]) -> None:
    """Remove what is kept about each path, also in the index, and say how much that was. Raises LibraryError."""
    if index.exists():
        with closing(open_index(index)) as opened:
            for path in paths:
                opened.forget(stored_path(path))
    with closing(open_library(library_path)) as library:
        for path in paths:
            count = library.forget(stored_path(path))
            said = ngettext("{path}: {count} article forgotten", "{path}: {count} articles forgotten", count)
            print_line(said.format(path=path, count=count))
