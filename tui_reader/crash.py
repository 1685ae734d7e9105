"""Reports of defects of the program: a file that only its owner can read, safe to show, and one line that names it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from tui_reader import __version__
from tui_reader.display import displayable
from tui_reader.messages import _


class DefectReports:
    """The defects that one run survives, in one file, which is made at the first of them."""

    def __init__(self) -> None:
        self._path: str | None = None

    def add_error(self, name: str, error: Exception) -> str:
        """Write down a defect by the exception that tells of it; otherwise as `add`."""
        return self.add(name, type(error).__name__, trace_of(error))

    def add(self, name: str, kind: str, trace: str) -> str:
        """Write down the defect `kind`, met with the input `name`; returns in the user's language what became of it."""
        try:
            if self._path is None:
                self._path = _new_file("defects")
            with open(self._path, "a", encoding="utf-8", errors="replace") as file:
                file.write(displayable(f"{_heading()}\n{name}\n{trace}\n"))
        except OSError:
            return _("met a defect of tui-reader ({kind})").format(kind=kind)
        words = _("met a defect of tui-reader ({kind}); the report is in {path}")
        return words.format(kind=kind, path=self._path)


def report_crash(error: BaseException) -> str:
    """Write the report of a defect that ends the program; returns the line to say."""
    kind = type(error).__name__
    try:
        path = _new_file("crash")
        with open(path, "w", encoding="utf-8", errors="replace") as file:
            file.write(displayable(f"{_heading()}\n{trace_of(error)}"))
    except OSError:
        return _("tui-reader has a defect and had to stop ({kind})").format(kind=kind)
    return _("tui-reader has a defect and had to stop ({kind}); the report is in {path}").format(kind=kind, path=path)


def trace_of(error: BaseException) -> str:
    """The traceback of an exception, as Python prints it."""
    import traceback  # noqa: PLC0415 - all of these are seldom needed, and the first article waits for imports

    return "".join(traceback.format_exception(error))


def _heading() -> str:
    import platform  # noqa: PLC0415

    now = datetime.now(UTC).isoformat()
    return f"tui-reader {__version__}, Python {platform.python_version()}, {platform.platform()}, {now}"


def _new_file(kind: str) -> str:
    """An empty file in the platform's folder for logs; article text may come into it, so it is its owner's alone."""
    import tempfile  # noqa: PLC0415

    from platformdirs import user_log_path  # noqa: PLC0415

    folder = user_log_path("tui-reader", ensure_exists=True)
    descriptor, path = tempfile.mkstemp(".txt", f"{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S}-", folder)
    os.close(descriptor)
    return path
