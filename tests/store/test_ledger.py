import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from rashomon.errors import LedgerError, LedgerMissing, LedgerTooNew
from rashomon.model import Hop
from rashomon.query.statements import statements
from rashomon.store import View, Writer, ledger
from rashomon.store.tables import metadata
from tests import builders as build


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rashomon.db"


def as_of_revision(path: Path, revision: int) -> None:
    """Make a ledger look as if another Rashomon had written it."""
    Writer(path).close()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE alembic_version SET version_num = ?", (str(revision),))
    file.close()


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression")
@pytest.mark.filterwarnings("ignore:autogenerate skipping")
def test_migrations_make_the_tables_of_the_model(path: Path) -> None:
    Writer(path).close()
    with create_engine(f"sqlite:///{path}").connect() as connection:
        ours = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not name.startswith("search")},
        )
        assert compare_metadata(ours, metadata) == []


def test_head_is_that_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(ledger.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == str(ledger.HEAD)


def test_alembic_is_imported_only_to_migrate(path: Path) -> None:
    Writer(path).close()
    ask = f"""
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from rashomon.store import View, Writer
Writer(Path({str(path)!r})).close()
View(Path({str(path)!r})).close()
sys.exit("alembic" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


def test_a_ledger_that_is_not_there_names_the_command_that_makes_one(path: Path) -> None:
    with pytest.raises(
        LedgerMissing, match=r"there is no ledger at .*rashomon\.db; `rashomon add` makes one"
    ):
        View(path)
    assert not path.exists()


@pytest.mark.parametrize("open_it", [View, Writer])
def test_a_newer_ledger_is_refused_untouched(path: Path, open_it: type[View | Writer]) -> None:
    as_of_revision(path, 7)
    before = path.read_bytes()
    with pytest.raises(LedgerTooNew) as refused:
        open_it(path)
    for word in (str(path), "schema is 7", f"is {ledger.HEAD}", "upgrade Rashomon"):
        assert word in str(refused.value)
    assert path.read_bytes() == before


def test_an_older_ledger_is_upgraded_by_whoever_opens_it(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = build.report()
    with Writer(path) as writer:
        writer.add(build.reading(report), build.raw(report))
    later = tmp_path / "migrations"
    shutil.copytree(ledger.MIGRATIONS, later)
    (later / "versions" / "ledger_next.py").write_text(
        f"from alembic import op\nrevision, down_revision = '{ledger.HEAD + 1}', '{ledger.HEAD}'\n"
        "def upgrade():\n    op.execute('CREATE TABLE later (x)')\n"
    )
    monkeypatch.setattr(ledger, "MIGRATIONS", later)
    monkeypatch.setattr(ledger, "HEAD", ledger.HEAD + 1)
    with View(path) as view:
        assert view.reading(report.id) == build.reading(report)
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM later").fetchall() == [(0,)]
    file.close()


def of_revision_1(path: Path) -> None:
    """A ledger as the first Rashomon left it: one report, one statement, found by its words."""
    with create_engine(f"sqlite:///{path}").begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(ledger.MIGRATIONS))
        command.upgrade(config, "1")
    with sqlite3.connect(path) as file:
        file.execute(f"PRAGMA application_id = {ledger.APPLICATION}")
        text = "Two bridges fell, the mayor said."
        file.execute("INSERT INTO archive VALUES (?, ?)", ("aa", zlib.compress(text.encode())))
        file.execute(
            "INSERT INTO reports VALUES ('r1', 'a.txt', NULL, 'Tern', 'Bridges', NULL, '2031-05-06', NULL, 'en',"
            " ?, '{}', 'aa', NULL, 'text/plain', '[]', '{\"rashomon\":\"0.1.0\"}', NULL)",
            (text,),
        )
        file.execute(
            "INSERT INTO statements VALUES (1, 'r1', 0, 's1', 'the mayor', '[[18,27]]', 'the mayor',"
            " 'named_person', 'mayor', 'said', '[[28,32]]', 'Two bridges fell', '[[0,16]]', 'asserts',"
            " 'positive', 'certain', 'indirect', NULL, 0.5)"
        )
        file.execute("INSERT INTO hops VALUES (1, 0, 'the mayor', 'named_person')")
        file.execute("INSERT INTO search SELECT source, content, title FROM searched")
    file.close()


@pytest.mark.parametrize("open_it", [View, Writer])
def test_a_ledger_of_revision_1_keeps_all_it_has_and_takes_what_is_new(
    path: Path, open_it: type[View | Writer]
) -> None:
    of_revision_1(path)
    open_it(path).close()
    with Writer(path) as writer, View(path) as view:
        old = view.reading("r1")
        assert old.statements[0].content.text == "Two bridges fell"
        assert old.statements[0].chain == (Hop("the mayor", "named_person"),)
        assert (old.figures, old.times, old.places, old.events) == ((), (), (), ())
        assert view.raw("r1").data == old.report.text.encode()
        new = build.claims()
        assert writer.add(new, build.raw(new.report))
        assert view.reading(new.report.id) == new
        assert [row.report for row in statements(view, words="two bridges mayor")] == ["r1"]


def text_file(path: Path) -> None:
    path.write_text("Two bridges fell in Marrow Bay.\n" * 100)


def short_text_file(path: Path) -> None:
    path.write_text("SQLite format")


def database_of_another(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
    file.close()


@pytest.mark.parametrize("open_it", [View, Writer])
@pytest.mark.parametrize("make", [text_file, short_text_file, database_of_another, Path.mkdir])
def test_what_is_no_ledger_is_refused_untouched(
    path: Path, make: Callable[[Path], None], open_it: type[View | Writer]
) -> None:
    make(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(LedgerError, match=r"rashomon\.db is .*; name"):
        open_it(path)
    assert path.is_dir() or path.read_bytes() == before


def test_an_empty_file_is_no_ledger_but_can_become_one(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="is empty, not a ledger; `rashomon add`"):
        View(path)
    Writer(path).close()
    View(path).close()


def test_a_ledger_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no folder .*gone to keep a ledger in"):
        Writer(tmp_path / "gone" / "rashomon.db")


@pytest.mark.parametrize("open_it", [View, Writer])
def test_a_ledger_that_may_not_be_read_is_refused(path: Path, open_it: type[View | Writer]) -> None:
    Writer(path).close()
    path.chmod(0)
    before = os.geteuid()
    if before == 0:  # root may read everything
        os.seteuid(65534)
    try:
        with pytest.raises(LedgerError, match=r"rashomon\.db cannot be opened: "):
            open_it(path)
    finally:
        os.seteuid(before)


def test_a_damaged_ledger_says_so(path: Path) -> None:
    with Writer(path) as writer:
        for number in range(50):
            report = build.report(f"r{number:07}")
            writer.add(build.reading(report), build.raw(report))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(LedgerError, match="is damaged; go back to a copy"), View(path) as view:
        view.reading("r0000001")


def test_odd_file_names_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a ?mode=memory#%41.db"
    Writer(path).close()
    assert path.exists()
    View(path).close()
