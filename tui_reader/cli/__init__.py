"""The command line: the first word decides what runs, a module each; without such a word, the reader."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence

from tui_reader.cli.output import SOME_UNREAD, complain, flush
from tui_reader.config import load_config
from tui_reader.errors import OutputError
from tui_reader.messages import LANGUAGES, _, activate, ngettext
from tui_reader.messages.days import write_year_first


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status. Interrupted, or no more listened to, it ends without a word."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(words)
        flush()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:  # whoever read our output has closed it, as `head` does
        status = 128 + signal.SIGPIPE
    except OutputError as error:
        complain(error)
        status = SOME_UNREAD
    else:
        return status
    if sys.stdout is not None:  # Python's last flush must not meet that again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _run(arguments: Sequence[str]) -> int:
    """Run the command that the first word names, `--lang` aside. Each loads only what it needs."""
    gc.enable()
    config, path = load_config()
    language, rest = _language_first(arguments)
    activate(language or _language_of(arguments) or config.language)
    write_year_first(is_wanted=config.dates == "iso")
    # argparse looks its own words up under these names; they are in our catalogues (`parser.ARGPARSE`).
    argparse._, argparse.ngettext = _, ngettext  # type: ignore[attr-defined]
    match rest[:1]:
        case ["extract"]:
            from tui_reader.cli.extract import extract  # noqa: PLC0415

            status = extract(rest[1:], config)
        case ["export"]:
            from tui_reader.cli.export import export  # noqa: PLC0415

            status = export(rest[1:], config)
        case ["corrections"]:
            from tui_reader.cli.corrections import corrections  # noqa: PLC0415

            status = corrections(rest[1:])
        case ["evidence"]:
            from tui_reader.cli.evidence import evidence  # noqa: PLC0415

            status = evidence(rest[1:], config)
        case ["index"]:
            from tui_reader.cli.index import index  # noqa: PLC0415

            status = index(rest[1:], config)
        case ["search"]:
            from tui_reader.cli.search import search  # noqa: PLC0415

            status = search(rest[1:])
        case ["refresh"]:
            from tui_reader.cli.refresh import refresh  # noqa: PLC0415

            status = refresh(rest[1:], config)
        case ["feeds"]:
            from tui_reader.cli.feeds import feeds  # noqa: PLC0415

            status = feeds(rest[1:], config)
        case ["library"]:
            from tui_reader.cli.library import library  # noqa: PLC0415

            status = library(rest[1:])
        case ["clippings"]:
            from tui_reader.cli.clippings import clippings  # noqa: PLC0415

            status = clippings(rest[1:])
        case ["config"]:
            from tui_reader.cli.config import config as settings  # noqa: PLC0415

            status = settings(rest[1:], config, path)
        case _:
            gc.disable()  # until the first paint
            from tui_reader.cli.read import read  # noqa: PLC0415

            status = read(arguments, config, path)
    return status


def _language_of(arguments: Sequence[str]) -> str | None:
    """What `--lang` says: needed before the parser is made, for the parser speaks it."""
    for index, word in enumerate(arguments):
        if word == "--":
            return None
        if word == "--lang" or word.startswith("--lang="):
            return _language_first(arguments[index:])[0]
    return None


def _language_first(arguments: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The language that `--lang` names before the command, and the words after it; all of them where it names none."""
    if arguments[:1] == ["--lang"] and arguments[1:2]:
        language, rest = arguments[1], arguments[2:]
    elif arguments and arguments[0].startswith("--lang="):
        language, rest = arguments[0].removeprefix("--lang="), arguments[1:]
    else:
        return None, arguments
    return (language, rest) if language in LANGUAGES else (None, arguments)
