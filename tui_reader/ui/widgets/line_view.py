"""What the list, the panel and the article have in common: they draw their lines one by one."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.view.looks import Look, styled


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws by `render_line`, on a ground that is worked out once a painting."""

    ground = Style()
    """The style of the widget itself, at the last painting."""

    def render_lines(self, crop: Region) -> list[Strip]:
        self.ground = self.rich_style  # made of the styles of all it stands in: too slow for every line
        self.fit_width()  # it is told of its size after the first paint
        return super().render_lines(crop)

    def fit_width(self) -> None:
        """Lay the rows out anew where they were laid out for another width."""

    def styled(self, look: Look, base: Style | None = None) -> Style:
        """The style of words with a look, on what has the style `base`, by default on the ground."""
        return styled(look, base or self.ground, self.app.theme_variables)
