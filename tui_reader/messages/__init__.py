"""Every word the program says, through gettext: `_` for a message, `ngettext` for a count, `N_` to mark a constant.

The catalogues are `LANGUAGE/LC_MESSAGES/tui_reader.po` and `.mo` in this folder.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "tui_reader"
FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.name for path in FOLDER.iterdir() if (path / "LC_MESSAGES").is_dir()))

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def activate(language: str | None = None) -> None:
    """Speak `language` (a name in `LANGUAGES`), or that of the user's locale."""
    global _catalogue  # noqa: PLW0603 - one program speaks one language at a time
    wanted = [language] if language else None
    _catalogue = _gettext.translation(DOMAIN, FOLDER, wanted, fallback=True)


def spoken() -> str:
    """The language that is spoken now, a name in `LANGUAGES`."""
    return _catalogue.info().get("language", "en")


def in_every_language(message: str) -> list[str]:
    """A message in each language that can be spoken."""
    return [_gettext.translation(DOMAIN, FOLDER, [language]).gettext(message) for language in LANGUAGES]


def _(message: str) -> str:
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message for `count`."""
    return _catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark `message` for the catalogues; it is translated where it is shown."""
    return message
