"""A foreman of a system that lets no process say that it is the first to go where memory runs out."""

import builtins
import io
from typing import Any

from bot.workshop import foreman

_OPEN = open


def _forbidden(file: Any, *how: Any, **more: Any) -> Any:
    if str(file) == "/proc/self/oom_score_adj":
        raise PermissionError(file)
    return _OPEN(file, *how, **more)


def main() -> None:
    """The real foreman, there."""
    vars(builtins)["open"] = vars(io)["open"] = _forbidden
    foreman.main()
