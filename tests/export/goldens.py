"""What `extract` and `--plain` print: `python -m tests.export.goldens` writes it anew.

It is to be read before it is committed. Each text shows one feature of the contract.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse, unanalysed
from tui_reader.export.contract import as_json
from tui_reader.export.plain import as_plain
from tui_reader.ingest.sources import read
from tui_reader.messages import LANGUAGES, activate
from tui_reader.model import Article

FOLDER = Path(__file__).parent / "golden"
TEXTS = Path(__file__).parent / "texts"
ARCHIVE = ROOT / "tests" / "corpus" / "archives" / "nexis.txt"
INPUTS = {**{path.stem: path for path in sorted(TEXTS.iterdir())}, "archive": ARCHIVE}


def articles(name: str) -> list[Article]:
    """The articles of a text, its path given as its name alone."""
    path = INPUTS[name]
    with contextlib.chdir(path.parent):
        documents = read(path.name)
    return [unanalysed(one) if name == "unanalysed" else analyse(one) for one in documents]


def extracted(name: str) -> str:
    """What `extract` prints of a text, indented."""
    return json.dumps([as_json(one) for one in articles(name)], ensure_ascii=False, indent=1) + "\n"


def plain(name: str, language: str) -> str:
    """What `--plain` prints of a text when the program speaks `language`."""
    with speaking(language):
        return "\n".join(as_plain(one) + "\n" for one in articles(name))


@contextlib.contextmanager
def speaking(language: str) -> Iterator[None]:
    """The program speaks `language` meanwhile, and English after."""
    activate(language)
    try:
        yield
    finally:
        activate("en")


def goldens() -> dict[Path, str]:
    """Every golden file, with what belongs in it."""
    found = {FOLDER / f"{name}.json": extracted(name) for name in INPUTS}
    found |= {FOLDER / f"{name}.{language}.txt": plain(name, language) for name in INPUTS for language in LANGUAGES}
    return found


def main() -> None:
    wanted = goldens()
    for path in FOLDER.iterdir():
        if path not in wanted:
            os.unlink(path)
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
