"""The program while it is loaded: what is loaded stays to the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stays() -> Iterator[None]:
    """What is loaded meanwhile is never searched for what could be let go: not now, not later, and not at the end, when
    that would take as long as loading it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
