"""What follows on the screen when the library has taken in what the reader did."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.library.values import CorrectionChange, KeepText, RemoveText, RestoreText, Written, ids_of_new
from tui_reader.library.web_values import WEB_CHANGES
from tui_reader.session.saved_searches import may_change_counts
from tui_reader.ui.screens.reader import ReaderScreen


def confirm(reader: ReaderScreen, written: Sequence[Written]) -> None:
    """Deeds and changes are in the library: say so where it was asked for, and have looked for what they change."""
    new = ids_of_new(written)
    reader.clipping_controller.confirm(new)
    reader.text_controller.confirm(new)
    reader.saved_search_controller.confirm(new)
    reader.correction_controller.confirm([change for change in written if isinstance(change, CorrectionChange)])
    if any(isinstance(change, KeepText | RemoveText | RestoreText | CorrectionChange) for change in written):
        reader.indexing_controller.begin_again()
    reader.feed_controller.confirm([change for change in written if isinstance(change, WEB_CHANGES)])
    if may_change_counts(written):
        reader.saved_search_controller.count()
