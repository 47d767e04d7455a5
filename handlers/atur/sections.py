"""The settings of an office as data: which there are, how they are read and shown, and in which section they stand."""

from datetime import date
from typing import Any

from handlers.atur import read
from handlers.atur.doors import Followers
from handlers.atur.section import YES_NO, Section, choice, may_be_dated, the_office, told_day, until
from handlers.chat.door import ROLE_NAMES
from handlers.dialog.fields import Field, Read
from handlers.reading import text as reading_text
from handlers.rekap.doors import Template
from renderers.indonesian import HARI
from storage.catatan.konten import PLATFORM
from storage.kantor import people
from storage.kantor import satker as rows
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Akun, DasarHukum, Keputusan, Satker

# So many letters of a law's title tell it from the others.
SHOWN = 80
ROLES = {label: role for role, label in ROLE_NAMES.items()}


def _beginning(name: str, reads: Read, **fixed: Any) -> Read:
    """A new row begins with one column that is asked for, and with what every new one has."""

    def begun(text: str, today: date) -> dict[str, Any]:
        return {name: reads(text, today), **fixed}

    return begun


def _account(row: Akun) -> str:
    counted = " (dihitung)" if row.dihitung else ""
    return f"{row.platform} {row.nama}{counted}{until(row.aktif_sampai)}".replace(") (", ", ")


def _member(row: Anggota) -> str:
    return f"{row.nama}, {row.jabatan_tim or ROLE_NAMES[row.role]}{until(row.berlaku_sampai)}"


AKUN = Section(
    "akun",
    "Akun",
    Akun,
    (
        choice("platform", "Platform", {p: p for p in PLATFORM}),
        Field("nama", "Nama akun", read.words(empty=False)),
        choice("dihitung", "Dihitung sebagai publikasi", YES_NO),
        may_be_dated("aktif_sejak", "Aktif sejak"),
        may_be_dated("aktif_sampai", "Aktif sampai"),
    ),
    rows.akun_of,
    _account,
    read.new_account,
    "Tulis platform dan nama akunnya, misalnya IG kpu_kota.",
    "Misalnya: IG kpu_kota",
    leads=("Isi pengikut", Followers()),
    alias=("akun media sosial", "media sosial", "medsos"),
    removable=True,
    ordered=True,
)

DASAR = Section(
    "dasar",
    "Dasar hukum",
    DasarHukum,
    (
        Field("teks", "Teks", read.words(read.LONG, empty=False)),
        may_be_dated("berlaku_dari", "Berlaku dari"),
        may_be_dated("berlaku_sampai", "Berlaku sampai"),
    ),
    rows.every_dasar_hukum,
    lambda row: f"{reading_text.shortened(row.teks, SHOWN)}{until(row.berlaku_sampai)}",
    _beginning("teks", read.words(read.LONG, empty=False)),
    "Tulis dasar hukumnya, lengkap dengan nomor, tahun, dan judul.",
    "Nomor, tahun, dan judul peraturannya",
    removable=True,
    ordered=True,
)

SK = Section(
    "sk",
    "SK dan BA",
    Keputusan,
    (
        choice("jenis", "Jenis", {"SK": "SK", "BA": "BA"}),
        Field("nomor", "Nomor", read.words(empty=False)),
        Field("tanggal", "Tanggal", read.day, told_day, example="Misalnya: 3 Maret 2022"),
    ),
    rows.every_keputusan,
    lambda row: f"{row.jenis} Nomor {row.nomor}, {told_day(row.tanggal)}",
    read.new_decree,
    "Tulis SK atau BA dengan nomor dan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022.",
    "Misalnya: SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022",
    alias=("ba", "surat keputusan", "berita acara", "keputusan"),
    removable=True,
)

TIM = Section(
    "tim",
    "Tim",
    Anggota,
    (
        Field("nama", "Nama dengan gelar", read.words(empty=False)),
        Field("jabatan_kedinasan", "Jabatan kedinasan", read.words()),
        Field("jabatan_tim", "Jabatan dalam tim", read.words()),
        choice("role", "Peran", ROLES),
        may_be_dated("berlaku_dari", "Anggota sejak"),
        may_be_dated("berlaku_sampai", "Anggota sampai"),
    ),
    people.every,
    _member,
    _beginning("nama", read.words(empty=False), role=Role.ANGGOTA),
    "Tulis nama lengkapnya dengan gelar. Tautan undangannya dibuat dengan /undang.",
    "Nama lengkap dengan gelar",
    alias=("anggota", "ketua pelaksana", "pembina"),
    ordered=True,
    dated=True,
)

ZONES = {"WIB": "Asia/Jakarta", "WIB (Pontianak)": "Asia/Pontianak", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
# How many hours before the kolase its preview is shown.
PREVIEWS = {"Tidak": 0, "1 jam sebelumnya": 1, "2 jam sebelumnya": 2, "3 jam sebelumnya": 3, "6 jam sebelumnya": 6}

SATKER = Section(
    "satker",
    "Satker",
    Satker,
    (
        Field("nama", "Nama satker", read.words(empty=False)),
        Field("lembaga", "Lembaga", read.words(empty=False)),
        Field("tempat", "Baris kedua kop", read.words()),
        Field("wilayah", "Wilayah", read.words()),
        Field("kota", "Kota", read.words()),
        Field("provinsi", "Provinsi", read.words()),
        Field("alamat", "Alamat", read.words()),
        Field("website", "Laman", read.words(), example="Misalnya: kota-probolinggo.kpu.go.id"),
        Field("tagline", "Semboyan", read.several(r"[\n,;]"), ", ".join),
        Field("ketua", "Ketua", read.words()),
        Field("atasan", "Atasan", read.words()),
        Field("kota_atasan", "Kota atasan", read.words()),
        choice("zona", "Zona waktu", ZONES),
    ),
    the_office,
)

LAPORAN = Section(
    "laporan",
    "Laporan",
    Satker,
    (
        choice("kumulatif", "Tabel sejak Januari", YES_NO),
        Field("anggaran", "Kalimat anggaran", read.words(read.LONG)),
        Field("dasar_laporan", "Dasar pelaporan", read.words(read.LONG)),
        Field("dasar_pembentukan", "Pedoman pembentukan tim", read.several(r"[\n;]", read.LONG), "; ".join),
    ),
    the_office,
    leads=("Templat laporan", Template()),
)

KOLASE = Section(
    "kolase",
    "Kolase",
    Satker,
    (
        choice("kolase_hari", "Hari kolase", {name: n for n, name in enumerate(HARI)}),
        Field("kolase_jam", "Jam kolase", read.clock_time, lambda at: f"{at:%H.%M}", example="Misalnya: 16.00"),
        choice("kolase_pratinjau", "Pratinjau kolase", PREVIEWS),
        Field("platform_bawaan", "Platform bawaan", read.platforms, ", ".join, example="Misalnya: IG, Twitter, FB"),
    ),
    the_office,
    note="Warna, pola, dan logo kolase diatur dengan /tema.",
)

SECTIONS: tuple[Section, ...] = (SATKER, LAPORAN, KOLASE, AKUN, DASAR, SK, TIM)
BY_KEY: dict[str, Section] = {section.key: section for section in SECTIONS}
OF_OFFICE = tuple((section, field) for section in SECTIONS if section.kind is Satker for field in section.fields)
"""The fields of the office itself, each with its section; only these have names that can follow /atur."""
