"""Reading files and kept texts into the index: what is new or changed is analysed, of files on all cores, in order."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from multiprocessing import resource_tracker
from pathlib import Path
from typing import NamedTuple, TypeVar, TypeVarTuple

import msgspec

from tui_reader.errors import InputError, LibraryError
from tui_reader.ingest.formats.field_names import FieldNames
from tui_reader.library.index.rows import ArticleRow
from tui_reader.library.index.store import FileStamp, Index
from tui_reader.library.status import kept_text, kept_text_ids
from tui_reader.library.values import stored_path
from tui_reader.messages import _
from tui_reader.model import Document

_AHEAD = 16  # files for each process that are handed out before they are needed
_TOGETHER = 8  # files that a process is handed at once
_BATCH = 64  # files after which the progress is told; texts that are written together
_WRITTEN = 500_000  # code points of articles that are written together: the full-text index has less to join
_LEAST = 2_000  # code points that a file counts for, also one that is unchanged
_PRELOAD = "tui_reader.session.indexing_preload"
_NO_WARNING = "ignore::UserWarning:multiprocessing.resource_tracker"  # it removes what we leave when we are killed
_ENDED = (BrokenProcessPool, EOFError)  # what is met where processes, or the one that starts them, were ended
_LONGEST_SOCKET_FOLDER = 70  # bytes; the address of a socket has 104 on some systems, and multiprocessing adds 31

Item = TypeVar("Item")
Result = TypeVar("Result")
Given = TypeVarTuple("Given")


class ReadFile(NamedTuple):
    """A file as it was read: its stamp, its articles, and what was wrong with it, or with the analysis of one of these.

    Where it has the known digest, there are no articles.
    """

    stamp: FileStamp | None
    rows: tuple[ArticleRow, ...] = ()
    problem: InputError | None = None
    is_same: bool = False


class Progress(msgspec.Struct):
    """How far indexing has come, of so many files or texts in all; `problems` are those that could not be read."""

    files: int
    done: int = 0
    unchanged: int = 0
    articles: int = 0
    gone: int = 0
    problems: list[InputError] = msgspec.field(default_factory=list)


def index_files(
    index: Index,
    paths: Sequence[str],
    names: FieldNames,
    *,
    processes: int | None = None,
    report: Callable[[Progress], bool] = lambda _progress: True,
) -> Progress:
    """Bring the index up to date with these files; returns what was done.

    `report` hears of the progress after each batch and says whether to go on; what was read then is written and stays,
    so that a later run goes on there. Files in the index that are gone leave it. Raises LibraryError.
    """
    known = index.stamps()
    progress = Progress(len(paths))
    changed: list[tuple[str, FileStamp | None]] = []
    for path in paths:
        stamp = known.get(stored_path(path))
        if stamp and _is_unchanged(path, stamp):
            progress.unchanged += 1
            progress.done += 1
        else:
            changed.append((path, stamp))
    _remove_gone(index, known, progress)
    for together in _large_batches(_told(_read_all(changed, names, processes), progress, report)):
        with index.writing():
            for path, read in together:
                _write(index, stored_path(path), read, progress)
    return progress


def _told(
    files: Iterator[tuple[str, ReadFile]], progress: Progress, report: Callable[[Progress], bool]
) -> Iterator[tuple[str, ReadFile]]:
    """The files as they are read, up to where `report` says not to go on."""
    for batch in _batches(files, _BATCH):
        yield from batch
        progress.done += len(batch)
        if not report(progress):
            return


def _large_batches(files: Iterator[tuple[str, ReadFile]]) -> Iterator[list[tuple[str, ReadFile]]]:
    """The files that are written together, by the length of their articles, which are held until then."""
    batch: list[tuple[str, ReadFile]] = []
    length = 0
    for path, read in files:
        batch.append((path, read))
        length += max(_LEAST, sum(len(row.text) for row in read.rows))
        if length >= _WRITTEN:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def read_file_rows(path: str, known: FileStamp | None, names: FieldNames) -> ReadFile:
    """Read a file and analyse its articles, in whatever process; nothing where its bytes are the known ones."""
    from tui_reader.ingest.sources import read  # noqa: PLC0415

    try:
        stamp = _stamp(path)
        if known and known.digest == stamp.digest:
            return ReadFile(stamp, is_same=True)
        documents = read(path, names)
        analysed = [analysed_row(documents[number]) for number in range(len(documents))]
    except InputError as problem:
        return ReadFile(None, problem=problem)
    except OSError as error:
        return ReadFile(None, problem=InputError(path, error.strerror or str(error)))
    defect = next((defect for _row, defect in analysed if defect), None)
    return ReadFile(stamp, tuple(row for row, _defect in analysed), analysis_problem(path, defect) if defect else None)


def analysis_problem(name: str, defect: Exception) -> InputError:
    """What is said of a text in which the analysis met a defect."""
    return InputError(name, _("could not be analysed: {reason}").format(reason=repr(defect)))


def analysed_row(document: Document) -> tuple[ArticleRow, Exception | None]:
    """The row of a document's article; of one that cannot be analysed, with its words alone, and why."""
    from tui_reader.analysis.pipeline import analyse, unanalysed  # noqa: PLC0415
    from tui_reader.library.index.rows import row_of  # noqa: PLC0415

    failure: Exception | None = None
    try:
        article = analyse(document)
    except Exception as defect:  # a defect with one text: it is found by its words all the same
        article, failure = unanalysed(document), defect
    row = row_of(article)
    _keep_lexicon()
    return row, failure


def index_texts(index: Index, library: Path, report: Callable[[Progress], bool] = lambda _progress: True) -> Progress:
    """Bring the index up to date with the texts without a file that a library keeps; returns what was done.

    `report` is as in `index_files`. A library that cannot be read leaves the index as it is. Raises LibraryError.
    """
    try:
        kept = kept_text_ids(library)
    except LibraryError:
        return Progress(0)
    known = index.texts()
    new, gone = [document for document in kept if document not in known], known.difference(kept)
    progress = Progress(len(new), gone=len(gone))
    with index.writing():
        for document in gone:
            index.remove_text(document)
    for batch in _batches(_read_texts(new, library, progress), _BATCH):
        with index.writing():
            for row in batch:
                index.put_text(row)
        progress.articles += len(batch)
        if not report(progress):
            break
    return progress


def _read_texts(documents: Sequence[str], library: Path, progress: Progress) -> Iterator[ArticleRow]:
    """The texts with these ids as rows, but for those that are damaged, or kept no longer by now."""
    for document_id in documents:
        progress.done += 1
        try:
            document = kept_text(library, document_id)
        except LibraryError as error:
            progress.problems.append(InputError(document_id, error.reason))
            continue
        if document:
            row, defect = analysed_row(document)
            progress.problems += [analysis_problem(document_id, defect)] if defect else []
            yield row


@cache
def _keep_lexicon() -> None:
    """Leave the lexicon, which the first article has had read, out of what garbage is looked for in from now on."""
    gc.freeze()


def _write(index: Index, path: str, read: ReadFile, progress: Progress) -> None:
    if read.problem:
        progress.problems.append(read.problem)
    if read.problem and not read.rows:
        index.remove_file(path)
    elif read.stamp and read.is_same:
        progress.unchanged += 1
        index.touch_file(path, read.stamp)
    elif read.stamp:
        progress.articles += len(read.rows)
        index.put_file(path, read.stamp, read.rows)


def _remove_gone(index: Index, known: Iterable[str], progress: Progress) -> None:
    """Remove the files that are not there any more."""
    gone = [path for path in known if not os.path.exists(path)]
    if gone:
        with index.writing():
            for path in gone:
                index.remove_file(path)
    progress.gone = len(gone)


def _read_all(
    files: Sequence[tuple[str, FileStamp | None]], names: FieldNames, processes: int | None
) -> Iterator[tuple[str, ReadFile]]:
    """Each file as it was read, in order; few files are not worth processes of their own."""
    count = processes or os.cpu_count() or 1
    can_share = count > 1 and len(files) >= 2 * count
    rest = deque(files)
    while rest and can_share:
        try:
            with process_pool(count) as pool:
                yield from _read_ahead(pool, rest, names, count * _AHEAD)
        except _ENDED:  # by one of the files that were handed out, or by no fault of theirs
            for _number in range(min(len(rest), count * _AHEAD)):
                path, stamp = rest.popleft()
                yield path, _read_alone(path, stamp, names)
        except OSError:  # processes cannot share anything here, as without /dev/shm
            can_share = False
    for path, stamp in rest:
        yield path, read_file_rows(path, stamp, names)


def _read_ahead(
    pool: ProcessPoolExecutor, rest: deque[tuple[str, FileStamp | None]], names: FieldNames, ahead: int
) -> Iterator[tuple[str, ReadFile]]:
    """Each file of `rest` as it was read, in order; it leaves `rest` then. So many are handed out `ahead`.

    Several are handed out together, which spares messages between processes, but for the last ones, so that all
    processes end at one time.
    """
    waiting: deque[Future[list[ReadFile]]] = deque()
    handed_out = 0
    while rest:
        while handed_out < min(ahead, len(rest)):
            count = max(1, min(_TOGETHER, (len(rest) - handed_out) // ahead, ahead - handed_out))
            files = list(islice(rest, handed_out, handed_out + count))
            waiting.append(submit(pool, _read_together, read_file_rows, files, names))
            handed_out += count
        for read in waiting.popleft().result():
            path, _stamp = rest.popleft()
            handed_out -= 1
            yield path, read


def _read_together(
    read: Callable[[str, FileStamp | None, FieldNames], ReadFile],
    files: Sequence[tuple[str, FileStamp | None]],
    names: FieldNames,
) -> list[ReadFile]:
    """The files, each with the stamp that is known of it, as `read` reads them one by one."""
    return [read(path, stamp, names) for path, stamp in files]


def _read_alone(path: str, stamp: FileStamp | None, names: FieldNames) -> ReadFile:
    """A file as a process of its own read it; a problem where that one is ended, as when memory runs out."""
    try:
        with process_pool(1) as pool:
            return submit(pool, read_file_rows, path, stamp, names).result()
    except _ENDED:
        return ReadFile(None, problem=InputError(path, _("the process that read it was ended")))


def process_pool(count: int) -> ProcessPoolExecutor:
    """So many processes to read files in: copies of one that has imported and read what they need, and nothing else."""
    os.environ["PYTHONSAFEPATH"] = "1"  # nothing that the current folder holds is imported
    os.environ.setdefault("PYTHONWARNINGS", _NO_WARNING)
    if not _has_room_for_socket():
        return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_end_with_parent)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOAD])
    return ProcessPoolExecutor(count, context, initializer=_end_with_parent)


def submit(pool: ProcessPoolExecutor, work: Callable[[*Given], Result], *given: *Given) -> Future[Result]:
    """Have a process of the pool do some work. Interrupts, as by ctrl+c, are for us: the processes never get any.

    One that comes meanwhile waits, so that no process is left half started.
    """
    resource_tracker.ensure_running()  # starting it lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        return pool.submit(work, *given)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _has_room_for_socket() -> bool:
    """Whether there is a folder for temporary files, and with a path so short that a socket can be in it."""
    try:
        return len(os.fsencode(tempfile.gettempdir())) <= _LONGEST_SOCKET_FOLDER
    except FileNotFoundError:
        return False


def _end_with_parent() -> None:
    """Let this process end when the one that gives it files has ended, even by a signal that none can catch."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 - this runs in a child process

    def wait_and_end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_and_end, daemon=True).start()


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch


def _is_unchanged(path: str, stamp: FileStamp) -> bool:
    try:
        found = os.stat(path)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (stamp.size, stamp.changed)


def _stamp(path: str) -> FileStamp:
    """What tells a file from what it was. Raises InputError, as for what is no file and would never end."""
    from tui_reader.ingest.files import open_regular  # noqa: PLC0415

    digest = hashlib.sha256()
    with open(open_regular(path), "rb") as file:
        status = os.fstat(file.fileno())
        while part := file.read(1 << 20):
            digest.update(part)
    return FileStamp(status.st_size, status.st_mtime_ns, digest.hexdigest())
