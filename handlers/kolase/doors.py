"""Doors to a kolase: the picture itself and its other formats, and the looks of all that are drawn."""

from enum import StrEnum

from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.door import Door


class Shape(StrEnum):
    """What a picture is drawn as: its own sheets at twice their size, or another format."""

    ORIGINAL = "asli"
    SQUARE = "persegi"
    STORY = "cerita"
    A4 = "a4"


class Draw(Door, code="ko", in_group=True):
    """The kolase of a delivery as a document, in the private chat of whoever presses."""

    delivery: int
    shape: Shape


class Formats(Door, code="kf", in_group=True):
    """Which formats there are, asked in the private chat of whoever presses."""

    delivery: int


class ChooseTheme(Door, code="tm", who=KETUA_PELAKSANA):
    """The colours by their name, and with them the pattern that belongs to these."""

    theme: str


class ChoosePattern(Door, code="tmp", who=KETUA_PELAKSANA):
    """The pattern on the bands, by its name."""

    pattern: str


class ReplaceLogo(Door, code="tml", who=KETUA_PELAKSANA):
    """A card asks for the picture of the emblem; the next message answers."""


class RemoveLogo(Door, code="tmh", who=KETUA_PELAKSANA):
    """The kolase is drawn without an emblem."""


class UndoLook(Door, code="tmu", who=KETUA_PELAKSANA):
    """A change of the looks is taken back; `entry` is the one that the audit has of it."""

    entry: int
