"""Pasted text in what comes from the terminal: nothing in it is a key."""

from __future__ import annotations

START, END = "\x1b[200~", "\x1b[201~"
"""What terminals put around a paste that a program has asked for (bracketed paste)."""
ESCAPE_STAND_IN = "\N{SYMBOL FOR ESCAPE}"


class PasteGuard:
    """Takes what comes from a terminal, piece by piece, and puts a stand-in for each escape inside a paste.

    A paste may hold escape sequences; Textual's parser would take the first one for the end of the paste, and what
    follows for keys.
    """

    def __init__(self) -> None:
        self._in_paste = False
        self._seen = ""  # outside a paste: the last characters, which may begin its mark; they are handed on at once
        self._held = ""  # inside a paste: what may begin the mark of its end

    def feed(self, text: str) -> str:
        """The text as it may be parsed. No key is held back; the beginning of a mark inside a paste is."""
        safe: list[str] = []
        while text:
            if self._in_paste:
                before, found, text = (self._held + text).partition(END)
                before, self._held = (before, "") if found else _without_beginning(before, END)
                safe += [before.replace("\x1b", ESCAPE_STAND_IN), found]
                self._in_paste = not found
                continue
            start = (self._seen + text).find(START)
            end = start + len(START) - len(self._seen) if start >= 0 else len(text)
            self._in_paste = start >= 0
            self._seen = "" if self._in_paste else (self._seen + text)[1 - len(START) :]
            safe.append(text[:end])
            text = text[end:]
        return "".join(safe)


def _without_beginning(text: str, mark: str) -> tuple[str, str]:
    """The text without the beginning of a mark at its end, and that beginning."""
    length = next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)
    return text[: len(text) - length], text[len(text) - length :]
