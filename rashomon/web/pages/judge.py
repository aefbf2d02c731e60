"""`POST /judgements`: keep what an editor decided, signed with the editor's name."""

from typing import Any, get_args

from fastapi import APIRouter
from starlette.responses import RedirectResponse

from rashomon.errors import Misjudged
from rashomon.link.linker import judge
from rashomon.model import Verdict
from rashomon.query.deciding import decide, now
from rashomon.store import View, Writer
from rashomon.web.desk import Form, OfDesk, here, said

router = APIRouter()


@router.post("/judgements")
def keep(desk: OfDesk, form: Form) -> RedirectResponse:
    """Keep a judgement and lead to `next`, an address of this server.

    Fields: `verdict`; `on`, once for each id, and for the name of the field of a value; `value` of a correction; `why`;
    `names`, not empty where `on` are sources. Several `on` of `undo` are judgements, each undone by itself.
    """
    by, at = desk.signed, now()
    verdict: Any = said(form, "verdict")
    if verdict not in get_args(Verdict):
        raise Misjudged(f"{verdict!r} is none of: {', '.join(get_args(Verdict))}")
    on = [one for one in form.getlist("on") if isinstance(one, str)]
    value = said(form, "value") if verdict == "correct" else None
    each = [[one] for one in on] if verdict == "undo" else [on]
    why, names = said(form, "why"), bool(said(form, "names"))
    with View(desk.ledger) as view:
        decided = [
            decide(view, verdict, ids, by=by, at=at, why=why, value=value, names=names) for ids in each
        ]
    with Writer(desk.ledger) as writer:
        judge(writer, *decided)
    return RedirectResponse(here(said(form, "next")), status_code=303)
