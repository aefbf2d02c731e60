"""Who took it from whom."""

import itertools

from rashomon.link.tree import tree
from rashomon.model import Copy, Retelling


def copy(a: str, b: str, first: str | None, share: float = 0.9) -> Copy:
    return Copy(a, b, "near", share, share, first, (((0, 9), (5, 14)),))


def retelling(report: str, outlet: str, of: str | None = None, kind: str = "credit") -> Retelling:
    return Retelling(report, outlet, of, kind, None, ((1, 4),), 0.8, "because")  # type: ignore[arg-type]


def test_the_younger_rests_on_the_older_by_the_words_it_has() -> None:
    graph = tree([copy("a", "b", "b")], [])
    assert [*graph.edges] == [("a", "b")]
    [reason] = graph.edges["a", "b"]["reasons"]
    assert (reason.kind, reason.spans, graph.edges["a", "b"]["directed"]) == ("near", ((0, 9),), True)
    assert "90% of the shorter" in reason.why


def test_copies_of_unknown_age_have_no_direction() -> None:
    graph = tree([copy("a", "b", None)], [])
    assert [(edge, graph.edges[edge]["directed"]) for edge in graph.edges] == [(("b", "a"), False)]


def test_an_outlet_whose_report_is_not_held_is_a_node_by_one_name() -> None:
    graph = tree(
        [], [retelling("a", "AFP"), retelling("b", "Agence France-Presse"), retelling("c", "AFP", "d")]
    )
    assert sorted(graph.edges) == [("a", "outlet:afp"), ("b", "outlet:afp"), ("c", "d")]
    assert graph.nodes["outlet:afp"] == {"held": False, "name": "AFP"}
    assert graph.nodes["d"]["held"]


def test_a_copy_of_a_copy_hangs_on_the_eldest_that_has_as_much() -> None:
    chain = [copy("a", "b", "a"), copy("b", "c", "b"), copy("a", "c", "a")]
    assert sorted(tree(chain, []).edges) == [("b", "a"), ("c", "a")]
    less = [copy("a", "b", "a"), copy("b", "c", "b"), copy("a", "c", "a", 0.4)]
    assert sorted(tree(less, []).edges) == [("b", "a"), ("c", "a"), ("c", "b")]


def test_two_that_credit_one_outlet_do_not_rest_on_each_other() -> None:
    graph = tree([copy("a", "b", "a")], [retelling("a", "AFP"), retelling("b", "AFP")])
    assert sorted(graph.edges) == [("a", "outlet:afp"), ("b", "outlet:afp")]


def test_all_evidence_for_an_edge_is_kept_the_surest_first() -> None:
    graph = tree([copy("a", "b", None, 0.5)], [retelling("b", "Northern Wire", "a", "cites")])
    edge = graph.edges["b", "a"]
    assert [reason.kind for reason in edge["reasons"]] == ["cites", "near"]
    assert (edge["kind"], edge["confidence"], edge["directed"]) == ("cites", 0.8, True)


def test_the_order_of_records_does_not_matter() -> None:
    copies = [copy("a", "b", "a"), copy("b", "c", None), copy("a", "c", "a", 0.95)]
    told = [retelling("c", "AFP"), retelling("b", "AFP", kind="cites"), retelling("c", "Reuters", "a")]
    first = tree(copies, told)
    for one, other in itertools.product(itertools.permutations(copies), itertools.permutations(told)):
        graph = tree(one, other)
        assert [*graph.nodes(data=True)] == [*first.nodes(data=True)]
        assert [*graph.edges(data=True)] == [*first.edges(data=True)]
