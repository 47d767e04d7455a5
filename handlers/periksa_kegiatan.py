"""Rules about kegiatan: months and weeks without any, photos, partners, doubles, drafts."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from handlers import tebakan
from handlers.bahan import Bahan, Hal, lihat, nomor, pekan
from handlers.pekan import Pekan
from renderers import indonesian
from renderers.indonesian import bulan, nama_bulan
from storage.kegiatan import INTERNAL, NONPEMERINTAH

ALONE = 3
# Drafts that are open much later belong to another period.
LATE = timedelta(days=31)
_CAMPURAN = re.compile(r"\b(?:dinas|forkopimda|opd|instansi)\b", re.IGNORECASE)
_SWASTA = re.compile(r"\b(?:parpol|partai|ormas|okp|ormawa|media|dosen|mahasiswa)\b", re.IGNORECASE)


def bulan_tanpa_koordinasi(bahan: Bahan) -> Iterator[Hal]:
    seen = {k.mulai.replace(day=1) for k in bahan.koordinasi}
    if empty := [b for b in bahan.bulan if b not in seen]:
        yield Hal(f"Tidak ada kegiatan koordinasi (BAB II) pada {indonesian.daftar([bulan(b) for b in empty])}.")


def menyebut_mitra(bahan: Bahan) -> Iterator[Hal]:
    """Marked as internal, and yet named after a partner: it is missing in BAB II."""
    wilayah = bahan.rekap.satker.wilayah
    for k in (k for k in bahan.dalam if k.sektor == INTERNAL):
        own = re.sub(r"\bKPU\b[\w ]*?(?=[-–:]|$)", "", k.nama)
        found = tebakan.mitra(own, bahan.mitra, wilayah) if not tebakan.internal(own) else None
        if found and found.sure:
            yield Hal(f"#{k.nomor} {k.nama} dicatat internal, padahal menyebut mitra; tidak masuk BAB II.", *lihat(k))


def pekan_tanpa_kolase(bahan: Bahan) -> Iterator[Hal]:
    weeks = list(pekan(bahan))
    bare = [
        w for w in weeks if not any(k.nomor in bahan.berfoto and w.mulai <= k.mulai < w.selesai for k in bahan.dalam)
    ]
    if bare and len(bare) == len(weeks):
        yield Hal("Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto.")
    elif bare:
        yield Hal(f"{len(bare)} dari {len(weeks)} pekan tanpa kolase: {_weeks(bare)}.")


def _weeks(weeks: list[Pekan]) -> str:
    """Pekan 2, 4 April dan 1 Mei: by month, so that thirteen of them fit."""
    months = dict.fromkeys(w.bulan for w in weeks)
    told = [f"{nama_bulan(m)} pekan {indonesian.daftar([str(w.nomor) for w in weeks if w.bulan == m])}" for m in months]
    return "; ".join(told)


def tanpa_foto(bahan: Bahan) -> Iterator[Hal]:
    bare = [k for k in bahan.dalam if k.nomor not in bahan.berfoto]
    if len(bare) > ALONE:
        yield Hal(
            f"{len(bare)} kegiatan tanpa foto: {nomor(bare)}.", *lihat(bare[0]), kunci=f"tanpa foto {nomor(bare, 99)}"
        )
    else:
        yield from (Hal(f"#{k.nomor} {k.nama} belum berfoto.", *lihat(k)) for k in bare)


def isian_kosong(bahan: Bahan) -> Iterator[Hal]:
    for k in bahan.koordinasi:
        gaps = [name for name in ("instansi", "uraian", "keterangan") if not getattr(k, name)]
        if gaps:
            yield Hal(f"#{k.nomor} {k.nama}: {indonesian.daftar(gaps)} belum diisi.", *lihat(k))


def mitra_campuran(bahan: Bahan) -> Iterator[Hal]:
    mixed = [k for k in bahan.koordinasi if k.sektor == NONPEMERINTAH and _mixed(k.instansi)]
    if mixed:
        said = f"{nomor(mixed)}: mitra pemerintah dan nonpemerintah dalam satu baris; kini di tabel nonpemerintah."
        yield Hal(said, *lihat(mixed[0]))


def _mixed(instansi: str) -> bool:
    return bool(_CAMPURAN.search(instansi) and _SWASTA.search(instansi))


def mungkin_ganda(bahan: Bahan) -> Iterator[Hal]:
    for a, b in combinations(bahan.dalam, 2):
        same = a.mulai == b.mulai and a.nama.casefold() == b.nama.casefold()
        if same or b.mirip == a.nomor or a.mirip == b.nomor:
            yield Hal(f"#{b.nomor} mungkin sama dengan #{a.nomor} {a.nama}.", *lihat(b))


def belum_disimpan(bahan: Bahan) -> Iterator[Hal]:
    """A report that nobody saved is in no table."""
    if bahan.draf and bahan.hari_ini < bahan.periode.selesai + LATE:
        yield Hal(f"Laporan yang belum disimpan: dari {indonesian.daftar(bahan.draf)}.")


RULES = (
    bulan_tanpa_koordinasi,
    menyebut_mitra,
    isian_kosong,
    mungkin_ganda,
    belum_disimpan,
    tanpa_foto,
    pekan_tanpa_kolase,
    mitra_campuran,
)
