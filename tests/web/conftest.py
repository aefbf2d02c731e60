"""Ledgers to look at, and a way to ask the application without a server."""

import asyncio
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import httpx
import pytest

from rashomon import pipeline
from rashomon.model import Reading
from rashomon.store import Writer
from rashomon.web.app import create_app
from tests import builders as build
from tests.web.asking import ACCESS, answer

Fill = Callable[..., Path]
Ask = Callable[..., httpx.Response]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Puts readings into the ledger of this test."""
    path = tmp_path / "rashomon.db"

    def fill(*readings: Reading) -> Path:
        with Writer(path) as writer:
            for reading in readings:
                assert writer.add(reading, build.raw(reading.report))
        return path

    return fill


@pytest.fixture
def ask(fill: Fill) -> Ask:
    """Asks the application that serves the ledger of this test."""

    def ask(address: str, method: str = "GET", host: str = "localhost:8750", **sent: Any) -> httpx.Response:
        return asyncio.run(answer(create_app(fill(), ACCESS), method, address, host, **sent))

    return ask


CRISIS = ("dorven-courier-wire.html", "standard-wire-cut.html", "press-digest-wire.txt", "weekly-shomal.txt")


@pytest.fixture(scope="session")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of some reports of the sample, read and linked as `rashomon add` does it."""
    path = tmp_path_factory.mktemp("crisis") / "crisis.db"
    with as_file(files("rashomon") / "sample") as folder:
        assert pipeline.add(path, [str(folder / name) for name in CRISIS]).added == len(CRISIS)
    return path


@pytest.fixture
def ask_crisis(crisis: Path) -> Ask:
    """Asks the application that serves the ledger of the crisis."""

    def ask(address: str, method: str = "GET", host: str = "localhost:8750", **sent: Any) -> httpx.Response:
        return asyncio.run(answer(create_app(crisis, ACCESS), method, address, host, **sent))

    return ask
