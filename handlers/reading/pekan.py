"""The week, Monday to Sunday: its title, its code, and how people name it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.calendar import BULAN, nomor_bulan, terakhir_kali
from handlers.reading.dates import tanggal
from renderers import indonesian

KE = ("pertama", "kedua", "ketiga", "keempat", "kelima")


@dataclass(frozen=True)
class Pekan:
    """A week from its Monday; it belongs to the month of its Thursday."""

    mulai: date

    @classmethod
    def dari(cls, d: date) -> "Pekan":
        return cls(d - timedelta(days=d.weekday()))

    @classmethod
    def berkode(cls, kode: str) -> "Pekan":
        """Of its own `kode`, not as people write it."""
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
