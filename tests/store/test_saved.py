from pathlib import Path

from rashomon.store import View, Writer
from rashomon.store.saved import Saved, forget, save, saved


def test_a_search_is_kept_by_its_name_until_it_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    tolls = Saved("tolls", "/?kind=figure", "Ada", "2031-05-06T10:00:00.000000Z")
    denied = Saved("denied", "/search?act=denies", "Ada", "2031-05-06T10:00:00.000000Z")
    later = Saved("tolls", "/?kind=figure&place=ansel", "Ben", "2031-05-07T10:00:00.000000Z")
    with Writer(path) as writer, View(path) as view:
        for one in (tolls, denied, later):
            save(writer, one)
        assert saved(view) == [denied, later]
        forget(writer, "tolls")
        forget(writer, "never was")
        assert saved(view) == [denied]
