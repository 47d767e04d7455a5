"""Doors to the matrix of a month, and to the correction of a cell."""

from datetime import date

from handlers.chat.door import KETUA_PELAKSANA, Door


class Month(Door, code="x", who=KETUA_PELAKSANA):
    bulan: date


class Correct(Door, code="xj", who=KETUA_PELAKSANA):
    """Asks for the next missing part of a correction: the jenis, the platform, then the number."""

    bulan: date
    jenis: str = ""
    platform: str = ""


class Put(Door, code="xs", who=KETUA_PELAKSANA):
    """Sets a cell; None takes its correction back."""

    bulan: date
    nilai: int | None
    jenis: str
    platform: str
