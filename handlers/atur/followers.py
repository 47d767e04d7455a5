"""What people write of followers and likes -> which account, which day, how many; or Rejected with how to write it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from handlers.atur.read import day as read_day
from handlers.chat.messages import Rejected
from handlers.reading import text as reading_text
from handlers.reading.dates.days import find_days
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.kantor import akun as rows
from storage.kantor.akun import Akun

HOW = "Ketik misalnya /akun TikTok 586 pengikut, 1713 suka."
# The largest figure that a button can carry back, and the letters of a line that a refusal quotes.
MOST, QUOTED = 999_999_999, 40
FOLLOWERS, LIKES = "pengikut", "suka"
WHAT = dict.fromkeys(("pengikut", "follower", "followers", "subscriber", "subscribers", "pelanggan"), FOLLOWERS)
WHAT |= dict.fromkeys(("suka", "like", "likes", "disukai"), LIKES)
TIMES = {"rb": 1000, "ribu": 1000, "k": 1000, "jt": 10**6, "juta": 10**6, "m": 10**6}
NOISE = frozenset({"dan", "tanda", "jumlah", "total", "ada", "sekarang", "menjadi", "jadi", "akun", "orang", "punya"})
_TOKEN = re.compile(
    r"(?P<digits>[0-9][0-9.,]*[0-9]|[0-9])(?: ?(?P<times>rb|ribu|k|jt|juta|m)(?!\w))?|(?P<word>[^\W0-9][\w'’]*)"
)
_SIGNED = re.compile(r"(?<!\w)[-−+][0-9]")
_WHOLE, _FRACTION = re.compile(r"\d+|\d{1,3}(?:[.,]\d{3})+"), re.compile(r"\d+(?:[.,]\d{1,2})?")


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
        _once(line, found, LIKES if FOLLOWERS in found else FOLLOWERS, number)
    if waiting or not found:
        raise _unread(line)
    return found


def _once(line: str, values: dict[str, int], what: str, number: int) -> str:
    if what in values:
        raise _unread(line)
    values[what] = number
    return ""


def _told(line: str, rest: str) -> Iterator[int | str]:
    if _SIGNED.search(rest):
        raise _unread(line)
    for token in _TOKEN.finditer(rest):
        word = token["word"]
        if word is None:
            yield _number(line, token["digits"], token["times"] or "")
        elif word in WHAT:
            yield WHAT[word]
        elif word not in NOISE and word not in PLATFORM_WORDS:
            raise _unread(line)


def _number(line: str, digits: str, times: str) -> int:
    if not (_FRACTION if times else _WHOLE).fullmatch(digits):
        raise _unread(line)
    plain = digits.replace(",", ".") if times else re.sub(r"[.,]", "", digits)
    number = round(Decimal(plain) * TIMES.get(times, 1))
    if number > MOST:
        raise Rejected(f"Angka pada “{reading_text.shortened(line, QUOTED)}” terlalu besar.")
    return number


def _unread(line: str) -> Rejected:
    return Rejected(f"Jumlah pada “{reading_text.shortened(line, QUOTED)}” belum terbaca. {HOW}")


# A day without its year is read as the past one; if that is so long ago, the coming one was meant.
LONG_AGO = timedelta(days=300)
_PER = re.compile(r"\bper\b(?: (?:tanggal|tgl)\b\.?)?(?P<when>.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Count:
    """What somebody tells of one account on one day."""

    akun: Akun
    tanggal: date
    pengikut: int | None = None
    suka: int | None = None

    @property
    def values(self) -> dict[str, int]:
        return {name: n for name, n in ((FOLLOWERS, self.pengikut), (LIKES, self.suka)) if n is not None}


def read_lines(text: str, known: Sequence[Akun], today: date) -> list[Count]:
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
    if today - day > LONG_AGO and str(day.year) not in when:
        raise Rejected(f"Tanggal itu belum tiba. Maksud Anda {indonesian.tanggal(day)}? Tulis dengan tahunnya.")
    return day, f"{line[: found.start()]} {rest}".strip(" .,:")


def _day(text: str, today: date) -> tuple[date | None, str]:
    try:
        return read_day(text, today), ""
    except Rejected:
        told, rest = find_days(text, today)
    return (None if told is None or told.sebulan or told.mulai != told.selesai else told.mulai), rest


def _read(line: str, known: Sequence[Akun], day: date) -> Count:
    akun, rest = _account(line, [a for a in known if rows.exists(a, day, day)])
    told = values(line, rest)
    return Count(akun, day, told.get(FOLLOWERS), told.get(LIKES))


def _account(line: str, known: Sequence[Akun]) -> tuple[Akun, str]:
    """The account that a line names, by its own name or its platform's, and what else the line says."""
    said = line.casefold()
    names = sorted({_name(a) for a in known}, key=len, reverse=True)
    name = next((n for n in names if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", said)), None)
    rest = said.replace(name, " ", 1) if name else said
    platform, rest = _platform(rest, known)
    found = (
        [a for a in known if platform in (None, a.platform) and name in (None, _name(a))] if name or platform else []
    )
    if len(found) > 1:
        named = indonesian.daftar([f"{a.platform} {a.nama}" for a in found])
        raise Rejected(f"Ada {len(found)} akun yang cocok: {named}. Sebut juga namanya.")
    if not found:
        there = indonesian.daftar(list(dict.fromkeys(a.platform for a in known))) or "belum ada satu pun"
        raise Rejected(f"Akun pada “{reading_text.shortened(line, QUOTED)}” belum terbaca; yang ada {there}. {HOW}")
    return found[0], rest


def _platform(said: str, known: Sequence[Akun]) -> tuple[str | None, str]:
    """The platform or own column that words name, and the words without that of an own column."""
    own = sorted({a.platform for a in known} - {*PLATFORM_WORDS.values()}, key=len, reverse=True)
    column = next((one for one in own if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", said)), None)
    if column:
        return column, said.replace(column.casefold(), " ", 1)
    return next((PLATFORM_WORDS[w] for w in re.findall(r"\w+", said) if w in PLATFORM_WORDS), None), said


def _name(akun: Akun) -> str:
    return akun.nama.casefold().lstrip("@")
