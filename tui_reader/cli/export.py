"""`tui-reader export`: each article with the reader's corrections, as JSON Lines, Markdown or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui_reader.cli.output import SOME_UNREAD, STDOUT, complain, inputs_of, print_each, print_text, write_file
from tui_reader.cli.parser import add_fact_options, add_library_option, command_parser, library_path, stated_facts
from tui_reader.config import Config
from tui_reader.errors import LibraryError, OutputError
from tui_reader.export.articles import formats
from tui_reader.library.status import kept_corrections
from tui_reader.messages import _
from tui_reader.session.corrected_articles import Said
from tui_reader.session.corrections import Corrections
from tui_reader.session.stated import Stated


def export(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader export", _("Print each article with your corrections in it."))
    parser.add_argument("--format", choices=list(formats()), default="jsonl", help=_("the form of the output"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("write to a file, whole or not at all"))
    add_library_option(parser)
    add_fact_options(parser)
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(arguments)
    try:
        corrections = Corrections(kept_corrections(library_path(options)))
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    said = Said(corrections, Stated(config.sources, stated_facts(options)))
    inputs, problems = inputs_of(options.paths)
    head, form = formats()[options.format]
    parts: list[str] = []
    to_file = options.output not in (None, STDOUT)
    write = parts.append if to_file else print_text
    write(head)
    paths = [one.path for one in inputs]
    status = print_each(paths, problems, form, config.field_names, article_of=said.article, write=write)
    if to_file:
        try:
            write_file(Path(options.output), "".join(parts))
        except OutputError as error:
            complain(error)
            return SOME_UNREAD
    return status
