"""The command line: the first word decides what runs."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence

from tui_reader import __version__
from tui_reader.display import display_line
from tui_reader.errors import InputError, TerminalError
from tui_reader.messages import LANGUAGES, N_, _, activate, ngettext

OK, SOME_UNREAD, USAGE = 0, 1, 2
MOST_WAITING = 0.15  # seconds that the first paint may wait for the article

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    activate(_language_of(words))
    # argparse looks its own words up under these names; they are in our catalogues (`ARGPARSE`).
    argparse._, argparse.ngettext = _, ngettext  # type: ignore[attr-defined]
    if words[:1] == ["extract"]:
        return _extract(words[1:])
    return _read(words)


def _language_of(words: Sequence[str]) -> str | None:
    """What `--lang` says: needed before the parser is made, for the parser speaks it."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            return following if following in LANGUAGES else None
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _reader_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "tui-reader",
        description=_("Read news that arrives dirty: the cleaned article, its figures, its quotes and who said them."),
        epilog=_(
            "`tui-reader extract PATH...` prints what was found as JSON. Without PATH, sample articles are opened."
        ),
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    parser.add_argument("--plain", action="store_true", help=_("print the articles as plain text, without a screen"))
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language the program speaks"))
    version_help = _("show program's version number and exit")  # argparse does not translate this one
    parser.add_argument("--version", action="version", version=f"tui-reader {__version__}", help=version_help)
    return parser


def _read(words: Sequence[str]) -> int:
    from tui_reader.ingest.sources import STDIN, expand, read_first, samples  # noqa: PLC0415 - each command loads what it needs

    options = _reader_parser().parse_args(words)
    paths = options.paths or ([samples()] if os.isatty(0) else [STDIN])
    found, problems = expand(paths)
    inputs = list({one.path: one for one in found}.values())  # a file that is named twice is one article
    if not inputs:
        for problem in problems:
            complain(problem)
        return SOME_UNREAD
    if options.plain or not os.isatty(1) or os.environ.get("TERM", "dumb") in ("", "dumb"):
        return _print_plain([one.path for one in inputs], problems)
    documents, unread = read_first(inputs)
    if not documents:
        for problem in [*problems, *unread.values()]:
            complain(problem)
        return SOME_UNREAD
    from tui_reader.ui.analyst import Analyst  # noqa: PLC0415

    # What is imported stays: collecting garbage meanwhile finds none, and costs the first paint a tenth of its time.
    gc.disable()
    first, document = next(iter(documents.items()))
    analyst = Analyst(document)  # works while Textual is being imported
    from tui_reader.ui.run import run_reader  # noqa: PLC0415 - imports Textual
    from tui_reader.ui.shelf import Shelf  # noqa: PLC0415

    shelf = Shelf(inputs, documents, unread)
    article = analyst.article(MOST_WAITING)
    if article:
        shelf.put_article(first, article)
    else:
        analyst.stop()
    try:
        return run_reader(shelf, problems)
    except TerminalError as error:
        print(f"tui-reader: {display_line(str(error))}", file=sys.stderr)
        return USAGE


def _print_plain(paths: Sequence[str], problems: list[InputError]) -> int:
    from tui_reader.analysis.pipeline import analyse  # noqa: PLC0415
    from tui_reader.export.plain import as_plain  # noqa: PLC0415
    from tui_reader.ingest.sources import read  # noqa: PLC0415

    return _print_each(paths, problems, lambda path: as_plain(analyse(read(path))) + "\n")


def _extract(words: Sequence[str]) -> int:
    from tui_reader.analysis.pipeline import analyse  # noqa: PLC0415
    from tui_reader.export.contract import as_line  # noqa: PLC0415
    from tui_reader.ingest.sources import expand, read  # noqa: PLC0415

    parser = argparse.ArgumentParser("tui-reader extract", description=_("Print each article as a line of JSON."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(words)
    inputs, problems = expand(options.paths)
    return _print_each([one.path for one in inputs], problems, lambda path: as_line(analyse(read(path))))


def _print_each(paths: Sequence[str], problems: list[InputError], form: Callable[[str], str]) -> int:
    """Print the form of each input; what cannot be read is said on standard error, the others are printed still."""
    for path in paths:
        try:
            text = form(path)
        except InputError as error:
            problems.append(error)
            continue
        sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    for problem in problems:
        complain(problem)
    return SOME_UNREAD if problems else OK


def complain(problem: InputError) -> None:
    """One line on standard error that names the input and the reason."""
    print(f"tui-reader: {display_line(str(problem))}", file=sys.stderr)
