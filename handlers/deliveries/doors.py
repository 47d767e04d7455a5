"""Doors to a group post whose fate is unknown; `post` is its row of the outbox."""

from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.door import Door


class Arrived(Door, code="o", who=KETUA_PELAKSANA):
    post: int


class SendAgain(Door, code="or", who=KETUA_PELAKSANA):
    post: int
