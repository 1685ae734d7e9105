"""What can go wrong, as a tree.

TuiReaderError
├── AnalysisError    the analysis met a defect of its own with one text
├── ConfigError      an entry of the settings file that makes no sense
├── InputError       an input that cannot be read as an article
├── LibraryError     the file of what the reader did cannot be read or written
├── OutputError      standard output takes no more
└── TerminalError    no terminal to draw on or to read keys from
"""

from __future__ import annotations


class TuiReaderError(Exception):
    """The root of the program's own exceptions."""


class AnalysisError(TuiReaderError):
    """The analysis met a defect with the text of the input `name`, all of which is kept; `reason` names the report."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class ConfigError(TuiReaderError):
    """An entry of the settings file at `path` makes no sense; `line` counts from 1, None where it is not known."""

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.line = line
        self.reason = reason


class InputError(TuiReaderError):
    """An input cannot be read as an article: `name` is the input, `reason` says why, in the user's language."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class OutputError(TuiReaderError):
    """Standard output takes no more, a full disk say; the message is the system's reason."""


class TerminalError(TuiReaderError):
    """There is no terminal to draw on or to read keys from; the message says which, in the user's language."""


class LibraryError(TuiReaderError):
    """The file at `path` of what the reader did cannot be read or written; `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
