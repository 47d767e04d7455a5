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


class Restore(Door, code="ck", who=ANGGOTA):
    """Brings back what was deleted or merged."""

    nomor: int


class Merge(Door, code="g", who=ANGGOTA):
    nomor: int
    into: int


class KeepApart(Door, code="gb", who=ANGGOTA):
    """Answers that a record is not the same as the one it is like."""

    nomor: int


class Follow(Door, code="e", who=ANGGOTA):
    """Has the record say what its edited message says; `pesan`: the row of that message."""

    pesan: int


class LeaveAsIs(Door, code="eb", who=ANGGOTA):
    pesan: int


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


_WHOSE = re.compile(r"(?P<draft>d?)(?P<id>[0-9]{1,9})")


@dataclass(frozen=True)
class Whose:
    """Whose photos: those of a record by its number, or of a draft by its id, written "d1"."""

    id: int
    draft: bool = False

    @property
    def kode(self) -> str:
        return f"d{self.id}" if self.draft else str(self.id)

    @classmethod
    def of_kode(cls, kode: str) -> Self:
        """ValueError where it is neither."""
        found = _WHOSE.fullmatch(kode)
        if found is None:
            raise ValueError(kode)
        return cls(int(found["id"]), bool(found["draft"]))


_PLACE = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True)
class Place:
    """Where a photo stands in the order of its record; what is put first goes below zero."""

    urut: int

    @property
    def kode(self) -> str:
        return str(self.urut)

    @classmethod
    def of_kode(cls, kode: str) -> Self:
        """ValueError where it is no number."""
        if _PLACE.fullmatch(kode) is None:
            raise ValueError(kode)
        return cls(int(kode))


class Mark(StrEnum):
    """Why a photo is not shown everywhere."""

    HIDDEN = "sembunyi"
    CHILD = "anak"


class Photos(Door, code="p", who=ANGGOTA):
    whose: Whose
    page: int = 0


class PhotoPrivacy(Door, code="pv", who=ANGGOTA):
    """The same page, with the buttons that say whether a photo is shown."""

    whose: Whose
    page: int = 0


class MarkPhoto(Door, code="pm", who=ANGGOTA):
    """Says the opposite of what was said so far of `foto`, the id of its row."""

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
    """Where it stood before it was removed or put first."""

    whose: Whose
    page: int
    foto: int
    place: Place
