"""Doors to a kolase: its original and other formats, the looks of all of them, the layout and the hour of a week."""

from enum import StrEnum

from handlers.chat.door import KETUA_PELAKSANA, Door
from handlers.reading.dates.pekan import Pekan
from storage.laporan.deliveries import Part


class Shape(StrEnum):
    """The form of the file: the sheets of the post at twice their size, or another format."""

    ORIGINAL = "asli"
    SQUARE = "persegi"
    STORY = "cerita"
    A4 = "a4"


class Draw(Door, code="ko", in_group=True):
    """Sends a posted kolase as a document to the private chat of the person who presses."""

    delivery: int
    shape: Shape


class Formats(Door, code="kf"):
    """Asks in the private chat of the person who presses which format they want."""

    delivery: int


class ChooseTheme(Door, code="tm", who=KETUA_PELAKSANA):
    """Chooses a theme by name: its colours and its own pattern."""

    theme: str


class ChoosePattern(Door, code="tmp", who=KETUA_PELAKSANA):
    """Chooses the pattern of the bands by name."""

    pattern: str


class ReplaceLogo(Door, code="tml", who=KETUA_PELAKSANA):
    """Asks for the picture of the emblem; the next message answers."""


class RemoveLogo(Door, code="tmh", who=KETUA_PELAKSANA):
    """Removes the emblem from the kolase."""


class Way(StrEnum):
    UP = "naik"
    DOWN = "turun"


class Crop(StrEnum):
    """The place that the crop of a photo is moved to."""

    LEFT = "kiri"
    RIGHT = "kanan"
    UP = "atas"
    DOWN = "bawah"
    WHOLE = "utuh"
    AUTOMATIC = ""


class Wait(StrEnum):
    """Until when a post waits: an hour more, tomorrow or Monday at the office's hour."""

    HOUR = "jam"
    TOMORROW = "besok"
    MONDAY = "senin"


class Look(Door, code="ks", who=KETUA_PELAKSANA):
    """Turns a preview to one of its parts."""

    pekan: Pekan
    part: Part


class Sheet(Door, code="ksl", who=KETUA_PELAKSANA):
    """Turns a preview to another sheet, counted from 1."""

    pekan: Pekan
    page: int


class Cell(Door, code="ksc", who=KETUA_PELAKSANA):
    """Shows one kegiatan of a preview, with the buttons for its cell."""

    pekan: Pekan
    nomor: int


class Move(Door, code="ksm", who=KETUA_PELAKSANA):
    """Moves a cell past its visible neighbour."""

    pekan: Pekan
    nomor: int
    way: Way


class Hide(Door, code="ksh", who=KETUA_PELAKSANA):
    """Hides a cell, or shows it again."""

    pekan: Pekan
    nomor: int
    hidden: bool


class NextPhoto(Door, code="ksf", who=KETUA_PELAKSANA):
    """Gives a cell the next photo of its kegiatan."""

    pekan: Pekan
    nomor: int


class PlaceCrop(Door, code="ksg", who=KETUA_PELAKSANA):
    """Moves the crop of a cell's photo."""

    pekan: Pekan
    nomor: int
    to: Crop


class Retitle(Door, code="ksj", who=KETUA_PELAKSANA):
    """Asks for a title for the cell in place of the kegiatan's name; the next message answers."""

    pekan: Pekan
    nomor: int


class OwnTitle(Door, code="ksn", who=KETUA_PELAKSANA):
    """Gives a cell the kegiatan's name again."""

    pekan: Pekan
    nomor: int


class PostNow(Door, code="ksk", who=KETUA_PELAKSANA):
    """Posts a week before its hour."""

    pekan: Pekan


class PostAgain(Door, code="ksu", who=KETUA_PELAKSANA):
    """Posts a week again whose post did not arrive or was deleted."""

    pekan: Pekan


class RenewPost(Door, code="ksb", who=KETUA_PELAKSANA):
    """Replaces the picture of a post that no longer changes by itself."""

    pekan: Pekan


class PutOff(Door, code="kst", who=KETUA_PELAKSANA):
    """Puts the post of a week off."""

    pekan: Pekan
    wait: Wait


class PostInTime(Door, code="ksi", who=KETUA_PELAKSANA):
    """Ends the putting off: the week is posted at its hour."""

    pekan: Pekan
