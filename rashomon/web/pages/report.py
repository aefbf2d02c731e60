"""`/reports/{id}`: one report: its statements marked in the text and told in the margin, and what is claimed."""

from collections import Counter

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.errors import NotFound
from rashomon.model import Event, Figure, Place, Reading, When
from rashomon.query.chain import sentence
from rashomon.query.judged import Judged
from rashomon.query.reports import report_rows
from rashomon.query.rests_on import RestsOn, rests_on
from rashomon.store import View
from rashomon.web.chain_picture import chain_picture
from rashomon.web.desk import OfDesk
from rashomon.web.passages import passages, public_name
from rashomon.web.render import Context

router = APIRouter()


@router.api_route("/reports/{report_id}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, report_id: str, statement: str = "") -> HTMLResponse:
    """The report, with one statement opened if it is named. Raises NotFound."""
    with View(desk.ledger) as view:
        reading = Judged(view).reading(report_id)
        rests = rests_on(view, report_id)
        if desk.partly and statement:
            return desk.render(
                "chosen.html", chosen=_chosen(reading, rests, statement), report=reading.report
            )
        versions = report_rows(view, view.versions(report_id))
    (row,) = (version for version in versions if version.id == reading.report.id)
    return desk.render(
        "report.html",
        report=reading.report,
        reading=reading,
        row=row,
        rests=rests,
        chosen=_chosen(reading, rests, statement) if statement else None,
        passages=passages(reading),
        acts=Counter(statement.act for statement in reading.statements).most_common(),
        versions=versions,
        numbers={statement.id: number for number, statement in enumerate(reading.statements, 1)},
        events=_events(reading),
        not_held={one.statement: one.outlet for one in rests.retellings if one.of is None},
    )


def _chosen(reading: Reading, rests: RestsOn, key: str) -> Context:
    """What the panel of one statement shows."""
    numbers = {one.id: number for number, one in enumerate(reading.statements, 1)}
    statement = next((one for one in reading.statements if one.id == key), None)
    if statement is None:
        raise NotFound(f"there is no statement {key!r} in this report")
    missing = {one.outlet for one in rests.retellings if one.of is None and one.statement == key}
    shown = [one for one in rests.retellings if one.statement == key]
    return {
        "statement": statement,
        "number": numbers[key],
        "inside": statement.inside,
        "inside_number": numbers.get(statement.inside or ""),
        "holds": [(one.id, numbers[one.id]) for one in reading.statements if one.inside == key],
        "sentence": sentence(reading.report, statement),
        "picture": chain_picture(reading.report.outlet, statement, missing),
        "retellings": shown,
        "reports": rests.reports,
        "who": public_name(statement),
        "figures": [one for one in reading.figures if one.statement == key],
        "events": [one for one in reading.events if one.statement == key],
    }


def _events(reading: Reading) -> list[tuple[Event, Place | None, When | None, list[Figure]]]:
    """Each event with its place, its time and its figures."""
    places = {place.id: place for place in reading.places}
    times = {when.id: when for when in reading.times}
    figures = {figure.id: figure for figure in reading.figures}
    return [
        (
            event,
            places.get(event.place or ""),
            times.get(event.when or ""),
            [figures[figure] for figure in event.figures],
        )
        for event in reading.events
    ]
