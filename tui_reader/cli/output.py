"""What the commands print, and what they say on standard error."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tui_reader.display import display_line
from tui_reader.errors import AnalysisError, InputError, OutputError, TuiReaderError
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.ingest.input_list import Input, is_address
from tui_reader.messages import _
from tui_reader.model import Article, Document
from tui_reader.wire.rules import NetworkRules

STDOUT = "-"
"""The name of standard output where a file is asked for."""
OK, SOME_UNREAD, USAGE = 0, 1, 2
"""The exit statuses: all went well, some input could not be read or analysed, the command line is wrong."""


def complain(problem: TuiReaderError) -> None:
    """One line on standard error that names what is wrong and the reason; none where standard error is closed."""
    remark(str(problem))


def remark(words: str) -> None:
    """One line on standard error; none where that is closed."""
    if sys.stderr is not None:  # `print` would take standard output instead
        print(f"tui-reader: {display_line(words)}", file=sys.stderr)


def print_line(text: str) -> None:
    """Print a line, safe to show. Raises BrokenPipeError, and OutputError for any other reason."""
    _print_bytes(display_line(text).encode("utf-8") + b"\n")


def inputs_of(paths: Sequence[str]) -> tuple[Sequence[Input], Sequence[InputError]]:
    """What the paths of a command hold, and those that cannot be read; what is left out is said on standard error."""
    from tui_reader.ingest.sources import expand  # noqa: PLC0415

    inputs, problems, notices = expand(paths)
    for notice in notices:
        remark(notice)
    return inputs, problems


def print_text(text: str) -> None:
    """Print a text that is safe already. Raises BrokenPipeError, and OutputError for any other reason."""
    _print_bytes(text.encode("utf-8"))


def write_file(path: Path, text: str) -> None:
    """Write a text to a file: under another name first, so that all of it is there or nothing. Raises OutputError."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise OutputError(f"{path}: {error.strerror or error}") from error


def print_each(
    paths: Sequence[str],
    problems: Sequence[InputError],
    form: Callable[[Article], str],
    names: FieldNames,
    *,
    article_of: Callable[[Document], Article] | None = None,
    write: Callable[[str], None] | None = None,
    network_rules: NetworkRules | None = None,
) -> int:
    """Print the form of each article; returns the exit status. `names` are those of the fields of records;
    by `network_rules` the network is asked for what stands at an address.

    `article_of` makes the article of a document, by default as the analysis finds it; `write` takes what would be
    printed. What is wrong with one input or article is said on standard error, and costs no other.
    """
    from tui_reader.crash import DefectReports  # noqa: PLC0415
    from tui_reader.ingest.decode import NOTES_OF_GAPS, translated  # noqa: PLC0415
    from tui_reader.ingest.sources import read  # noqa: PLC0415

    def read_anything(path: str) -> Sequence[Document]:
        return _read_address(path, names, network_rules) if network_rules and is_address(path) else read(path, names)

    gc.disable()  # the first article has the lexicon read, in which collecting garbage finds none
    defects = DefectReports()
    status = SOME_UNREAD if problems else OK
    for path in paths:
        try:
            documents = read_anything(path)
        except InputError as error:
            complain(error)
            status = SOME_UNREAD
            continue
        except Exception as defect:
            complain(InputError(path, defects.add_error(path, defect)))
            status = SOME_UNREAD
            continue
        for number in range(len(documents)):
            try:
                document = documents[number]
            except InputError as error:  # a record that cannot be read
                complain(error)
                status = SOME_UNREAD
                continue
            for note in document.source.notes:
                if note.rule in NOTES_OF_GAPS:
                    complain(InputError(path, translated(note)))
            words, met = _formed(document, form, article_of)
            _collect_garbage_again()
            (write or print_text)(words)
            if met:
                complain(AnalysisError(path, defects.add_error(path, met)))
                status = SOME_UNREAD
    _collect_garbage_again()
    for problem in problems:
        complain(problem)
    return status


def _read_address(address: str, names: FieldNames, rules: NetworkRules) -> Sequence[Document]:
    from tui_reader.cli.web import read_address  # noqa: PLC0415 - few paths are addresses

    return read_address(address, names, rules)


def _collect_garbage_again() -> None:
    """Collect garbage from now on; what is there already, such as the lexicon, stays and is never looked at."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _formed(
    document: Document, form: Callable[[Article], str], article_of: Callable[[Document], Article] | None
) -> tuple[str, Exception | None]:
    """The form of a document's article; where the analysis meets a defect, of all its text as it is."""
    from tui_reader.analysis.pipeline import analyse, unanalysed  # noqa: PLC0415

    try:
        return form((article_of or analyse)(document)), None
    except Exception as defect:
        return form(unanalysed(document)), defect


def _print_bytes(line: bytes) -> None:
    """Write to standard output. Raises BrokenPipeError, and OutputError for any other reason."""
    if sys.stdout is None:
        raise OutputError(_("standard output is closed"))
    with _output_errors():
        sys.stdout.buffer.write(line)


def flush() -> None:
    """Have all output written: what cannot be is to be known before the program ends. Raises as `print_each`."""
    if sys.stdout is not None:
        with _output_errors():
            sys.stdout.flush()


@contextmanager
def _output_errors() -> Iterator[None]:
    """Every error of the system as our own, but for the pipe that nobody reads any more."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from error
