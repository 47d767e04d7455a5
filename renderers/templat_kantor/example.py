"""An invented office in a full quarter and in an empty one: templates are tried on them, and the manual shows them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from renderers.figures import (
    Anggota,
    Evaluasi,
    Informasi,
    Jumlah,
    Kegiatan,
    Keputusan,
    Koordinasi,
    Masalah,
    Matriks,
    Periode,
    Rekap,
    Sel,
    Surat,
    Susulan,
    TanpaTautan,
    Tautan,
)
from renderers.kantor import Akun, Bawahan, BawahanLaporan, Bulan, Media, Satker
from renderers.passage import Passage
from renderers.rekap.pictures import PLACES, Card, Diagram, Material, Photo, Sheet
from renderers.templat_bawaan.passages import passages

_JULY, _AUGUST, _SEPTEMBER = (date(2023, month, 1) for month in (7, 8, 9))
_MONTHS, _TABLE_MONTHS = (_JULY, _AUGUST, _SEPTEMBER), (date(2023, 6, 1), _JULY, _AUGUST, _SEPTEMBER)
_DINAS = Koordinasi(
    "pemerintah",
    date(2023, 7, 4),
    date(2023, 7, 4),
    "Rapat",
    "Dinas Pendidikan",
    "Pemilih pemula",
    "09.00–11.00",
    "25 guru dan 3 anggota KPU",
)
_PRESS = Koordinasi(
    "nonpemerintah", date(2023, 8, 9), date(2023, 8, 11), "Audiensi", "PWI", "Liputan kampanye", "13.30", "12 wartawan"
)
_PLENO = Kegiatan(
    "Rapat pleno", _JULY, _JULY, "Aula", ("a.jpg",), "09.00–11.00", "5 anggota dan sekretaris", "Jadwal kampanye"
)
_SCHEDULE = Informasi(date(2023, 7, 3), False, "Jadwal kampanye", ("IG", "FB"))
_NASKAH = "Naskah nasional, atau tulisan kantor."
_ADDRESS = "https://www.instagram.com/p/contoh"

FULL = Rekap(
    satker=Satker(
        nama="KPU Kabupaten Sukamaju",
        lembaga="Komisi Pemilihan Umum",
        tempat="Kabupaten Sukamaju",
        wilayah="Kabupaten Sukamaju",
        kota="Sukamaju",
        provinsi="Nusa Raya",
        alamat="Jl. Merdeka No. 17 Sukamaju, Nusa Raya",
        tagline=("Memilih", "dengan", "gembira"),
        website="kab-sukamaju.kpu.go.id",
        atasan="KPU Provinsi Nusa Raya",
        kota_atasan="Rayapura",
        ketua="SITI RAHAYU",
        anggaran="Seluruh kegiatan dibiayai DIPA Tahun Anggaran 2023.",
        logo="logo.png",
    ),
    periode=Periode("triwulan", "Triwulan III", 2023, _MONTHS, _TABLE_MONTHS),
    surat=Surat("21/PR.04.1-SD/9901/2023", date(2023, 10, 4), "Biasa", "1 (satu) berkas", ("Arsip",)),
    anggota=(Anggota("SITI RAHAYU", "Ketua KPU", "Pembina"), Anggota("BUDI SANTOSO", "Sekretaris", "Ketua")),
    keputusan=(Keputusan("SK", "9/HK.03.1/9901/2023", date(2023, 3, 1)),),
    dasar_hukum=("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",),
    dasar_laporan="Keputusan KPU Nomor 561/HM.03.5-Kpt/06/KPU/VIII/2021 tentang Bakohumas",
    dasar_pembentukan=("Keputusan KPU Nomor 172/HM.02-Kpt/06/KPU/III/2021",),
    koordinasi=(_DINAS, _PRESS),
    informasi=(
        _SCHEDULE,
        Informasi(_TABLE_MONTHS[0], True, "Daftar pemilih", ("IG",)),
        Informasi(_AUGUST, True, "Hari pemungutan suara", ("TikTok",)),
    ),
    jenis=("Foto Berita", "Promote link berita web"),
    platform=("IG", "FB", "TikTok"),
    matriks=tuple(Matriks(month, ((40, 38, 9), (6, 6, 0))) for month in _TABLE_MONTHS),
    evaluasi=tuple(Evaluasi(month, 51 + 9 * n, 6) for n, month in enumerate(_TABLE_MONTHS)),
    sebelumnya=tuple(Evaluasi(date(2023, month, 1), 50, 5) for month in (4, 5, 6)),
    akun=(Akun("IG", "@kpu.sukamaju", True), Akun("TikTok", "@kpusukamaju", True, _JULY, date(2023, 9, 29), 586, 1713)),
    masalah=(Masalah("Anggaran", "Pencairan tertunda."),),
    saran=("Unggah serentak dengan satu tagar.", "Tambah peralatan siniar."),
    batas=date(2023, 9, 30),
    narasi={"sebab": "Tahapan kampanye dimulai.", "rencana": "Konten video ditambah."},
    naskah=tuple(Passage(bab, kunci, kunci, _NASKAH) for bab, kunci in passages()),
    isian={"pemilu_berikutnya": "Pemilu dan Pemilihan Serentak Tahun 2024"},
    kegiatan=(_PLENO, Kegiatan("Apel pagi", _JULY, _JULY)),
    tautan=(Tautan(_JULY, False, "Foto Berita", "Apel pagi", (("IG", _ADDRESS),)),),
    tanpa_tautan=(TanpaTautan(_JULY, 1, 8),),
    kini=Jumlah("Triwulan III 2023", 33, 5, 3, 365, 1038, 368),
    dulu=Jumlah("Triwulan II 2023", 19, 3, 14, 245, 687, 239),
    susulan=Susulan(
        "Triwulan II 2023",
        1,
        date(2023, 7, 5),
        (_DINAS,),
        (_SCHEDULE,),
        ("Rapat 4 Juni 2023",),
        (Sel(date(2023, 6, 1), "Foto Berita", "IG", 4, 6),),
    ),
    bawahan=BawahanLaporan(
        (Bawahan("KPU Kabupaten Sukamaju", 2, date(2023, 10, 3), Bulan(_JULY, 33, 8, 365, 1038, 368)),),
        (Bulan(_JULY, 33, 8, 365, 1038, 368),),
    ),
    media=(
        Media("Media Sosial", "dihitung", "Postingan"),
        Media("Website", "laman", "Berita"),
        Media("Grup Bakohumas KPU Provinsi Nusa Raya", "grup", "Postingan"),
    ),
)
"""The office in a quarter that has an entry in every list."""

EMPTY = replace(
    FULL,
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
    narasi={},
    naskah=(),
    isian={},
    kegiatan=(),
    tautan=(),
    tanpa_tautan=(),
    kini=None,
    dulu=None,
    susulan=None,
    bawahan=None,
)
"""The example office in a quarter without records."""


def material(rekap: Rekap = FULL) -> Material:
    """Plain pictures for the full quarter; for any other the emblem alone."""
    if rekap is not FULL:
        return Material(_jpeg())
    foto = _jpeg()
    sheets = (Sheet(foto, "Kegiatan Pekan Pertama Juli 2023"), Sheet(foto, "Kegiatan Pekan Kedua Juli 2023"))
    cards = tuple(Card(k, (Photo(foto, 0.8),) if k.foto else ()) for k in rekap.kegiatan)
    diagram = Diagram(foto, "Diagram batang. IG 40, FB 38.", "Postingan menurut platform")
    return Material(foto, sheets, cards, dict.fromkeys(PLACES, (diagram,)))


def _jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (108, 135), "maroon").save(out, "JPEG")
    return out.getvalue()
