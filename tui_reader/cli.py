"""The command line: the first word decides what runs."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui_reader import __version__
from tui_reader.display import display_line
from tui_reader.errors import (
    AnalysisError,
    ConfigError,
    InputError,
    LibraryError,
    OutputError,
    TerminalError,
    TuiReaderError,
)
from tui_reader.messages import LANGUAGES, N_, _, activate, ngettext

if TYPE_CHECKING:
    from tui_reader.config import Config
    from tui_reader.library.memory import Memory
    from tui_reader.library.store import Library
    from tui_reader.model import Article, Document

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
    """Run the command line; returns the exit status. Interrupted, or no more listened to, it ends without a word."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(words)
        _flush()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:  # whoever read our output has closed it, as `head` does
        status = 128 + signal.SIGPIPE
    except OutputError as error:
        complain(error)
        status = SOME_UNREAD
    else:
        return status
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python's last flush must not meet that again
    return status


def _run(words: Sequence[str]) -> int:
    """Run the command that the first word names, `--lang` aside; without such a word, the reader."""
    config, path = _configured()
    language, rest = _language_first(words)
    activate(language or _language_of(words) or config.language)
    # argparse looks its own words up under these names; they are in our catalogues (`ARGPARSE`).
    argparse._, argparse.ngettext = _, ngettext  # type: ignore[attr-defined]
    if rest[:1] == ["extract"]:
        return _extract(rest[1:])
    if rest[:1] == ["library"]:
        return _library(rest[1:])
    if rest[:1] == ["config"]:
        return _config(rest[1:], config, path)
    return _read(words, config, path)


def _configured() -> tuple[Config, Path]:
    """What the settings file says, and where it is."""
    from tui_reader.config import Config, default_path, read_config  # noqa: PLC0415

    path = default_path()
    return (read_config(path) if path.exists() else Config()), path


def _language_of(words: Sequence[str]) -> str | None:
    """What `--lang` says: needed before the parser is made, for the parser speaks it."""
    for at, word in enumerate(words):
        if word == "--":
            return None
        if word == "--lang" or word.startswith("--lang="):
            return _language_first(words[at:])[0]
    return None


def _language_first(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The language that `--lang` names before the command, and the words after it; all of them where it names none."""
    if words[:1] == ["--lang"] and words[1:2]:
        language, rest = words[1], words[2:]
    elif words and words[0].startswith("--lang="):
        language, rest = words[0].removeprefix("--lang="), words[1:]
    else:
        return None, words
    return (language, rest) if language in LANGUAGES else (None, words)


def _parser(command: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    """A parser with the options of every command."""
    parser = argparse.ArgumentParser(command, description=description, epilog=epilog)
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language the program speaks"))
    return parser


def _reader_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "tui-reader",
        _("Read news that arrives dirty: the cleaned article, its figures, its quotes and who said them."),
        _(
            "`tui-reader extract PATH...` prints what was found as JSON; `tui-reader library path` says where what you "
            "did is kept. Without PATH, what was last opened is opened again, at first some sample articles."
        ),
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    parser.add_argument("--plain", action="store_true", help=_("print the articles as plain text, without a screen"))
    parser.add_argument("--ascii", action="store_true", help=_("for terminals without the usual signs and borders"))
    parser.add_argument("--library", metavar="PATH", help=_("the file in which what you did is kept"))
    parser.add_argument("--no-library", action="store_true", help=_("keep nothing of what you do"))
    version_help = _("show program's version number and exit")  # argparse does not translate this one
    parser.add_argument("--version", action="version", version=f"tui-reader {__version__}", help=version_help)
    return parser


def _read(words: Sequence[str], config: Config, config_path: Path) -> int:
    from tui_reader.ingest.sources import distinct, expand, read_first  # noqa: PLC0415 - each command loads what it needs

    options = _reader_parser().parse_args(words)
    plain = options.plain or not os.isatty(1) or os.environ.get("TERM", "dumb") in ("", "dumb")
    keeping = _Keeping(None if plain or options.no_library else options.library or "")
    paths = options.paths or _paths_to_open(config, keeping)
    found, problems = expand(paths)
    wanted = distinct(found)
    if plain and wanted:
        return _print_plain([one.path for one in wanted], problems)
    inputs, documents, unread = read_first(wanted)
    if not documents:
        for problem in [*problems, *unread.values()]:
            complain(problem)
        return SOME_UNREAD
    from tui_reader.model import Article  # noqa: PLC0415
    from tui_reader.session.analysis_process import Analysis, start_analyst  # noqa: PLC0415

    # What is imported stays: collecting garbage meanwhile finds none, and costs the first paint a tenth of its time.
    gc.disable()
    first, document = next(iter(documents.items()))
    analyst = start_analyst()
    analyst.ask(Analysis(document))  # it works while Textual is being imported and the library is opened
    from tui_reader.config import check_keys  # noqa: PLC0415
    from tui_reader.session.collection import Shelf  # noqa: PLC0415
    from tui_reader.session.loader import LONG_TEXT  # noqa: PLC0415
    from tui_reader.session.session import Session  # noqa: PLC0415
    from tui_reader.session.view_state import Settings  # noqa: PLC0415
    from tui_reader.ui.commands import keys  # noqa: PLC0415
    from tui_reader.ui.terminal import run_reader  # noqa: PLC0415 - imports Textual

    shelf = Shelf(inputs, documents, unread, keeping.memory)
    settings = Settings.of(keeping.settings)
    settings.theme = config.theme or settings.theme
    settings.column = config.width or settings.column
    keys.remap(check_keys(config, config_path, keys.defaults()))
    session = Session(
        shelf,
        paths,
        [*problems, *config.problems],
        keeping.notices,
        library=keeping.library,
        settings=settings,
        ascii=options.ascii,
    )
    if len(document.raw) < LONG_TEXT and not shelf.entries[first].corrections and analyst.ready(MOST_WAITING):
        article = analyst.answer()
        if isinstance(article, Article):
            shelf.put_article(first, article)
        session.analyst = analyst
    else:
        session.begun = {first: analyst}
    try:
        return run_reader(session)
    except TerminalError as error:
        complain(error)
        return USAGE


class _Keeping:
    """The library of a reading session, opened when it is first asked for: the first article is sought before."""

    def __init__(self, path: str | None) -> None:
        self._path = path  # "" for the usual one, None for none

    @cached_property
    def _opened(self) -> tuple[Library | None, list[str]]:
        return (None, []) if self._path is None else _open_library(self._path)

    @property
    def library(self) -> Library | None:
        return self._opened[0]

    @property
    def notices(self) -> list[str]:
        return self._opened[1]

    @property
    def settings(self) -> dict[str, Any]:
        return self.library.settings() if self.library else {}

    @property
    def memory(self) -> Memory:
        from tui_reader.library.memory import Memory  # noqa: PLC0415

        return Memory(self.library.statuses() if self.library else ())


def _open_library(path: str) -> tuple[Library | None, list[str]]:
    """The library, where it can be opened, and what there is to say about it."""
    from tui_reader.library.store import default_path, open_library  # noqa: PLC0415

    try:
        library = open_library(Path(path) if path else default_path())
    except LibraryError as error:
        return None, [_("{problem}; what you do is not kept").format(problem=error)]
    if library.set_aside:
        words = _("{path} was damaged; it is kept as {name}, and a new one was made")
        return library, [words.format(path=library.path, name=library.set_aside.name)]
    return library, []


def _paths_to_open(config: Config, keeping: _Keeping) -> list[str]:
    """Without a path: what comes through a pipe, else the user's folders, else what was last open, else the samples."""
    from tui_reader.ingest.sources import STDIN, samples  # noqa: PLC0415

    if not os.isatty(0):
        return [STDIN]
    if config.folders:
        return config.folders
    last = keeping.settings.get("paths")
    there = [path for path in last if isinstance(path, str) and os.path.exists(path)] if isinstance(last, list) else []
    return there or [samples()]


def _print_plain(paths: Sequence[str], problems: list[InputError]) -> int:
    from tui_reader.export.plain import as_plain  # noqa: PLC0415

    return _print_each(paths, problems, lambda article: as_plain(article) + "\n")


def _extract(words: Sequence[str]) -> int:
    from tui_reader.export.contract import as_line  # noqa: PLC0415
    from tui_reader.ingest.sources import expand  # noqa: PLC0415

    parser = _parser("tui-reader extract", _("Print each article as a line of JSON."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    explain = _("add to each quote and figure what was proposed, with rules and weights")
    parser.add_argument("--explain", action="store_true", help=explain)
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(words)
    inputs, problems = expand(options.paths)
    return _print_each([one.path for one in inputs], problems, partial(as_line, explain=options.explain))


def _config(words: Sequence[str], config: Config, path: Path) -> int:
    from tui_reader.config import check_keys, template  # noqa: PLC0415
    from tui_reader.ui.commands import keys  # noqa: PLC0415 - imports Textual

    parser = _parser("tui-reader config", _("The file of your settings."))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", action="store_true", help=_("say where it is"))
    what.add_argument("--init", action="store_true", help=_("write one with every setting as a comment"))
    what.add_argument("--check", action="store_true", help=_("say what is wrong in it"))
    options = parser.parse_args(words)
    if options.path:
        print(display_line(str(path)))
        return OK
    if options.init:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(template(keys.defaults()))
        except OSError as error:
            complain(ConfigError(str(path), None, error.strerror or str(error)))
            return SOME_UNREAD
        print(display_line(str(path)))
        return OK
    check_keys(config, path, keys.defaults())
    for problem in config.problems:
        complain(problem)
    return SOME_UNREAD if config.problems else OK


def _library(words: Sequence[str]) -> int:
    from tui_reader.library.store import default_path, open_library  # noqa: PLC0415

    parser = _parser("tui-reader library", _("What is kept of what you did."))
    parser.add_argument("--ascii", action="store_true", help=_("for terminals without the usual signs and borders"))
    parser.add_argument("--library", metavar="PATH", help=_("the file in which what you did is kept"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("path", help=_("say where it is"))
    forget = commands.add_parser("forget", help=_("remove what is kept about a file or a folder"))
    forget.add_argument("paths", nargs="+", metavar="PATH")
    options = parser.parse_args(words)
    where = Path(options.library) if options.library else default_path()
    if options.command == "path":
        print(display_line(str(where)))
        return OK
    try:
        library = open_library(where)
        for path in options.paths:
            count = library.forget(os.path.abspath(path))
            said = ngettext("{path}: {count} article forgotten", "{path}: {count} articles forgotten", count)
            print(display_line(said.format(path=path, count=count)))
        library.close()
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    return OK


def _print_each(paths: Sequence[str], problems: Sequence[InputError], form: Callable[[Article], str]) -> int:
    """Print the form of each article; what is wrong with one is said on standard error, and costs no other."""
    from tui_reader.crash import DefectReports, trace_of  # noqa: PLC0415
    from tui_reader.ingest.sources import read  # noqa: PLC0415

    defects = DefectReports()
    status = SOME_UNREAD if problems else OK
    for path in paths:
        try:
            documents = read(path)
        except InputError as error:
            complain(error)
            status = SOME_UNREAD
            continue
        except Exception as defect:
            complain(InputError(path, defects.add(path, type(defect).__name__, trace_of(defect))))
            status = SOME_UNREAD
            continue
        for document in documents:
            words, met = _formed(document, form)
            _print_bytes(words.encode("utf-8") + b"\n")
            if met:
                complain(AnalysisError(path, defects.add(path, type(met).__name__, trace_of(met))))
                status = SOME_UNREAD
    for problem in problems:
        complain(problem)
    return status


def _formed(document: Document, form: Callable[[Article], str]) -> tuple[str, Exception | None]:
    """The form of a document's article; where the analysis meets a defect, of all its text as it is."""
    from tui_reader.analysis.pipeline import analyse, unanalysed  # noqa: PLC0415

    try:
        return form(analyse(document)), None
    except Exception as defect:
        return form(unanalysed(document)), defect


def _print_bytes(line: bytes) -> None:
    """Write to standard output. Raises BrokenPipeError, and OutputError for any other reason."""
    try:
        sys.stdout.buffer.write(line)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error


def _flush() -> None:
    """Have all output written: what cannot be is to be known before the program ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error


def complain(problem: TuiReaderError) -> None:
    """One line on standard error that names what is wrong and the reason."""
    print(f"tui-reader: {display_line(str(problem))}", file=sys.stderr)
