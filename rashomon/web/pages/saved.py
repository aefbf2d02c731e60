"""`/saved`: searches that people saved, each with a form to let go of it; saving is a form on the pages that search."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from rashomon.errors import NotFound
from rashomon.query.deciding import now
from rashomon.store import View, Writer
from rashomon.store.saved import Saved, forget, save, saved
from rashomon.web.access import cleaned
from rashomon.web.desk import Form, OfDesk, said

LONGEST = 2000
"""Characters of an address."""
SEARCHES = ("/", "/search")
"""The pages whose address can be saved."""
router = APIRouter()


@router.api_route("/saved", methods=["GET", "HEAD"])
def page(desk: OfDesk) -> Response:
    """The list."""
    with View(desk.ledger) as view:
        return desk.render("saved.html", searches=saved(view), ledger=desk.ledger.name)


@router.post("/saved")
def keep(desk: OfDesk, form: Form) -> Response:
    """Save a search under a name, and lead back to it. Raises NotFound for an address that is no search."""
    name, address = cleaned(said(form, "name")), said(form, "address")
    if address.partition("?")[0] not in SEARCHES or not address.isprintable() or len(address) > LONGEST:
        raise NotFound("There is no such search.")
    if name:
        with Writer(desk.ledger) as writer:
            save(writer, Saved(name, address, desk.editor.name if desk.editor else "", now()))
    return RedirectResponse(address, status_code=303)


@router.post("/saved/delete")
def delete(desk: OfDesk, form: Form) -> Response:
    """Let go of a search, and lead back to the list."""
    with Writer(desk.ledger) as writer:
        forget(writer, said(form, "name"))
    return RedirectResponse("/saved", status_code=303)
