"""One budget of memory for all children: who asks first is let in first, and never more together than there is."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Budget:
    def __init__(self, most: int) -> None:
        self.most, self.taken = most, 0
        self._waiting: deque[object] = deque()
        self._changed = Condition()

    @contextmanager
    def held(self, size: int) -> Iterator[None]:
        """Hold so many bytes once those who came earlier have theirs; what is larger than everything is held alone."""
        size = min(size, self.most)
        self._take(size)
        try:
            yield
        finally:
            with self._changed:
                self.taken -= size
                self._changed.notify_all()

    def _take(self, size: int) -> None:
        mine = object()
        with self._changed:
            self._waiting.append(mine)
            self._changed.wait_for(lambda: self._waiting[0] is mine and self.taken + size <= self.most)
            self._waiting.popleft()
            self.taken += size
            self._changed.notify_all()
