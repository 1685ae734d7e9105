"""A document analysed by another process: it leaves the keys free, and the first article is ready sooner."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys

from tui_reader.model import Article, Correction, Document


class Analyst:
    """A child process that analyses one document, from the moment this is made."""

    def __init__(self, document: Document, corrections: tuple[Correction, ...] = ()) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tui_reader.analysis"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._question = pickle.dumps((document, corrections))
        assert self._child.stdin is not None  # noqa: S101 - it is a pipe
        with contextlib.suppress(BrokenPipeError):
            self._child.stdin.write(self._question)
            self._child.stdin.close()
        self._child.stdin = None

    def article(self, seconds: float | None = None) -> Article | None:
        """The article, None where the child failed or needs longer than `seconds`; can be asked again."""
        try:
            output, _ = self._child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return None
        if self._child.returncode:
            return None
        article: Article = pickle.loads(output)  # noqa: S301 - what our own child process wrote
        return article

    def stop(self) -> None:
        """End the child."""
        self._child.kill()
