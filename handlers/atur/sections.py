"""The settings of a satker as data: which there are, how they are read and shown, and in which section they stand."""

from handlers.atur.pengaturan_daftar import DAFTAR
from handlers.atur.read import PANJANG, bagian_bagian, jam, platform, teks
from handlers.atur.section import YA_TIDAK, Bagian, Setelan, koma, pilih, satu
from storage.kantor.satker import Satker

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ZONA = {"WIB": "Asia/Jakarta", "WIB (Pontianak)": "Asia/Pontianak", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
PRATINJAU = {"Tidak": 0, "1 jam sebelumnya": 1, "2 jam sebelumnya": 2, "3 jam sebelumnya": 3, "6 jam sebelumnya": 6}

SATKER = Bagian(
    "satker",
    "Satker",
    Satker,
    (
        Setelan("nama", "Nama satker", teks(empty=False)),
        Setelan("lembaga", "Lembaga", teks(empty=False)),
        Setelan("tempat", "Baris kedua kop", teks()),
        Setelan("wilayah", "Wilayah", teks()),
        Setelan("kota", "Kota", teks()),
        Setelan("provinsi", "Provinsi", teks()),
        Setelan("alamat", "Alamat", teks()),
        Setelan("website", "Laman", teks()),
        Setelan("tagline", "Semboyan", bagian_bagian(r"[\n,;]"), koma),
        Setelan("ketua", "Ketua", teks()),
        Setelan("atasan", "Atasan", teks()),
        Setelan("kota_atasan", "Kota atasan", teks()),
        pilih("zona", "Zona waktu", ZONA),
    ),
    satu,
)

LAPORAN = Bagian(
    "laporan",
    "Laporan",
    Satker,
    (
        pilih("kumulatif", "Tabel sejak Januari", YA_TIDAK),
        Setelan("anggaran", "Kalimat anggaran", teks(PANJANG)),
        Setelan("dasar_laporan", "Dasar pelaporan", teks(PANJANG)),
        Setelan("dasar_pembentukan", "Pedoman pembentukan tim", bagian_bagian(r"[\n;]", PANJANG), "; ".join),
    ),
    satu,
    door=("Templat laporan", "tp"),
)

KOLASE = Bagian(
    "kolase",
    "Kolase",
    Satker,
    (
        pilih("kolase_hari", "Hari kolase", {name: n for n, name in enumerate(HARI)}),
        Setelan("kolase_jam", "Jam kolase", jam, lambda at: f"{at:%H.%M}"),
        pilih("kolase_pratinjau", "Pratinjau kolase", PRATINJAU),
        Setelan("platform_bawaan", "Platform bawaan", platform, koma),
    ),
    satu,
    note="Warna, pola, dan logo kolase diatur dengan /tema.",
)

BAGIAN: tuple[Bagian, ...] = (SATKER, LAPORAN, KOLASE, *DAFTAR)
DARI: dict[str, Bagian] = {bagian.kunci: bagian for bagian in BAGIAN}
TUNGGAL = tuple((bagian, one) for bagian in BAGIAN if bagian.kind is Satker for one in bagian.setelan)
