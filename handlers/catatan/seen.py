"""Records with the facts that cards, receipts and lists tell of them, read by one query for each kind of fact."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.catatan import late
from handlers.catatan.late import Closed
from handlers.catatan.records import Catatan
from storage.catatan import kegiatan, konten, records
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos as foto_photos
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here

FOTO_BERITA = "Foto Berita"
REPORT = "laporan "
"""How the name of a use begins that is a report."""
# A later version of a report; and a kolase named by its days, "27 Juni–2 Juli 2022", once it has grown by its weekend.
_AGAIN = re.compile(" versi |–")


@dataclass(frozen=True)
class Seen:
    """A record with the facts told about it. `reporters`: names, the one who reported first in front; `photos`: their
    number; `uses`: the kolase and reports sent with it, of a report the last version; `like`: the living record that it
    may repeat; `asks`: whether the question how many Foto Berita it has stands, until somebody answers or passes it
    over, its month is closed, or a report has told of it."""

    row: Catatan
    reporters: tuple[Anggota, ...]
    photos: int
    uses: tuple[str, ...]
    foto_berita: Konten | None
    closed: Closed | None
    asks: bool = False
    like: "Seen | None" = None

    @property
    def names(self) -> list[str]:
        return [one.nama for one in self.reporters]

    def may_change(self, viewer: Anggota) -> bool:
        return viewer.role == Role.KETUA_PELAKSANA or viewer.id in self._ids

    def may_ask(self, viewer: Anggota) -> bool:
        """Whether the person may ask the reporters to complete the record."""
        return viewer.role == Role.KETUA_PELAKSANA and bool(self._ids - {viewer.id})

    @property
    def _ids(self) -> set[int]:
        return {one.id for one in self.reporters}


def seen(here: Here, row: Catatan) -> Seen:
    return every(here, [row])[0]


def every(here: Here, rows: Sequence[Catatan]) -> list[Seen]:
    """These records in the order given, and the records that they may repeat."""
    numbers = {row.mirip for row in rows if isinstance(row, Kegiatan) and row.mirip}
    like = [row for row in kegiatan.numbered(here, numbers) if row.dihapus_at is None]
    both = {row.nomor: row for row in (*rows, *like)}
    found = {one.row.nomor: one for one in _alone(here, [*both.values()])}
    may_repeat = {row.nomor: found[row.nomor] for row in like}
    return [_beside(found[row.nomor], may_repeat) for row in rows]


def _beside(one: Seen, found: dict[int, Seen]) -> Seen:
    like = found.get(one.row.mirip or 0) if isinstance(one.row, Kegiatan) else None
    return replace(one, like=like)


def _alone(here: Here, rows: Sequence[Catatan]) -> list[Seen]:
    if not rows:
        return []
    held = [row for row in rows if isinstance(row, Kegiatan)]
    who, counts = _reporters(here, rows, held), foto_photos.counts(here, rows)
    uses = records.uses(here, [row.nomor for row in rows])
    made = konten.from_kegiatan(here, [row.id for row in held], FOTO_BERITA)
    closed = late.closings(here)
    return [
        Seen(
            row,
            who[row.nomor],
            counts.get((row.__tablename__, row.id), 0),
            _last_versions(uses.get(row.nomor, [])),
            made.get(row.id) if isinstance(row, Kegiatan) else None,
            late.of(here, closed, row),
            isinstance(row, Kegiatan) and _asks(row, made.get(row.id), closed, uses.get(row.nomor, [])),
        )
        for row in rows
    ]


def _asks(row: Kegiatan, made: Konten | None, closed: Mapping[date, int], uses: Sequence[str]) -> bool:
    answered = row.terjawab or (made is not None and made.dihapus_at is None)
    return not answered and late.month_of(row) not in closed and not any(what.startswith(REPORT) for what in uses)


def _reporters(here: Here, rows: Iterable[Catatan], held: Sequence[Kegiatan]) -> dict[int, tuple[Anggota, ...]]:
    """The ids of the reporters by the number of the record."""
    beside = kegiatan.reporters(here, [row.id for row in held])
    ids = {row.nomor: beside.get(row.id, set()) if isinstance(row, Kegiatan) else set() for row in rows}
    first = {row.nomor: row.pelapor_id for row in rows}
    everybody = {id_ for id_ in first.values() if id_}.union(*ids.values())
    known = people.named(here, everybody)
    in_order = {nomor: dict.fromkeys([first[nomor], *sorted(each)]) for nomor, each in ids.items()}
    return {nomor: tuple(known[id_] for id_ in each if id_ in known) for nomor, each in in_order.items()}


def _last_versions(uses: Sequence[str]) -> tuple[str, ...]:
    return tuple({_AGAIN.split(what)[0]: what for what in uses}.values())
