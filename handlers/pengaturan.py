"""The settings of a satker as data: which there are, how they are read and shown, and in which section they stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from handlers import naskah
from handlers.access import SEBUTAN
from handlers.chat import Rejected
from handlers.dates import tanggal
from handlers.kalender import BULAN, nomor_bulan
from renderers import indonesian
from storage import people
from storage import satker as rows
from storage.database import Session
from storage.konten import PLATFORM
from storage.people import Anggota
from storage.satker import Akun, DasarHukum, Keputusan, Satker

Read = Callable[[str, date], Any]
Terdaftar = Satker | Akun | DasarHukum | Keputusan | Anggota

PENDEK, PANJANG = 200, 1500
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ZONA = {"WIB": "Asia/Jakarta", "WIB (Pontianak)": "Asia/Pontianak", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
PRATINJAU = {"Tidak": 0, "1 jam sebelumnya": 1, "2 jam sebelumnya": 2, "3 jam sebelumnya": 3, "6 jam sebelumnya": 6}
YA_TIDAK = {"Ya": True, "Tidak": False}
SEBUTAN_PLATFORM = {p.casefold(): p for p in PLATFORM} | {
    "instagram": "IG",
    "facebook": "FB",
    "x": "Twitter",
    "yt": "YouTube",
}
_JAUH = re.compile(rf"(?P<hari>\d{{1,2}}) (?P<bulan>{BULAN})\.? (?P<tahun>(?:19|20)\d\d)")
KOSONG = ("-", "kosong", "tidak ada")


@dataclass(frozen=True)
class Setelan:
    """One setting; where `choices` (label: value) are given, nothing else is taken."""

    name: str
    label: str
    read: Read
    show: Callable[[Any], str] = str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bagian:
    """A section of /atur: the settings of one row, or a list of rows; `first` is what a new row is begun with."""

    kunci: str
    label: str
    kind: type[Terdaftar]
    setelan: tuple[Setelan, ...]
    rows: Callable[[Session, Satker], Sequence[Terdaftar]]
    line: Callable[[Any], str] = str
    first: str = ""
    ask: str = ""
    removable: bool = False
    ordered: bool = False


def teks(longest: int = PENDEK, *, empty: bool = True) -> Read:
    def read(text: str, _today: date) -> str:
        if text.strip().casefold() not in KOSONG:
            return naskah.sebaris(text, longest)
        if not empty:
            raise Rejected("Yang ini tidak dapat dikosongkan.")
        return ""

    return read


def pilihan(values: dict[str, Any]) -> Read:
    """One of the labels, as it is written or as its beginning."""

    def read(text: str, _today: date) -> Any:
        word = text.strip().casefold()
        found = [label for label in values if label.casefold() == word] or [
            label for label in values if word and label.casefold().startswith(word)
        ]
        if not found:
            *most, last = values
            raise Rejected(f"Pilihannya {', '.join(most)} atau {last}.")
        return values[found[0]]

    return read


def sebutan(values: dict[str, Any]) -> Callable[[Any], str]:
    return lambda value: next((label for label, known in values.items() if known == value), str(value))


def pilih(name: str, label: str, values: dict[str, Any]) -> Setelan:
    return Setelan(name, label, pilihan(values), sebutan(values), tuple(values))


def jam(text: str, _today: date) -> time:
    found = re.fullmatch(r"(?:pukul |jam )?(\d{1,2})(?:[.:](\d\d))?(?: ?wib| ?wita| ?wit)?", text.strip().casefold())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004 - the hours and minutes of a day
        raise Rejected("Jamnya belum terbaca; tulis misalnya 16.00.")
    return time(int(found[1]), int(found[2] or 0))


def hari(text: str, today: date) -> date:
    """A day, also one that is years away: a law or a membership may end then."""
    if found := _JAUH.fullmatch(text.strip().casefold()):
        try:
            return date(int(found["tahun"]), nomor_bulan(found["bulan"]), int(found["hari"]))
        except ValueError:
            raise Rejected("Tanggal itu tidak ada dalam kalender.") from None
    told = tanggal(text, today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Tulis satu tanggal, misalnya 17 Juni 2022.")
    return told.mulai


def hari_atau_kosong(text: str, today: date) -> date | None:
    return None if text.strip().casefold() in KOSONG else hari(text, today)


def baris(text: str, _today: date) -> list[str]:
    """Parts at line ends or commas."""
    told = naskah.bersih(text, PENDEK)
    return [part.strip() for part in re.split(r"[\n,;]", told) if part.strip()]


def platform(text: str, _today: date) -> list[str]:
    told = [SEBUTAN_PLATFORM.get(part.strip().casefold()) for part in re.split(r"[\n,;]|\bdan\b", text) if part.strip()]
    if not told or None in told:
        raise Rejected(f"Pilihannya {indonesian.daftar(list(PLATFORM))}; pisahkan dengan koma.")
    return [p for p in PLATFORM if p in told]


def tgl(value: date | None) -> str:
    return indonesian.tanggal(value) if value else ""


def daftar(values: list[str]) -> str:
    return ", ".join(values)


def _berlaku(row: DasarHukum) -> str:
    return f" (sampai {tgl(row.berlaku_sampai)})" if row.berlaku_sampai else ""


def _anggota(row: Anggota) -> str:
    return f"{row.nama}, {row.jabatan_tim or SEBUTAN[row.role]}" + (
        f" (sampai {tgl(row.berlaku_sampai)})" if row.berlaku_sampai else ""
    )


def _sendiri(_session: Session, satker: Satker) -> Sequence[Terdaftar]:
    return [satker]


PERAN = {label: role for role, label in SEBUTAN.items()}

BAGIAN: tuple[Bagian, ...] = (
    Bagian(
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
            Setelan("tagline", "Semboyan", baris, daftar),
            Setelan("ketua", "Ketua", teks()),
            Setelan("atasan", "Atasan", teks()),
            Setelan("kota_atasan", "Kota atasan", teks()),
            pilih("zona", "Zona waktu", ZONA),
        ),
        _sendiri,
    ),
    Bagian(
        "laporan",
        "Laporan",
        Satker,
        (
            pilih("kumulatif", "Tabel sejak Januari", YA_TIDAK),
            Setelan("anggaran", "Kalimat anggaran", teks(PANJANG)),
            Setelan("dasar_laporan", "Dasar pelaporan", teks(PANJANG)),
        ),
        _sendiri,
    ),
    Bagian(
        "kolase",
        "Kolase",
        Satker,
        (
            pilih("kolase_hari", "Hari kolase", {name: n for n, name in enumerate(HARI)}),
            Setelan("kolase_jam", "Jam kolase", jam, lambda at: f"{at:%H.%M}"),
            pilih("kolase_pratinjau", "Pratinjau kolase", PRATINJAU),
            Setelan("platform_bawaan", "Platform bawaan", platform, daftar),
        ),
        _sendiri,
    ),
    Bagian(
        "akun",
        "Akun",
        Akun,
        (
            pilih("platform", "Platform", {p: p for p in PLATFORM}),
            Setelan("nama", "Nama akun", teks(empty=False)),
            pilih("dihitung", "Dihitung sebagai publikasi", YA_TIDAK),
            Setelan("aktif_sejak", "Aktif sejak", hari_atau_kosong, tgl),
        ),
        rows.akun_of,
        lambda row: f"{row.platform} {row.nama}{' (dihitung)' if row.dihitung else ''}",
        "platform",
        "Tulis platformnya: IG, Twitter, FB, YouTube atau TikTok.",
        removable=True,
        ordered=True,
    ),
    Bagian(
        "dasar",
        "Dasar hukum",
        DasarHukum,
        (
            Setelan("teks", "Teks", teks(PANJANG, empty=False)),
            Setelan("berlaku_dari", "Berlaku dari", hari_atau_kosong, tgl),
            Setelan("berlaku_sampai", "Berlaku sampai", hari_atau_kosong, tgl),
        ),
        rows.every_dasar_hukum,
        lambda row: f"{row.teks}{_berlaku(row)}",
        "teks",
        "Tulis dasar hukumnya, lengkap dengan nomor, tahun dan judul.",
        removable=True,
        ordered=True,
    ),
    Bagian(
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
        "nomor",
        "Tulis nomornya, misalnya 45/PP.06-Kpt/3574/2022.",
        removable=True,
    ),
    Bagian(
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
        "nama",
        "Tulis nama lengkapnya dengan gelar. Tautan undangannya dibuat dengan /undang.",
        ordered=True,
    ),
)
DARI: dict[str, Bagian] = {bagian.kunci: bagian for bagian in BAGIAN}
TUNGGAL = tuple((bagian, one) for bagian in BAGIAN if bagian.kind is Satker for one in bagian.setelan)
