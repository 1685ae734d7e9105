"""Where inputs come from: named files, folders, standard input, the samples that travel with the program."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES, looks_binary
from tui_reader.ingest.files import RegularFile, read_file, reason
from tui_reader.ingest.formats import plain_text
from tui_reader.ingest.formats.field_names import USUAL_NAMES, FieldNames
from tui_reader.ingest.formats.registry import SUFFIXES, format_of
from tui_reader.ingest.input_list import STDIN, Input, InputList, is_address
from tui_reader.messages import _, ngettext
from tui_reader.model import Document, Source

_SAVED_WITH_PAGE = ("_files", "_fichiers", "-Dateien")
"""What browsers add to a page's name for the folder of its pictures, scripts and frames."""
_SAVED_FOLDER = "/"
"""Stands for such a folder where files are counted by suffix."""


class Opened(NamedTuple):
    """Inputs, and by the place of their input the documents and problems that are known of them."""

    inputs: InputList
    documents: dict[int, Document]
    problems: dict[int, InputError]

    def then(self, others: Opened) -> Opened:
        """These inputs, and after them others."""
        count = len(self.inputs)
        return Opened(
            InputList([*self.inputs, *others.inputs]) if count else others.inputs,
            self.documents | {count + index: document for index, document in others.documents.items()},
            self.problems | {count + index: problem for index, problem in others.problems.items()},
        )


def samples() -> str:
    """The folder of sample articles: inside an installed package, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "assets" / "samples"
    return str(inside if inside.is_dir() else package.parent / "assets" / "samples")


class Expanded(NamedTuple):
    """What paths stand for: inputs in order, the paths that stand for none, with the reason, and what there is to say
    of the others.
    """

    inputs: list[Input]
    problems: list[InputError]
    notices: list[str]


def expand(paths: Iterable[str]) -> Expanded:
    """What the paths stand for.

    Of a folder: the files of every format below it, by their relative path (by code point). Hidden files and links to
    folders are passed over; files of no known format and what was saved with a page are left out, which is said.
    """
    inputs: list[Input] = []
    problems: list[InputError] = []
    notices: list[str] = []
    for path in paths:
        if is_address(path):
            inputs.append(Input(path, path))
        elif path != STDIN and os.path.isdir(path):
            refused: list[OSError] = []
            found, others = _walk(path, refused)
            problems += [InputError(str(error.filename), reason(error)) for error in refused]
            before = os.path.join(path, "")
            inputs += [Input(before + name, name) for name in found]
            if not found and not refused:
                problems.append(InputError(path, _holds(others)))
            elif others:
                notices.append(_("{path}: left out: {kinds}").format(path=path, kinds=_kinds(others)))
        else:
            inputs.append(Input(path, _("standard input") if path == STDIN else os.path.basename(path) or path))
    return Expanded(inputs, problems, notices)


def distinct(inputs: Iterable[Input]) -> list[Input]:
    """The inputs without those named before: a file that is named twice is one article."""
    return list({one.path: one for one in inputs}.values())


def stamp(path: str) -> tuple[int, int] | None:
    """What tells that a file was changed: its time of change in nanoseconds and its size in bytes; None for no file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _walk(folder: str, refused: list[OSError]) -> tuple[list[str], Counter[str]]:
    """Relative paths of the files to read below `folder`, sorted, and how many others there are by suffix.

    Folders that were saved with pages are counted as `_SAVED_FOLDER`.
    What the system refuses to list is added to `refused`.
    """
    read: list[str] = []
    others: Counter[str] = Counter()
    for parent, folders, files in os.walk(folder, onerror=refused.append):
        saved_with_page = [name for name in folders if _is_saved_with_page(name, files)]
        others[_SAVED_FOLDER] += len(saved_with_page)
        folders[:] = [name for name in folders if not name.startswith(".") and name not in saved_with_page]
        inside = os.path.relpath(parent, folder)
        before = "" if inside == os.curdir else inside + os.sep
        seen = [name for name in files if not name.startswith(".")]
        known = [name for name in seen if name.lower().endswith(SUFFIXES)]
        read += [before + name for name in known]
        if len(known) < len(seen):
            unknown = (name for name in seen if not name.lower().endswith(SUFFIXES))
            others.update(os.path.splitext(name)[1].lower() or name for name in unknown)
    return sorted(read), +others


def _is_saved_with_page(folder: str, files: Iterable[str]) -> bool:
    """Whether a folder holds what a browser saved with a page beside it."""
    return any(
        folder.endswith(ending) and any(name.startswith(folder.removesuffix(ending) + ".") for name in files)
        for ending in _SAVED_WITH_PAGE
    )


def _holds(others: Counter[str]) -> str:
    if not others:
        return _("the folder holds no files to read")
    return _("the folder holds no files of a known format, but: {kinds}").format(kinds=_kinds(others))


def _kinds(others: Counter[str], most: int = 4) -> str:
    """How many files there are of each kind, the most frequent first, and how many of all others together."""
    shown = others.most_common(most)
    kinds = [_folders(count) if kind == _SAVED_FOLDER else f"{count} {kind}" for kind, count in shown]
    rest = others.total() - sum(count for _kind, count in shown)
    return ", ".join([*kinds, _("{count} of other kinds").format(count=rest)] if rest else kinds)


def _folders(count: int) -> str:
    return ngettext("{count} folder saved with a page", "{count} folders saved with pages", count).format(count=count)


def read(path: str, names: FieldNames = USUAL_NAMES) -> Sequence[Document]:
    """The documents at `path` ("-": standard input), in the format that it has: one, or those of an export.

    `names` are those of the fields of records. Records of a file that is too long to be held are read when they are
    asked for. Raises InputError when it cannot be opened, is no regular file, is empty, or is binary data.
    """
    data = _read_stdin() if path == STDIN else read_file(path)
    if not data.strip():
        raise InputError(path, _("is empty"))
    form = format_of(data, path)
    if len(data) > MOST_BYTES and form.most_bytes > MOST_BYTES:
        data = data + _read_stdin(form.most_bytes) if path == STDIN else read_file(path, form.most_bytes)
    if form.is_text and looks_binary(data):
        raise InputError(path, _("is binary data, not text"))
    if len(data) > form.most_bytes and path != STDIN:
        records = form.open_long(RegularFile(path), data, names)
        if records is not None:
            return records
    documents = form.read(data, Source(path=path, media_type=form.media_type), names)
    if isinstance(documents, Sequence):
        return documents
    documents = tuple(documents)
    if not any(document.raw.strip() for document in documents):
        raise InputError(path, _("shows no text"))
    return documents


def read_first(inputs: Iterable[Input], names: FieldNames = USUAL_NAMES) -> Opened:
    """Read inputs in order until one can be read, and standard input wherever it stands in the list.

    Standard input cannot wait: a reader's keys come from there later.
    """
    opened = Opened(InputList(), {}, {})
    unread: list[Input] = []
    for source in inputs:
        if opened.documents and source.path != STDIN:
            unread.append(source)
            continue
        opened.inputs.extend(unread)
        unread = []
        index = len(opened.inputs)
        try:
            documents = read(source.path, names)
            first = documents[0]
        except InputError as problem:
            opened.inputs.extend([source])
            opened.problems[index] = problem
        else:
            opened.inputs.extend(source.divided(len(documents)))
            opened.documents[index] = first
            if isinstance(documents, tuple):  # others are read when they are asked for
                opened.documents.update(enumerate(documents, index))
    opened.inputs.extend(unread)
    return opened


def documents_from_text(text: str) -> tuple[Document, ...]:
    """The documents of a text that came without a file: one, or those of an archive's export."""
    return tuple(plain_text.divided(document_from_text(text)))


def document_from_text(text: str, path: str | None = None) -> Document:
    """The document of a text that is already decoded."""
    return Document(plain_text.hash_of(text), Source(path=path, encoding="utf-8"), text)


def _read_stdin(most: int = MOST_BYTES) -> bytes:
    if sys.stdin is None:
        raise InputError(STDIN, _("is closed"))
    return sys.stdin.buffer.read(most + 1)
