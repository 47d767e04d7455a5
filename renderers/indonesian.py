"""Dates, numbers and lists as the office writes them, in pictures, documents and chat alike."""

import re
from collections.abc import Sequence
from datetime import date, datetime

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def nama_bulan(d: date) -> str:
    return BULAN[d.month - 1]


def short_bulan(d: date) -> str:
    """The form of narrow columns and bars: "Jan"."""
    return nama_bulan(d)[:3]


def full_stop(text: str) -> str:
    """The text with a full stop, unless its last word brings one: "oleh DEWI LESTARI, S.Kom."."""
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."


def bulan(d: date) -> str:
    return f"{nama_bulan(d)} {d.year}"


def hari(d: date) -> str:
    return HARI[d.weekday()]


def tanggal(d: date) -> str:
    return f"{d.day} {bulan(d)}"


def moment(at: datetime) -> str:
    """A moment on the clock of the office: "17 Juni 2022 09.30"."""
    return f"{tanggal(at.date())} {at:%H.%M}"


def hari_tanggal(d: date) -> str:
    return f"{hari(d)}, {tanggal(d)}"


def span(a: date, b: date) -> str:
    """The form of tables: "12 Mei s/d 3 Juni 2022"."""
    return tanggal(a) if a == b else f"{_begin(a, b)} s/d {tanggal(b)}"


def short_span(a: date, b: date) -> str:
    """The form of titles: "30 Mei–3 Juni 2022"."""
    return tanggal(a) if a == b else f"{_begin(a, b)}–{tanggal(b)}"


def shortened(day: str) -> tuple[str, ...]:
    """A date that is written out, then with shorter months, shorter days too, and without its year: "Sel, 20 Sep"."""
    months = _WORD.sub(lambda word: word[0][:3] if word[0] in BULAN else word[0], day)
    days = _WORD.sub(lambda word: word[0][:3] if word[0] in HARI else word[0], months)
    return day, months, days, _YEAR.sub("", days.replace(" s/d ", "–"))


def _begin(a: date, b: date) -> str:
    if a.year != b.year:
        return tanggal(a)
    return f"{a.day} {nama_bulan(a)}" if a.month != b.month else str(a.day)


def daftar(items: Sequence[str], word: str = "dan") -> str:
    """Join as EYD does: a comma before "dan" where there are more than two."""
    *most, last = items or ("",)
    return f"{', '.join(most)}{',' * (len(most) > 1)} {word} {last}" if most else last


def angka(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def quotient(number: int, by: int) -> int:
    """A division without a rest, rounded as people do: a half goes up."""
    return (2 * number + by) // (2 * by)


def roman(n: int) -> str:
    for value, sign in _ROMAN:
        if n >= value:
            return sign + roman(n - value)
    return ""


_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_MULTIPLES = ((1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))


def spelled_out(n: int) -> str:
    return _spelled(n) if n else "nol"


def _spelled(n: int) -> str:
    if n < len(_UNITS):
        return _UNITS[n]
    if n < 20:  # noqa: PLR2004  # dua belas … sembilan belas
        return f"{_UNITS[n - 10]} belas"
    size, name = next((size, name) for size, name in _MULTIPLES if n >= size)
    first = f"se{name}" if n // size == 1 and size in {100, 1000} else f"{_spelled(n // size)} {name}"
    return f"{first} {_spelled(n % size)}".strip()


def with_words(n: int) -> str:
    return f"{angka(n)} ({spelled_out(n)})"


def ordinal(n: int) -> str:
    return "pertama" if n == 1 else f"ke{spelled_out(n)}"


def nama_orang(name: str) -> str:
    """The name of a person as people write it, where a decree has it in capitals: "Dr. H. Ahmad Hudri, S.T., M.AP."."""
    own, comma, degrees = name.partition(",")
    words = own.split(" ")
    if not all(word.isupper() for word in words if _is_name(word)):
        return name
    return " ".join(_WORD.sub(_capital, word) if _is_name(word) else word for word in words) + comma + degrees


# Letters with an apostrophe among them, as in SYI'AR; the parts beside a hyphen have a capital each.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_YEAR = re.compile(r" \d{4}$")
_VOWEL = re.compile("[AIUEOY]", re.IGNORECASE)


def _is_name(word: str) -> bool:
    """Whether a word is a name and no title or degree, which have dots or no vowel."""
    return "." not in word and _VOWEL.search(word) is not None


def _capital(found: re.Match[str]) -> str:
    return found[0].capitalize()
