"""How often someone may do what costs: so many times at once, and then as often as time goes on."""

import time
from collections.abc import Callable

MOST = 10_000
"""Keys remembered; with more, those that have all their turns back are forgotten."""


class Rate:
    """At most `times` in `seconds` for each key, spread as the asker likes."""

    def __init__(self, times: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._times, self._pause, self._clock = times, seconds / times, clock
        self._free: dict[str, float] = {}

    def wait(self, key: str) -> float:
        """How many seconds to wait; 0 where it may be done now, which is then counted."""
        now = self._clock()
        if len(self._free) >= MOST:
            self._free = {one: free for one, free in self._free.items() if free > now}
        free = max(self._free.get(key, 0.0), now)
        over = free + self._pause - now - self._times * self._pause
        if over > 1e-9:
            return over
        self._free[key] = free + self._pause
        return 0.0
