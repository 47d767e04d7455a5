"""Reads a kegiatan from free words or from the form that the groups use, and names the facts that are doubtful."""

import re
from dataclasses import dataclass, field

from handlers.chat.messages import Rejected, Turn
from handlers.reading import guesses
from handlers.reading import text as reading_text
from handlers.reading.dates import days
from handlers.reading.dates.days import Unsure
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers
from handlers.reading.hours import hours
from handlers.reading.message.parts import Doubt, Kind, Reading
from storage.catatan import kegiatan as rows
from storage.catatan.kegiatan import INTERNAL

LABELS = (
    ("tanggal", r"hari\s*[/,&]?\s*(?:dan\s+)?(?:tanggal|tgl)|tanggal(?:\s+kegiatan)?|tgl|hari"),
    ("waktu", r"waktu(?:\s+pelaksanaan)?|pukul|jam"),
    ("tempat", r"tempat(?:\s+kegiatan|\s+pelaksanaan)?|lokasi|bertempat(?:\s+di)?"),
    ("nama", r"(?:nama\s+)?(?:kegiatan|acara)|agenda|perihal|judul(?:\s+kegiatan)?"),
    ("mitra", r"bersama|mitra|instansi"),
    ("peserta", r"peserta|(?:di)?hadiri(?:\s+oleh)?|yang\s+hadir|hadir|undangan"),
    ("keterangan", r"keterangan|hasil(?:\s+kegiatan)?|uraian(?:\s+kegiatan)?|pembahasan|materi|isi"),
)
_LABEL = re.compile(
    r"^\W*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in LABELS) + r")\s*[:：=]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
# Lines of greeting and thanks say nothing about the kegiatan and are dropped.
_COURTESY = re.compile(
    r"^\W*(?:yth\b.*|kepada\b.*|tembusan\b.*|ass?alamu.?alaikum.*|wa.?alaikum.*|selamat\s+(?:pagi|siang|sore|malam)\b.*"
    r"|salam\s.*|dokumentasi\b.*|demikian\b.*|dum\b.*|terima\s*kasih\b.*|tks\b.*|mohon\s+arahan\b.*)$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^\W*(?:mohon\s+)?(?:i[zj]in\s+)?me?laporkan\b[\s,:.]*", re.IGNORECASE)
_THANKS = re.compile(r"[\s.,]*(?:demikian\b.*|terima\s*kasih\W*|tks\W*|🙏\W*)$", re.IGNORECASE)
# WhatsApp puts "[21/4 10.05] Nama: " or "[10.05, 21/4/2022] Nama: " before what is copied from it.
_WHATSAPP = re.compile(r"^\[[\d/.,: ]{5,25}\]\s*[^:\n]{1,60}:\s*")
_MARKS = re.compile(r"(?<!\w)[*_~]+(?=\S)|(?<=\S)[*_~]+(?!\w)")


@dataclass
class Labelled:
    """A message by its labels ("Tempat: Aula"); `free`: the words without a label; `reporting`: it begins as such forms
    do."""

    fields: dict[str, str] = field(default_factory=dict)
    free: str = ""
    reporting: bool = False

    @property
    def is_form(self) -> bool:
        return self.reporting or len(self.fields) > 1


def read(text: str) -> Labelled:
    """Split a message into its labelled fields and the rest; bold marks and courtesies are dropped."""
    found, current, unlabelled = Labelled(), "", []
    for raw in _unwrapped(text).splitlines():
        line = _MARKS.sub("", raw).strip()
        if opening := _OPENING.match(line):
            found.reporting, line = True, line[opening.end() :].strip()
        if not line or _COURTESY.match(line):
            current = ""
        elif label := _LABEL.match(line):
            current = next(name for name, _ in LABELS if label[name])
            _put(found.fields, current, label["value"].strip())
        elif current:
            _put(found.fields, current, line)
        else:
            unlabelled.append(line)
    found.free = _THANKS.sub("", " ".join(unlabelled)).strip(" ,.:")
    found.fields = {name: value for name, value in found.fields.items() if value}
    return found


def _unwrapped(text: str) -> str:
    return "\n".join(_WHATSAPP.sub("", line) for line in text.splitlines())


def _put(fields: dict[str, str], name: str, value: str) -> None:
    """Add a value to a field, for "Hari : Kamis" and "Tanggal : 21 April" are two lines of one field."""
    fields[name] = f"{fields[name]} {value}".strip(" ,") if fields.get(name) else value


LONGEST = {"nama": 200, "tempat": 200, "keterangan": 400, "waktu": 100, "peserta": 400}
_PLACE = re.compile(r"\b(?:bertempat\s+)?di\s+(?P<tempat>[^,;.\n]+)$", re.IGNORECASE)
_TAIL = re.compile(r"\s*[,;\n]\s*")


def readings(turn: Turn, text: str) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    return (_kegiatan(turn, text),)


def _kegiatan(turn: Turn, text: str) -> Reading:
    form = read(text)
    day, line, day_doubt = _day(turn, form)
    head, tail = _parted(line)
    answers: Answers = {"nama": _sentence(head or text, LONGEST["nama"])}
    if day:
        answers["tanggal"] = day.json
    if place := form.fields.get("tempat") or _place(head):
        answers["tempat"] = reading_text.clean(place, LONGEST["tempat"])
    if when := form.fields.get("waktu"):
        answers["waktu"] = hours(when) or reading_text.clean(when, LONGEST["waktu"])
    if people := form.fields.get("peserta"):
        answers["peserta"] = reading_text.clean(people, LONGEST["peserta"])
    if about := form.fields.get("keterangan") or tail:
        answers["keterangan"] = _sentence(about, LONGEST["keterangan"])
    partner, strange = _partner(turn, form, head)
    signs = {Kind.DAY: day or day_doubt, Kind.PLACE: answers.get("tempat"), Kind.PARTNER: partner.get("instansi")}
    signs |= {Kind.EVENT: guesses.is_kegiatan(text), Kind.CUE: form.is_form}
    told = frozenset(kind for kind, found in signs.items() if found)
    return Reading("kegiatan", answers | partner, (*day_doubt, *strange), signs=told)


def _day(turn: Turn, form: Labelled) -> tuple[Days | None, str, tuple[Doubt, ...]]:
    """(the day, the line without the words of the day, the doubt about the day)."""
    line = form.fields.get("nama") or form.free
    try:
        if told := form.fields.get("tanggal"):
            return days.read_days(told, turn.today), line, ()
        day, rest = days.find_days(line, turn.today)
    except Unsure as doubt:
        may_be = tuple((one.json, one.label(turn.today)) for one in doubt.candidates)
        return None, doubt.rest or line, (Doubt("tanggal", str(doubt), may_be),)
    except Rejected as unread:
        return None, line, (Doubt("tanggal", str(unread)),)
    return day, rest or line, ()


def _parted(line: str) -> tuple[str, str]:
    """(the name of the kegiatan, its subject): the subject follows the first comma or semicolon."""
    head, *tail = _TAIL.split(line.strip(" ,;"), maxsplit=1)
    return head, " ".join(tail).strip(" ,;")


def _sentence(text: str, longest: int) -> str:
    told = reading_text.clean(text, longest)
    return told[0].upper() + told[1:]


def _place(head: str) -> str:
    found = _PLACE.search(head)
    return found["tempat"].strip() if found else ""


def _partner(turn: Turn, form: Labelled, head: str) -> tuple[Answers, tuple[Doubt, ...]]:
    """The answers about the mitra that the words name, or that the meeting was internal, and the doubt about a mitra
    that is only similar to a known one."""
    people = form.fields.get("mitra", ""), form.fields.get("peserta", "")
    before = rows.sektor_of(turn, head)
    if before == INTERNAL or (before is None and guesses.internal(head)):
        return {"sektor": INTERNAL}, ()
    known = rows.known(turn)
    called = [(name, sektor) for name, (_, sektor) in known.items()]
    found = next((m for t in (*people, head) if t and (m := guesses.mitra(t, called, turn.satker.wilayah))), None)
    if found is None:
        return ({"sektor": before}, ()) if before else ({}, ())
    nama, _ = known.get(found.nama, (found.nama, found.sektor))
    answers: Answers = {"instansi": nama} if found.sure else {}
    answers |= {"sektor": found.sektor} if found.sure or found.written else {}
    answers |= {"uraian": u} if (u := guesses.uraian(head)) else {}
    return answers, () if found.sure else (_similar(found.written, nama),)


def _similar(written: str, known: str) -> Doubt:
    """A written institution is never replaced by a similar known one: what was written stands, the other is offered."""
    if not written:
        return Doubt("instansi", f"Mitranya {known}?", ((known, known),))
    why = f"Tertulis “{written}”, mirip {known}. Mitranya yang mana?"
    return Doubt("instansi", why, ((written, written), (known, known)))
