"""Doors to people: what one can do here, who is invited or shut out, and whether somebody is forgotten."""

from enum import StrEnum

from handlers.chat.door import ANYBODY, KETUA_PELAKSANA, Door


class Commands(Door, code="bn"):
    """All commands of a person, or what those of a group do."""

    group: str = ""


class Invite(Door, code="u", who=KETUA_PELAKSANA):
    """A link for somebody who is listed."""

    anggota: int


class InviteAgain(Door, code="ul", who=KETUA_PELAKSANA):
    """A link for somebody who has another number or account now; 0 asks for whom."""

    anggota: int = 0


class Connect(Door, code="us", who=ANYBODY):
    """A link of one's own into another channel of the bot."""

    channel: str


class Disconnect(Door, code="up", who=ANYBODY):
    """An account that was connected with the person's own is taken away again."""

    identity: int


class ShutOut(Door, code="uc", who=KETUA_PELAKSANA):
    """The person who came in by a link goes out again."""

    anggota: int


class Decision(StrEnum):
    WITHDRAW = "batal"
    GRANT = "setuju"
    REFUSE = "tolak"


class Decide(Door, code="dt", who=ANYBODY):
    """What becomes of the wish to be forgotten; `request` is its audit entry. Its author may withdraw it, and each
    other ketua pelaksana decide."""

    request: int
    decision: Decision
