"""Claims that one outlet alone brought into the ledger."""

from dataclasses import replace

import pytest

from rashomon.model import Hop, Reading
from rashomon.query.resting_on import resting_on
from rashomon.store import View
from tests import builders as build
from tests.query.conftest import Ask

SAID = "the fish market of Port Ansel was sold to a bank"
WIRE, RESIDENT = Hop("Northern Wire", "outlet"), Hop("a resident", "unnamed_person")


def report(key: str, outlet: str, *chain: Hop, who: str = "A resident") -> Reading:
    """A report in which somebody says it, through whom the chain names."""
    text = f"{who} told {chain[0].name if len(chain) > 1 else 'us'} that {SAID}."
    by = build.source(text, who, name=chain[-1].name, kind=chain[-1].kind)
    said = build.statement(f"{key}-s", text, SAID, by=by, cue="told", chain=chain)
    return Reading(build.report(key, text, outlet=outlet, title=None), (said,), {})


OWN = report("own", "Northern Wire", RESIDENT)
TAKEN = report("taken", "Harbour Post", WIRE, RESIDENT)


@pytest.fixture
def view(linked_of: Ask) -> View:
    return linked_of(OWN, TAKEN)


def test_what_reached_all_through_one_outlet_rests_on_it(view: View) -> None:
    (row,) = resting_on(view, "Northern Wire")
    assert (row.reports, row.origins["says"].high) == (2, 1)
    assert {one.report for one in row.sides["says"]} == {"own", "taken"}
    assert resting_on(view, "NORTHERN wire") == [row]
    assert resting_on(view, "Northern Wire", least_reports=3) == []


def test_it_rests_on_none_of_those_that_took_it(view: View) -> None:
    assert resting_on(view, "Harbour Post") == []
    assert resting_on(view, "An outlet of no report") == []


def test_one_report_of_another_way_in_and_it_rests_on_no_outlet(linked_of: Ask) -> None:
    other = report("other", "Anvik Coast", Hop("Ada Quill", "named_person"), who="Ada Quill")
    assert resting_on(linked_of(OWN, TAKEN, other), "Northern Wire") == []


def test_the_limit_counts_those_that_fit(linked_of: Ask) -> None:
    text = "A resident told us that the mole was lit."
    by = build.source(text, "A resident", name="a resident", kind="unnamed_person")
    said = build.statement("lit-s", text, "the mole was lit", by=by, cue="told")
    lit = Reading(build.report("lit", text, title=None), (said,), {})
    two = linked_of(OWN, replace(lit, report=replace(lit.report, outlet="Northern Wire")))
    assert len(resting_on(two, "Northern Wire")) == 2
    assert len(resting_on(two, "Northern Wire", limit=1)) == 1


def test_all_whom_one_outlet_alone_heard_are_one_way_in(linked_of: Ask) -> None:
    doctor = report("doctor", "Anvik Coast", WIRE, Hop("a doctor", "unnamed_person"), who="A doctor")
    (row,) = resting_on(linked_of(OWN, TAKEN, doctor), "Northern Wire")
    assert (row.reports, row.origins["says"].low, row.origins["says"].high) == (3, 1, 2)
