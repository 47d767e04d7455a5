"""A command asked for in words: "kolase minggu ini mana", "tolong buatkan rekap tw 2"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from rapidfuzz import fuzz

from handlers.reading.daerah import negation
from handlers.reading.daerah.tables import meaning
from handlers.reading.dates import days, pekan, periods
from handlers.reading.dates.periods import tried
from handlers.reading.editor.abbreviations import ABBREVIATIONS
from handlers.reading.editor.tables import table

Phrases = Mapping[str, Sequence[str]]
"""The phrases by which people ask for each command, by its word."""

_QUESTIONS = "siapa apa apakah mana dimana kapan berapa bagaimana kenapa mengapa kok bisakah cara caranya"
# These ask only at the beginning of a text, for within a report they tell.
_ORDERS = """
    tolong minta buat buatkan bikinkan kirim kirimkan tampilkan lihat cek carikan cari tunjukkan unduh susun
    susunkan siapkan tengok tengokkan mau ingin butuh perlu
"""
# Words that add nothing to a request.
_ADDED = """
    ya yah dong deh sih nih itu ini yang nya ada saja aja lagi sudah belum tidak keluar muncul error bot pak bu min mas
    mbak kak saya kita kami untuk di ke dari dan juga sekarang dulu kemarin hari bulan minggu pekan tahun triwulan lalu
    semua terakhir masuk tercatat melihat dengan oleh jadi membuat periode per maaf permisi eh sama halo
    bang bg bro yo nggih ig fb twitter tiktok youtube instagram facebook akun fanpage subscriber
"""
_QUESTION, _ORDER, _BESIDE = map(table, (_QUESTIONS, _ORDERS, _ADDED))
_BEGINNING = 3
_REPORT, _CARI = "rekap", "cari"
_HOW = frozenset({"cara", "caranya", "bagaimana"})
# The same words in the languages of the regions.
_REGIONAL = {
    "bagaimana": "baa kumaha piye pie pripun kepriye kepriben engken pehe cemana cemmana kados",
    "caranya": "caro caronyo carana carane caranipun carone",
    "kirim": "mengirim mangirim ngirim ngirimkeun ngintun ngintunkeun kintun",
    "lapor": "malapor malaporkan nglapor ngalaporkeun laporkeun",
    "ubah": "maubah ngubah ngarobah ngowahi robah",
    "hapus": "mahapus mahapuih ngahapus ngapus mbusek",
    "buat": "mambuek nggawe nyieun ndamel",
    "carikan": "cariin cariken golekno golekke",
    "foto": "poto",
}
_SHORT = ABBREVIATIONS | {said: word for word, each in _REGIONAL.items() for said in each.split()} | {
    "bikin": "buat", "brp": "berapa", "bgmn": "bagaimana", "ga": "tidak", "sy": "saya", "mgg": "minggu",
    "mggu": "minggu", "bs": "bisa", "sm": "sama", "dr": "dari", "knp": "kenapa", "lap": "laporan", "klo": "bila",
    "liat": "lihat", "tw": "triwulan", "smt": "semester", "posting": "postingan",
    "followers": "pengikut", "follower": "pengikut",
}  # fmt: skip
# A slip in a word of a request, and the length from which one is forgiven; more words than FURTHER of its own make a
# text more than a request.
_LIKE, _SHORTEST, _LONGEST, _FURTHER = 86, 5, 160, 3
_NUMBERS = 2  # more of them are a tally
_FURTHER_HOW = 6  # of a text that begins with the question how
# What is to go is no report that is asked for.
_REMOVES = ("hapus", "dihapus", "batal", "dibatal")
# Behind them it is told how many.
_FIGURES = frozenset({"pengikut"})
_ADMIN = "min"  # also short for Sunday
_MINE = re.compile(r"\b(laporan|catatan|kegiatan)ku\b")
_PERIOD = 5  # the most words of a period: "pekan ketiga bulan April 2022"
_READERS: tuple[Callable[[str, date], object], ...] = (
    periods.read, pekan.read_pekan, periods.read_month, days.read_days,
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """The command that a text asks for. `period`: the words that name a span of time, empty without any; `rest`: the
    words that neither ask nor name the command, parted by spaces; `how`: it is asked how to do it."""

    word: str
    period: str
    rest: str
    how: bool


def wanted(text: str, today: date, phrases: Phrases) -> Wanted | None:
    """The command that a text asks for, or None where it asks for none, for its phrases must stand there with a word
    that asks, or alone."""
    return next((found for told in _tries(text) if (found := _wanted(told, text, today, phrases))), None)


def _tries(text: str) -> Iterator[str]:
    """The question of a text, without why it is asked; all of it; its first clause, where that asks, or tells how many
    follow us."""
    for sign in "?", "", ",":
        told, found, behind = text.partition(sign) if sign else (text, text, "")
        if sign == "?" and len(behind.strip().split()) > _FURTHER and behind.lstrip(" ").startswith("\n"):
            return  # who was asked answers below
        if found and (sign != "," or _asking(said := _words(told)) or _counts(said)):
            yield told


def _counts(said: Sequence[str]) -> bool:
    return not _FIGURES.isdisjoint(said[:_BEGINNING]) and any(one[:1].isdigit() for one in said)


def _wanted(told: str, text: str, today: date, phrases: Phrases) -> Wanted | None:
    said = _words(told)
    if not said or len(text) > _LONGEST:
        return None
    best = max(((_found(said, phrase), word) for word, each in phrases.items() for phrase in each), key=_weight)
    places, word = best
    if not places or (
        any(one.startswith(_REMOVES) for one in said) and not any(said[at].startswith(_REMOVES) for at in places)
    ):
        return None
    period = _period(said, today, places)
    span = " ".join(said[at] for at in period)
    rest = [one for at, one in enumerate(said) if at not in places and at not in period]
    further = [one for one in rest if one not in _QUESTION | _ORDER | _BESIDE]
    if sum(map(str.isdigit, rest)) > _NUMBERS:
        return None
    if sum(not one.isdigit() for one in further) > _most(said, text):
        return None
    if word == _REPORT and _CARI in phrases and further and _whether(said):
        # "Laporan sosialisasi bulan lalu ada ndak?" looks for one, and wants no report drawn.
        return Wanted(_CARI, span, " ".join(one for one in further if one not in negation.WORDS), how=False)
    return Wanted(word, span, " ".join(further), not _HOW.isdisjoint(said))


def _whether(said: Sequence[str]) -> bool:
    """Whether it is asked if there is one: "ada ndak ya", "adakah"; "ada … nda" where nothing else follows."""
    last = next(dropwhile((_BESIDE - negation.WORDS).__contains__, reversed(said)), "")
    return "adakah" in said or ("ada" in said and last in negation.WORDS | {"kah"})


def _most(said: Sequence[str], text: str) -> int:
    """How many words of its own a text may have and still be a request."""
    if next((one for one in said if one not in _BESIDE), "") in _HOW:
        return _FURTHER_HOW
    return _FURTHER if "?" in text or _asking(said) or _whether(said) else 0


def _asking(said: Sequence[str]) -> bool:
    return not _QUESTION.isdisjoint(said) or not _ORDER.isdisjoint(said[:_BEGINNING])


def _words(text: str) -> list[str]:
    return [
        _SHORT.get(word) or meaning(word) or word
        for word in re.findall(r"[\w-]+", _MINE.sub(r"\1 saya", text.casefold()))
    ]


def _weight(found: tuple[Sequence[int], str]) -> int:
    return len(found[0])


def _found(said: Sequence[str], phrase: str) -> tuple[int, ...]:
    """The places of the words of a phrase, in any order; none where one of them is missing."""
    places = [next((at for at, word in enumerate(said) if _same(word, one)), -1) for one in phrase.split()]
    return () if -1 in places else tuple(places)


def _same(word: str, other: str) -> bool:
    bare = word.removesuffix("nya")
    if other in (word, bare):
        return True
    return min(len(word), len(other)) >= _SHORTEST and fuzz.ratio(bare, other) >= _LIKE


def _period(said: Sequence[str], today: date, places: Sequence[int]) -> range:
    """The places of the longest run of words that names a span of time."""
    for length in range(min(_PERIOD, len(said)), 0, -1):
        for at in range(len(said) - length + 1):
            span = range(at, at + length)
            words = " ".join(said[at : at + length])
            if words != _ADMIN and any(tried(read, words, today) for read in _READERS) and not ({*span} <= {*places}):
                return span
    return range(0)
