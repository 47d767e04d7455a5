"""One national passage of a report: how it is printed, one's own text in its place, and the way back to it."""

import re

from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.laporan import gather
from handlers.laporan import naskah as standing
from handlers.naskah.chapters import CARD, TITLES
from handlers.naskah.doors import Bab, BackToNational, Chapter, National, WriteNational
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers.indonesian import daftar
from renderers.passage import Passage as PrintedPassage
from renderers.prosa import naskah as prosa
from storage.kantor.audit import Audit
from storage.laporan import naskah as rows
from storage.laporan.naskah import Naskah
from storage.nasional.passages import VARIABLE, VARIABLES, Passage, passages

LONGEST = 3000
NATIONAL, AGAIN, LEFT_OUT = "Teks bawaan.", "Kembali ke teks bawaan.", "Tidak dimuat dalam laporan ini."
_ITEM = re.compile(r"^(?:#|[-–•*]|\d{1,2}[.)])\s+")


def shown(turn: Turn, door: National) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today), _one(door.kunci))]


def write(turn: Turn, door: WriteNational) -> Says:
    periode, one = periods.begun(door.periode, turn.today), _one(door.kunci)
    now = next((p.teks for p in gather.gather(turn, periode, turn.today).naskah if _is(one, p)), "")
    told = "\n\n".join(part for part in (_numbered(one, now), _how(one, now)) if part)
    reach = "hanya" if door.hanya else "mulai"
    return [asking.question(turn, WRITTEN, door, told, title=f"{one.nama}, {reach} {periode.judul}")]


def _how(one: Passage, now: str) -> str:
    what = "butir" if one.listed else "alinea"
    names = dict.fromkeys(VARIABLE.findall(now))
    kept = f" Yang dalam kurung kurawal diisi sendiri: {_explained(names)}." if names else ""
    return f"Tulis teks penggantinya dalam satu pesan. Baris baru menjadi {what} baru.{kept}"


def _explained(names: dict[str, None]) -> str:
    return "; ".join(f"{{{name}}} ({VARIABLES[name]})" for name in names if name in VARIABLES)


def answer(turn: Turn, door: WriteNational) -> Says:
    one = _one(door.kunci)
    text = _read(one, turn.incoming.text)
    entries = _write(turn, door, text)
    return [asking.done(turn, door), _card(turn, door.periode, one, "Tersimpan.", *entries)]


WRITTEN = Ask(WriteNational, answer, lambda _door: "Tulis teksnya")


def _read(one: Passage, text: str) -> str:
    told = reading_text.printable(text, LONGEST)
    unknown = [f"{{{name}}}" for name in dict.fromkeys(VARIABLE.findall(told)) if name not in VARIABLES]
    if unknown:
        known = daftar([f"{{{name}}}" for name in VARIABLES])
        raise Rejected(f"{daftar(unknown)} tidak dikenal; yang dapat dipakai: {known}.")
    return "\n".join(_ITEM.sub("", line) for line in told.splitlines()) if one.listed else told


def _write(turn: Turn, door: WriteNational, text: str) -> list[Audit]:
    """A text from this report on ends one that stood in this report alone."""
    periode, entries = door.periode, []
    alone = _row(turn, periode, _one(door.kunci))
    if alone and alone.hanya and not door.hanya:
        entries.append(changes.changed(turn, alone, changes.WRITE, teks=None))
    row = rows.row_for(turn, door.kunci, periode.kode, periode.mulai, hanya=door.hanya)
    return [*entries, changes.changed(turn, row, changes.WRITE, teks=text)]


def back(turn: Turn, door: BackToNational) -> Says:
    """The national text stands again as far as the own one did: in this report alone, or from it on."""
    periode, one = periods.begun(door.periode, turn.today), _one(door.kunci)
    own = _row(turn, periode, one)
    if own is None or not own.teks:
        raise Rejected("Bagian ini sudah memakai teks bawaan.")
    row = rows.row_for(turn, door.kunci, periode.kode, periode.mulai, hanya=own.hanya)
    return [_card(turn, periode, one, AGAIN, changes.changed(turn, row, changes.AUTOMATIC, teks=""))]


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Naskah = changes.find(turn, Naskah, change.ref)
    return [_card(turn, Periode.of_kode(row.periode), _one(row.kunci), "Diurungkan.")]


def _one(kunci: str) -> Passage:
    """Stale where a later release has the passage no more."""
    found = next((one for one in passages() if standing.key(one) == kunci), None)
    if found is None:
        raise Stale
    return found


def _is(one: Passage, printed: PrintedPassage) -> bool:
    return standing.key(one) == standing.key(printed)


def _row(turn: Turn, periode: Periode, one: Passage) -> Naskah | None:
    return rows.standing(turn, periode.kode, periode.selesai).get(standing.key(one))


def _card(turn: Turn, periode: Periode, one: Passage, told: str = "", *entries: Audit) -> Outgoing:
    rekap, row = gather.gather(turn, periode, turn.today), _row(turn, periode, one)
    found = next((p for p in rekap.naskah if _is(one, p)), None)
    text = _numbered(one, prosa.printed(rekap, found)) if found else LEFT_OUT
    notes = "\n".join(part for part in (told, _reach(row) if found and told != AGAIN else "") if part)
    whole = "\n\n".join(part for part in (text, notes) if part)
    menu = _menu(periode, one, entries, own=bool(row and row.teks))
    return turn.reply(whole, title=f"{one.nama}, {periode.judul}", menu=menu, card=CARD)


def _numbered(one: Passage, text: str) -> str:
    return reading_text.numbered(text.splitlines()) if one.listed else text


def _reach(row: Naskah | None) -> str:
    if row is None or not row.teks:
        return NATIONAL
    return f"Tulisan sendiri, {'hanya' if row.hanya else 'mulai'} {Periode.of_kode(row.periode).judul}."


def _menu(periode: Periode, one: Passage, entries: tuple[Audit, ...], *, own: bool) -> Menu:
    kunci = standing.key(one)
    write_ = tuple(
        Button(f"Ubah {reach} {periode.jenis} ini", WriteNational(periode, hanya, kunci))
        for reach, hanya in (("mulai", False), ("hanya", True))
    )
    default = ((Button("Bawaan", BackToNational(periode, kunci)),),) if own else ()
    bab = Bab(one.bab)
    return (write_, *default, (Button(f"‹ {TITLES[bab]}", Chapter(periode, bab)), *changes.back(*entries)))
