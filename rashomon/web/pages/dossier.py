"""`/dossier`: one claim or several as a file that stands alone; `/dossier/file`: that file."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse, Response

from rashomon.codebook.counts import CountRule
from rashomon.errors import NotFound
from rashomon.export.gather import gather
from rashomon.export.page import page_of
from rashomon.export.records import Asked, Redaction
from rashomon.query.claims import claim_rows
from rashomon.query.judged import Judged
from rashomon.query.members import find_claim
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.filters import Day

MOST = 50
"""Claims in one file that is made here; `rashomon dossier` takes any number."""
Claims = Annotated[list[str], Query(max_length=MOST)]
router = APIRouter()


@router.api_route("/dossier", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, claim: Claims = []) -> HTMLResponse:  # noqa: B006  # FastAPI copies it
    """What to hide and how to count, for the claims that were chosen. Raises NotFound."""
    with View(desk.ledger) as view:
        ids = [*dict.fromkeys(find_claim(view, one) for one in claim)]
        chosen = claim_rows(Judged(view), ids)
    return desk.render("dossier.html", chosen=chosen)


@router.api_route("/dossier/file", methods=["GET", "HEAD"])
def file(
    desk: OfDesk,
    claim: Claims = [],  # noqa: B006
    redact: Redaction = "none",
    counts: CountRule = "words",
    dated: Day = "",
) -> Response:
    """The file, to be kept and never shown as a page of the desk. Raises NotFound."""
    if not claim:
        raise NotFound("no claim was chosen: there is nothing to put into a dossier")
    with View(desk.ledger) as view:
        made = gather(view, Asked(tuple(claim), None, None, counts, redact, dated or None))
    name = f"dossier-{made.asked.claims[0].partition(':')[0][:8]}.html"
    return Response(
        page_of(made),
        media_type="text/html",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
