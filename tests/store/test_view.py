import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from rashomon.errors import NotFound
from rashomon.model import Given, Raw, Reading
from rashomon.store import View, Writer
from tests import builders as build
from tests.strategies import readings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rashomon.db"


def fill(path: Path, *reports: str, **more: Any) -> None:
    with Writer(path) as writer:
        for key in reports:
            report = build.report(key, **more)
            writer.add(build.reading(report), build.raw(report))


FRESH = itertools.count()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(added=readings())
def test_what_was_added_comes_back_whole(tmp_path: Path, added: tuple[Reading, Raw]) -> None:
    reading, raw = added
    path = tmp_path / f"{next(FRESH)}.db"
    fill(path, "another")
    with Writer(path) as writer, View(path) as view:
        assert writer.add(reading, raw)
        assert view.reading(reading.report.id) == reading
        assert view.raw(reading.report.id) == raw


def test_raw_has_what_extracting_again_needs(path: Path) -> None:
    report = build.report(data=b"<p>bytes", part="entry 3")
    raw = build.raw(
        report, b"<p>bytes", Given(outlet="A", by="feed"), Given(title="B"), media_type="text/html"
    )
    with Writer(path) as writer, View(path) as view:
        writer.add(build.reading(report), raw)
        assert view.raw(report.id) == raw


def test_a_view_sees_what_is_committed_after_it_was_opened(path: Path) -> None:
    with Writer(path) as writer, View(path) as view:
        report = build.report()
        assert not view.holds(report.id)
        writer.add(build.reading(report), build.raw(report))
        assert view.holds(report.id)


def test_find_takes_a_prefix_of_one_report(path: Path) -> None:
    fill(path, "abcd1111", "abcd2222", "ffff0000", "ffff00001")
    with View(path) as view:
        assert view.find("abcd1") == "abcd1111"
        assert view.find("ffff0000") == "ffff0000"  # whole, though another begins with it
        for prefix, words in {
            "abcd": "several",
            "eeee": "no report",
            "abc": "too short",
            "ab%_": "no report",
        }.items():
            with pytest.raises(NotFound, match=words):
                view.find(prefix)
        with pytest.raises(NotFound):
            view.find("\udcff\udcff\udcff\udcff")


def test_versions_are_those_of_the_url_oldest_first(path: Path) -> None:
    url = "https://post.example/1"
    fill(path, "r-update", url=url, published="2031-05-01", updated="2031-05-09")
    fill(path, "r-b", "r-a", url=url, published="2031-05-03")
    fill(path, "r-other", url="https://post.example/2")
    fill(path, "r-without", "r-without2", url=None)
    with View(path) as view:
        assert view.versions("r-a") == ("r-a", "r-b", "r-update")
        assert view.versions("r-without") == ("r-without",)
        with pytest.raises(NotFound, match="no report 'gone'"):
            view.versions("gone")


def test_absent_reports_are_not_found(path: Path) -> None:
    fill(path, "r0000001")
    with View(path) as view:
        for ask in (view.reading, view.raw):
            with pytest.raises(NotFound, match="no report 'r0000002'"):
                ask("r0000002")
