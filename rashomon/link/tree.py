"""Who took it from whom: reports, and outlets whose report is not held, as a graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.link.retellings import family
from rashomon.model import Copy, Retelling, Span

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """One piece of evidence that a report rests on another."""

    kind: str
    """Of the retelling, or of the copy."""
    confidence: float
    why: str
    statement: str
    """Its id; empty for a credit or shared text."""
    spans: tuple[Span, ...]
    """The words that show it, in the report that rests on the other."""


def tree(copies: Iterable[Copy], retellings: Iterable[Retelling]) -> "nx.DiGraph":
    """A graph with an edge from each report to each that it rests on, as far as the records tell.

    Nodes are ids of reports (`held` true) and, as `outlet:` and its name in small letters, outlets whose report is not
    held (`held` false, `name`). An edge has `reasons`, the surest first; `kind` and `confidence` of the surest; and
    `directed`: false between two copies whose dates do not tell which is older, where the edge leaves the larger id.
    A copy of a copy hangs on the eldest that has as much of it, and two that credit one outlet hang on that
    outlet and not on each other. The same records give the same graph in whatever order they come.
    """
    import networkx as nx

    shared = sorted(copies, key=lambda copy: (copy.a, copy.b))
    told = sorted(retellings, key=lambda one: (one.report, _target(one), one.kind, one.statement or ""))
    edges: dict[tuple[str, str], list[Reason]] = {}
    for copy in _first_hand(shared, told):
        edges.setdefault(_direction(copy), []).append(_reason(copy))
    for one in told:
        reason = Reason(one.kind, one.confidence, one.why, one.statement or "", one.spans)
        edges.setdefault((one.report, _target(one)), []).append(reason)
    names = {_target(one): one.outlet for one in reversed(told) if one.of is None}
    doubtful = {_direction(copy) for copy in shared if copy.first is None} - {
        (one.report, _target(one)) for one in told
    }
    graph = nx.DiGraph()
    for node in sorted(
        {node for copy in shared for node in (copy.a, copy.b)} | {node for edge in edges for node in edge}
    ):
        graph.add_node(node, held=node not in names, name=names.get(node))
    for edge, reasons in sorted(edges.items()):
        ranked = tuple(sorted(reasons, key=lambda reason: (-reason.confidence, reason)))
        surest = ranked[0]
        graph.add_edge(
            *edge,
            kind=surest.kind,
            confidence=surest.confidence,
            directed=edge not in doubtful,
            reasons=ranked,
        )
    return graph


def _reason(copy: Copy) -> Reason:
    """What a copy shows, seen from the younger report."""
    side = 0 if _direction(copy)[0] == copy.a else 1
    shares = f"{copy.share_of_shorter:.0%} of the shorter text, {copy.share_of_longer:.0%} of the longer"
    spans = tuple(sorted(passage[side] for passage in copy.passages))
    return Reason(copy.kind, copy.share_of_shorter, f"{copy.kind} copy: {shares}", "", spans)


def _target(one: Retelling) -> str:
    """The node that a retelling points to."""
    return one.of or f"outlet:{family(one.outlet) or one.outlet.casefold()}"


def _direction(copy: Copy) -> tuple[str, str]:
    """The younger and the older of two copies; the larger id counts as younger where nobody knows."""
    return (copy.a, copy.b) if copy.first == copy.b else (copy.b, copy.a)


def _first_hand(copies: list[Copy], retellings: list[Retelling]) -> list[Copy]:
    """The copies without those that another one explains."""
    share = {_direction(copy): copy.share_of_shorter for copy in copies}
    elders: dict[str, set[str]] = {}
    for younger, older in share:
        elders.setdefault(younger, set()).add(older)
    credited: dict[str, set[str]] = {}
    for one in retellings:
        if one.kind == "credit":
            credited.setdefault(one.report, set()).add(_target(one))
    kept = []
    for copy in copies:
        younger, older = _direction(copy)
        common = elders[younger] & elders.get(older, set())
        explained = any(share[younger, eldest] >= share[younger, older] for eldest in common)
        if not explained and not credited.get(younger, set()) & credited.get(older, set()):
            kept.append(copy)
    return kept
