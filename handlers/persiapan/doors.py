"""Doors of the set-up: those that move between steps, and those of the buttons of each step."""

from enum import StrEnum

from handlers.chat.door import KETUA_PELAKSANA, Door


class StepName(StrEnum):
    """The steps by the names under which an office keeps which of them it has skipped."""

    SATKER = "satker"
    ALAMAT = "alamat"
    AKUN = "akun"
    ORANG = "orang"
    GRUP = "grup"
    KOLASE = "kolase"
    LOGO = "logo"
    RIWAYAT = "riwayat"


class GoOn(Door, code="ps", who=KETUA_PELAKSANA):
    """Shows the card at its current step. `later`: from now on the card does not come by itself."""

    later: bool = False


class Show(Door, code="psl", who=KETUA_PELAKSANA):
    step: StepName


class PassOver(Door, code="pss", who=KETUA_PELAKSANA):
    step: StepName


class Tell(Door, code="psq", who=KETUA_PELAKSANA):
    """The question of a step that words answer."""

    step: StepName


class SendLogo(Door, code="pl", who=KETUA_PELAKSANA):
    """The question of a step that a picture answers."""


class Choose(Door, code="psw", who=KETUA_PELAKSANA):
    """Chooses the region of the office. `region`: its official code."""

    region: str


class Count(Door, code="psa", who=KETUA_PELAKSANA):
    """Marks an account as counted as publikasi, or not."""

    akun: int


class Invite(Door, code="pso", who=KETUA_PELAKSANA):
    anggota: int


class InviteAll(Door, code="psu", who=KETUA_PELAKSANA):
    """Sends an invitation for each member of the list who has not come in."""


class Part(StrEnum):
    """The part of the weekly time that is chosen; KEPT: the time of the card is right."""

    DAY = "h"
    HOUR = "j"
    AHEAD = "p"
    KEPT = "pakai"


class KolaseTime(Door, code="psk", who=KETUA_PELAKSANA):
    """`value` is the day of the week (0 for Monday), the full hour, or how many hours ahead the preview comes (0 for
    none)."""

    part: Part
    value: int = 0


class Template(Door, code="pst", who=KETUA_PELAKSANA):
    """Sends the workbook for an office's older records."""
