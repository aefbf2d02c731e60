"""Linking in a ledger: the same links whatever came first, and whatever came and went."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path
from random import Random
from typing import Self

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from rashomon.link import crowds, nearby
from rashomon.link.claims import Proposition
from rashomon.link.linker import TABLES, Linker
from rashomon.link.traces import Traces, keys
from rashomon.model import Member, Reading, Report, Retelling, Side
from rashomon.store.rows import as_row
from rashomon.store.tables import metadata
from rashomon.store.tables import reports as reports_table
from tests import builders as build

Held = tuple[Reading, Traces]

PASSAGES = [
    " ".join(f"{a}{b}" for a, b in product(("tern", "quay", "mole", "barge", "pier"), f"{n}abcdefghij"))
    for n in "xyz"
]
SAYINGS = (
    "Shells hit the fish market of Port Ansel on Monday",
    "Shells hit the fish market of Port Ansel",
    "The Tern Front did not shell the market",
    "The harbour of Marrow Bay will open again in spring",
)
DAYS = (None, "2031-05-05", "2031-05-06", "2031-05-09", "2031-06-30")
OUTLETS = (None, "Harbour Post", "Northern Wire")


class Ledger:
    """The tables of a ledger in memory, with reports and what links them."""

    def __init__(self) -> None:
        self.connection = create_engine("sqlite://", poolclass=StaticPool).connect()
        metadata.create_all(self.connection)

    def linker(self) -> Linker:
        return Linker(Path("memory"), self.connection)

    def add(self, held: Iterable[Held]) -> Self:
        for reading, traces in held:
            row = as_row(reading.report, Report) | {"media_type": "text/plain", "given": [], "read_by": {}}
            self.connection.execute(insert(reports_table), row)
            self.linker().add(reading, traces)
        return self

    def dump(self) -> dict[str, list[str]]:
        """All that links the reports, row by row."""
        ask = self.connection.exec_driver_sql
        return {name: sorted(map(repr, ask(f"SELECT * FROM {name}").all())) for name in TABLES}  # noqa: S608


@st.composite
def propositions(draw: st.DrawFn, report: str, n: int) -> Proposition:
    said = draw(st.integers(0, len(SAYINGS) - 1))
    vector = np.eye(384, dtype=np.int8)[said // 2] * 100 + np.eye(384, dtype=np.int8)[said] * 20
    sides: list[Side] = ["says", "says", "denies"]
    side = draw(st.sampled_from(sides))
    return Proposition(
        Member(f"{report}-m{n}", report, None, ((n, n + 1),), side),
        draw(st.sampled_from(["what", "what", "blame"])),
        SAYINGS[said],
        vector.tobytes(),
        tuple(draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=2, unique=True))),
        draw(st.sampled_from(DAYS)),
        past=False,
        negated=False,
        source=None,
        party=draw(st.sampled_from([None, "state:SL"])),
        count=None,
        number=None,
        places=("ansel",),
        around=(),
        types=(),
    )


@st.composite
def reports(draw: st.DrawFn, n: int) -> Held:
    key = f"r{n:03}"
    text = "\n".join(
        [*draw(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=2, unique=True)), f"No. {n}"]
    )
    url = draw(st.sampled_from([None, "https://tern.example/1"]))
    report = build.report(
        key, text, published=draw(st.sampled_from(DAYS)), outlet=draw(st.sampled_from(OUTLETS)), url=url
    )
    told = tuple(
        Retelling(key, outlet, None, "credit", None, ((0, 4),), 0.9, f"a credit to {outlet}")
        for outlet in draw(st.lists(st.sampled_from(OUTLETS[1:]), max_size=1))
    )
    said = tuple(draw(propositions(key, number)) for number in range(draw(st.integers(0, 3))))
    return build.reading(report), Traces(keys(report), told, said)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Held]:
    return [draw(reports(n)) for n in range(draw(st.integers(1, 9)))]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few neighbours that reports push each other out of sight, and crowds of three."""
    monkeypatch.setattr(nearby, "WITHIN", 2)
    monkeypatch.setattr(crowds, "MOST", 2)


quickly = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.usefixtures("few")
@quickly
@given(ledgers(), st.randoms(use_true_random=False))
def test_reports_in_any_order_give_the_same_links(held: list[Held], chance: Random) -> None:
    other = [*held]
    chance.shuffle(other)
    assert Ledger().add(held).dump() == Ledger().add(other).dump()


@pytest.mark.usefixtures("few")
@quickly
@given(ledgers(), st.integers(0, 8))
def test_a_report_that_came_and_went_leaves_no_link(held: list[Held], which: int) -> None:
    gone = held[which % len(held)]
    ledger = Ledger().add(held)
    ledger.linker().remove(gone[0].report)
    assert ledger.dump() == Ledger().add(one for one in held if one is not gone).dump()
