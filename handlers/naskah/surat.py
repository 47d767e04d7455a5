"""/surat: what the secretariat gives the covering letter of a period; a gap stays a blank line."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from handlers.chat import changes
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.reading import text as reading_text
from handlers.reading.dates import tanggal
from handlers.reading.periods import Periode
from renderers import figures, indonesian
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Surat

PRESS, LONGEST, MOST = "su", 100, 12
LABEL = {
    "nomor": "Nomor",
    "tanggal": "Tanggal",
    "sifat": "Sifat",
    "lampiran": "Lampiran",
    "tembusan": "Tembusan",
}
PROMPT = {
    "nomor": "Tulis nomor suratnya, misalnya 123/HM.02/3574/2022.",
    "tanggal": "Tulis tanggal suratnya, misalnya 5 Juli 2022 atau hari ini.",
    "sifat": "Tulis sifat suratnya, misalnya Biasa, Penting, atau Segera.",
    "lampiran": "Tulis lampirannya, misalnya 1 (satu) berkas.",
    "tembusan": "Tulis penerima tembusan, satu baris satu penerima.",
}
PRINTED = {"lampiran": figures.LAMPIRAN, "tembusan": figures.TEMBUSAN}
EMPTY = {"-", "–", "kosong", "kosongkan"}
_KATA = {"no": "nomor", "tgl": "tanggal"}
_FIELD = re.compile(
    r"(?:^|(?<=[,;\s]))(?:(nomor|no|tanggal|tgl)(?:\s+surat)?|(sifat|lampiran|tembusan))\b\.?\s*([:=]?)\s*",
    re.IGNORECASE,
)
# A value that these words end without a comma; any other may have them inside, such as "Ketua KPU No. 5".
_SEPATAH = {"nomor", "tanggal"}


def surat(turn: Turn) -> Says:
    """/surat [Q2] shows the card, /surat [Q2] nomor …, tanggal … fills it."""
    periode, text = period.ditulis(turn)
    if not text:
        return [_card(turn, periode)]
    told = list(_parted(text))
    if not told:
        raise Rejected("Sebutkan isiannya, misalnya /surat nomor 123/HM.02/3574/2022, tanggal 5 Juli 2022.")
    if [value for _, value in told] == [""]:
        return [_asked(turn, periode, told[0][0])]
    return [_written(turn, periode, {name: _read(turn, periode, name, value) for name, value in told})]


def press(turn: Turn) -> Says:
    """su:<period> the card; su:<period>:<field> asks; su:<period>:k:<audit> takes a change back."""
    _, kode, what, *rest = (*turn.incoming.press.split(":"), "")
    periode = period.periode_of(turn, kode)
    if what == "k":
        changes.kembali_text(turn, Surat, int(rest[0]))
        return [_card(turn, periode, "Diurungkan.")]
    if what == "":
        return [_card(turn, periode)]
    return [_asked(turn, periode, what)]


def _asked(turn: Turn, periode: Periode, name: str) -> Outgoing:
    text = f"{PROMPT[name]} Ketik “-” untuk mengosongkannya."
    return asking.ask(turn, f"{PRESS}:{periode.kode}:{name}", text, title=f"{LABEL[name]} surat {periode.judul}")


def answer(turn: Turn, rest: str) -> Says:
    kode, name = rest.split(":")
    periode = period.periode_of(turn, kode)
    done = _written(turn, periode, {name: _read(turn, periode, name, turn.incoming.text)})
    return [asking.dijawab(turn, f"{PRESS}:{rest}"), done]


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The fields that a line names, each with its value."""
    found = _fields(text)
    names = [name for name, _ in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise Rejected(f"{LABEL[twice]} disebut dua kali; mohon ditulis sekali saja.")
    ends = (*(m.start() for _, m in found[1:]), len(text))
    for (name, m), end in zip(found, ends, strict=False):
        yield name, text[m.end() : end].strip(" ,;\n")


def _fields(text: str) -> list[tuple[str, re.Match[str]]]:
    """Where fields begin: at the start, behind a comma or a line, before a colon. Nothing comes after tembusan."""
    found: list[tuple[str, re.Match[str]]] = []
    for m in _FIELD.finditer(text):
        word = (m[1] or m[2]).casefold()
        parted = m[3] or text[: m.start()].rstrip(" ")[-1:] in {",", ";", "\n"}
        if found and (found[-1][0] == "tembusan" or not (parted or found[-1][0] in _SEPATAH)):
            continue
        if not found and m.start():
            break
        found.append((_KATA.get(word, word), m))
    return found


def _read(turn: Turn, periode: Periode, name: str, text: str) -> Any:
    if text.strip().casefold() in EMPTY:
        return [] if name == "tembusan" else None
    if name == "tanggal":
        return _tanggal(reading_text.sebaris(text, LONGEST), turn.today, periode)
    return _tembusan(text) if name == "tembusan" else reading_text.sebaris(text, LONGEST)


def _tanggal(text: str, today: date, periode: Periode) -> date:
    """One day. A letter follows its period: "5 Juli" typed in June is still to come."""
    told = tanggal(text, today)
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
    parts = re.split(r"[\n;]|,\s+(?=[A-Z]|\d+[.)]\s)", reading_text.bersih(text, LONGEST * MOST))
    # A full stop that ends a line goes, that of a title ("S.H.") stays.
    found = [re.sub(r"^\d+[.)]\s*|(?<=[a-z]{3})\.$", "", part.strip()).strip() for part in parts]
    listed = [reading_text.sebaris(part, LONGEST) for part in found if part]
    if len(listed) > MOST:
        raise Rejected(f"Tembusan paling banyak {MOST}.")
    return listed


def _written(turn: Turn, periode: Periode, values: dict[str, Any]) -> Outgoing:
    row = rows.surat_for(turn, periode.kode)
    before = {name: _shown(getattr(row, name)) for name in values}
    entry = changes.change_text(turn, row, "ubah", **values)
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
        reading_text.di_atas(told, "\n".join(lines)),
        title=f"Surat pengantar {periode.judul}",
        menu=_menu(turn, periode, entry),
        card="surat",
    )


def _value(row: Surat | None, name: str) -> str:
    known = _shown(getattr(row, name)) if row else ""
    printed = f", tercetak “{PRINTED[name]}”" if name in PRINTED else ""
    return known or f"belum ada{printed}"


def _menu(turn: Turn, periode: Periode, entry: Audit | None) -> Menu:
    fields = [Button(label, f"{PRESS}:{periode.kode}:{name}") for name, label in LABEL.items()]
    undo = (Button("Urungkan", f"{PRESS}:{periode.kode}:k:{entry.id}"),) if entry else ()
    return (tuple(fields[:3]), (*fields[3:], *undo), period.lainnya(turn, PRESS, periode))
