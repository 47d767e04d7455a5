"""The week of a kolase, from Monday, and how people name it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.dates import periods
from handlers.reading.dates.calendar import MONTH, NUMBER, ORDINAL_OF, ORDINALS, latest, month_number
from renderers import indonesian

_PEKAN = re.compile(r"20\d\d-W\d\d", re.ASCII)


@dataclass(frozen=True)
class Pekan:
    """A week from its Monday; it belongs to the month of its Thursday."""

    mulai: date

    @classmethod
    def of(cls, d: date) -> "Pekan":
        return cls(d - timedelta(days=d.weekday()))

    @classmethod
    def of_kode(cls, kode: str) -> "Pekan":
        """The one that wrote this `kode`; ValueError where the text is not a code."""
        if not _PEKAN.fullmatch(kode):
            raise ValueError(kode)
        return cls(date.fromisocalendar(int(kode[:4]), int(kode[6:]), 1))

    @property
    def selesai(self) -> date:
        return self.mulai + timedelta(days=7)

    @property
    def thursday(self) -> date:
        return self.mulai + timedelta(days=3)

    @property
    def bulan(self) -> date:
        return self.thursday.replace(day=1)

    @property
    def nomor(self) -> int:
        return (self.thursday.day + 6) // 7

    @property
    def kode(self) -> str:
        year, week, _ = self.mulai.isocalendar()
        return f"{year}-W{week:02}"

    def judul(self, last: date | None = None) -> tuple[str, str]:
        """Title and subtitle; `last`, the day of the last kegiatan, may stretch the range into the weekend."""
        friday, sunday = self.mulai + timedelta(days=4), self.mulai + timedelta(days=6)
        span = indonesian.short_span(self.mulai, min(sunday, max(friday, last or friday)))
        if self.mulai.month != friday.month:
            return span, ""
        return f"Pekan {ORDINALS[self.nomor - 1].capitalize()} {indonesian.bulan(self.thursday)}", span

    def previous(self) -> "Pekan":
        return Pekan(self.mulai - timedelta(days=7))


def over(mulai: date, selesai: date, today: date) -> Iterator[Pekan]:
    """The weeks of [mulai, selesai) whose last day has come; all of them on the last day of this span."""
    week, day = Pekan.of(mulai), timedelta(days=1)
    while week.thursday < selesai and (week.selesai - day <= today or selesai - day <= today):
        if week.thursday >= mulai:
            yield week
        week = Pekan(week.selesai)


def by_month(weeks: Sequence[Pekan]) -> str:
    """The weeks by month, as in "April pekan 2 dan 4; Mei pekan 1", so that thirteen of them fit."""
    months = dict.fromkeys(w.bulan for w in weeks)
    numbers = {m: indonesian.daftar([str(w.nomor) for w in weeks if w.bulan == m]) for m in months}
    return "; ".join(f"{indonesian.nama_bulan(m)} pekan {told}" for m, told in numbers.items())


_THIS = re.compile(r"(?:(?:pekan|minggu) )?ini|")
_LAST = re.compile(r"(?:(?:pekan|minggu) )?lalu|(?:pekan|minggu) kemarin")
_ISO = re.compile(r"(?:(?P<year>20\d\d)-?)?w(?P<number>\d\d?)")
_OF_MONTH = re.compile(
    rf"(?:pekan|minggu) (?:ke ?-? ?(?=\d))?(?P<ordinal>\w+) (?:bulan )?(?P<month>{MONTH})\.?(?: (?P<year>20\d\d))?"
)


def parse_pekan(text: str, today: date) -> Pekan:
    """The week that the whole text names, or that any date lies in; a month or a longer period is Rejected with one of
    its weeks as example."""
    if found := read_pekan(text, today):
        return found
    if longer := periods.tried(periods.read_month, text, today) or periods.read(text, today):
        example = f"pekan kedua {indonesian.bulan(longer.bulan[-1])}"
        raise Rejected(f"{longer.judul} lebih dari satu pekan; sebutkan satu pekan saja, misalnya {example}.")
    from handlers.reading.dates.days import read_days  # noqa: PLC0415 - see periods.read_month

    return Pekan.of(read_days(text, today).mulai)


def read_pekan(text: str, today: date) -> Pekan | None:
    """Read "", "lalu", "2022-W15", "W15", "pekan ketiga April 2022"; Rejected where there is no such week."""
    words, this = " ".join(text.casefold().split()), Pekan.of(today)
    if _THIS.fullmatch(words):
        return this
    if _LAST.fullmatch(words):
        return this.previous()
    if found := _ISO.fullmatch(words):
        return _iso(found, today)
    found = _OF_MONTH.fullmatch(words)
    return _pekan_of_month(found, today) if found else None


def _iso(found: re.Match[str], today: date) -> Pekan:
    year, number = int(found["year"] or today.isocalendar().year), int(found["number"])
    for tried in (year,) if found["year"] else (year, year - 1):
        try:
            pekan = Pekan(date.fromisocalendar(tried, number, 1))
        except ValueError:  # only some years have a week 53
            continue
        if found["year"] or pekan.mulai <= today:
            return pekan
    raise Rejected(f"Tahun {year} tidak mempunyai pekan W{number:02}.")


def _pekan_of_month(found: re.Match[str], today: date) -> Pekan:
    ordinal = int(found["ordinal"]) if found["ordinal"].isdecimal() else ORDINAL_OF.get(found["ordinal"], 0)
    bulan = month_number(found["month"])
    first = date(int(found["year"]), bulan, 1) if found["year"] else latest(1, bulan, today)
    pekan = Pekan.of(first + timedelta(days=(3 - first.weekday()) % 7 + 7 * (ordinal - 1)))
    if not 1 <= ordinal <= len(ORDINALS) or pekan.bulan != first:
        raise Rejected(f"{indonesian.bulan(first)} tidak mempunyai pekan itu; yang mana?")
    return pekan


_Reader = Callable[[str, date], object]
_WHICH = rf"\d{{1,4}}|[ivxl]+|ke ?\d+|ke(?:{NUMBER})|pertama|(?:(?:yang|yg) )?(?:ini|lalu|kemarin|depan)"
_ALIKE = re.compile(
    r"(?:q|kuartal|tw|tri ?wulan|sem|smt|semester|bulan|pekan|minggu|tahun|thn|th)"
    rf"(?: ?(?:{_WHICH}))?(?: (?:(?:tahun|thn|th) )?\d{{4}})?"
)


def is_span(text: str, today: date) -> bool:
    """Whether words name a week, a month or a period and nothing else, also one that does not exist: "Juni 2022",
    "pekan lalu", "Q2"; and "bulan 13" or "W99", which are none."""
    words = periods.words(text)
    readers: tuple[_Reader, ...] = (periods.read, periods.read_month, read_pekan)
    return bool(words) and (bool(_ALIKE.fullmatch(words)) or any(_knows(read, text, today) for read in readers))


def _knows(read: _Reader, text: str, today: date) -> bool:
    """Also to refuse it, for there is no such."""
    try:
        return read(text, today) is not None
    except Rejected:
        return True
