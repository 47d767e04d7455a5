"""The settings of a satker as data: which there are, how they are read and shown, and in which section they stand."""

from datetime import date
from typing import Any

from handlers.atur.doors import Followers
from handlers.atur.read import (
    PANJANG,
    Read,
    akun_baru,
    bagian_bagian,
    hari,
    hari_atau_kosong,
    jam,
    keputusan_baru,
    platform,
    teks,
)
from handlers.atur.section import YA_TIDAK, Bagian, Setelan, koma, pilih, sampai, satu, tgl
from handlers.chat.door import ROLE_NAMES
from handlers.reading import text as reading_text
from handlers.rekap.doors import Template
from renderers.indonesian import HARI
from storage.catatan.konten import PLATFORM
from storage.kantor import people
from storage.kantor import satker as rows
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Akun, DasarHukum, Keputusan, Satker

# So much of a law's title tells it from the others.
SHOWN = 80
PERAN = {label: role for role, label in ROLE_NAMES.items()}


def _dengan(name: str, read: Read, **fixed: Any) -> Read:
    def begun(text: str, today: date) -> dict[str, Any]:
        return {name: read(text, today), **fixed}

    return begun


def _akun(row: Akun) -> str:
    counted = " (dihitung)" if row.dihitung else ""
    return f"{row.platform} {row.nama}{counted}{sampai(row.aktif_sampai)}".replace(") (", ", ")


def _anggota(row: Anggota) -> str:
    return f"{row.nama}, {row.jabatan_tim or ROLE_NAMES[row.role]}{sampai(row.berlaku_sampai)}"


AKUN = Bagian(
    "akun",
    "Akun",
    Akun,
    (
        pilih("platform", "Platform", {p: p for p in PLATFORM}),
        Setelan("nama", "Nama akun", teks(empty=False)),
        pilih("dihitung", "Dihitung sebagai publikasi", YA_TIDAK),
        Setelan("aktif_sejak", "Aktif sejak", hari_atau_kosong, tgl),
        Setelan("aktif_sampai", "Aktif sampai", hari_atau_kosong, tgl),
    ),
    rows.akun_of,
    _akun,
    akun_baru,
    "Tulis platform dan nama akunnya, misalnya IG kpu_kota.",
    door=("Isi pengikut", Followers()),
    alias=("akun media sosial", "media sosial", "medsos"),
    removable=True,
    ordered=True,
)

DASAR = Bagian(
    "dasar",
    "Dasar hukum",
    DasarHukum,
    (
        Setelan("teks", "Teks", teks(PANJANG, empty=False)),
        Setelan("berlaku_dari", "Berlaku dari", hari_atau_kosong, tgl),
        Setelan("berlaku_sampai", "Berlaku sampai", hari_atau_kosong, tgl),
    ),
    rows.every_dasar_hukum,
    lambda row: f"{reading_text.shortened(row.teks, SHOWN)}{sampai(row.berlaku_sampai)}",
    _dengan("teks", teks(PANJANG, empty=False)),
    "Tulis dasar hukumnya, lengkap dengan nomor, tahun, dan judul.",
    removable=True,
    ordered=True,
)

SK = Bagian(
    "sk",
    "SK dan BA",
    Keputusan,
    (
        pilih("jenis", "Jenis", {"SK": "SK", "BA": "BA"}),
        Setelan("nomor", "Nomor", teks(empty=False)),
        Setelan("tanggal", "Tanggal", hari, tgl),
    ),
    rows.every_keputusan,
    lambda row: f"{row.jenis} Nomor {row.nomor}, {tgl(row.tanggal)}",
    keputusan_baru,
    "Tulis SK atau BA dengan nomor dan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022.",
    alias=("ba", "surat keputusan", "berita acara", "keputusan"),
    removable=True,
)

TIM = Bagian(
    "tim",
    "Tim",
    Anggota,
    (
        Setelan("nama", "Nama dengan gelar", teks(empty=False)),
        Setelan("jabatan_kedinasan", "Jabatan kedinasan", teks()),
        Setelan("jabatan_tim", "Jabatan dalam tim", teks()),
        pilih("role", "Peran", PERAN),
        Setelan("berlaku_dari", "Anggota sejak", hari_atau_kosong, tgl),
        Setelan("berlaku_sampai", "Anggota sampai", hari_atau_kosong, tgl),
    ),
    people.every,
    _anggota,
    _dengan("nama", teks(empty=False), role=Role.ANGGOTA),
    "Tulis nama lengkapnya dengan gelar. Tautan undangannya dibuat dengan /undang.",
    alias=("anggota", "ketua pelaksana", "pembina"),
    ordered=True,
    dated=True,
)

DAFTAR = (AKUN, DASAR, SK, TIM)


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
    door=("Templat laporan", Template()),
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
