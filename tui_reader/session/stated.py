"""What the user says beforehand of all articles of a path: on the command line, or of a folder in the settings."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui_reader.ingest.input_list import STDIN, is_address
from tui_reader.library.values import ArticleKey
from tui_reader.model import CorrectedField, Correction
from tui_reader.session.corrections import Corrections

Facts = Mapping[CorrectedField, str]
"""Values of fields of an article's head."""


class Stated:
    """`of_folders` gives what the settings say of what stands at or below a path, `of_all` what holds everywhere."""

    def __init__(self, of_folders: Mapping[str, Facts], of_all: Facts) -> None:
        self._of_folders = {os.path.realpath(path): facts for path, facts in of_folders.items()}
        self._of_all = of_all

    def __bool__(self) -> bool:
        return bool(self._of_folders or self._of_all)

    def of(self, path: str) -> tuple[Correction, ...]:
        """What is said of the articles of an input; of a nearer folder before that of one around it."""
        facts: dict[CorrectedField, str] = {}
        for folder in _folders_of(path):
            facts.update(self._of_folders.get(folder, {}))
        facts.update(self._of_all)
        return tuple(Correction("article", field, value) for field, value in facts.items())


def corrections_of(where: ArticleKey, path: str, kept: Corrections, stated: Stated) -> tuple[Correction, ...]:
    """All that is said of an article: beforehand of its path, then of itself."""
    return (*stated.of(path), *(one.correction for one in kept.of(where)))


def _folders_of(path: str) -> list[str]:
    """A path and the folders around it, from the outermost to itself; none of standard input and of the web."""
    if path == STDIN or is_address(path):
        return []
    whole = os.path.realpath(path)
    around = [whole]
    while os.path.dirname(around[-1]) != around[-1]:
        around.append(os.path.dirname(around[-1]))
    return around[::-1]
