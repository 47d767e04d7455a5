"""The form of a kegiatan, and the way between its answers and its row."""

import re
from collections.abc import Callable
from datetime import date

from handlers.chat.messages import Rejected, Turn
from handlers.reading import text as reading_text
from handlers.reading.dates.forms import Days, DaysJson
from handlers.reading.dates.hours import hours
from handlers.reading.forms import Answers, Form, Question, no_other
from handlers.reading.guesses import URAIAN
from renderers import indonesian
from storage.catatan.kegiatan import TEXTS, Kegiatan, has_partner
from storage.nasional import sektor

MITRA = tuple((one.kunci, one.nama) for one in sektor.every().values() if one.pokok)
"""The sectors that every card has a button for."""


def text_of(limit: int) -> Callable[[str, date], str]:
    return lambda text, _today: reading_text.clean(text, limit)


def read_tanggal(text: str, today: date) -> DaysJson:
    """The days of a kegiatan as JSON; a month alone is Rejected, and so is a day to come."""
    from handlers.reading.dates.days import read_held_days  # noqa: PLC0415 - see periods.read_month

    found = read_held_days(text, today)
    if found.sebulan:
        raise Rejected("Tanggalnya belum lengkap; tulis juga harinya, misalnya 17 Juni.")
    return found.json


def show_tanggal(told: DaysJson) -> str:
    found = Days.of(told)
    if found.sebulan:
        return indonesian.bulan(found.mulai)
    one = found.mulai == found.selesai
    return indonesian.hari_tanggal(found.mulai) if one else indonesian.span(found.mulai, found.selesai)


def read_waktu(text: str, _today: date) -> str:
    """Hours in one writing; other words stay as typed, and a number that is no hour is Rejected."""
    typed = reading_text.clean(text, 100)
    told = hours(typed)
    if not told and re.fullmatch(r"[\d.:]+", typed):
        raise Rejected(f"“{typed}” bukan jam. Tulis misalnya 09.00, atau 09.00–11.00.")
    return told or typed


def show_sektor(key: str) -> str:
    """The name of a sector; one of the office's own is called by its key."""
    found = sektor.every().get(key)
    return found.nama if found else key


def ask_sektor(answers: Answers) -> str:
    return f"{instansi} itu mitra dari mana?" if (instansi := answers.get("instansi")) else ""


def with_mitra(answers: Answers) -> bool:
    return has_partner(answers.get("sektor"))


def named(answers: Answers) -> bool:
    """Whether the kegiatan has a mitra, or names one of which nobody knows the sektor yet."""
    return with_mitra(answers) or (not answers.get("sektor") and bool(answers.get("instansi")))


FORM = Form(
    "kegiatan",
    "Laporan kegiatan",
    (
        Question("nama", "Nama", "Apa nama kegiatannya?", text_of(200), required=True),
        Question(
            "tanggal",
            "Tanggal",
            "Kapan? Misalnya: kemarin, 17 Juni, 12 Mei s/d 3 Juni 2022.",
            read_tanggal,
            show_tanggal,
            required=True,
            asked=False,
            shortcuts=("Hari ini", "Kemarin"),
        ),
        Question(
            "sektor",
            "Mitra",
            "Dengan mitra dari mana?",
            no_other,
            show_sektor,
            prompt_beside=ask_sektor,
            choices=MITRA,
            said=tuple((one.kunci, one.kata) for one in sektor.every().values()),
        ),
        Question(
            "instansi",
            "Instansi",
            "Siapa mitranya? Tulis nama instansinya.",
            text_of(200),
            relevant=named,
            required=True,
        ),
        Question(
            "uraian",
            "Uraian",
            "Bentuknya apa? Pilih, atau tulis sendiri.",
            text_of(200),
            relevant=with_mitra,
            shortcuts=URAIAN,
        ),
        Question(
            "keterangan", "Keterangan", "Tentang apa? Ini menjadi kolom keterangan.", text_of(400), asked=with_mitra
        ),
        Question("tempat", "Tempat", "Di mana tempatnya?", text_of(200), asked=False),
        Question("waktu", "Waktu", "Jam berapa? Misalnya: 09.00, atau 09.00–11.00.", read_waktu, asked=False),
        Question("peserta", "Peserta", "Siapa yang hadir, atau berapa orang?", text_of(400), asked=False),
    ),
)


def new(turn: Turn, nomor: int) -> Kegiatan:
    return Kegiatan(satker_id=turn.satker.id, nomor=nomor, pelapor_id=turn.anggota.id, dibuat_at=turn.now)


def fill(row: Kegiatan, answers: Answers) -> None:
    """Write answers into the row; a skipped question gets the words that the office usually reports."""
    row.nama, row.sektor = answers["nama"], answers.get("sektor", "")
    told = Days.of(answers["tanggal"])
    row.mulai, row.selesai = told.mulai, told.selesai
    usual = {"uraian": URAIAN[0], "keterangan": row.nama} if row.with_partner else {}
    for name in TEXTS:
        setattr(row, name, answers.get(name, usual.get(name, "")))


def answers_of(row: Kegiatan) -> Answers:
    texts = {name: getattr(row, name) or None for name in TEXTS}
    return {"nama": row.nama, "tanggal": Days(row.mulai, row.selesai).json, "sektor": row.sektor or None, **texts}


def headline(row: Kegiatan) -> str:
    return f"{row.nama} ({indonesian.span(row.mulai, row.selesai)})"
