"""The command line: the first word decides what runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tui_reader import __version__
from tui_reader.display import display_line
from tui_reader.errors import InputError
from tui_reader.messages import _, activate

OK, SOME_UNREAD, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    activate()
    if words[:1] == ["extract"]:
        return _extract(words[1:])
    parser = argparse.ArgumentParser("tui-reader", description=_("Read news that arrives dirty."))
    parser.add_argument("--version", action="version", version=f"tui-reader {__version__}")
    parser.parse_args(words)
    parser.print_help()
    return USAGE


def _extract(words: Sequence[str]) -> int:
    from tui_reader.analysis import analyse  # noqa: PLC0415 - each command loads what it needs
    from tui_reader.export.contract import as_line  # noqa: PLC0415
    from tui_reader.ingest.sources import expand, read  # noqa: PLC0415

    parser = argparse.ArgumentParser("tui-reader extract", description=_("Print each article as a line of JSON."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(words)
    inputs, problems = expand(options.paths)
    for one in inputs:
        try:
            line = as_line(analyse(read(one.path)))
        except InputError as error:
            problems.append(error)
            continue
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    for problem in problems:
        complain(problem)
    return SOME_UNREAD if problems else OK


def complain(problem: InputError) -> None:
    """One line on standard error that names the input and the reason."""
    print(f"tui-reader: {display_line(str(problem))}", file=sys.stderr)
