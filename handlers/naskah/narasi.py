"""/narasi: the passages of the report that the figures give, or that somebody wrote in their place."""

import re
from difflib import SequenceMatcher

from handlers.chat import changes
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.laporan import gather
from handlers.naskah import chapters, period
from handlers.naskah.chapters import CARD, NAMES, SHOWN, TITLES, chapter_of, old
from handlers.naskah.doors import AutomaticPassage, Chapter, ComparePassage, Part, Passages, WritePassage
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers.changes import reason_wanted
from renderers.figures import Rekap
from renderers.prosa import narasi as prosa
from storage.chat import cards
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Narasi

LONGEST, CHANGES = 4000, 12
WORD = re.compile(r"\w(?:[\w./@-]*\w)?")
ASK = {
    Part.SEBAB: "Tulis sebabnya dalam satu atau dua kalimat; kalimat itu menutup BAB IV evaluasi.",
    Part.RENCANA: "Tulis rencananya dalam satu atau dua kalimat; kalimat itu menutup BAB III media sosial.",
}
EXAMPLE = {Part.SEBAB: "Tulis sebabnya", Part.RENCANA: "Tulis rencananya"}
HOW = "Tulis teks penggantinya dalam satu pesan. Baris baru menjadi alinea baru."
OLD = "Ditulis sebelum angka berubah. Mohon dibandingkan dengan teks otomatis yang sekarang."


def narasi(turn: Turn) -> Says:
    """/narasi [Q2] lists the passages of the report of a period."""
    periode, text = period.written_about(turn)
    if text:
        raise Rejected("Sebutkan periodenya saja, misalnya /narasi Q2, lalu pilih bagiannya.")
    return [chapters.every(turn, periode)]


def shown(turn: Turn, door: Passages) -> Says:
    periode = periods.begun(door.periode, turn.today)
    return _passage(turn, periode, door.part) if door.part else [chapters.every(turn, periode)]


def write(turn: Turn, door: WritePassage) -> Says:
    periode, part = periods.begun(door.periode, turn.today), door.part
    text = ASK.get(part, HOW)
    if part is Part.SEBAB and (why := reason_wanted(_rekap(turn, periode))):
        text = f"{why}\n\n{text}"
    return [asking.question(turn, WRITTEN, door, text, title=f"{NAMES[part]}, {periode.judul}")]


def answer(turn: Turn, door: WritePassage) -> Says:
    periode, part = door.periode, door.part
    row = rows.narasi_for(turn, periode.kode, part)
    dasar = prosa.automatic(_rekap(turn, periode), part)
    entry = changes.changed(
        turn, row, changes.WRITE, teks=reading_text.printable(turn.incoming.text, LONGEST), dasar=dasar
    )
    return [asking.done(turn, door), *_passage(turn, periode, part, "Tersimpan.", entry)]


WRITTEN = Ask(WritePassage, answer, lambda door: EXAMPLE.get(door.part, "Tulis teksnya"))


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Narasi = changes.find(turn, Narasi, change.ref)
    return _passage(turn, Periode.of_kode(row.periode), Part(row.bagian), "Diurungkan.")


def _rekap(turn: Turn, periode: Periode) -> Rekap:
    return gather.gather(turn, periode, turn.today)


def automatic(turn: Turn, door: AutomaticPassage) -> Says:
    periode, part = periods.begun(door.periode, turn.today), door.part
    row = rows.narasi_rows(turn, periode.kode).get(part)
    if row is None or not row.teks:
        raise Rejected("Bagian ini sudah otomatis.")
    entry = changes.changed(turn, row, changes.AUTOMATIC, teks="", dasar="")
    told = "Tulisan Anda dihapus." if part in prosa.INSERTS else "Kembali ke teks otomatis."
    return _passage(turn, periode, part, told, entry)


def _passage(
    turn: Turn, periode: Periode, part: Part, told: str = "", entry: Audit | None = None
) -> list[Outgoing]:  # fmt: skip
    """The passage as it stands in the report, and what the ketua pelaksana should know about it."""
    rekap, row = _rekap(turn, periode), rows.narasi_rows(turn, periode.kode).get(part)
    text = prosa.passage(rekap, part) or _unwritten(rekap, part)
    notes = [told, *_notes(rekap, part, row)[1 if told else 0 :]]
    whole = "\n\n".join(told for told in (text, "\n".join(n for n in notes if n)) if told)
    menu = _menu(periode, part, own=bool(row and row.teks), aged=old(rekap, row), entry=entry)
    return _sheets(turn, f"{NAMES[part]}, {periode.judul}", whole, menu)


def _sheets(turn: Turn, title: str, text: str, menu: Menu) -> list[Outgoing]:
    """A text that is too long for one message begins before the card, which then comes anew below it."""
    *before, last = reading_text.in_messages(text)
    if before:
        cards.push(turn.session, turn.incoming.chat.channel, turn.incoming.chat.id, CARD)
    return [*(turn.reply(sheet) for sheet in before), turn.reply(last, title=title, menu=menu, card=CARD)]


def _unwritten(rekap: Rekap, part: Part) -> str:
    if part is Part.SEBAB:
        return reason_wanted(rekap) or "Belum ditulis."
    return "Belum ditulis." if part is Part.RENCANA else "Tidak ada angka pengikut, jadi bagian ini kosong."


def _notes(rekap: Rekap, part: Part, row: Narasi | None) -> list[str]:
    if row is None or not row.teks:
        return ["Teks otomatis dari angka." if part not in prosa.INSERTS else ""]
    host = prosa.INSERTS.get(part, "")
    hidden = f"Tidak dicetak, karena {NAMES[Part(host)]} Anda tulis sendiri." if rekap.narasi.get(host) else ""
    return ["Tulisan sendiri.", hidden, OLD if old(rekap, row) else ""]


def _menu(periode: Periode, part: Part, *, own: bool, aged: bool, entry: Audit | None) -> Menu:
    auto = "Hapus" if part in prosa.INSERTS else "Otomatis"
    first = [Button("Tulis sendiri", WritePassage(periode, part))]
    first += [Button(auto, AutomaticPassage(periode, part))] if own else []
    first += [Button("Bandingkan", ComparePassage(periode, part))] if aged else []
    bab = chapter_of(part)
    return tuple(first), (Button(f"‹ {TITLES[bab]}", Chapter(periode, bab)), *changes.back(entry))


def compare(turn: Turn, door: ComparePassage) -> Says:
    """The passage beside the text of the figures, as that was when the passage was written and as it is now."""
    periode, part = periods.begun(door.periode, turn.today), door.part
    row = rows.narasi_rows(turn, periode.kode).get(part)
    if row is None or not row.dasar:
        raise Rejected("Tidak ada yang dapat dibandingkan.")
    now = prosa.automatic(_rekap(turn, periode), part)
    parts = (
        f"Yang berubah: {'; '.join(differing(row.dasar, now)) or 'tidak ada'}",
        f"Teks otomatis sekarang:\n{now}",
        f"Tulisan Anda:\n{row.teks}",
    )
    menu = _menu(periode, part, own=bool(row.teks), aged=False, entry=None)
    return _sheets(turn, f"{NAMES[part]}, {periode.judul}", "\n\n".join(parts), menu)


def differing(before: str, now: str) -> list[str]:
    """The words that differ: "368 → 370"."""
    old, new = ([w for w in WORD.findall(text) if w != "dan"] for text in (before, now))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    told = [
        f"{' '.join(old[a:b]) or '(tidak ada)'} → {' '.join(new[c:d]) or '(tidak ada)'}"
        for tag, a, b, c, d in found
        if tag != "equal"
    ]
    told = list(dict.fromkeys(told))
    more = len(told) - CHANGES
    return [reading_text.shortened(t, SHOWN) for t in told[:CHANGES]] + ([f"dan {more} lagi"] if more > 0 else [])
