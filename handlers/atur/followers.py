"""What people write of followers and likes -> which account, which day, how many; or Rejected with how to write it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from handlers.atur.read import hari
from handlers.chat.messages import Rejected
from handlers.reading import text as reading_text
from handlers.reading.dates.days import find_days
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.kantor.satker import Akun

HOW = "Ketik misalnya /akun TikTok 586 pengikut, 1713 suka."
# What a button can carry back.
MOST, QUOTED = 999_999_999, 40
PENGIKUT, SUKA = "pengikut", "suka"
APA = dict.fromkeys(("pengikut", "follower", "followers", "subscriber", "subscribers", "pelanggan"), PENGIKUT)
APA |= dict.fromkeys(("suka", "like", "likes", "disukai"), SUKA)
KALI = {"rb": 1000, "ribu": 1000, "k": 1000, "jt": 10**6, "juta": 10**6, "m": 10**6}
LEWAT = frozenset({"dan", "tanda", "jumlah", "total", "ada", "sekarang", "menjadi", "jadi", "akun", "orang", "punya"})
_TOKEN = re.compile(
    r"(?P<angka>[0-9][0-9.,]*[0-9]|[0-9])(?: ?(?P<kali>rb|ribu|k|jt|juta|m)(?!\w))?|(?P<kata>[^\W0-9][\w'’]*)"
)
_MINUS = re.compile(r"(?<!\w)[-−+][0-9]")
_RIBUAN, _PECAHAN = re.compile(r"\d+|\d{1,3}(?:[.,]\d{3})+"), re.compile(r"\d+(?:[.,]\d{1,2})?")


def values(line: str, rest: str) -> dict[str, int]:
    """A word belongs to the number before it, else to the one after it; bare numbers are followers, then likes."""
    found: dict[str, int] = {}
    bare: list[int] = []
    waiting = ""
    for told in _told(line, rest):
        if isinstance(told, str):
            waiting = _once(line, found, told, bare.pop()) if bare else told
        elif waiting:
            waiting = _once(line, found, waiting, told)
        else:
            bare.append(told)
    for number in bare:
        _once(line, found, SUKA if PENGIKUT in found else PENGIKUT, number)
    if waiting or not found:
        raise _unread(line)
    return found


def _once(line: str, values: dict[str, int], what: str, number: int) -> str:
    if what in values:
        raise _unread(line)
    values[what] = number
    return ""


def _told(line: str, rest: str) -> Iterator[int | str]:
    if _MINUS.search(rest):
        raise _unread(line)
    for token in _TOKEN.finditer(rest):
        word = token["kata"]
        if word is None:
            yield _number(line, token["angka"], token["kali"] or "")
        elif word in APA:
            yield APA[word]
        elif word not in LEWAT and word not in PLATFORM_WORDS:
            raise _unread(line)


def _number(line: str, digits: str, times: str) -> int:
    if not (_PECAHAN if times else _RIBUAN).fullmatch(digits):
        raise _unread(line)
    plain = digits.replace(",", ".") if times else re.sub(r"[.,]", "", digits)
    number = round(Decimal(plain) * KALI.get(times, 1))
    if number > MOST:
        raise Rejected(f"Angka pada “{reading_text.shortened(line, QUOTED)}” terlalu besar.")
    return number


def _unread(line: str) -> Rejected:
    return Rejected(f"Jumlah pada “{reading_text.shortened(line, QUOTED)}” belum terbaca. {HOW}")


# Of a day without its year the past one is read; so far back, the coming one was meant.
LAMA = timedelta(days=300)
_PER = re.compile(r"\bper\b(?: (?:tanggal|tgl)\b\.?)?(?P<when>.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Catat:
    """What somebody tells of one account on one day."""

    akun: Akun
    tanggal: date
    pengikut: int | None = None
    suka: int | None = None

    @property
    def values(self) -> dict[str, int]:
        return {name: n for name, n in ((PENGIKUT, self.pengikut), (SUKA, self.suka)) if n is not None}


def catatan(text: str, known: Sequence[Akun], today: date) -> list[Catat]:
    """One line an account; a line without “per 30 Juni” takes the day that another one names, else today."""
    lines = [_dated(line, today) for line in re.split(r"[\n;]", text) if line.strip()]
    common = next((day for day, _ in lines if day), today)
    told = [_read(line, known, day or common) for day, line in lines if line]
    if not told:
        raise Rejected(f"Akunnya belum terbaca. {HOW}")
    return told


def _dated(line: str, today: date) -> tuple[date | None, str]:
    """The day that a line names, and the line without it."""
    if not (found := _PER.search(line)):
        return None, line.strip()
    when = found["when"].strip(" .,:")
    day, rest = _day(when, today)
    if day is None or day > today:
        raise Rejected("Tanggalnya belum terbaca atau belum tiba; tulis misalnya “per 30 Juni”.")
    if today - day > LAMA and str(day.year) not in when:
        raise Rejected(f"Tanggal itu belum tiba. Maksud Anda {indonesian.tanggal(day)}? Tulis dengan tahunnya.")
    return day, f"{line[: found.start()]} {rest}".strip(" .,:")


def _day(text: str, today: date) -> tuple[date | None, str]:
    try:
        return hari(text, today), ""
    except Rejected:
        told, rest = find_days(text, today)
    return (None if told is None or told.sebulan or told.mulai != told.selesai else told.mulai), rest


def _read(line: str, known: Sequence[Akun], day: date) -> Catat:
    akun, rest = _account(line, [a for a in known if (a.aktif_sampai or day) >= day])
    told = values(line, rest)
    return Catat(akun, day, told.get(PENGIKUT), told.get(SUKA))


def _account(line: str, known: Sequence[Akun]) -> tuple[Akun, str]:
    """The account that a line names, by its own name or its platform's, and what else the line says."""
    said = line.casefold()
    names = sorted({_nama(a) for a in known}, key=len, reverse=True)
    name = next((n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", said)), None)
    rest = said.replace(name, " ", 1) if name else said
    platform = next((PLATFORM_WORDS[w] for w in re.findall(r"\w+", rest) if w in PLATFORM_WORDS), None)
    found = (
        [a for a in known if platform in (None, a.platform) and name in (None, _nama(a))] if name or platform else []
    )
    if len(found) > 1:
        named = indonesian.daftar([f"{a.platform} {a.nama}" for a in found])
        raise Rejected(f"Ada {len(found)} akun yang cocok: {named}. Sebut juga namanya.")
    if not found:
        there = indonesian.daftar(list(dict.fromkeys(a.platform for a in known))) or "belum ada satu pun"
        raise Rejected(f"Akun pada “{reading_text.shortened(line, QUOTED)}” belum terbaca; yang ada {there}. {HOW}")
    return found[0], rest


def _nama(akun: Akun) -> str:
    return akun.nama.casefold().lstrip("@")
