"""How much is in a ledger."""

from pathlib import Path

from rashomon.link.judgements import judgement
from rashomon.link.linker import judge
from rashomon.query.totals import totals
from rashomon.store import View, Writer
from tests import builders as build


def test_rejected_statements_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    reading = build.reading()
    with Writer(path) as writer:
        writer.add(reading, build.raw(reading.report))
        with View(path) as view:
            before = totals(view)
        judge(
            writer,
            judgement(
                "statement", [reading.statements[0].id], "reject", by="Mara", at="2031-05-06T10:00:00Z"
            ),
        )
    with View(path) as view:
        after = totals(view)
    assert (before.reports, before.statements) == (1, len(reading.statements))
    assert after.statements == before.statements - 1
