"""The ways to a clipboard, and what is known to have happened.

pyperclip only names the tool: its own copy hides the tool's exit status and waits for ever, so the tool is run here, in
a session of its own, killed after two seconds, its exit code checked. The terminal's own way (OSC 52) is handed in as a
writer; that a terminal obeyed it can never be known, so it is only said to be sent.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from tui_reader.display import display_lines

PATIENCE = 2.0  # seconds that a clipboard tool gets
MOST_FOR_TERMINAL = 74_000  # bytes that terminals take by OSC 52

_TOOLS: dict[str, tuple[str, ...]] = {
    "copy_xclip": ("xclip", "-selection", "clipboard"),
    "copy_xsel": ("xsel", "--clipboard", "--input"),
    "copy_wl": ("wl-copy",),
    "copy_osx_pbcopy": ("pbcopy",),
    "copy_klipper": ("qdbus", "org.kde.klipper", "/klipper", "setClipboardContents"),
    "copy_wsl": ("clip.exe",),
}


class Outcome(msgspec.Struct, frozen=True):
    """What is known: `copied` by the tool `by`, `sent` to the terminal, `saved` to the file `by`, or `failed`."""

    how: Literal["copied", "sent", "saved", "failed"]
    by: str = ""


def copy(text: str, to_terminal: Callable[[str], None], environment: Mapping[str, str] = os.environ) -> Outcome:
    """Bring `text`, made safe to paste, to a clipboard by the first way that works. May take some seconds.

    `to_terminal` writes the OSC 52 sequence for a text. Over SSH the terminal's clipboard is the user's own, so it
    comes first.
    """
    safe = display_lines(text).strip("\n")
    fits = len(safe.encode("utf-8", "replace")) <= MOST_FOR_TERMINAL
    remote = bool(environment.get("SSH_TTY") or environment.get("SSH_CONNECTION"))
    ways: list[Sequence[str]] = [] if remote else [tool for tool in [native_tool()] if tool]
    if environment.get("TMUX"):
        ways.append(("tmux", "load-buffer", "-w", "-"))
    if remote and fits:
        to_terminal(safe)
        for way in ways:
            run_tool(way, safe)
        return Outcome("sent")
    for way in ways:
        if run_tool(way, safe):
            return Outcome("copied", way[0])
    if fits:
        to_terminal(safe)
        return Outcome("sent")
    return _save(safe)


def native_tool() -> tuple[str, ...] | None:
    """The argument list of the clipboard tool that pyperclip finds on this machine, None where it finds none."""
    import pyperclip  # noqa: PLC0415 - looks for tools when imported

    function, _ = pyperclip.determine_clipboard()
    return _TOOLS.get(getattr(function, "__name__", ""))


def run_tool(arguments: Sequence[str], text: str) -> bool:
    """Whether the tool took `text` from its standard input and ended well in time.

    A tool that has gone to the background after its success lives on.
    """
    data = text.encode("utf-16-le" if arguments[0] == "clip.exe" else "utf-8", "replace")
    try:
        child = subprocess.Popen(  # noqa: S603 - a tool of the table above, without a shell
            [*arguments, *([text] if arguments[0] == "qdbus" else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        child.communicate(data, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return False
    return child.returncode == 0


def _save(text: str) -> Outcome:
    """Keep a text that no clipboard takes in a file of the user's own."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="tui-reader-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(text)
    except OSError:
        return Outcome("failed")
    return Outcome("saved", file.name)
