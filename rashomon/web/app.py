"""The application: pages, static files, guard and error pages put together."""

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from rashomon.web.faults import explain_faults
from rashomon.web.guard import Guard
from rashomon.web.lights import lights
from rashomon.web.pages import events, figures, report, reports, who

STATIC = Path(__file__).parent / "static"
READ = ["GET", "HEAD"]


def create_app(ledger: Path) -> FastAPI:
    """The pages of a ledger. It is opened anew for every request, so reports added meanwhile show at once."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.ledger = ledger
    app.add_middleware(Guard)
    explain_faults(app)
    for page in (reports, report, who, figures, events):
        app.include_router(page.router)
    sheet = lights()
    app.add_api_route("/static/lights.css", lambda: Response(sheet, media_type="text/css"), methods=READ)
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
