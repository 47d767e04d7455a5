"""`python -m tests.bot.trouble.failing "PLACE WHEN" N`: bot run, dead as by kill -9 when it is there for the nth time.

The places are found from outside: the program itself knows nothing of it."""

import importlib
import inspect
import os
import sys
from collections.abc import Callable
from typing import Any

from bot.__main__ import main

# Every step between Telegram's update and the note that the answer was sent.
PLACES = (
    "bot.intake.inlet Inlet._put",
    "storage.chat.inbox put",
    "bot.telegram.channel Telegram.incoming",
    "storage.foto.photos keep",
    "handlers.dispatch handle",
    "storage.chat.inbox take",
    "handlers.dispatch queue",
    "bot.work.sender claim",
    "bot.telegram.send send",
    "bot.telegram.channel Telegram.edit",
    "bot.work.outcome sent",
    "bot.work.outcome tell",
    "handlers.dispatch tick",
    "bot.work.drawing.workers Drawings._begun",
    "bot.work.drawing.workers Drawings._draw",
    "bot.work.drawing.workers Drawings._kept",
    "bot.work.drawing.workers Drawings._drawn",
)
FAILPOINTS = tuple(f"{place} {when}" for place in PLACES for when in ("before", "after"))
STATUS = 137


def arm(point: str, number: int) -> None:
    place, _, when = point.rpartition(" ")
    owner, name = found(place)
    setattr(owner, name, _deadly(getattr(owner, name), when, number))


def found(place: str) -> tuple[Any, str]:
    """The module or class of a place, and the name that it has there."""
    module, path = place.split()
    owner: Any = importlib.import_module(module)
    *inside, name = path.split(".")
    for part in inside:
        owner = getattr(owner, part)
    return owner, name


def _deadly(step: Callable[..., Any], when: str, number: int) -> Callable[..., Any]:
    left = [number]

    def hit(moment: str) -> None:
        left[0] -= moment == when
        if left[0] <= 0 and moment == when:
            os._exit(STATUS)

    if inspect.iscoroutinefunction(step):

        async def waited(*args: Any, **named: Any) -> Any:
            hit("before")
            result = await step(*args, **named)
            hit("after")
            return result

        return waited

    def done(*args: Any, **named: Any) -> Any:
        hit("before")
        result = step(*args, **named)
        hit("after")
        return result

    return done


if __name__ == "__main__":
    from bot.__main__ import main

    arm(sys.argv[1], int(sys.argv[2]))
    sys.argv[1:] = ["run"]
    main()
