"""Rules about the covering letter, and about texts of a period that nobody has written yet."""

import re
from collections.abc import Iterator

from handlers.naskah.doors import Letter, Part, Passages, Problems, Recommendations
from handlers.periksa.material import Bahan, Hal, Way
from renderers import indonesian
from renderers.changes import reason_wanted
from renderers.indonesian import tanggal


def surat_kosong(bahan: Bahan) -> Iterator[Hal]:
    surat = bahan.rekap.surat
    gaps = [name for name, value in (("nomor", surat.nomor), ("tanggal", surat.tanggal)) if value is None]
    if gaps:
        said = f"Surat pengantar belum punya {indonesian.daftar(gaps)}; tempatnya dikosongkan."
        yield Hal(said, *_surat(bahan))


def surat_mendahului(bahan: Bahan) -> Iterator[Hal]:
    surat, batas = bahan.rekap.surat, bahan.rekap.batas
    if surat.tanggal and surat.tanggal < batas:
        said = f"Surat bertanggal {tanggal(surat.tanggal)}, lebih dahulu daripada batas data {tanggal(batas)}."
        yield Hal(said, *_surat(bahan), kunci=f"surat mendahului {surat.tanggal}")


def nomor_surat(bahan: Bahan) -> Iterator[Hal]:
    """138/PR.04.1/3574/2022 where 138/PR.04.1-SD/3574/2022 is usual; only the secretariat knows."""
    nomor = bahan.rekap.surat.nomor or ""
    if re.fullmatch(r"\d+/[A-Z]{2}\.\d+(?:\.\d+)*/[\w/]+", nomor):
        yield Hal(f"Nomor surat {nomor} tanpa kode naskah seperti -SD; tanyakan kepada sekretariat.", *_surat(bahan))


def tahun_surat(bahan: Bahan) -> Iterator[Hal]:
    surat = bahan.rekap.surat
    if surat.nomor and surat.tanggal and not surat.nomor.endswith(str(surat.tanggal.year)):
        yield Hal(f"Nomor surat {surat.nomor} tidak memuat tahun {surat.tanggal.year}.", *_surat(bahan))


def _surat(bahan: Bahan) -> Way:
    return "Isi surat", Letter(bahan.periode)


def tanpa_masalah(bahan: Bahan) -> Iterator[Hal]:
    if not bahan.rekap.masalah:
        yield Hal("Belum ada masalah dan tantangan untuk periode ini.", "Isi masalah", Problems(bahan.periode))


def tanpa_saran(bahan: Bahan) -> Iterator[Hal]:
    if not bahan.rekap.saran:
        yield Hal("Belum ada saran dan rekomendasi untuk periode ini.", "Isi saran", Recommendations(bahan.periode))


def tanpa_sebab(bahan: Bahan) -> Iterator[Hal]:
    """Figures rise and fall by themselves; why, only people can say."""
    if asked := reason_wanted(bahan.rekap):
        yield Hal(asked, "Tulis sebab", Passages(bahan.periode, Part.SEBAB))


RULES = (
    surat_kosong,
    surat_mendahului,
    tanpa_masalah,
    tanpa_saran,
    tanpa_sebab,
    tahun_surat,
    nomor_surat,
)
