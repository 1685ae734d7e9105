"""Imports go one way, and only the screen knows Textual."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui_reader
from tests.corpus import ROOT

PACKAGE = Path(tui_reader.__file__).parent
FLOORS = {  # a module may import from its own room and from lower floors
    "model": 0, "errors": 0, "display": 0, "messages": 0, "archives": 0, "crash": 0,
    "analysis": 1, "ingest": 1,
    "library": 2, "export": 2, "clipboard": 2, "config": 2,
    "ui": 3,
    "cli": 4, "__main__": 5,
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def room(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    here = path.relative_to(PACKAGE).with_suffix("").parts[0]
    for module in imports(path):
        if module.split(".")[0] in ("textual", "rich"):
            assert here == "ui", module
        if module == "pyperclip":
            assert here == "clipboard"
        if module.startswith("tui_reader.") and here != "__init__":
            there = room(module)
            assert there == here or FLOORS[there] < FLOORS[here] or (FLOORS[there] == FLOORS[here] == 0), module


@pytest.mark.parametrize("path", sorted((PACKAGE / "analysis").rglob("*.py")), ids=lambda path: path.name)
def test_analysis_reads_no_clock_and_has_no_randomness(path: Path) -> None:
    assert not set(imports(path)) & {"time", "random", "os", "socket", "subprocess", "tempfile"}


def test_extract_loads_neither_textual_nor_rich() -> None:
    sample = str(ROOT / "assets" / "samples" / "guerre-des-phares.txt")
    code = (
        "import sys; from tui_reader.cli import main; status = main(['extract', sys.argv[1]]); "
        "print(sorted({'textual', 'rich', 'pyperclip', 'asyncio'} & set(sys.modules)), status, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, sample], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[] 0"


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.name)
def test_no_text_meets_a_markup_parser(path: Path) -> None:
    """Widgets get `Content`, never a plain string that would be read as markup."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr != "from_markup", path
            assert node.attr != "escape" or ast.unparse(node.value) == "re", path
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "notify"
            and node.args
        ):
            assert any(word.arg == "markup" for word in node.keywords), path
        if isinstance(node, ast.Assign):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            if names & {"border_title", "border_subtitle", "tooltip"}:
                assert isinstance(node.value, ast.Call), path
                assert ast.unparse(node.value.func) in ("content", "present.content"), path
