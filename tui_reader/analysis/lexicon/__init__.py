"""What the analysis knows of each language: one folder of TOML files a language, read and checked when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.analysis.lexicon.language import CommonData, Language

FOLDER = Path(__file__).parent
COMMON = "mul"
"""The code, of ISO 639, of what is the same for every language."""

_folders: dict[str, Path] = {}  # of the languages that are not the package's own


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a lexicon for, as BCP 47 codes."""
    own = (path.name for path in FOLDER.iterdir() if (path / "language.toml").is_file())
    return tuple(sorted({*own, *_folders}))


@cache
def language_of(code: str) -> Language:
    """The language that `languages` gives as `code`."""
    from tui_reader.analysis.lexicon.language import Language  # noqa: PLC0415 - the first paint needs no table

    return Language(_folders.get(code, FOLDER / code))


def language_name(code: str, spoken: str) -> str:
    """The name of a language in the language that is `spoken`; where that has none for it, what it calls itself."""
    about = language_of(code).about
    return about.names.get(spoken, about.name)


def every_language() -> tuple[Language, ...]:
    """All languages that there is a lexicon for."""
    return tuple(map(language_of, languages()))


@cache
def common_data() -> CommonData:
    """What is the same for every language."""
    from tui_reader.analysis.lexicon.language import CommonData  # noqa: PLC0415 - the first paint needs no table

    return CommonData(FOLDER / COMMON)


def add_language(folder: Path) -> None:
    """Make the language in `folder`, which is named after its code, known to the analysis.

    This tries a language that is not the package's own. It must come before the first text is read: what all
    languages say together is gathered once.
    """
    _folders[folder.name] = folder
    languages.cache_clear()
    language_of.cache_clear()
