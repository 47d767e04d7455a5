"""What one matched date expression means: from the groups of a match to a Tanggal, or to the question to ask."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.calendar import (
    BILANGAN,
    MINGGU,
    akhir_bulan,
    hari_terakhir,
    hari_terdekat,
    nomor_bulan,
    nomor_hari,
    pertama_kali,
    terakhir_kali,
)
from renderers import indonesian

CONTOH = "Misalnya: hari ini, kemarin, 17 Juni, atau 12 Mei s/d 3 Juni 2022."


@dataclass(frozen=True)
class Tanggal:
    """A day, or a range with its last day; `sebulan`: only the month is known, `mulai` is its first day."""

    mulai: date
    selesai: date
    sebulan: bool = False


def _sehari(d: date) -> Tanggal:
    return Tanggal(d, d)


def bukan(teks: str) -> Rejected:
    return Rejected(f"“{teks.strip()[:40]}” belum terbaca sebagai tanggal. {CONTOH}")


def satu(m: re.Match[str], today: date) -> Tanggal:
    """A day: `tgla`, perhaps with `haria`, `bulana`, `tahuna`."""
    grup = m.groupdict()
    try:
        d = _hitung(int(grup["tgla"]), grup.get("bulana"), grup.get("tahuna"), today)
    except ValueError:
        raise bukan(m[0]) from None
    return _sehari(_cocok(grup.get("haria"), d))


def _hitung(tgl: int, bulan: str | None, tahun: str | None, today: date) -> date:
    nomor = nomor_bulan(bulan) if bulan else None
    return date(_tahun(tahun), nomor, tgl) if nomor and tahun else terakhir_kali(tgl, nomor, today)


def _tahun(angka: str) -> int:
    return int(angka) if len(angka) == len("2022") else 2000 + int(angka)


def rentang(m: re.Match[str], today: date) -> Tanggal:
    """Two days; the end lends the start its month and year, and without a year the start lies in the past."""
    grup = m.groupdict()
    grup["bulana"] = grup.get("bulana") or grup.get("bulanb")
    try:
        mulai, selesai = _ujung(grup, today)
    except ValueError:
        raise bukan(m[0]) from None
    if mulai > selesai:
        raise Rejected(f"{indonesian.tanggal(selesai)} mendahului {indonesian.tanggal(mulai)}; mohon tulis ulang.")
    return Tanggal(_cocok(grup.get("haria"), mulai), _cocok(grup.get("harib"), selesai))


def _ujung(grup: dict[str, str | None], today: date) -> tuple[date, date]:
    tgl_a, tgl_b = int(grup["tgla"] or 0), int(grup["tglb"] or 0)
    bulan_b, tahun_a, tahun_b = grup.get("bulanb"), grup.get("tahuna"), grup.get("tahunb")
    if tahun_b:
        selesai = _hitung(tgl_b, bulan_b, tahun_b, today)
        pinjam = tahun_a or (tahun_b if grup["bulana"] == bulan_b else None)
        return _hitung(tgl_a, grup["bulana"], pinjam, selesai), selesai
    mulai = _hitung(tgl_a, grup["bulana"], tahun_a, today)
    return mulai, pertama_kali(tgl_b, nomor_bulan(bulan_b) if bulan_b else None, mulai)


def _cocok(hari: str | None, d: date) -> date:
    """A typed weekday that contradicts its date is asked about, never guessed."""
    if not hari or nomor_hari(hari) == d.weekday():
        return d
    pilihan = sorted([hari_terdekat(nomor_hari(hari), d), d])
    atau = " atau ".join(indonesian.hari_tanggal(p) for p in pilihan)
    raise Rejected(f"{indonesian.tanggal(d)} itu hari {indonesian.hari(d)}. Yang benar {atau}?")


def nama_hari(m: re.Match[str], today: date) -> Tanggal:
    """A weekday alone: today's own name is today, "lalu" is before today."""
    nomor, arah = nomor_hari(m["hari"]), (m["arah"] or "").casefold()
    if nomor == MINGGU and arah and not m["kata"]:
        raise pekan_mana(m, today)
    if arah == "depan":
        return _sehari(today + timedelta(days=(nomor - today.weekday() - 1) % 7 + 1))
    return _sehari(hari_terakhir(nomor, today - timedelta(days=arah not in {"", "ini"})))


def pekan_mana(m: re.Match[str], today: date) -> Rejected:
    """Ask: "Minggu lalu" is last Sunday, or some day of last week."""
    arah = m[0].casefold().split()[-1]
    contoh = hari_terakhir(0, today) + timedelta(days={"ini": 0, "depan": 7}.get(arah, -7))
    return Rejected(f"“{m[0].strip()}” hari apa tepatnya? Misalnya {indonesian.hari_tanggal(contoh)}.")


def tanya_pekan(m: re.Match[str], today: date) -> Tanggal:
    raise pekan_mana(m, today)


def hari_lalu(m: re.Match[str], today: date) -> Tanggal:
    kata = m["n"].casefold()
    return _sehari(today - timedelta(days=1 if kata == "se" else BILANGAN.get(kata) or int(kata)))


def sebulan(m: re.Match[str], today: date) -> Tanggal:
    d = _hitung(1, m["bulana"], m["tahuna"], today)
    return Tanggal(d, akhir_bulan(d), sebulan=True)


def bulan_ini_lalu(m: re.Match[str], today: date) -> Tanggal:
    awal = today.replace(day=1)
    awal = awal if m["arah"].casefold() == "ini" else (awal - timedelta(days=1)).replace(day=1)
    return Tanggal(awal, akhir_bulan(awal), sebulan=True)
