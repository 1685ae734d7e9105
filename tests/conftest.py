"""Tests speak English, whatever the locale of the machine, and keep nothing in the user's own folders."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tui_reader.messages import activate

# Hypothesis keeps what failed in the folder where one stands, which may be anybody's: it prints it instead.
settings.register_profile("tests", database=None, print_blob=True, deadline=None)  # a busy machine proves nothing
settings.load_profile("tests")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home of their own, for child processes, too, and a place where these find the program compiled.

    They would compile it anew each time where the environment has Python write no bytecode.
    """
    home = str(tmp_path_factory.mktemp("home"))
    own = {
        **dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home),
        "PYTHONPYCACHEPREFIX": str(tmp_path_factory.getbasetemp().parent / "bytecode"),  # the same for all workers
        "PYTHONDONTWRITEBYTECODE": "",
    }
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture(autouse=True)
def usual_csv_limit() -> Iterator[None]:
    """Reading a table sets a limit for the whole process, which some tests make a small one."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


SLOW = (
    "fuzz",
    "ui",
    "bench",
    "test_terminal.py",
    "test_reviewers_day.py",
    "test_floors.py",
    "test_properties.py",
    "test_pages.py",
    "test_headlines.py",
)
"""Folders and modules of which every test is slow."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, by where they stand."""
    for item in items:
        if any(part in SLOW for part in item.path.relative_to(Path(__file__).parent).parts):
            item.add_marker("slow")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: a worker more than there are cores, for tests of a terminal wait for much of their time."""
    return 1 + (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def in_english() -> None:
    activate("en")
