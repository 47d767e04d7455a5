"""Kegiatan: meetings and other events that the satker held or attended, one row each; deleting only marks a row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ForeignKey, Select, UniqueConstraint, bindparam, delete, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here

INTERNAL, PEMERINTAH, NONPEMERINTAH = "internal", "pemerintah", "nonpemerintah"
# The columns that hold words as people wrote them; card, search, /ekspor and /impor follow this list.
TEXTS = ("instansi", "uraian", "keterangan", "tempat", "waktu", "peserta")


def has_partner(sektor: str | None) -> bool:
    """Whether a sector is one of partners; none is while nobody has told it."""
    return sektor not in (None, "", INTERNAL)


class Kegiatan(Row):
    """`selesai` is the last day, inclusive; `sektor` is empty until somebody says with whom it was, and counts as
    internal until then; `waktu` "09.00" or "09.00–11.00", else as typed, as are `instansi` and `peserta`; `draft_id`
    makes a second Simpan harmless; `mirip` is the number of the record that this may be the same as, while that is
    asked; `digabung` the number of the one that it went into; `terjawab`: the question for its Foto Berita was answered
    or passed over."""

    __tablename__ = "kegiatan"
    __table_args__ = (UniqueConstraint("satker_id", "nomor"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    nomor: Mapped[int]
    nama: Mapped[str]
    mulai: Mapped[date] = mapped_column(index=True)
    selesai: Mapped[date]
    sektor: Mapped[str] = mapped_column(default=INTERNAL)
    instansi: Mapped[str] = mapped_column(default="")
    uraian: Mapped[str] = mapped_column(default="")
    keterangan: Mapped[str] = mapped_column(default="")
    tempat: Mapped[str] = mapped_column(default="")
    waktu: Mapped[str] = mapped_column(default="", server_default=text("''"))
    peserta: Mapped[str] = mapped_column(default="", server_default=text("''"))
    pelapor_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id"), unique=True)
    mirip: Mapped[int | None]
    digabung: Mapped[int | None]
    terjawab: Mapped[bool] = mapped_column(default=False)
    dibuat_at: Mapped[datetime]
    dihapus_at: Mapped[datetime | None]

    @property
    def with_partner(self) -> bool:
        return has_partner(self.sektor)

    @property
    def day(self) -> date:
        """The day by which kegiatan and konten are sorted."""
        return self.mulai


def living(here: Here) -> Select[Kegiatan]:
    return select(Kegiatan).where(Kegiatan.satker_id == here.satker.id, Kegiatan.dihapus_at.is_(None))


# Composed once, for nearly every press asks it.
_NUMBERED = select(Kegiatan).where(Kegiatan.satker_id == bindparam("of_satker"))
_NUMBERED = _NUMBERED.where(Kegiatan.nomor == bindparam("of_nomor"))
# Locks the row without its key, so that other rows may refer to it without waiting.
_NUMBERED = _NUMBERED.with_for_update(key_share=True).execution_options(populate_existing=True)


def by_nomor(here: Here, nomor: int) -> Kegiatan | None:
    """The kegiatan of a number, locked: two people may press the same button at once."""
    return here.session.scalar(_NUMBERED, {"of_satker": here.satker.id, "of_nomor": nomor})


def by_id(here: Here, id: int) -> Kegiatan | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(Kegiatan).where(Kegiatan.satker_id == here.satker.id, Kegiatan.id == id))


# What every message is read by; composing a query takes longer than running it.
_LIVING = Kegiatan.satker_id == bindparam("of_satker"), Kegiatan.dihapus_at.is_(None)
_PARTNERS = select(Kegiatan.instansi, Kegiatan.sektor).where(*_LIVING, Kegiatan.instansi != "", Kegiatan.sektor != "")
_PARTNERS = _PARTNERS.order_by(Kegiatan.mulai.desc(), Kegiatan.id)
_NAMES = select(Kegiatan.nama, Kegiatan.sektor).where(*_LIVING).order_by(Kegiatan.mulai, Kegiatan.id)


def instansi_of(here: Here) -> list[tuple[str, str]]:
    """The partners of the satker so far with their sector, the latest first."""
    rows = here.session.execute(_PARTNERS, {"of_satker": here.satker.id})
    return list(dict.fromkeys((instansi, sektor) for instansi, sektor in rows))


def names(here: Here) -> list[tuple[str, str, int]]:
    """(name, the sector that somebody told of it last or "", how often it was told), one of each name."""
    rows = here.session.execute(_NAMES, {"of_satker": here.satker.id}).all()
    count = Counter(nama for nama, _ in rows)
    sektor = dict.fromkeys(count, "") | {nama: sektor for nama, sektor in rows if sektor}
    return [(nama, sektor[nama], times) for nama, times in count.items()]


def between(here: Here, mulai: date, selesai: date) -> Sequence[Kegiatan]:
    """The living kegiatan that begin in [mulai, selesai), oldest first."""
    wanted = living(here).where(Kegiatan.mulai >= mulai, Kegiatan.mulai < selesai)
    return here.session.scalars(wanted.order_by(Kegiatan.mulai, Kegiatan.nomor)).all()


def with_a_day(here: Here, mulai: date, selesai: date) -> Sequence[Kegiatan]:
    """The living kegiatan that have a day in [mulai, selesai), oldest first."""
    wanted = living(here).where(Kegiatan.selesai >= mulai, Kegiatan.mulai < selesai)
    return here.session.scalars(wanted.order_by(Kegiatan.mulai, Kegiatan.nomor)).all()


def running(here: Here, mulai: date, selesai: date) -> Sequence[Kegiatan]:
    """The living kegiatan that began before `mulai` and last into [mulai, selesai), oldest first."""
    wanted = living(here).where(Kegiatan.mulai < mulai, Kegiatan.selesai >= mulai, Kegiatan.mulai < selesai)
    return here.session.scalars(wanted.order_by(Kegiatan.mulai, Kegiatan.nomor)).all()


_FIRST = func.min(Kegiatan.nomor)
_OVERLAPPING = select(_FIRST, Kegiatan.nama, Kegiatan.instansi).group_by(Kegiatan.nama, Kegiatan.instansi)
_OVERLAPPING = _OVERLAPPING.where(*_LIVING, Kegiatan.nomor.not_in(bindparam("but", expanding=True))).order_by(_FIRST)
_OVERLAPPING = _OVERLAPPING.where(Kegiatan.mulai <= bindparam("selesai"), Kegiatan.selesai >= bindparam("mulai"))


class Named(NamedTuple):
    """A kegiatan as far as it can be told apart from another one; of those that cannot be, the one of the first
    number."""

    nomor: int
    nama: str
    instansi: str


def overlapping(here: Here, row: Kegiatan, but: Iterable[int] = ()) -> list[Named]:
    """The other living kegiatan that share a day with this one, without those of the numbers `but`."""
    told = {"of_satker": here.satker.id, "but": [row.nomor, *but], "mulai": row.mulai, "selesai": row.selesai}
    return [Named(*one) for one in here.session.execute(_OVERLAPPING, told)]


class Mitra(Row):
    """A partner of the office under the name that is printed; `alias` are other names that people use."""

    __tablename__ = "mitra"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    nama: Mapped[str]
    sektor: Mapped[str]
    alias: Mapped[list[str]] = mapped_column(default=list)


_LISTED = select(Mitra.nama, Mitra.sektor, Mitra.alias).where(Mitra.satker_id == bindparam("of_satker"))
_LISTED = _LISTED.order_by(Mitra.id)


def known(here: Here) -> dict[str, tuple[str, str]]:
    """Names that a mitra may be called by, each with (its full name, its sektor); the satker's own list goes before its
    history."""
    listed = here.session.execute(_LISTED, {"of_satker": here.satker.id})
    names = {name: (row.nama, row.sektor) for row in listed for name in (row.nama, *row.alias)}
    history = {nama: (nama, sektor) for nama, sektor in instansi_of(here)}
    return history | names


class Rekan(Row):
    """An anggota who reported a kegiatan beside its `pelapor_id`."""

    __tablename__ = "rekan"

    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan.id"), primary_key=True)
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), primary_key=True)


_BESIDE = select(Rekan.kegiatan_id, Rekan.anggota_id).where(Rekan.kegiatan_id.in_(bindparam("ids", expanding=True)))


def reporters(here: Here, ids: Iterable[int]) -> dict[int, set[int]]:
    """The ids of further reporters of each kegiatan beside its `pelapor_id`; a kegiatan without any is left out."""
    found: dict[int, set[int]] = {}
    for kegiatan_id, anggota_id in here.session.execute(_BESIDE, {"ids": list(ids)}):
        found.setdefault(kegiatan_id, set()).add(anggota_id)
    return found


_OF_NUMBERS = select(Kegiatan).where(Kegiatan.satker_id == bindparam("of_satker"))
_OF_NUMBERS = _OF_NUMBERS.where(Kegiatan.nomor.in_(bindparam("numbers", expanding=True)))


def numbered(here: Here, numbers: Iterable[int]) -> Sequence[Kegiatan]:
    """The kegiatan of these numbers, deleted or not."""
    wanted = list(numbers)
    if not wanted:
        return []
    return here.session.scalars(_OF_NUMBERS, {"of_satker": here.satker.id, "numbers": wanted}).all()


def of(session: Session, kegiatan: Kegiatan) -> set[int]:
    return set(session.scalars(select(Rekan.anggota_id).where(Rekan.kegiatan_id == kegiatan.id)))


def reporters_of_any(session: Session, held: Iterable[Kegiatan]) -> set[int]:
    """The ids of all people who reported any of these kegiatan."""
    rows = list(held)
    others = select(Rekan.anggota_id).where(Rekan.kegiatan_id.in_([row.id for row in rows]))
    return {row.pelapor_id for row in rows if row.pelapor_id} | set(session.scalars(others))


def add(session: Session, kegiatan: Kegiatan, who: Iterable[int]) -> list[int]:
    """Add reporters; returns the ids that were not among them before."""
    known = of(session, kegiatan) | {kegiatan.pelapor_id}
    new = sorted({id_ for id_ in who if id_ not in known})
    session.add_all(Rekan(kegiatan_id=kegiatan.id, anggota_id=id_) for id_ in new)
    session.flush()
    return new


def remove(session: Session, kegiatan: Kegiatan, who: Iterable[int]) -> None:
    session.execute(delete(Rekan).where(Rekan.kegiatan_id == kegiatan.id, Rekan.anggota_id.in_(list(who))))
