"""What the list, the panel and the article have in common: they draw their lines one by one."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.ui.view.looks import Look, styled
from tui_reader.ui.view.render import content


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws by `render_line`, on a ground that is worked out once a painting."""

    ground = Style()
    """The style of the widget itself, at the last painting."""
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How much there is to scroll. The size on the screen does not follow it: nothing is laid out anew for it."""
    _sizes_told: tuple[Size, Size, Size] | None = None
    _labels: tuple[str, str] = ("", "")

    def render_lines(self, crop: Region) -> list[Strip]:
        self.ground = self.rich_style  # made of the styles of all it stands in: too slow for every line
        self.fit_width()  # it is told of its size after the first paint
        return super().render_lines(crop)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take a size that is new; at each layout of the screen Textual would have the scroll bars painted again."""
        sizes = (size, container_size, self.virtual_size)
        if sizes == self._sizes_told:
            return False
        self._sizes_told = sizes
        return super()._size_updated(size, virtual_size, container_size, layout)

    def watch_virtual_size(self, virtual_size: Size) -> None:
        """Tell the scroll bar; where it is there only if it is needed, Textual is to look at that."""
        if self.styles.overflow_y != "scroll":
            self.refresh(layout=True)
        elif self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = virtual_size.height

    def label(self, above: str | None = None, below: str | None = None) -> None:
        """Write on the border; None leaves what stands there. Setting the same words again would paint all anew."""
        before = self._labels
        self._labels = (before[0] if above is None else above, before[1] if below is None else below)
        if self._labels[0] != before[0]:
            self.border_title = content(self._labels[0])
        if self._labels[1] != before[1]:
            self.border_subtitle = content(self._labels[1])

    def fit_width(self) -> None:
        """Lay the rows out anew where they were laid out for another width."""

    def styled(self, look: Look, base: Style | None = None) -> Style:
        """The style of words with a look, on what has the style `base`, by default on the ground."""
        return styled(look, base or self.ground, self.app.theme_variables)
