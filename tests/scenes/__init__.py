"""Calm illustrated scenes in one palette that stand in for photos in the sample and in tests."""

from collections.abc import Callable
from random import Random

from PIL import Image

from tests.scenes import chairs, events, meetings, outdoors, sittings, stages
from tests.scenes.canvas import Canvas
from tests.scenes.rooms import MOODS, Mood

_DRAWN: dict[str, Callable[[Canvas, Random, Mood], None]] = {
    "english class": events.english_class,
    "boardroom": meetings.boardroom,
    "briefing": meetings.briefing,
    "plenary": meetings.plenary,
    "facing": meetings.facing,
    "huddle": meetings.huddle,
    "training": sittings.training,
    "council": sittings.council,
    "hearing": sittings.hearing,
    "desks": sittings.desks,
    "handover": stages.handover,
    "launch": stages.launch,
    "talk show": chairs.talk_show,
    "courtesy": chairs.courtesy,
    "hall": events.hall,
    "gathering": events.gathering,
    "visit": events.visit,
    "lobby": events.lobby,
    "panel": stages.panel,
    "apel": outdoors.apel,
    "ceremony": outdoors.ceremony,
    "flag ceremony": outdoors.flag_ceremony,
    "jambore": outdoors.jambore,
    "breakfast": outdoors.breakfast,
}
SCENES: tuple[str, ...] = tuple(_DRAWN)


def scene(name: str, seed: int, size: tuple[int, int]) -> Image.Image:
    """The same picture for the same arguments; neighbouring seeds differ in colours as well."""
    canvas = Canvas(size)
    _DRAWN[name](canvas, Random(f"{name} {seed}"), MOODS[seed % len(MOODS)])
    return canvas.finished()
