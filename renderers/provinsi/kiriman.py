"""The report of an office as its province takes it in, out of the figures of that report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from renderers import clean
from renderers.figures import Rekap
from renderers.indonesian import bulan
from renderers.kantor import Nasional

Link = tuple[str, str, str, str, str]
"""When, as a table shows it: an ISO date or the name of a month; jenis, judul, platform, address."""


@dataclass(frozen=True)
class Kiriman:
    """`dibuat`: the instant of this version in UTC, to the second; `berfoto`: kegiatan with photos, `foto` of all;
    `kolase`: weeks with one; `masalah`: heads and texts."""

    nama: str
    versi: int
    dibuat: str
    batas: date
    nasional: Nasional
    nomor_surat: str = ""
    tanggal_surat: date | None = None
    lampiran: str = ""
    berfoto: int = 0
    foto: int = 0
    kolase: int = 0
    masalah: tuple[tuple[str, str], ...] = ()
    saran: tuple[str, ...] = ()
    tautan: tuple[Link, ...] = ()

    @property
    def made_at(self) -> datetime:
        """`dibuat` as an instant; a workbook may have lost the zone."""
        at = datetime.fromisoformat(self.dibuat)
        return at if at.tzinfo else at.replace(tzinfo=UTC)


def of(rekap: Rekap, versi: int, dibuat: str) -> Kiriman | None:
    """None for a report of an earlier release, which tells nothing to the province."""
    if rekap.nasional is None:
        return None
    surat, photographed = rekap.surat, [len(k.foto) for k in rekap.kegiatan if k.foto]
    return Kiriman(
        clean.line(rekap.satker.nama),
        versi,
        dibuat,
        rekap.batas,
        clean.clean(rekap.nasional),
        clean.line(surat.nomor or ""),
        surat.tanggal,
        clean.line(surat.lampiran or ""),
        len(photographed),
        sum(photographed),
        len(rekap.kolase),
        tuple((clean.line(one.judul), clean.text(one.isi)) for one in rekap.masalah),
        tuple(map(clean.text, rekap.saran)),
        tuple(links(rekap)),
    )


def links(rekap: Rekap) -> Iterator[Link]:
    for konten in rekap.tautan:
        for platform, url in konten.tautan:
            head = when(konten.tanggal, konten.sebulan), clean.line(konten.jenis), clean.line(konten.judul)
            yield *head, clean.line(platform), clean.line(url)


def when(day: date, sebulan: bool) -> str:
    return bulan(day) if sebulan else day.isoformat()
