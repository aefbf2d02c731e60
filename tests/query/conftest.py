"""A ledger to ask, filled by each test with what it is about."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rashomon.link.linker import link
from rashomon.model import Reading
from rashomon.store import View, Writer
from tests import builders as build

Ask = Callable[..., View]


@pytest.fixture
def ledger_of(tmp_path: Path) -> Iterator[Ask]:
    """A function that puts readings into a ledger and gives a view of it."""
    path, views = tmp_path / "rashomon.db", []

    def fill(*readings: Reading) -> View:
        with Writer(path) as writer:
            for reading in readings:
                writer.add(reading, build.raw(reading.report))
        views.append(View(path))
        return views[-1]

    yield fill
    for view in views:
        view.close()


@pytest.fixture
def linked_of(tmp_path: Path) -> Iterator[Ask]:
    """The same, with the links that adding would make."""
    path, views = tmp_path / "linked.db", []

    def fill(*readings: Reading) -> View:
        with Writer(path) as writer:
            for reading in readings:
                writer.add(reading, build.raw(reading.report))
                link(writer, reading)
        views.append(View(path))
        return views[-1]

    yield fill
    for view in views:
        view.close()
