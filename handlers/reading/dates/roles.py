"""Whose day a day is: that of the report, of a letter, or of the subject that a name speaks of."""

import re
from datetime import date, timedelta
from enum import StrEnum

from handlers.reading.dates.forms import Meaning, Why
from handlers.reading.dates.wordings import LABEL, ROUTINE


class Role(StrEnum):
    """`REPORT`: of what is reported; `LETTER`: of a letter or rule that is named; `SUBJECT`: of what the report is
    about (an election, an anniversary, something prepared), and the words stay in the name."""

    REPORT = "report"
    LETTER = "letter"
    SUBJECT = "subject"


_NEAR, _LONG_AGO = timedelta(days=30), 2000
_BEFORE_DAY = rf"\W*(?:(?:pada|per)\s+)?(?:hari\s+)?{LABEL}?\W*$"
_LETTER = re.compile(
    r"\b(?:(?:tanggal|tgl)\s+(?:surat|undangan)|(?:ber|ter)tanggal|(?:surat|nota|sk|keputusan|edaran|peraturan|pkpu|undangan)\b"
    rf"[^.,;\n]{{0,40}}\b(?:nomor|no|nmr)\b[^,;\n]{{1,40}})(?:\s*[:=]\s*)?{_BEFORE_DAY}",
    re.IGNORECASE,
)
# "Sesuai disposisi kemarin": by whose word something was done is told, not when.
_BY_WORD = re.compile(
    r"(?:^|[.,;:\n])\s*(?:sesuai|berdasar(?:kan)?|menindaklanjuti|merujuk|sehubungan|menyikapi)\s+(?:dengan\s+)?"
    r"(?:hasil\s+)?(?:surat|disposisi|undangan|arahan|perintah|instruksi|kesepakatan|keputusan|edaran|permintaan|permohonan|rapat|rakor"
    rf"|pleno|pembicaraan|obrolan|koordinasi)(?:\s+[^\W\d_]+){{0,3}}\s+(?:(?:pada|per)\s+)?(?:hari\s+)?{LABEL}?$",
    re.IGNORECASE,
)
# "Menindaklanjuti surat nomor 5, pada hari Selasa": the letter is told, and the day is that of the event.
_HELD = re.compile(r"pada\s+hari\b", re.IGNORECASE)
_ELECTION = re.compile(
    r"\b(?:pemilu|pemilukada|pilkada|pilgub|pilwali|pilwalkot|pilbup|pilpres|pileg|pemilihan|pemungutan\s+suara|pencoblosan"
    rf"|hari\s+h|coblosan)(?:\s+(?!mulai|sejak|dari)[^\W\d_]+){{0,2}}{_BEFORE_DAY}",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    rf"\b(?:hut|hari\s+(?:jadi|lahir|ulang))\b(?:(?!\bdi\b)[^.,;:\n]){{0,40}}{_BEFORE_DAY}", re.IGNORECASE
)
_TOWARDS = re.compile(rf"\b(?:jelang|menjelang|menuju|menyongsong)(?:\s+[^\W\d_]+){{0,4}}{_BEFORE_DAY}", re.IGNORECASE)
_MEMORIAL = re.compile(r"\b(?:upacara|peringatan|memperingati|resepsi|tasyakuran|hari)[^\S\n]+$", re.IGNORECASE)
_PREPARED = re.compile(
    r"\b(?:persiapan|persiapkan|mempersiapkan|rencana|perencanaan|jelang|menjelang|menuju|menyongsong|menyambut|sambut|undangan"
    r"|jadwal|akan|deadline|batas\s+waktu|paling\s+lambat|sampai\s+dengan|hingga)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)


def role_of(before: str, told: str, meaning: Meaning, today: date, *, hinted: bool = False) -> Role:
    """`before`: the letters before those that tell the day."""
    held = before.rstrip().endswith(",") and _HELD.match(told)
    if (_LETTER.search(before) or _BY_WORD.search(before)) and not held:
        return Role.LETTER
    if meaning.days and meaning.days.mulai.year < _LONG_AGO:
        return Role.SUBJECT
    in_full = re.search(r"\d{4}", told)
    coming = hinted or meaning.why in {Why.AHEAD, Why.YEAR}
    distant = coming or (in_full and meaning.days is not None and abs(meaning.days.mulai - today) > _NEAR)
    named = distant and (_ELECTION.search(before) or _ANNIVERSARY.search(before))
    return Role.SUBJECT if named or _TOWARDS.search(before) or (coming and _PREPARED.search(before)) else Role.REPORT


def is_named(before: str, told: str) -> bool:
    """Whether a name is made of this day: "Upacara 17 Agustus", "Apel Senin", "HUT RI ke-77, 17 Agustus 2022"."""
    if told.isalpha():
        return bool(ROUTINE.search(before))
    if not any(map(str.isdigit, told)):
        return False  # "hari jadi ke 393 minggu kemarin"
    yearless = re.match(r"\d\d? [^\W\d]+", told) and not re.search(r"\d{4}", told)
    return bool((yearless and _MEMORIAL.search(before)) or _ANNIVERSARY.search(before))
