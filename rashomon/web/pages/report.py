"""`/reports/{id}`: one report: its statements marked in the text and told in the margin, and what is claimed."""

from collections import Counter

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.model import Event, Figure, Place, Reading, When
from rashomon.query.reports import report_rows
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.passages import passages

router = APIRouter()


@router.api_route("/reports/{report_id}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, report_id: str) -> HTMLResponse:
    """The report. Raises NotFound."""
    with View(desk.ledger) as view:
        reading = view.reading(report_id)
        versions = report_rows(view, view.versions(report_id))
    (row,) = (version for version in versions if version.id == reading.report.id)
    return desk.render(
        "report.html",
        report=reading.report,
        reading=reading,
        row=row,
        passages=passages(reading),
        acts=Counter(statement.act for statement in reading.statements).most_common(),
        versions=versions,
        numbers={statement.id: number for number, statement in enumerate(reading.statements, 1)},
        events=_events(reading),
    )


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
