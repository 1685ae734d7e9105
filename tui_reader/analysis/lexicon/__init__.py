"""What the analysis knows of each language: one folder of TOML files a language, read when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a lexicon for, as BCP 47 codes."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if (path / "language.toml").is_file()))


@cache
def table(language: str, name: str) -> dict[str, Any]:
    """The data file `name` of `language` ("mul": of all of them together), as TOML gives it."""
    import tomllib  # noqa: PLC0415 - what paints the screen folds text, and needs no table for that

    return tomllib.loads((FOLDER / language / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_set(language: str, name: str, key: str) -> frozenset[str]:
    """The words of an array of strings, each of which may hold several, blank-separated."""
    return frozenset(word for entry in table(language, name)[key] for word in entry.split())
