"""Rules about what the office tells of itself: who signs, the budget of the year, and the own numbers of its media."""

from collections.abc import Iterator

from handlers.atur.doors import Settings
from handlers.periksa.material import Gap, Material
from renderers.indonesian import daftar, nama_bulan, tanggal

SIGNER, BUDGET = ("Atur penanda tangan", Settings("ketua")), ("Atur anggaran", Settings("anggaran"))


def nobody_signs(material: Material) -> Iterator[Gap]:
    if not material.rekap.satker.ketua:
        said = "Penanda tangan laporan belum tercatat untuk periode ini; tempat namanya dikosongkan."
        yield Gap(said, *SIGNER)


def two_sign(material: Material) -> Iterator[Gap]:
    if material.signers:
        batas, (counts, other) = material.rekap.batas, material.signers
        said = f"Pada {tanggal(batas)} tercatat dua penanda tangan, {counts} dan {other}; yang dicetak {counts}."
        yield Gap(said, *SIGNER, key=f"dua penanda tangan {counts} {other}")


def no_budget(material: Material) -> Iterator[Gap]:
    if not material.rekap.satker.anggaran:
        said = f"Kalimat anggaran tahun {material.periode.tahun} belum ada; laporan tidak menyebut anggaran."
        yield Gap(said, *BUDGET)


RULES = (nobody_signs, two_sign, no_budget)


def media_without_numbers(material: Material) -> Iterator[Gap]:
    """A medium whose numbers people tell has none for a month of the period."""
    begun = {month: n for n, month in enumerate(material.rekap.periode.bulan_tabel) if month in material.months}
    for one in material.rekap.media:
        empty = [nama_bulan(month) for month, n in begun.items() if one.angka and one.angka[n] is None]
        if empty:
            yield Gap(f"Angka {one.nama} bulan {daftar(empty)} belum diisi.", "Atur media", Settings("media"))
