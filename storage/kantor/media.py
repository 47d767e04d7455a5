"""The media of BAB IV: the rows of the table of publikasi, and where the numbers of each come from."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here, InForce, hold


class Source(StrEnum):
    """The numbers of a medium: publikasi on the counted accounts, berita on the website, those of publikasi for a group
    into which each is passed on, a text in their place, or numbers that people tell month by month."""

    COUNTED = "dihitung"
    WEBSITE = "laman"
    GROUP = "grup"
    TEXT = "teks"
    OWN = "sendiri"


class Media(InForce, Row):
    """A medium. In `nama`, {satker} and {atasan} stand for the names of the offices; `angka`: own numbers by month,
    such as {"2022-06": 12}."""

    __tablename__ = "media"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    urut: Mapped[int]
    nama: Mapped[str]
    sumber: Mapped[Source]
    keterangan: Mapped[str] = mapped_column(default="")
    teks: Mapped[str] = mapped_column(default="")
    angka: Mapped[dict[str, Any]] = mapped_column(default=dict)


def usual(here: Here) -> list[Media]:
    """The media of an office that has said nothing about them: what the records count."""
    told = (("Media Sosial", Source.COUNTED, "Postingan"), ("Website", Source.WEBSITE, "Berita"))
    return [
        Media(satker_id=here.satker.id, urut=n, nama=nama, sumber=sumber, keterangan=keterangan, teks="", angka={})
        for n, (nama, sumber, keterangan) in enumerate(told, 1)
    ]


def every(here: Here) -> Sequence[Media]:
    wanted = select(Media).where(Media.satker_id == here.satker.id)
    return list(here.session.scalars(wanted.order_by(Media.urut, Media.id))) or usual(here)


def kept(here: Here) -> Sequence[Media]:
    """The same for people who are about to change them: the usual ones become rows like any other."""
    # Of two who look for the first time at once only one may make rows of them.
    hold(here)
    rows = every(here)
    here.session.add_all(rows)
    here.session.flush()
    return rows


def on(here: Here, day: date) -> list[Media]:
    return [row for row in every(here) if row.in_force(day)]
