"""The house stays in order: small classes, no god screen, names that say what a value is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import tui_reader
from tui_reader.ui.screens.reader import ReaderScreen

PACKAGE = Path(tui_reader.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_CLASS_LINES = 300
MOST_SCREEN_METHODS = 30
NON_NAMES = frozenset({"at", "words", "found", "rules", "told", "one", "there"})
"""Names that say nothing of the value they hold."""
LONGEST_SPAN = 5  # lines in which such a name may be used: what it holds is then plain to see


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def relative(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_class_is_long(path: Path) -> None:
    classes = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    long = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in classes}
    assert {name: lines for name, lines in long.items() if lines > MOST_CLASS_LINES} == {}


def test_the_reader_screen_is_composed() -> None:
    own = [name for name, value in vars(ReaderScreen).items() if callable(value)]
    assert len(own) < MOST_SCREEN_METHODS, own


def test_every_module_says_what_it_is_for() -> None:
    assert [relative(path) for path in MODULES if not ast.get_docstring(parsed(path))] == []


def locals_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, int]]:
    """Each use of a local name, an argument or a variable, with its line."""
    for node in ast.walk(function):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_names_that_say_nothing_do_not_last(path: Path) -> None:
    """`words` on a string of words is a name; on whatever is at hand, over half a page, it is none."""
    lasting = []
    for function in ast.walk(parsed(path)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            lines: dict[str, list[int]] = {}
            for name, line in locals_of(function):
                lines.setdefault(name, []).append(line)
            lasting += [
                f"{function.name}: {name}"
                for name, used in lines.items()
                if name in NON_NAMES and max(used) - min(used) >= LONGEST_SPAN
            ]
    assert lasting == []
