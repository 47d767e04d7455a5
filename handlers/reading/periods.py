"""Triwulan, semester and tahun as half-open date ranges, and how people name them; pekan beside them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from handlers.chat.messages import Rejected
from handlers.reading.calendar import BULAN, nomor_bulan, terakhir_kali
from handlers.reading.dates import tanggal
from renderers import indonesian

TAHUN = range(2000, 2100)
KE = ("pertama", "kedua", "ketiga", "keempat", "kelima")


_PEKAN = re.compile(r"20\d\d-W\d\d", re.ASCII)


@dataclass(frozen=True)
class Pekan:
    """A week from its Monday; it belongs to the month of its Thursday."""

    mulai: date

    @classmethod
    def dari(cls, d: date) -> "Pekan":
        return cls(d - timedelta(days=d.weekday()))

    @classmethod
    def berkode(cls, kode: str) -> "Pekan":
        """Of its own `kode`, not as people write it; ValueError where it is none."""
        if not _PEKAN.fullmatch(kode):
            raise ValueError(kode)
        return cls(date.fromisocalendar(int(kode[:4]), int(kode[6:]), 1))

    @property
    def selesai(self) -> date:
        return self.mulai + timedelta(days=7)

    @property
    def kamis(self) -> date:
        return self.mulai + timedelta(days=3)

    @property
    def bulan(self) -> date:
        return self.kamis.replace(day=1)

    @property
    def nomor(self) -> int:
        return (self.kamis.day + 6) // 7

    @property
    def kode(self) -> str:
        tahun, pekan_ke, _ = self.mulai.isocalendar()
        return f"{tahun}-W{pekan_ke:02}"

    def judul(self, terakhir: date | None = None) -> tuple[str, str]:
        """Title and subtitle; `terakhir`, the day of the last kegiatan, may stretch the range into the weekend."""
        jumat, minggu = self.mulai + timedelta(days=4), self.mulai + timedelta(days=6)
        rentang = indonesian.rentang_pendek(self.mulai, min(minggu, max(jumat, terakhir or jumat)))
        if self.mulai.month != jumat.month:
            return rentang, ""
        return f"Pekan {KE[self.nomor - 1].capitalize()} {indonesian.bulan(self.kamis)}", rentang

    def sebelumnya(self) -> "Pekan":
        return Pekan(self.mulai - timedelta(days=7))


_INI = re.compile(r"(?:(?:pekan|minggu) )?ini|")
_LALU = re.compile(r"(?:(?:pekan|minggu) )?lalu|(?:pekan|minggu) kemarin")
_ISO = re.compile(r"(?:(?P<tahun>20\d\d)-?)?w(?P<nomor>\d\d?)")
_SEBULAN = re.compile(
    rf"(?:pekan|minggu) (?:ke ?-? ?(?=\d))?(?P<ke>\w+) (?:bulan )?(?P<bulan>{BULAN})\.?(?: (?P<tahun>20\d\d))?"
)


def pekan(text: str, today: date) -> Pekan:
    """Read "", "lalu", "2022-W15", "W15", "pekan ketiga April 2022" or any date inside the week."""
    kata, ini = " ".join(text.casefold().split()), Pekan.dari(today)
    if _INI.fullmatch(kata):
        return ini
    if _LALU.fullmatch(kata):
        return ini.sebelumnya()
    if cocok := _ISO.fullmatch(kata):
        return _iso(cocok, today)
    if cocok := _SEBULAN.fullmatch(kata):
        return _pekan_bulan(cocok, today)
    return Pekan.dari(tanggal(text, today).mulai)


def _iso(cocok: re.Match[str], today: date) -> Pekan:
    tahun, nomor = int(cocok["tahun"] or today.isocalendar().year), int(cocok["nomor"])
    for tahun_coba in (tahun,) if cocok["tahun"] else (tahun, tahun - 1):
        try:
            hasil = Pekan(date.fromisocalendar(tahun_coba, nomor, 1))
        except ValueError:  # not every year has a W53
            continue
        if cocok["tahun"] or hasil.mulai <= today:
            return hasil
    raise Rejected(f"Tahun {tahun} tidak mempunyai pekan W{nomor:02}.")


def _pekan_bulan(cocok: re.Match[str], today: date) -> Pekan:
    ke = int(cocok["ke"]) if cocok["ke"].isdecimal() else {kata: n for n, kata in enumerate(KE, 1)}.get(cocok["ke"], 0)
    bulan = nomor_bulan(cocok["bulan"])
    awal = date(int(cocok["tahun"]), bulan, 1) if cocok["tahun"] else terakhir_kali(1, bulan, today)
    hasil = Pekan.dari(awal + timedelta(days=(3 - awal.weekday()) % 7 + 7 * (ke - 1)))
    if not 1 <= ke <= len(KE) or hasil.bulan != awal:
        raise Rejected(f"{indonesian.bulan(awal)} tidak mempunyai pekan itu; yang mana?")
    return hasil


T = TypeVar("T")
_LAMA = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
_SINGKATAN = {"bulan": "B", "triwulan": "TW", "semester": "S"}
_JENIS = {short: jenis for jenis, short in _SINGKATAN.items()} | {"": "tahun"}
_KODE = re.compile(r"(?P<tahun>20\d\d)(?:-(?P<singkatan>B|TW|S)(?P<nomor>\d\d?))?", re.ASCII)


@dataclass(frozen=True)
class Periode:
    """A reporting period; `selesai` is the first day after it."""

    jenis: str
    nomor: int
    tahun: int

    @property
    def mulai(self) -> date:
        return date(self.tahun, (self.nomor - 1) * _LAMA[self.jenis] + 1, 1)

    @property
    def selesai(self) -> date:
        return _bulan_ke(self.mulai, _LAMA[self.jenis])

    @property
    def bulan(self) -> tuple[date, ...]:
        return tuple(_bulan_ke(self.mulai, n) for n in range(_LAMA[self.jenis]))

    def bulan_tabel(self, kumulatif: bool) -> tuple[date, ...]:
        """The months the tables show: cumulative ones begin in January."""
        return tuple(date(self.tahun, n, 1) for n in range(1, self.bulan[-1].month + 1)) if kumulatif else self.bulan

    @property
    def sebutan(self) -> str:
        if self.jenis == "bulan":
            return indonesian.nama_bulan(self.mulai)
        return "Tahun" if self.jenis == "tahun" else f"{self.jenis.capitalize()} {indonesian.romawi(self.nomor)}"

    @property
    def judul(self) -> str:
        return f"{self.sebutan} {self.tahun}"

    @property
    def kode(self) -> str:
        return f"{self.tahun}" if self.jenis == "tahun" else f"{self.tahun}-{_SINGKATAN[self.jenis]}{self.nomor}"

    @classmethod
    def berkode(cls, kode: str) -> "Periode":
        """Of its own `kode`, not as people write it; ValueError where it is none."""
        found = _KODE.fullmatch(kode)
        jenis = found and _JENIS.get(found["singkatan"] or "")
        nomor = int(found["nomor"] or 1) if found else 0
        if not found or not jenis or not 1 <= nomor <= 12 // _LAMA[jenis]:
            raise ValueError(kode)
        return cls(jenis, nomor, int(found["tahun"]))

    def sebelumnya(self) -> "Periode":
        if self.nomor > 1:
            return Periode(self.jenis, self.nomor - 1, self.tahun)
        return Periode(self.jenis, 12 // _LAMA[self.jenis], self.tahun - 1)


def _bulan_ke(awal: date, n: int) -> date:
    return date(awal.year + (awal.month - 1 + n) // 12, (awal.month - 1 + n) % 12 + 1, 1)


def bulan_depan(bulan: date) -> date:
    """The first day of the month after."""
    return _bulan_ke(bulan.replace(day=1), 1)


def is_month(d: date) -> bool:
    """Whether a day stands for its month: the first one, of a century that people write about."""
    return d.day == 1 and d.year in TAHUN


def begun(periode: Periode, today: date) -> Periode:
    if periode.mulai > today:
        raise Rejected(f"{periode.judul} belum dimulai.")
    return periode


def bulan(d: date) -> Periode:
    return Periode("bulan", d.month, d.year)


def memuat(bulan: date) -> tuple[Periode, ...]:
    """The periods of the reports that tell of a month."""
    semester = Periode("semester", (bulan.month + 5) // 6, bulan.year)
    return triwulan(bulan), semester, Periode("tahun", 1, bulan.year)


def triwulan(d: date) -> Periode:
    return Periode("triwulan", (d.month + 2) // 3, d.year)


_NAMA_PERIODE = {
    "triwulan": r"q|kuartal|tw|tri\s?wulan",
    "semester": r"s|sem|smt|semester",
}
_NOMOR = {"i": 1, "ii": 2, "iii": 3, "iv": 4} | {kata: n for n, kata in enumerate(KE, 1)}
_PERIODE = re.compile(
    r"(?:(?P<depan>20\d\d) )?(?P<nama>[a-z][a-z ]*?) ?(?P<nomor>\d|iv|i{1,3}|ke\w+|pertama)"
    r"(?: (?:(?:tahun|thn|th) )?(?P<belakang>20\d\d))?"
)
_RELATIF = re.compile(r"(?P<nama>[a-z][a-z ]*?) (?:yang |yg )?(?P<arah>ini|lalu|kemarin|sebelumnya)")
_RELATIF_NAMA = _NAMA_PERIODE | {"tahun": "tahun|thn|th"}
_TAHUN = re.compile(r"(?:tahun(?:an)? )?(20\d\d)")


def parse(text: str, today: date) -> Periode:
    """Read "Q2", "TW II 2022", "S1", "2022", "triwulan lalu"; without a year, the latest such period that has begun."""
    kata = re.sub(r"[\s/.,_-]+", " ", text.casefold()).strip()
    if cocok := _TAHUN.fullmatch(kata):
        return Periode("tahun", 1, int(cocok[1]))
    if cocok := _PERIODE.fullmatch(kata):
        for jenis, nama in _NAMA_PERIODE.items():
            if re.fullmatch(nama, cocok["nama"]):
                return _periode(jenis, cocok, today)
    if (cocok := _RELATIF.fullmatch(kata)) and (found := _relatif(cocok, today)):
        return found
    raise Rejected("Periodenya belum terbaca; tulis misalnya Q2, TW II 2022, S1, atau 2022.")


_BULAN = re.compile(r"(?P<bulan>0?[1-9]|1[0-2]) ?[/.-] ?(?P<tahun>20\d\d)")


def sebulan(text: str, today: date) -> Periode:
    """Read "Juni", "Juni 2022", "05/2022"; whoever names a longer period is told that it has several months."""
    if cocok := _BULAN.fullmatch(text.strip()):
        return Periode("bulan", int(cocok["bulan"]), int(cocok["tahun"]))
    if (found := _tried(tanggal, text, today)) and found.sebulan:
        return bulan(found.mulai)
    if longer := _tried(parse, text, today):
        contoh = indonesian.bulan(longer.bulan[-1])
        raise Rejected(f"{longer.judul} lebih dari satu bulan; sebutkan satu bulan saja, misalnya {contoh}.")
    raise Rejected("Sebutkan bulannya, misalnya Juni atau Juni 2022.")


def _tried(read: Callable[[str, date], T], text: str, today: date) -> T | None:
    try:
        return read(text, today)
    except Rejected:
        return None


def _relatif(cocok: re.Match[str], today: date) -> Periode | None:
    """The period that is running, or the one before it."""
    jenis = next((jenis for jenis, nama in _RELATIF_NAMA.items() if re.fullmatch(nama, cocok["nama"])), None)
    if jenis is None:
        return None
    ini = Periode(jenis, (today.month - 1) // _LAMA[jenis] + 1, today.year)
    return ini if cocok["arah"] == "ini" else ini.sebelumnya()


def _periode(jenis: str, cocok: re.Match[str], today: date) -> Periode:
    banyaknya = 12 // _LAMA[jenis]
    nomor = int(cocok["nomor"]) if cocok["nomor"].isdigit() else _NOMOR.get(cocok["nomor"], 0)
    if not 1 <= nomor <= banyaknya:
        raise Rejected(f"{jenis.capitalize()} hanya ada I sampai {indonesian.romawi(banyaknya)}; yang mana?")
    tahun = cocok["depan"] or cocok["belakang"]
    ini = Periode(jenis, nomor, int(tahun or today.year))
    return ini if tahun or ini.mulai <= today else Periode(jenis, nomor, today.year - 1)


# The report of a triwulan is still being written in the first three weeks of the next one.
MASIH = timedelta(days=21)


def disusun(today: date) -> Periode:
    """The triwulan whose report would be made now."""
    return triwulan(today - MASIH)
