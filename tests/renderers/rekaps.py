"""A small full Rekap of an invented office, and stand-ins for its pictures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from handlers.laporan import naskah
from renderers.figures import (
    Anggota,
    Evaluasi,
    Informasi,
    Keputusan,
    Koordinasi,
    Masalah,
    Matriks,
    Periode,
    Rekap,
    Surat,
)
from renderers.kantor import Akun, Media, Satker
from renderers.rekap.pictures import Sheet
from storage.nasional.passages import Office

JENIS = (
    "Foto Berita",
    "KPU Flash",
    "Meme Quote",
    "Ucapan Selamat",
    "Ucapan Dukacita",
    "Infografik",
    "Peringatan Hari Besar",
    "Promote live IG/streaming",
    "Promote link berita web",
    "Repost",
    "Video lainnya",
)
PLATFORM = ("IG", "Twitter", "FB", "YouTube", "TikTok")
JULI, AGUSTUS, SEPTEMBER = date(2023, 7, 1), date(2023, 8, 1), date(2023, 9, 1)

SATKER = Satker(
    nama="KPU Kabupaten Sukamaju",
    lembaga="Komisi Pemilihan Umum",
    tempat="Kabupaten Sukamaju",
    wilayah="Kabupaten Sukamaju",
    kota="Sukamaju",
    provinsi="Nusa Raya",
    alamat="Jl. Merdeka No. 17 Sukamaju, Nusa Raya",
    tagline=("Memilih", "dengan", "Gembira"),
    website="kab-sukamaju.kpu.go.id",
    atasan="KPU Provinsi Nusa Raya",
    kota_atasan="Rayapura",
    ketua="SITI RAHAYU",
    anggaran="Seluruh kegiatan dibiayai DIPA 076 Tahun Anggaran 2023 KPU Kabupaten Sukamaju.",
)


def koordinasi(sektor: str, mulai: date, uraian: str, instansi: str, keterangan: str) -> Koordinasi:
    return Koordinasi(sektor, mulai, mulai, uraian, instansi, keterangan)


HIBAH = "Audiensi dengan {} terkait dana hibah"
KUNJUNGAN = "Pendidikan pemilih pemula"
KOORDINASI = (
    koordinasi("pemerintah", date(2023, 9, 6), "Rapat", "DPRD Sukamaju", HIBAH.format("DPRD Sukamaju")),
    koordinasi("pemerintah", date(2023, 7, 4), "Rapat", "Sekda Sukamaju", HIBAH.format("Sekda Sukamaju")),
    Koordinasi("pemerintah", date(2023, 8, 14), date(2023, 9, 1), "Kunjungan", "SMAN 1 Sukamaju", KUNJUNGAN),
    koordinasi("nonpemerintah", date(2023, 7, 20), "Audiensi", "PWI Sukamaju", "Liputan tahapan kampanye"),
)


def matriks(bulan: date, **rows: Sequence[int]) -> Matriks:
    """`foto=(3, 3, 3, 0, 0)`: the first word of a jenis, its postingan by platform."""
    named = {jenis.split()[-1].lower(): i for i, jenis in enumerate(JENIS)}
    angka: list[tuple[int, ...]] = [(0,) * len(PLATFORM)] * len(JENIS)
    for name, row in rows.items():
        angka[named[name]] = tuple(row)
    return Matriks(bulan, tuple(angka))


MATRIKS = (
    matriks(JULI, berita=(40, 40, 38, 0, 0), web=(6, 6, 6, 0, 0), lainnya=(2, 2, 2, 1, 3)),
    matriks(AGUSTUS, berita=(44, 44, 44, 0, 0), besar=(1, 1, 1, 0, 0), web=(9, 9, 9, 0, 0), lainnya=(2, 0, 2, 0, 7)),
    matriks(
        SEPTEMBER, berita=(38, 38, 38, 0, 0), web=(9, 9, 9, 0, 0), repost=(4, 4, 4, 0, 0), lainnya=(3, 3, 3, 0, 20)
    ),
)
EVALUASI = (Evaluasi(JULI, 51, 6), Evaluasi(AGUSTUS, 63, 9), Evaluasi(SEPTEMBER, 74, 9))
TRIWULAN = Periode("triwulan", "Triwulan III", 2023, (JULI, AGUSTUS, SEPTEMBER), (JULI, AGUSTUS, SEPTEMBER))

DAILY = "Link berita dan aktivitas keseharian"
MEDIA = (
    Media("Media Sosial", "dihitung", DAILY),
    Media("Website", "laman", "Berita"),
    Media("Grup Bakohumas KPU Kabupaten Sukamaju", "grup", DAILY),
    Media("Grup Bakohumas KPU Provinsi Nusa Raya", "grup", DAILY),
)

_REKAP = Rekap(
    satker=SATKER,
    periode=TRIWULAN,
    surat=Surat("21/PR.04.1-SD/9901/2023", date(2023, 10, 4), "Biasa", None, ("Arsip",)),
    anggota=(
        Anggota("SITI RAHAYU", "Ketua KPU", "Pembina"),
        Anggota("BUDI SANTOSO", "Sekretaris", "Ketua"),
        Anggota("DEWI LESTARI, S.Kom.", "Staf Pelaksana", "Anggota"),
    ),
    keputusan=(
        Keputusan("SK", "9/HK.03.1/9901/2023", date(2023, 3, 1)),
        Keputusan("BA", "40/PK.01-BA/9901/2022", date(2022, 12, 20)),
        Keputusan("SK", "2/HK.03.1/9901/2023", date(2023, 1, 4)),
    ),
    dasar_hukum=("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;", "Keputusan KPU Nomor 561"),
    dasar_laporan="Keputusan KPU Nomor 561/HM.03.5-Kpt/06/KPU/VIII/2021 tentang Bakohumas",
    dasar_pembentukan=("Keputusan KPU Nomor 172/HM.02-Kpt/06/KPU/III/2021",),
    koordinasi=KOORDINASI,
    informasi=(
        Informasi(JULI, True, "Hari dan tanggal Pemilu", ("TikTok",)),
        Informasi(date(2023, 7, 31), False, "Rekapitulasi pemilih bulan Juli", ("Twitter", "IG", "FB")),
        Informasi(date(2023, 7, 3), False, "Jadwal kampanye", ("IG",)),
        Informasi(date(2023, 9, 12), False, "Cara memeriksa daftar pemilih", ("IG", "TikTok")),
    ),
    jenis=JENIS,
    platform=PLATFORM,
    matriks=MATRIKS,
    evaluasi=EVALUASI,
    sebelumnya=(
        Evaluasi(date(2023, 4, 1), 50, 5),
        Evaluasi(date(2023, 5, 1), 50, 5),
        Evaluasi(date(2023, 6, 1), 50, 5),
    ),
    akun=(
        Akun("TikTok", "@kpusukamaju", True, date(2023, 7, 10), date(2023, 9, 29), 586, 1713),
        Akun("IG", "@kpu.sukamaju", True),
        Akun("FB", "KPU Sukamaju"),
    ),
    masalah=(Masalah("Anggaran", "Pencairan tertunda."), Masalah("Belum ada ruang podcast.")),
    saran=("Unggah serentak dengan satu tagar.",),
    batas=date(2023, 9, 30),
    media=MEDIA,
)


def with_passages(rekap: Rekap) -> Rekap:
    return naskah.written(rekap, Office("kabupaten", salam="islam"), {})


REKAP = with_passages(_REKAP)

KOSONG = replace(
    REKAP,
    surat=Surat(),
    anggota=(),
    keputusan=(),
    dasar_hukum=(),
    dasar_pembentukan=(),
    koordinasi=(),
    informasi=(),
    matriks=(),
    evaluasi=(),
    sebelumnya=None,
    akun=(),
    masalah=(),
    saran=(),
)


def rekap(**changes: Any) -> Rekap:
    """The report with other figures, and the passages that follow from them."""
    return with_passages(replace(REKAP, **changes))


@cache
def jpeg(color: str = "maroon") -> bytes:
    out = BytesIO()
    Image.new("RGB", (108, 135), color).save(out, "JPEG")
    return out.getvalue()


LEMBAR = (
    Sheet(jpeg("maroon"), "Kegiatan KPU Kabupaten Sukamaju Pekan Pertama Juli 2023 (3–7 Juli 2023)"),
    Sheet(jpeg("gold"), "Kegiatan KPU Kabupaten Sukamaju Pekan Kedua Juli 2023 (10–14 Juli 2023)"),
)
