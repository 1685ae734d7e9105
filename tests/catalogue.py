"""The catalogues in step with the program: `python -m tests.catalogue` updates the .po files and compiles them."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tui_reader.messages import DOMAIN, FOLDER, LANGUAGES

PACKAGE = FOLDER.parent
_MAGIC, _HEADER = 0x950412DE, struct.Struct("<7I")
_LEFT_OUT = tuple(
    f'"{name}'.encode()
    for name in (
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator",
        "Language-Team", "Generated-By",
    )
)  # fmt: skip
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
    """The catalogue as gettext reads it (GNU gettext manual, "The Format of GNU MO Files").

    Written here, for Babel puts its own version into the file.
    """
    header = (
        f"Language: {catalog.locale}\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: {catalog.plural_forms}\n"
    )
    entries = {b"": header.encode()}
    for message in catalog:
        if message.id:
            entries[_joined(message.id)] = _joined(message.string)
    ids = sorted(entries)
    texts = [*ids, *(entries[one] for one in ids)]
    start = _HEADER.size + 8 * len(texts)
    places = []
    for text in texts:
        places += [len(text), start]
        start += len(text) + 1
    tables = struct.pack(f"<{len(places)}I", *places)
    head = _HEADER.pack(_MAGIC, 0, len(ids), _HEADER.size, _HEADER.size + 8 * len(ids), 0, start)
    return head + tables + b"".join(text + b"\0" for text in texts)


def _joined(forms: str | Sequence[str] | None) -> bytes:
    """A message, or the forms of one, as they stand in the file."""
    return (forms if isinstance(forms, str) else "\0".join(forms or ())).encode()


def source(catalog: Catalog) -> bytes:
    """The catalogue as a .po file whose header names neither a tool nor a time."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, ignore_obsolete=True, include_lineno=False, sort_output=True)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_LEFT_OUT)).lstrip()


def update() -> None:
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template(), no_fuzzy_matching=True)
        if language == "en":
            for message in catalog:
                if message.id and not any(message.string or ""):
                    message.string = message.id
        path_of(language, "po").write_bytes(source(catalog))
        path_of(language, "mo").write_bytes(compiled(read(language)))


if __name__ == "__main__":
    update()
