"""A correction of matrix cells: read from a line, stored with who and why, told before → after."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from handlers.catatan.konten import of_platforms
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.messages import Rejected, Turn
from handlers.laporan import columns
from handlers.reading.dates import periods
from handlers.reading.dates.periods import next_month
from handlers.reading.message.counts import by_jenis
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.text import clean
from renderers import indonesian
from storage.catatan import konten
from storage.kantor import akun, audit, daftar
from storage.kantor.audit import Audit

HOW = (
    "Koreksinya belum terbaca. Tulis jenis, platform, dan angkanya, misalnya /matriks Juni repost ig 12; "
    "“tidak ada” bila memang tidak ada; “hapus” untuk kembali ke hitungan."
)
_NUMBER = r"(?P<angka>\d{1,4})|(?P<tiada>tidak ada|nihil|tdk ada)|(?P<hapus>hapus)"


@dataclass(frozen=True)
class Koreksi:
    """`nilai` None takes the correction back; without `platform` every platform that has nothing recorded is meant."""

    bulan: date
    jenis: str
    platform: str
    nilai: int | None
    alasan: str = ""

    @property
    def tempat(self) -> str:
        if not self.platform:
            return self.jenis
        return f"{self.jenis} di {columns.names([self.platform], self.bulan)[0]}"


@dataclass(frozen=True)
class Changed:
    """A changed cell of the matrix: the audit entry, the month, and the line that a card tells of it."""

    entry: Audit
    bulan: date
    line: str


def told(turn: Turn, text: str, bulan: date) -> Koreksi:
    """What a line corrects, by the words of this office."""
    return read(text, bulan, of_platforms(turn))


def read(text: str, bulan: date, known: Gazetteer) -> Koreksi:
    """Jenis, platform, number and the reason behind it: "repost ig 12, termasuk kiriman lama"."""
    found = _line(tuple(known.platforms)).fullmatch(" ".join(text.split()))
    if found is None:
        raise Rejected(HOW)
    jenis = next(iter(by_jenis(f"{found['jenis']} 1", known.jenis).numbers), "")
    platform = known.platforms.get(" ".join((found["platform"] or "").casefold().split()), "")
    if not jenis or (found["angka"] and not platform):
        raise Rejected(HOW)
    nilai = None if found["hapus"] else int(found["angka"] or 0)
    return Koreksi(bulan, jenis, platform, nilai, clean(found["alasan"], 200) if found["alasan"].strip() else "")


@lru_cache(maxsize=64)
def _line(platforms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(platforms, key=len, reverse=True)
    names = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    where = rf"(?P<jenis>.+?)(?:\s+(?P<platform>{names}))?"
    return re.compile(rf"{where}\s*[:=]?\s*\b(?:{_NUMBER})\b[\s,;:.]*(?P<alasan>.*)", re.IGNORECASE | re.DOTALL)


def apply(turn: Turn, told: Koreksi) -> list[Changed]:
    """Store it; an entry for each cell that changed. Every other is left alone."""
    periods.begun(periods.month(told.bulan), turn.today)
    if told.platform:
        return [_one(turn, told)]
    cells = konten.matriks(turn, told.bulan, next_month(told.bulan))
    fixed = {k.platform for k in konten.of_month(turn, told.bulan) if k.jenis == told.jenis}
    shown = columns.of_month(akun.every(turn), told.bulan, cells)
    free = [p for p in shown if (p in fixed if told.nilai is None else (told.jenis, p) not in cells)]
    if not free:
        raise Rejected(f"{told.jenis} pada {indonesian.bulan(told.bulan)} {_why_not(told)}")
    return [_one(turn, replace(told, platform=platform)) for platform in free]


def _why_not(told: Koreksi) -> str:
    return "tidak dikoreksi." if told.nilai is None else "sudah terisi di semua platform; sebutkan platformnya."


def _one(turn: Turn, told: Koreksi) -> Changed:
    kept = konten.get(turn, told.bulan, told.jenis, told.platform)
    if kept is None and told.nilai is None:
        raise Rejected(f"{told.tempat} pada {indonesian.bulan(told.bulan)} tidak dikoreksi.")
    after = None if told.nilai is None else State(told.nilai, told.alasan, turn.anggota.id)
    return _put(turn, told, kept, after, "hapus koreksi" if told.nilai is None else "koreksi")


def _put(turn: Turn, told: Koreksi, kept: konten.Koreksi | None, after: "State | None", action: str) -> Changed:
    """Write or remove the correction of a cell; the entry keeps the values before and after as well as the line of the
    card."""
    place = {"bulan": f"{told.bulan:%Y-%m}", "jenis": told.jenis, "platform": told.platform}
    was, before = value(turn, told), asdict(State.of(kept)) if kept else {}
    if after:
        kept = konten.put(turn, told.bulan, told.jenis, told.platform, after.nilai, after.alasan, after.oleh)
    elif kept:
        konten.remove(turn.session, kept)
    facts = place | before, place | (asdict(after) if after else {})
    entry = audit.note(turn.session, turn.anggota, turn.now, "matriks", kept.id if kept else 0, action, *facts)
    return Changed(entry, told.bulan, f"{told.tempat}: {written(was)} → {written(value(turn, told))}")


@dataclass(frozen=True)
class State:
    """A correction as it stands: its number, why, and the id of who made it."""

    nilai: int
    alasan: str
    oleh: int | None

    @classmethod
    def of(cls, row: konten.Koreksi) -> "State":
        return cls(row.nilai, row.alasan, row.oleh_id)


def undone(turn: Turn, entry: Audit) -> Changed:
    """Take a correction back with its reason and its author, unless the cell has changed since."""
    told = _of(entry)
    kept = konten.get(turn, told.bulan, told.jenis, told.platform)
    now = asdict(State.of(kept)) if kept else {}
    before = _facts(entry.before)
    changes.unless(now, before, _facts(entry.after))
    return _put(turn, told, kept, State(**before) if before else None, changes.TAKE_BACK)


def _of(entry: Audit) -> Koreksi:
    bulan = date.fromisoformat(f"{entry.after['bulan']}-01")
    return Koreksi(bulan, entry.after["jenis"], entry.after["platform"], None)


def _facts(side: Mapping[str, Any]) -> dict[str, Any]:
    return {name: side[name] for name in ("nilai", "alasan", "oleh") if name in side}


def value(turn: Turn, told: Koreksi) -> int | None:
    cells = konten.matriks(turn, told.bulan, next_month(told.bulan))
    return cells.get((told.jenis, told.platform))


def written(n: int | None) -> str:
    return "belum ada" if n is None else indonesian.angka(n)


def cell(turn: Turn, bulan: date, jenis: str, platform: str, nilai: int | None = None) -> Koreksi:
    if jenis not in daftar.jenis(turn.satker) or platform not in daftar.platforms(turn.satker):
        raise Stale
    if not periods.is_month(bulan):
        raise Stale
    return Koreksi(bulan, jenis, platform, nilai)
