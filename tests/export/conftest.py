"""The ledger of the sample, and ledgers filled by hand, as dossiers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rashomon import pipeline
from rashomon.export.gather import gather
from rashomon.export.page import page_of
from rashomon.export.records import Asked, Dossier
from rashomon.model import Event, Hop, Reading
from rashomon.store import View, Writer
from tests import builders as build

ASKED = Asked((), None, None, "words", "none", None)
SAMPLE = Path(__file__).parent.parent.parent / "rashomon/sample"

PRIVATE = (
    "Shells hit the mill in Marrow on Monday, killing 4 people, Nell Quill told Harbour Post. "
    "“They buried Odo Perrin and his son at noon,” a baker from Lower Street said. "
    "Quill’s sister saw it too. Ada Crane, the mayor, denied that shells hit the mill. Crane blamed the rain."
)
"""Nell Quill holds no office, Odo Perrin is quoted nowhere, Ada Crane is a mayor."""

Fill = Callable[..., View]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a few reports of the sample that copy, retell and deny each other; not to be written to."""
    path = tmp_path_factory.mktemp("export") / "sample.db"
    names = ("dorven-courier", "press-digest", "northern-wire", "selmara-standard")
    files = [str(one) for one in sorted(SAMPLE.iterdir()) if one.name.startswith(names)]
    pipeline.add(path, files)
    return path


@pytest.fixture
def fill(tmp_path: Path) -> Iterator[Fill]:
    """A function that puts readings into a ledger and gives a view of it."""
    path, views = tmp_path / "rashomon.db", []

    def filled(*readings: Reading) -> View:
        with Writer(path) as writer:
            for reading in readings:
                writer.add(reading, build.raw(reading.report))
        views.append(View(path))
        return views[-1]

    yield filled
    for view in views:
        view.close()


def largest_claim(view: View) -> str:
    """The id of the claim that most reports tell of."""
    from sqlalchemy import select

    from rashomon.store.tables import claims

    ordered = select(claims.c.id).order_by(claims.c.reports.desc(), claims.c.members.desc(), claims.c.id)
    return str(view.rows(ordered.limit(1))[0]["id"])


def dossier(view: View, **asked: Any) -> Dossier:
    return gather(view, replace(ASKED, **asked))


def page(view: View, **asked: Any) -> str:
    return page_of(dossier(view, **asked))


def private(key: str = "r0000001", **more: Any) -> Reading:
    """A report in which persons without an office are quoted and named."""
    of = build.report(key, PRIVATE, **{"byline": "By Ivo Tamsin, Northern Wire", "title": "Mill hit"} | more)
    nell = build.source(PRIVATE, "Nell Quill", kind="named_person")
    baker = build.source(PRIVATE, "a baker from Lower Street", kind="unnamed_person")
    crane = build.source(PRIVATE, "Ada Crane", kind="named_person", office="mayor")
    hit = "Shells hit the mill in Marrow on Monday, killing 4 people"
    said = (
        build.statement(
            f"{key}-1", PRIVATE, hit, by=nell, cue="told",
            chain=(Hop("Harbour Post", "outlet"), Hop("Nell Quill", "named_person")),
        ),
        build.statement(f"{key}-2", PRIVATE, "They buried Odo Perrin and his son at noon", by=baker, cue="said"),
        build.statement(f"{key}-3", PRIVATE, "shells hit the mill", by=crane, cue="denied", act="denies"),
    )  # fmt: skip
    dead = build.figure(f"{key}-f", PRIVATE, "4 people", 4, statement=f"{key}-1")
    place = build.place(f"{key}-p", PRIVATE, "Marrow", "Marrow", country="SL")
    event: Event = build.event(f"{key}-e", PRIVATE, hit, place=place.id, figures=(dead.id,))
    return Reading(of, said, {"rashomon": "0"}, None, (dead,), (), (place,), (event,))
