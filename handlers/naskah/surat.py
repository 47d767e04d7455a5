"""/surat: what the secretariat gives the covering letter of a period; a gap stays a blank line."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from handlers.chat import changes
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.naskah.doors import Field, FillLetter, Letter
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.days import read_days
from handlers.reading.dates.periods import Periode
from renderers import figures, indonesian
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Surat

LONGEST, MOST = 100, 12
LABEL = {
    Field.NOMOR: "Nomor",
    Field.TANGGAL: "Tanggal",
    Field.SIFAT: "Sifat",
    Field.LAMPIRAN: "Lampiran",
    Field.TEMBUSAN: "Tembusan",
}
PROMPT = {
    Field.NOMOR: "Tulis nomor suratnya, misalnya 123/HM.02/3574/2022.",
    Field.TANGGAL: "Tulis tanggal suratnya, misalnya 5 Juli 2022 atau hari ini.",
    Field.SIFAT: "Tulis sifat suratnya, misalnya Biasa, Penting, atau Segera.",
    Field.LAMPIRAN: "Tulis lampirannya, misalnya 1 (satu) berkas.",
    Field.TEMBUSAN: "Tulis penerima tembusan, satu baris satu penerima.",
}
EXAMPLE = {
    Field.NOMOR: "Misalnya: 123/HM.02/3574/2022",
    Field.TANGGAL: "Misalnya: 5 Juli 2022",
    Field.SIFAT: "Misalnya: Biasa",
    Field.LAMPIRAN: "Misalnya: 1 (satu) berkas",
    Field.TEMBUSAN: "Satu baris satu penerima",
}
PRINTED = {Field.LAMPIRAN: figures.LAMPIRAN, Field.TEMBUSAN: figures.TEMBUSAN}
EMPTY = {"-", "–", "kosong", "kosongkan"}
_KATA = {"no": Field.NOMOR, "tgl": Field.TANGGAL}
_FIELD = re.compile(
    r"(?:^|(?<=[,;\s]))(?:(nomor|no|tanggal|tgl)(?:\s+surat)?|(sifat|lampiran|tembusan))\b\.?\s*([:=]?)\s*",
    re.IGNORECASE,
)
# A value that these words end without a comma; any other may have them inside, such as "Ketua KPU No. 5".
_SEPATAH = {Field.NOMOR, Field.TANGGAL}


def surat(turn: Turn) -> Says:
    """/surat [Q2] shows the card, /surat [Q2] nomor …, tanggal … fills it."""
    periode, text = period.ditulis(turn)
    if not text:
        return [_card(turn, periode)]
    told = list(_parted(text))
    if not told:
        raise Rejected("Sebutkan isiannya, misalnya /surat nomor 123/HM.02/3574/2022, tanggal 5 Juli 2022.")
    if [value for _, value in told] == [""]:
        return [_asked(turn, FillLetter(periode, told[0][0]))]
    return [_written(turn, periode, {name: _read(turn, periode, name, value) for name, value in told})]


def shown(turn: Turn, door: Letter) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today))]


def ask(turn: Turn, door: FillLetter) -> Says:
    return [_asked(turn, FillLetter(periods.begun(door.periode, turn.today), door.field))]


def _asked(turn: Turn, door: FillLetter) -> Outgoing:
    text = f"{PROMPT[door.field]} Ketik “-” untuk mengosongkannya."
    return asking.question(turn, FILLED, door, text, title=f"{LABEL[door.field]} surat {door.periode.judul}")


def answer(turn: Turn, door: FillLetter) -> Says:
    value = _read(turn, door.periode, door.field, turn.incoming.text)
    return [asking.done(turn, door), _written(turn, door.periode, {door.field: value})]


FILLED = Ask(FillLetter, answer, lambda door: EXAMPLE[door.field])


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Surat = changes.find(turn, Surat, change.ref)
    return [_card(turn, Periode.of_kode(row.periode), "Diurungkan.")]


def _parted(text: str) -> Iterator[tuple[Field, str]]:
    """The fields that a line names, each with its value."""
    found = _fields(text)
    names = [name for name, _ in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Rejected(f"{LABEL[twice]} disebut dua kali; mohon ditulis sekali saja.")
    ends = (*(m.start() for _, m in found[1:]), len(text))
    for (name, m), end in zip(found, ends, strict=False):
        yield name, text[m.end() : end].strip(" ,;\n")


def _fields(text: str) -> list[tuple[Field, re.Match[str]]]:
    """Where fields begin: at the start, behind a comma or a line, before a colon. Nothing comes after tembusan."""
    found: list[tuple[Field, re.Match[str]]] = []
    for m in _FIELD.finditer(text):
        word = (m[1] or m[2]).casefold()
        parted = m[3] or text[: m.start()].rstrip(" ")[-1:] in {",", ";", "\n"}
        if found and (found[-1][0] == Field.TEMBUSAN or not (parted or found[-1][0] in _SEPATAH)):
            continue
        if not found and m.start():
            break
        found.append((_KATA.get(word) or Field(word), m))
    return found


def _read(turn: Turn, periode: Periode, name: Field, text: str) -> Any:
    if text.strip().casefold() in EMPTY:
        return [] if name == Field.TEMBUSAN else None
    if name == Field.TANGGAL:
        return _tanggal(reading_text.one_line(text, LONGEST), turn.today, periode)
    return _tembusan(text) if name == Field.TEMBUSAN else reading_text.one_line(text, LONGEST)


def _tanggal(text: str, today: date, periode: Periode) -> date:
    """One day. A letter follows its period: "5 Juli" typed in June is still to come."""
    told = read_days(text, today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Surat bertanggal satu hari, misalnya 5 Juli 2022.")
    day = told.mulai
    if day < periode.mulai and not re.search(r"\d{4}", text) and re.search(r"\d", text):
        return _setahun_lagi(day)
    return day


def _setahun_lagi(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        raise Rejected("29 Februari tidak ada setiap tahun; tulis juga tahunnya, misalnya 5 Juli 2022.") from None


def _tembusan(text: str) -> list[str]:
    parts = re.split(r"[\n;]|,\s+(?=[A-Z]|\d+[.)]\s)", reading_text.printable(text, LONGEST * MOST))
    # A full stop that ends a line goes, that of a title ("S.H.") stays.
    found = [re.sub(r"^\d+[.)]\s*|(?<=[a-z]{3})\.$", "", part.strip()).strip() for part in parts]
    listed = [reading_text.one_line(part, LONGEST) for part in found if part]
    if len(listed) > MOST:
        raise Rejected(f"Tembusan paling banyak {MOST}.")
    return listed


def _written(turn: Turn, periode: Periode, values: dict[Field, Any]) -> Outgoing:
    row = rows.surat_for(turn, periode.kode)
    before = {name: _shown(getattr(row, name)) for name in values}
    entry = changes.changed(turn, row, changes.CHANGE, **values)
    told = [
        f"{LABEL[name]}: {before[name] or 'belum ada'} → {_shown(value) or 'belum ada'}"
        for name, value in values.items()
        if before[name] != _shown(value)
    ]
    return _card(turn, periode, "\n".join(told) or "Tidak ada yang berubah.", entry if told else None)


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return indonesian.tanggal(value)
    return "; ".join(value) if isinstance(value, list) else value or ""


def _card(turn: Turn, periode: Periode, told: str = "", entry: Audit | None = None) -> Outgoing:
    row = rows.surat_of(turn, periode.kode)
    lines = [f"{label}: {_value(row, name)}" for name, label in LABEL.items()]
    return turn.reply(
        reading_text.above(told, "\n".join(lines)),
        title=f"Surat pengantar {periode.judul}",
        menu=_menu(turn, periode, entry),
        card="surat",
    )


def _value(row: Surat | None, name: Field) -> str:
    known = _shown(getattr(row, name)) if row else ""
    printed = f", tercetak “{PRINTED[name]}”" if name in PRINTED else ""
    return known or f"belum ada{printed}"


def _menu(turn: Turn, periode: Periode, entry: Audit | None) -> Menu:
    fields = [Button(label, FillLetter(periode, name)) for name, label in LABEL.items()]
    return (tuple(fields[:3]), (*fields[3:], *changes.back(entry)), period.lainnya(turn, Letter, periode))
