"""The numbers of a line about an account: how many follow it, how many like it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from handlers.chat.messages import Rejected
from handlers.naskah import period
from handlers.reading.links import SEBUTAN

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
        elif word not in LEWAT and word not in SEBUTAN:
            raise _unread(line)


def _number(line: str, digits: str, times: str) -> int:
    if not (_PECAHAN if times else _RIBUAN).fullmatch(digits):
        raise _unread(line)
    plain = digits.replace(",", ".") if times else re.sub(r"[.,]", "", digits)
    number = round(Decimal(plain) * KALI.get(times, 1))
    if number > MOST:
        raise Rejected(f"Angka pada “{period.pendek(line, QUOTED)}” terlalu besar.")
    return number


def _unread(line: str) -> Rejected:
    return Rejected(f"Jumlah pada “{period.pendek(line, QUOTED)}” belum terbaca. {HOW}")
