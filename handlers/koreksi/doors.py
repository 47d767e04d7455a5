"""Doors to a record: to look at it, change, complete, merge, delete it and take that back, and to its photos."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from handlers.chat.door import ANGGOTA, KETUA_PELAKSANA, Door


class View(Door, code="c", who=ANGGOTA):
    nomor: int


class Change(Door, code="cu", who=ANGGOTA):
    """Opens the card on which a record is changed."""

    nomor: int


class Delete(Door, code="ch", who=ANGGOTA):
    nomor: int


class CorrectByKept(Door, code="cr", who=ANGGOTA):
    """Corrects a record by the kept words of a draft."""

    nomor: int
    draft: int


class Restore(Door, code="ck", who=ANGGOTA):
    """Brings back a record that was deleted or merged."""

    nomor: int


class Merge(Door, code="g", who=ANGGOTA):
    nomor: int
    into: int


class KeepApart(Door, code="gb", who=ANGGOTA):
    """Answers that a record is not the same as the one it is like."""

    nomor: int


class Follow(Door, code="e", who=ANGGOTA):
    """Changes the record as its edited message says. `message`: the id of the row that keeps the message."""

    message: int


class LeaveAsIs(Door, code="eb", who=ANGGOTA):
    message: int


class AskToComplete(Door, code="m", who=KETUA_PELAKSANA):
    """Asks the ketua pelaksana for one line about what the reporter should complete."""

    nomor: int


class Missing(Door, code="ml", who=KETUA_PELAKSANA):
    """The question for that line. `event`: the press that began it, which keeps the cards of two requests apart."""

    nomor: int
    event: str


class History(Door, code="r", who=ANGGOTA):
    """A page of the history of a record."""

    nomor: int
    page: int = 0


_WHOSE = re.compile(r"(?P<draft>d?)(?P<id>[0-9]{1,9})")


@dataclass(frozen=True)
class Whose:
    """The owner of photos: a record by its number, or a draft by its id, written "d1"."""

    id: int
    draft: bool = False

    @property
    def kode(self) -> str:
        return f"d{self.id}" if self.draft else str(self.id)

    @classmethod
    def of_kode(cls, kode: str) -> Self:
        """The owner from its written form; ValueError for any other text."""
        found = _WHOSE.fullmatch(kode)
        if found is None:
            raise ValueError(kode)
        return cls(int(found["id"]), bool(found["draft"]))


_PLACE = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True)
class Place:
    """The place of a photo in the order of its record; a photo put first gets a number below zero."""

    urut: int

    @property
    def kode(self) -> str:
        return str(self.urut)

    @classmethod
    def of_kode(cls, kode: str) -> Self:
        """The place from its written form; ValueError for any other text."""
        if _PLACE.fullmatch(kode) is None:
            raise ValueError(kode)
        return cls(int(kode))


class Mark(StrEnum):
    """The reason why a photo is not shown everywhere."""

    HIDDEN = "sembunyi"
    CHILD = "anak"


class Photos(Door, code="p", who=ANGGOTA):
    whose: Whose
    page: int = 0


class PhotoPrivacy(Door, code="pv", who=ANGGOTA):
    """Shows a page of photos with the buttons that mark photos as hidden or as showing children."""

    whose: Whose
    page: int = 0


class MarkPhoto(Door, code="pm", who=ANGGOTA):
    """Switches a mark of the photo `foto`, an id."""

    whose: Whose
    page: int
    foto: int
    mark: Mark


class RemovePhoto(Door, code="ph", who=ANGGOTA):
    whose: Whose
    page: int
    foto: int


class PutPhotoFirst(Door, code="pf", who=ANGGOTA):
    whose: Whose
    page: int
    foto: int


class PutPhotoBack(Door, code="pu", who=ANGGOTA):
    """Puts a photo back to the place that it had before it was removed or put first."""

    whose: Whose
    page: int
    foto: int
    place: Place
