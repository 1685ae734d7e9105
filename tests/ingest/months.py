"""The names of months in the languages of archives' interfaces: `python -m tests.ingest.months` writes them anew."""

from __future__ import annotations

from babel import Locale

from tui_reader.ingest.formats.dates import MONTHS_FILE

LANGUAGES = (
    *("ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hu"),
    *("it", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"),
)
"""Those of which Factiva, Nexis and Europresse have an interface, or much press, and whose months have names."""
HEAD = """# The names of months, from the Unicode CLDR through Babel: `python -m tests.ingest.months` writes this file.
# Each month has the names and abbreviations that it has alone and in a date, in small letters, without points.
"""


def names(language: str, month: int) -> list[str]:
    """Every name that a month has in a language, sorted."""
    months = Locale.parse(language).months
    forms = (months[use][width][month] for use in ("format", "stand-alone") for width in ("wide", "abbreviated"))
    return sorted({form.lower().rstrip(".") for form in forms if not form.strip(".").isdigit()})


def written() -> str:
    """What belongs in the file."""
    lines = [HEAD]
    for language in LANGUAGES:
        lines.append(f"[{language}]")
        for month in range(1, 13):
            quoted = ", ".join(f'"{name}"' for name in names(language, month))
            lines.append(f"{month} = [{quoted}]")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    MONTHS_FILE.write_text(written(), encoding="utf-8")
