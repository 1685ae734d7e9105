"""Open and read files: regular ones only, up to a cap, and never blocking."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator

from tui_reader.errors import InputError
from tui_reader.ingest.decode import MOST_BYTES
from tui_reader.messages import _

_CHUNK = 1 << 22  # bytes


def open_regular(path: str) -> int:
    """The descriptor of a regular file. Never blocks on a FIFO or a device. Raises InputError."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(path, reason(error)) from error
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise InputError(path, _("is a folder") if stat.S_ISDIR(mode) else _("is not a regular file"))


def read_file(path: str, most: int = MOST_BYTES) -> bytes:
    """Up to one byte more than `most`, so that a cut can be told. Raises InputError."""
    descriptor = open_regular(path)
    try:
        return b"".join(_chunks(descriptor, most))
    except OSError as error:
        raise InputError(path, reason(error)) from error
    finally:
        os.close(descriptor)


class RegularFile:
    """A file of which parts are read when they are wanted. Every method raises InputError."""

    is_damaged = False

    def __init__(self, path: str) -> None:
        self.path = path

    def chunks(self) -> Iterator[bytes]:
        """All of it, some megabytes at a time."""
        offset = 0
        while chunk := self.read(offset, offset + _CHUNK):
            offset += len(chunk)
            yield chunk

    def read(self, start: int, stop: int) -> bytes:
        """The bytes from `start` to `stop`, or to the end."""
        descriptor = open_regular(self.path)
        try:
            return os.pread(descriptor, stop - start, start)
        except OSError as error:
            raise InputError(self.path, reason(error)) from error
        finally:
            os.close(descriptor)


def _chunks(descriptor: int, most: int) -> Iterator[bytes]:
    left = most + 1
    while left and (chunk := os.read(descriptor, min(left, 1 << 20))):
        left -= len(chunk)
        yield chunk


def reason(error: OSError | ValueError) -> str:
    """Why the system refuses, in the user's language where it is a usual reason."""
    if isinstance(error, OSError):
        usual = {
            errno.ENOENT: _("does not exist"),
            errno.EACCES: _("may not be read (permission denied)"),
            errno.EISDIR: _("is a folder"),
            errno.ELOOP: _("is a link that leads back to itself"),
            errno.ENXIO: _("is not a regular file"),
        }
        return usual.get(error.errno or 0, error.strerror or str(error))
    return str(error)
