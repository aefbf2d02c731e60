"""Groups of members: small ones whole, crowds cut where likenesses are weak."""

from itertools import pairwise

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from rashomon.link import crowds
from rashomon.link.crowds import Crowds
from rashomon.link.likenesses import Likenesses
from rashomon.link.spots import REST
from rashomon.store.tables import metadata

DAY = 1 << REST


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Connection:
    monkeypatch.setattr(crowds, "MOST", 4)
    made = create_engine("sqlite://", poolclass=StaticPool).connect()
    metadata.create_all(made)
    return made


def like(connection: Connection, *links: tuple[int, int, float]) -> None:
    for link in links:
        connection.exec_driver_sql("INSERT INTO likenesses VALUES (?, ?, ?)", link)


def groups(
    connection: Connection, *new: int, lost: tuple[tuple[int, int, float], ...] = ()
) -> list[set[int]]:
    return sorted(Crowds(Likenesses(connection), {}).groups({*new}, lost), key=min)


def test_all_that_likenesses_connect_is_one_group(connection: Connection) -> None:
    like(connection, (DAY, 2 * DAY, 0.4), (2 * DAY, 3 * DAY, 0.9), (3 * DAY, 4 * DAY, 0.3))
    assert groups(connection, DAY) == [{DAY, 2 * DAY, 3 * DAY}]


def test_a_crowd_is_cut_where_likenesses_are_weak(connection: Connection) -> None:
    like(connection, *((a, b, 0.5 if a == DAY + 3 else 0.7) for a, b in pairwise(range(DAY + 1, DAY + 6))))
    assert groups(connection, DAY + 1) == [{DAY + 1, DAY + 2, DAY + 3}, {DAY + 4, DAY + 5}]


def test_a_newcomer_that_makes_a_crowd_puts_the_others_into_other_groups(connection: Connection) -> None:
    like(connection, *((DAY + n, DAY + n + 1, 0.5) for n in range(1, 4)), (DAY + 4, DAY + 5, 0.9))
    found = groups(connection, DAY + 5)
    assert found == [{DAY + 1}, {DAY + 2}, {DAY + 3}, {DAY + 4, DAY + 5}]


def test_a_change_in_a_crowd_touches_few_of_it(connection: Connection) -> None:
    like(connection, *((DAY + n, DAY + n + 1, 0.5 if n % 3 else 0.9) for n in range(300)))
    assert groups(connection, DAY + 150) == [{DAY + 150, DAY + 151}]


def test_a_crowd_of_one_wording_is_cut_by_days(connection: Connection) -> None:
    like(connection, *((n * DAY + k, n * DAY + k + 1, 0.95) for n in range(9) for k in range(2)))
    like(connection, *((n * DAY + 2, (n + 1) * DAY, 0.95) for n in range(8)))
    assert {DAY, DAY + 1, DAY + 2} in groups(connection, DAY)


LOST = [
    pytest.param((DAY, DAY + 2, 0.3), [{DAY, DAY + 1, DAY + 2}], id="a weak one inside a group"),
    pytest.param((DAY, DAY + 4, 0.3), [], id="a weak one between two"),
    pytest.param(
        (DAY, DAY + 4, 0.4), [{DAY, DAY + 1, DAY + 2}, {DAY + 4, DAY + 5}], id="one that joined two"
    ),
    pytest.param((DAY + 10, DAY + 4, 0.4), [{DAY + 4, DAY + 5}], id="one that is too weak in a crowd"),
]


@pytest.mark.parametrize(("likeness", "touched"), LOST)
def test_a_lost_likeness_touches_groups_that_it_was_in_or_could_join(
    connection: Connection, likeness: tuple[int, int, float], touched: list[set[int]]
) -> None:
    like(connection, *((DAY + a, DAY + a + 1, 0.9) for a in (0, 1, 4)))
    like(connection, *((DAY + n, DAY + n + 1, 0.5 if n % 3 else 0.9) for n in range(10, 19)))
    assert groups(connection, lost=(likeness,)) == touched
