"""Bulan, triwulan, semester and tahun as half-open date ranges, and how people name them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from handlers.chat.messages import Rejected
from handlers.reading.dates.calendar import NUMBERS, month_after, workday_until
from renderers import indonesian

YEARS = range(2000, 2100)


T = TypeVar("T")
_MONTHS = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
_SHORT = {"bulan": "B", "triwulan": "TW", "semester": "S"}
_JENIS = {short: jenis for jenis, short in _SHORT.items()} | {"": "tahun"}
_KODE = re.compile(r"(?P<year>20\d\d)(?:-(?P<short>B|TW|S)(?P<number>\d\d?))?", re.ASCII)


@dataclass(frozen=True)
class Periode:
    """A reporting period; `selesai` is the first day after it."""

    jenis: str
    nomor: int
    tahun: int

    @property
    def mulai(self) -> date:
        return date(self.tahun, (self.nomor - 1) * _MONTHS[self.jenis] + 1, 1)

    @property
    def selesai(self) -> date:
        return month_after(self.mulai, _MONTHS[self.jenis])

    @property
    def bulan(self) -> tuple[date, ...]:
        return tuple(month_after(self.mulai, n) for n in range(_MONTHS[self.jenis]))

    def table_months(self, cumulative: bool) -> tuple[date, ...]:
        """First days of the months that the tables show; cumulative tables begin in January."""
        return tuple(date(self.tahun, n, 1) for n in range(1, self.bulan[-1].month + 1)) if cumulative else self.bulan

    @property
    def sebutan(self) -> str:
        if self.jenis == "bulan":
            return indonesian.nama_bulan(self.mulai)
        return "Tahun" if self.jenis == "tahun" else f"{self.jenis.capitalize()} {indonesian.roman(self.nomor)}"

    @property
    def judul(self) -> str:
        return f"{self.sebutan} {self.tahun}"

    @property
    def kode(self) -> str:
        return f"{self.tahun}" if self.jenis == "tahun" else f"{self.tahun}-{_SHORT[self.jenis]}{self.nomor}"

    @classmethod
    def of_kode(cls, kode: str) -> "Periode":
        """The one that wrote this `kode`; ValueError where the text is not a code."""
        found = _KODE.fullmatch(kode)
        jenis = found and _JENIS.get(found["short"] or "")
        number = int(found["number"] or 1) if found else 0
        if not found or not jenis or not 1 <= number <= 12 // _MONTHS[jenis]:
            raise ValueError(kode)
        return cls(jenis, number, int(found["year"]))

    def previous(self) -> "Periode":
        if self.nomor > 1:
            return Periode(self.jenis, self.nomor - 1, self.tahun)
        return Periode(self.jenis, 12 // _MONTHS[self.jenis], self.tahun - 1)


def next_month(bulan: date) -> date:
    """The first day of the month after."""
    return month_after(bulan, 1)


def is_month(d: date) -> bool:
    """Whether a day stands for its month: the first one, of a century that people write about."""
    return d.day == 1 and d.year in YEARS


def begun(periode: Periode, today: date) -> Periode:
    if periode.mulai > today:
        raise Rejected(f"{periode.judul} belum dimulai.")
    return periode


def month(d: date) -> Periode:
    return Periode("bulan", d.month, d.year)


def containing(bulan: date) -> tuple[Periode, ...]:
    """The periods of the reports that tell of a month."""
    semester = Periode("semester", (bulan.month + 5) // 6, bulan.year)
    return triwulan(bulan), semester, Periode("tahun", 1, bulan.year)


def running(jenis: str, d: date) -> Periode:
    """The period of a kind that holds a day."""
    return Periode(jenis, (d.month - 1) // _MONTHS[jenis] + 1, d.year)


def triwulan(d: date) -> Periode:
    return Periode("triwulan", (d.month + 2) // 3, d.year)


_NAMES = {
    "triwulan": r"q|kuartal|tw|tri\s?wulan",
    "semester": r"s|sem|smt|semester",
}
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1} | {f"ke{word}": n for word, n in NUMBERS.items()}
EXAMPLES = "Q2, TW II 2022, S1, atau 2022"
# Also numbers that no period has, so that "Q5" or "triwulan keenam" is asked about; but "skema" has none.
_NUMBER = rf"\d\d?|{'|'.join(_NUMBERS)}|(?<=[ qw])[ivx]+"
_PERIODE = re.compile(
    rf"(?:(?P<before>20\d\d) )?(?P<name>[a-z][a-z ]*?) ?(?P<number>{_NUMBER})"
    r"(?: (?:(?:tahun|thn|th) )?(?P<behind>20\d\d))?"
)
_RELATIVE = re.compile(r"(?P<name>[a-z][a-z ]*?) (?:yang |yg )?(?P<direction>ini|lalu|kemarin|sebelumnya)")
_RELATIVE_NAMES = _NAMES | {"tahun": "tahun|thn|th"}
_YEAR = re.compile(r"(?:tahun(?:an)? )?(20\d\d)")


def parse(text: str, today: date) -> Periode:
    """The period that the whole text names; Rejected where it names none."""
    if found := read(text, today):
        return found
    raise Rejected(f"Periodenya belum terbaca; tulis misalnya {EXAMPLES}.")


def read(text: str, today: date) -> Periode | None:
    """Read "Q2", "TW II 2022", "S1", "2022", "triwulan lalu"; without a year, the latest such period that has begun.
    Rejected where there is no such, as "Q5"."""
    said = words(text)
    if found := _YEAR.fullmatch(said):
        return Periode("tahun", 1, int(found[1]))
    if found := _PERIODE.fullmatch(said):
        for jenis, pattern in _NAMES.items():
            if re.fullmatch(rf"(?:{pattern})(?: ke)?", found["name"]):
                return _named(jenis, found, today)
    relative = _RELATIVE.fullmatch(said)
    return _relative(relative, today) if relative else None


def words(text: str) -> str:
    """The words of a period, parted by one space each."""
    return re.sub(r"[\s/.,_-]+", " ", text.casefold()).strip()


def parse_month(text: str, today: date) -> Periode:
    """The month that the whole text names; Rejected where it names none."""
    if found := read_month(text, today):
        return found
    raise Rejected("Sebutkan bulannya, misalnya Juni atau Juni 2022.")


def read_month(text: str, today: date) -> Periode | None:
    """Read "Juni", "Juni 2022", "05/2022"; a longer period is Rejected with one of its months as example."""
    # It makes ready all wordings of a day, and who makes the report of a triwulan reads none.
    from handlers.reading.dates.days import read_days  # noqa: PLC0415

    if (days := tried(read_days, text, today)) and days.sebulan:
        return month(days.mulai)
    if longer := read(text, today):
        example = indonesian.bulan(longer.bulan[-1])
        raise Rejected(f"{longer.judul} lebih dari satu bulan; sebutkan satu bulan saja, misalnya {example}.")
    return None


def tried(read: Callable[[str, date], T], text: str, today: date) -> T | None:
    try:
        return read(text, today)
    except Rejected:
        return None


def _relative(found: re.Match[str], today: date) -> Periode | None:
    """The period that is running, or the one before it."""
    jenis = next((jenis for jenis, pattern in _RELATIVE_NAMES.items() if re.fullmatch(pattern, found["name"])), None)
    if jenis is None:
        return None
    this = running(jenis, today)
    return this if found["direction"] == "ini" else this.previous()


def _named(jenis: str, found: re.Match[str], today: date) -> Periode:
    count = 12 // _MONTHS[jenis]
    number = int(found["number"]) if found["number"].isdigit() else _NUMBERS.get(found["number"], 0)
    if not 1 <= number <= count:
        raise Rejected(f"{jenis.capitalize()} hanya ada I sampai {indonesian.roman(count)}; yang mana?")
    year = found["before"] or found["behind"]
    this = Periode(jenis, number, int(year or today.year))
    return this if year or this.mulai <= today else Periode(jenis, number, today.year - 1)


# The report of a triwulan is still being written in the first three weeks of the next one.
GRACE = timedelta(days=21)


def due(today: date) -> Periode:
    """The triwulan whose report would be made now."""
    return triwulan(today - GRACE)


def last_day(periode: Periode) -> date:
    return periode.selesai - timedelta(days=1)


def report_day(periode: Periode, before: int) -> date:
    """The working day on which an office wants the report of a period. `before`: days before the last one of the
    period, as the office has set it; negative after it."""
    return workday_until(last_day(periode) - timedelta(days=before))
