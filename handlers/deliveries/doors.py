"""Doors to a group post whose fate is unknown; `post` is its row of the outbox."""

from handlers.chat.door import KETUA_PELAKSANA, Door


class Arrived(Door, code="o", who=KETUA_PELAKSANA):
    post: int


class SendAgain(Door, code="or", who=KETUA_PELAKSANA):
    post: int
