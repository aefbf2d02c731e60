"""Who took it from whom: a report, what it rests on, and what rests on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.link.tree import Reason
from rashomon.link.tree import tree as graph
from rashomon.model import Copy, Retelling
from rashomon.query.judged import Judged
from rashomon.query.reports import ReportRow, report_rows
from rashomon.store import View

if TYPE_CHECKING:
    import networkx as nx

MOST = 300
"""Reports of one family that are looked up; those nearest to the one that is asked for."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One that rests on another."""

    report: str
    """Id of the report that rests on the other."""
    of: str
    """Id of the other; `outlet:` and a name for an outlet whose report is not held."""
    kind: str
    confidence: float
    directed: bool
    """False where nobody knows which of two copies came first."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The family of a report."""

    report: str
    reports: dict[str, ReportRow]
    outlets: dict[str, str]
    """The names of outlets whose report is not held."""
    edges: tuple[Edge, ...]
    whole: bool
    """Whether these are all; False where the family has more reports than were looked up."""


def tree(view: View, report: str) -> Family:
    """The family of a report by its whole id: whoever is linked to it by copies and retellings, at any remove."""
    judged = Judged(view)
    seen, ahead = {report}, [report]
    copies: dict[tuple[str, str], Copy] = {}
    retold: dict[Retelling, None] = {}
    whole = True
    while ahead:
        one = ahead.pop(0)
        mine = judged.copies_of(one)
        told = [*judged.retellings([one]), *judged.retold(one)]
        copies |= {(copy.a, copy.b): copy for copy in mine}
        retold |= dict.fromkeys(told)
        near = {*(copy.a for copy in mine), *(copy.b for copy in mine)}
        near |= {other for link in told for other in (link.report, link.of) if other}
        new = sorted(near - seen)[: MOST - len(seen)]
        whole = whole and len(new) == len(near - seen)
        seen |= set(new)
        ahead += new
    within = [copy for copy in copies.values() if {copy.a, copy.b} <= seen]
    known = [link for link in retold if link.report in seen and (link.of is None or link.of in seen)]
    return _family(view, report, graph(within, known), whole=whole)


def _family(view: View, report: str, found: "nx.DiGraph", *, whole: bool) -> Family:
    held = sorted({report, *(node for node, data in found.nodes(data=True) if data["held"])})
    edges = tuple(
        Edge(one, other, data["kind"], data["confidence"], data["directed"], data["reasons"])
        for one, other, data in sorted(found.edges(data=True), key=lambda edge: edge[:2])
    )
    outlets = {node: data["name"] for node, data in found.nodes(data=True) if not data["held"]}
    return Family(report, {row.id: row for row in report_rows(view, held)}, outlets, edges, whole)
