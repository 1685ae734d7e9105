"""A defect of the program: a report in a file, safe to show, and one line that names it."""

from __future__ import annotations

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from tui_reader import __version__
from tui_reader.display import displayable
from tui_reader.messages import _


def report(error: BaseException) -> str:
    """Write the report, readable by its owner only for an article's words may be in it; returns the line to say."""
    now = datetime.now(UTC)
    lines = [
        f"tui-reader {__version__}, Python {platform.python_version()}, {platform.platform()}, {now.isoformat()}",
        *traceback.format_exception(error),
    ]
    kind = type(error).__name__
    try:
        path = _write(f"crash-{now:%Y%m%dT%H%M%S}-{os.getpid()}.txt", displayable("\n".join(lines)))
    except OSError:
        return _("tui-reader has a defect and had to stop ({kind})").format(kind=kind)
    return _("tui-reader has a defect and had to stop ({kind}); the report is in {path}").format(kind=kind, path=path)


def _write(name: str, text: str) -> Path:
    path = user_log_path("tui-reader", ensure_exists=True) / name
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return path
