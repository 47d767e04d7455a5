"""Doors to a record: to look at it, change, complete, merge, delete it and take that back."""

from handlers.chat.access import ANGGOTA, KETUA_PELAKSANA
from handlers.chat.door import Door


class AskToComplete(Door, code="m", who=KETUA_PELAKSANA):
    """The ketua pelaksana writes in one line what the reporter is to complete."""

    nomor: int


class Missing(Door, code="ml", who=KETUA_PELAKSANA):
    """What is asked of the ketua pelaksana then; `event` is the press, which tells the cards of two requests apart."""

    nomor: int
    event: str


class History(Door, code="r", who=ANGGOTA):
    """Who changed what, a page of it."""

    nomor: int
    page: int = 0
