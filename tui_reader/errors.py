"""What can go wrong, as a tree.

TuiReaderError
├── AnalysisError    the analysis met a defect of its own with one text
├── ConfigError      an entry of the settings file that makes no sense
├── InputError       an input that cannot be read as an article
│   └── WireError    an address gave nothing that can be read
├── LexiconError     a file of a language's data lacks a key, has one too many, or a value of the wrong type
├── LibraryError     the file of what the reader did cannot be read or written
├── OutputError      standard output takes no more
└── TerminalError    no terminal to draw on or to read keys from
"""

from __future__ import annotations

from tui_reader.messages import _


class TuiReaderError(Exception):
    """The root of the program's own exceptions."""


class AnalysisError(TuiReaderError):
    """The analysis met a defect with the text of the input `name`, all of which is kept; `reason` names the report."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class ConfigError(TuiReaderError):
    """An entry of the settings file at `path` makes no sense; `line` counts from 1, None where it is not known.

    `message` and its `fields` become words when they are shown: the file is read before the language is known.
    """

    def __init__(self, path: str, line: int | None, message: str, **fields: str | int) -> None:
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message
        self.fields = fields

    @property
    def reason(self) -> str:
        """Why it makes no sense, in the user's language."""
        words = _(self.message)
        return words.format(**self.fields) if self.fields else words

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.reason}"


class InputError(TuiReaderError):
    """An input cannot be read as an article: `name` is the input, `reason` says why, in the user's language."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)  # as it is made again from: it comes out of other processes
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class WireError(InputError):
    """The address `name` gave nothing that can be read; `reason` says why, in the user's language.

    `status` is what the server answered, None where it did not; `is_gone`: it says that nothing will stand there any
    more; `is_silent`: it could not be reached, or did not answer in time. `retry_after` is how many seconds it asks to
    wait, None where it does not say.
    """

    def __init__(
        self,
        address: str,
        reason: str,
        *,
        status: int | None = None,
        is_gone: bool = False,
        is_silent: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(address, reason)
        self.status = status
        self.is_gone = is_gone
        self.is_silent = is_silent
        self.retry_after = retry_after


class OutputError(TuiReaderError):
    """Standard output takes no more, a full disk say; the message is the system's reason."""


class TerminalError(TuiReaderError):
    """There is no terminal to draw on or to read keys from; the message says which, in the user's language."""


class LexiconError(TuiReaderError):
    """The file of a language's data at `path`, relative to the lexicon, has a defect at `key`, "" for all of it.

    Only who changes that data meets this, so it is in English alone.
    """

    def __init__(self, path: str, key: str, problem: str) -> None:
        super().__init__(f"{path}: {key} {problem}" if key else f"{path} {problem}")
        self.path = path
        self.key = key


class QueryError(TuiReaderError):
    """A query makes no sense at a `position`, in code points from 0; `message` and its `fields` become words."""

    def __init__(self, query: str, position: int, message: str, **fields: str) -> None:
        super().__init__(query, position, message)
        self.query = query
        self.position = position
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        words = _(self.message).format(**self.fields)
        return _("character {position}: {reason}").format(position=self.position + 1, reason=words)


class LibraryError(TuiReaderError):
    """The file at `path` of what the reader did cannot be read or written; `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
