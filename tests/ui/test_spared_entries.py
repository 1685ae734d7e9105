"""The garbage collector is kept off many entries, and off few of them only once."""

from __future__ import annotations

import gc

import pytest

from tui_reader.ui.spared_entries import TOGETHER, SparedEntries


def test_entries_are_spared_together(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    entries = SparedEntries()
    counts = []
    for known in (1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 2 * TOGETHER, 10 * TOGETHER, 10 * TOGETHER):
        entries.spare(known)
        counts.append(len(frozen))
    assert counts == [0, 0, 1, 1, 2, 3, 3]
