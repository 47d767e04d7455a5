"""A kegiatan told in words, in one line or by the form of the groups: its facts found, the doubtful ones named."""

import re

from handlers.catatan.kegiatan import json_of
from handlers.chat.messages import Rejected, Turn
from handlers.dialog import formulir
from handlers.dialog.formulir import Formulir
from handlers.reading import dates, guesses, words
from handlers.reading.date_forms import Tanggal
from handlers.reading.dates import Mendatang
from handlers.reading.forms import Answers
from storage.catatan import kegiatan as rows
from storage.catatan import mitra
from storage.catatan.kegiatan import INTERNAL

LONGEST = {"nama": 200, "tempat": 200, "keterangan": 400}
_TEMPAT = re.compile(r"\b(?:bertempat\s+)?di\s+(?P<tempat>[^,;.\n]+)$", re.IGNORECASE)
_TAIL = re.compile(r"\s*[,;\n]\s*")


def kegiatan(turn: Turn, text: str) -> tuple[Answers, str, str]:
    """The answers that the words give, what is doubtful about them, and the question it is about."""
    form = formulir.read(text)
    day, line, doubt = _day(turn, form)
    head, tail = _parted(line)
    answers: Answers = {"nama": _sentence(head or text, LONGEST["nama"])}
    if day:
        answers["tanggal"] = json_of(day)
    if place := form.fields.get("tempat") or _place(head):
        answers["tempat"] = words.kalimat(place, LONGEST["tempat"])
    if doubt:
        return answers | _partner(turn, form, head, tail)[0], doubt, "tanggal"
    partner, doubt = _partner(turn, form, head, tail)
    return answers | partner, doubt, "instansi" if doubt else ""


def _day(turn: Turn, form: Formulir) -> tuple[Tanggal | None, str, str]:
    """(the day, the line without it, why the day is in doubt)."""
    line = form.fields.get("nama") or form.bebas
    try:
        if told := form.fields.get("tanggal"):
            return dates.tanggal(told, turn.today), line, ""
        day, rest = dates.find_tanggal(line, turn.today)
    except Mendatang as doubt:
        return None, doubt.sisa or line, str(doubt)
    except Rejected as doubt:
        return None, line, str(doubt)
    return day, rest or line, ""


def _parted(line: str) -> tuple[str, str]:
    """What it was, and behind the first comma what it was about."""
    head, *tail = _TAIL.split(line.strip(" ,;"), maxsplit=1)
    return head, " ".join(tail).strip(" ,;")


def _sentence(text: str, longest: int) -> str:
    told = words.kalimat(text, longest)
    return told[0].upper() + told[1:]


def _place(head: str) -> str:
    found = _TEMPAT.search(head)
    return found["tempat"].strip() if found else ""


def _partner(turn: Turn, form: Formulir, head: str, tail: str) -> tuple[Answers, str]:
    """The partner as far as the words name one; a meeting among ourselves as far as they say so."""
    people = form.fields.get("peserta", "")
    before = rows.sektor_of(turn.session, turn.satker, head)
    if before == INTERNAL or (before is None and guesses.internal(head)):
        return {"sektor": INTERNAL}, ""
    known = mitra.known(turn.session, turn.satker)
    called = [(name, sektor) for name, (_, sektor) in known.items()]
    found = next((m for t in (people, head) if t and (m := guesses.mitra(t, called, turn.satker.wilayah))), None)
    if found is None:
        return ({"sektor": before}, "") if before else ({}, "")
    nama, _ = known.get(found.nama, (found.nama, found.sektor))
    answers: Answers = {"sektor": found.sektor, "instansi": nama}
    answers |= {"uraian": u} if (u := guesses.uraian(head)) else {}
    about = form.fields.get("keterangan") or tail
    answers |= {"keterangan": _sentence(about, LONGEST["keterangan"])} if about else {}
    doubt = "" if found.sure else f"Mitranya {nama}? Bila bukan, tulis nama yang benar."
    return answers, doubt
