"""`tui-reader index`: reads files into the index, so that `tui-reader search` and the reader find them."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from typing import NoReturn

from tui_reader.cli.output import OK, SOME_UNREAD, complain, inputs_of, print_line
from tui_reader.cli.parser import (
    add_index_option,
    add_library_option,
    command_parser,
    index_path,
    library_path,
    positive,
)
from tui_reader.config import Config
from tui_reader.errors import LibraryError
from tui_reader.ingest.sources import distinct
from tui_reader.library.index.opening import open_index
from tui_reader.messages import _, ngettext
from tui_reader.session.indexed_corrections import index_corrections
from tui_reader.session.indexing import Progress, index_files


def index(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    epilog = _("Texts that were pasted or piped into the reader are read into it by the reader alone.")
    description = _("Read files into the index, in which `tui-reader search` looks.")
    parser = command_parser("tui-reader index", description, epilog)
    parser.add_argument(
        "--processes", type=positive, metavar="N", help=_("how many processes analyse; by default, one a core")
    )
    add_index_option(parser)
    add_library_option(parser)
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file or a folder"))
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGINT, _interrupt_once)
    inputs, problems = inputs_of(options.paths)
    paths = [one.path for one in distinct(inputs)]
    try:
        with closing(open_index(index_path(options), is_checked=True)) as opened:
            begun = time.monotonic()
            progress = index_files(
                opened, paths, config.field_names, processes=options.processes, report=lambda done: _show(done, begun)
            )
            progress.problems += index_corrections(opened, library_path(options)).problems
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    for problem in [*problems, *progress.problems]:
        complain(problem)
    print_line(_summary(progress))
    return SOME_UNREAD if problems or progress.problems else OK


def _interrupt_once(_number: int, _frame: object) -> NoReturn:
    """End at ctrl+c; another one, while the processes are ended, would leave them half so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _show(progress: Progress, begun: float) -> bool:
    """Show how far it is, on a terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        rate = progress.done / max(time.monotonic() - begun, 0.001)
        words = _("{done} of {count} files, {rate} a second").format(
            done=progress.done, count=progress.files, rate=round(rate)
        )
        end = "\n" if progress.done == progress.files else ""
        print(f"\r{words}", end=end, file=sys.stderr, flush=True)
    return True


def _summary(progress: Progress) -> str:
    articles = ngettext("{count} article indexed", "{count} articles indexed", progress.articles)
    unchanged = ngettext("{count} file unchanged", "{count} files unchanged", progress.unchanged)
    gone = ngettext("{count} file gone", "{count} files gone", progress.gone)
    counted = ((articles, progress.articles), (unchanged, progress.unchanged), (gone, progress.gone))
    return ", ".join(words.format(count=count) for words, count in counted)
