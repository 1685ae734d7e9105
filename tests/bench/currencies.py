"""Derives the names and codes of currencies in the lexicon from Babel's CLDR data: `python -m tests.bench.currencies`.

For each language it writes `currencies.toml`, and the codes into that of `mul`. What the press writes besides (`$`,
`dollars`, `C$`) stands in `figures.toml`, by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from babel.core import get_global
from babel.numbers import get_currency_name

from tui_reader.analysis.lexicon import COMMON, FOLDER, languages
from tui_reader.analysis.text.segmentation import fold

ONE, MANY = 1, 100  # of how many the forms of a name are asked for

_HEAD = """# {what}. Written by `python -m tests.bench.currencies`.
# From the Unicode CLDR, <https://cldr.unicode.org>, © Unicode, Inc., under the Unicode License v3.
"""


def current_codes() -> list[str]:
    """The ISO 4217 codes of the currencies that are legal tender somewhere."""
    uses = [use for uses in get_global("territory_currencies").values() for use in uses]
    return sorted({code for code, _start, end, is_tender in uses if is_tender and end is None})


def names_of(code: str, language: str) -> list[str]:
    """The names of a currency, for one and for many, as the lexicon writes them; none that needs an explanation."""
    names = dict.fromkeys(fold(get_currency_name(code, count, locale=language)) for count in (ONE, MANY))
    return [name for name in names if "(" not in name and name != fold(code)]


def as_toml(what: str, entries: Mapping[str, Iterable[str]], table: str = "") -> str:
    """A file of arrays, with what it holds in its first line."""
    lines = [f"{key} = {json.dumps(list(words), ensure_ascii=False)}" for key, words in entries.items()]
    return "\n".join([_HEAD.format(what=what), *[f"[{table}]"] * bool(table), *lines, ""])


def main() -> None:
    codes = current_codes()
    files = {COMMON: as_toml("Codes of currencies", {"codes": map(fold, codes)})}
    for language in languages():
        names = {code: names_of(code, language) for code in codes}
        files[language] = as_toml(
            "Names of currencies", {code: found for code, found in names.items() if found}, "names"
        )
    for folder, content in files.items():
        (FOLDER / folder / "currencies.toml").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
