"""The fields of a legal basis: its words, and the regulation of the national list that they may come from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.atur import read
from handlers.atur.section import until
from handlers.chat.messages import Rejected
from handlers.dialog.fields import Field
from handlers.laporan import law
from handlers.reading import text as reading_text
from renderers import indonesian
from storage.kantor.dasar import DasarHukum
from storage.nasional import dasar_hukum
from storage.nasional.dasar_hukum import Peraturan

# So many letters of a law's title tell it from the others.
SHOWN = 80
ASK = "Pilih dari daftar nasional, atau tulis dasar hukum lain lengkap dengan nomor, tahun, dan judul."
UNKNOWN = "Peraturan itu belum ada dalam daftar nasional. Pilih dari tombolnya, atau tulis misalnya PKPU 22/2023."


def _key(text: str, today: date) -> str | None:
    if not read.words()(text, today):
        return None
    if (one := dasar_hukum.named(text)) is None:
        raise Rejected(UNKNOWN)
    return one.kunci


def _state(kunci: str) -> str:
    one = regulation(kunci)
    return f"{kunci}, {_standing(one)}" if one else kunci


def _standing(one: Peraturan) -> str:
    if one.berlaku_sampai:
        return law.since(one)
    return f"berlaku sejak {indonesian.tanggal(one.berlaku_dari)}" if one.berlaku_dari else "masih berlaku"


def regulation(kunci: str) -> Peraturan | None:
    return dasar_hukum.regulations().get(kunci)


TEXT = Field("teks", "Teks", read.words(read.LONG, empty=False))
NATIONAL = Field("nasional", "Daftar nasional", _key, _state, example="Misalnya: PKPU 22/2023")


def begun(text: str, today: date) -> dict[str, Any]:
    """A new legal basis of what people type: one whose number the national list has is that of the list."""
    typed, one = TEXT.read(text, today), dasar_hukum.named(text)
    return picked(one) if one else {"teks": typed}


def picked(one: Peraturan) -> dict[str, Any]:
    return {"nasional": one.kunci, "teks": one.judul}


def beside(field: Field, value: Any) -> Mapping[Field, Any]:
    """What else a new value of a field sets: words of the office's own part a row from the list."""
    if field == NATIONAL and (one := regulation(value or "")):
        return {TEXT: one.judul}
    return {NATIONAL: None} if field == TEXT else {}


def line(row: DasarHukum) -> str:
    one = law.of_row(row)
    end = row.berlaku_sampai or (one.berlaku_sampai if one else None)
    return f"{reading_text.shortened(row.teks, SHOWN)}{until(end)}"
