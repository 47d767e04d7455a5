"""The form in which offices report to their groups: "Izin melaporkan … Hari/Tanggal : … Tempat : … Kegiatan : …"."""

import re
from dataclasses import dataclass, field

LABELS = (
    ("tanggal", r"hari\s*[/,&]?\s*(?:dan\s+)?(?:tanggal|tgl)|tanggal(?:\s+kegiatan)?|tgl|hari"),
    ("waktu", r"waktu(?:\s+pelaksanaan)?|pukul|jam"),
    ("tempat", r"tempat(?:\s+kegiatan|\s+pelaksanaan)?|lokasi|bertempat(?:\s+di)?"),
    ("nama", r"(?:nama\s+)?(?:kegiatan|acara)|agenda|perihal|judul(?:\s+kegiatan)?"),
    ("peserta", r"peserta|(?:di)?hadiri(?:\s+oleh)?|yang\s+hadir|hadir|undangan|bersama|mitra|instansi"),
    ("keterangan", r"keterangan|hasil(?:\s+kegiatan)?|uraian(?:\s+kegiatan)?|pembahasan|materi|isi"),
)
_LABEL = re.compile(
    r"^\W*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in LABELS) + r")\s*[:：=]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
# What surrounds the facts in such a message and is no fact.
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
class Formulir:
    """What a message says by its labels; `bebas` is what stands under none."""

    fields: dict[str, str] = field(default_factory=dict)
    bebas: str = ""
    melaporkan: bool = False

    @property
    def is_form(self) -> bool:
        return self.melaporkan or len(self.fields) > 1


def read(text: str) -> Formulir:
    """Take a message apart by its labels, whichever of them it has; bold marks and courtesies fall away."""
    found, current, free = Formulir(), "", []
    for raw in _unwrapped(text).splitlines():
        line = _MARKS.sub("", raw).strip()
        if opening := _OPENING.match(line):
            found.melaporkan, line = True, line[opening.end() :].strip()
        if not line or _COURTESY.match(line):
            current = ""
        elif label := _LABEL.match(line):
            current = next(name for name, _ in LABELS if label[name])
            _put(found.fields, current, label["value"].strip())
        elif current:
            _put(found.fields, current, line)
        else:
            free.append(line)
    found.bebas = _THANKS.sub("", " ".join(free)).strip(" ,.:")
    found.fields = {name: value for name, value in found.fields.items() if value}
    return found


def _unwrapped(text: str) -> str:
    return "\n".join(_WHATSAPP.sub("", line) for line in text.splitlines())


def _put(fields: dict[str, str], name: str, value: str) -> None:
    """Put a value into a field; "Hari : Kamis" and "Tanggal : 21 April" are two lines of one."""
    fields[name] = f"{fields[name]} {value}".strip(" ,") if fields.get(name) else value
