"""Imports go one way, and only the screen knows Textual."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import tui_reader
from tests.corpus import ROOT

PACKAGE = Path(tui_reader.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_contracts_of_the_layers_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """They stand in pyproject.toml; `lint-imports` names each import that breaks one."""
    kept = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert kept == 0, capsys.readouterr().out


def test_pyperclip_is_asked_in_one_place() -> None:
    users = [path.name for path in MODULES if "pyperclip" in imports(path)]
    assert users == ["clipboard.py"]


@pytest.mark.parametrize("path", sorted((PACKAGE / "analysis").rglob("*.py")), ids=lambda path: path.name)
def test_analysis_reads_no_clock_and_has_no_randomness(path: Path) -> None:
    assert not set(imports(path)) & {"time", "random", "os", "socket", "subprocess", "tempfile"}


def printed_by(code: str) -> str:
    """What code prints in a process of its own, which has loaded nothing yet."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_extract_loads_neither_textual_nor_rich() -> None:
    sample = str(ROOT / "assets" / "samples" / "guerre-des-phares.txt")
    code = (
        "import sys; from tui_reader.cli import main; status = main(['extract', sys.argv[1]]); "
        "print(sorted({'textual', 'rich', 'pyperclip', 'asyncio'} & set(sys.modules)), status, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, sample], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[] 0"


def test_the_reader_paints_without_the_lexicon_and_the_parser_of_queries() -> None:
    """The first article is analysed in another process, while this one loads Textual."""
    code = (
        "import sys; import tui_reader.cli.read, tui_reader.ui.terminal, tui_reader.library.index.opening; "
        "from tui_reader.model import Article, Block, Document, Source, Span; "
        "from tui_reader.ui.view.page import cleaned_page; "
        "by = Block('byline', Span(0, 8), 'Par Maud', says_only='Maud'); "
        "page = cleaned_page(Article(Document('1', Source(), by.text), byline='Maud', blocks=(by,)), ['Maud']); "
        "late = {'tui_reader.analysis.lexicon.language', 'tui_reader.analysis.cleaning', 'tui_reader.evidence.things', "
        "'tui_reader.wire.address', 'luqum', 'tomli', 'ssl'}; "
        "print(sorted(late & set(sys.modules)), repr(page.text))"
    )
    assert printed_by(code) == "[] ''"


def test_httpx_is_loaded_when_something_is_asked_for() -> None:
    """Not for the command line, the session and the screen, but for the process that asks the network."""
    code = (
        "import importlib, pkgutil, sys; import tui_reader.cli, tui_reader.session, tui_reader.ui.app; "
        "[importlib.import_module(one.name) for one in pkgutil.walk_packages(tui_reader.session.__path__, "
        "'tui_reader.session.') if not one.name.endswith('.web_worker')]; "
        "import tui_reader.wire.address, tui_reader.wire.answer, tui_reader.wire.content, tui_reader.wire.rules; "
        "print(sorted({'httpx', 'httpcore', 'anyio', 'idna'} & set(sys.modules)))"
    )
    assert printed_by(code) == "[]"


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.name)
def test_no_text_meets_a_markup_parser(path: Path) -> None:
    """Widgets get `Content`, never a plain string that would be read as markup."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr != "from_markup", path
            assert node.attr != "escape" or ast.unparse(node.value) == "re", path
        if isinstance(node, ast.Assign):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            if names & {"border_title", "border_subtitle", "tooltip"}:
                assert isinstance(node.value, ast.Call), path
                assert ast.unparse(node.value.func) in ("content", "render.content"), path
