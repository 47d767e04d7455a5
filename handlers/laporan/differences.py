"""The differences since a report was frozen: the net change of each record, and records that came afterwards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from handlers.catatan.records import KINDS, changes
from renderers import figures, indonesian
from renderers.figures import Informasi, Koordinasi, Matriks, Rekap, Sel
from storage.catatan import kegiatan, konten
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.satker import Here

Cells = dict[tuple[date, str, str], int]


def cells(matriks: Sequence[Matriks], jenis: Sequence[str], platform: Sequence[str]) -> Cells:
    return {
        (month.bulan, kind, where): n
        for month in matriks
        for kind, line in zip(jenis, month.angka, strict=True)
        for where, n in zip(platform, line, strict=True)
    }


def differing(before: Cells, now: Cells) -> Iterator[Sel]:
    """The cells that differ in the months that both reports have; a cell that one of them lacks counts as 0 there."""
    both = {bulan for bulan, *_ in before} & {bulan for bulan, *_ in now}
    for cell in sorted(dict.fromkeys([*before, *now]), key=lambda cell: cell[0]):
        old, new = before.get(cell, 0), now.get(cell, 0)
        if cell[0] in both and old != new:
            yield Sel(*cell, old, new)


HELD = ("koordinasi", "kolase", "kegiatan")
SHOWN = ("informasi", "matriks", "evaluasi", "tautan", "tanpa_tautan")
NOT_PRINTED = ("Tempat:",)
# The built-in template prints these of no kegiatan, and the last of none that is internal.
BY_OWN_TEMPLATE = ("Waktu:", "Peserta:", "Keterangan:")


def records(here: Here, later: Sequence[Audit], rekap: Rekap, differ: set[str], *, own: bool) -> Iterator[str]:
    """Lines such as "#12 diubah": the net change of each record since the report; `own`: the office has a template of
    its own."""
    wanted = {what for what, parts in (("kegiatan", HELD), ("konten", SHOWN)) if differ & set(parts)}
    numbers = dict.fromkeys((e.what, e.ref) for e in later if e.what in wanted)
    for what, nomor in numbers:
        same = [e for e in later if (e.what, e.ref) == (what, nomor)]
        done = _done(here, what, nomor, same, rekap, own=own)
        if done:
            yield f"#{nomor} {done} ({who(here, same)})"


def _done(here: Here, what: str, nomor: int, same: list[Audit], rekap: Rekap, *, own: bool) -> str:
    kind = KINDS[what]
    row = kind.by_nomor(here, nomor)
    if row is None or not _concerns(row, same, rekap):
        return ""
    new = any(e.action == "catat" for e in same)
    head = kind.headline(row)
    if row.dihapus_at is not None:
        return "" if new else f"{head} dihapus"
    if new:
        return f"{head} ditambahkan"
    first = next((e.before for e in same if e.action in ("ubah", "hapus")), {})
    silent = NOT_PRINTED if own else _silent(row)
    told = [c for c in changes(kind.form, first, kind.answers_of(row)) if not c.startswith(silent)] if first else []
    told += ["foto diubah"] if any(e.action == "foto" for e in same) else []
    return f"{head}: {'; '.join(told)}" if told else ""


def _silent(row: kegiatan.Kegiatan | konten.Konten) -> tuple[str, ...]:
    """The fields of which the built-in template says nothing."""
    internal = isinstance(row, kegiatan.Kegiatan) and row.sektor == kegiatan.INTERNAL
    return (*NOT_PRINTED, *(BY_OWN_TEMPLATE if internal else BY_OWN_TEMPLATE[:-1]))


def _concerns(row: kegiatan.Kegiatan | konten.Konten, same: list[Audit], rekap: Rekap) -> bool:
    """Whether the record stands, or stood, in a month of the tables."""
    days = [row.day]
    days += [date.fromisoformat(e.before["tanggal"]["mulai"]) for e in same if e.before.get("tanggal")]
    return any(day.replace(day=1) in rekap.periode.bulan_tabel for day in days)


def who(here: Here, same: Sequence[Audit]) -> str:
    ids = dict.fromkeys(e.anggota_id for e in same if e.anggota_id)
    found = [one.nama for id_ in ids if (one := people.get(here, id_))]
    return indonesian.daftar(found) or "bot"


Line = TypeVar("Line", Koordinasi, Informasi)


def susulan(
    reported: Rekap,
    versi: int,
    koordinasi: Sequence[Koordinasi],
    informasi: Sequence[Informasi],
    now: Cells,
) -> figures.Susulan | None:
    """The differences of a report's months since its last version; None without any. `now`: the matrices of its months,
    with the platforms by the names of that report."""
    gone = [_row(k) for k in _more(reported.koordinasi, koordinasi)]
    gone += [f"{_when(i)}: {i.judul}" for i in _more(reported.informasi, informasi)]
    found = figures.Susulan(
        f"{reported.periode.sebutan} {reported.periode.tahun}",
        versi,
        reported.batas,
        tuple(_more(koordinasi, reported.koordinasi)),
        tuple(_more(informasi, reported.informasi)),
        tuple(gone),
        tuple(differing(cells(reported.matriks, reported.jenis, reported.platform), now)),
    )
    return found if found.koordinasi or found.informasi or found.dicabut or found.sel else None


def _more(now: Sequence[Line], before: Sequence[Line]) -> list[Line]:
    """The items that occur more often than before."""
    left = Counter(now) - Counter(before)
    return list(left.elements())


def _row(k: Koordinasi) -> str:
    return f"{indonesian.span(k.mulai, k.selesai)}: {k.instansi or k.uraian}, {k.keterangan}"


def _when(i: Informasi) -> str:
    return indonesian.bulan(i.tanggal) if i.sebulan else indonesian.tanggal(i.tanggal)
