"""`/reports/{id}`: one report, with its statements marked in the text and told in the margin."""

from collections import Counter

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.query.reports import report_rows
from rashomon.store import View
from rashomon.web.ledger import Ledger
from rashomon.web.passages import passages
from rashomon.web.render import render

router = APIRouter()


@router.api_route("/reports/{report_id}", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(ledger: Ledger, report_id: str) -> HTMLResponse:
    """The report. Raises NotFound."""
    with View(ledger) as view:
        reading = view.reading(report_id)
        versions = report_rows(view, view.versions(report_id))
    (row,) = (version for version in versions if version.id == reading.report.id)
    return render(
        "report.html",
        report=reading.report,
        reading=reading,
        row=row,
        passages=passages(reading),
        acts=Counter(statement.act for statement in reading.statements).most_common(),
        versions=versions,
    )
