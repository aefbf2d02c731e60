import pytest

from rashomon.web import rate
from rashomon.web.rate import Rate


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_some_at_once_and_then_as_time_goes_on() -> None:
    clock = Clock()
    three = Rate(3, 60, clock)
    assert [three.wait("a") for _ in range(3)] == [0, 0, 0]
    assert three.wait("a") == pytest.approx(20)
    assert three.wait("b") == 0
    clock.now += 20
    assert three.wait("a") == 0
    assert three.wait("a") == pytest.approx(20)
    clock.now += 1000
    assert [three.wait("a") for _ in range(4)] == [0, 0, 0, pytest.approx(20)]


def test_keys_without_debt_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "MOST", 2)
    clock = Clock()
    one = Rate(1, 1, clock)
    for key in "abc":
        one.wait(key)
    clock.now += 5
    one.wait("d")
    assert list(one._free) == ["d"]
