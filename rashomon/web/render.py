"""Templates, and what they may use."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from rashomon.model import UNNAMED, Source
from rashomon.query.chain import through
from rashomon.query.wording import actors, codes, days, label, notes, number, where
from rashomon.web.hits import in_place, marked
from rashomon.web.tags import told_of_figure, told_of_time
from rashomon.web.visible import apart, followable, plain, visible

PAGES = (
    ("/", "Board", "/board"),
    ("/reports", "Reports", "/reports/"),
    ("/claims", "Claims", "/claims/"),
    ("/timeline", "Timeline", ("/events", "/figures", "/map")),
    ("/sources", "Sources", "/sources/"),
    ("/review", "Review", "/judgements"),
    ("/add", "Add", "/add/"),
)
"""The pages in the navigation: where, what, and the beginnings of the paths that stand below each."""

Context = dict[str, Any]
"""What a template is filled with."""

LONGEST = 400
"""Characters of a title or a quotation in a list; the report has all of it."""


def render(template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """The answer that a template makes."""
    return HTMLResponse(_templates.get_template(template).render(context), status)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"


def _segment(name: str) -> str:
    """A name as one part of a path."""
    return quote(name.encode("utf-8", "replace"), safe="")


def _credited(source: Source | None) -> str:
    """Whom a row of a list credits."""
    if source is None:
        return "nobody named"
    return f"{source.name} (unnamed)" if source.kind in UNNAMED else source.name


_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {
    "apart": apart,
    "credited": _credited,
    "marked": marked,
    "plain": plain,
    "segment": _segment,
    "short": _short,
    "visible": visible,
}
_templates.globals |= {
    "PAGES": PAGES,
    "actors": actors,
    "codes": codes,
    "days": days,
    "in_place": in_place,
    "label": label,
    "notes": notes,
    "number": number,
    "through": through,
    "told_of_figure": told_of_figure,
    "told_of_time": told_of_time,
    "where": where,
}
_templates.tests |= {"followable": followable}
