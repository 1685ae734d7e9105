"""A program on a terminal of its own: keys in, screen and bytes out."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyte

# What Textual itself writes: colours, cursor, modes, its questions to the terminal, and the pointer's shape.
_OWN = re.compile(
    rb"\x1b\[[\d;]*m|\x1b\[\d+;\d+H|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2031|2048)[hl]"
    rb"|\x1b\[\?\d+\$p|\x1b\[[<>=]\d*u|\x1b\]22;[a-z-]*\x07|\r|\n"
)
_CLIPBOARD = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_CONTROL = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[P^_X][^\x1b]*(?:\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.?"
    rb"|[\x00-\x1a\x1c-\x1f\x7f]",
    re.DOTALL,
)
_HIDDEN = re.compile(
    "[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def foreign(output: bytes, *, clipboard: bool = False) -> list[bytes]:
    """Every control token in what a program wrote that Textual itself does not write, and every hidden code point."""
    found = foreign_tokens(output, clipboard=clipboard)
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?2004h", b"\x1b[?2004l")):
        found += [off] * (output.count(off) - output.count(on))
    return found


def foreign_tokens(output: bytes, *, clipboard: bool = False) -> list[bytes]:
    """As `foreign`, for a part of what was written: modes may be left that were entered before it."""
    found = [
        token.group()
        for token in _CONTROL.finditer(output)
        if not (_OWN.fullmatch(token.group()) or (clipboard and _CLIPBOARD.fullmatch(token.group())))
    ]
    return found + [match.group().encode() for match in _HIDDEN.finditer(output.decode("utf-8", "replace"))]


class Terminal:
    """Runs a command on a pseudo-terminal and plays the terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 36),
        environment: Mapping[str, str] | None = None,
        stdin: int | None = None,
        stderr: int | None = None,
        echo: bool = True,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._unseen = b""  # what was written since somebody last looked at the screen
        self._output = bytearray()
        self.master, self._slave = pty.openpty()
        os.set_blocking(self.master, False)
        self.resize(*size)
        if not echo:  # what is typed while no program reads it is not shown, and no signal
            settings = termios.tcgetattr(self._slave)
            settings[3] &= ~(termios.ECHO | termios.ISIG)
            termios.tcsetattr(self._slave, termios.TCSANOW, settings)
        self.before = termios.tcgetattr(self._slave)
        base = {
            k: v
            for k, v in os.environ.items()
            if k not in ("NO_COLOR", "CI", "COLUMNS", "LINES", "TMUX", "SSH_TTY", "SSH_CONNECTION", "DISPLAY")
        }
        base |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        self.started = self.sent = time.monotonic()
        self.process = subprocess.Popen(
            command,
            stdin=self._slave if stdin is None else stdin,
            stdout=self._slave,
            stderr=self._slave if stderr is None else stderr,
            env={**base, **(environment or {})},
            preexec_fn=self._take_terminal,  # noqa: PLW1509 - these tests run no threads
            close_fds=True,
        )

    def _take_terminal(self) -> None:
        os.setsid()
        fcntl.ioctl(self._slave, termios.TIOCSCTTY, 0)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def send(self, keys: str | bytes, seconds: float = 30) -> None:
        """Type; what the program writes meanwhile is taken, or neither would get on where both have much to say."""
        left = keys.encode() if isinstance(keys, str) else keys
        self.sent = time.monotonic()
        while left and self.process.poll() is None:
            readable, writable, _ = select.select([self.master], [self.master], [], 0.5)
            if readable:
                self.take(0)
            if writable:
                with contextlib.suppress(BlockingIOError):  # there was room for less than a key
                    left = left[os.write(self.master, left[:1024]) :]
            elif time.monotonic() > self.sent + seconds:
                raise AssertionError(f"takes no more keys\n{self.text}")
            self.wake()

    def wake(self) -> None:
        """Have the program go on where it has suspended itself, as `fg` does in a shell."""
        stopped = os.WSTOPPED | os.WNOHANG
        if self.process.poll() is None and os.waitid(os.P_PID, self.process.pid, stopped):
            self.process.send_signal(signal.SIGCONT)

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def pump(self, seconds: float) -> None:
        """Take what the program writes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not self.take(left):
                return

    def take(self, seconds: float) -> bool:
        """Take what the program writes next; whether anything came in so long."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            data = os.read(self.master, 65536)
            self._output += data
            self._unseen += data
        return bool(ready)

    def drain(self, quiet: float, seconds: float) -> None:
        """Take what the program writes until it has been quiet for a while, but no longer than so many seconds."""
        end = time.monotonic() + seconds
        while self.take(quiet) and time.monotonic() < end:
            pass

    @property
    def output(self) -> bytes:
        """All that the program wrote."""
        return bytes(self._output)

    def output_from(self, start: int) -> bytes:
        """What it wrote from some byte on."""
        return bytes(self._output[start:])

    @property
    def written(self) -> int:
        """How many bytes it wrote."""
        return len(self._output)

    @property
    def text(self) -> str:
        seen = re.sub(rb"\x1b\[[<>=]\d*u|\x1b\[\?\d+\$p|\x1b\]22;[a-z-]*\x07", b"", self._unseen)
        self._unseen = b""
        self._stream.feed(seen)
        # pyte's own `display` fails on half of a wide character
        cells = range(self.screen.columns)
        lines = ("".join(self.screen.buffer[row][cell].data for cell in cells) for row in range(self.screen.lines))
        return "\n".join(line.rstrip() for line in lines)

    def look_away(self) -> None:
        """Forget what stands on the screen, and what was written and not looked at: it is drawn anew after a resize."""
        self._unseen = b""
        self.screen.reset()

    def wait_for(self, wanted: str | Callable[[], bool], seconds: float = 15) -> float:
        """Wait until a text stands on the screen or something holds; returns the seconds since the start."""
        happened: Callable[[], bool] = (lambda: wanted in self.text) if isinstance(wanted, str) else wanted
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if happened():
                return time.monotonic() - self.started
            self.take(0.02)
        raise AssertionError(f"never on the screen: {wanted!r}\n{self.text}")

    def wait_for_end(self, seconds: float = 10) -> int:
        """The exit status; fails when the program goes on."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.pump(0.02)
        if self.process.poll() is None:
            raise AssertionError(f"still running\n{self.text}")
        while self.take(0.05):  # what it wrote last may take a while to read
            pass
        return self.process.returncode

    def settings(self) -> list[Any]:
        return termios.tcgetattr(self._slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program, and take the terminal away."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self._slave):
            with contextlib.suppress(OSError):  # it was taken away before
                os.close(descriptor)
