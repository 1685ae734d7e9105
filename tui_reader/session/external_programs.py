"""Programs outside: the reader's editor, and the browser. Argument lists only, no shell. No widget here."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from urllib.parse import urlsplit

_BROWSERS = ("xdg-open", "wslview", "open")


def editor_command(environment: Mapping[str, str], path: str) -> list[str]:
    """The argument list that opens a file in $VISUAL, else $EDITOR, else vi.

    The path is made absolute, so that none can be taken for an option: not every editor knows `--`.
    """
    import shlex  # noqa: PLC0415 - not needed to paint

    command: list[str] = []
    for name in ("VISUAL", "EDITOR"):
        try:
            command = command or shlex.split(environment.get(name, ""))
        except ValueError:  # an open quotation mark
            continue
    return [*(command or ["vi"]), os.path.abspath(path)]


def web_host(url: str | None) -> str | None:
    """The host of an http or https address, None for any other."""
    try:
        parts = urlsplit(url or "")
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def open_in_browser(url: str) -> bool:
    """Hand an address to the system's browser; False where no way to one is known."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if program is None:
        return False
    nothing = subprocess.DEVNULL
    try:
        subprocess.Popen([program, url], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603 - a list, no shell
    except OSError:
        return False
    return True
