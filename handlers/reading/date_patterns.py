"""The forms in which people write dates, each with the function that reads it; order decides."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from handlers.reading.calendar import BILANGAN, BULAN, HARI
from handlers.reading.date_forms import (
    Tanggal,
    bulan_ini_lalu,
    hari_lalu,
    nama_hari,
    rentang,
    satu,
    sebulan,
    tanya_pekan,
)

Baca = Callable[[re.Match[str], date], Tanggal]

_LABEL = r"(?:(?:hari\s*/\s*)?(?:tgl|tanggal)\b\s*[:.]?\s*)"
_SD = r"\s*(?:s\s?/\s?d|s\.\s?d\.?|sd|sampai(?:\s+dengan)?|hingga)\s*"
_GARIS = rf"(?:{_SD}|\s*[-–—]\s*)"
_KETIKA = r"(?:\s+(?:pagi|siang|sore|malam))?"
_ARAH = r"(?:\s+(?:(?:yang|yg)\s+)?(?P<direction>lalu|kemar[ei]n|kmrn|ini|depan))?"
_HARI_PENUH = r"senin|selasa|rabu|kamis|jum['’‘`´]?at|sabtu|ahad|(?<=hari )minggu"
# "Jumat Bersih" and "Jumat Agung" are names, not days of a report.
_NAMA_ACARA = r"(?!\s+(?:bersih|berkah|sehat|agung|curhat|religi|ceria|legi|pahing|pon|wage|kliwon)\b)"
_RELATIF: tuple[tuple[str, int], ...] = (
    (r"(?:kemarin|kmrn)\s+lusa|lusa\s+kemarin", -2),
    (rf"(?:kemar[ie]n|kmrn|kmren){_KETIKA}", -1),
    (r"semalam|tadi\s+mal[ae]m|mal[ae]m\s+tadi", -1),
    (rf"(?:hari|hr|pagi|siang|sore|malam)\s+ini|tadi{_KETIKA}|barusan", 0),
    (r"baru\s+saja|sekarang", 0),
    (rf"(?:besok|bsk){_KETIKA}", 1),
    (r"(?:besok\s+)?lusa", 2),
)
# "RT 02/05" and "10/12 foto" are no days either.
_BUKAN_NOMOR = r"(?<!rt )(?<!rw )(?<!no )(?<!no\. )(?<!nomor )"
_BUKAN_BAGIAN = r"(?!\s*(?:foto|orang|peserta|siswa|link|lembar|jam|hari|bagian)\b)"
_BEBAS = slice(0, 4)  # of _RELATIF: what a free line says about its own day
_LALU = rf"(?P<n>se|\d{{1,3}}|{'|'.join(BILANGAN)})\s*(?:hari|hr)\s+(?:(?:yang|yg)\s+)?lalu"
_PEKAN_LALU = r"(?:minggu|pekan)\s+(?:lalu|kemar[ei]n|kmrn|depan)"


def _tgl(s: str) -> str:
    return rf"{_LABEL}?(?:(?:hari\s+)?(?P<weekday_{s}>{HARI})\b[\s,./]*)?\(?{_LABEL}?(?P<day_{s}>\d{{1,2}})(?!\d)"


def _bernama(s: str, year: str) -> str:
    return rf"\s*[-/.]?\s*(?P<month_{s}>{BULAN})\b\.?(?:{year.format(s)})\)?"


def _angka(s: str, separator: str, year: str) -> str:
    return rf"\s?(?P<p{s}>{separator})\s?(?P<month_{s}>\d{{1,2}})(?!\d){year.format(s)}\)?"


def _bulan_dan_rentang(year: str) -> tuple[tuple[str, Baca], ...]:
    a, b = _bernama("a", year), _bernama("b", year)
    return (rf"{_tgl('a')}(?:{a})?{_GARIS}{_tgl('b')}{b}", rentang), (_tgl("a") + a, satu)


_TAHUN_ANGKA = r"(?P=p{0})\s?(?P<year_{0}>\d{{4}}|\d{{2}})(?!\d)"
_LABEL_RENTANG = rf"{_LABEL}(?P<day_a>\d{{1,2}}){_GARIS}(?P<day_b>\d{{1,2}})"


def _angka_rentang(separator: str) -> str:
    return _SD.join(_tgl(s) + _angka(s, separator, f"(?:{_TAHUN_ANGKA})?") for s in "ab")


def _compiled(forms: Iterable[tuple[str, Baca]]) -> tuple[tuple[re.Pattern[str], Baca], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in forms)


def _relatif(days: int) -> Baca:
    return lambda _, today: Tanggal(today + timedelta(days=days), today + timedelta(days=days))


UTUH = _compiled(
    (
        *_bulan_dan_rentang(r"[\s,/-]*'?(?P<year_{0}>\d{{4}}|\d{{2}})|"),
        (_angka_rentang("[-/.]"), rentang),
        (_LABEL_RENTANG, rentang),
        (_tgl("a") + _angka("a", "[-/.]", f"(?:{_TAHUN_ANGKA})?"), satu),
        (r"(?P<year_a>20\d\d)(?P<p>-?)(?P<month_a>\d\d)(?P=p)(?P<day_a>\d\d)", satu),
        (rf"{_LABEL}?(?P<day_a>\d{{1,2}}){_SD}(?P<day_b>\d{{1,2}})", rentang),
        (_tgl("a"), satu),
        (rf"(?P<marked>hari\s+)?(?P<weekday>{HARI})\.?{_ARAH}{_KETIKA}", nama_hari),
        *((pattern, _relatif(days)) for pattern, days in _RELATIF),
        (_LALU, hari_lalu),
        (r"(?:minggu|pekan)\s+ini|" + _PEKAN_LALU, tanya_pekan),
        (rf"(?:bulan\s+)?(?P<month_a>{BULAN})\.?(?:\s*'?(?P<year_a>\d{{4}}|\d{{2}}))?", sebulan),
        (r"bulan\s+(?P<direction>ini|lalu|kemarin)", bulan_ini_lalu),
    )
)
# No bare months or numbers: "Infografis Mei 2022", "Pemilu 2024", "17 peserta", "Pukul 09.30" are no dates of a report.
SEPOTONG = _compiled(
    (rf"(?<![\w#/.-])(?:pada\s+)?(?:(?:hari\s+ini|kemarin)[\s,]+)?(?:{pattern})(?![\w/-])", read)
    for pattern, read in (
        *_bulan_dan_rentang(r"[\s,/-]*(?P<year_{0}>20\d\d)\b|(?!\s*,?\s*\d{{4}})"),
        (_angka_rentang("/"), rentang),
        (_tgl("a") + _angka("a", "[-/]", _TAHUN_ANGKA), satu),
        (_tgl("a") + _angka("a", r"\.", r"(?P=p{0})(?P<year_{0}>20\d\d)"), satu),
        (r"(?P<year_a>20\d\d)-(?P<month_a>\d\d)-(?P<day_a>\d\d)", satu),
        (_BUKAN_NOMOR + _tgl("a") + _angka("a", "/", "") + _BUKAN_BAGIAN, satu),
        (rf"(?P<marked>hari\s+)?(?P<weekday>{_HARI_PENUH}){_ARAH}{_NAMA_ACARA}", nama_hari),
        *((pattern, _relatif(days)) for pattern, days in _RELATIF[_BEBAS]),
        (_LALU, hari_lalu),
        (_LABEL_RENTANG, rentang),
        (rf"{_LABEL}(?P<day_a>\d{{1,2}})", satu),
        (_PEKAN_LALU, tanya_pekan),
    )
)
