"""A correction of matrix cells: read from a line, stored with who and why, told before → after."""

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.chat.messages import Button, Menu, Rejected, Turn
from handlers.reading import periods
from handlers.reading.links import SEBUTAN
from handlers.reading.periods import bulan_depan
from handlers.reading.words import hitungan, kalimat
from renderers import indonesian
from storage.catatan import konten
from storage.catatan.konten import JENIS, PLATFORM
from storage.kantor import audit

HOW = (
    "Koreksinya belum terbaca. Tulis jenis, platform, dan angkanya, misalnya /matriks Juni repost ig 12; "
    "“tidak ada” bila memang tidak ada; “hapus” untuk kembali ke hitungan."
)
_SEBUTAN = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in SEBUTAN)
_NILAI = r"(?P<angka>\d{1,4})|(?P<tiada>tidak ada|nihil|tdk ada)|(?P<hapus>hapus)"
_BARIS = re.compile(
    rf"(?P<jenis>.+?)(?:\s+(?P<platform>{_SEBUTAN}))?\s*[:=]?\s*\b(?:{_NILAI})\b[\s,;:.]*(?P<alasan>.*)",
    re.IGNORECASE | re.DOTALL,
)


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
        return f"{self.jenis} di {self.platform}" if self.platform else self.jenis


def read(text: str, bulan: date) -> Koreksi:
    """Jenis, platform, number and the reason behind it: "repost ig 12, termasuk kiriman lama"."""
    found = _BARIS.fullmatch(" ".join(text.split()))
    if found is None:
        raise Rejected(HOW)
    jenis, platform = next(iter(hitungan(f"{found['jenis']} 1")), ""), _platform(found["platform"] or "")
    if not jenis or (found["angka"] and not platform):
        raise Rejected(HOW)
    nilai = None if found["hapus"] else int(found["angka"] or 0)
    return Koreksi(bulan, jenis, platform, nilai, kalimat(found["alasan"], 200) if found["alasan"].strip() else "")


def _platform(word: str) -> str:
    return SEBUTAN.get(word.casefold(), "")


def apply(turn: Turn, told: Koreksi) -> list[str]:
    """Store it; answers with what changed. Every cell that is not changed by it is left alone."""
    periods.begun(periods.bulan(told.bulan), turn.today)
    if told.platform:
        return [_one(turn, told)]
    cells = konten.matriks(turn, told.bulan, bulan_depan(told.bulan))
    fixed = {k.platform for k in konten.of_month(turn, told.bulan) if k.jenis == told.jenis}
    free = [p for p in PLATFORM if (p in fixed if told.nilai is None else (told.jenis, p) not in cells)]
    if not free:
        raise Rejected(f"{told.jenis} pada {indonesian.bulan(told.bulan)} {_why_not(told)}")
    return [_one(turn, replace(told, platform=platform)) for platform in free]


def _why_not(told: Koreksi) -> str:
    return "tidak dikoreksi." if told.nilai is None else "sudah terisi di semua platform; sebutkan platformnya."


def _one(turn: Turn, told: Koreksi) -> str:
    kept = konten.get(turn, told.bulan, told.jenis, told.platform)
    if kept is None and told.nilai is None:
        raise Rejected(f"{told.tempat} pada {indonesian.bulan(told.bulan)} tidak dikoreksi.")
    before = _state(kept.nilai, kept.alasan) if kept else {}
    old = value(turn, told)
    if told.nilai is None and kept:
        konten.remove(turn.session, kept)
    elif told.nilai is not None:
        cell = told.bulan, told.jenis, told.platform
        kept = konten.put(turn, *cell, told.nilai, told.alasan, turn.anggota.id)
    _note(turn, told, kept.id if kept else 0, before)
    return f"{told.tempat}: {written(old)} → {written(value(turn, told))}"


def _state(nilai: int, alasan: str) -> dict[str, int | str]:
    return {"nilai": nilai, "alasan": alasan}


def _note(turn: Turn, told: Koreksi, ref: int, before: dict[str, int | str]) -> None:
    cell = {"bulan": f"{told.bulan:%Y-%m}", "jenis": told.jenis, "platform": told.platform}
    after_ = {} if told.nilai is None else _state(told.nilai, told.alasan)
    action = "hapus koreksi" if told.nilai is None else "koreksi"
    audit.note(turn.session, turn.anggota, turn.now, "matriks", ref, action, cell | before, cell | after_)


def value(turn: Turn, told: Koreksi) -> int | None:
    cells = konten.matriks(turn, told.bulan, bulan_depan(told.bulan))
    return cells.get((told.jenis, told.platform))


def written(n: int | None) -> str:
    return "belum ada" if n is None else indonesian.angka(n)


def cell(bulan: date, jenis: str, platform: str, nilai: int | None = None) -> Koreksi:
    if jenis not in JENIS or platform not in PLATFORM:
        raise LookupError(jenis, platform)
    return Koreksi(bulan, jenis, platform, nilai)


def data(told: Koreksi, nilai: str) -> str:
    """What a button carries that sets this cell to a number, or takes its correction back ("h")."""
    return f"x:{told.bulan:%Y%m}:s:{told.jenis}:{told.platform}:{nilai}"


def undo(turn: Turn, told: Koreksi) -> Menu:
    """The button that brings back how one cell stands now."""
    if not told.platform:
        return ()
    kept = konten.get(turn, told.bulan, told.jenis, told.platform)
    return ((Button("Urungkan", data(told, str(kept.nilai) if kept else "h")),),)
