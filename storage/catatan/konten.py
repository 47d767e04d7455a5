"""Konten, their postingan per platform, and the corrections of a month's matrix."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, selectinload

from storage.database import Row, Session
from storage.kantor.satker import Here


class Konten(Row):
    """One published content, or a counted entry (`judul` empty) that stands for several.

    `sebulan`: only the month of `tanggal` is known; `perkiraan`: the count is an estimate."""

    __tablename__ = "konten"
    __table_args__ = (UniqueConstraint("satker_id", "nomor"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    nomor: Mapped[int]
    jenis: Mapped[str]
    judul: Mapped[str] = mapped_column(default="")
    tanggal: Mapped[date] = mapped_column(index=True)
    sebulan: Mapped[bool] = mapped_column(default=False)
    informasi: Mapped[bool] = mapped_column(default=False)
    perkiraan: Mapped[bool] = mapped_column(default=False)
    kegiatan_id: Mapped[int | None] = mapped_column(ForeignKey("kegiatan.id"))
    pelapor_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id"), unique=True)
    dibuat_at: Mapped[datetime]
    dihapus_at: Mapped[datetime | None]
    postingan: Mapped[list["Postingan"]] = relationship(order_by="Postingan.urut", cascade="all, delete-orphan")

    @property
    def day(self) -> date:
        """The day by which kegiatan and konten are sorted."""
        return self.tanggal

    @property
    def jumlah(self) -> int:
        """The number of konten that this entry counts: the largest of its platform numbers."""
        return max((p.jumlah for p in self.postingan), default=0)


class Postingan(Row):
    """The placement of a konten on one platform."""

    __tablename__ = "postingan"
    __table_args__ = (UniqueConstraint("konten_id", "platform"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    konten_id: Mapped[int] = mapped_column(ForeignKey("konten.id"), index=True)
    urut: Mapped[int]
    platform: Mapped[str]
    jumlah: Mapped[int] = mapped_column(default=1)
    url: Mapped[str] = mapped_column(default="")
    kode: Mapped[str] = mapped_column(default="", index=True)


class Koreksi(Row):
    """A matrix cell that the ketua pelaksana set by hand, with the reason."""

    __tablename__ = "koreksi"
    __table_args__ = (UniqueConstraint("satker_id", "bulan", "jenis", "platform"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    bulan: Mapped[date]
    jenis: Mapped[str]
    platform: Mapped[str]
    nilai: Mapped[int]
    alasan: Mapped[str] = mapped_column(default="")
    oleh_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))


def place(konten: Konten, jumlah: dict[str, int], links: dict[str, tuple[str, str]] | None = None) -> None:
    """Set the postingan of a konten: platform -> number; `links`: platform -> (url, kode), None leaves them alone."""
    kept = {p.platform: p for p in konten.postingan}
    konten.postingan = []
    for urut, (platform, number) in enumerate(jumlah.items()):
        row = kept.get(platform) or Postingan(platform=platform)
        row.urut, row.jumlah = urut, number
        there = (row.url or "", row.kode or "")
        row.url, row.kode = there if links is None else links.get(platform, ("", ""))
        konten.postingan.append(row)


def living(here: Here) -> Select[Konten]:
    return select(Konten).where(Konten.satker_id == here.satker.id, Konten.dihapus_at.is_(None))


# Composed once, for nearly every press asks it.
_NUMBERED = select(Konten).where(Konten.satker_id == bindparam("of_satker"))
_NUMBERED = _NUMBERED.where(Konten.nomor == bindparam("of_nomor"))
# The lock leaves out the key of the row, so that a row which only refers to it can be added meanwhile.
_NUMBERED = _NUMBERED.with_for_update(key_share=True).execution_options(populate_existing=True)


def by_nomor(here: Here, nomor: int) -> Konten | None:
    """The konten of a number, locked: two people may press the same button at once."""
    return here.session.scalar(_NUMBERED, {"of_satker": here.satker.id, "of_nomor": nomor})


def by_id(here: Here, id: int) -> Konten | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(Konten).where(Konten.satker_id == here.satker.id, Konten.id == id))


def by_kode(here: Here, kode: str) -> Konten | None:
    """The living konten that already carries a link."""
    wanted = select(Konten).join(Postingan).where(Konten.satker_id == here.satker.id, Postingan.kode == kode)
    return here.session.scalars(wanted.where(Konten.dihapus_at.is_(None)).order_by(Konten.nomor)).first()


def of_kegiatan(here: Here, kegiatan_id: int, jenis: str) -> Konten | None:
    """The konten of a jenis that came out of a kegiatan, deleted or not."""
    wanted = select(Konten).where(Konten.satker_id == here.satker.id, Konten.kegiatan_id == kegiatan_id)
    return here.session.scalar(wanted.where(Konten.jenis == jenis).order_by(Konten.id).limit(1))


_FROM_KEGIATAN = select(Konten).where(Konten.satker_id == bindparam("of_satker"), Konten.jenis == bindparam("of_jenis"))
_FROM_KEGIATAN = _FROM_KEGIATAN.where(Konten.kegiatan_id.in_(bindparam("ids", expanding=True)))
_FROM_KEGIATAN = _FROM_KEGIATAN.options(selectinload(Konten.postingan)).order_by(Konten.id.desc())


def from_kegiatan(here: Here, ids: Iterable[int], jenis: str) -> dict[int, Konten]:
    """The Foto Berita of several kegiatan, by their ids."""
    wanted = list(ids)
    if not wanted:
        return {}
    told = {"of_satker": here.satker.id, "of_jenis": jenis, "ids": wanted}
    return {row.kegiatan_id: row for row in here.session.scalars(_FROM_KEGIATAN, told) if row.kegiatan_id}


def numbered(here: Here, numbers: Iterable[int]) -> Sequence[Konten]:
    """The konten of these numbers, deleted or not."""
    wanted = select(Konten).where(Konten.satker_id == here.satker.id, Konten.nomor.in_(list(numbers)))
    return here.session.scalars(wanted.options(selectinload(Konten.postingan))).all()


def between(here: Here, mulai: date, selesai: date) -> Sequence[Konten]:
    wanted = living(here).where(Konten.tanggal >= mulai, Konten.tanggal < selesai)
    wanted = wanted.options(selectinload(Konten.postingan))
    return here.session.scalars(wanted.order_by(Konten.tanggal, Konten.nomor)).all()


def matriks(here: Here, bulan: date, next_bulan: date) -> dict[tuple[str, str], int]:
    """A month's postingan by (jenis, platform): itemised + counted entries, unless the cell is corrected."""
    fixed = here.session.scalars(select(Koreksi).where(Koreksi.satker_id == here.satker.id, Koreksi.bulan == bulan))
    return recorded(here, bulan, next_bulan) | {(k.jenis, k.platform): k.nilai for k in fixed}


def recorded(here: Here, bulan: date, next_bulan: date) -> dict[tuple[str, str], int]:
    """The matrix of recorded entries, without corrections."""
    wanted = select(Konten.jenis, Postingan.platform, func.sum(Postingan.jumlah)).join(Postingan)
    wanted = wanted.where(Konten.satker_id == here.satker.id, Konten.dihapus_at.is_(None))
    wanted = wanted.where(Konten.tanggal >= bulan, Konten.tanggal < next_bulan)
    rows = here.session.execute(wanted.group_by(Konten.jenis, Postingan.platform))
    return {(jenis, platform): int(total) for jenis, platform, total in rows}


def summed(rows: Iterable[Konten]) -> dict[tuple[str, str], int]:
    """The number of posts by jenis and platform, counted from konten that were already read from the database."""
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        for one in row.postingan:
            key = row.jenis, one.platform
            found[key] = found.get(key, 0) + one.jumlah
    return found


def corrections(here: Here, mulai: date, selesai: date) -> Sequence[Koreksi]:
    """The corrections of the months that begin in [mulai, selesai)."""
    wanted = select(Koreksi).where(Koreksi.satker_id == here.satker.id, Koreksi.bulan >= mulai)
    return here.session.scalars(wanted.where(Koreksi.bulan < selesai).order_by(Koreksi.id)).all()


def publikasi(cells: Mapping[tuple[str, str], int], dihitung: Collection[str]) -> int:
    """BAB IV row 1: the matrix columns of the counted accounts."""
    return sum(n for (_, platform), n in cells.items() if platform in dihitung)


def by_jenis(
    cells: Mapping[tuple[str, str], int], rows: Iterable[Konten], corrected: Collection[str]
) -> dict[str, int]:
    """The konten of a month by jenis, a counted entry counting the largest of its platform numbers; where the ketua
    pelaksana corrected the row, the largest of its cells as they stand then. `corrected`: jenis."""
    told = Counter[str]()
    for row in rows:
        told[row.jenis] += row.jumlah
    return {**told, **{one: max(n for (jenis, _), n in cells.items() if jenis == one) for one in corrected}}


@dataclass(frozen=True)
class Moved:
    """The konten after a merging: `moved` changed its kegiatan, `lama` gave it its place, `ganda` was counted twice and
    was deleted."""

    moved: Konten | None = None
    lama: Konten | None = None
    ganda: Konten | None = None


def hand_over(here: Here, source: int, target: int, jenis: str) -> Moved:
    """Give the konten of a jenis to the kegiatan that its own one was merged into; if both have a living one, that of
    the merged kegiatan is deleted."""
    mine, theirs = of_kegiatan(here, source, jenis), of_kegiatan(here, target, jenis)
    if mine is None or mine.dihapus_at is not None:
        return Moved()
    if theirs and theirs.dihapus_at is None:
        mine.dihapus_at = here.now
        return Moved(ganda=mine)
    mine.kegiatan_id = target
    if theirs:
        theirs.kegiatan_id = source
    here.session.flush()
    return Moved(mine, theirs)


def give_back(here: Here, konten_id: int | None, places: Collection[int], target: int) -> Konten | None:
    """Take a konten back from the kegiatan that it was merged into; None if it is elsewhere by now."""
    row = by_id(here, konten_id) if konten_id else None
    if row is None or row.kegiatan_id not in places:
        return None
    row.kegiatan_id = target
    return row


def of_month(here: Here, bulan: date) -> Sequence[Koreksi]:
    wanted = select(Koreksi).where(Koreksi.satker_id == here.satker.id, Koreksi.bulan == bulan)
    return here.session.scalars(wanted.order_by(Koreksi.id)).all()


def get(here: Here, bulan: date, jenis: str, platform: str) -> Koreksi | None:
    wanted = select(Koreksi).where(Koreksi.satker_id == here.satker.id, Koreksi.bulan == bulan)
    return here.session.scalar(wanted.where(Koreksi.jenis == jenis, Koreksi.platform == platform).with_for_update())


def put(here: Here, bulan: date, jenis: str, platform: str, nilai: int, alasan: str, oleh: int | None) -> Koreksi:
    row = get(here, bulan, jenis, platform)
    if row is None:
        row = Koreksi(satker_id=here.satker.id, bulan=bulan, jenis=jenis, platform=platform)
        here.session.add(row)
    row.nilai, row.alasan, row.oleh_id = nilai, alasan, oleh
    here.session.flush()
    return row


def remove(session: Session, row: Koreksi) -> None:
    session.delete(row)
    session.flush()
