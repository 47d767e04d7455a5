"""Offices that never were, for the province of the try-out: their reports of a period, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from bot.webchat.clock import WIB
from handlers.reading.dates.periods import Periode, next_month
from renderers.indonesian import bulan
from renderers.kantor import Bulan, Nasional
from renderers.provinsi.kiriman import Kiriman, Link
from storage import columns
from storage.nasional import jenis, platform
from storage.nasional.wilayah import Wilayah

SENDS = 0.82  # the share of offices that have sent
WEEKS = 13
MASALAH = (
    ("Kamera dan perangkat sunting terbatas", "Satu kamera dipakai bergantian dengan subbagian lain."),
    ("Sinyal internet di kecamatan lemah", "Unggahan dari lapangan sering tertunda sampai malam."),
    ("Personel kehumasan merangkap tugas", "Anggota tim juga menangani tahapan."),
    ("Belum ada pelatihan desain", ""),
    ("Jangkauan TikTok masih rendah", "Pengikut bertambah lambat dibanding Instagram."),
)
SARAN = (
    "Pelatihan fotografi dan desain bagi anggota Bakohumas.",
    "Penambahan kamera dan lensa.",
    "Jadwal unggahan bersama se-provinsi.",
    "Paket data untuk liputan lapangan.",
)
WRITTEN = ("{}", "{}", "{}", "{}.", "{} ")  # some write the same otherwise
TITLES = ("Rapat Pleno", "Audiensi dengan Bawaslu", "Sosialisasi Pemilih Pemula", "Apel Pagi", "Rapat Koordinasi PPK")
COUNTED = ("IG", "TikTok")


@dataclass(frozen=True)
class Habit:
    """`busy`: konten a month; `late`: the first months that are missing; `prompt`: the share recorded on its day;
    `places`: the platforms; `linked`: the share of konten with their address."""

    busy: int
    late: int
    prompt: float
    places: tuple[str, ...]
    linked: float


def reports(
    seed: str, regions: list[Wilayah], periode: Periode, today: date, *, everybody: bool = False
) -> Iterator[tuple[Wilayah, Kiriman]]:
    """The offices that have sent by that day, with their reports."""
    for one in regions:
        chance = Random(f"{seed} {one.kode}")
        if chance.random() < SENDS or everybody:
            yield one, _report(chance, one, periode, today)


def _habit(chance: Random) -> Habit:
    places = tuple(chance.sample(platform.usual(), chance.randint(1, len(platform.usual()))))
    late = chance.choices((0, 1, 2), (85, 10, 5))[0]
    busy = round(12 * 2 ** chance.uniform(0, 4))
    return Habit(busy, late, chance.uniform(0.2, 1), tuple({*places, "IG"}), chance.choice((0, 0.1, 0.5)))


def _report(chance: Random, one: Wilayah, periode: Periode, today: date) -> Kiriman:
    habit, versi = _habit(chance), chance.choices((1, 2, 3), (70, 22, 8))[0]
    cells = [cell for month in periode.bulan[habit.late :] for cell in _cells(chance, habit, month)]
    months = tuple(_month(chance, habit, month, cells, there=n >= habit.late) for n, month in enumerate(periode.bulan))
    made = datetime.combine(today - timedelta(days=chance.randint(0, 6)), time(9, chance.randrange(60)), WIB)
    letter = chance.random() < 0.8  # noqa: PLR2004 - most have their letter by then
    return Kiriman(
        one.kantor,
        versi,
        columns.moment(made),
        min(today, next_month(periode.bulan[-1]) - timedelta(days=1)),
        _national(chance, habit, (one.kode, periode.kode), months, cells),
        f"{chance.randint(1, 400)}/HM.02-SD/{one.kode}/{periode.tahun}" if letter else "",
        made.date() if letter else None,
        "1 (satu) berkas" if letter else "",
        berfoto := sum(month.kegiatan for month in months) * 3 // 4,
        berfoto * chance.randint(1, 4),
        WEEKS - habit.late * 4,
        tuple(chance.sample(MASALAH, chance.randint(0, 3))),
        tuple(chance.choice(WRITTEN).format(text).strip() for text in chance.sample(SARAN, chance.randint(0, 2))),
        tuple(_links(chance, habit, one, cells)),
    )


Cell = tuple[date, str, str, int]


def _cells(chance: Random, habit: Habit, month: date) -> Iterator[Cell]:
    for kind in sorted(jenis.keys()):
        weight = chance.choice((0, 0.02, 0.05, 0.1, 0.3))
        for where in sorted(habit.places):
            if n := round(habit.busy * weight * chance.uniform(0.5, 1.2)):
                yield month, kind, where, n


def _month(chance: Random, habit: Habit, month: date, cells: list[Cell], *, there: bool) -> Bulan:
    if not there:
        return Bulan(month)
    kegiatan = chance.randint(3, 8 + habit.busy // 6)
    mine = [cell for cell in cells if cell[0] == month]
    konten = sum(max(n for _, k, _, n in mine if k == kind) for kind in {k for _, k, _, _ in mine})
    counted = sum(n for *_, where, n in mine if where in COUNTED)
    return Bulan(month, kegiatan, chance.randint(0, kegiatan // 2), konten, sum(n for *_, n in mine), counted)


def _national(
    chance: Random, habit: Habit, named: tuple[str, str], months: tuple[Bulan, ...], cells: list[Cell]
) -> Nasional:
    held = sum(month.kegiatan for month in months)
    weeks = WEEKS - 4 * habit.late
    empty = max(0, min(weeks, round(chance.gauss(18 / habit.busy, 1))))
    known = sorted(habit.places) if chance.random() < 0.6 else []  # noqa: PLR2004 - the others do not tell
    told = tuple((where, f"kpu_{named[0]}", chance.randint(300, 20_000)) for where in known)
    some = bulan(months[-1].bulan) if empty else ""
    return Nasional(*named, months, tuple(cells), told, held, round(held * habit.prompt), weeks, empty, some)


def _links(chance: Random, habit: Habit, one: Wilayah, cells: list[Cell]) -> Iterator[Link]:
    for month, kind, where, n in cells:
        for at in range(round(n * habit.linked)):
            day = month + timedelta(days=chance.randrange(28))
            named = platform.shown(where, day)
            yield day.isoformat(), kind, chance.choice(TITLES), named, f"https://contoh.id/{one.kode}/{day:%m%d}{at}"
