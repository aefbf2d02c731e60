"""`/claims/{id}/merge`: which other claim is the same. `POST /claims/{id}/apart`: what is not one with the rest."""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse

from rashomon.errors import Misjudged, NotFound
from rashomon.link.linker import judge
from rashomon.model import Claim
from rashomon.query.claims import claim_ids, claim_rows
from rashomon.query.deciding import now
from rashomon.query.decisions import member_apart, source_apart
from rashomon.query.judged import Judged
from rashomon.query.likest import near
from rashomon.query.members import claims_of, counted, find_claim
from rashomon.store import View, Writer
from rashomon.web.desk import Form, OfDesk, said

SHOWN = 20
"""Claims to choose from."""
router = APIRouter()


@router.api_route("/claims/{claim_id}/merge", methods=["GET", "HEAD"], response_class=HTMLResponse)
def choose(desk: OfDesk, claim_id: str, words: str = "") -> HTMLResponse:
    """The claims that may be the same: those with these words or this id; without words the likest. Raises NotFound."""
    with View(desk.ledger) as view:
        judged = Judged(view)
        claim = _claim(judged, claim_id)
        asked = words.strip()
        ids = _asked(view, asked) if asked else near(view, claim, SHOWN)
        mine, *others = claim_rows(judged, [claim.id, *(one for one in ids if one != claim.id)])
    return desk.render("merge.html", claim=mine, words=asked, others=others)


def _claim(judged: Judged, claim_id: str) -> Claim:
    found = claims_of(judged, [find_claim(judged.view, claim_id)])
    if not found:
        raise NotFound("every statement of this claim was rejected")
    return found[0]


def _asked(view: View, words: str) -> list[str]:
    """The claims with these words, or the one whose id this is or begins so."""
    try:
        return [find_claim(view, words)]
    except NotFound:
        return claim_ids(view, words=words, limit=SHOWN)


@router.post("/claims/{claim_id}/apart")
def apart(desk: OfDesk, claim_id: str, form: Form) -> RedirectResponse:
    """Take out of the claim the `member`, or make the `source` an origin of its own; lead to the claim that is left.

    Raises NotFound where it is not there, or is not joined with any other.
    """
    by, at, why = desk.signed, now(), said(form, "why")
    member, source = said(form, "member"), said(form, "source")
    with View(desk.ledger) as view:
        judged = Judged(view)
        ((claim, origins, _),) = counted(judged, [_claim(judged, claim_id)])
        groups = [group for one in origins.values() for group in one.groups]
        if member:
            decided = [*member_apart(judged, claim, member, by=by, at=at, why=why)]
        else:
            decided = [*source_apart(groups, source, by=by, at=at, why=why)]
    if not decided:
        raise Misjudged("it stands alone: there is nothing to take it apart from")
    with Writer(desk.ledger) as writer:
        judge(writer, *decided)
    left = next((one.id for one in claim.members if one.id != member), claim.id)
    return RedirectResponse(f"/claims/{quote(left, safe='')}", status_code=303)
