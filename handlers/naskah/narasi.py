"""/narasi: the passages of the report, as the figures say them or as somebody wrote them."""

import re
from difflib import SequenceMatcher

from handlers.chat import changes
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.dialog import asking
from handlers.laporan import gather
from handlers.naskah import period
from handlers.reading import text as reading_text
from handlers.reading.periods import Periode
from renderers.changes import reason_wanted
from renderers.figures import Rekap
from renderers.prosa import narasi as prosa
from storage.chat import outbox
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Narasi

PRESS, CARD = "na", "narasi"
LONGEST, SHOWN, CHANGES = 4000, 110, 12
WORD = re.compile(r"\w(?:[\w./@-]*\w)?")
NAMA = {
    "pemerintah": "BAB II pemerintah",
    "nonpemerintah": "BAB II nonpemerintah",
    "akun": "BAB III akun",
    "media_sosial": "BAB III media sosial",
    "evaluasi": "BAB IV evaluasi",
    "sebab": "Sebab kenaikan/penurunan",
    "rencana": "Rencana",
}
ASK = {
    "sebab": "Tulis sebabnya dalam satu atau dua kalimat; kalimat itu menutup BAB IV evaluasi.",
    "rencana": "Tulis rencananya dalam satu atau dua kalimat; kalimat itu menutup BAB III media sosial.",
}
HOW = "Tulis teks penggantinya dalam satu pesan. Baris baru menjadi alinea baru."
OLD = "Ditulis sebelum angka berubah. Mohon dibandingkan dengan teks otomatis yang sekarang."


def narasi(turn: Turn) -> Says:
    """/narasi [Q2]."""
    periode, text = period.ditulis(turn)
    if text:
        raise Rejected("Sebutkan periodenya saja, misalnya /narasi Q2, lalu pilih bagiannya.")
    return [_list(turn, periode)]


def press(turn: Turn) -> Says:
    """na:<period> the list; na:<period>:<bagian> one passage; then :tulis, :otomatis, :beda, or :k:<audit>."""
    _, kode, bagian, what, *rest = (*turn.incoming.press.split(":"), "", "")
    periode = period.periode_of(turn, kode)
    if bagian == "":
        return [_list(turn, periode)]
    if what == "k":
        changes.kembali_text(turn, Narasi, int(rest[0]))
        return _passage(turn, periode, bagian, "Diurungkan.")
    return PRESSED[what](turn, periode, bagian)


def answer(turn: Turn, rest: str) -> Says:
    kode, bagian = rest.split(":")
    periode = period.periode_of(turn, kode)
    row = rows.narasi_for(turn, periode.kode, bagian)
    dasar = prosa.automatic(_rekap(turn, periode), bagian)
    entry = changes.change_text(turn, row, "tulis", teks=reading_text.bersih(turn.incoming.text, LONGEST), dasar=dasar)
    return [asking.dijawab(turn, f"{PRESS}:{rest}"), *_passage(turn, periode, bagian, "Tersimpan.", entry)]


def _rekap(turn: Turn, periode: Periode) -> Rekap:
    return gather.gather(turn, periode, turn.today)


def _tulis(turn: Turn, periode: Periode, bagian: str) -> list[Outgoing]:
    text = ASK.get(bagian, HOW)
    if bagian == "sebab" and (question := reason_wanted(_rekap(turn, periode))):
        text = f"{question}\n\n{text}"
    title = f"{NAMA[bagian]}, {periode.judul}"
    return [asking.ask(turn, f"{PRESS}:{periode.kode}:{bagian}", text, title=title)]


def _otomatis(turn: Turn, periode: Periode, bagian: str) -> list[Outgoing]:
    row = rows.narasi_rows(turn, periode.kode).get(bagian)
    if row is None or not row.teks:
        raise Rejected("Bagian ini sudah otomatis.")
    entry = changes.change_text(turn, row, "otomatis", teks="", dasar="")
    told = "Tulisan Anda dihapus." if bagian in prosa.INSERTS else "Kembali ke teks otomatis."
    return _passage(turn, periode, bagian, told, entry)


def _passage(
    turn: Turn, periode: Periode, bagian: str, told: str = "", entry: Audit | None = None
) -> list[Outgoing]:  # fmt: skip
    """The passage as it stands in the report, and what the ketua pelaksana should know about it."""
    rekap, row = _rekap(turn, periode), rows.narasi_rows(turn, periode.kode).get(bagian)
    text = prosa.passage(rekap, bagian) or _kosong(rekap, bagian)
    notes = [told, *_notes(rekap, bagian, row)[1 if told else 0 :]]
    whole = "\n\n".join(part for part in (text, "\n".join(n for n in notes if n)) if part)
    menu = _menu(periode, bagian, own=bool(row and row.teks), old=_old(rekap, row), entry=entry)
    return _sheets(turn, f"{NAMA[bagian]}, {periode.judul}", whole, menu)


def _sheets(turn: Turn, title: str, text: str, menu: Menu) -> list[Outgoing]:
    """What one message cannot hold goes before the card, which then comes anew below it."""
    *before, last = reading_text.lembar(text)
    if before:
        outbox.push(turn.session, turn.incoming.chat.channel, turn.incoming.chat.id, CARD)
    return [*(turn.reply(part) for part in before), turn.reply(last, title=title, menu=menu, card=CARD)]


def _show(turn: Turn, periode: Periode, bagian: str) -> list[Outgoing]:
    return _passage(turn, periode, bagian)


def _kosong(rekap: Rekap, bagian: str) -> str:
    if bagian == "sebab":
        return reason_wanted(rekap) or "Belum ditulis."
    return "Belum ditulis." if bagian == "rencana" else "Tidak ada angka pengikut, jadi bagian ini kosong."


def _notes(rekap: Rekap, bagian: str, row: Narasi | None) -> list[str]:
    if row is None or not row.teks:
        return ["Teks otomatis dari angka." if bagian not in prosa.INSERTS else ""]
    host = prosa.INSERTS.get(bagian, "")
    hidden = f"Tidak dicetak, karena {NAMA[host]} Anda tulis sendiri." if rekap.narasi.get(host) else ""
    return ["Tulisan sendiri.", hidden, OLD if _old(rekap, row) else ""]


def _old(rekap: Rekap, row: Narasi | None) -> bool:
    return bool(row and row.teks and row.dasar and row.dasar != prosa.automatic(rekap, row.bagian))


def _menu(periode: Periode, bagian: str, *, own: bool, old: bool, entry: Audit | None) -> Menu:
    here = f"{PRESS}:{periode.kode}:{bagian}"
    auto = "Hapus" if bagian in prosa.INSERTS else "Otomatis"
    first = [Button("Tulis sendiri", f"{here}:tulis")]
    first += [Button(auto, f"{here}:otomatis")] if own else []
    first += [Button("Bandingkan", f"{here}:beda")] if old else []
    undo = (Button("Urungkan", f"{here}:k:{entry.id}"),) if entry else ()
    return tuple(first), (Button("‹ Semua bagian", f"{PRESS}:{periode.kode}"), *undo)


def _beda(turn: Turn, periode: Periode, bagian: str) -> list[Outgoing]:
    """The passage beside what the figures said when it was written, and say now."""
    row = rows.narasi_rows(turn, periode.kode).get(bagian)
    if row is None or not row.dasar:
        raise Rejected("Tidak ada yang dapat dibandingkan.")
    now = prosa.automatic(_rekap(turn, periode), bagian)
    parts = (
        f"Yang berubah: {'; '.join(berubah(row.dasar, now)) or 'tidak ada'}",
        f"Teks otomatis sekarang:\n{now}",
        f"Tulisan Anda:\n{row.teks}",
    )
    menu = _menu(periode, bagian, own=bool(row.teks), old=False, entry=None)
    return _sheets(turn, f"{NAMA[bagian]}, {periode.judul}", "\n\n".join(parts), menu)


def berubah(before: str, now: str) -> list[str]:
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
    return [reading_text.pendek(t, SHOWN) for t in told[:CHANGES]] + ([f"dan {more} lagi"] if more > 0 else [])


PRESSED = {"": _show, "tulis": _tulis, "otomatis": _otomatis, "beda": _beda}


def _list(turn: Turn, periode: Periode) -> Outgoing:
    rekap = _rekap(turn, periode)
    written = rows.narasi_rows(turn, periode.kode)
    question = reason_wanted(rekap)
    lines = [_line(rekap, bagian, written.get(bagian)) for bagian in NAMA]
    text = "\n".join([*([question, ""] if question else []), *lines])
    ask = ((Button("Tulis sebabnya", f"{PRESS}:{periode.kode}:sebab:tulis"),),) if question else ()
    passages = in_rows([Button(name, f"{PRESS}:{periode.kode}:{bagian}") for bagian, name in NAMA.items()], 2)
    menu = (*ask, *passages, period.lainnya(turn, PRESS, periode))
    return turn.reply(text, title=f"Narasi {periode.judul}", menu=menu, card=CARD)


def _line(rekap: Rekap, bagian: str, row: Narasi | None) -> str:
    own = bool(row and row.teks)
    if not own and bagian in prosa.INSERTS:
        return f"• {NAMA[bagian]}: belum ditulis"
    state = "tulisan sendiri" if own else "otomatis"
    state += ", sebelum angka berubah" if _old(rekap, row) else ""
    return f"• {NAMA[bagian]} ({state}): {reading_text.pendek(prosa.passage(rekap, bagian), SHOWN) or 'kosong'}"
