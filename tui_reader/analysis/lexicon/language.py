"""A folder of the lexicon: the only place where its TOML files are opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import ClassVar, TypeVar

import tomli

from tui_reader.analysis.lexicon import schema
from tui_reader.analysis.lexicon.tables import Table, read_table
from tui_reader.errors import LexiconError

T = TypeVar("T", bound=Table)


class LexiconFolder:
    """A folder of TOML files, each read and held against its schema when it is first asked for."""

    files: ClassVar[Mapping[str, type[Table]]] = {}
    """The files that belong into the folder, without their suffix."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def check(self) -> None:
        """Read every file. Raises LexiconError for the first that does not hold what its schema says."""
        for name in self.files:
            self._table(name)
        for path in sorted(self.folder.glob("*.toml")):
            if path.stem not in self.files:
                raise LexiconError(self._name(path.stem), "", "is not a file of the lexicon")

    def _read(self, name: str, kind: type[T]) -> T:
        """The file `name` as the table that its schema says it is."""
        table = self._table(name)
        if not isinstance(table, kind):
            raise TypeError(f"{name} is read as {type(table).__name__}, not as {kind.__name__}")
        return table

    def _table(self, name: str) -> Table:
        path = self.folder / f"{name}.toml"
        try:
            data = tomli.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise LexiconError(self._name(name), "", "is missing") from None
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(self._name(name), "", str(error)) from error
        return read_table(self.files[name], data, self._name(name))

    def _name(self, name: str) -> str:
        return f"{self.folder.name}/{name}.toml"


class Language(LexiconFolder):
    """What the lexicon knows of one language, a table for each file."""

    files = schema.FILES

    @property
    def code(self) -> str:
        """Its BCP 47 code, after which the folder is named."""
        return self.folder.name

    @cached_property
    def about(self) -> schema.About:
        """What tells the language, and how its words and sentences end."""
        return self._read("language", schema.About)

    @cached_property
    def dates(self) -> schema.Dates:
        """Dates and times of day."""
        return self._read("dates", schema.Dates)

    @cached_property
    def names(self) -> schema.FirstNames:
        """First names."""
        return self._read("names", schema.FirstNames)

    @cached_property
    def nouns(self) -> schema.Nouns:
        """Nouns by what they stand for."""
        return self._read("nouns", schema.Nouns)

    @cached_property
    def verbs(self) -> schema.Verbs:
        """Verbs as lemmas, and how they are inflected."""
        return self._read("verbs", schema.Verbs)

    @cached_property
    def speech(self) -> schema.Speech:
        """Closed words, and those around reported speech."""
        return self._read("speech", schema.Speech)

    @cached_property
    def headlines(self) -> schema.Headlines:
        """What tells wordings of a headline apart."""
        return self._read("headlines", schema.Headlines)

    @cached_property
    def figures(self) -> schema.Figures:
        """Numbers in words, units and what stands around them."""
        return self._read("figures", schema.Figures)

    @cached_property
    def currencies(self) -> schema.CurrencyNames:
        """Names of currencies."""
        return self._read("currencies", schema.CurrencyNames)

    @cached_property
    def cleaning(self) -> schema.Cleaning:
        """Words by which lines that are not the article are known."""
        return self._read("cleaning", schema.Cleaning)

    @cached_property
    def evidence(self) -> schema.Evidence:
        """By what figures of several articles are held against each other."""
        return self._read("evidence", schema.Evidence)

    @property
    def word_list(self) -> Path:
        """Where its word list is, if it has one."""
        return self.folder / "words.gz"


class CommonData(LexiconFolder):
    """What is the same for every language."""

    files = schema.COMMON_FILES

    @cached_property
    def dates(self) -> schema.CommonDates:
        """Time zones."""
        return self._read("dates", schema.CommonDates)

    @cached_property
    def currencies(self) -> schema.CurrencyCodes:
        """Codes of currencies."""
        return self._read("currencies", schema.CurrencyCodes)

    @cached_property
    def figures(self) -> schema.CommonFigures:
        """Signs of currencies, and what identifies a firm or a book."""
        return self._read("figures", schema.CommonFigures)

    @cached_property
    def names(self) -> schema.CommonNames:
        """Parts of names."""
        return self._read("names", schema.CommonNames)

    @cached_property
    def cleaning(self) -> schema.CommonCleaning:
        """Host names, and the numbers by which cleaning decides."""
        return self._read("cleaning", schema.CommonCleaning)

    @cached_property
    def archives(self) -> schema.Archives:
        """How archives label what they export."""
        return self._read("archives", schema.Archives)
