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


class Formats(Door, code="kf", in_group=True):
    """Asks in the private chat of the person who presses which format they want."""

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
    """A preview, at a part of it."""

    pekan: Pekan
    part: Part


class Sheet(Door, code="ksl", who=KETUA_PELAKSANA):
    """Another sheet of a preview, counted from 1."""

    pekan: Pekan
    page: int


class Cell(Door, code="ksc", who=KETUA_PELAKSANA):
    """Shows one kegiatan of a preview, with the buttons for its cell."""

    pekan: Pekan
    nomor: int


class Move(Door, code="ksm", who=KETUA_PELAKSANA):
    """The cell changes places with its neighbour in sight."""

    pekan: Pekan
    nomor: int
    way: Way


class Hide(Door, code="ksh", who=KETUA_PELAKSANA):
    """The cell is left out, or shown again."""

    pekan: Pekan
    nomor: int
    hidden: bool


class NextPhoto(Door, code="ksf", who=KETUA_PELAKSANA):
    """The cell shows the next photo of its kegiatan."""

    pekan: Pekan
    nomor: int


class PlaceCrop(Door, code="ksg", who=KETUA_PELAKSANA):
    """The crop of the cell's photo lies elsewhere."""

    pekan: Pekan
    nomor: int
    to: Crop


class Retitle(Door, code="ksj", who=KETUA_PELAKSANA):
    """Asks for a title for the cell in place of the kegiatan's name; the next message answers."""

    pekan: Pekan
    nomor: int


class OwnTitle(Door, code="ksn", who=KETUA_PELAKSANA):
    """The cell says the kegiatan's name again."""

    pekan: Pekan
    nomor: int


class PostNow(Door, code="ksk", who=KETUA_PELAKSANA):
    """The week goes into the group before its hour."""

    pekan: Pekan


class PostAgain(Door, code="ksu", who=KETUA_PELAKSANA):
    """A post that did not arrive, or was deleted, comes anew."""

    pekan: Pekan


class RenewPost(Door, code="ksb", who=KETUA_PELAKSANA):
    """The picture in the group is replaced where it does not change by itself any more."""

    pekan: Pekan


class PutOff(Door, code="kst", who=KETUA_PELAKSANA):
    """The week is posted later."""

    pekan: Pekan
    wait: Wait


class PostInTime(Door, code="ksi", who=KETUA_PELAKSANA):
    """The week is posted at its hour after all."""

    pekan: Pekan
