"""Read the name of a site from what its buttons say of it: "Contact Le Clairon", "Le Clairon newsletters"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from tui_reader.analysis.cleaning.bylines import is_person
from tui_reader.analysis.cleaning.line_features import Line, common_words, is_menu_word
from tui_reader.analysis.lexicon import every_language
from tui_reader.analysis.text.segmentation import fold

_MOST_WORDS = 6
_MOST_NAME_WORDS = 4
_FEWEST_LABELS = 2


def site_of_labels(texts: Iterable[str]) -> str | None:
    """The name that most buttons have, each with other words around it; None where fewer than two have one."""
    labels: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for text in texts:
        for name, label in _named(text):
            labels[fold(name)].add(label)
            names.setdefault(fold(name), name)
    best = max(labels, key=lambda name: len(labels[name]), default=None)
    return names[best] if best is not None and len(labels[best]) >= _FEWEST_LABELS else None


def _named(text: str) -> Iterable[tuple[str, str]]:
    """The names that a line may be about, with the words that stand around them on buttons."""
    parts = text.strip(" :").split()
    if not 1 < len(parts) <= _MOST_WORDS or text.rstrip()[-1] in ".?!":
        return
    folded = fold(" ".join(parts))
    starts = (start for start in _before_name() if folded.startswith(f"{start} "))
    ends = (end for end in _behind_name() if folded.endswith(f" {end}"))
    for start in starts:
        end = next((end for end in _behind_name() if folded.endswith(f" {end}")), "")
        length = len(start.split())
        yield from _name_alone(parts[length : len(parts) - len(end.split())], start)
    for end in ends:
        yield from _name_alone(parts[: -len(end.split())], end)


def _name_alone(parts: list[str], label: str) -> Iterable[tuple[str, str]]:
    """The words where they may be a name: with capitals, no entry of a menu and nobody's."""
    name = " ".join(parts)
    is_short = 0 < len(parts) <= _MOST_NAME_WORDS
    if not is_short or not parts[0][:1].isupper() or not parts[-1][:1].isupper() or is_person(name):
        return
    is_said = all(fold(part) in common_words() for part in parts)  # "About Us"
    if not is_said and not is_menu_word(Line.of(name)):
        yield name, label


@cache
def _before_name() -> tuple[str, ...]:
    return tuple(start for language in every_language() for start in language.cleaning.before_site_name)


@cache
def _behind_name() -> tuple[str, ...]:
    return tuple(end for language in every_language() for end in language.cleaning.behind_site_name)
