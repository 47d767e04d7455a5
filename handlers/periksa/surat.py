"""Rules about the covering letter, and about texts of a period that nobody has written yet."""

import re
from collections.abc import Iterator

from handlers.naskah.doors import Letter, Lists, Part, Passages, Texts
from handlers.periksa.material import Gap, Material, Way
from renderers import indonesian
from renderers.changes import reason_wanted
from renderers.indonesian import tanggal


def surat_incomplete(material: Material) -> Iterator[Gap]:
    surat = material.rekap.surat
    gaps = [name for name, value in (("nomor", surat.nomor), ("tanggal", surat.tanggal)) if value is None]
    if gaps:
        said = f"Surat pengantar belum punya {indonesian.daftar(gaps)}; tempatnya dikosongkan."
        yield Gap(said, *_surat(material))


def surat_before_cut_off(material: Material) -> Iterator[Gap]:
    surat, batas = material.rekap.surat, material.rekap.batas
    if surat.tanggal and surat.tanggal < batas:
        said = f"Surat bertanggal {tanggal(surat.tanggal)}, lebih dahulu daripada batas data {tanggal(batas)}."
        yield Gap(said, *_surat(material), key=f"surat mendahului {surat.tanggal}")


def surat_in_the_future(material: Material) -> Iterator[Gap]:
    surat = material.rekap.surat
    if surat.tanggal and surat.tanggal > material.today:
        said = f"Surat bertanggal {tanggal(surat.tanggal)}, padahal hari ini baru {tanggal(material.today)}."
        yield Gap(said, *_surat(material), key=f"surat di masa depan {surat.tanggal}")


def surat_number_without_code(material: Material) -> Iterator[Gap]:
    """138/PR.04.1/3574/2022 where 138/PR.04.1-SD/3574/2022 is usual; only the secretariat knows."""
    nomor = material.rekap.surat.nomor or ""
    if re.fullmatch(r"\d+/[A-Z]{2}\.\d+(?:\.\d+)*/[\w/]+", nomor):
        yield Gap(f"Nomor surat {nomor} tanpa kode naskah seperti -SD; tanyakan kepada sekretariat.", *_surat(material))


def surat_number_of_another_year(material: Material) -> Iterator[Gap]:
    surat = material.rekap.surat
    if surat.nomor and surat.tanggal and not surat.nomor.endswith(str(surat.tanggal.year)):
        yield Gap(f"Nomor surat {surat.nomor} tidak memuat tahun {surat.tanggal.year}.", *_surat(material))


def _surat(material: Material) -> Way:
    return "Isi surat", Letter(material.periode)


def no_masalah(material: Material) -> Iterator[Gap]:
    if not material.rekap.masalah:
        yield Gap(
            "Belum ada masalah dan tantangan untuk periode ini.", "Isi masalah", Texts(Lists.MASALAH, material.periode)
        )


def no_saran(material: Material) -> Iterator[Gap]:
    if not material.rekap.saran:
        yield Gap(
            "Belum ada saran dan rekomendasi untuk periode ini.", "Isi saran", Texts(Lists.SARAN, material.periode)
        )


def no_reason(material: Material) -> Iterator[Gap]:
    """A large change of the figures for which nobody has written the reason."""
    if asked := reason_wanted(material.rekap):
        yield Gap(asked, "Tulis sebab", Passages(material.periode, Part.SEBAB))


RULES = (
    surat_incomplete,
    surat_before_cut_off,
    surat_in_the_future,
    no_masalah,
    no_saran,
    no_reason,
    surat_number_of_another_year,
    surat_number_without_code,
)
