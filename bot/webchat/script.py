"""The scripts that the page plays by itself, as data: a week of the team, and the end of a quarter."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from bot.webchat.clock import WIB, monday


@dataclass(frozen=True)
class Step:
    """A step of a script. `tells`: words for the visitor; then the clock moves to `at` (day of the script, hour), and
    `who` says `text` with `foto` or presses `press`; the step ends when the bot has said `until`, or fails after
    `patience` seconds."""

    tells: str
    who: str = ""
    at: tuple[int, str] | None = None
    text: str = ""
    foto: tuple[str, ...] = ()
    press: str = ""
    group: bool = False
    until: str = ""
    patience: float = 30


@dataclass(frozen=True)
class Script:
    """A script that the page plays. `begins`: its first day, where that is not next Monday."""

    title: str
    steps: tuple[Step, ...]
    begins: date | None = None

    @property
    def actors(self) -> set[str]:
        return {step.who for step in self.steps if step.who}


def report(who: str, at: tuple[int, str], text: str, *foto: str, tells: str) -> tuple[Step, ...]:
    sent = Step(tells, who, at, text, foto, until=f"Foto: {len(foto)}")
    return sent, Step(f"{who.rsplit(maxsplit=1)[-1]} menekan Simpan", who, press="Simpan", until="Tercatat #")


LINK = "https://www.instagram.com/p/C{kode}apel/ Apel pagi KPU Kota Probolinggo"
KONTEN = (
    Step("Unggul menempel tautan unggahan", "Unggul", (0, "10.15"), LINK, until="Laporan konten"),
    Step("Unggul memilih jenisnya", "Unggul", press="Foto Berita", until="informasi kepemiluan?"),
    Step("Unggul menekan Simpan", "Unggul", press="Simpan", until="Tercatat #"),
)
TALLY = (
    Step(
        "Hasan mengirim hitungan", "Muhammad Hasan", (2, "11.40"), "/lapor foto 3, link 1, repost 2", until="Hitungan"
    ),
    Step("Hasan menekan Simpan", "Muhammad Hasan", press="Simpan", until="Tercatat #"),
)
FRIDAY = (
    Step("Di grup, bot cukup mengangguk", "Rudi", (4, "14.30"), "/lapor", group=True, until="Silakan"),
    Step("Jumat pukul 16.00: kolase datang sendiri", at=(4, "16.00"), group=True, until="Kegiatan KPU"),
)
WEEK = Script(
    "Satu pekan",
    tuple(
        chain(
            report("Rudi", (0, "07.50"), "Apel Pagi", "apel.jpg", tells="Senin pagi, Rudi mengirim foto apel"),
            KONTEN,
            report(
                "Kadir", (1, "13.20"), "Audiensi Partai Ummat, persiapan verifikasi", "tamu.jpg", "jabat.jpg",
                tells="Selasa, Kadir mengirim dua foto",
            ),
            TALLY,
            report("Rudi", (3, "11.00"), "Rapat Evaluasi Tahapan", "rapat.jpg", tells="Kamis, Rudi mengirim foto"),
            report(
                "Muhammad Hasan", (4, "10.30"), "Sosialisasi Tahapan Pemilu", "sosialisasi.jpg",
                tells="Jumat pagi, Hasan mengirim foto sosialisasi",
            ),
            FRIDAY,
        )
    ),
)  # fmt: skip
REKAP = (
    Step("Ketua Pelaksana meminta laporan", "Qori", (0, "09.00"), "/rekap Q2 2022", until="Triwulan II"),
    Step("Daftar kelengkapan sudah dilihat", "Qori", press="Buat laporan", until="Terkirim ke grup", patience=180),
)
QUARTER = Script("Akhir triwulan", REKAP, date(2022, 7, 1))
SCRIPTS = {"week": WEEK, "quarter": QUARTER}


def first_day(script: Script, now: datetime) -> date:
    """The day that the script names, or the next Monday of which 07.00 is still to come."""
    if script.begins:
        return script.begins
    this = monday(now)
    return (this if now < this + timedelta(hours=7) else this + timedelta(weeks=1)).date()


def instant(first: date, at: tuple[int, str]) -> datetime:
    """A second after the hour, when the jobs of that hour are due."""
    days, hour = at
    day = datetime(first.year, first.month, first.day, tzinfo=WIB) + timedelta(days=days)
    return day.replace(hour=int(hour[:2]), minute=int(hour[3:]), second=1)
