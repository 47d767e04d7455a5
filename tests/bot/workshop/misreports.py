"""A foreman whose children are killed while they make a report: in the folder "dies" at once, in "once" only the first
one, in "pages" later."""

import os
import signal
from pathlib import Path
from socket import socket

from bot.workshop import filling, foreman
from bot.workshop.wire import Said
from renderers.rekap import rekap
from renderers.word import contents

_FILL = filling.fill


def _killed(*_: object) -> list[str]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def _faulty(*_: object, **__: object) -> list[str]:
    raise ValueError("Rapat Pleno")


def _fill(told: socket, asked: Said) -> Said:
    folder = Path(asked.head["photos"]).name
    if folder == "dies":
        _killed()
    if folder == "once" and not (begun := Path(asked.head["photos"]) / "begun").exists():
        begun.touch()
        _killed()
    if folder == "fault":
        vars(rekap)["draw"] = _faulty
    if folder == "pages":
        vars(contents)["pages"] = _killed
    return _FILL(told, asked)


def main() -> None:
    """The real foreman, with these reports beside the real ones."""
    vars(filling)["fill"] = _fill
    foreman.main()
