"""Ledgers to look at, and a way to ask the application without a server."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

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
