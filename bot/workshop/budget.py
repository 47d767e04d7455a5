"""One budget of memory for all children: never more together than there is, and nobody waits for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from threading import Condition

# So many may go before one for whom there is no room, half a minute of photos; then all behind it wait.
PASSES = 200


@dataclass(eq=False)
class _Waiting:
    size: int
    passed: int = 0


class Budget:
    def __init__(self, most: int, passes: int = PASSES) -> None:
        self.most, self.passes, self.taken = most, passes, 0
        self._waiting: list[_Waiting] = []
        self._changed = Condition()

    @contextmanager
    def held(self, size: int) -> Iterator[None]:
        """Hold so many bytes once they are free; what is larger than everything is held alone. Who comes later goes
        first only where there is no room yet for those who came earlier, and only `passes` times."""
        size = max(0, min(size, self.most))
        self._take(size)
        try:
            yield
        finally:
            with self._changed:
                self.taken -= size
                self._changed.notify_all()

    def _take(self, size: int) -> None:
        mine = _Waiting(size)
        with self._changed:
            self._waiting.append(mine)
            self._changed.wait_for(lambda: self._fits(mine) and all(map(self._lets_pass, self._before(mine))))
            for one in self._before(mine):
                one.passed += 1
            self._waiting.remove(mine)
            self.taken += size
            self._changed.notify_all()

    def _before(self, mine: _Waiting) -> list[_Waiting]:
        return list(takewhile(lambda one: one is not mine, self._waiting))

    def _fits(self, one: _Waiting) -> bool:
        return self.taken + one.size <= self.most

    def _lets_pass(self, one: _Waiting) -> bool:
        return not self._fits(one) and one.passed < self.passes
