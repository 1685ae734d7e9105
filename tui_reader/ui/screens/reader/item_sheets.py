"""The sheets of a quote and of a figure: what choosing each of their lines does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.messages import N_, _, spoken
from tui_reader.model import FALSE, TRUE, CorrectedField, Figure, Quote, Span, Subject
from tui_reader.session.correcting import ShownCorrections
from tui_reader.ui.view.lines import Line

if TYPE_CHECKING:
    from tui_reader.ui.screens.reader.screen import ReaderScreen

_OTHER = "…"
"""Chosen for a name that the reader types."""
_SPEECH = {True: N_("no speech any more; C lists it"), False: N_("speech")}
"""What is said when that which was speech, or was none, is changed."""


class ItemSheets:
    """Shows the sheet of a quote or a figure; `select` has the words of a quote selected anew."""

    def __init__(self, screen: ReaderScreen, corrections: ShownCorrections, select: Callable[[Quote], None]) -> None:
        self._screen = screen
        self._corrections = corrections
        self._select = select

    def show(self, item: Quote | Figure) -> None:
        """The sheet of a quote or a figure."""
        from tui_reader.ui.screens.sheet import Sheet  # noqa: PLC0415 - not needed to paint
        from tui_reader.ui.view.details import figure_lines, quote_lines  # noqa: PLC0415

        if self._corrections.corrected is None:
            return
        origin = self._corrections.corrected.origin(item)
        subject: Subject = "quote" if isinstance(item, Quote) else "figure"

        def lines() -> list[Line]:
            now, article = self._corrections.item(subject, origin), self._corrections.article
            corrections = self._corrections.of_item(subject, origin)
            if now is None or article is None:
                return []
            if isinstance(now, Quote):
                return quote_lines(now, article, corrections)
            return figure_lines(now, article, corrections)

        def change(field: object) -> bool:
            now = self._corrections.item(subject, origin)
            return now is not None and self._change_item(subject, origin, now, field)

        def take_back(field: object) -> None:
            together = ("speaker", "role") if field == "speaker" else (field,)
            corrections = self._corrections.of_item(subject, origin)
            self._corrections.drop(*(one for name, one in corrections.items() if name in together))

        title = _("Quote") if subject == "quote" else _("Figure")
        self._screen.app.push_screen(Sheet(title, lines, change, take_back))

    def _change_item(self, subject: Subject, origin: Span, item: Quote | Figure, field: object) -> bool:
        """Have a field of a quote or figure changed; whether its sheet stays."""
        match field, item:
            case "present", _item:
                deed = _("no quote any more") if subject == "quote" else _("no figure any more")
                self._corrections.correct(lambda correcting: correcting.no_item(item), deed)
                return False
            case "span", Quote():
                self._select(item)
                return False
            case "speaker", Quote(speaker=speaker, role=role):
                self._ask_name(
                    _("Speaker"), speaker, lambda name, role: self._name_speaker(origin, name, role), own_role=role
                )
            case "attribution", Figure(attribution=given_by):
                give = self._giving(subject, origin, "attribution", _("given by: {text}"))
                self._ask_name(_("Given by"), given_by, lambda name, _role: give(name))
            case "speech", Quote(speech=speech):
                self._corrections.give(subject, origin, {"speech": FALSE if speech else TRUE}, _(_SPEECH[speech]))
            case "value", Figure():
                self._ask_value(origin, item)
            case "unit", Figure():
                self._ask_unit(origin, item)
            case "qualifier", Figure():
                self._ask_qualifier(origin)
            case "role", Quote(role=text):
                give = self._giving(subject, origin, "role", _("role: {text}"))
                ask(self._screen, _("Role"), text, give)
            case "what", Figure(what=text):
                give = self._giving(subject, origin, "what", _("of what: {text}"))
                ask(self._screen, _("Of what"), text, give)
        return True

    def _giving(self, subject: Subject, origin: Span, field: CorrectedField, form: str) -> Callable[[str | None], None]:
        """What gives a field the words that it is called with; `form` is how that is said of the `text`."""

        def give(words: str | None) -> None:
            self._corrections.give(subject, origin, {field: words}, form.format(text=words or "—"))

        return give

    def _ask_name(
        self,
        title: str,
        name: str | None,
        give: Callable[[str | None, str | None], None],
        own_role: str | None = None,
    ) -> None:
        """Have one of the names of the article chosen, another one typed, or nobody; gives the name and its role.

        `name` is the one that holds now, and `own_role` its role.
        """
        from tui_reader.analysis.corrections.people import NamedSource, named_sources, role_of  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import LongChoice  # noqa: PLC0415

        article = self._corrections.article
        sources = named_sources(article) if article else ()
        lines = [Line(", ".join(part for part in (one.name, one.role) if part), one) for one in sources]
        current = next((one for one in sources if one.name == name), None)
        lines += [Line(_("another name…"), _OTHER, look="extra"), Line(_("nobody named"), "", look="extra")]

        def chosen(value: object) -> None:
            if value == _OTHER:
                holding = NamedSource(name, own_role) if name else None
                ask(
                    self._screen,
                    title,
                    None,
                    lambda typed: give(typed, role_of(typed, sources, holding)) if typed else None,
                )
            elif value == "":
                give(None, None)
            elif isinstance(value, NamedSource):
                give(*value)

        self._screen.app.push_screen(LongChoice(title, lines, current), chosen)

    def _name_speaker(self, origin: Span, name: str | None, role: str | None) -> None:
        words = _("speaker: {name}").format(name=name) if name else _("nobody named")
        self._corrections.give("quote", origin, {"speaker": name, "role": role}, words)

    def _ask_value(self, origin: Span, figure: Figure) -> None:
        from tui_reader.export.wording import number  # noqa: PLC0415

        def give(value: float, high: float | None) -> None:
            values: dict[CorrectedField, str | None] = {"value": repr(value)}
            if high is not None or figure.high is not None:
                values["high"] = None if high is None else repr(high)
            words = " – ".join(number(end) for end in (value, high) if end is not None)
            self._corrections.give("figure", origin, values, _("value: {number}").format(number=words))

        ends = [number(end) for end in (figure.value, figure.high) if end is not None]
        ask_number(
            self._screen,
            self._corrections,
            _("{low} to {high}").format(low=ends[0], high=ends[1]) if ends[1:] else ends[0],
            give,
        )

    def _ask_unit(self, origin: Span, figure: Figure) -> None:
        from tui_reader.analysis.corrections.figures import read_unit  # noqa: PLC0415

        article = self._corrections.article

        def give(typed: str | None) -> None:
            unit = read_unit(typed, article.language if article else None) if typed else None
            self._corrections.give("figure", origin, {"unit": unit}, _("unit: {unit}").format(unit=unit or "—"))

        ask(self._screen, _("Unit: EUR, km… or nothing"), figure.unit, give)

    def _ask_qualifier(self, origin: Span) -> None:
        from tui_reader.export.wording import QUALIFIERS  # noqa: PLC0415
        from tui_reader.ui.screens.chooser import Choice  # noqa: PLC0415

        def chosen(name: object) -> None:
            if isinstance(name, str):
                self._corrections.give("figure", origin, {"qualifier": name or None}, _("said as"))

        lines = [*(Line(_(words), name) for name, words in QUALIFIERS.items()), Line(_("exactly"), "")]
        self._screen.app.push_screen(Choice(_("Said as"), lines), chosen)


def ask(
    screen: ReaderScreen,
    title: str,
    value: str | None,
    give: Callable[[str | None], None],
    refuse: Callable[[str], str | None] = lambda _typed: None,
) -> None:
    """Have a line typed; nothing typed is None. Of `refuse`, see `Prompt`."""
    from tui_reader.ui.screens.prompt import Prompt  # noqa: PLC0415 - not needed to paint

    def typed(text: str | None) -> None:
        if text is not None:
            give(" ".join(text.split()) or None)

    screen.app.push_screen(Prompt(title, value or "", refuse), typed)


def ask_number(
    screen: ReaderScreen, corrections: ShownCorrections, value: str | None, give: Callable[[float, float | None], None]
) -> None:
    """Have a number typed, or a range, in the language of the article or of the reader; gives its ends."""
    from tui_reader.analysis.corrections.figures import read_number  # noqa: PLC0415

    languages = [corrections.article.language if corrections.article else None, spoken()]

    def refuse(typed: str) -> str | None:
        return None if read_number(typed, languages) else _("this is no number")

    def typed(words: str | None) -> None:
        read = read_number(words or "", languages)
        if read:
            give(*read)

    ask(screen, _("Value"), value, typed, refuse)
