"""The catalogues in step with the program: `python -m tests.catalogue` updates the .po files and compiles them."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui_reader.messages import DOMAIN, FOLDER, LANGUAGES

PACKAGE = FOLDER.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def template() -> Catalog:
    """Every message that the program's source holds."""
    catalog = Catalog(project="tui-reader", charset="utf-8")
    for file, _line, message, comments, _context in extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS):
        catalog.add(message, None, [(file, 1)], auto_comments=comments)
    return catalog


def path_of(language: str, suffix: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def read(language: str) -> Catalog:
    with path_of(language, "po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update() -> None:
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template(), no_fuzzy_matching=True)
        if language == "en":
            for message in catalog:
                if message.id and not any(message.string or ""):
                    message.string = message.id
        with path_of(language, "po").open("wb") as file:
            write_po(file, catalog, omit_header=False, ignore_obsolete=True, include_lineno=False, sort_output=True)
        path_of(language, "mo").write_bytes(compiled(read(language)))


if __name__ == "__main__":
    update()
