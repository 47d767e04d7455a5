"""/saya: one's own entries of a day or a month as plain lines, ready to be copied into e-Kinerja."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from handlers.chat.messages import Rejected, Says, Turn
from handlers.reading.dates.days import read_days
from handlers.reading.dates.forms import Days
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos

# One message of Telegram holds 4096 characters; what is longer becomes several.
ROOM = 3500


def saya(turn: Turn) -> Says:
    when = _when(turn)
    lines = _lines(turn, when)
    if not lines:
        raise Rejected(f"Belum ada catatan Anda pada {_named(when)}.")
    # No title: the whole message is what is copied.
    return [turn.reply(text) for text in _messages(lines)]


def asked(turn: Turn) -> Says:
    """One's own entries for who asks in words: of the month, where no day is named."""
    return saya(turn if turn.text else replace(turn, incoming=replace(turn.incoming, text="/saya bulan")))


def _when(turn: Turn) -> Days:
    text = turn.text.strip()
    return read_days({"": "hari ini", "hari": "hari ini", "bulan": "bulan ini"}.get(text.casefold(), text), turn.today)


def _named(when: Days) -> str:
    if when.sebulan:
        return indonesian.bulan(when.mulai)
    same = when.mulai == when.selesai
    return indonesian.hari_tanggal(when.mulai) if same else indonesian.span(when.mulai, when.selesai)


def _lines(turn: Turn, when: Days) -> list[str]:
    """By day; what is only known by its month stands last, and only in the list of a month."""
    after = when.selesai + timedelta(days=1)
    held = [*kegiatan.running(turn, when.mulai, after), *kegiatan.between(turn, when.mulai, after)]
    shown = [k for k in konten.between(turn, when.mulai, after) if when.sebulan or not k.sebulan]
    mine = [row for row in held if turn.anggota.id in kegiatan.reporters_of_any(turn.session, [row])]
    found = [(False, row.mulai, row.nomor, _held(turn, row)) for row in mine]
    found += [(row.sebulan, row.tanggal, row.nomor, _shown(row)) for row in shown if row.pelapor_id == turn.anggota.id]
    return [line for *_, line in sorted(found)]


def _held(turn: Turn, row: Kegiatan) -> str:
    partner = "" if row.instansi.casefold() in row.nama.casefold() else f" bersama {_flat(row.instansi)}"
    count = photos.count(turn.session, row)
    did = f"Mendokumentasikan {_flat(row.nama)}{partner} ({count} foto)" if count else ""
    return f"{indonesian.span(row.mulai, row.selesai)}: {did or f'Melaporkan {_flat(row.nama)}{partner}'}"


def _shown(row: Konten) -> str:
    when = indonesian.bulan(row.tanggal) if row.sebulan else indonesian.tanggal(row.tanggal)
    count = f"{row.jumlah} " if row.jumlah > 1 or not row.judul else ""
    title = f" “{_flat(row.judul)}”" if row.judul else ""
    return f"{when}: Mengunggah {count}{row.jenis}{title}{_where(row)}"


def _where(row: Konten) -> str:
    """The platforms; with their numbers where these differ."""
    same = len({p.jumlah for p in row.postingan}) == 1
    names = [p.platform if same else f"{p.platform} ({p.jumlah})" for p in row.postingan]
    return f" di {indonesian.daftar(names)}" if names else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _messages(lines: Iterable[str]) -> Iterator[str]:
    text = ""
    for line in lines:
        if text and len(text) + len(line) >= ROOM:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    yield text
