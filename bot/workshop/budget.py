"""One budget of memory for all children: never more together than there is, and nobody waits for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from threading import Condition

# So many may go before one for whom there is no room, half a minute of photos; then all behind it wait.
PASSES = 200


@dataclass(eq=False)
class Waiting:
    size: int
    passed: int = 0


class Budget:
    def __init__(self, most: int, passes: int = PASSES) -> None:
        self.most, self.passes, self.taken = most, passes, 0
        self._waiting: list[Waiting] = []
        self._changed = Condition()

    @contextmanager
    def held(self, size: int, *, wait: bool = True) -> Iterator[bool]:
        """Hold so many bytes once they are free; what is larger than everything is held alone. Who comes later goes
        first only where there is no room yet for those who came earlier, and only `passes` times. Who does not `wait`
        holds nothing where others would have to, and is told False."""
        size = max(0, min(size, self.most))
        held = self._take(size, wait=wait)
        try:
            yield held
        finally:
            if held:
                self._give_back(size)

    def _take(self, size: int, *, wait: bool) -> bool:
        mine = Waiting(size)
        with self._changed:
            if not (wait or self._may(mine)):
                return False
            self._waiting.append(mine)
            self._changed.wait_for(lambda: self._may(mine))
            self._go(mine)
            return True

    def _go(self, mine: Waiting) -> None:
        for one in self._before(mine):
            one.passed += 1
        self._waiting.remove(mine)
        self.taken += mine.size
        self._changed.notify_all()

    def _give_back(self, size: int) -> None:
        with self._changed:
            self.taken -= size
            self._changed.notify_all()

    def _may(self, mine: Waiting) -> bool:
        return self._fits(mine) and all(map(self._lets_pass, self._before(mine)))

    def _before(self, mine: Waiting) -> list[Waiting]:
        return list(takewhile(lambda one: one is not mine, self._waiting))

    def _fits(self, one: Waiting) -> bool:
        return self.taken + one.size <= self.most

    def _lets_pass(self, one: Waiting) -> bool:
        return not self._fits(one) and one.passed < self.passes
