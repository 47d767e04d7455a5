"""/surat: what the secretariat gives the covering letter of a period; what it has not given stays a blank line."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from handlers.chat import changes
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking, fields
from handlers.dialog.fields import Field
from handlers.naskah import period
from handlers.naskah.doors import Blank, FillLetter, Letter
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.days import read_days
from handlers.reading.dates.periods import Periode
from renderers import figures, indonesian
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Surat

LONGEST, MOST = 100, 12
NOTHING = {"-", "–", "kosong", "kosongkan"}


def _is_nothing(text: str) -> bool:
    return text.strip().casefold() in NOTHING


def _line(text: str, _today: date) -> str | None:
    return None if _is_nothing(text) else reading_text.one_line(text, LONGEST)


def _day(text: str, today: date) -> date | None:
    if _is_nothing(text):
        return None
    told = read_days(reading_text.one_line(text, LONGEST), today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Surat bertanggal satu hari, misalnya 5 Juli 2022.")
    return told.mulai


def _recipients(text: str, _today: date) -> list[str]:
    if _is_nothing(text):
        return []
    parts = re.split(r"[\n;]|,\s+(?=[A-Z]|\d+[.)]\s)", reading_text.printable(text, LONGEST * MOST))
    # A full stop that ends a line goes, that of a title ("S.H.") stays.
    found = [re.sub(r"^\d+[.)]\s*|(?<=[a-z]{3})\.$", "", part.strip()).strip() for part in parts]
    listed = [reading_text.one_line(part, LONGEST) for part in found if part]
    if len(listed) > MOST:
        raise Rejected(f"Tembusan paling banyak {MOST}.")
    return listed


FIELDS = {
    Blank.NOMOR: Field("nomor", "Nomor", _line, example="Misalnya: 123/HM.02/3574/2022"),
    Blank.TANGGAL: Field("tanggal", "Tanggal", _day, indonesian.tanggal, example="Misalnya: 5 Juli 2022"),
    Blank.SIFAT: Field("sifat", "Sifat", _line, example="Misalnya: Biasa"),
    Blank.LAMPIRAN: Field("lampiran", "Lampiran", _line, example="Misalnya: 1 (satu) berkas"),
    Blank.TEMBUSAN: Field("tembusan", "Tembusan", _recipients, "; ".join, example="Satu baris satu penerima"),
}
ASK = {
    Blank.NOMOR: "Tulis nomor suratnya, misalnya 123/HM.02/3574/2022.",
    Blank.TANGGAL: "Tulis tanggal suratnya, misalnya 5 Juli 2022 atau hari ini.",
    Blank.SIFAT: "Tulis sifat suratnya, misalnya Biasa, Penting, atau Segera.",
    Blank.LAMPIRAN: "Tulis lampirannya, misalnya 1 (satu) berkas.",
    Blank.TEMBUSAN: "Tulis penerima tembusan, satu baris satu penerima.",
}
PRINTED = {Blank.LAMPIRAN: figures.LAMPIRAN, Blank.TEMBUSAN: figures.TEMBUSAN}
_SHORT = {"no": Blank.NOMOR, "tgl": Blank.TANGGAL}
_NAMED = re.compile(
    r"(?:^|(?<=[,;\s]))(?:(nomor|no|tanggal|tgl)(?:\s+surat)?|(sifat|lampiran|tembusan))\b\.?\s*([:=]?)\s*",
    re.IGNORECASE,
)
# Another field may follow these two without a comma; any other value may hold its name, as "Ketua KPU No. 5" does.
_ONE_WORD = {Blank.NOMOR, Blank.TANGGAL}


def surat(turn: Turn) -> Says:
    """/surat [Q2] shows the card, /surat [Q2] nomor …, tanggal … fills it."""
    periode, text = period.written_about(turn)
    if not text:
        return [_card(turn, periode)]
    told = list(_parted(text))
    if not told:
        raise Rejected("Sebutkan isiannya, misalnya /surat nomor 123/HM.02/3574/2022, tanggal 5 Juli 2022.")
    if [value for _, value in told] == [""]:
        return [_asked(turn, FillLetter(periode, told[0][0]))]
    return [_written(turn, periode, dict(told))]


def shown(turn: Turn, door: Letter) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today))]


def ask(turn: Turn, door: FillLetter) -> Says:
    return [_asked(turn, FillLetter(periods.begun(door.periode, turn.today), door.field))]


def _asked(turn: Turn, door: FillLetter) -> Outgoing:
    text = f"{ASK[door.field]} Ketik “-” untuk mengosongkannya."
    return asking.question(turn, FILLED, door, text, title=f"{FIELDS[door.field].label} surat {door.periode.judul}")


def answer(turn: Turn, door: FillLetter) -> Says:
    written = _written(turn, door.periode, {door.field: turn.incoming.text})
    return [asking.done(turn, door), written]


FILLED = Ask(FillLetter, answer, lambda door: FIELDS[door.field].example)


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Surat = changes.find(turn, Surat, change.ref)
    return [_card(turn, Periode.of_kode(row.periode), "Diurungkan.")]


def _parted(text: str) -> Iterator[tuple[Blank, str]]:
    """The fields that a line names, each with its value."""
    found = _fields(text)
    names = [name for name, _ in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Rejected(f"{FIELDS[twice].label} disebut dua kali; mohon ditulis sekali saja.")
    ends = (*(m.start() for _, m in found[1:]), len(text))
    for (name, m), end in zip(found, ends, strict=False):
        yield name, text[m.end() : end].strip(" ,;\n")


def _fields(text: str) -> list[tuple[Blank, re.Match[str]]]:
    """Where fields begin: at the start, behind a comma or a line, before a colon. Nothing comes after tembusan."""
    found: list[tuple[Blank, re.Match[str]]] = []
    for m in _NAMED.finditer(text):
        word = (m[1] or m[2]).casefold()
        parted = m[3] or text[: m.start()].rstrip(" ")[-1:] in {",", ";", "\n"}
        if found and (found[-1][0] == Blank.TEMBUSAN or not (parted or found[-1][0] in _ONE_WORD)):
            continue
        if not found and m.start():
            break
        found.append((_SHORT.get(word) or Blank(word), m))
    return found


def _read(turn: Turn, periode: Periode, field: Field, text: str) -> Any:
    """A letter follows its period, so that "5 Juli" typed in June is a day to come."""
    value = field.read(text, turn.today)
    early = isinstance(value, date) and value < periode.mulai
    return _a_year_later(value) if early and not re.search(r"\d{4}", text) and re.search(r"\d", text) else value


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        raise Rejected("29 Februari tidak ada setiap tahun; tulis juga tahunnya, misalnya 5 Juli 2022.") from None


def _written(turn: Turn, periode: Periode, told: Mapping[Blank, str]) -> Outgoing:
    values = {FIELDS[name]: _read(turn, periode, FIELDS[name], text) for name, text in told.items()}
    return _card(turn, periode, *fields.put(turn, rows.surat_for(turn, periode.kode), values))


def _card(turn: Turn, periode: Periode, told: str = "", entry: Audit | None = None) -> Outgoing:
    row = rows.surat_of(turn, periode.kode) or Surat()
    text = reading_text.above(told, "\n".join(_told(row, name) for name in FIELDS))
    title = f"Surat pengantar {periode.judul}"
    return turn.reply(text, title=title, menu=_menu(turn, periode, entry), card="surat")


def _told(row: Surat, name: Blank) -> str:
    """A field that is empty says what the letter then prints."""
    printed = "" if getattr(row, name) or name not in PRINTED else f", tercetak “{PRINTED[name]}”"
    return f"{FIELDS[name].line(row)}{printed}"


def _menu(turn: Turn, periode: Periode, entry: Audit | None) -> Menu:
    buttons = [Button(field.label, FillLetter(periode, name)) for name, field in FIELDS.items()]
    return (tuple(buttons[:3]), (*buttons[3:], *changes.back(entry)), period.beside(turn, Letter, periode))
