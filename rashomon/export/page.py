"""A dossier as one page of HTML that needs nothing else: no script, no network, no other file."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from rashomon.export.records import Dossier
from rashomon.export.veil import BLANK
from rashomon.model import Figure
from rashomon.query.wording import number

FOLDER: Final = Path(__file__).with_name("templates")
LAYOUT: Final = hashlib.sha256(
    b"".join((FOLDER / name).read_bytes() for name in ("dossier.html", "dossier.css"))
).hexdigest()[:12]
"""Tells two layouts apart: a page can be made again from its cells only by the layout that it was made by."""
CELLS: Final = '<script type="application/json" id="cells">'
"""What stands before the machine-readable copy; `</script>` stands behind it."""
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Controls, marks, embeddings, overrides and isolates of direction, and what is no character."""
WIDE: Final = 150
"""Width of the strip on which a count is drawn, in its own units."""

Data = Mapping[str, Any]


def page_of(dossier: Dossier) -> str:
    """The page of a dossier: the same for the same dossier, byte for byte."""
    return page(json.loads(json.dumps(asdict(dossier))))


def page(data: Data) -> str:
    """The page of a dossier by its machine-readable copy.

    Raises KeyError, TypeError, ValueError or an error of the template where `data` is no such copy.
    """
    cells = as_json(data)
    css = (FOLDER / "dossier.css").read_text(encoding="utf-8")
    style = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            one=data,
            css=Markup(css),  # noqa: S704  # our own sheet, without a `<`
            style=style,
            cells=Markup(CELLS + cells + "</script>"),  # noqa: S704  # has no `<` of its own
            seal=seal(cells),
            numbers={cell["id"]: n for n, cell in enumerate(data["said"], 1)},
            said={cell["id"]: cell for cell in data["said"]},
            counts={cell["id"]: cell for cell in data["counts"]},
            reports={report["id"]: report for report in data["reports"]},
            order={report["id"]: n for n, report in enumerate(data["reports"], 1)},
        )
    )


def as_json(data: Data) -> str:
    """The machine-readable copy as it stands in the page: ASCII, without anything that HTML could take for markup."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def seal(cells: str) -> str:
    """SHA-256 of the machine-readable copy."""
    return hashlib.sha256(cells.encode()).hexdigest()


def visible(text: object) -> Markup:
    """Words as HTML in a direction of their own; hidden characters are told by number, hidden words are drawn."""
    shown = HIDDEN.sub(_label, str(escape(str(text))))
    shown = shown.replace(BLANK, '<span class="blank">hidden</span>')
    return Markup(f"<bdi>{shown}</bdi>")  # noqa: S704  # escaped two lines above


def plain(text: object) -> str:
    """Words for the title of the page, which takes no markup."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(text)).replace(BLANK, "…")


def followable(url: str) -> bool:
    """Whether a link may lead there: web addresses only."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not HIDDEN.search(url)


def span_of(one: Data) -> str:
    """`1` or `1 to 5`."""
    return f"{one['low']}" if one["low"] == one["high"] else f"{one['low']} to {one['high']}"


def strip(cell: Data, among: Iterable[Data]) -> dict[str, float | None]:
    """Where on a strip a count begins and ends, on the scale of those beside it; `to` is null where it is open."""
    known = [value for one in among for value in (one["low"], one["best"], one["high"]) if value is not None]
    most = max([*known, 1])
    low = next((value for value in (cell["low"], cell["best"]) if value is not None), 0)
    high = cell["high"] if cell["high"] is not None else cell["best"]
    return {
        "from": round(5 + (WIDE - 30) * low / most, 1),
        "to": None if high is None else round(5 + (WIDE - 30) * high / most, 1),
    }


def _number(cell: Data) -> str:
    return number(cast(Figure, SimpleNamespace(**cell)))


def _label(match: re.Match[str]) -> str:
    return f'<span class="odd">U+{ord(match[0]):04X}</span>'


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"visible": visible, "plain": plain, "range": span_of, "number": _number}
    made.tests["followable"] = followable
    made.globals |= {"strip": strip, "WIDE": WIDE}
    return made
