"""What /masalah, /saran, /surat and /narasi share: the period that is written about, clean texts, and taking back."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Turn
from handlers.reading import periods
from handlers.reading.periods import Periode
from handlers.reading.words import kalimat
from storage import columns
from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows

# The report of a triwulan is still being written in the first three weeks of the next one.
MASIH = timedelta(days=21)
FULL, MONTHS = 3500, 12
_PERIODE = re.compile(r"(?:20\d\d[- ])?(?:q|tw|s)[ -]?(?:[1-4]|iv|i{1,3})\b(?: (?:tahun )?20\d\d)?", re.IGNORECASE)
_UTUH = re.compile(r"(?:triwulan |semester )?[\w-]+(?: (?:tahun )?20\d\d)?", re.IGNORECASE)
_ARROWS = 0x2190  # below lie ©, ® and °, which every font has
_SELECTORS = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")

Text = TypeVar("Text", rows.Surat, rows.Masalah, rows.Saran, rows.Narasi)


def disusun(today: date) -> Periode:
    """The triwulan whose report would be made now."""
    return periods.triwulan(today - MASIH)


def periode_of(turn: Turn, kode: str) -> Periode:
    """A period that has begun, as a button names it."""
    return periods.begun(periods.parse(kode, turn.today), turn.today)


def ditulis(turn: Turn) -> tuple[Periode, str]:
    """The period that the words after a command begin with, else the one being written; and the other words."""
    said = turn.text
    if found := _PERIODE.match(said) or _UTUH.fullmatch(said):
        try:
            periode = periods.parse(found[0], turn.today)
        except Rejected:
            return disusun(turn.today), said
        return periods.begun(periode, turn.today), said[found.end() :].strip(" ,:;\n")
    return disusun(turn.today), said


def untuk(turn: Turn, periode: Periode, text: str) -> str:
    """Which period was taken out of the words: "S1" may be a degree as well as a semester."""
    read = turn.text.removesuffix(text).strip(" ,:;\n")
    return f" untuk {periode.judul} (“{read}” dibaca sebagai periode)" if read else ""


def lainnya(turn: Turn, press: str, periode: Periode) -> tuple[Button, ...]:
    """The same for the period before and the one after it."""
    after = sesudahnya(periode)
    beside = (periode.sebelumnya(), *([after] if after.mulai <= turn.today else []))
    return tuple(Button(p.judul, f"{press}:{p.kode}") for p in beside)


def sesudahnya(p: Periode) -> Periode:
    last = p.nomor * len(p.bulan) == MONTHS
    return Periode(p.jenis, 1 if last else p.nomor + 1, p.tahun + last)


def bersih(text: str, longest: int) -> str:
    """Text fit for a letter: no pictures, nothing invisible, no font's private signs."""
    plain = "".join(c for c in _SELECTORS.sub("", text) if not _gambar(c))
    return kalimat(plain, longest)


def sebaris(text: str, longest: int) -> str:
    return " ".join(bersih(text, longest).split())


def _gambar(c: str) -> bool:
    category = unicodedata.category(c)
    return category in {"Co", "Cn"} or (category == "So" and ord(c) >= _ARROWS)


def pendek(text: str, longest: int) -> str:
    told = " ".join(text.split())
    return told if len(told) <= longest else f"{told[: longest - 1].rstrip()}…"


def lembar(text: str) -> list[str]:
    """A long text as messages that a chat can carry, parted at spaces."""
    found = []
    while len(text) > FULL:
        cut = max(text.rfind("\n", FULL // 2, FULL), text.rfind(" ", FULL // 2, FULL))
        cut = cut if cut > 0 else FULL
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]


def halaman(press: str, page: int, count: int, size: int) -> tuple[int, Menu]:
    """The page that there is, and the buttons that turn."""
    last = max(0, (count - 1) // size)
    page = max(0, min(page, last))
    back = (Button("‹ Sebelumnya", f"{press}:hal:{page - 1}"),) if page else ()
    on = (Button("Berikutnya ›", f"{press}:hal:{page + 1}"),) if page < last else ()
    return page, ((*back, *on),) if back or on else ()


def find(turn: Turn, kind: type[Text], id_: int) -> Text:
    """A text that a button of some card names; the card may be older than its removal."""
    row = _row(turn, kind, id_)
    if _dihapus(row):
        raise Rejected("Teks itu sudah dihapus.")
    return row


def _row(turn: Turn, kind: type[Text], id_: int) -> Text:
    row = rows.text(turn.session, turn.satker, kind, id_)
    if row is None:
        raise Rejected("Teks itu tidak ditemukan.")
    return row


def _dihapus(row: Text) -> bool:
    return getattr(row, "dihapus_at", None) is not None


def change(turn: Turn, row: Text, action: str, **values: Any) -> Audit:
    """Write values into a row, with an entry that can be taken back exactly."""
    before, after = columns.write(turn.session, row, values)
    return audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.id, action, before, after)


def kembali(turn: Turn, kind: type[Text], id_: int) -> Text:
    """Take back the change of an audit entry, unless somebody has written since."""
    entry = audit.by_id(turn.session, turn.satker, id_)
    if entry is None or entry.what != kind.__tablename__ or not entry.before:
        raise Rejected("Perubahan itu tidak ditemukan.")
    row = _row(turn, kind, entry.ref)
    if _dihapus(row) and "dihapus_at" not in entry.before:
        raise Rejected("Teks itu sudah dihapus.")
    now = {name: columns.json(getattr(row, name)) for name in entry.before}
    if now == entry.before:
        raise Rejected("Sudah diurungkan.")
    if now != entry.after:
        raise Rejected("Teks itu sudah diubah lagi sesudahnya.")
    change(turn, row, "kembalikan", **columns.values(kind, entry.before))
    return row


def dijawab(turn: Turn, perihal: str, text: str = "Terima kasih, sudah dicatat.") -> Outgoing:
    """The question is no question any more; it is renewed where it stands."""
    return Outgoing(turn.incoming.chat, text=text, card=f"isian:{perihal}", quiet=True)


def di_atas(told: str, text: str) -> str:
    """What was just done, above the card that shows it."""
    return f"{told}\n\n{text}" if told else text


def bernomor(told: Sequence[str], first: int = 1) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(told, start=first))
