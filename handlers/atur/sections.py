"""The settings of an office as data: which there are, how they are read and shown, and in which section they stand."""

from datetime import date
from typing import Any

from handlers.atur import facts, read
from handlers.atur.doors import Followers
from handlers.atur.hukum import fields as hukum
from handlers.atur.hukum import picks
from handlers.atur.section import YES_NO, Section, choice, may_be_dated, the_office, told_day, until
from handlers.chat.door import ROLE_NAMES, TEAM_NAMES
from handlers.dialog.fields import Field, Read
from handlers.rekap.doors import Template
from renderers.indonesian import HARI
from storage.kantor import akun, dasar, people
from storage.kantor.akun import Akun
from storage.kantor.dasar import AMENDS, ESTABLISHES, REPLACES, DasarHukum, Keputusan
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import KOLOM_KINERJA, Satker
from storage.nasional import platform
from storage.nasional.passages import GREETINGS

ROLES = {label: role for role, label in TEAM_NAMES.items()}


def _beginning(name: str, reads: Read, **fixed: Any) -> Read:
    """A new row begins with one column that is asked for, and with what every new one has."""

    def begun(text: str, today: date) -> dict[str, Any]:
        return {name: reads(text, today), **fixed}

    return begun


def _account(row: Akun) -> str:
    counted = " (dihitung)" if row.dihitung else ""
    return f"{row.platform} {row.nama}{counted}{until(row.aktif_sampai)}".replace(") (", ", ")


def _decree(row: Keputusan) -> str:
    does = f", {row.hubungan} {row.terhadap or 'SK sebelumnya'}" if row.hubungan in {AMENDS, REPLACES} else ""
    return f"{row.jenis} Nomor {row.nomor}, {told_day(row.tanggal)}{does}"


def _member(row: Anggota) -> str:
    return f"{row.nama}, {row.jabatan_tim or ROLE_NAMES[row.role]}{until(row.berlaku_sampai)}"


AKUN = Section(
    "akun",
    "Akun",
    Akun,
    (
        choice("platform", "Platform", {one: one for one in platform.every()}),
        Field("nama", "Nama akun", read.words(empty=False)),
        choice("dihitung", "Dihitung sebagai publikasi", YES_NO),
        may_be_dated("aktif_sejak", "Aktif sejak"),
        may_be_dated("aktif_sampai", "Aktif sampai"),
    ),
    akun.every,
    _account,
    read.new_account,
    "Tulis platform dan nama akunnya, misalnya IG kpu_kota. Akun kedua yang dihitung sendiri diberi nama kolom, "
    "misalnya IG PPID: ppid_kpu_kota.",
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
        hukum.TEXT,
        hukum.NATIONAL,
        may_be_dated("berlaku_dari", "Berlaku dari"),
        may_be_dated("berlaku_sampai", "Berlaku sampai"),
    ),
    dasar.every_dasar_hukum,
    hukum.line,
    hukum.begun,
    hukum.ASK,
    "Nomor, tahun, dan judul peraturannya",
    removable=True,
    ordered=True,
    picks=picks.menu,
    picked=hukum.NATIONAL.name,
    beside=hukum.beside,
)

# What a decree does to the one before it.
RELATIONS = {"Menurut tanggal": "", "Menetapkan": ESTABLISHES, "Mengubah": AMENDS, "Mengganti": REPLACES}
UNTITLED = "belum ada, jadi laporan memakai judul yang lazim"
ASK_DECREE = (
    "Tulis SK atau BA dengan nomor dan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022; boleh "
    "diteruskan dengan judulnya (tentang …).\n"
    "SK yang setahun dengan SK sebelumnya dibaca sebagai perubahannya, yang berlainan tahun sebagai penggantinya; "
    "bila tidak begitu, ubah Hubungan."
)

SK = Section(
    "sk",
    "SK dan BA",
    Keputusan,
    (
        choice("jenis", "Jenis", {"SK": "SK", "BA": "BA"}),
        Field("nomor", "Nomor", read.words(empty=False)),
        Field("tanggal", "Tanggal", read.day, told_day, example="Misalnya: 3 Maret 2022"),
        Field("tentang", "Tentang", read.words(read.LONG), lambda told: told or UNTITLED),
        choice("hubungan", "Hubungan", RELATIONS),
        Field("terhadap", "Terhadap", read.words(), lambda told: told or "SK sebelumnya"),
    ),
    dasar.every_keputusan,
    _decree,
    read.new_decree,
    ASK_DECREE,
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
        Field("website", "Laman", read.words(), example="Misalnya: kota-probolinggo.kpu.go.id"),
        choice("zona", "Zona waktu", ZONES),
    ),
    the_office,
    facts=facts.OF_SATKER,
)

LAPORAN = Section(
    "laporan",
    "Laporan",
    Satker,
    (
        choice("kumulatif", "Tabel sejak Januari", YES_NO),
        choice("salam", "Salam pembuka", {one.capitalize(): one for one in GREETINGS}),
        Field(
            "laporan_hari",
            "Tanggal laporan",
            read.report_day,
            read.told_report_day,
            example="Misalnya: 23 Juni, atau hari kerja terakhir",
        ),
        Field(
            "laporan_ingat",
            "Pengingat triwulan",
            read.reminders,
            read.told_reminders,
            example="Misalnya: H-10, H-3, H-1; atau mati",
        ),
        choice("ketepatan", "Ketepatan di BAB IV", YES_NO),
        Field("dasar_pembentukan", "Pedoman pembentukan tim", read.several(r"[\n;]", read.LONG), "; ".join),
    ),
    the_office,
    note="Salam dengan kata sendiri ditulis di /narasi, pada bagian Kata Pengantar.",
    leads=("Templat laporan", Template()),
    facts=facts.OF_LAPORAN,
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

SALINAN = Section(
    "salinan",
    "Teks WA dan e-Kinerja",
    Satker,
    (
        Field(
            "wa_jam",
            "Jam teks WA",
            read.clock_or_none,
            lambda at: f"{at:%H.%M}",
            example="Misalnya: 16.30; “-” untuk mematikannya",
        ),
        Field(
            "kolom_kinerja",
            "Kolom e-Kinerja",
            read.heads(len(KOLOM_KINERJA)),
            "; ".join,
            example=f"Misalnya: {'; '.join(KOLOM_KINERJA)}",
        ),
    ),
    the_office,
    note="Pada jam itu Ketua Pelaksana menerima teks WA hari itu, bila ada yang tercatat. Kolom e-Kinerja adalah judul "
    "kolom berkas Excel dari /saya.",
    alias=("teks wa", "whatsapp", "wa", "e-kinerja", "ekinerja"),
)

SECTIONS: tuple[Section, ...] = (SATKER, LAPORAN, KOLASE, SALINAN, AKUN, DASAR, SK, TIM, facts.MEDIA)
BY_KEY: dict[str, Section] = {section.key: section for section in (*SECTIONS, *facts.HISTORIES)}
OF_OFFICE = tuple((section, field) for section in SECTIONS if section.kind is Satker for field in section.fields)
"""The fields of the office itself, each with its section; these and the facts have names that can follow /atur."""
OF_FACTS = {fact.about: (section, fact) for section in SECTIONS for fact in section.facts}
