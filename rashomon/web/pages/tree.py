"""`/reports/{id}/tree`: who took it from whom, drawn and as a list, each step with the words that show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from rashomon.link.linker import unlinked
from rashomon.link.tree import Reason
from rashomon.query.decisions import decisions, named
from rashomon.query.judged import Judged
from rashomon.query.reports import ReportRow
from rashomon.query.tree import Edge, Family, tree
from rashomon.query.wording import sentence_at
from rashomon.store import View
from rashomon.web.desk import OfDesk
from rashomon.web.tree_picture import called, offspring, tree_picture

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Step:
    """That one report rests on another, in the list."""

    number: int
    edge: Edge
    reasons: tuple[tuple[Reason, str], ...]
    """Each with its words; without any for shared text."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A report, or an outlet whose report is not held, and those that rest on it."""

    key: str
    row: ReportRow | None
    outlet: str
    steps: tuple[Step, ...]
    """What it rests on, the surest first."""
    below: tuple["Branch", ...]
    also: tuple[int, ...]
    """Numbers of the steps by which others took from it that stand elsewhere in the list."""


@router.api_route("/reports/{report_id}/tree", methods=["GET", "HEAD"], response_class=HTMLResponse)
def page(desk: OfDesk, report_id: str) -> HTMLResponse:
    """The family of the report. Raises NotFound."""
    with View(desk.ledger) as view:
        report = view.report(report_id)
        found = tree(view, report_id)
        missing = report_id in unlinked(view)
        decided = decisions(Judged(view), {*found.reports})
        names = named(view, {key for one in decided for key in (one.one, *one.others)})
        texts = {edge.report: view.report(edge.report).text for edge in found.edges}
    branches, numbers = _branches(found, texts)
    return desk.render(
        "tree.html",
        report=report,
        found=found,
        missing=missing,
        branches=branches,
        called=called,
        decided=decided,
        named=names,
        picture=tree_picture(found, numbers) if found.edges else None,
    )


def _branches(
    found: Family, texts: Mapping[str, str]
) -> tuple[tuple[Branch, ...], dict[tuple[str, str], int]]:
    """The family as a list within a list, and the numbers of its steps in the order of reading."""
    below, roots = offspring(found)
    rests: dict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(found.edges, key=lambda edge: (-edge.confidence, edge.of)):
        rests[edge.report].append(edge)
    order = [edge for key in _in_order(roots, below) for edge in rests[key]]
    numbers = {(edge.report, edge.of): number for number, edge in enumerate(order, 1)}

    def branch(key: str) -> Branch:
        row = found.reports.get(key)
        return Branch(
            key,
            row,
            (row.outlet or "no outlet") if row else found.outlets[key],
            tuple(
                Step(
                    numbers[key, edge.of], edge, tuple((one, _words(one, texts[key])) for one in edge.reasons)
                )
                for edge in rests[key]
            ),
            tuple(map(branch, below[key])),
            tuple(
                numbers[edge.report, key]
                for edge in order
                if edge.of == key and edge.report not in below[key]
            ),
        )

    return tuple(map(branch, roots)), numbers


def _in_order(some: Iterable[str], below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for one in some:
        yield one
        yield from _in_order(below[one], below)


def _words(reason: Reason, text: str) -> str:
    """The sentence that shows it; none for shared text, which is compared on a page of its own."""
    if reason.why.startswith(f"{reason.kind} copy"):
        return ""
    return sentence_at(text, reason.spans[0][0], reason.spans[-1][1]) if reason.spans else ""
