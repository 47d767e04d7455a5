"""What differs inside a part of a report that is no record: who came and left, which text, from what to what."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from handlers.naskah import period
from renderers import indonesian
from renderers.indonesian import angka, bulan, tanggal

# What is longer is named, not quoted; of many the first are named.
SHORT, MOST, NAME = 40, 3, 60
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

NAMES: Mapping[str, Callable[[Any], str]] = {
    "anggota": lambda row: str(row["nama"]),
    "akun": lambda row: f"{row['platform']} {row['nama']}",
    "keputusan": lambda row: f"{row['jenis']} {row['nomor']}",
    "masalah": lambda row: str(row["judul"]),
}
"""How a row of a list is called, the same before and after."""


def detail(part: str, before: Any, now: Any) -> Iterator[str]:
    if part == "periode":
        yield f"{_months(before['bulan_tabel'])} → {_months(now['bulan_tabel'])}"
    elif isinstance(before, dict) and isinstance(now, dict):
        yield from _fields(before, now)
    elif isinstance(before, list) and isinstance(now, list) and part != "sebelumnya":
        yield from _rows(part, before, now)
    elif isinstance(before, str) and max(len(before), len(now)) <= SHORT:
        yield f"{_shown(before)} → {_shown(now)}"


def _months(bulan_tabel: list[str]) -> str:
    first, last = (date.fromisoformat(bulan_tabel[n]) for n in (0, -1))
    return bulan(first) if first == last else f"{indonesian.nama_bulan(first)}–{bulan(last)}"


def _fields(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys([*before, *now]):
        a, b = before.get(key), now.get(key)
        if a != b:
            short = max(len(str(a)), len(str(b))) <= SHORT and not isinstance(a or b, list | dict)
            yield f"{key.replace('_', ' ')} {_shown(a)} → {_shown(b)}" if short else key.replace("_", " ")


def _rows(part: str, before: list[Any], now: list[Any]) -> Iterator[str]:
    name, shown = NAMES.get(part, str), "{}" if part in NAMES else "“{}”"
    old, new = ({name(row): row for row in rows} for rows in (before, now))
    told = [f"{shown.format(period.pendek(one, NAME))} ditambahkan" for one in new if one not in old]
    told += [f"{shown.format(period.pendek(one, NAME))} tidak ada lagi" for one in old if one not in new]
    told += [f"{one} ({', '.join(_inside(old[one], new[one]))})" for one in new if old.get(one, new[one]) != new[one]]
    yield from told[:MOST] if told else ["urutannya"]
    if len(told) > MOST:
        yield f"dan {len(told) - MOST} lainnya"


def _inside(before: Any, now: Any) -> Iterator[str]:
    return _fields(before, now) if isinstance(now, dict) else iter(["diubah"])


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return angka(value)
    if not value:
        return "belum ada"
    return tanggal(date.fromisoformat(value)) if _ISO.fullmatch(str(value)) else str(value)
