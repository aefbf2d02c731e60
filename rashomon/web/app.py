"""The application: pages, static files, guard and error pages put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from rashomon.web.access import Access
from rashomon.web.desk import stamped
from rashomon.web.faults import explain_faults
from rashomon.web.guard import READ, Guard
from rashomon.web.jobs import Jobs
from rashomon.web.lights import lights
from rashomon.web.pages import (
    add,
    archive,
    board,
    claim,
    claims,
    dossier,
    enter,
    events,
    figures,
    joining,
    judge,
    judgements,
    queue,
    report,
    reports,
    review,
    saved,
    search,
    source,
    timeline,
    tree,
)
from rashomon.web.remembered import Remembered

PAGES = (
    enter,
    board,
    claims,
    claim,
    joining,
    dossier,
    reports,
    report,
    tree,
    archive,
    search,
    source,
    figures,
    events,
    timeline,
    add,
    judge,
    judgements,
    queue,
    review,
    saved,
)
STATIC = Path(__file__).parent / "static"


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.jobs.close()


def create_app(ledger: Path, access: Access) -> FastAPI:
    """The pages of a ledger, for those whom `access` lets in.

    The ledger is opened anew for every request, so reports added meanwhile show at once.
    """
    app = FastAPI(
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(stamped)],
    )
    app.state.ledger, app.state.access = ledger.absolute(), access
    app.state.jobs, app.state.remembered = Jobs(ledger.absolute()), Remembered(ledger.absolute())
    app.add_middleware(Guard, access=access)
    explain_faults(app)
    for page in PAGES:
        app.include_router(page.router)
    sheet = lights()
    app.add_api_route("/static/lights.css", lambda: Response(sheet, media_type="text/css"), methods=[*READ])
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
