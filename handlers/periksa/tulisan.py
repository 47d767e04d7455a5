"""Tulisan: whatever people wrote and the report prints, piece by piece, each with the way to its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handlers.periksa.material import Bahan, lihat


@dataclass(frozen=True)
class Teks:
    """Something that a person wrote and the report prints: where it stands, what it says, which button leads there."""

    asal: str
    isi: str
    label: str = ""
    pintu: str = ""
    tanggal: date | None = None


def teks(bahan: Bahan) -> Iterator[Teks]:
    """Whatever people wrote, piece by piece."""
    for k in bahan.kegiatan:
        for isi in dict.fromkeys((k.nama, k.uraian, k.instansi, k.keterangan)):
            yield Teks(f"#{k.nomor}", isi, *lihat(k), k.mulai)
    for one in bahan.konten:
        yield Teks(f"#{one.nomor}", one.judul, *lihat(one), one.tanggal)
    yield from naskah(bahan)
    yield from tetap(bahan)


def naskah(bahan: Bahan) -> Iterator[Teks]:
    """The texts of the period."""
    kode = bahan.periode.kode
    for bagian, isi in bahan.rekap.narasi.items():
        yield Teks(f"narasi {bagian.replace('_', ' ')}", isi, "Buka narasi", f"na:{kode}:{bagian}")
    for m in bahan.rekap.masalah:
        yield Teks("masalah", f"{m.judul}. {m.isi}", "Buka masalah", f"ms:{kode}")
    for saran in bahan.rekap.saran:
        yield Teks("saran", saran, "Buka saran", f"sr:{kode}")


def tetap(bahan: Bahan) -> Iterator[Teks]:
    """What stands in the settings of the satker."""
    rekap = bahan.rekap
    yield Teks("anggaran", rekap.satker.anggaran, "Atur laporan", "at:laporan")
    for isi in (*rekap.dasar_hukum, *rekap.dasar_pembentukan):
        yield Teks("dasar hukum", isi, "Atur dasar", "at:dasar")
    yield Teks("dasar pelaporan", rekap.dasar_laporan, "Atur laporan", "at:laporan")
    for a in rekap.anggota:
        yield Teks("susunan tim", f"{a.nama}, {a.jabatan_kedinasan}, {a.jabatan_tim}", "Atur tim", "at:tim")
