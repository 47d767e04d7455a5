"""Doors of a province to the offices below it: its roll-up, who has sent, who is reminded, who may send workbooks."""

from handlers.chat.door import EVERYONE, KETUA_PELAKSANA, PEMIMPIN, Door
from handlers.reading.dates.periods import Periode


class Which(Door, code="vp", who=PEMIMPIN):
    """Asks for the own report or the roll-up of a period."""

    periode: Periode


class Recap(Door, code="vr", who=PEMIMPIN):
    periode: Periode


class Offices(Door, code="vs", who=EVERYONE):
    """Lists which offices have sent."""

    periode: Periode
    page: int = 0


class Missing(Door, code="vb", who=KETUA_PELAKSANA):
    """Lists the offices that have not sent, to be reminded."""

    periode: Periode
    page: int = 0


class Remind(Door, code="vi", who=KETUA_PELAKSANA):
    """Reminds an office; without a code all that have not sent."""

    periode: Periode
    page: int = 0
    kode: str = ""


class Senders(Door, code="vu", who=KETUA_PELAKSANA):
    """Lists the offices for which somebody may be invited to send workbooks."""

    page: int = 0


class InviteSender(Door, code="vk", who=KETUA_PELAKSANA):
    """A link for who sends the workbooks of an office; `instead` of the one who does so now."""

    kode: str
    instead: bool = False
