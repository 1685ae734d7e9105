"""`tui-reader [PATH...]`: the reader on a screen, or the articles as plain text where there is none."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui_reader import __version__
from tui_reader.cli.output import SOME_UNREAD, USAGE, complain, print_each, remark
from tui_reader.cli.parser import (
    add_fact_options,
    add_index_option,
    add_library_option,
    add_offline_option,
    apply_offline_option,
    command_parser,
    index_path,
    stated_facts,
)
from tui_reader.config import Config
from tui_reader.errors import InputError, TerminalError
from tui_reader.ingest.formats.registry import FORMATS
from tui_reader.ingest.input_list import Input, is_address
from tui_reader.ingest.sources import Opened, distinct, expand, read_first
from tui_reader.messages import _
from tui_reader.model import Article, CorrectedField
from tui_reader.session.startup import LibraryAtStart, paths_to_open, start_first_analysis, start_session


def reader_parser() -> argparse.ArgumentParser:
    """The parser of the command line without a command."""
    names = ", ".join("{} ({})".format(_(one.name), " ".join(one.suffixes)) for one in FORMATS)
    formats = _("It reads: {formats}.").format(formats=names)
    epilog = _(
        "`tui-reader extract PATH...` prints what was found as JSON; `tui-reader library path` says where what you "
        "did is kept. Without PATH, what was last opened is opened again, at first some sample articles."
    )
    parser = command_parser(
        "tui-reader",
        _("Read news that arrives dirty: the cleaned article, its figures, its quotes and who said them."),
        f"{epilog} {formats}",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=_("a file, a folder, an address of the web, or - for standard input")
    )
    parser.add_argument("--plain", action="store_true", help=_("print the articles as plain text, without a screen"))
    parser.add_argument("--ascii", action="store_true", help=_("for terminals without the usual signs and borders"))
    add_library_option(parser)
    add_index_option(parser)
    parser.add_argument("--no-library", action="store_true", help=_("keep nothing of what you do, and no index"))
    add_offline_option(parser)
    add_fact_options(parser)
    version_help = _("show program's version number and exit")  # argparse does not translate this one
    parser.add_argument("--version", action="version", version=f"tui-reader {__version__}", help=version_help)
    return parser


def read(arguments: Sequence[str], config: Config, config_path: Path) -> int:
    """Run the command; returns the exit status."""
    options = reader_parser().parse_args(arguments)
    plain = options.plain or not os.isatty(1) or os.environ.get("TERM", "dumb") in ("", "dumb")
    library = LibraryAtStart(None if plain or options.no_library else options.library or "")
    facts = stated_facts(options)
    apply_offline_option(options, config)
    addresses = [] if plain else [path for path in options.paths if is_address(path)]
    paths = options.paths or paths_to_open(config.folders, library, piped=not os.isatty(0))
    paths = [path for path in paths if path not in addresses]
    found, problems, notices = expand(paths)
    wanted = distinct(found)
    if plain and wanted:
        for notice in notices:
            remark(notice)
        return _print_plain(wanted, problems, config, facts)
    opened = read_first(wanted, config.field_names) if paths or addresses else library.opened_texts
    if addresses:
        opened = _open_addresses(addresses, config, library).then(opened)
    if not opened.documents:
        for problem in [*problems, *opened.problems.values()]:
            complain(problem)
        return SOME_UNREAD
    analyser = start_first_analysis(opened)  # it works while Textual is being imported and the library is opened
    from tui_reader.config import check_keys  # noqa: PLC0415
    from tui_reader.ui.commands import keys  # noqa: PLC0415
    from tui_reader.ui.commands.key_names import normalised  # noqa: PLC0415
    from tui_reader.ui.terminal import run_reader  # noqa: PLC0415 - imports Textual

    changed_keys = check_keys(config, config_path, keys.defaults(), normalised, keys.FIXED, keys.modes())
    said = [*problems, *config.problems]
    session = start_session(
        opened, paths, said, notices, library=library, config=config, analyser=analyser, facts=facts
    )
    session.first = next(iter(opened.documents)) if addresses else None
    session.ascii, session.keys = options.ascii, changed_keys
    session.index = None if options.no_library else index_path(options)
    try:
        return run_reader(session)
    except TerminalError as error:
        complain(error)
        return USAGE


def _open_addresses(addresses: Sequence[str], config: Config, library: LibraryAtStart) -> Opened:
    """The articles at addresses, which are asked for before the screen opens."""
    from tui_reader.cli.web import open_addresses  # noqa: PLC0415 - few start with an address

    return open_addresses(addresses, config, library.library.path if library.library else None)


def _print_plain(
    inputs: Sequence[Input], problems: Sequence[InputError], config: Config, facts: Mapping[CorrectedField, str]
) -> int:
    """Print the articles as the analysis finds them, and as the user says beforehand that they are."""
    from tui_reader.export.plain import as_plain  # noqa: PLC0415
    from tui_reader.session.corrected_articles import Said  # noqa: PLC0415
    from tui_reader.session.corrections import Corrections  # noqa: PLC0415
    from tui_reader.session.stated import Stated  # noqa: PLC0415

    def form(article: Article) -> str:
        return as_plain(article) + "\n\n"

    article_of = Said(Corrections(), Stated(config.sources, facts)).article
    paths, rules = [one.path for one in inputs], config.rules
    return print_each(paths, problems, form, config.field_names, article_of=article_of, network_rules=rules)
