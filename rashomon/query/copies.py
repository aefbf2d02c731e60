"""Which reports share text, how much, and which came first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from rashomon.model import Copy, CopyKind, Span
from rashomon.query.judged import Judged
from rashomon.store import View
from rashomon.store.tables import reports

FIELDS = ("path", "outlet", "published")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """Two reports that share text."""

    a: str
    b: str
    a_path: str
    b_path: str
    a_outlet: str | None
    b_outlet: str | None
    a_published: str | None
    b_published: str | None
    kind: CopyKind
    share_of_shorter: float
    share_of_longer: float
    first: str | None
    passages: tuple[tuple[Span, Span], ...]


def copies(
    view: View,
    *,
    kind: CopyKind | None = None,
    least: float = 0.0,
    report: str | None = None,
    limit: int | None = None,
) -> list[CopyRow]:
    """The pairs of reports that share text, the largest share of the shorter first, then by ids.

    `least` is the share of the shorter text that the two must have in common. `report` is a whole id.
    """
    judged = Judged(view)
    found = judged.copies() if report is None else judged.copies_of(report)
    fitting = [one for one in found if kind in (None, one.kind) and one.share_of_shorter >= least]
    fitting.sort(key=lambda one: (-one.share_of_shorter, one.a, one.b))
    return copy_rows(view, fitting[:limit])


def copy_rows(view: View, found: Sequence[Copy]) -> list[CopyRow]:
    """The copies with what is known of their reports, in this order."""
    wanted = sorted({one for copy in found for one in (copy.a, copy.b)})
    about = select(reports.c.id, reports.c.path, reports.c.outlet, reports.c.published)
    of = {row["id"]: row for row in view.rows_among(about, reports.c.id, wanted)}
    return [
        CopyRow(
            **{f"{side}_{field}": of[getattr(one, side)][field] for side in "ab" for field in FIELDS},
            **{name: getattr(one, name) for name in Copy.__dataclass_fields__},
        )
        for one in found
    ]
