"""/surat: what the secretariat gives the covering letter of a period; a gap stays a blank line."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from handlers import isian, naskah
from handlers.chat import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dates import tanggal
from handlers.periods import Periode
from renderers import indonesian
from storage import laporan as rows
from storage.audit import Audit
from storage.laporan import Surat

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
    "sifat": "Tulis sifat suratnya, misalnya Biasa, Penting atau Segera.",
    "lampiran": "Tulis lampirannya, misalnya 1 (satu) berkas.",
    "tembusan": "Tulis penerima tembusan, satu baris satu penerima.",
}
# What the letter prints where nobody said anything.
PRINTED = {"lampiran": "1 (satu) berkas", "tembusan": "Arsip"}
EMPTY = {"-", "–", "kosong", "kosongkan"}
_KATA = {"no": "nomor", "tgl": "tanggal"}
_FIELD = re.compile(r"(?:^|(?<=[,;\n ]))(nomor|no|tanggal|tgl|sifat|lampiran|tembusan)\b\.?\s*[:=]?\s*", re.IGNORECASE)


def surat(turn: Turn) -> Says:
    """/surat [Q2] shows the card, /surat [Q2] nomor …, tanggal … fills it."""
    periode, text = naskah.ditulis(turn)
    if not text:
        return [_card(turn, periode)]
    told = list(_parted(text))
    if not told:
        raise Rejected("Sebutkan isiannya, misalnya /surat nomor 123/HM.02/3574/2022, tanggal 5 Juli 2022.")
    return [_written(turn, periode, {name: _read(turn, periode, name, value) for name, value in told})]


def press(turn: Turn) -> Says:
    """su:<period> the card; su:<period>:<field> asks; su:<period>:k:<audit> takes a change back."""
    _, kode, what, *rest = (*turn.incoming.press.split(":"), "")
    periode = naskah.periode_of(turn, kode)
    if what == "k":
        naskah.kembali(turn, Surat, int(rest[0]))
        return [_card(turn, periode, "Dikembalikan.")]
    if what == "":
        return [_card(turn, periode)]
    text = f"{PROMPT[what]} Ketik - untuk mengosongkannya."
    return [isian.ask(turn, f"{PRESS}:{kode}:{what}", text, title=f"{LABEL[what]} surat {periode.judul}")]


def answer(turn: Turn, rest: str) -> Says:
    kode, name = rest.split(":")
    periode = naskah.periode_of(turn, kode)
    done = _written(turn, periode, {name: _read(turn, periode, name, turn.incoming.text)})
    return [naskah.dijawab(turn, f"{PRESS}:{rest}"), done]


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The fields that a line names, each with its value."""
    found = list(_FIELD.finditer(text))
    if not found or found[0].start():
        return
    ends = [*(m.start() for m in found[1:]), len(text)]
    for m, end in zip(found, ends, strict=True):
        word = m[1].casefold()
        yield _KATA.get(word, word), text[m.end() : end].strip(" ,;\n")


def _read(turn: Turn, periode: Periode, name: str, text: str) -> Any:
    if text.strip().casefold() in EMPTY:
        return [] if name == "tembusan" else None
    if name == "tanggal":
        return _tanggal(naskah.sebaris(text, LONGEST), turn.today, periode)
    return _tembusan(text) if name == "tembusan" else naskah.sebaris(text, LONGEST)


def _tanggal(text: str, today: date, periode: Periode) -> date:
    """One day. A letter follows its period: "5 Juli" typed in June is still to come."""
    told = tanggal(text, today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Surat bertanggal satu hari, misalnya 5 Juli 2022.")
    day = told.mulai
    if day < periode.mulai and not re.search(r"\d{4}", text) and re.search(r"\d", text):
        return tanggal(f"{indonesian.tanggal(day).rsplit(' ', 1)[0]} {day.year + 1}", today).mulai
    return day


def _tembusan(text: str) -> list[str]:
    parts = re.split(r"[\n;]|,\s+(?=[A-Z])", naskah.bersih(text, LONGEST * MOST))
    found = [re.sub(r"^\d+[.)]\s*", "", part.strip()).strip(" .") for part in parts]
    listed = [naskah.sebaris(part, LONGEST) for part in found if part]
    if len(listed) > MOST:
        raise Rejected(f"Tembusan paling banyak {MOST}.")
    return listed


def _written(turn: Turn, periode: Periode, values: dict[str, Any]) -> Outgoing:
    row = rows.surat_for(turn.session, turn.satker, periode.kode)
    before = {name: _shown(getattr(row, name)) for name in values}
    entry = naskah.change(turn, row, "ubah", **values)
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
    row = rows.surat_of(turn.session, turn.satker, periode.kode)
    lines = [f"{label}: {_value(row, name)}" for name, label in LABEL.items()]
    head = f"{told}\n\n" if told else ""
    return turn.reply(
        head + "\n".join(lines),
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
    undo = (Button("Kembalikan", f"{PRESS}:{periode.kode}:k:{entry.id}"),) if entry else ()
    return (tuple(fields[:3]), (*fields[3:], *undo), naskah.lainnya(turn, PRESS, periode))
