"""`/reports/{id}/archive`: what arrived beside the clean text; the bytes; what changed between versions."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from rashomon.query.chain import sentence
from rashomon.query.judged import Judged
from rashomon.query.reports import report_rows
from rashomon.store import View
from rashomon.web.archived import pieces
from rashomon.web.changes import changes, said_anew
from rashomon.web.desk import OfDesk

router = APIRouter()


@router.api_route("/reports/{report_id}/archive", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, report_id: str) -> HTMLResponse:
    """What arrived, piece by piece, beside the clean text. Raises NotFound."""
    with View(desk.ledger) as view:
        report, raw = view.report(report_id), view.raw(report_id)
    return desk.render("archive.html", report=report, raw=raw, pieces=pieces(raw, report))


@router.api_route("/reports/{report_id}/bytes", methods=["GET", "HEAD"])
def bytes_of(desk: OfDesk, report_id: str) -> Response:
    """The archived bytes, to be kept as a file and never shown as a page. Raises NotFound."""
    with View(desk.ledger) as view:
        report, raw = view.report(report_id), view.raw(report_id)
    headers = {"Content-Disposition": f'attachment; filename="{report.raw[:16]}.bin"'}
    return Response(raw.data, media_type="application/octet-stream", headers=headers)


@router.api_route(
    "/reports/{report_id}/since/{older_id}", methods=["GET", "HEAD"], response_class=HTMLResponse
)
def since(desk: OfDesk, report_id: str, older_id: str) -> HTMLResponse:
    """What changed since another report, such as an earlier version. Raises NotFound."""
    with View(desk.ledger) as view:
        judged = Judged(view)
        newer, older = judged.reading(report_id), judged.reading(older_id)
        rows = report_rows(view, [older_id, report_id])
    gone, come = said_anew(older, newer)
    return desk.render(
        "since.html",
        newer=newer.report,
        older=older.report,
        rows=rows,
        changes=changes(older.report.text, newer.report.text),
        said=(("Said no more", older.report, gone), ("Said anew", newer.report, come)),
        chain=sentence,
    )
