"""The lists of a satker as data: accounts, legal bases, decrees and the team."""

from datetime import date
from typing import Any

from handlers.atur.read import PANJANG, Read, akun_baru, hari, hari_atau_kosong, keputusan_baru, teks
from handlers.atur.section import YA_TIDAK, Bagian, Setelan, pilih, sampai, tgl
from handlers.chat.access import SEBUTAN
from handlers.naskah import period
from storage.catatan.konten import PLATFORM
from storage.kantor import people
from storage.kantor import satker as rows
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Akun, DasarHukum, Keputusan

# So much of a law's title tells it from the others.
SHOWN = 80
PERAN = {label: role for role, label in SEBUTAN.items()}


def _dengan(name: str, read: Read, **fixed: Any) -> Read:
    def begun(text: str, today: date) -> dict[str, Any]:
        return {name: read(text, today), **fixed}

    return begun


def _akun(row: Akun) -> str:
    counted = " (dihitung)" if row.dihitung else ""
    return f"{row.platform} {row.nama}{counted}{sampai(row.aktif_sampai)}".replace(") (", ", ")


def _anggota(row: Anggota) -> str:
    return f"{row.nama}, {row.jabatan_tim or SEBUTAN[row.role]}{sampai(row.berlaku_sampai)}"


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
    door=("Isi pengikut", "ak"),
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
    lambda row: f"{period.pendek(row.teks, SHOWN)}{sampai(row.berlaku_sampai)}",
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
)

DAFTAR = (AKUN, DASAR, SK, TIM)
